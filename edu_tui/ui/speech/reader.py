"""What is said when something changes: a new page whole, a move only where it went, a message alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.journey.anywhere.aloud import ReadAloud
from edu_tui.system.wording import say
from edu_tui.ui.speech.program import Tone
from edu_tui.ui.speech.spoken import Spoken, focused, sentence, spoken

if TYPE_CHECKING:
    from edu_tui.journey.journey import Journey
    from edu_tui.journey.place import Place
    from edu_tui.ui.speech.speaker import Speaker


class _Told(NamedTuple):
    """What was there when something was said last."""

    place: Place
    spoken: Spoken
    focus: int
    said: str
    again: int


class Reader:
    """Reads a journey aloud while its visitor wants that."""

    def __init__(self, journey: Journey, speaker: Speaker) -> None:
        self._journey = journey
        self._speaker = speaker
        self._told: _Told | None = None
        self._pressed = False
        """Whether a key has come since something was said."""

    def tell(self, focus: int) -> None:
        """The view that is shown now, with that row in focus."""
        journey = self._journey
        aloud = journey.visit.devices.aloud
        place = journey.place
        # What it is and who may hear it is said before the yes; nothing else is.
        if aloud is None or not (aloud.on or isinstance(place, ReadAloud)):
            if self._told is not None:
                self._speaker.stop()
                self._told = None
            return
        language = journey.visit.language
        now = _Told(place, spoken(journey.shown, language), focus, journey.shown.said, aloud.again)
        sentences = self._news(now, focused(journey.shown, focus, language))
        self._told, self._pressed = now, False
        if sentences:
            tone = Tone(language, aloud.pace, aloud.loudness)
            self._speaker.say("\n".join(sentences) + "\n", tone)

    def hush(self) -> None:
        """A key was pressed: whoever listens has heard enough of it."""
        self._pressed = True
        if self._told is not None:
            self._speaker.stop()

    def close(self) -> None:
        """No more."""
        self._speaker.close()

    def _news(self, now: _Told, row: str) -> list[str]:
        before = self._told
        message = sentence(now.said)
        if before is None or before.again != now.again or before.place is not now.place:
            return _whole(now, message)
        if now.place.counts_down:
            return []
        if now.said == before.said:
            message = ""
        if now.spoken.words != before.spoken.words or now.spoken.title != before.spoken.title:
            known = set(before.spoken.words)
            fresh = [word for word in now.spoken.words if word not in known]
            if not fresh or len(fresh) == len(now.spoken.words):
                return _whole(now, message)
            return _some([message, *fresh, *_rows(now), row])
        if (now.focus, now.spoken.rows) != (before.focus, before.spoken.rows):
            return _some([message, row])
        # The same once more, as "Louder", is an answer to a key.
        return _some([sentence(now.said) if self._pressed else message])


def _whole(now: _Told, message: str) -> list[str]:
    where = say("You are on number {n}.", n=now.focus + 1) if now.focus >= 0 else ""
    return _some([message, now.spoken.title, *now.spoken.words, *_rows(now), where])


def _rows(now: _Told) -> list[str]:
    rest = now.spoken.total - len(now.spoken.rows)
    more = say("And {n} more.", "And {n} more.", n=rest) if rest else ""
    return [*now.spoken.rows, more]


def _some(sentences: list[str]) -> list[str]:
    return [text for text in sentences if text]

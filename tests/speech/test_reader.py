"""What is said as a visitor goes: nothing before the yes, then each change alone, and the voice is theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.journey.devices import Aloud
from edu_tui.journey.place import push
from edu_tui.kiosk.places.aside import Hidden, StillThere
from edu_tui.kiosk.profile import KIOSK
from edu_tui.ui.speech.program import Program
from edu_tui.ui.speech.reader import Reader as AloudReader
from edu_tui.ui.speech.speaker import Speaker
from tests.handout.samples import SAMPLE
from tests.journey.reader import Reader
from tests.speech.recorder import GOES_ON, SILENCE, Recorder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.speech.recorder import Heard


class Listener:
    """A visitor who listens, with a program that records."""

    def __init__(self, folder: Path) -> None:
        self.recorder = Recorder(folder, body=GOES_ON)
        self.reader = Reader(SAMPLE, profile=KIOSK._replace(signed_only=False))
        self.aloud = self.reader.visit.devices.aloud = Aloud()
        speaker = Speaker(Program("espeak-ng", self.recorder.path))
        self.voice = AloudReader(self.reader.journey, speaker)

    def do(self, action: str, what: str = "") -> Listener:
        """Ask for an action, as a key does."""
        self.voice.hush()
        self.reader.do(action, what)
        return self.show()

    def choose(self, label: str) -> Listener:
        """Choose a row."""
        self.voice.hush()
        self.reader.choose(label)
        return self.show()

    def show(self, focus: int | None = None) -> Listener:
        """Show it, with that row in focus."""
        view = self.reader.journey.view(self.reader.room)
        self.voice.tell(view.focus if focus is None else focus)
        return self

    def hear(self) -> Heard:
        """What is said."""
        return self.recorder.hear()

    @property
    def silent(self) -> bool:
        """Whether nothing is said now."""
        return self.recorder.next(SILENCE) is None


@pytest.fixture
def listener(tmp_path: Path) -> Iterator[Listener]:
    """Someone at the first screen who has asked for nothing yet."""
    made = Listener(tmp_path)
    yield made
    made.voice.close()
    made.recorder.close()


@pytest.fixture
def on(listener: Listener) -> Listener:
    """The same after the yes, with the first page read to them."""
    listener.do("aloud")
    listener.hear()
    listener.choose("Yes, read it aloud")
    listener.hear()
    return listener


def test_nothing_is_said_before_the_yes_but_who_may_hear(listener: Listener) -> None:
    """The words about headphones come first, by the voice itself; no leads back into silence."""
    assert listener.show().silent
    first = listener.do("aloud").hear()
    assert "Without headphones other people may hear it." in first.text
    assert "F7 stops" in first.text
    listener.choose("No, go back")
    assert first.gone
    assert listener.silent
    assert not listener.aloud.on


def test_a_page_is_said_whole(listener: Listener) -> None:
    """After the yes: title, words, each thing to choose, and where one is."""
    listener.do("aloud")
    listener.hear()
    text = listener.choose("Yes, read it aloud").hear().text.split("|")
    view = listener.reader.journey.shown
    assert text[0].startswith(view.where[0])
    assert text[-1] == "You are on number 1."
    assert sum(line.startswith("Number ") for line in text) == min(12, len(view.rows))


def test_each_move_is_one_row_and_ends_the_one_before(on: Listener) -> None:
    """Arrows: the row one comes to, alone; what was being said stops."""
    first = on.show(1).hear()
    second = on.show(2).hear()
    assert first.text.startswith("Number 2 of ")
    assert second.text.startswith("Number 3 of ")
    assert first.gone
    on.show(2)
    assert on.silent


def test_any_key_stops_it(on: Listener) -> None:
    """A key that changes nothing still ends what is being said, and nothing new is said."""
    heard = on.show(1).hear()
    on.voice.hush()
    assert heard.gone
    on.show(1)
    assert on.silent


def test_again_slower_louder_and_off(on: Listener) -> None:
    """F5 says the page again; a step of pace or loudness is said with it; F7 ends in silence."""
    assert on.do("aloud").hear().text.endswith("You are on number 1.")
    slower = on.do("slower").hear()
    assert slower.text == "Slower."
    assert "-s 115" in slower.options
    louder = on.do("louder").hear()
    assert louder.text == "Louder."
    assert "-a 140" in louder.options
    assert on.do("louder").hear().text == "Louder."
    assert on.do("louder").hear().text == "It does not go louder."
    on.do("silent")
    assert on.silent
    assert not on.aloud.on
    # the yes was given: the next time it is said at once
    assert on.do("aloud").hear().text.endswith("You are on number 1.")


def test_an_answer_and_what_comes_of_it(on: Listener) -> None:
    """Chosen: the row alone. Checked: what is new on the page, and not the question once more."""
    on.choose("The day itself")
    on.hear()
    on.choose("See if it is clear")
    question = on.hear().text
    row = on.reader.rows[0]
    assert f"{row.label.rstrip('.')}. Not chosen." in question
    chosen = on.do(*row.do).hear().text
    assert f"{row.label.rstrip('.')}. Chosen." in chosen
    assert question.split("|")[1] not in chosen
    verdict = on.choose("Check my answer").hear().text
    assert question.split("|")[1] not in verdict
    assert len(verdict) > 20


def test_a_countdown_is_said_once(on: Listener) -> None:
    """That nobody seems to be there is said; the seconds that go down by themselves are not."""
    place = StillThere()
    place.left = 30
    on.reader.journey._follow(push(place))
    assert "Are you still there?" in on.show().hear().text
    place.left = 25
    on.show()
    assert on.silent


def test_hidden_is_hidden_from_ears_too(on: Listener) -> None:
    """What was being read stops, and only that the screen is hidden is said."""
    before = on.do("aloud").hear()
    on.reader.journey._follow(push(Hidden()))
    heard = on.show().hear()
    assert before.gone
    assert heard.text.startswith("Hidden.")
    assert "day" not in heard.text


def test_the_next_visitor_begins_anew(on: Listener) -> None:
    """Pace, loudness, the yes and the voice itself are the visit's: another visit has none of them."""
    on.do("louder")
    on.hear()
    fresh = Reader(SAMPLE).visit.devices
    assert fresh.aloud is None
    begun = Aloud()
    assert (begun.on, begun.agreed, begun.pace, begun.loudness) == (False, False, 0, 0)


def test_without_a_program_there_is_no_key(tmp_path: Path) -> None:
    """Where nothing can be read aloud the keys are not offered and do nothing."""
    reader = Reader(SAMPLE)
    offered = reader.journey.view(reader.room).always
    assert "aloud" not in offered
    before = reader.text
    for action in ("aloud", "slower", "louder", "silent"):
        assert reader.do(action).text == before
    reader.visit.devices.aloud = Aloud()
    view = reader.journey.view(reader.room)
    assert "aloud" in view.always
    assert "slower" not in view.always
    reader.visit.devices.aloud.on = True
    assert "slower" in reader.journey.view(reader.room).always

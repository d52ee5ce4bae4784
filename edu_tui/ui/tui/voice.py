"""The screen's end of reading aloud: nothing is loaded until somebody can and does ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.journey.journey import Journey
    from edu_tui.ui.speech.reader import Reader


class ScreenVoice:
    """Tells the reader what is shown; says on the screen that nothing can be heard."""

    class Lost(Message):
        """The program that speaks has failed."""

    def __init__(self, journey: Journey, post: Callable[[Message], object]) -> None:
        self._journey = journey
        self._post = post
        self._reader: Reader | None = None

    def tell(self, focus: int) -> None:
        """The view has changed, or the row in focus."""
        if self._journey.visit.devices.aloud is None:
            return
        if self._reader is None:
            from edu_tui.journey.anywhere.aloud import ReadAloud

            if not isinstance(self._journey.place, ReadAloud):
                return
            self._reader = self._made()
        if self._reader is not None:
            self._reader.tell(focus)

    def hush(self) -> None:
        """A key was pressed."""
        if self._reader is not None:
            self._reader.hush()

    def close(self) -> None:
        """The screen is going."""
        if self._reader is not None:
            self._reader.close()

    def _made(self) -> Reader | None:
        from edu_tui.ui.speech.program import BOTH, OWN_FIRST, find
        from edu_tui.ui.speech.reader import Reader
        from edu_tui.ui.speech.speaker import Speaker

        at_home = self._journey.visit.profile.can_quit
        program = find(OWN_FIRST if at_home else BOTH)
        if program is None:
            self._fail()
            return None
        return Reader(self._journey, Speaker(program, self._fail))

    def _fail(self) -> None:
        """Called by the thread that speaks, too: posting a message is all it does there."""
        aloud = self._journey.visit.devices.aloud
        if aloud is not None:
            aloud.fail(say("Nothing can be read aloud here now."))
        self._post(self.Lost())

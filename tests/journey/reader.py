"""A reader who sees a journey's views as plain words and chooses rows by what they say."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Self

from edu_tui.journey.action import Action
from edu_tui.journey.journey import Journey
from edu_tui.journey.profile import STUDY
from edu_tui.journey.view import Request, Row, header, row_lines
from edu_tui.journey.visit import Visit, now
from edu_tui.layout.line import Room, plain
from edu_tui.records.keeper import Recorder
from edu_tui.records.log import Log
from tests.opened import opened
from tests.slices import extension_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from edu_tui.journey.profile import Profile

ROOM = Room(72, 19, "unicode")
SMALL = Room(37, 12, "unicode")


class Reader:
    """Drives a journey; raises where what is looked for is not there."""

    def __init__(
        self,
        folder: Path,
        room: Room = ROOM,
        seed: int = 1,
        profile: Profile = STUDY,
        records: Path | None = None,
        clock: Callable[[], int] = now,
    ) -> None:
        open_library = opened(folder)
        self.room = room
        keeper = Recorder(Log(records)) if records else None
        visit = Visit(
            open_library, open_library.refresh("en"), profile, Random(seed), keeper, clock
        )
        self.journey = Journey(visit, extension=extension_of(profile))

    @property
    def visit(self) -> Visit:
        return self.journey.visit

    @property
    def rows(self) -> tuple[Row, ...]:
        return self.journey.view(self.room).rows

    @property
    def text(self) -> str:
        """All that is shown: top lines, words and rows, news."""
        view = self.journey.view(self.room)
        lines = header(view, self.room)
        for part in view.parts:
            if isinstance(part, Row):
                lines += row_lines(part, 1, self.room, focused=False, digits=False)
            else:
                lines += [line for chunk in part.chunks(self.room) for line in chunk]
        return "\n".join([*(plain(line) for line in lines), view.said])

    @property
    def marked(self) -> str:
        """The row that Enter would choose on a new page, without its state."""
        view = self.journey.view(self.room)
        return view.rows[view.focus].label

    @property
    def flat(self) -> str:
        """The same on one line."""
        return " ".join(self.text.replace("│", " ").replace("|", " ").split())

    def do(self, action: str, what: str = "") -> Self:
        """Ask for an action."""
        self.journey.view(self.room)
        self.journey.do(Request(Action(action), what))
        return self

    def choose(self, *labels: str) -> Self:
        """Choose the row that says so, else one that begins so, one after the other."""
        for label in labels:
            begin_so = [row for row in self.rows if row.label.startswith(label)]
            exact = [row for row in begin_so if row.label == label]
            row = next(iter(exact or begin_so), None)
            assert row is not None, f"no row {label!r} in:\n{self.text}"
            self.do(*row.do)
        return self

    def has(self, label: str) -> bool:
        """Whether a row begins so."""
        return any(row.label.startswith(label) for row in self.rows)

    def answer(self, *labels: str) -> Self:
        """Choose those options, then check."""
        return self.choose(*labels, "Check my answer")

    def read_to(self, label: str) -> Self:
        """Turn pages until a row begins so."""
        for _ in range(50):
            if self.has(label):
                return self
            self.do("next")
        raise AssertionError(f"never came to {label!r}")

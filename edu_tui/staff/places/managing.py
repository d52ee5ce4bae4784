"""The manager's view: who is ready, who is due, what fails. Its first place, and the lists behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import STAY, Navigation, Place, push
from edu_tui.journey.reading.paged import Paged
from edu_tui.journey.view import Listing, Request, Row, View
from edu_tui.layout.day import day_in_words
from edu_tui.layout.meter import Meter, meter_parts
from edu_tui.layout.part import Gap, words
from edu_tui.staff.places.managing_one import OneItem, OneLearner, name_of
from edu_tui.staff.report import words as told
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.staff.report.board import Board
    from edu_tui.staff.report.due import Due
    from edu_tui.staff.report.items import ItemReport
    from edu_tui.staff.report.progress import LearnerProgress

KEYS = frozenset({Action.BACK, Action.UP, Action.HOME})


def learner_of(board: Board, learner: str) -> LearnerProgress | None:
    """The one of that id."""
    return next((progress for progress in board.learners if progress.learner == learner), None)


class Managing(Place):
    """How all of it stands; the bottom of the stack."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._at = 0

    @override
    def view(self, room: Room) -> View:
        """Three bars, and a row for each of the three questions."""
        board = self._board
        where = (board.title, board.site) if board.site else (board.title,)
        parts: list[Part | Row] = [words(self._greeting()), Gap()]
        if board.learners:
            parts += [*meter_parts(self._meters(), room), Gap()]
        rows = (
            Row(Request(Action.READY), say("Who is ready"), detail=self._ready()),
            Row(Request(Action.DUE), say("Who is due"), detail=self._due()),
            Row(Request(Action.FAILS), say("What fails"), detail=self._fails()),
            *self._left_out(),
        )
        return View(
            where=where,
            parts=(*parts, *rows),
            labels=((Action.OPEN, say("Open")),),
            focus=self._at,
        )

    def _greeting(self) -> str:
        day = day_in_words(self._board.today)
        if self._board.learners:
            return f"{day}."
        nothing = say("There is nothing to report yet: nobody is enrolled in this course.")
        return f"{day}. {nothing}"

    def _meters(self) -> list[Meter]:
        board = self._board
        over = {due.learner for due in board.due if due.overdue}
        soon = {due.learner for due in board.due if not due.overdue}
        of = len(board.learners)
        return [
            Meter(say("Ready"), board.ready, of),
            Meter(say("Overdue"), len(over), of),
            Meter(say("Due soon"), len(soon), of),
        ]

    def _left_out(self) -> list[Row]:
        """A row of its own, where there is something that has to be looked at."""
        left, doubtful = len(self._board.left_out), len(self._board.doubtful)
        texts = [
            say("{n} does not count", "{n} do not count", n=left) if left else "",
            say("{n} with a wrong time", "{n} with a wrong time", n=doubtful) if doubtful else "",
        ]
        detail = ", ".join(part for part in texts if part)
        return (
            [Row(Request(Action.LEFT_OUT), say("Records with something wrong"), detail=detail)]
            if detail
            else []
        )

    def _ready(self) -> str:
        board = self._board
        return say("{n} of {of}", n=board.ready, of=len(board.learners)) if board.learners else ""

    def _due(self) -> str:
        over = sum(due.overdue for due in self._board.due)
        soon = len(self._board.due) - over
        counts = [
            say("{n} overdue", "{n} overdue", n=over) if over else "",
            say("{n} soon", "{n} soon", n=soon) if soon else "",
        ]
        return ", ".join(part for part in counts if part)

    def _fails(self) -> str:
        failing = fails(self._board)
        safety = sum(item.must_know for item in failing)
        if safety:
            return say("{n} of {of} about safety", n=safety, of=len(failing))
        return say("{n} item", "{n} items", n=len(failing)) if failing else ""

    @override
    def do(self, do: Request) -> Navigation | None:
        """Open a list; up and back have nowhere to go from here."""
        lists: dict[Action, Callable[[Board], Place]] = {
            Action.READY: Learners,
            Action.DUE: DueList,
            Action.FAILS: Fails,
            Action.LEFT_OUT: LeftOutList,
        }
        if do.action in lists:
            self._at = list(lists).index(do.action)
            return push(lists[do.action](self._board))
        return STAY if do.action in {Action.BACK, Action.UP, Action.HOME} else None


def fails(board: Board) -> list[ItemReport]:
    """Items as they are asked today that were not always right at once, the worst first."""
    return [item for item in board.items if item.current and item.fails]


class _Listed(Place):
    """A list behind it; where it was left it is found again."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._at = 0

    def _view(self, title: str, before: list[Part | Row], rows: list[Row]) -> View:
        after = (Gap(), Row(Request(Action.UP), say("Go back")))
        return View(
            where=(title,),
            parts=Listing(before, len(rows), rows.__getitem__, after),
            keys=KEYS,
            focus=min(self._at, len(rows)),
            labels=((Action.OPEN, say("Open")),),
        )


class Learners(_Listed):
    """Everyone, those who are not ready first."""

    @override
    def view(self, room: Room) -> View:
        """A bar, and a row for each learner."""
        board, everyone = self._board, self._sorted()
        meter = Meter(say("Ready"), board.ready, len(everyone))
        before: list[Part | Row] = [*meter_parts([meter], room), Gap()]
        if not everyone:
            before = [words(say("Nobody is enrolled in this course."))]
        return self._view(
            say("Who is ready"), before, [self._row(progress) for progress in everyone]
        )

    def _sorted(self) -> list[LearnerProgress]:
        return sorted(self._board.learners, key=lambda progress: progress.ready)

    def _row(self, one: LearnerProgress) -> Row:
        mark = "[+]" if one.ready else "[ ]"
        return Row(
            Request(Action.LEARNER, one.learner),
            name_of(self._board, one.learner),
            mark,
            told.facts_words(one),
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Look at one learner."""
        progress = learner_of(self._board, do.what) if do.action is Action.LEARNER else None
        if progress is None:
            return None

        self._at = self._sorted().index(progress)
        return push(OneLearner(self._board, progress))


class DueList(_Listed):
    """What has to be passed, the most urgent first."""

    @override
    def view(self, room: Room) -> View:
        """A row for each."""
        board = self._board
        rows = [self._row(at, due) for at, due in enumerate(board.due)]
        head = say(
            "Overdue, changed, or due within {n} day. The most urgent come first.",
            "Overdue, changed, or due within {n} days. The most urgent come first.",
            n=board.within,
        )
        if not rows:
            head = say(
                "Nobody is due within {n} day.", "Nobody is due within {n} days.", n=board.within
            )
        return self._view(say("Who is due"), [words(head), Gap()] if rows else [words(head)], rows)

    def _row(self, at: int, one: Due) -> Row:
        label = f"{name_of(self._board, one.learner)}: {one.title}"
        detail = f"{told.when_words(one)}: {told.why_words(one)}"
        mark = "[!]" if one.overdue else "[ ]"
        return Row(
            Request(Action.DUE, str(at)), label, mark, detail, "talk" if one.overdue else "plain"
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Look at whom it is about."""
        if (
            do.action is not Action.DUE
            or not do.what.isdigit()
            or int(do.what) >= len(self._board.due)
        ):
            return None
        self._at = int(do.what)
        progress = learner_of(self._board, self._board.due[self._at].learner)
        if progress is None:
            return None

        return push(OneLearner(self._board, progress))


class Fails(_Listed):
    """Items that were not always right at once, safety first."""

    @override
    def view(self, room: Room) -> View:
        """A row for each."""
        board, failing = self._board, fails(self._board)
        current = sum(item.current for item in board.items)
        if not board.items:
            head = say("There is nothing to report yet: no assessment has been handed in.")
        else:
            head = say(
                "{n} of {of} items were not always right at the first try. Safety comes first.",
                n=len(failing),
                of=current,
            )
        rows = [
            Row(
                Request(Action.ITEM, str(at)),
                told.item_words(item),
                detail=say("{right} of {n} right at once", right=item.right, n=item.answered),
            )
            for at, item in enumerate(failing)
        ]
        return self._view(say("What fails"), [words(head), Gap()] if rows else [words(head)], rows)

    @override
    def do(self, do: Request) -> Navigation | None:
        """Look at one item."""
        failing = fails(self._board)
        if do.action is not Action.ITEM or not do.what.isdigit() or int(do.what) >= len(failing):
            return None

        self._at = int(do.what)
        return push(OneItem(failing[self._at]))


class LeftOutList(Paged):
    """Records that do not count, or whose time cannot be right, each with what is wrong with it."""

    def __init__(self, board: Board) -> None:
        super().__init__()
        self._board = board

    @override
    def title(self) -> str:
        """What is shown."""
        return say("Records with something wrong")

    @override
    def text(self, room: Room) -> list[Part]:
        """A line for each."""
        return [words(word) for word in told.left_out_words(self._board)]

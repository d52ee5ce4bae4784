"""A view as lines, and what is new in it: a listener hears each thing once.

Units are kept in the order of the view, which is the order of reading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.journey.action import Action
from edu_tui.journey.view import Row
from edu_tui.layout.line import Room, Span, plain
from edu_tui.layout.part import Drawn, Gap, Heading
from edu_tui.layout.wrap import wrap, wrap_text
from edu_tui.system.wording import say
from edu_tui.ui.plain.prompt import numbers_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from edu_tui.journey.view import Request, View
    from edu_tui.layout.line import Line
    from edu_tui.layout.part import Part

UNCHOSEN = frozenset({"[ ]", "( )"})
"""Marks of what can be chosen and is not."""


class PlainBlock(NamedTuple):
    """Lines that belong together: a paragraph, a row, or an empty line."""

    lines: tuple[str, ...]
    do: Request | None = None
    """What the row does; None for what is not a row."""
    mark: str = ""
    number: str = ""
    """What is typed to choose the row."""


class PlainSheet(NamedTuple):
    """A view as it is said."""

    view: View
    head: tuple[str, ...]
    """Where I am."""
    units: tuple[PlainBlock, ...]

    def news(self, before: PlainSheet, chosen: Request | None) -> list[str]:
        """What is new since a sheet of the same place: new words, and rows that changed.

        All rows are said after an answer was judged, and where most of them are new; all that the next pair
        may be matched with, for one of them is taken now. What another choice took the place of is not said.
        """
        known = {unit.lines for unit in before.units}
        rows = [unit for unit in self.units if unit.do]
        new = [unit for unit in rows if unit.lines not in known]
        marked = {unit.do for unit in before.units if unit.mark not in UNCHOSEN}
        gone = {unit.do for unit in before.units} - {unit.do for unit in rows} - {None}
        judged = gone and any(unit.lines not in known for unit in self.units if not unit.do)
        every = bool(judged) or len(new) * 2 > len(rows)
        anew = self._asks_anew(known)
        if anew:
            known -= {unit.lines for unit in _groups(rows)}
        shown: list[str] = []
        was_row = False
        for unit in self.units:
            if unit.lines in known and not (every and unit.do):
                continue
            if unit.do and not was_row and every:
                shown.append("")
            was_row = unit.do is not None
            if unit.do and not (every or anew):
                taken_back = unit.do in marked and unit.mark in UNCHOSEN
                if unit.do == chosen or (taken_back and unit.mark == "( )"):
                    continue
                shown += [say("Taken back:")] if taken_back else []
            shown += unit.lines
        return _spaced(shown)

    def _asks_anew(self, known: Container[tuple[str, ...]]) -> bool:
        """Whether another thing is to be sorted or matched, and what there is for it is not as before."""
        groups = _groups(self.units)
        if all(unit.lines in known for unit in groups):
            return False
        above = self.units[: self.units.index(groups[0])]
        return any(unit.lines not in known for unit in above)

    def numbered(self, number: str) -> Row | None:
        """The row with that number; None for none."""
        rows = (unit for unit in self.units if unit.do)
        pairs = zip(rows, self.view.rows, strict=True)
        return next((row for unit, row in pairs if unit.number == number), None)

    def row(self, do: Request | None) -> PlainBlock | None:
        """The row that does that; None when there is none."""
        return next((unit for unit in self.units if do and unit.do == do), None)


def sheet(view: View, room: Room) -> PlainSheet:
    """The view in lines of that room."""
    where = ", ".join(part for part in view.where if part)
    return PlainSheet(view, tuple(_lines(wrap_text(where, room.width))), tuple(_units(view, room)))


def lines_of(units: Iterable[PlainBlock]) -> list[str]:
    """Their lines, with no two empty ones in a row and none at an end."""
    return _spaced([line for unit in units for line in unit.lines])


def _units(view: View, room: Room) -> Iterator[PlainBlock]:
    numbers = iter(numbers_of(view.rows))
    if view.field is not None and view.field.value:
        used = f" ({view.field.used})" if view.field.used else ""
        first, *rest = view.field.value.splitlines() or [""]
        for words in (f"{view.field.label}{used}: {first}", *rest):
            yield PlainBlock(tuple(_lines(wrap_text(words, room.width))))
        yield PlainBlock(("",))
    for part in view.parts:
        if isinstance(part, Row):
            yield _row(part, next(numbers), room)
        elif not (isinstance(part, Heading) and part.text in view.where):
            yield from _part(part, room)


def _part(part: Part, room: Room) -> Iterator[PlainBlock]:
    if isinstance(part, Gap):
        yield PlainBlock(("",))
        return
    for chunk in part.chunks(room):
        lines = _lines(chunk)
        if isinstance(part, Drawn):
            yield from (PlainBlock((line,)) for line in lines)
        else:
            yield PlainBlock(tuple(lines))


def _row(row: Row, shown: str, room: Room) -> PlainBlock:
    mark = row.mark.strip()
    lead = f"{shown}. {mark} " if mark else f"{shown}. "
    detail = row.detail if row.detail.startswith("(") or not row.detail else f"({row.detail})"
    text = " ".join(part for part in (row.label, detail) if part)
    lines = _lines(wrap((Span(text),), room.width, lead, " " * len(lead)))
    return PlainBlock(tuple(lines), row.do, mark, shown)


def echo(chosen: Row, before: PlainSheet, now: PlainSheet) -> str:
    """What was chosen, where it leads to no other page; with its new state where that is all that came of it."""
    was, is_ = before.row(chosen.do), now.row(chosen.do)
    if was is None or is_ is None or was.mark == is_.mark:
        return say("You chose: {row}", row=chosen.label)
    row = " ".join(line.strip() for line in is_.lines)
    if is_.mark in UNCHOSEN:
        return say("Taken back: {row}", row=row)
    return say("You chose: {row}", row=row)


def _groups(units: Iterable[PlainBlock]) -> list[PlainBlock]:
    """The rows that the open one of several things is sorted into or matched with."""
    return [unit for unit in units if unit.do and unit.do.action is Action.GROUP]


def _lines(lines: Iterable[Line]) -> list[str]:
    return [plain(line).rstrip() for line in lines]


def _spaced(lines: list[str]) -> list[str]:
    result: list[str] = []
    for line in lines:
        if line or (result and result[-1]):
            result.append(line)
    while result and not result[-1]:
        result.pop()
    return result

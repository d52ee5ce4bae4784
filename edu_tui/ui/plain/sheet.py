"""A view as lines, and what is new in it: a listener hears each thing once.

Units are kept in the order of the view, which is the order of reading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.journey.view import Row
from edu_tui.layout.line import Room, Span, plain
from edu_tui.layout.part import Drawn, Gap, Heading
from edu_tui.layout.wrap import wrap, wrap_text
from edu_tui.system.wording import say
from edu_tui.ui.plain.prompt import numbers_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from edu_tui.journey.view import Request, View
    from edu_tui.layout.line import Line
    from edu_tui.layout.part import Part


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
    """Where I am, the review state, and whether nothing is kept."""
    units: tuple[PlainBlock, ...]

    def all(self) -> list[str]:
        """All of it, with no two empty lines in a row and none at its end."""
        return _spaced([*self.head, "", *(line for unit in self.units for line in unit.lines)])

    def news(self, before: PlainSheet, chosen: Request | None) -> list[str]:
        """What is new since a sheet of the same place: new words, and rows that changed.

        All rows are said after an answer was judged, and where most of them are new.
        """
        known = {unit.lines for unit in before.units}
        rows = [unit for unit in self.units if unit.do]
        new = [unit for unit in rows if unit.lines not in known]
        gone = {unit.do for unit in before.units} - {unit.do for unit in rows} - {None}
        judged = gone and any(unit.lines not in known for unit in self.units if not unit.do)
        every = bool(judged) or len(new) * 2 > len(rows)
        shown: list[str] = []
        was_row = False
        for unit in self.units:
            if unit.lines in known and not (every and unit.do):
                continue
            if unit.do and not was_row and every:
                shown.append("")
            was_row = unit.do is not None
            if unit.do == chosen and unit.do and not every:
                continue
            shown += unit.lines
        return _spaced(shown)

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
    head = _lines(wrap((Span(where),), room.width, "## ", "   "))
    for text in filter(None, (view.state, view.notice)):
        head += _lines(wrap_text(f"{text}.", room.width))
    return PlainSheet(view, tuple(head), tuple(_units(view, room)))


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


def echo(chosen: Row, before: PlainSheet, now: PlainSheet | None) -> str:
    """What was chosen; with its new state where that is all that came of it.

    Empty where the place itself says what came of it.
    """
    if now is not None and now.view.said:
        return ""
    was = before.row(chosen.do)
    is_ = now.row(chosen.do) if now else None
    if was is None or is_ is None or was.mark == is_.mark:
        return say("You chose: {row}", row=chosen.label)
    row = " ".join(line.strip() for line in is_.lines)
    if is_.mark in {"[ ]", "( )"}:
        return say("Taken back: {row}", row=row)
    return say("You chose: {row}", row=row)


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

"""What a place shows: words and rows in order, and which actions work there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

from edu_tui.journey.action import ALWAYS, Action
from edu_tui.layout.line import BLANK, Line, Room, Span, Tone, cells, line, width_of
from edu_tui.layout.wrap import wrap
from edu_tui.system.typing import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.layout.part import Part

FOCUSED = "> "
UNFOCUSED = "  "
LEAST = 10
"""Columns that a title keeps before how far it is."""
PAD, SPACE = 1, 1
"""Lines over and under a row that is made for a finger, and between two of them."""


class Request(NamedTuple):
    """Something asked for by a key or a row, and what it is about."""

    action: Action
    what: str = ""


class Row(NamedTuple):
    """One thing to choose."""

    do: Request
    label: str
    mark: str = ""
    """`( )`, `(*)`, `[ ]`, `[x]`, `[1]`: its state in characters; empty for none."""
    detail: str = ""
    """Words at the right, or under the label where it is narrow."""
    tone: Tone = "plain"
    digit: bool = True
    """Whether it counts among the rows that a digit opens: where to go on does not, so that a digit opens
    the same part every day."""
    indent: int = 0
    """Columns that it stands further in."""
    number: str = ""
    """`2.1`: the number it has line by line; empty for its place among the rows."""


class Field(NamedTuple):
    """A place to type words in."""

    label: str
    value: str
    live: bool
    """Whether each change is told at once, or only Enter tells."""
    secret: bool = False
    """Whether what is typed is not shown."""
    lines: bool = False
    """Whether it has several lines."""
    used: str = ""
    """How much has been typed of what fits, once it matters."""
    aside: bool = False
    """Whether the rows are at hand first: letters are typed, digits choose rows until there are some."""


class View(NamedTuple):
    """Everything on the screen, before it has a width."""

    where: tuple[str, ...]
    """Where I am and how far, the most important first; the last go first when it is narrow."""
    parts: Sequence[Part | Row]
    keys: frozenset[Action] = frozenset()
    """Actions that work here besides those that always do."""
    labels: tuple[tuple[Action, str], ...] = ()
    """An action and words for it here, where the table's own are not right."""
    state: str = ""
    """The review state in words, when it is not "reviewed"."""
    brief: str = ""
    """The same in fewer words, for where there is less room."""
    notice: str = ""
    """That nothing is kept, as long as that is so; empty where it is kept."""
    said: str = ""
    """What has just happened; stays until the next key."""
    field: Field | None = None
    focus: int = 0
    """Index among the rows."""
    focus_turn: int = 0
    """Counts the times that the place itself moved the focus: it then moves from wherever it was."""
    small: tuple[str, ...] = ()
    """What is shown where the window is too small for a page; empty for nothing but how to mend that."""
    folds: bool = False
    """Whether Left and Right fold the row that is marked, and not the page."""
    careful: bool = False
    """Whether a choice is an answer, so that a key held down must not choose twice."""
    can_check: bool = False
    """Whether enough is chosen to be checked."""
    bare: bool = False
    """Whether it has the whole of a screen but the keys, and no row: what is drawn says where one is."""
    leads: frozenset[Action] = frozenset()
    """What a touch on a word in the text may ask for: what it means, where the facts come from."""
    loud: bool = False
    """Whether it looks like nothing else: high contrast, a band over it, and hardly a key."""
    always: frozenset[Action] = ALWAYS
    """Actions that are always told of; a place names its own beside those of every place."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows alone, in order."""
        return tuple(part for part in self.parts if isinstance(part, Row))


class Listing(Sequence["Part | Row"]):
    """Parts with many lines in between; each is made when it is looked at."""

    def __init__(
        self,
        before: Sequence[Part | Row],
        rows: int,
        row: Callable[[int], Part | Row],
        after: Sequence[Part | Row],
    ) -> None:
        self._before = before
        self._rows = rows
        self._row = row
        self._after = after

    @override
    def __len__(self) -> int:
        return len(self._before) + self._rows + len(self._after)

    @overload
    def __getitem__(self, index: int) -> Part | Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Part | Row]: ...
    @override
    def __getitem__(self, index: int | slice) -> Part | Row | Sequence[Part | Row]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        index = range(len(self))[index]
        place = index - len(self._before)
        if place < 0:
            return self._before[index]
        return self._row(place) if place < self._rows else self._after[place - self._rows]


def row_lines(row: Row, number: int, room: Room, *, focused: bool, digits: bool) -> list[Line]:
    """A row's lines: `> 1 ( ) label` with the rest hanging under the label.

    `number` counts from 1, 0 for a row without one; digits are shown for the nine that one key can reach. In a room for fingers
    it has lines over and under it, and the last is the space to the next.
    """
    lines = _row_lines(row, number, room, focused=focused, digits=digits)
    return [*[BLANK] * PAD, *lines, *[BLANK] * (PAD + SPACE)] if room.touched else lines


def _row_lines(row: Row, number: int, room: Room, *, focused: bool, digits: bool) -> list[Line]:
    lead = FOCUSED if focused else UNFOCUSED
    if digits:
        lead += f"{number} " if 1 <= number <= 9 else "  "
    lead += " " * row.indent
    if row.mark:
        lead += f"{row.mark} "
    hang = " " * cells(lead)
    label = wrap((Span(row.label, row.tone),), room.width, hang, hang)
    lines: list[Line] = [(Span(lead, row.tone), *label[0][1:]), *label[1:]]
    if not row.detail:
        return lines
    space = room.width - width_of(lines[-1]) - cells(row.detail)
    if space >= 2:
        lines[-1] = (*lines[-1], Span(" " * space), Span(row.detail, "soft"))
        return lines
    return lines + wrap((Span(row.detail, "soft"),), room.width, hang, hang)


def header(view: View, room: Room) -> list[Line]:
    """Where I am and how far, as much as fits; under it a rule that ends in what is not kept or reviewed."""
    width, between = room.width, room.glyph(" · ", " - ")
    rest = [part for part in view.where if part]
    while len(rest) > 2 and cells(between.join(rest)) > width:
        rest.pop()
    if len(rest) == 2 and cells(between.join(rest)) > width:
        # How far it is matters more than the last words of a long title.
        left = width - cells(between + rest[1])
        rest = [_shortened(rest[0], left), rest[1]] if left >= LEAST else rest[:1]
    where = _shortened(between.join(rest), width)
    told = _quiet(view, width, between)
    quiet = (_ruled(_shortened(text, width), room) for text in told)
    return [line(where, "heading"), *quiet]


def _quiet(view: View, width: int, between: str) -> list[str]:
    """What stands at the end of the rule: in fewer words, or on two lines, only where it has to."""
    told = [text for text in (view.notice, view.state) if text]
    briefly = [view.notice, view.brief] if view.brief and len(told) > 1 else told
    for texts in (told, briefly):
        if cells(between.join(texts)) <= width:
            return [between.join(texts)]
    return told


def _ruled(text: str, room: Room) -> Line:
    """A rule as long as there is room for, and the words at its end."""
    left = room.width - cells(f" {text}") if text else room.width
    rule = line(room.glyph("─", "-") * left, "rest")
    return (*rule, *line(f" {text}" if rule else text, "soft")) if text else rule


def _shortened(text: str, width: int) -> str:
    if cells(text) <= width:
        return text
    while text and cells(text) > width - 3:
        text = text[:-1]
    return text.rstrip() + "..."

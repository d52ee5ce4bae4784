"""Pictures in characters: counts as marks, values as bars, ideas as a chain, a day along time.

Meaning is in the characters and the words; colour only repeats it. In words alone a figure is its
`alt` sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.layout.line import BLANK, Line, Room, Span, cells, line, width_of
from edu_tui.layout.part import Drawn, Gap, Heading, Labelled, Part, Words
from edu_tui.layout.table import Table, TableRow
from edu_tui.layout.wrap import wrap, wrap_text
from edu_tui.model.figure import Bars, Compare, Flow, IconArray
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edu_tui.model.figure import Bar, Certainty, ComparedCell, Figure, Group
    from edu_tui.model.module import Route, Step

NONE: Mapping[str, int] = {}
Chunks = tuple[tuple[Line, ...], ...]

ACROSS = 25
"""Marks in a row of an icon array."""
CLUSTER = 5
ARRAY = ACROSS + ACROSS // CLUSTER - 1
"""Columns of an icon array."""
BETWEEN = 6
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def figure_parts(
    figure: Figure, room: Room, route: Route | None = None, numbers: Mapping[str, int] = NONE
) -> list[Part]:
    """The figure with its title, how to read it, and the same in words with its sources' numbers."""
    if isinstance(figure.data, Compare):
        return _compare(figure, room, numbers)
    cites = _cites(figure.sources, numbers)
    if room.medium == "words":
        title = Span(say("Picture: {title}.", title=figure.title) + " ")
        return [Words((title, *figure_in_words(figure, numbers)))]
    head = wrap_text(figure.title, room.width, "label")
    # Of whom and in what time stands before the first number, wherever a page ends.
    people = _people(figure)
    head += wrap(people, room.width) if people else []
    if figure.how_to_read:
        head += wrap_text(figure.how_to_read, room.width, "soft")
    first, *rest = _drawn(figure, room, route) or ((),)
    # The title stays with the first of the drawing; where they are too long for that, marks stay whole.
    joined = not people or len(head) + len(first) <= _page(room)
    drawn = ((*head, *first), *rest) if joined else (tuple(head), first, *rest)
    alone = Labelled(say("In words"), _sentence(figure, cites))
    after = [Labelled(label, (Span(text),)) for label, text in _compared(figure)]
    told = [chunk for part in (alone, *after) for chunk in part.chunks(room)]
    whole = [spans for chunk in (*drawn, [BLANK], *told) for spans in chunk]
    if people and len(whole) <= _page(room):
        return [Drawn((tuple(whole),))]
    in_words = (*_sentence(figure, cites), *_after(people))
    return [Drawn(drawn), Gap(), Labelled(say("In words"), in_words), *after]


def _page(room: Room) -> int:
    """Lines that surely fit one page, whatever rows stand under it: then nothing has to be told twice."""
    if not room.height:
        return 1_000
    if room.tight:
        # Two rows lead on at most; for a finger each has four lines.
        return room.height - (8 if room.touched else 2)
    return room.height // 2 if room.touched else room.height * 3 // 4


def table_of(figure: Figure, numbers: Mapping[str, int]) -> Table | None:
    """What it compares; None for any other kind."""
    data = figure.data
    if not isinstance(data, Compare):
        return None
    rows = (
        TableRow(row.ask, tuple(_joined(row.of_option(each.id), numbers) for each in data.options))
        for row in data.rows
    )
    return Table(figure.title, tuple(option.label for option in data.options), tuple(rows))


def _joined(cells: tuple[ComparedCell, ...], numbers: Mapping[str, int]) -> tuple[Span, ...]:
    """What is said of one option: each study's own result, one after the other."""
    spans: list[Span] = []
    for cell in cells:
        spans += [Span(" "), *_cell(cell, numbers)] if spans else _cell(cell, numbers)
    return tuple(spans)


def _cell(cell: ComparedCell, numbers: Mapping[str, int]) -> tuple[Span, ...]:
    """Its words, the people of its groups, and whose they are."""
    people = [
        say("{label}: {count} of {of}", label=group.label, count=group.people, of=cell.of) + "."
        for group in cell.groups
    ]
    whose = _whose(cell.who, cell.over)
    message = " ".join([cell.text, *people])
    return (
        Span(message),
        Span(_cites(cell.sources, numbers), "cite"),
        *_after((Span(whose, "soft"),) if whose else ()),
    )


def _compare(figure: Figure, room: Room, numbers: Mapping[str, int]) -> list[Part]:
    """The table with its title, how it is read, and what it comes to in a sentence."""
    table = table_of(figure, numbers)
    cites = _cites(figure.sources, numbers)
    if room.medium == "words":
        title = Span(say("Side by side: {title}.", title=figure.title) + " ")
        return [Words((title, *_sentence(figure, cites))), *([table] if table else [])]
    # As a heading it never ends a page either.
    how = Heading(figure.how_to_read, "soft")
    return [
        Heading(figure.title, "label"),
        *([how] if figure.how_to_read else []),
        *([table] if table else []),
        Gap(),
        Labelled(say("In short"), _sentence(figure, cites)),
    ]


def _cites(sources: tuple[str, ...], numbers: Mapping[str, int]) -> str:
    return "".join(f"[{numbers[name]}]" for name in sources if name in numbers)


def figure_in_words(figure: Figure, numbers: Mapping[str, int] = NONE) -> tuple[Span, ...]:
    """Its sentence with its source numbers, what that leaves out, whose numbers they are, what they come to."""
    compared = " ".join(f"{label}: {text}" for label, text in _compared(figure))
    after = (Span(compared),) if compared else ()
    sentence = _sentence(figure, _cites(figure.sources, numbers))
    return (*sentence, *_after(_people(figure)), *_after(after))


def _after(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The same after a space, where there is anything."""
    return (Span(" "), *spans) if spans else ()


def _compared(figure: Figure) -> list[tuple[str, str]]:
    """What the people of two groups come to, and what that means for who reads it, each with its label."""
    data = figure.data
    if not isinstance(data, IconArray):
        return []
    compared = []
    if data.more is not None:
        label, people = data.more
        many = say("{label}, {n} more of {of} people.", label=label, n=people, of=data.of)
        compared.append((say("Difference"), many if people else say("None: as many in both.")))
    if data.means:
        compared.append((say("For you"), data.means))
    return compared


def _sentence(figure: Figure, cites: str) -> tuple[Span, ...]:
    unsaid = _unsaid(figure)
    return (Span(figure.alt), Span(cites, "cite"), Span(f" {unsaid}" if unsaid else ""))


def _people(figure: Figure) -> tuple[Span, ...]:
    """Which people the numbers are of, and in what time, each with its label."""
    if not isinstance(figure.data, (IconArray, Bars)):
        return ()
    # In one tone: a line of another tone would be read aloud as a sentence of its own.
    message = _whose(figure.data.who, figure.data.over)
    return (Span(message, "soft"),) if message else ()


def _whose(who: str, over: str) -> str:
    labelled = ((say("Who"), who), (say("Time"), over))
    return " ".join(f"{label}: {text.rstrip('.')}." for label, text in labelled if text)


def _unsaid(figure: Figure) -> str:
    """Every value, where the sentence does not say all of them; else nothing."""
    data = figure.data
    if isinstance(data, IconArray):
        values: list[float] = [data.of, *(group.people for group in data.groups)]
        shown = [(group.label, f"{group.people} {_of(data)}") for group in data.groups]
    elif isinstance(data, Bars):
        values = [bar.value for bar in data.bars]
        shown = [
            (f"{bar.group}: {bar.label}" if bar.group else bar.label, _value(bar, data))
            for bar in data.bars
        ]
    else:
        return ""
    numbers = {number.replace(",", "") for number in _NUMBER.findall(figure.alt)}
    if numbers.issuperset(_number(value) for value in values):
        return ""
    return " ".join(f"{label}: {value}." for label, value in shown)


def _number(value: float) -> str:
    return f"{value:.9f}".rstrip("0").rstrip(".")


def _of(data: IconArray) -> str:
    return say("of {of}", of=data.of)


def _value(bar: Bar, data: Bars) -> str:
    return f"{_number(bar.value)} {data.unit}".strip()


def _drawn(figure: Figure, room: Room, route: Route | None) -> Chunks:
    data = figure.data
    if isinstance(data, IconArray):
        return _icon_array(data, room)
    if isinstance(data, Bars):
        return _bars(data, room)
    if isinstance(data, Flow):
        return _flow(data, room)
    return _timeline(route, room) if route is not None else ()


def _icon_array(data: IconArray, room: Room) -> Chunks:
    panels = [_panel(group, data.of, room) for group in data.groups]
    legend = say(
        "{mark} is one person it happened to, {rest} is one it did not.",
        mark=room.glyph("■", "#"),
        rest=room.glyph("·", "."),
    )
    if room.width < ARRAY * 2 + BETWEEN or len(panels) != 2:
        chunks = [tuple(panel) for panel in panels]
    else:
        chunks = [_side_by_side(panels[0], panels[1])]
    *before, last = chunks
    return (*before, (*last, *wrap_text(legend, room.width, "soft")))


def _side_by_side(left: list[Line], right: list[Line]) -> tuple[Line, ...]:
    height = max(len(left), len(right))
    # Labels may wrap to different heights; the marks below them start on one line.
    left = [()] * (height - len(left)) + left
    right = [()] * (height - len(right)) + right
    return tuple(
        (*a, Span(" " * (ARRAY + BETWEEN - width_of(a))), *b)
        for a, b in zip(left, right, strict=True)
    )


def _panel(group: Group, of: int, room: Room) -> list[Line]:
    label = say("{label}: {count} of {of}", label=group.label, count=group.people, of=of)
    lines = wrap_text(label, min(room.width, ARRAY), "strong")
    for start in range(0, of, ACROSS):
        lines.append(_marks(start, min(start + ACROSS, of), group.people, room))
    return lines


def _marks(start: int, end: int, filled: int, room: Room) -> Line:
    on, off = room.glyph("■", "#"), room.glyph("·", ".")
    spans: list[Span] = []
    for index in range(start, end):
        if index > start and (index - start) % CLUSTER == 0:
            spans.append(Span(" "))
        spans.append(Span(on, "mark") if index < filled else Span(off, "rest"))
    return _merged(spans)


def _merged(spans: list[Span]) -> Line:
    result: list[Span] = []
    for span in spans:
        if result and result[-1].tone == span.tone:
            result[-1] = Span(result[-1].text + span.text, span.tone)
        else:
            result.append(span)
    return tuple(result)


def _bars(data: Bars, room: Room) -> Chunks:
    most = max((bar.value for bar in data.bars), default=0) or 1
    shown = [_value(bar, data) for bar in data.bars]
    length = max(8, min(48, room.width - 4 - max((cells(text) for text in shown), default=0)))
    chunks: list[tuple[Line, ...]] = []
    group = ""
    for bar, value in zip(data.bars, shown, strict=True):
        head = wrap_text(bar.group, room.width, "strong") if bar.group != group else []
        group = bar.group
        size = round(max(0.0, bar.value) / most * length)
        drawn: Line = (
            Span("  "),
            Span(room.glyph("█", "#") * size, "mark"),
            Span(f" {value}".lstrip() if not size else f" {value}", "strong"),
        )
        chunks.append((*head, *wrap_text(bar.label, room.width), drawn))
    return tuple(chunks)


def _flow(data: Flow, room: Room) -> Chunks:
    chunks: list[tuple[Line, ...]] = []
    for number, step in enumerate(data.steps, 1):
        title = (Span(f"{step.title} ", "strong"), Span(f"({certainty(step.certainty)})", "soft"))
        lines = wrap(title, room.width, f"{number}. ", "   ")
        if step.caption:
            lines += wrap((Span(step.caption),), room.width, "   ", "   ")
        if number < len(data.steps):
            lines.append(line("   " + room.glyph("↓", "v"), "soft"))
        chunks.append(tuple(lines))
    return tuple(chunks)


def certainty(value: Certainty) -> str:
    """How sure anyone is, in words."""
    return {
        "shown": say("shown in studies"),
        "likely": say("likely"),
        "unproven": say("an idea, not proven"),
    }[value]


def _timeline(route: Route, room: Room) -> Chunks:
    times = [step_time(step) for step in route.steps]
    column = min(max((cells(time) for time in times), default=0), room.width // 2 - 4)
    dot, bar = room.glyph("●", "o"), room.glyph("│", "|")
    chunks: list[tuple[Line, ...]] = []
    for time, step, following in zip(times, route.steps, [*route.steps[1:], None], strict=True):
        title = wrap((Span(step.title),), room.width - column - 4)
        when = wrap_text(time, column, "soft")
        lines: list[Line] = []
        for index in range(max(len(title), len(when))):
            left = when[index] if index < len(when) else ()
            right = title[index] if index < len(title) else ()
            mark = dot if index == 0 else (bar if following else " ")
            fill = " " * (column - width_of(left))
            lines.append((*left, Span(fill), Span(f" {mark} ", "mark"), *right))
        chunks.append(tuple(lines))
    return tuple(chunks)


def step_time(step: Step) -> str:
    """When a step happens, in words an anxious person can place."""
    if step.at is None:
        return step.when
    if step.at == 0:
        return step.when or say("Start of the medicine")
    span = _duration(abs(step.at))
    return say("{span} before", span=span) if step.at < 0 else say("After {span}", span=span)


def _duration(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    if minutes < 100:
        return say("{n} minute", "{n} minutes", n=minutes)
    if not rest:
        return say("{n} hour", "{n} hours", n=hours)
    return say("{n} hour", "{n} hours", n=hours) + " " + say("{n} minute", "{n} minutes", n=rest)

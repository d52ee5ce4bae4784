"""Pictures in characters: counts as marks, values as bars, ideas as a chain, a day along time.

Meaning is in the characters and the words; colour only repeats it. In words alone a figure is its
`alt` sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.layout.line import BLANK, Line, Room, Span, cells, line, width_of
from edu_tui.layout.part import Drawn, Gap, Labelled, Part, Words
from edu_tui.layout.wrap import wrap, wrap_text
from edu_tui.model.figure import Bars, Flow, IconArray
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.model.figure import Bar, Certainty, Figure, Group
    from edu_tui.model.module import Route, Step

Chunks = tuple[tuple[Line, ...], ...]

ACROSS = 25
"""Marks in a row of an icon array."""
CLUSTER = 5
ARRAY = ACROSS + ACROSS // CLUSTER - 1
"""Columns of an icon array."""
BETWEEN = 6
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def figure_parts(
    figure: Figure, room: Room, route: Route | None = None, cites: str = ""
) -> list[Part]:
    """The figure with its title, how to read it, and the same in words with its source numbers."""
    if room.medium == "words":
        title = Span(say("Picture: {title}.", title=figure.title) + " ")
        return [Words((title, *figure_in_words(figure, cites)))]
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


def figure_in_words(figure: Figure, cites: str = "") -> tuple[Span, ...]:
    """Its sentence with its source numbers, what that leaves out, whose numbers they are, what they come to."""
    compared = " ".join(f"{label}: {text}" for label, text in _compared(figure))
    after = (Span(compared),) if compared else ()
    return (*_sentence(figure, cites), *_after(_people(figure)), *_after(after))


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
    labelled = ((say("Who"), figure.data.who), (say("Time"), figure.data.over))
    # In one tone: a line of another tone would be read aloud as a sentence of its own.
    message = " ".join(f"{label}: {text.rstrip('.')}." for label, text in labelled if text)
    return (Span(message, "soft"),) if message else ()


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

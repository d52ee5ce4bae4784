"""What the counters tell an author: which passages need work, and how each question went.

The JSON keys are a promise: `format` changes when one of them changes its meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from edu_tui.layout.day import month_in_words
from edu_tui.layout.line import plain
from edu_tui.layout.wrap import wrap_text
from edu_tui.learning.counted import STEP, added, counted, to_mend
from edu_tui.learning.tally import VISIT
from edu_tui.model.version import question_unit
from edu_tui.system.errors import BrokenModuleError
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from edu_tui.learning.counted import Counted, Gain, QuestionCounts
    from edu_tui.learning.tally import Cell
    from edu_tui.library.open_library import OpenLibrary
    from edu_tui.records.counters import Month

FORMAT = 2


class Told(NamedTuple):
    """A module's numbers, and where its parts stand in the library."""

    counted: Counted
    file: str
    lines: dict[str, int]

    def place(self, unit: str) -> str:
        """`en/going-home.yaml:31`."""
        line = self.lines.get(unit)
        return f"{self.file}:{line}" if line else self.file

    def passage(self, teaches: str) -> str:
        """The same of what a question teaches: a section, a route or a step."""
        ends = (name for name in self.lines if name.rpartition("/")[2] == teaches)
        return self.place(teaches if teaches in self.lines else next(ends, teaches))


class StatsReport(NamedTuple):
    """All that may be told."""

    months: tuple[str, ...]
    """Those of which visits are told, in order."""
    visits: int | None
    modules: tuple[Told, ...]
    """Those that enough people opened, in the order of the library."""


def report(open_library: OpenLibrary, months: Sequence[Month]) -> StatsReport:
    """What is told of these months, beside the library as it is now."""
    library = open_library.library()
    cells = [month.cells for month in months]
    names = dict.fromkeys(name for course in library.courses for name in course.modules)
    modules = []
    for name in names:
        for language in library.languages:
            stats_report = _told(open_library, name, language, cells)
            if stats_report is not None:
                modules.append(stats_report)
    counted_in = tuple(sorted({month.name for month in months if VISIT in month.cells}))
    return StatsReport(counted_in, added(cells, VISIT), tuple(modules))


def _told(
    open_library: OpenLibrary, name: str, language: str, months: Sequence[Mapping[Cell, int]]
) -> Told | None:
    try:
        module = open_library.module(name, language)
    except BrokenModuleError:
        return None
    if module.language != language:
        return None
    numbers = counted(module, months, open_library.library().clinic)
    if numbers.opened is None:
        return None
    return Told(numbers, *open_library.lines(name, language))


# in words


def as_text(stats_report: StatsReport, width: int) -> str:
    """For a person: first what needs work, then every module."""
    if stats_report.visits is None:
        lines = [say("There is nothing to tell yet."), ""]
        lines.append(
            say("A month is told when it is over, and only if 5 people or more came in it.")
        )
    else:
        lines = [*_head(stats_report), "", *_mend(stats_report)]
        for module in stats_report.modules:
            lines += ["", *_module(module)]
    return "".join(f"{line}\n" for text in lines for line in _fitted(text, width))


def _head(stats_report: StatsReport) -> Iterator[str]:
    first, last = month_in_words(stats_report.months[0]), month_in_words(stats_report.months[-1])
    months = first if first == last else say("{first} to {last}", first=first, last=last)
    yield say("About {n} visits, {months}.", n=stats_report.visits, months=months)
    yield say(
        "Each month is told when it is over, in steps of 5. What fewer than 5 people did is not told."
    )


def _mend(stats_report: StatsReport) -> Iterator[str]:
    by_module = {id(module.counted): module for module in stats_report.modules}
    pairs = to_mend([module.counted for module in stats_report.modules])
    if not pairs:
        yield say("No passage stands out as one that needs work.")
        return
    yield say("These passages need work, safety first")
    for number, (numbers, asked) in enumerate(pairs, 1):
        where = by_module[id(numbers)]
        yield f"  {number}. {_ask(asked)}"
        yield from _went(asked)
        passage = where.passage(asked.teaches)
        question = where.place(question_unit(asked.id))
        yield say("     The passage: {place}", place=passage)
        yield say("     The question: {place}", place=question)


def _module(counted_module: Told) -> Iterator[str]:
    numbers = counted_module.counted
    title = f"{numbers.title} ({numbers.language}/{numbers.id})"
    yield say("{title}: opened in about {n} visits", title=title, n=numbers.opened)
    if numbers.gain is not None:
        yield f"  {_gain(numbers.gain)}"
    few = 0
    for asked in numbers.asked:
        if asked.answered is None and asked.skipped is None and asked.guessed is None:
            few += 1
            continue
        yield f"  {counted_module.place(question_unit(asked.id))}: {_ask(asked)}"
        yield from _went(asked)
    if few:
        yield say(
            "  {n} question that fewer than 5 people answered.",
            "  {n} questions that fewer than 5 people answered.",
            n=few,
        )


def _ask(asked: QuestionCounts) -> str:
    return say("Safety: {ask}", ask=asked.ask) if asked.must_know else asked.ask


def _went(asked: QuestionCounts) -> Iterator[str]:
    if asked.guessed is not None and asked.gain is None:
        yield "     " + say(
            "{right} of about {n} people guessed it right before reading.",
            right=_about(asked.guessed_right).capitalize(),
            n=asked.guessed,
        )
    if asked.answered is not None:
        parts = [
            say(
                "{right} of about {n} people had it right at once.",
                right=_about(asked.right).capitalize(),
                n=asked.answered,
            )
        ]
        if asked.unsure is not None:
            parts.append(say("About {n} were not sure.", n=asked.unsure))
        yield "     " + " ".join(parts)
    if asked.gain is not None:
        yield f"     {_gain(asked.gain)}"
    for wrong in asked.wrong:
        yield say(
            '     Chosen instead by 5 or more, in {n} month: "{text}": {belief}',
            '     Chosen instead by 5 or more, in {n} months: "{text}": {belief}',
            n=wrong.months,
            text=wrong.text,
            belief=wrong.belief,
        )
    if asked.skipped is not None:
        yield say("     About {n} left it without an answer.", n=asked.skipped)


def _gain(gain: Gain) -> str:
    return say(
        "Right before reading: {before}% (about {guessed_right} of {guessed}); after: {after}% "
        "(about {right} of {answered}). Gain: {points:+d} points.",
        before=gain.before,
        after=gain.after,
        points=gain.points,
        **gain._asdict(),
    )


def _about(number: int | None) -> str:
    return say("fewer than 5") if number is None else say("about {n}", n=number)


def _fitted(text: str, width: int) -> list[str]:
    """Its lines, those that go on as far in as the first; a path is never broken."""
    inner = text.lstrip()
    lead = text[: len(text) - len(inner)]
    if not inner:
        return [""]
    wrapped = wrap_text(inner, width - len(lead), rest="" if len(lead) != 2 else "   ")
    return [f"{lead}{plain(line)}" for line in wrapped]


# for programs


def as_json(stats_report: StatsReport) -> str:
    """One object; `null` stands for every number under five."""
    import json

    record = {
        "format": FORMAT,
        "rounded_to": STEP,
        "months": stats_report.months,
        "visits": stats_report.visits,
        "modules": [_record(module) for module in stats_report.modules],
    }
    return json.dumps(record, ensure_ascii=True, indent=2) + "\n"


def _record(counted_module: Told) -> dict[str, Any]:
    numbers = counted_module.counted
    questions = []
    for asked in numbers.asked:
        fields = asked._asdict() | {
            "gain": _gain_record(asked.gain),
            "wrong": [wrong._asdict() for wrong in asked.wrong],
            "needs_better_passage": asked.needs_better,
            "place": counted_module.place(question_unit(asked.id)),
            "passage": counted_module.passage(asked.teaches),
        }
        questions.append(fields)
    return {
        "id": numbers.id,
        "language": numbers.language,
        "title": numbers.title,
        "opened": numbers.opened,
        "gain": _gain_record(numbers.gain),
        "questions": questions,
    }


def _gain_record(gain: Gain | None) -> dict[str, Any] | None:
    if gain is None:
        return None
    return gain._asdict() | {"before": gain.before, "after": gain.after, "points": gain.points}

"""What the counters tell an author: which passages need work, and how each question went.

The JSON keys are a promise: `format` changes when one of them changes its meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from edu_tui.errors import BrokenModuleError
from edu_tui.learning.counted import STEP, counted, to_mend, told
from edu_tui.model.version import question_unit
from edu_tui.page.day import day_in_words
from edu_tui.page.line import plain
from edu_tui.page.wrap import wrap_text
from edu_tui.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.learning.counted import Asked, Counted
    from edu_tui.library.shelf import Shelf
    from edu_tui.records.counters import Sums

FORMAT = 1


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


class Report(NamedTuple):
    """All that may be told."""

    days: int
    first: str
    last: str
    visits: int | None
    modules: tuple[Told, ...]
    """Those that enough people opened, in the order of the library."""


def report(shelf: Shelf, sums: Sums) -> Report:
    """What was counted, beside the library as it is now."""
    library = shelf.library()
    names = dict.fromkeys(name for course in library.courses for name in course.modules)
    modules = []
    for name in names:
        for language in library.languages:
            made = _told(shelf, name, language, sums)
            if made is not None:
                modules.append(made)
    return Report(sums.days, sums.first, sums.last, told(sums.visits), tuple(modules))


def _told(shelf: Shelf, name: str, language: str, sums: Sums) -> Told | None:
    try:
        module = shelf.module(name, language)
    except BrokenModuleError:
        return None
    if module.language != language:
        return None
    numbers = counted(module, sums.cells, shelf.library().clinic)
    if numbers.opened is None:
        return None
    return Told(numbers, *shelf.lines(name, language))


# in words


def as_text(made: Report, width: int) -> str:
    """For a person: first what needs work, then every module."""
    if made.visits is None:
        lines = [say("There is nothing to tell yet."), ""]
        lines.append(
            say("Today is not told, nor is a day by itself on which fewer than 5 people came.")
        )
    else:
        lines = [*_head(made), "", *_mend(made)]
        for one in made.modules:
            lines += ["", *_module(one)]
    return "".join(f"{line}\n" for text in lines for line in _fitted(text, width))


def _head(made: Report) -> Iterator[str]:
    days = day_in_words(made.first)
    if made.last != made.first:
        days = say("{first} to {last}", first=days, last=day_in_words(made.last))
    yield say("About {n} visits, {days}.", n=made.visits, days=days)
    yield say("Numbers are rounded to 5 and none is under 5, so nobody can be picked out.")


def _mend(made: Report) -> Iterator[str]:
    by_module = {id(one.counted): one for one in made.modules}
    found = to_mend([one.counted for one in made.modules])
    if not found:
        yield say("No passage stands out as one that needs work.")
        return
    yield say("These passages need work, safety first")
    for number, (numbers, asked) in enumerate(found, 1):
        where = by_module[id(numbers)]
        yield f"  {number}. {_ask(asked)}"
        yield from _went(asked)
        passage = where.passage(asked.teaches)
        question = where.place(question_unit(asked.id))
        yield say("     The passage: {place}", place=passage)
        yield say("     The question: {place}", place=question)


def _module(one: Told) -> Iterator[str]:
    numbers = one.counted
    title = f"{numbers.title} ({numbers.language}/{numbers.id})"
    yield say("{title}: opened in about {n} visits", title=title, n=numbers.opened)
    few = 0
    for asked in numbers.asked:
        if asked.answered is None and asked.skipped is None:
            few += 1
            continue
        yield f"  {one.place(question_unit(asked.id))}: {_ask(asked)}"
        yield from _went(asked)
    if few:
        yield say(
            "  {n} question that fewer than 5 people answered.",
            "  {n} questions that fewer than 5 people answered.",
            n=few,
        )


def _ask(asked: Asked) -> str:
    return say("Safety: {ask}", ask=asked.ask) if asked.must_know else asked.ask


def _went(asked: Asked) -> Iterator[str]:
    if asked.answered is not None:
        said = [
            say(
                "{right} of about {n} people had it right at once.",
                right=_about(asked.right).capitalize(),
                n=asked.answered,
            )
        ]
        if asked.unsure is not None:
            said.append(say("About {n} were not sure.", n=asked.unsure))
        yield "     " + " ".join(said)
    for at, wrong in enumerate(asked.wrong):
        lead = say("Most often instead") if at == 0 else say("Also")
        text = say(
            '     {lead}: "{text}" (about {n}): {belief}',
            lead=lead,
            text=wrong.text,
            n=wrong.people,
            belief=wrong.belief,
        )
        yield text
    if asked.skipped is not None:
        yield say("     About {n} left it without an answer.", n=asked.skipped)


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


def as_json(made: Report) -> str:
    """One object; `null` stands for every number under five."""
    import json

    record = {
        "format": FORMAT,
        "rounded_to": STEP,
        "days": made.days,
        "first_day": made.first,
        "last_day": made.last,
        "visits": made.visits,
        "modules": [_record(one) for one in made.modules],
    }
    return json.dumps(record, ensure_ascii=True, indent=2) + "\n"


def _record(one: Told) -> dict[str, Any]:
    numbers = one.counted
    questions = []
    for asked in numbers.asked:
        fields = asked._asdict() | {
            "wrong": [wrong._asdict() for wrong in asked.wrong],
            "needs_better_passage": asked.needs_better,
            "place": one.place(question_unit(asked.id)),
            "passage": one.passage(asked.teaches),
        }
        questions.append(fields)
    return {
        "id": numbers.id,
        "language": numbers.language,
        "title": numbers.title,
        "opened": numbers.opened,
        "questions": questions,
    }

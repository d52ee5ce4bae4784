"""A module as one text, read from the first line to the last: paper, a pipe, a braille display.

Sources are numbered once, in the order of reading, and only those of what is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.layout.crisis import crisis_parts
from edu_tui.layout.line import Room, Span
from edu_tui.layout.paper_questions import answers_parts, question_texts, questions_parts
from edu_tui.layout.part import Gap, Heading, Labelled, Pictured, Words, words
from edu_tui.layout.picture import with_picture
from edu_tui.layout.review import review_words, reviewer_words
from edu_tui.layout.section import body_parts
from edu_tui.layout.sheet_to_fill import sheet_in_words
from edu_tui.layout.source import sources_parts
from edu_tui.layout.step import told_parts, when_words
from edu_tui.layout.text import TextVoice, spans
from edu_tui.model import markup
from edu_tui.model.library import in_language
from edu_tui.model.review import UNREVIEWED
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from edu_tui.layout.part import Part
    from edu_tui.model.library import Library
    from edu_tui.model.module import Module, Route, Section, Step
    from edu_tui.model.reference import Source
    from edu_tui.model.review import State


class PrintedModule(NamedTuple):
    """What one module needs to be printed."""

    module: Module
    """As its reader may see it."""
    library: Library
    sources: Mapping[str, Source]
    detailed: bool
    """Whether "more" is printed too."""
    state: State = UNREVIEWED
    """Who signed it, and whether that holds."""


def paper_parts(paper: PrintedModule, room: Room) -> list[Part]:
    """Everything, in reading order."""
    module = paper.module
    cited = dict.fromkeys(_cited(module, detailed=paper.detailed))
    numbers = {name: n for n, name in enumerate(cited, 1)}
    voice = TextVoice(paper.library.clinic, numbers)
    parts = _front(paper, voice)
    parts += whole_parts(module, voice, room, detailed=paper.detailed)
    parts += [Gap(), Heading(say("Crisis help"), level=2), Gap(), *crisis_parts(paper.library)]
    if numbers:
        parts += [Gap(), Heading(say("How do we know this?"), level=2)]
        parts += sources_parts(numbers, paper.sources)
    return parts


def whole_parts(module: Module, voice: TextVoice, room: Room, *, detailed: bool) -> list[Part]:
    """Its sections, the day step by step, what to fill in, the questions, and then their answers."""
    parts: list[Part] = []
    total = len(module.sections)
    for number, section in enumerate(module.sections, 1):
        title = say("Part {n} of {total}: {title}", n=number, total=total, title=_titled(section))
        parts += [Gap(), Heading(title, level=2), Gap()]
        parts += body_parts(section, module.walkthrough, voice, room, detailed=detailed)
    if module.walkthrough is not None:
        parts += [Gap(), Heading(module.walkthrough.title, level=2)]
        for route in module.walkthrough.routes:
            parts += _route(route, voice, room)
    for sheet in module.sheets:
        parts += [Gap(), Heading(say("To fill in: {title}", title=sheet.title), level=2), Gap()]
        parts += with_picture(sheet.picture, sheet_in_words(sheet, sheet.rows, voice), room)
    parts += questions_parts(module.questions, voice)
    return parts + answers_parts(module.questions, voice)


def _front(paper: PrintedModule, voice: TextVoice) -> list[Part]:
    module = paper.module
    parts: list[Part] = [
        Heading(module.title, level=1),
        words(in_language(paper.library.title, module.language)),
    ]
    parts.append(words(f"{review_words(paper.state) or reviewer_words(paper.state)}."))
    parts.append(words(say("{n} minute", "{n} minutes", n=module.minutes)))
    parts += [Gap(), Pictured(module.picture)] if module.picture else []
    parts += [Gap(), Words(spans(module.summary, voice))]
    if module.objectives:
        parts += [Gap(), words(say("Afterwards you can:"))]
        parts += [Words(spans(objective.text, voice), "- ") for objective in module.objectives]
    return parts


def _titled(part: Section | Step) -> str:
    if part.audience == "patient":
        return part.title
    return say("{title} (for staff)", title=part.title)


def _route(route: Route, voice: TextVoice, room: Room) -> list[Part]:
    total = len(route.steps)
    steps = say("{n} step", "{n} steps", n=total)
    parts: list[Part] = [Gap(), Heading(f"{route.title}, {steps}", level=2)]
    for number, step in enumerate(route.steps, 1):
        title = say("Step {n} of {total}: {title}", n=number, total=total, title=_titled(step))
        parts += [Gap(), Heading(title), words(when_words(step, room))]
        parts += with_picture(step.picture, told_parts(step, voice), room)
        parts += _numbers_of(step.sources, voice)
    return parts


def _numbers_of(sources: tuple[str, ...], voice: TextVoice) -> list[Part]:
    """The numbers of sources that no word of the text carries."""
    if not sources:
        return []
    shown = ", ".join(f"[{voice.numbers[name]}]" for name in sources)
    return [Labelled(say("Sources"), (Span(shown, "cite"),))]


def _cited(module: Module, *, detailed: bool) -> Iterator[str]:
    """Every source of what is shown, in the order of reading, as often as it is cited."""
    yield from _in(module.summary, *(objective.text for objective in module.objectives))
    for section in module.sections:
        yield from _in(section.body, section.more if detailed else "")
        yield from section.figure.cited if section.figure else ()
        yield from _in(*(callout.text for callout in section.callouts), section.key_message)
    for route in module.walkthrough.routes if module.walkthrough else ():
        for step in route.steps:
            yield from _in(step.happens, step.you_may_notice, step.you_can)
            yield from _in(step.tell_staff_if, step.staff_note)
            yield from step.sources
    yield from _in(*question_texts(module.questions))


def _in(*texts: str) -> Iterator[str]:
    for text in texts:
        yield from (name for _, name in markup.references(text, "cite"))

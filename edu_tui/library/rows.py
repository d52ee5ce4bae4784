"""What of a module can be found by search: its sections, steps and questions, as plain words.

Answers are left out: finding a question must not give it away. What only staff may read is marked,
so that it is kept apart from the start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from edu_tui.library.contents import Entry
from edu_tui.model import markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from edu_tui.model.library import Audience
    from edu_tui.model.module import Module, Section, Step
    from edu_tui.model.reference import Term

Place = Literal["section", "step", "question", "word"]


class Row(NamedTuple):
    """One thing to find."""

    title: str
    body: str
    kind: Place
    place: str
    route: str
    audience: Audience
    about: str = ""
    """The module's title and summary, on the part that a search for them leads to."""


def entry_of(module: Module) -> Entry:
    """A module's row in the outline."""
    seen = module.for_audience("patient")
    routes = seen.walkthrough.routes if seen.walkthrough else ()
    return Entry(
        module.id,
        module.language,
        module.title,
        plain_words([module.summary]),
        module.minutes,
        len(seen.sections),
        max((len(route.steps) for route in routes), default=0),
        len(seen.questions),
        "ready",
    )


def rows_of(module: Module) -> list[Row]:
    """Everything of a module that can be found, in reading order."""
    rows = [_section(section) for section in module.sections]
    first = next((at for at, row in enumerate(rows) if row.audience == "patient"), 0)
    rows[first] = rows[first]._replace(about=f"{module.title} {plain_words([module.summary])}")
    for route in module.walkthrough.routes if module.walkthrough else ():
        for step in route.steps:
            rows += _step(step, route.id)
    for question in module.questions:
        ask = plain_words([question.ask])
        rows.append(Row(ask, "", "question", question.id, "", question.audience))
    return rows


def rows_of_terms(terms: Iterable[Term]) -> list[Row]:
    """A glossary's entries."""
    return [
        Row(term.term, plain_words([term.plain, *term.also]), "word", term.term, "", "patient")
        for term in terms
    ]


def plain_words(texts: Iterable[str]) -> str:
    """Texts without their markup, one after the other."""
    return " ".join(word for text in texts for word in _words(text))


def _words(text: str) -> Iterator[str]:
    for block in markup.parse(text):
        yield block.plain


def _section(section: Section) -> Row:
    texts = [section.text, *(callout.text for callout in section.callouts), section.key_message]
    if section.figure:
        texts += [section.figure.title, section.figure.alt]
    body = plain_words([*texts, section.more])
    return Row(section.title, body, "section", section.id, "", section.audience)


def _step(step: Step, route: str) -> Iterator[Row]:
    texts = [step.happens, step.you_may_notice, step.you_can, step.tell_staff_if]
    body = " ".join([plain_words(texts), *step.who, *step.watched])
    yield Row(step.title, body, "step", step.id, route, step.audience)
    if step.staff_note:
        yield Row(step.title, plain_words([step.staff_note]), "step", step.id, route, "staff")

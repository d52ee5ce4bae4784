"""What of a module can be found by search: its sections, steps and questions, as plain words.

Answers are left out: finding a question must not give it away. What only staff may read is marked,
so that it is kept apart from the start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from edu_tui.library.index.contents import Entry
from edu_tui.model import markup
from edu_tui.model.figure import Bars, Compare, IconArray

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from edu_tui.model.library import Audience
    from edu_tui.model.module import Module, Route, Section, Step
    from edu_tui.model.reference import Term

_ENDS = frozenset(".,:;!?")

Place = Literal["section", "step", "question", "word"]


class SearchRow(NamedTuple):
    """One thing to find."""

    title: str
    """Empty for a question: it would come before all texts as if it were their title."""
    body: str
    kind: Place
    place: str
    route: str
    audience: Audience
    about: str = ""
    """The module's title and summary, on the part that a search for them leads to."""
    more: str = ""
    """What is shown only when more detail is."""
    whole: str = ""
    """The title of the route that a step is of."""
    unquoted: str = ""
    """What leads here but is not shown among what was found: an option without its label is an order."""


def entry_of(module: Module, clinic: Mapping[str, str]) -> Entry:
    """A module's row in the outline."""
    seen = module.for_audience("patient")
    routes = seen.walkthrough.routes if seen.walkthrough else ()
    return Entry(
        module.id,
        module.language,
        module.title,
        plain_words([module.summary], clinic),
        module.minutes,
        len(seen.sections),
        max((len(route.steps) for route in routes), default=0),
        len(seen.questions),
        "ready",
        int(bool(module.assessment)),
        sum(question.must_know for question in seen.questions),
    )


def rows_of(module: Module, clinic: Mapping[str, str]) -> list[SearchRow]:
    """Everything of a module that can be found, in reading order, with the clinic's own words in it."""
    rows = [_section(section, clinic) for section in module.sections]
    first = next((at for at, row in enumerate(rows) if row.audience == "patient"), 0)
    about = f"{module.title} {plain_words([module.summary], clinic)}"
    rows[first] = rows[first]._replace(about=about)
    for route in module.walkthrough.routes if module.walkthrough else ():
        rows += [row for step in route.steps for row in _step(step, route, clinic)]
    for question in module.questions:
        ask = plain_words([question.ask], clinic)
        rows.append(SearchRow("", ask, "question", question.id, "", question.audience))
    return rows


def rows_of_terms(terms: Iterable[Term]) -> list[SearchRow]:
    """A glossary's entries."""
    return [
        SearchRow(
            term.term, plain_words([term.plain, *term.also], {}), "word", term.term, "", "patient"
        )
        for term in terms
    ]


def plain_words(texts: Iterable[str], clinic: Mapping[str, str]) -> str:
    """Texts without their markup, one after the other, the items of a list kept apart."""
    message = ""
    for words in (words for text in texts for words in _words(text, clinic)):
        message += (" " if message[-1:] in _ENDS else ". ") + words if message else words
    return message


def _words(text: str, clinic: Mapping[str, str]) -> Iterator[str]:
    for block in markup.parse(text):
        parts = (
            clinic.get(piece.ref, markup.UNNAMED) if piece.kind == "clinic" else piece.text
            for piece in block.pieces
            if piece.kind != "cite"
        )
        yield "".join(parts).strip()


def _section(section: Section, clinic: Mapping[str, str]) -> SearchRow:
    texts = [section.body, *(callout.text for callout in section.callouts), section.key_message]
    texts += [picture.caption for picture in section.pictures]
    if section.figure:
        # what its drawing says besides is not there where it is told in words alone
        texts += [section.figure.title, section.figure.alt]
        if isinstance(section.figure.data, (IconArray, Bars)):
            texts += [section.figure.data.who, section.figure.data.over]
        if isinstance(section.figure.data, Compare):
            texts += _compared(section.figure.data)
    body, more = plain_words(texts, clinic), plain_words([section.more], clinic)
    return SearchRow(section.title, body, "section", section.id, "", section.audience, more=more)


def _compared(data: Compare) -> Iterator[str]:
    """What a table says, row by row."""
    labels = {option.id: option.label for option in data.options}
    for row in data.rows:
        yield row.ask
        yield from (f"{labels.get(cell.option, '')}: {cell.text}" for cell in row.cells)


def _step(step: Step, route: Route, clinic: Mapping[str, str]) -> Iterator[SearchRow]:
    texts = [step.happens, step.you_may_notice, step.tell_staff_if]
    texts += [step.picture.caption] if step.picture else []
    row = SearchRow(
        step.title,
        plain_words(texts, clinic),
        "step",
        step.id,
        route.id,
        step.audience,
        whole=route.title,
    )
    # Found, but never quoted: without their labels these would be words without sense.
    labelled = [step.you_can, step.when, ", ".join(step.who), ", ".join(step.watched)]
    yield row._replace(unquoted=plain_words(filter(None, labelled), clinic))
    if step.staff_note:
        note = plain_words([step.staff_note], clinic)
        yield SearchRow(step.title, note, "step", step.id, route.id, "staff", whole=route.title)

"""How a take-away ends: the words it uses, where its facts come from, and which texts it was made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from edu_tui.layout.line import Span
from edu_tui.layout.part import Box, Gap, Heading, Labelled, Words, words
from edu_tui.layout.review import review_words, reviewer_words
from edu_tui.layout.source import sources_parts
from edu_tui.layout.text import spans
from edu_tui.model import markup
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from edu_tui.handout.content import Takeaway
    from edu_tui.layout.part import Part
    from edu_tui.layout.text import TextVoice
    from edu_tui.model.module import Module
    from edu_tui.model.reference import Term
    from edu_tui.model.review import State


def ending_parts(takeaway: Takeaway, voice: TextVoice, shown: Sequence[Part]) -> list[Part]:
    """Words, sources and versions of what is `shown`."""
    parts: list[Part] = []
    terms = _terms(takeaway, shown)
    if terms:
        parts += [Gap(), Heading(say("What the words mean"), level=2), Gap()]
        parts += [_term(term, voice) for term in terms]
    if len(voice.numbers):
        parts += [Gap(), Heading(say("How do we know this?"), level=2)]
        parts += sources_parts(list(voice.numbers), takeaway.sources)
    parts += [Gap(), Heading(say("About this paper"), level=2), Gap()]
    states = takeaway.states
    parts.append(words(say("These are the versions of the texts:")))
    parts.append(Gap())
    apart = {state.kind for state in states} not in (set(), {"unreviewed"})
    return parts + [
        _version(module, version, states[at] if apart else None)
        for at, (module, version) in enumerate(
            zip(takeaway.printed, takeaway.versions, strict=True)
        )
    ]


def _version(module: Module, version: str, state: State | None) -> Part:
    """Which text that is, and who signed it where that is not told of all at once."""
    spans_of = (Span(f"{module.title} "), Span(f"({module.id}, {version})", "soft"))
    if state is None:
        return Words(spans_of, "- ")
    message = reviewer_words(state) or review_words(state)
    return Words((*spans_of, Span(f". {message}.")), "- ")


def _term(term: Term, voice: TextVoice) -> Part:
    how = f"({term.say}) " if term.say else ""
    return Labelled(term.term, (Span(how, "soft"), *spans(term.plain, voice)))


def _terms(takeaway: Takeaway, shown: Sequence[Part]) -> list[Term]:
    """The entries of the words that are shown, in the order of the alphabet."""
    names = {
        piece.text.casefold(): piece.ref.lower()
        for text in _texts(takeaway.printed)
        for block in markup.parse(text)
        for piece in block.pieces
        if piece.kind == "term"
    }
    used = {
        names.get(span.text.casefold(), span.text.lower())
        for part in shown
        if isinstance(part, (Words, Box, Labelled))
        for span in part.spans
        if span.tone == "term"
    }
    terms = {
        takeaway.terms[name].term: takeaway.terms[name] for name in used if name in takeaway.terms
    }
    return sorted(terms.values(), key=lambda term: term.term.casefold())


def _texts(value: Any) -> Iterator[str]:
    """Every text within records."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _texts(item)

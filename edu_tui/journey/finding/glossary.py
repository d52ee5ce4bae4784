"""Words: what they mean and how to say them; those of the page first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.action import Action
from edu_tui.journey.place import Navigation, swap
from edu_tui.journey.reading.paged import Paged
from edu_tui.journey.view import Request, Row
from edu_tui.layout.line import Span
from edu_tui.layout.part import Gap, Words, words
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.model.reference import Term


class Glossary(Paged):
    """The words of a page, or all of them."""

    alone: ClassVar[bool] = True

    def __init__(self, here: tuple[str, ...] = (), opened: str = "") -> None:
        super().__init__()
        self._here = here
        self._opened = opened

    @override
    def title(self) -> str:
        """Which words these are."""
        return say("Words on this page") if self._here else say("What the words mean")

    @override
    def text(self, room: Room) -> list[Part]:
        """Each word in bold, how to say it, what it means."""
        parts: list[Part] = []
        for term in self._terms():
            parts += [Gap(), term_part(term)] if parts else [term_part(term)]
        return parts or [words(say("No words are explained here yet."))]

    @override
    def rows(self) -> list[Row]:
        """From the page's words to all words."""
        return [Row(Request(Action.ALL), say("All words"))] if self._here or self._opened else []

    @override
    def do(self, do: Request) -> Navigation | None:
        """Show all words."""
        if do.action is Action.ALL:
            return swap(Glossary())
        return super().do(do)

    def _terms(self) -> list[Term]:
        if self._opened or self._here:
            return terms_of(self.visit, (self._opened,) if self._opened else self._here)
        known = self.visit.open_library.glossary(self.visit.language)
        shown = dict.fromkeys(term for term in known.values() if self.visit.may_explain(term.term))
        return sorted(shown, key=lambda term: term.term.casefold())


def terms_of(visit: Visit, names: Sequence[str]) -> list[Term]:
    """What the glossary says of them, each once; it may not know all."""
    known = visit.open_library.glossary(visit.language) if names else {}
    return list(dict.fromkeys(known[name.casefold()] for name in names if name.casefold() in known))


def term_part(term: Term) -> Words:
    """`dissociation (dis-SO-see-AY-shun): Feeling far away from your body.`"""
    spans = [Span(term.term, "strong")]
    if term.say:
        spans.append(Span(f" ({term.say})", "soft"))
    spans.append(Span(": " + term.plain))
    return Words(tuple(spans))

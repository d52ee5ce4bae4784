"""How do we know this: the sources of a page, and how far each was checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.paged import Paged
from edu_tui.page.line import Span
from edu_tui.page.part import Gap, Heading, Words, words
from edu_tui.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.model.reference import Source
    from edu_tui.page.line import Room
    from edu_tui.page.part import Part


class Sources(Paged):
    """The sources of one page, numbered as on it."""

    alone: ClassVar[bool] = True

    def __init__(self, about: str, ids: tuple[str, ...]) -> None:
        super().__init__()
        self._about = about
        self._ids = ids

    def title(self, visit: Visit) -> str:
        """What is asked."""
        del visit
        return say("How do we know this?")

    def text(self, visit: Visit, room: Room) -> list[Part]:
        """Each source; one that is not in the bibliography says so."""
        del room
        found = visit.shelf.sources() if self._ids else {}
        made: list[Part] = [Heading(self._about)]
        if not self._ids:
            made += [Gap(), words(say("This page cites no sources."))]
        for number, name in enumerate(self._ids, 1):
            made.append(Gap())
            source = found.get(name)
            lead = f"[{number}] "
            if source is None:
                made.append(Words(words(say("This source is missing: {id}", id=name)).spans, lead))
            else:
                made += source_parts(source, lead)
        return made


def source_parts(source: Source, lead: str = "") -> list[Part]:
    """One source as a reader can find it, and how far it was checked."""
    names = "; ".join(source.author)
    head = ". ".join(part for part in (names, source.year) if part)
    spans = [Span(f"{head}. ")] if head else []
    spans.append(Span(f"{source.title}. ".replace("?. ", "? "), "strong"))
    ends = [source.container, f"doi {source.doi}" if source.doi else source.url]
    spans.append(Span(". ".join(part for part in ends if part)))
    made: list[Part] = [Words(tuple(spans), lead)]
    hang = " " * len(lead)
    if source.checked:
        made.append(Words((Span(_checked(source.checked), "soft"),), hang))
    if source.note:
        made.append(Words((Span(source.note, "soft"),), hang))
    return made


def _checked(value: str) -> str:
    return {
        "in full": say("The author of this page read it in full."),
        "excerpt": say("The author of this page read a part of it."),
        "second-hand": say("The author of this page read about it elsewhere."),
        "not yet": say("The author of this page has not been able to check it yet."),
    }.get(value, value)

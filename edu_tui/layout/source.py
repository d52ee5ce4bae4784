"""Sources as parts: where a fact comes from, and how far the author read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.layout.line import Span
from edu_tui.layout.part import Gap, Words, words
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from edu_tui.layout.part import Part
    from edu_tui.model.reference import Source


def sources_parts(ids: Iterable[str], sources: Mapping[str, Source]) -> list[Part]:
    """Each source under its number; one that is not in the bibliography says so."""
    parts: list[Part] = []
    for number, name in enumerate(ids, 1):
        parts.append(Gap())
        source = sources.get(name)
        lead = f"[{number}] "
        parts += [_missing(name, lead)] if source is None else source_parts(source, lead)
    return parts


def titles_parts(ids: Iterable[str], sources: Mapping[str, Source]) -> list[Part]:
    """The same in short: each title under its number."""
    parts: list[Part] = []
    for number, name in enumerate(ids, 1):
        source, lead = sources.get(name), f"[{number}] "
        parts.append(Words((Span(source.title),), lead) if source else _missing(name, lead))
    return parts


def _missing(name: str, lead: str) -> Words:
    return Words(words(say("This source is missing: {id}", id=name)).spans, lead)


def source_parts(source: Source, lead: str = "") -> list[Part]:
    """One source as a reader can find it, and how far it was checked."""
    names = "; ".join(source.author)
    head = ". ".join(part for part in (names, source.year) if part)
    spans = [Span(f"{head}. ")] if head else []
    spans.append(Span(f"{source.title}. ".replace("?. ", "? "), "strong"))
    ends = [source.container, f"doi {source.doi}" if source.doi else source.url]
    spans.append(Span(". ".join(part for part in ends if part)))
    parts: list[Part] = [Words(tuple(spans), lead)]
    hang = " " * len(lead)
    if source.checked:
        parts.append(Words((Span(_checked(source.checked), "soft"),), hang))
    if source.note:
        parts.append(Words((Span(source.note, "soft"),), hang))
    return parts


def _checked(value: str) -> str:
    return {
        "in full": say("The author of this page read it in full."),
        "excerpt": say("The author of this page read a part of it."),
        "second-hand": say("The author of this page read about it elsewhere."),
        "not yet": say("The author of this page has not been able to check it yet."),
    }.get(value, value)

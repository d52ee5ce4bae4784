"""Help at once as parts: whom to call, and when they answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.layout.line import Span
from edu_tui.layout.part import Gap, Heading, Words, words
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.layout.part import Part
    from edu_tui.model.library import Library


def crisis_in_short(library: Library, *, hours: bool, heading: bool) -> list[Part]:
    """The same in few lines: what to do, and who answers, without an empty line between."""
    parts: list[Part] = []
    if heading:
        parts.append(Heading(say("If you are in danger now, get help now.")))
    for crisis_line in library.crisis:
        name = (
            f"{crisis_line.name}, {crisis_line.country}"
            if _has_several_countries(library)
            else crisis_line.name
        )
        who = f" ({name}), {crisis_line.when}" if hours and crisis_line.when else f" ({name})"
        parts.append(Words((Span(crisis_line.how.rstrip("."), "strong"), Span(who)), "- "))
    return parts


def crisis_parts(library: Library) -> list[Part]:
    """Each of the library's lines with what to do first; never nothing."""
    parts: list[Part] = [
        Heading(say("If you are in danger now, get help now.")),
        words(say("If you are in the clinic, tell any staff member.")),
    ]
    for crisis_line in library.crisis:
        how = f"{crisis_line.how}. " if crisis_line.when else crisis_line.how
        spans = [Span(how.replace("..", "."), "strong")]
        if crisis_line.when:
            spans.append(Span(say("When: {when}.", when=crisis_line.when)))
        several = _has_several_countries(library)
        name = f"{crisis_line.name} ({crisis_line.country})" if several else crisis_line.name
        parts += [Gap(), words(name, "label"), Words(tuple(spans), "  ")]
    if not library.crisis:
        parts += [Gap(), words(say("Call your local emergency number."), "strong")]
    return parts


def _has_several_countries(library: Library) -> bool:
    return len({crisis_line.country for crisis_line in library.crisis}) > 1

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
    made: list[Part] = []
    if heading:
        made.append(Heading(say("If you are in danger now, get help now.")))
    for one in library.crisis:
        name = f"{one.name}, {one.country}" if _has_several_countries(library) else one.name
        who = f" ({name}), {one.when}" if hours and one.when else f" ({name})"
        made.append(Words((Span(one.how.rstrip("."), "strong"), Span(who)), "- "))
    return made


def crisis_parts(library: Library) -> list[Part]:
    """Each of the library's lines with what to do first; never nothing."""
    made: list[Part] = [
        Heading(say("If you are in danger now, get help now.")),
        words(say("If you are in the clinic, tell any staff member.")),
    ]
    for one in library.crisis:
        how = f"{one.how}. " if one.when else one.how
        spans = [Span(how.replace("..", "."), "strong")]
        if one.when:
            spans.append(Span(say("When: {when}.", when=one.when)))
        several = _has_several_countries(library)
        name = f"{one.name} ({one.country})" if several else one.name
        made += [Gap(), words(name, "label"), Words(tuple(spans), "  ")]
    if not library.crisis:
        made += [Gap(), words(say("Call your local emergency number."), "strong")]
    return made


def _has_several_countries(library: Library) -> bool:
    return len({one.country for one in library.crisis}) > 1

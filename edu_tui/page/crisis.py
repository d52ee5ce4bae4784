"""Help at once as parts: whom to call, and when they answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.page.line import Span
from edu_tui.page.part import Gap, Heading, Words, words
from edu_tui.wording import say

if TYPE_CHECKING:
    from edu_tui.model.library import Library
    from edu_tui.page.part import Part


def crisis_parts(library: Library) -> list[Part]:
    """Each of the library's lines with what to do first; never nothing."""
    countries = {one.country for one in library.crisis}
    made: list[Part] = [
        Heading(say("If you are in danger now, get help now.")),
        words(say("If you are in the clinic, tell any staff member.")),
    ]
    for one in library.crisis:
        how = f"{one.how}. " if one.when else one.how
        spans = [Span(how.replace("..", "."), "strong")]
        if one.when:
            spans.append(Span(say("When: {when}.", when=one.when)))
        name = f"{one.name} ({one.country})" if len(countries) > 1 else one.name
        made += [Gap(), words(name, "label"), Words(tuple(spans), "  ")]
    if not library.crisis:
        made += [Gap(), words(say("Call your local emergency number."), "strong")]
    return made

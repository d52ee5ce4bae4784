"""Side notes: the words of a page explained and its sources, right of it where there is room.

They say in short what the keys for words and sources show, on pages that offer these keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import BY_ACTION, Action, key_name
from edu_tui.journey.finding.glossary import term_part, terms_of
from edu_tui.journey.view import View
from edu_tui.layout.line import BLANK
from edu_tui.layout.part import Drawn, Heading, lines_of, words
from edu_tui.layout.source import titles_parts
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edu_tui.journey.place import Place
    from edu_tui.layout.line import Line, Room
    from edu_tui.layout.part import Part


def notes_on(place: Place, keys: frozenset[Action], room: Room) -> View | None:
    """As many as there is room for; None for a page without any."""
    library = place.visit.open_library
    terms = terms_of(place.visit, place.words_here()) if Action.WORDS in keys else []
    cited = place.sources_here() if Action.SOURCES in keys else ()
    sources = titles_parts(cited, library.sources()) if cited else []
    parts = [term_part(term) for term in terms]
    # Sources have a third at most while there are words to explain.
    below = _note(Action.SOURCES, say("Sources"), sources, room, room.height)
    height = room.height - min(len(below) + 1, room.height // 3) if below else room.height
    lines = _note(Action.WORDS, say("Words on this page"), parts, room, height)
    if lines and below:
        left = room.height - len(lines) - 1
        lines = [*lines, BLANK, *_note(Action.SOURCES, say("Sources"), sources, room, left)]
    return View(where=(), parts=(Drawn((tuple(lines or below),)),)) if lines or below else None


def _note(action: Action, title: str, parts: Sequence[Part], room: Room, height: int) -> list[Line]:
    """A heading and what stands under it, each whole; where they are too many, the key that shows all."""
    if not parts:
        return []
    lines = lines_of([Heading(title, "label"), *parts], room)
    if len(lines) <= height:
        return lines
    more = lines_of([words(say("more: press {key}", key=key_name(BY_ACTION[action].keys[0])), "soft")], room)  # fmt: skip
    told = lines_of([Heading(title, "label")], room)
    for part in parts:
        made = lines_of([part], room)
        if len(told) + len(made) + len(more) > height:
            break
        told += made
    return [*told, *more]

"""What a PDF could not show, in words: which characters, where they stand, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.handout.content import still_to_ask
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.handout.content import Takeaway

NAMED = 8
"""Characters that are named; of the others it is said how many there are."""


def lacking_words(lacking: str, takeaway: Takeaway) -> str:
    """Which characters are boxes and where; empty where none is."""
    return boxes_for(lacking, _where(lacking, takeaway)) if lacking else ""


def boxes_for(lacking: str, where: str = "") -> str:
    """Which characters are boxes, in that place or in the text."""
    named = " ".join(f"{char} (U+{ord(char):04X})" for char in lacking[:NAMED])
    if len(lacking) > NAMED:
        named = say("{characters} and {n} more", characters=named, n=len(lacking) - NAMED)
    return say(
        "In the PDF, empty boxes stand for {characters} {where}: no font here has them.",
        characters=named,
        where=where or say("in the text"),
    )


def _where(lacking: str, takeaway: Takeaway) -> str:
    """In which of the reader's own questions, or in the text."""
    asks = enumerate(still_to_ask(takeaway), 1)
    found = [n for n, ask in asks if set(lacking).intersection(ask.text + ask.note)]
    if len(found) == 1:
        return say("in your question {n}", n=found[0])
    if found:
        return say("in your questions {numbers}", numbers=", ".join(map(str, found)))
    return say("in the text")

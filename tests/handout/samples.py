"""Take-aways of the library that ships and of the small sample, with and without a reader's own things."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from edu_tui.handout.content import Takeaway, Unsure
from edu_tui.handout.gather import HandoutSource
from edu_tui.learning.my_questions import Ask
from edu_tui.library.open_library import OpenLibrary

if TYPE_CHECKING:
    from edu_tui.model.question import Kind

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "content"
SAMPLE = ROOT / "tests" / "tui" / "sample"
DAY = date(2026, 11, 25)
OWN = "Can I bring my *dog*, <b>Rex</b> & [[cat]] {clinic.phone}? [999]"
"""A question in a reader's own words, full of marks that mean nothing there."""
NOTE = "She is old."


@cache
def course(*, whole: bool = False) -> Takeaway:
    """The whole course that ships."""
    source = HandoutSource(OpenLibrary(SHIPPED, None), "en", "patient")
    return source.takeaway(source.course(), DAY, whole=whole)


@cache
def of(*names: str, folder: Path = SHIPPED) -> Takeaway:
    """These modules alone."""
    return HandoutSource(OpenLibrary(folder, None), "en", "patient").takeaway(names, DAY)


def full() -> Takeaway:
    """One module with its whole text: sections, the day, questions and answers."""
    return of("the-day", folder=SAMPLE)._replace(whole=True)


@cache
def personal() -> Takeaway:
    """One reader's: own words with a note, a page, and one question of every kind that is not clear."""
    takeaway = of(
        "going-home", "what-to-expect", "how-it-may-work", "what-it-may-help", "is-it-for-me"
    )
    kinds: dict[Kind, Unsure] = {}
    for module in takeaway.modules:
        for question in module.questions:
            kinds.setdefault(question.kind, Unsure(module, question))
    asks = (
        Ask(OWN, "", "", "own", NOTE),
        Ask("A quiet evening", "going-home", "quiet-evening", "page"),
        *(
            Ask(kind.question.ask, kind.module.id, f"?{kind.question.id}", "missed")
            for kind in kinds.values()
        ),
    )
    return takeaway._replace(asks=asks, unsure=tuple(kinds.values()), personal=True)

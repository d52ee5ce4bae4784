"""Paper from the printer of this place: one press is one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from edu_tui.journey.action import Action
from edu_tui.journey.view import Request, Row
from edu_tui.layout.part import Gap, words
from edu_tui.system.errors import EduError, PrintError
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.journey.visit import Visit
    from edu_tui.layout.part import Part

Paper = TypeVar("Paper")
MOST_PRINTED = 3
"""In one visit to a waiting room."""


def may_print(visit: Visit) -> bool:
    """Whether there is a printer; paper is not endless where nobody watches it."""
    return _has_printer(visit) and not _enough(visit)


def print_rows(visit: Visit) -> list[Part | Row]:
    """The row that prints; where this visit has had its paper, that it has."""
    if may_print(visit):
        return [Row(Request(Action.PRINT), say("Print it"))]
    if not _has_printer(visit):
        return []
    return [words(say("This visit has had its paper. Ask the front desk for more.")), Gap()]


def _has_printer(visit: Visit) -> bool:
    return bool(visit.devices.print_command) and visit.devices.has_paper()


def _enough(visit: Visit) -> bool:
    return not visit.profile.can_quit and visit.devices.printed >= MOST_PRINTED


def print_once(visit: Visit, paper: Paper, as_text: Callable[[Paper], str]) -> str:
    """Print what has not been printed just before; why not, in words, or nothing."""
    from edu_tui.handout.printer import send

    if paper == visit.devices.paper:
        return say("It is printed already. Nothing on it is new.")
    visit.devices.printed += 1
    visit.devices.prints()
    try:
        send(visit.devices.print_command, as_text(paper))
    except EduError as error:
        if isinstance(error, PrintError):
            visit.devices.note(f"print: {error.how}")
        if visit.profile.can_quit:
            return say("It could not be printed: {why}", why=error)
        return say("It could not be printed. Ask the front desk for this on paper.")
    visit.devices.paper = paper
    return ""

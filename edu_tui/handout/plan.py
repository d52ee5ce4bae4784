"""A plan on paper and on a phone: its code, the parts that it opens, the day, and how to use it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.layout.day import day_in_words
from edu_tui.layout.part import Gap, Heading, Words, words
from edu_tui.learning.plan_code import plan_code
from edu_tui.system.errors import UsageError
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from edu_tui.layout.part import Part
    from edu_tui.learning.plan import Plan


class PlanNote(NamedTuple):
    """What there is to write down of a plan."""

    code: str
    """In groups; empty where no code can hold the plan."""
    titles: tuple[str, ...]
    """Of its parts, in order."""
    day: str = ""
    """Of the appointment (`2026-12-01`); empty for none to come."""


def plan_note(plan: Plan, modules: Sequence[str], titles: Mapping[str, str]) -> PlanNote | None:
    """The note of a plan in the library of these modules; None where there is no plan."""
    if not plan.parts:
        return None
    try:
        code = plan_code(plan, modules)
    except UsageError:
        # Of modules named at the start there may be more than a code can hold.
        code = ""
    shown = tuple(titles.get(name, name) for name in plan.parts)
    return PlanNote(code, shown, plan.day)


def plan_parts(note: PlanNote | None) -> list[Part]:
    """Its part of the paper."""
    if note is None:
        return []
    parts: list[Part] = [Gap(), Heading(say("My plan"), level=2), Gap()]
    if note.day:
        parts += [words(day_line(note)), Gap()]
    parts.append(words(say("To read, in this order:")))
    parts.append(Gap())
    parts += [Words(words(title).spans, f"{at}. ") for at, title in enumerate(note.titles, 1)]
    if note.code:
        parts += [Gap(), words(say("The code of my plan: {code}", code=note.code), "strong"), Gap()]
        parts += [Words(words(one).spans, "- ") for one in how_to_use(note.code)]
    return parts


def how_to_use(code: str) -> tuple[str, ...]:
    """Where a code opens its plan: in the waiting room, and at home."""
    return (
        say('In the waiting room: choose "I have a code" on the screen, and type it.'),
        say("At home, where edu-tui is, type: edu-tui open {code}", code=code),
    )


def day_line(note: PlanNote) -> str:
    """The day of the appointment in words."""
    return say("My appointment: {day}", day=day_in_words(note.day))


def phone_lines(note: PlanNote) -> list[tuple[str, ...]]:
    """What a phone is told of it, the most needed first."""
    lines: list[tuple[str, ...]] = []
    lines += [(say("My plan: edu-tui open {code}", code=note.code),)] if note.code else []
    lines += [(day_line(note),)] if note.day else []
    lines += [(f"{at}. {title}",) for at, title in enumerate(note.titles, 1)]
    return lines

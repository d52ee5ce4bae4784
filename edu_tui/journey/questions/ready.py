"""What is ready to be asked again today: a few questions at most, and none after the appointment."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.journey.days import day_of

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit


class Ready(NamedTuple):
    """One question that is ready."""

    module: str
    unit: str
    due: int


def ready_now(visit: Visit) -> list[Ready]:
    """The longest due first, no more than are left for today."""
    history, now = visit.history, visit.clock()
    today = day_of(now)
    if history.appointment and today > history.appointment:
        return []
    left = visit.per_day - sum(day_of(at) == today for at in history.reviews)
    if left <= 0:
        return []
    found = []
    for name, trace in history.traces.items():
        if name in visit.contents.entries and any(answer.card for answer in trace.answers.values()):
            for unit in visit.standing(name).ready:
                card = trace.answers[unit].card
                found.append(Ready(name, unit, card.due if card else 0))
    return sorted(found, key=lambda one: one.due)[:left]

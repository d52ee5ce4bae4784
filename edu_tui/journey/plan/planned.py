"""The plan of this visit: what is on it, how it begins and ends, and the rows that lead to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.view import Request, Row
from edu_tui.layout.day import day_in_words, day_of
from edu_tui.learning.event import AppointmentSet, PlanSet
from edu_tui.learning.plan import Plan
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit


def plan_of(visit: Visit) -> Plan:
    """The plan that is set, with the day of the appointment if that is not over; no parts for none."""
    plan = visit.history.plan
    if visit.chosen:
        plan = Plan(visit.chosen)
    day = visit.history.appointment
    return plan._replace(day=day if day >= day_of(visit.clock()) else "")


def begin(visit: Visit, plan: Plan) -> None:
    """Take it over: kept where what the reader does is kept. A day that is over is no appointment."""
    visit.chosen = ()
    visit.record(PlanSet(plan.parts, plan.missing))
    if plan.day >= day_of(visit.clock()):
        visit.record(AppointmentSet(plan.day))


def end(visit: Visit) -> None:
    """No plan is set any more; the appointment stays."""
    visit.chosen = ()
    visit.record(PlanSet(()))


def plan_rows(visit: Visit) -> list[Row]:
    """The row that leads to the plan, while one is set."""
    plan = plan_of(visit)
    if not plan.parts:
        return []
    detail = say("{n} part", "{n} parts", n=len(plan.parts))
    if plan.day:
        detail = say("{parts}, for {day}", parts=detail, day=day_in_words(plan.day))
    return [Row(Request(Action.PLAN), say("My plan"), detail=detail)]


def code_row() -> Row:
    """The row for who has a code."""
    return Row(Request(Action.HAVE_CODE), say("I have a code"))


def appointment_words(day: str, today: str) -> str:
    """When the appointment is, and in how many days; nothing where there is none to come."""
    if not day or day < today:
        return ""
    from datetime import date

    days = (date.fromisoformat(day) - date.fromisoformat(today)).days
    if days == 0:
        return say("My appointment: today, {day}.", day=day_in_words(day))
    if days == 1:
        return say("My appointment: tomorrow, {day}.", day=day_in_words(day))
    return say("My appointment: {day}, in {n} days.", day=day_in_words(day), n=days)

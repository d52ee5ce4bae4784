"""A walkthrough: routes of steps, in the order of the day.

Step ids may come again in another route (both routes have an `arrive`), never twice in one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.decode.citations import read_sources
from edu_tui.library.decode.names import unique
from edu_tui.library.decode.picture import picture_of
from edu_tui.model.module import PHASES, Route, Step, Walkthrough

if TYPE_CHECKING:
    from edu_tui.library.decode.fields import Fields

FARTHEST = 100_000
"""Minutes before or after the medicine: about ten weeks."""


def read_walkthrough(fields: Fields) -> Walkthrough:
    """The `walkthrough:` of a module."""
    title = fields.text("title")
    routes = fields.records("routes", "route", _route)
    fields.finish()
    unique(fields, "id", "route", ((route.id, own.node_of("id")) for route, own in routes))
    return Walkthrough(title, tuple(route for route, _ in routes))


def _route(fields: Fields) -> tuple[Route, Fields]:
    route_id = fields.id()
    title = fields.text("title")
    steps = fields.records("steps", "step", _step)
    fields.finish()
    unique(fields, "id", "step", ((step.id, own.node_of("id")) for step, own in steps))
    latest = 0
    for step, own in steps:
        rank = PHASES.index(step.phase)
        if rank < latest and own.has("phase"):
            message = f"`{step.phase}` comes after a step of phase `{PHASES[latest]}`; move it up"
            own.report_key("phase", "bad-order", message)
        latest = max(latest, rank)
    _check_times(steps)
    return Route(route_id, title, tuple(step for step, _ in steps)), fields


def _check_times(steps: tuple[tuple[Step, Fields], ...]) -> None:
    """Minutes rise from step to step, and their sign says the same as the phase."""
    latest: int | None = None
    for step, own in steps:
        message = ""
        if step.at is None:
            continue
        if step.phase == "before" and step.at > 0:
            message = f"{step.at} minutes after the start, but the phase is `before`: write "
            fits = latest is None or -step.at >= latest
            message += f"{-step.at}, or another phase" if fits else "another phase"
        elif step.phase != "before" and step.at < 0:
            message = (
                f"{-step.at} minutes before the start, but the phase is `{step.phase}`: write "
            )
            fits = latest is None or -step.at >= latest
            message += f"{-step.at}, or `before`" if fits else "`before`"
        elif latest is not None and step.at < latest:
            message = (
                f"{step.at} comes after a step at {latest}: put the steps in the order of the day"
            )
        else:
            latest = step.at
        if message:
            own.report_key("at", "bad-order", message)


def _step(fields: Fields) -> tuple[Step, Fields]:
    step = Step(
        id=fields.id(),
        phase=fields.choice("phase", PHASES),
        at=fields.maybe_integer("at", -FARTHEST, FARTHEST, needed=fields.only("at", "when")),
        when=fields.text("when", needed=fields.only("when", "at")),
        minutes=fields.maybe_integer("minutes", 1, FARTHEST),
        title=fields.text("title"),
        happens=fields.text("happens"),
        you_may_notice=fields.text("you_may_notice", needed=False),
        you_can=fields.text("you_can", needed=False),
        tell_staff_if=fields.text("tell_staff_if", needed=False),
        who=tuple(name for name, _ in fields.texts("who")),
        watched=tuple(name for name, _ in fields.texts("watched")),
        staff_note=fields.text("staff_note", needed=False),
        sources=read_sources(fields),
        audience=fields.audience(),
        picture=picture_of(fields),
    )
    fields.finish()
    if fields.node is not None and not fields.may_have("at") and not fields.may_have("when"):
        message = '`at:` (minutes from the start of the medicine) or `when:` ("The day before") is missing'
        fields.report(fields.node, "missing-key", message)
    return step, fields

"""Going on: the row on home that leads back to where the reader stopped, or to what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.view import Request, Row
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.learning.standing import ModuleProgress
    from edu_tui.library.open_library import Entry


def going_on(visit: Visit) -> Row | None:
    """Where to go on; None where nothing was begun, or nothing is left."""
    entry = visit.contents.entries.get(visit.history.last)
    if entry is None or entry.state != "ready":
        return None
    standing = visit.standing(entry.id)
    step, stop = standing.step, standing.stop
    label = say("Go on where you stopped: {title}", title=entry.title)
    answers = [visit.history.trace(entry.id).answers[unit] for unit in _answered(standing)]
    since = max((stopped.at for stopped in (step, stop) if stopped), default=0)
    if 0 < len(answers) < entry.questions and max(answer.at for answer in answers) > since:
        detail = say("{done} of {total} answered", done=len(answers), total=entry.questions)
        return Row(Request(Action.RESUME, "questions"), label, detail=detail)
    if step is not None and not standing.walked_out and (stop is None or step.at > stop.at):
        return Row(Request(Action.RESUME, "step"), label, detail=say("step by step"))
    if stop is not None:
        return Row(Request(Action.RESUME, "section"), label, detail=_part(visit, entry, standing))
    if standing.is_read(entry.parts):
        return _next(visit, entry)
    return Row(Request(Action.MODULE, entry.id), say("Go on: {title}", title=entry.title))


def _answered(standing: ModuleProgress) -> tuple[str, ...]:
    """Unit names of the questions that were answered as they are now."""
    return (*standing.clear, *standing.to_talk_about)


def _part(visit: Visit, entry: Entry, standing: ModuleProgress) -> str:
    sections = [name for name in visit.texts(entry.id).units if "/" not in name and name[0] != "?"]
    if standing.stop is None or standing.stop.unit not in sections:
        return ""
    number = sections.index(standing.stop.unit) + 1
    return say("part {n} of {total}", n=number, total=entry.parts)


def _next(visit: Visit, entry: Entry) -> Row | None:
    """The first module after this one that is not read; then the first of all that is not."""
    entries = visit.entries()
    ids = [candidate.id for candidate in entries]
    after = ids.index(entry.id) + 1 if entry.id in ids else 0
    for candidate in [*entries[after:], *entries[:after]]:
        if candidate.state == "ready" and not visit.standing(candidate.id).is_read(candidate.parts):
            return Row(
                Request(Action.MODULE, candidate.id), say("Go on: {title}", title=candidate.title)
            )
    return None

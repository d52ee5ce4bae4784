"""How a module and its parts stand for the reader, in a word or two; what matters most first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.layout.meter import Meter, meter_parts
from edu_tui.layout.part import Gap
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.learning.standing import ModuleProgress
    from edu_tui.library.index.contents import Entry


def module_progress(visit: Visit, entry: Entry) -> list[str]:
    """What is to talk about and what has changed; else how far it is read. Nothing where it is not begun:
    ten times "not started" would hide the rest.
    """
    standing = visit.standing(entry.id)
    states = []
    if standing.to_talk_about:
        count = len(standing.to_talk_about)
        states.append(say("{n} to talk about", "{n} to talk about", n=count))
    if standing.changed:
        states.append(say("changed since you read it"))
    if states:
        return states
    if standing.ready:
        count = len(standing.ready)
        return [say("{n} ready to review", "{n} ready to review", n=count)]
    if standing.is_read(entry.parts):
        return [say("clear") if standing.is_clear(entry.questions) else say("read")]
    if standing.read:
        return [say("read {done} of {total}", done=len(standing.read), total=entry.parts)]
    return [say("begun")] if standing.begun else []


def course_progress(visit: Visit, room: Room) -> list[Part]:
    """How far the reader is in all of it, and in what keeps safe, as words and bars; nothing before a start."""
    entries = [
        entry for entry in visit.entries() if entry.state == "ready" and visit.may_show(entry.id)
    ]
    standings = [(entry, visit.standing(entry.id)) for entry in entries]
    if not any(standing.begun for _, standing in standings):
        return []
    read = sum(standing.is_read(entry.parts) for entry, standing in standings)
    safety = [
        unit in standing.clear
        for entry, standing in standings
        for unit in visit.safety_questions(entry.id)
    ]
    meters = [Meter(say("Read"), read, len(entries))]
    if safety:
        meters.append(Meter(say("Safety points clear"), sum(safety), len(safety)))
    return [*meter_parts(meters, room), Gap()]


def section_progress(standing: ModuleProgress, section: str, asked: Iterable[str]) -> str:
    """Of a section, whose questions have these unit names; empty where it is not begun."""
    if section in standing.changed:
        return say("changed since you read it")
    units = list(asked)
    talk = [unit for unit in units if unit in standing.to_talk_about]
    if talk:
        return say("{n} to talk about", "{n} to talk about", n=len(talk))
    if units and all(unit in standing.clear for unit in units):
        return say("clear")
    if section in standing.read:
        return say("read")
    return say("begun") if section in standing.opened else ""


def step_progress(standing: ModuleProgress, unit: str) -> str:
    """Of a step of a walkthrough; empty where it was not seen."""
    if unit in standing.changed:
        return say("changed since you read it")
    return say("seen") if unit in standing.walked else ""


def question_progress(standing: ModuleProgress, unit: str) -> str:
    """Of a question; empty where it was not answered."""
    if unit in standing.changed:
        return say("changed since you answered it")
    if unit in standing.to_talk_about:
        return say("to talk about")
    return say("clear") if unit in standing.clear else ""

"""One learner, and one item: what is behind a row of the manager's view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.reading.paged import Paged
from edu_tui.layout.day import day_in_words
from edu_tui.layout.line import Span
from edu_tui.layout.meter import Meter, meter_parts
from edu_tui.layout.part import Gap, Heading, Words, words
from edu_tui.staff.records.roster import named
from edu_tui.staff.report import words as told
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.staff.report.board import Board
    from edu_tui.staff.report.items import ItemReport
    from edu_tui.staff.report.progress import LearnerProgress, ReportedModule, SkillProgress


def name_of(board: Board, learner: str) -> str:
    """`Ana Ruiz (n-104)`, or the id alone."""
    return named(learner, dict(board.names))


class OneLearner(Paged):
    """Three facts as three bars, then each module and each skill."""

    def __init__(self, board: Board, learner: LearnerProgress) -> None:
        super().__init__()
        self._board = board
        self._learner = learner

    @override
    def title(self) -> str:
        """Who it is."""
        return name_of(self._board, self._learner.learner)

    @override
    def text(self, room: Room) -> list[Part]:
        """All of it."""
        one = self._learner
        state = say("[+] Ready") if one.ready else say("[ ] Not ready yet")
        made: list[Part] = [
            words(state, "good" if one.ready else "talk"),
            words(told.role_words(one, day_in_words)),
            Gap(),
            *meter_parts(_facts(one), room),
            Gap(),
            Heading(say("Modules")),
            *map(_module, one.modules),
        ]
        if one.skills:
            made += [Gap(), Heading(say("Skills")), *map(_skill, one.skills)]
        return made


def _facts(one: LearnerProgress) -> list[Meter]:
    modules, skills = len(one.modules), len(one.skills)
    meters = [Meter(say("Read"), one.read, modules), Meter(say("Understood"), one.passed, modules)]
    return [*meters, Meter(say("Skills seen"), one.seen, skills)] if skills else meters


def _module(one: ReportedModule) -> Words:
    read = told.read_words(one, day_in_words)
    if one.completion == "changed":
        read = say("read, and changed since")
    elif one.completion == "read":
        read = say("read {day}", day=read)
    understood = told.understood_words(one, day_in_words)
    facts = say(": {read}; {understood}.", read=read, understood=understood)
    return Words(
        (Span(one.title, "strong"), Span(facts)), "[+] " if one.understood.holds else "[ ] "
    )


def _skill(one: SkillProgress) -> Words:
    facts = f": {told.skill_words(one, day_in_words)}."
    return Words(
        (Span(one.title, "strong"), Span(facts)), "[+] " if one.result == "can" else "[ ] "
    )


class OneItem(Paged):
    """What is asked, how it went, what was chosen instead, and where to mend it."""

    def __init__(self, item: ItemReport) -> None:
        super().__init__()
        self._item = item

    @override
    def title(self) -> str:
        """Which item."""
        return f"{self._item.title}: {self._item.item}"

    @override
    def text(self, room: Room) -> list[Part]:
        """All of it."""
        one = self._item
        made: list[Part] = [
            words(told.item_words(one), "strong"),
            Gap(),
            *meter_parts(self._went(), room),
            Gap(),
            Heading(say("Chosen instead")),
        ]
        wrong = [Meter(told.chosen_words(mine), mine.times, one.answered) for mine in one.wrong]
        made += meter_parts(wrong, room)
        if not one.wrong:
            made.append(words(say("Nothing that stands out by itself.")))
        if one.place:
            made += [Gap(), Heading(say("Where to mend it"))]
            made.append(words(say("The item: {place}", place=one.place)))
            made.append(words(say("The passage: {place}", place=one.passage)))
        return made

    def _went(self) -> list[Meter]:
        one = self._item
        meters = [Meter(say("Right at once"), one.right, one.answered)]
        if one.unsure:
            meters.append(Meter(say("Not sure"), one.unsure, one.answered))
        if one.blank:
            meters.append(Meter(say("Left empty"), one.blank, one.answered))
        return meters

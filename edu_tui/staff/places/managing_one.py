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
        progress = self._learner
        state = say("[+] Ready") if progress.ready else say("[ ] Not ready yet")
        parts: list[Part] = [
            words(state, "good" if progress.ready else "talk"),
            words(told.role_words(progress, day_in_words)),
            Gap(),
            *meter_parts(_facts(progress), room),
            Gap(),
            Heading(say("Modules")),
            *map(_module, progress.modules),
        ]
        if progress.skills:
            parts += [Gap(), Heading(say("Skills")), *map(_skill, progress.skills)]
        return parts


def _facts(progress: LearnerProgress) -> list[Meter]:
    modules, skills = len(progress.modules), len(progress.skills)
    meters = [
        Meter(say("Read"), progress.read, modules),
        Meter(say("Understood"), progress.passed, modules),
    ]
    return [*meters, Meter(say("Skills seen"), progress.seen, skills)] if skills else meters


def _module(module: ReportedModule) -> Words:
    read = told.read_words(module, day_in_words)
    if module.completion == "changed":
        read = say("read, and changed since")
    elif module.completion == "read":
        read = say("read {day}", day=read)
    understood = told.understood_words(module, day_in_words)
    facts = say(": {read}; {understood}.", read=read, understood=understood)
    return Words(
        (Span(module.title, "strong"), Span(facts)), "[+] " if module.understood.holds else "[ ] "
    )


def _skill(skill: SkillProgress) -> Words:
    facts = f": {told.skill_words(skill, day_in_words)}."
    return Words(
        (Span(skill.title, "strong"), Span(facts)), "[+] " if skill.result == "can" else "[ ] "
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
        item = self._item
        parts: list[Part] = [
            words(told.item_words(item), "strong"),
            Gap(),
            *meter_parts(self._went(), room),
            Gap(),
            Heading(say("Chosen instead")),
        ]
        wrong = [Meter(told.chosen_words(mine), mine.times, item.answered) for mine in item.wrong]
        parts += meter_parts(wrong, room)
        if not item.wrong:
            parts.append(words(say("Nothing that stands out by itself.")))
        if item.place:
            parts += [Gap(), Heading(say("Where to mend it"))]
            parts.append(words(say("The item: {place}", place=item.place)))
            parts.append(words(say("The passage: {place}", place=item.passage)))
        return parts

    def _went(self) -> list[Meter]:
        item = self._item
        meters = [Meter(say("Right at once"), item.right, item.answered)]
        if item.unsure:
            meters.append(Meter(say("Not sure"), item.unsure, item.answered))
        if item.blank:
            meters.append(Meter(say("Left empty"), item.blank, item.answered))
        return meters

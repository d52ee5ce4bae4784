"""What goes into a take-away: the modules of a course, or what one reader has opened and asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.handout.content import Takeaway, Unsure
from edu_tui.handout.plan import plan_note
from edu_tui.layout.ask import is_about_question, words_from
from edu_tui.learning.plan import Plan
from edu_tui.library.signing.state import state_of
from edu_tui.model.version import module_version, question_unit
from edu_tui.system.errors import BrokenModuleError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from edu_tui.handout.plan import PlanNote
    from edu_tui.learning.history import History
    from edu_tui.learning.my_questions import Ask
    from edu_tui.library.open_library import OpenLibrary
    from edu_tui.model.library import Audience
    from edu_tui.model.module import Module
    from edu_tui.model.review import State


class Mine(NamedTuple):
    """As much of a reader's history as a take-away has."""

    opened: frozenset[str]
    """Modules that the reader was in."""
    asks: tuple[Ask, ...]
    to_talk_about: frozenset[tuple[str, str]]
    """Module and unit name of each question missed or unsure, or on the list because it was."""
    plan: Plan = Plan()
    """With the day of the appointment."""


def mine(history: History) -> Mine:
    """What one reader takes along."""
    now = {(name, unit) for name, trace in history.traces.items() for unit in trace.to_talk_about}
    # With a note it stays on the list when it has become clear: its answer belongs to it still.
    listed = {(ask.module, ask.place) for ask in history.asks.asks if ask.by_itself}
    plan = history.plan._replace(day=history.appointment)
    return Mine(frozenset(history.traces), history.asks.asks, frozenset(now | listed), plan)


class HandoutSource(NamedTuple):
    """Where modules come from, for whom, and in which language."""

    open_library: OpenLibrary
    language: str
    audience: Audience

    def course(self) -> list[str]:
        """The modules of the courses for patients, each once, in reading order."""
        courses = self.open_library.library().courses
        return list(
            dict.fromkeys(
                name
                for course in courses
                if course.audience == "patient"
                for name in course.modules
            )
        )

    def reviewed(self, names: Iterable[str], made_on: date) -> list[tuple[Module, State]]:
        """Those that can be shown, as their reader sees them, each with how its file is reviewed."""
        files = self._found(names)[0]
        return list(zip(self._shown(files), self._states(files, made_on), strict=True))

    def _states(self, files: Iterable[Module], made_on: date) -> tuple[State, ...]:
        """Of whole files: what a reader does not see is signed too."""
        day, sign_offs = made_on.isoformat(), self.open_library.sign_offs
        return tuple(state_of(sign_offs.review(module), day) for module in files)

    def _found(self, names: Iterable[str]) -> tuple[list[Module], dict[str, str]]:
        """Those that can be shown, as their files are, and the titles of those that cannot."""
        modules: list[Module] = []
        left_out: dict[str, str] = {}
        for name in names:
            try:
                modules.append(self.open_library.module(name, self.language))
            except BrokenModuleError:
                left_out[name] = self.open_library.title_unread(name, self.language)
        return modules, left_out

    def takeaway(
        self,
        names: Collection[str],
        made_on: date,
        *,
        whole: bool = False,
        own: Mine | None = None,
        besides: Collection[str] = (),
    ) -> Takeaway:
        """The take-away of these modules; with the reader's own things where there are any.

        Of the modules `besides` it has the answers to what was not clear, and nothing else.
        """
        files, left_out = self._found(names)
        modules = self._shown(files)
        more, unsure = self._not_clear(modules, own, besides) if own else ([], ())
        files += more
        open_library = self.open_library
        spoken = open_library.library().languages
        return Takeaway(
            open_library.library(),
            self.language if self.language in spoken else spoken[0],
            tuple(modules),
            open_library.sources(),
            open_library.glossary(self.language),
            made_on,
            asks=own.asks if own else (),
            asked=self._asked(own.asks) if own else {},
            unsure=unsure,
            besides=tuple(self._shown(more)),
            personal=own is not None,
            whole=whole,
            plan=self._noted(own.plan, made_on) if own else None,
            versions=tuple(module_version(module) for module in files),
            states=self._states(files, made_on),
            left_out=left_out,
        )

    def of_reader(self, own: Mine, made_on: date, *, whole: bool = False) -> Takeaway:
        """The take-away of what this reader has opened."""
        course = self.course()
        names = [name for name in course if name in own.opened]
        return self.takeaway(names, made_on, whole=whole, own=own, besides=course)

    def _noted(self, plan: Plan, made_on: date) -> PlanNote | None:
        """The plan in words; a day that is over is no appointment."""
        titles = {module.id: module.title for module in self._found(plan.parts)[0]}
        to_come = plan._replace(day=plan.day if plan.day >= made_on.isoformat() else "")
        return plan_note(to_come, self.open_library.library().every_module(), titles)

    def _asked(self, asks: Iterable[Ask]) -> dict[tuple[str, str], str]:
        """The words of those that stand for a quiz question, as far as their modules are there."""
        known: dict[tuple[str, str], str] = {}
        for ask in asks:
            if is_about_question(ask):
                for module in self._shown(self._found([ask.module])[0]):
                    known[ask.module, ask.place] = words_from(module, ask)
        return known

    def _shown(self, files: Iterable[Module]) -> list[Module]:
        return [module.for_audience(self.audience) for module in files]

    def _not_clear(
        self, modules: list[Module], own: Mine, besides: Collection[str]
    ) -> tuple[list[Module], tuple[Unsure, ...]]:
        """The files of further modules that hold something not clear; and all that is not."""
        known = {module.id for module in modules}
        asked = {name for name, _ in own.to_talk_about} - known
        files = self._found(name for name in besides if name in asked)[0]
        more = [file for file in files if _unsure(self._shown([file]), own)]
        return more, _unsure([*modules, *self._shown(more)], own)


def _unsure(modules: Iterable[Module], own: Mine) -> tuple[Unsure, ...]:
    """In the order of reading, but what keeps the reader safe first."""
    topics = [
        Unsure(module, question)
        for module in modules
        for question in module.questions
        if (module.id, question_unit(question.id)) in own.to_talk_about
    ]
    return tuple(sorted(topics, key=lambda topic: not topic.question.must_know))

"""Progress: who has read what, understood what, been seen doing what. Three facts, never made into one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from edu_tui.layout.day import day_of
from edu_tui.model.library import in_language
from edu_tui.staff.learning.comprehension import comprehension

if TYPE_CHECKING:
    from edu_tui.model.library import Course, Role
    from edu_tui.staff.learning.comprehension import Comprehension
    from edu_tui.staff.report.people import People, ReportedLearner
    from edu_tui.staff.report.texts import ReportTexts

Completion = Literal["none", "read", "changed"]


class ReportedModule(NamedTuple):
    """One module of a learner's role."""

    module: str
    title: str
    completion: Completion
    """`read`: to its end, as it is now; `changed`: to its end, and it says something else now."""
    read_on: str
    understood: Comprehension

    @property
    def passed_on(self) -> str:
        """The day of the latest pass; empty for none."""
        passed = self.understood.passed
        return day_of(passed.at) if passed else ""


class SkillProgress(NamedTuple):
    """One skill of a learner's role."""

    skill: str
    title: str
    result: Literal["none", "can", "not-yet"]
    on: str
    observer: str


class LearnerProgress(NamedTuple):
    """One learner. Ready is only who has passed every module and been seen doing every skill."""

    learner: str
    enrolled: bool
    role: str
    """Its id; empty for the whole course."""
    role_title: str
    """Empty for the whole course."""
    hired: str
    modules: tuple[ReportedModule, ...]
    skills: tuple[SkillProgress, ...]

    @property
    def read(self) -> int:
        """Modules read to the end as they are now."""
        return sum(module.completion == "read" for module in self.modules)

    @property
    def passed(self) -> int:
        """Modules whose pass holds today."""
        return sum(module.understood.holds for module in self.modules)

    @property
    def seen(self) -> int:
        """Skills that somebody has seen."""
        return sum(skill.result == "can" for skill in self.skills)

    @property
    def ready(self) -> bool:
        """Whether all of the role's modules hold and all of its skills were seen."""
        complete = self.passed == len(self.modules) and self.seen == len(self.skills)
        return self.enrolled and complete


def progress(
    people: People, course: Course, texts: ReportTexts, today: str
) -> list[LearnerProgress]:
    """Everyone, in the order of their ids."""
    return [_learner(person, course, texts, today) for person in people.all]


def _learner(
    person: ReportedLearner, course: Course, texts: ReportTexts, today: str
) -> LearnerProgress:
    enrolled = person.attempts.enrolled.get(course.id)
    named = enrolled.role if enrolled else ""
    role = role_of(course, named)
    modules = role.modules if role else course.modules
    skills = role.skills if role else tuple(skill.id for skill in course.skills)
    titles = {skill.id: in_language(skill.title, texts.language) for skill in course.skills}
    return LearnerProgress(
        person.learner,
        enrolled is not None,
        named,
        in_language(role.title, texts.language) if role else "",
        enrolled.hired if enrolled else "",
        tuple(_module(person, course, name, texts, today) for name in modules),
        tuple(_skill(person, name, titles.get(name, name)) for name in skills),
    )


def role_of(course: Course, named: str) -> Role | None:
    """The role; None where there is none of that name, and the whole course is asked for."""
    return next((role for role in course.roles if role.id == named), None)


def _module(
    person: ReportedLearner, course: Course, name: str, texts: ReportTexts, today: str
) -> ReportedModule:
    read = person.attempts.completed.get(name)
    completion: Completion = "none"
    if read is not None:
        completion = "read" if texts.is_current(name, read[1]) else "changed"
    passed = person.attempts.passed(name)
    now = texts.outstanding_as_of(name, passed.language) if passed else None
    return ReportedModule(
        name,
        texts.title(name),
        completion,
        day_of(read[0]) if read else "",
        comprehension(person.attempts, course, name, now, today),
    )


def _skill(person: ReportedLearner, name: str, title: str) -> SkillProgress:
    observation = person.attempts.observed.get(name)
    if observation is None:
        return SkillProgress(name, title, "none", "", "")
    result: Literal["can", "not-yet"] = "can" if observation.result == "can" else "not-yet"
    return SkillProgress(name, title, result, day_of(observation.at), observation.observer)

"""A library: what `library.yaml` says of a whole folder of modules."""

from __future__ import annotations

from typing import Literal, NamedTuple

Audience = Literal["patient", "staff"]
Readers = Literal["patients", "families"]


class CrisisLine(NamedTuple):
    """Where to get help at once; shown one key away on every screen."""

    country: str
    """Country code such as `US`."""
    name: str
    how: str
    """What to do: `Call or text 988`."""
    when: str
    """When it answers, in words; empty when the author gave none."""
    emergency: bool = False
    """Whether it sends somebody at once: first where a body is in danger."""


class DangerWords(NamedTuple):
    """What people type in one language who need help now, besides the words that ship."""

    language: str
    crisis: tuple[str, ...]
    """Thoughts of suicide, of hurting oneself or others."""
    emergency: tuple[str, ...]
    """A body in danger."""


class Skill(NamedTuple):
    """Something that an observer sees a learner do."""

    id: str
    title: dict[str, str]
    """By language code."""


class Role(NamedTuple):
    """What a job in the clinic asks of a new hire, out of one course."""

    id: str
    title: dict[str, str]
    """By language code."""
    modules: tuple[str, ...]
    """To be passed."""
    skills: tuple[str, ...]
    """To be seen by an observer."""


class Chapter(NamedTuple):
    """Some of a course's modules under a heading."""

    title: dict[str, str]
    """By language code."""
    modules: tuple[str, ...]


class Course(NamedTuple):
    """An ordered choice of modules for one audience."""

    id: str
    title: dict[str, str]
    """By language code."""
    audience: Audience
    modules: tuple[str, ...]
    """Module ids, in reading order."""
    mastery: int | None
    """Percent of the items that are not must-know; None where nothing is assessed."""
    valid_for: int | None
    """Days that a pass stays good; None for no limit."""
    renew_on: str
    """Month and day (`01-31`) on which every pass ends; empty for none."""
    priority: tuple[str, ...] = ()
    """Ids of modules to read first when there is little time, the most important first."""
    mastery_from: str = ""
    """How the mastery score was set, by whom and when; empty while it is provisional."""
    attempts_per_day: int = 3
    """Assessments of one module that a learner may begin in a day."""
    tries: int = 2
    """How often an item is asked within one attempt: 1 or 2."""
    grace: int = 30
    """Days that a new hire has, from the day of hire, before a module is overdue; a pass so few days
    before `renew_on` is good until the year after."""
    skills: tuple[Skill, ...] = ()
    roles: tuple[Role, ...] = ()
    """None where everyone does the whole course."""
    chapters: tuple[Chapter, ...] = ()
    """All of its modules, in reading order; none where they stand in one list."""


class Style(NamedTuple):
    """How a house writes: what the rules for the writing take from `library.yaml`."""

    words: tuple[str, ...] = ()
    """Words of its own, in small letters, that its readers know."""
    initials: tuple[str, ...] = ()
    """Capitals that its readers know."""
    grade: int = 6
    """The reading grade that it aims at; two more are an error."""
    sentence: int = 20
    """Words of a long sentence; five more are an error."""
    readers: Readers = "patients"
    """Families are told of the patient, patients are spoken to."""


class Library(NamedTuple):
    """Everything in `library.yaml`."""

    title: dict[str, str]
    """By language code."""
    languages: tuple[str, ...]
    """Language codes; the first is the source language."""
    clinic: dict[str, str]
    """Placeholder name to words: `{clinic.phone}` in a text is `clinic["phone"]`."""
    crisis: tuple[CrisisLine, ...]
    courses: tuple[Course, ...]
    must_set: tuple[str, ...] = ()
    """Placeholders of `clinic` whose words here only stand in: each clinic sets its own."""
    danger_words: tuple[DangerWords, ...] = ()
    updated: str = ""
    """The day its authors last changed its texts (`2026-12-01`); empty where they do not say."""
    style: Style = Style()

    def for_patients(self) -> tuple[str, ...]:
        """The modules of the courses for patients, each once, in reading order."""
        courses = (course for course in self.courses if course.audience == "patient")
        return tuple(dict.fromkeys(name for course in courses for name in course.modules))

    def every_module(self) -> tuple[str, ...]:
        """The modules of all courses, each once."""
        return tuple(dict.fromkeys(name for course in self.courses for name in course.modules))

    def for_clinic(self, clinic: dict[str, str], crisis: tuple[CrisisLine, ...]) -> Library:
        """The same library with a clinic's own words; crisis lines are replaced only by some."""
        return self._replace(clinic={**self.clinic, **clinic}, crisis=crisis or self.crisis)

    def emergency_first(self) -> Library:
        """The same with the lines that send somebody at once before the others."""
        return self._replace(crisis=tuple(sorted(self.crisis, key=lambda line: not line.emergency)))


def in_language(titles: dict[str, str], language: str) -> str:
    """The title in that language, or in the first one the author gave."""
    return titles.get(language) or next(iter(titles.values()), "")

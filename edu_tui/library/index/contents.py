"""What the outline of a library shows, and how it is kept between two starts of the program.

Everything here is plain data that the index can hold, so the first screen needs no YAML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from edu_tui.model.everyday import EverydayWords
from edu_tui.model.library import (
    Chapter,
    Course,
    CrisisLine,
    DangerWords,
    Library,
    Role,
    Skill,
    Style,
)

if TYPE_CHECKING:
    from edu_tui.model.library import Audience
    from edu_tui.model.review import Review

State = Literal["ready", "broken", "missing", "unread"]


class Entry(NamedTuple):
    """One module as an outline row shows it; counts are of what patients see."""

    id: str
    language: str
    """Of its file: the source language where it is not translated."""
    title: str
    """What its first lines or its id say while it cannot be read, or has not been yet."""
    summary: str
    minutes: int
    parts: int
    steps: int
    """Of the longest route; 0 where there is no walkthrough."""
    questions: int
    state: State
    assessed: int = 0
    """1 where it has a bank for assessments of staff."""
    must_know: int = 0
    """Of its questions, so many are about safety."""


class Contents(NamedTuple):
    """A library as it is opened in one language."""

    library: Library
    language: str
    entries: dict[str, Entry]
    """By module id, for every module that a course names."""
    reviews: dict[str, Review]
    """By module id, for every module that somebody has signed; the text as the index knows it."""


def blank_entry(module_id: str, language: str, state: State, title: str = "") -> Entry:
    """An entry of which no more is known than its id, or its title too."""
    # What an id says when it is read as words: nobody but an author is shown an id.
    words = module_id.replace("-", " ")
    title = title or words[:1].upper() + words[1:]
    return Entry(module_id, language, title, "", 0, 0, 0, 0, state)


def outline_entries(library: Library, language: str, known: dict[str, Entry]) -> dict[str, Entry]:
    """Every module of the courses, with what is known of it."""
    entries: dict[str, Entry] = {}
    for course in library.courses:
        for name in course.modules:
            entries[name] = known.get(name) or blank_entry(name, language, "unread")
    return entries


def audiences(library: Library) -> dict[str, Audience]:
    """Who each module is for: patients, unless only staff courses name it."""
    result: dict[str, Audience] = {}
    for course in library.courses:
        for name in course.modules:
            if result.get(name) != "patient":
                result[name] = course.audience
    return result


def library_from_lists(parts: list[Any]) -> Library:
    """A library from what JSON makes of its records."""
    title, languages, clinic, crisis, courses, must_set, danger_words, updated, style = parts
    return Library(
        title,
        tuple(languages),
        clinic,
        tuple(CrisisLine(*line) for line in crisis),
        tuple(map(_course, courses)),
        tuple(must_set),
        tuple(DangerWords(name, tuple(first), tuple(two)) for name, first, two in danger_words),
        updated,
        Style(tuple(style[0]), tuple(style[1]), *style[2:]),
    )


def everyday_from_lists(parts: list[Any]) -> tuple[EverydayWords, ...]:
    """Everyday words from what JSON makes of their records."""
    return tuple(
        EverydayWords(language, tuple((text, tuple(typed)) for text, typed in means), tuple(small))
        for language, means, small in parts
    )


def _course(parts: list[Any]) -> Course:
    course = Course(*parts)
    return course._replace(
        modules=tuple(course.modules),
        priority=tuple(course.priority),
        skills=tuple(Skill(*skill) for skill in course.skills),
        roles=tuple(
            Role(name, titles, tuple(modules), tuple(skills))
            for name, titles, modules, skills in course.roles
        ),
        chapters=tuple(Chapter(titles, tuple(modules)) for titles, modules in course.chapters),
    )

"""`courses:` of a library: which modules, for whom, and what a course for staff asks of its learners."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.decode.names import unique
from edu_tui.library.decode.titles import read_titles
from edu_tui.library.decode.values import as_id
from edu_tui.library.finding import quoted
from edu_tui.library.source.document import Use
from edu_tui.model.library import Chapter, Course, Role, Skill

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from edu_tui.library.decode.fields import Fields
    from edu_tui.library.source.nodes import Scalar

_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.A)
_SHORT_MONTHS = {"02-30", "02-31", "04-31", "06-31", "09-31", "11-31"}
_STAFF_ALONE = ("mastery_from", "attempts_per_day", "tries", "grace", "skills", "roles")


def read_courses(
    fields: Fields, languages: tuple[str, ...], is_module: Callable[[str], bool]
) -> tuple[Course, ...]:
    """All of them, each with an id of its own; `is_module` knows which names are worth offering."""
    rows = fields.records(
        "courses", "course", lambda own: (_course(own, languages, is_module), own)
    )
    unique(fields, "id", "course", ((course.id, own.node_of("id")) for course, own in rows))
    return tuple(course for course, _ in rows)


def _course(fields: Fields, languages: tuple[str, ...], is_module: Callable[[str], bool]) -> Course:
    chapters, modules = _chapters_and_modules(fields, languages)
    offered = tuple(filter(is_module, modules))
    skills = _skills(fields, languages)
    usual = Course._field_defaults
    course = Course(
        id=fields.id(),
        title=read_titles(fields, "title", languages),
        audience=fields.audience(),
        modules=modules,
        mastery=fields.maybe_integer("mastery", 1, 100),
        valid_for=fields.maybe_integer("valid_for", 1, 36_500),
        renew_on=_renew_on(fields),
        priority=_chosen(fields, "priority", modules, "`modules` of this course", offered),
        mastery_from=fields.text("mastery_from", needed=False),
        attempts_per_day=_integer(fields, "attempts_per_day", 1, 20, usual["attempts_per_day"]),
        tries=_integer(fields, "tries", 1, 2, usual["tries"]),
        grace=_integer(fields, "grace", 0, 365, usual["grace"]),
        skills=skills,
        roles=_roles(fields, languages, (modules, offered), tuple(skill.id for skill in skills)),
        chapters=chapters,
    )
    if course.valid_for and course.renew_on:
        fields.report_key("renew_on", "conflict", "write `valid_for` or `renew_on`, not both")
    if course.audience != "staff":
        for key in _STAFF_ALONE:
            if fields.node_of(key) is not None:
                message = f"`{key}` means something in a course with `audience: staff` alone"
                fields.report_key(key, "conflict", message)
    fields.finish()
    return course


def _integer(fields: Fields, key: str, low: int, high: int, usual: int) -> int:
    number = fields.maybe_integer(key, low, high)
    return usual if number is None else number


def _chapters_and_modules(
    fields: Fields, languages: tuple[str, ...]
) -> tuple[tuple[Chapter, ...], tuple[str, ...]]:
    """The modules stand in `modules`, or under the headings of `chapters`, and never in both."""
    if fields.node_of("chapters") is None:
        items = _modules(fields)
        return (), _once(fields, items)
    if fields.node_of("modules") is not None:
        message = "write `modules` or `chapters`, not both: chapters name the course's modules"
        fields.report_key("modules", "conflict", message)
        fields.scalars("modules", low=0)

    def read(own: Fields) -> tuple[dict[str, str], list[tuple[str, Scalar]]]:
        chapter = read_titles(own, "title", languages), _modules(own)
        own.finish()
        return chapter

    rows = fields.records("chapters", "chapter", read)
    modules = _once(fields, [item for _, items in rows for item in items])
    chapters = (Chapter(title, tuple(name for name, _ in items)) for title, items in rows)
    return tuple(chapters), modules


def _modules(fields: Fields) -> list[tuple[str, Scalar]]:
    items = [(as_id(fields, item), item) for item in fields.scalars("modules", low=0)]
    fields.document.uses.extend(Use("module", name, item, 0, fields.where) for name, item in items)
    return items


def _once(fields: Fields, items: list[tuple[str, Scalar]]) -> tuple[str, ...]:
    unique(fields, "id", "entry", items)
    return tuple(dict.fromkeys(name for name, _ in items))


def _skills(fields: Fields, languages: tuple[str, ...]) -> tuple[Skill, ...]:
    rows = fields.records(
        "skills", "skill", lambda own: (_skill(own, languages), own), needed=False
    )
    unique(fields, "id", "skill", ((skill.id, own.node_of("id")) for skill, own in rows))
    return tuple(skill for skill, _ in rows)


def _skill(fields: Fields, languages: tuple[str, ...]) -> Skill:
    skill = Skill(fields.id(), read_titles(fields, "title", languages))
    fields.finish()
    return skill


def _roles(
    fields: Fields,
    languages: tuple[str, ...],
    modules: tuple[tuple[str, ...], tuple[str, ...]],
    skills: tuple[str, ...],
) -> tuple[Role, ...]:
    known, offered = modules

    def read(own: Fields) -> tuple[Role, Fields]:
        role = Role(
            own.id(),
            read_titles(own, "title", languages),
            _chosen(own, "modules", known, "`modules` of this course", offered),
            _chosen(own, "skills", skills, "`skills` of this course", skills),
        )
        own.finish()
        return role, own

    rows = fields.records("roles", "role", read, needed=False)
    unique(fields, "id", "role", ((role.id, own.node_of("id")) for role, own in rows))
    return tuple(role for role, _ in rows)


def _chosen(
    fields: Fields, key: str, known: Collection[str], where: str, offered: Collection[str]
) -> tuple[str, ...]:
    """Some of those that are known, each once."""
    items = fields.scalars(key, needed=False, low=0)
    written = {item.value for item in items}
    for item in items:
        if item.value not in known:
            message = f"{quoted(item.value)} is not in {where}"
            free = [name for name in offered if name not in written]
            fields.not_among(item, "bad-choice", message, item.value, free)
    unique(fields, "id", "entry", ((item.value, item) for item in items))
    return tuple(item.value for item in items)


def _renew_on(fields: Fields) -> str:
    scalar = fields.scalar("renew_on", needed=False)
    if scalar is None:
        return ""
    if not _DAY.fullmatch(scalar.value) or scalar.value in _SHORT_MONTHS:
        message = f"expected a month and a day such as 01-31, found {quoted(scalar.value)}"
        fields.report(scalar, "wrong-type", message)
    return scalar.value

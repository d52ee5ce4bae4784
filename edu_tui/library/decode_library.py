"""`library.yaml`, and the clinic's own file that may change its words and nothing else."""

from __future__ import annotations

import re
from typing import NamedTuple

from edu_tui.library.decode import Decoded, decode_text
from edu_tui.library.document import Use
from edu_tui.library.fields import Fields
from edu_tui.library.finding import did_you_mean, quoted
from edu_tui.library.names import unique
from edu_tui.library.nodes import Mapping
from edu_tui.model.library import Course, CrisisLine, Library

FORMAT = "1"
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_PLACEHOLDER = re.compile(r"[a-z_]+")
_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.A)
_SHORT_MONTHS = {"02-30", "02-31", "04-31", "06-31", "09-31", "11-31"}


class ClinicWords(NamedTuple):
    """What a clinic says of itself; empty where it leaves the library's words."""

    clinic: dict[str, str]
    crisis: tuple[CrisisLine, ...]


def decode_library(file: str, text: str) -> Decoded[Library]:
    """The library; its `uses` are the modules that its courses name."""
    return decode_text(file, text, _library)


def decode_clinic(file: str, text: str) -> Decoded[ClinicWords]:
    """A clinic's overlay: only `clinic:` and `crisis:`."""
    return decode_text(file, text, _overlay)


def _library(fields: Fields) -> Library:
    version = fields.scalar("format")
    if version and version.value != FORMAT:
        message = (
            f"format {quoted(version.value)} is not known to this program, which reads format "
            f"{FORMAT}; update the program or write `format: {FORMAT}`"
        )
        fields.report(version, "bad-format", message)
        return Library({}, (), {}, (), ())
    languages = _languages(fields)
    library = Library(
        title=_titles(fields, "title", languages),
        languages=languages,
        clinic=_clinic(fields),
        crisis=fields.records("crisis", "crisis line", _crisis, needed=False, low=0),
        courses=_courses(fields, languages),
    )
    fields.finish()
    return library


def _overlay(fields: Fields) -> ClinicWords:
    words = ClinicWords(
        _clinic(fields), fields.records("crisis", "crisis line", _crisis, needed=False, low=0)
    )
    fields.finish()
    return words


def _titles(fields: Fields, key: str, languages: tuple[str, ...]) -> dict[str, str]:
    """A title by language; one plain text is in the source language."""
    node = fields.node_of(key)
    if not isinstance(node, Mapping):
        text = fields.text(key)
        return {languages[0] if languages else "": text}
    inner = Fields(fields.document, node, fields.where)
    titles: dict[str, str] = {}
    for name in inner.written():
        if languages and name.value not in languages:
            message = f"{quoted(name.value)} is not in `languages`"
            inner.report(name, "bad-choice", message + did_you_mean(name.value, languages))
        titles[name.value] = inner.text(name.value)
    if not titles:
        inner.report(node, "empty", f"`{key}` needs a text")
    return titles


def _languages(fields: Fields) -> tuple[str, ...]:
    items = fields.scalars("languages")
    for item in items:
        if not LANGUAGE.fullmatch(item.value):
            message = f"{quoted(item.value)} is not a language code such as `en` or `es`"
            fields.report(item, "bad-choice", message)
    unique(fields, "name", "language", ((item.value, item) for item in items))
    return tuple(item.value for item in items)


def _clinic(fields: Fields) -> dict[str, str]:
    return fields.record("clinic", _placeholders, needed=False) or {}


def _placeholders(fields: Fields) -> dict[str, str]:
    words: dict[str, str] = {}
    for key in fields.written():
        if not _PLACEHOLDER.fullmatch(key.value):
            message = f"{quoted(key.value)} cannot be a placeholder's name; use a-z and `_` only"
            fields.report(key, "bad-id", message)
        words[key.value] = fields.text(key.value)
    return words


def _crisis(fields: Fields) -> CrisisLine:
    line = CrisisLine(
        fields.text("country"),
        fields.text("name"),
        fields.text("how"),
        fields.text("when", needed=False),
    )
    fields.finish()
    return line


def _courses(fields: Fields, languages: tuple[str, ...]) -> tuple[Course, ...]:
    rows = fields.records("courses", "course", lambda own: (_course(own, languages), own))
    unique(fields, "id", "course", ((course.id, own.node_of("id")) for course, own in rows))
    return tuple(course for course, _ in rows)


def _course(fields: Fields, languages: tuple[str, ...]) -> Course:
    modules = _modules(fields)
    course = Course(
        id=fields.id(),
        title=_titles(fields, "title", languages),
        audience=fields.audience(),
        modules=modules,
        mastery=fields.maybe_integer("mastery", 1, 100),
        valid_for=fields.maybe_integer("valid_for", 1, 36_500),
        renew_on=_renew_on(fields),
        priority=_priority(fields, modules),
    )
    if course.valid_for and course.renew_on:
        fields.report_key("renew_on", "conflict", "write `valid_for` or `renew_on`, not both")
    fields.finish()
    return course


def _modules(fields: Fields) -> tuple[str, ...]:
    items = fields.scalars("modules", low=0)
    for item in items:
        fields.as_id(item)
    unique(fields, "id", "entry", ((item.value, item) for item in items))
    fields.document.uses.extend(Use("module", item.value, item, 0, fields.where) for item in items)
    return tuple(dict.fromkeys(item.value for item in items))


def _priority(fields: Fields, modules: tuple[str, ...]) -> tuple[str, ...]:
    """Each is one of the course's own modules, and there once."""
    items = fields.scalars("priority", needed=False, low=0)
    for item in items:
        if item.value not in modules:
            message = f"{quoted(item.value)} is not in `modules` of this course"
            fields.report(item, "bad-choice", message + did_you_mean(item.value, modules))
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

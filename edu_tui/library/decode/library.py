"""`library.yaml`, and the clinic's own file that may change its words and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.library.decode.course import read_courses
from edu_tui.library.decode.danger import read_danger_words
from edu_tui.library.decode.module import Decoded, decode_text
from edu_tui.library.decode.names import unique
from edu_tui.library.decode.style import read_style
from edu_tui.library.decode.titles import read_titles
from edu_tui.library.finding import did_you_mean, quoted
from edu_tui.library.source.nodes import is_whole
from edu_tui.library.source.yaml_file import LIBRARY_FILE
from edu_tui.model.library import CrisisLine, Library, Style

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from edu_tui.library.decode.fields import Fields

FORMAT = "1"
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_PLACEHOLDER = re.compile(r"[a-z_]+")


class ClinicWords(NamedTuple):
    """What a clinic says of itself; empty where it leaves the library's words."""

    clinic: dict[str, str]
    crisis: tuple[CrisisLine, ...]


def decode_library(
    file: str, text: str, is_module: Callable[[str], bool] = lambda _name: True
) -> Decoded[Library]:
    """The library; its `uses` are the modules that its courses name.

    A module is offered for a name that is wrong only where there is one, as far as `is_module` knows.
    """
    return decode_text(file, text, lambda fields: _library(fields, is_module), "library")


def decode_clinic(
    file: str, text: str, known: Collection[str] | None = None
) -> Decoded[ClinicWords]:
    """A clinic's overlay: only `clinic:` and `crisis:`.

    `known` are the names that the library's own `clinic:` has, and no others may be set; None where
    they cannot be known.
    """
    return decode_text(file, text, lambda fields: _overlay(fields, known))


def _library(fields: Fields, is_module: Callable[[str], bool]) -> Library:
    version = fields.scalar("format")
    if version and version.value != FORMAT:
        message = (
            f"format {quoted(version.value)} is not known to this program, which reads format "
            f"{FORMAT}; update the program or write `format: {FORMAT}`"
        )
        fields.report(version, "bad-format", message)
        return Library({}, (), {}, (), ())
    languages = _languages(fields)
    clinic = _clinic(fields)
    library = Library(
        title=read_titles(fields, "title", languages),
        languages=languages,
        clinic=clinic,
        crisis=_crisis_lines(fields),
        courses=read_courses(fields, languages, is_module),
        must_set=_must_set(fields, clinic),
        danger_words=read_danger_words(fields, languages, LANGUAGE),
        updated=fields.day("updated", needed=False),
        style=fields.record("style", read_style, needed=False) or Style(),
    )
    fields.finish()
    return library


def _overlay(fields: Fields, known: Collection[str] | None) -> ClinicWords:
    words = ClinicWords(_clinic(fields, known), _crisis_lines(fields))
    fields.finish()
    return words


def _languages(fields: Fields) -> tuple[str, ...]:
    items = fields.scalars("languages")
    for item in items:
        if not LANGUAGE.fullmatch(item.value):
            message = f"{quoted(item.value)} is not a language code such as `en` or `es`"
            fields.report(item, "bad-choice", message)
    unique(fields, "name", "language", ((item.value, item) for item in items))
    return tuple(item.value for item in items)


def _clinic(fields: Fields, known: Collection[str] | None = None) -> dict[str, str]:
    return fields.record("clinic", lambda inner: _placeholders(inner, known), needed=False) or {}


def _placeholders(fields: Fields, known: Collection[str] | None) -> dict[str, str]:
    words: dict[str, str] = {}
    for key in fields.written():
        if known is not None and key.value not in known:
            message = (
                f"no text shows {quoted(key.value)}: `clinic:` of {LIBRARY_FILE} has no such name"
            )
            fields.report(key, "unknown-key", message + did_you_mean(key.value, known))
        elif not _PLACEHOLDER.fullmatch(key.value):
            message = f"{quoted(key.value)} cannot be a placeholder's name; use a-z and `_` only"
            fields.report(key, "bad-id", message)
        words[key.value] = fields.text(key.value)
    return words


def _crisis_lines(fields: Fields) -> tuple[CrisisLine, ...]:
    """All of them; a warning where none is marked as the one that sends somebody at once."""
    lines = fields.records("crisis", "crisis line", _crisis, needed=False, low=0)
    node = fields.node_of("crisis")
    whole = node is not None and is_whole(node)
    if lines and node is not None and whole and not any(line.emergency for line in lines):
        message = "no crisis line has `emergency: true`: mark the one that sends somebody at once, "
        message += "which is shown first to whoever looks for chest pain or an overdose"
        fields.document.report(
            node.line, node.column, "no-emergency-line", message, fields.where, "warning"
        )
    return lines


def _crisis(fields: Fields) -> CrisisLine:
    line = CrisisLine(
        fields.text("country"),
        fields.text("name"),
        fields.text("how"),
        fields.text("when", needed=False),
        fields.boolean("emergency"),
    )
    fields.finish()
    return line


def _must_set(fields: Fields, clinic: dict[str, str]) -> tuple[str, ...]:
    """Each is one of the library's own placeholders, and there once."""
    items = fields.scalars("must_set", needed=False, low=0)
    for item in items:
        if item.value not in clinic:
            message = f"{quoted(item.value)} is not in `clinic`"
            free = clinic.keys() - {each.value for each in items}
            fields.not_among(item, "bad-choice", message, item.value, sorted(free))
    unique(fields, "name", "entry", ((item.value, item) for item in items))
    return tuple(item.value for item in items)

"""What a library leaves open: words that each clinic sets, and pass marks that nobody has agreed on yet.

Nothing of it is a mistake of the author's, so none of it is a finding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.library.source.yaml_file import LIBRARY_FILE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from edu_tui.model.library import Library


class Unset(NamedTuple):
    """A placeholder whose words in the library only stand in."""

    name: str
    modules: tuple[str, ...]
    """Ids of the modules that use it, each once."""


class LeftOpen(NamedTuple):
    """All of it."""

    words: tuple[Unset, ...] = ()
    """That some module uses and the clinic's own file does not set, in the library's order."""
    pass_marks: tuple[str, ...] = ()
    """Ids of the courses whose pass mark is provisional."""


def left_open(
    library: Library, own: Collection[str], uses: Iterable[tuple[str, str]], only: str = ""
) -> LeftOpen:
    """What it leaves to a clinic whose own file sets these words.

    `uses` are a placeholder and a file for each place that has one; `only` is the one file asked about.
    """
    used: dict[str, dict[str, None]] = {}
    for name, file in uses:
        if only in ("", file):
            used.setdefault(name, {})[file.rpartition("/")[2].removesuffix(".yaml")] = None
    left = (name for name in library.must_set if name in used and name not in own)
    marks = _provisional(library) if only in ("", LIBRARY_FILE) else ()
    return LeftOpen(tuple(Unset(name, tuple(used[name])) for name in left), marks)


def _provisional(library: Library) -> tuple[str, ...]:
    """Courses that are assessed by a pass mark of which nobody has said how it was set."""
    courses = (course for course in library.courses if course.audience == "staff")
    return tuple(
        course.id for course in courses if course.mastery is not None and not course.mastery_from
    )

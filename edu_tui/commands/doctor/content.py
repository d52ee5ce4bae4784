"""The library and the clinic's file: whether they open, and what is broken in them."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from edu_tui.commands.doctor.line import CheckSection, Line, note, ok, problem
from edu_tui.library.check import check
from edu_tui.library.open_library import OpenLibrary
from edu_tui.system.errors import LibraryError

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.model.library import Library


def content(
    folder: Path, clinic: Path | None, language: str, place: Path | None = None
) -> CheckSection:
    """The whole of it; the wording of texts is not judged here. `place` is for a clinic's file."""
    try:
        library = OpenLibrary(folder, None).library()
    except LibraryError as error:
        lines = [problem(_first(error), "See what to mend:", f"edu-tui check {quote(str(folder))}")]
    else:
        lines = [*_opened(library, language), _clinic(folder, clinic, place), *_findings(folder)]
    return CheckSection("library", "Library", tuple(lines))


def _opened(library: Library, language: str) -> list[Line]:
    modules = {name for course in library.courses for name in course.modules}
    lines = [
        ok(
            f"it opens: {_many(len(modules), 'module')} in {_many(len(library.courses), 'course')},"
            f" in {', '.join(library.languages)}"
        )
    ]
    if language and language not in library.languages:
        shown = library.languages[0]
        lines.append(note(f"it is not there in `{language}`; {shown} is shown instead"))
    return lines


def _clinic(folder: Path, clinic: Path | None, place: Path | None) -> Line:
    if clinic is None:
        return note(
            "no clinic's file: no phone number of your own clinic is shown",
            f"Ask your clinic for one, or write it: {place or '--clinic FILE'}.",
        )
    try:
        OpenLibrary(folder, None, clinic).library()
    except LibraryError as error:
        lines = str(error).splitlines()
        return problem(
            f"the clinic's file cannot be used. {' '.join(lines[1:2])}", f"Mend {clinic}"
        )
    return ok("the clinic's file can be used")


def _findings(folder: Path) -> list[Line]:
    report = check(folder)
    errors = [finding for finding in report.findings if finding.severity == "error"]
    others = len(report.findings) - len(errors)
    lines = []
    if errors:
        files = len({error.file for error in errors})
        first = f"{errors[0].file}:{errors[0].line}"
        what = f"{_many(len(errors), 'fault')} in {_many(files, 'file')}, the first at {first}"
        lines.append(problem(what, "See them all:", f"edu-tui check {quote(str(folder))}"))
    if others:
        lines.append(
            note(
                _many(others, "smaller finding"), "See them:", f"edu-tui check {quote(str(folder))}"
            )
        )
    return lines or [ok(f"no fault in {_many(report.files, 'file')}")]


def _first(error: LibraryError) -> str:
    return " ".join(line.strip() for line in str(error).splitlines()[:2])


def _many(count: int, name: str) -> str:
    return f"{count} {name}{'' if count == 1 else 's'}"

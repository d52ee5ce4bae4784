"""A check goes over all files, and across them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.library.check import check
from edu_tui.library.open_library import OpenLibrary
from edu_tui.system.errors import LibraryError

from .samples import GLOSSARY, LIBRARY, MODULE, SOURCES, line_of, small, swap, write, write_library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A valid library."""
    return write_library(tmp_path)


def told(folder: Path) -> list[tuple[str, int, int, str, str]]:
    """File, line, column, severity and code of each finding that is not about translations."""
    return [
        (each.file, each.line, each.column, each.severity, each.code)
        for each in check(folder).findings
        if each.code != "untranslated"
    ]


def test_a_valid_library_has_no_errors(folder: Path) -> None:
    """What is not translated is a warning, and there is nothing else to tell."""
    report = check(folder)
    assert {(each.code, each.severity) for each in report.findings} == {("untranslated", "warning")}
    assert report.files == 8


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("[[dissociation]]", "[[disociation]]", 24),
        ("[[dissociation]]", "[[far away|disociation]]", 24),
    ],
)
def test_a_term_that_is_not_in_the_glossary_is_found(
    folder: Path, old: str, new: str, column: int
) -> None:
    """The finding is at the term's place in the text and offers the nearest."""
    write(folder, "en/going-home.yaml", swap(old, new))
    assert told(folder) == [
        ("en/going-home.yaml", line_of("Some people"), column, "error", "unknown-reference")
    ]
    assert "`dissociation`" in next(
        each.message for each in check(folder).findings if each.severity == "error"
    )


def test_other_forms_of_a_term_are_known(folder: Path) -> None:
    """`also` forms and capitals name the same term."""
    write(folder, "en/going-home.yaml", swap("[[dissociation]]", "[[Dissociative]]"))
    assert told(folder) == []


def test_sources_and_placeholders_are_looked_up(folder: Path) -> None:
    """Each citation, `sources:` entry and placeholder has to exist."""
    text = swap("[@label-2023]", "[@label-2032]")
    text = swap("      sources: [label-2023]", "      sources: [label]", text)
    text = swap("{clinic.phone}", "{clinic.fone}", text)
    write(folder, "en/going-home.yaml", text)
    assert [(line, column) for _, line, column, _, _ in told(folder)] == [
        (line_of("Do not drive until the", text), 40),
        (line_of("Call {clinic", text), 12),
        (line_of("sources: [label]", text), 17),
    ]


def test_a_dangling_reference_does_not_make_a_module_unreadable(folder: Path) -> None:
    """The reader can still open it."""
    write(folder, "en/going-home.yaml", swap("[@label-2023]", "[@nowhere]"))
    assert OpenLibrary(folder, None).module("going-home", "en").id == "going-home"


def test_broken_references_files_are_told_once(folder: Path) -> None:
    """With a broken glossary its own finding is told, not every term that it may hold."""
    write(folder, "en/glossary.yaml", swap("plain: A drip", "plian: A drip", GLOSSARY))
    write(folder, "sources.yaml", swap("type: report", "type: [report]", SOURCES))
    assert [(file, code) for file, _, _, _, code in told(folder)] == [
        ("en/glossary.yaml", "unknown-key"),
        ("sources.yaml", "wrong-type"),
    ]


def test_a_course_that_names_no_file_is_found_at_the_entry(folder: Path) -> None:
    """The finding is at the entry of the list, with the nearest module."""
    write(folder, "library.yaml", swap("[going-home, session]", "[going-hme, session]", LIBRARY))
    (first, second) = told(folder)
    assert first == ("en/going-home.yaml", 1, 1, "warning", "unused")
    line = line_of("modules: [going-hme", swap("going-home", "going-hme", LIBRARY))
    assert second == ("library.yaml", line, 15, "error", "unknown-reference")


def test_files_that_would_be_passed_over_are_told(folder: Path) -> None:
    """A mistyped or misnamed file is a warning, not silence."""
    write(folder, "source.yaml", "references: []\n")
    write(folder, "en/extra.yml", small("extra"))
    write(folder, "fr/session.yaml", small("session"))
    assert told(folder) == [
        ("en/extra.yml", 1, 1, "warning", "unknown-file"),
        ("fr", 1, 1, "warning", "unknown-file"),
        ("source.yaml", 1, 1, "warning", "unknown-file"),
    ]


@pytest.mark.parametrize(
    "name", ["extra.YAML", "extra.yaml.txt", "Extra.Yml", "sub/extra.yaml", "sub/going-home.yml"]
)
def test_a_file_of_another_name_or_place_is_hinted(folder: Path, name: str) -> None:
    """Capitals, an ending that an editor put there, a folder within: each says what to do, and nothing more."""
    (folder / "en/sub").mkdir()
    write(folder, f"en/{name}", small("extra"))
    (found,) = [each for each in check(folder).findings if each.code != "untranslated"]
    assert (found.file, found.severity, found.code) == (f"en/{name}", "warning", "unknown-file")
    advice = "move it to `en`" if "sub" in name else "rename it"
    if "going-home" in name:
        advice = "`going-home.yaml` is there too, so delete one of the two"
    assert advice in found.message


@pytest.mark.parametrize("name", ["._going-home.yaml", ".#going-home.yaml", ".going-home.yaml.swp"])
def test_what_other_programs_leave_beside_content_is_left_alone(folder: Path, name: str) -> None:
    """macOS's, Emacs's and Vim's files beside a module, at the top too, a link to nowhere among them."""
    (folder / "en" / name).write_bytes(b"\0\5\x16\7")
    (folder / "en" / f".#{name}").symlink_to("nobody@nowhere.1")
    (folder / name).write_bytes(b"\0\5\x16\7")
    (folder / "pictures").mkdir()
    (folder / "pictures" / "._no-driving.svg").write_bytes(b"\0\5\x16\7")
    (folder / "en/going-home.yaml~").write_bytes(b"\0")
    assert told(folder) == []


@pytest.mark.parametrize("name", ["Copy of going-home", "going-home (1)", "going-home - Copy"])
def test_a_copy_of_a_module_is_told(folder: Path, name: str) -> None:
    """A copy that a file manager made has the id of the first: its name is the fault, for it can be no id."""
    text = (folder / "en/going-home.yaml").read_text()
    write(folder, f"en/{name}.yaml", text)
    found = [each for each in check(folder).findings if each.severity == "error"]
    assert [(each.file, each.line) for each in found] == [(f"en/{name}.yaml", 1)]
    assert "has to be called `going-home.yaml`; rename it" in found[0].message


@pytest.mark.parametrize("space", ["\u00a0", "\u2003", "\u3000"])
def test_spaces_of_another_sort_in_the_indentation_are_the_one_fault(
    folder: Path, space: str
) -> None:
    """Each at its place, before a key and before an item; the keys are then read as they were meant."""
    text = MODULE.replace("\n    title:", f"\n  {space * 2}title:", 1)
    text = text.replace("\n  - id:", f"\n {space}- id:", 1)
    write(folder, "en/going-home.yaml", text)
    found = [each for each in check(folder).findings if each.code != "untranslated"]
    assert {each.code for each in found} == {"bad-character"}
    assert len(found) == text.count(f" {space}")
    assert all("in the indentation; use ordinary spaces" in each.message for each in found)


def test_every_broken_file_is_told_in_one_run(folder: Path) -> None:
    """One file's mistakes hide no other's, and the findings are sorted."""
    write(folder, "en/going-home.yaml", swap("minutes: 4", "minutes: x"))
    write(folder, "en/session.yaml", "a: [\n")
    write(folder, "es/session.yaml", b"\xff")
    write(folder, "reviews.yaml", "x")
    files = [file for file, *_ in told(folder)]
    assert files == sorted(files)
    assert set(files) == {
        "en/going-home.yaml",
        "en/session.yaml",
        "es/session.yaml",
        "reviews.yaml",
    }


def test_a_broken_library_file_does_not_hide_the_modules(folder: Path) -> None:
    """Modules are checked even when no one can tell which languages there are."""
    write(folder, "library.yaml", "format: 1\ntitle: !x\n")
    write(folder, "en/session.yaml", swap("minutes: 2", "minutes: x", small("session")))
    assert ("en/session.yaml", 4, 10, "error", "wrong-type") in told(folder)


def test_one_file_alone_can_be_checked(folder: Path) -> None:
    """Only its findings are told, with all that the library knows."""
    write(folder, "en/session.yaml", "a: [\n")
    path = write(folder, "en/going-home.yaml", swap("[@label-2023]", "[@nowhere]"))
    report = check(path)
    assert [(each.file, each.code) for each in report.findings] == [
        ("en/going-home.yaml", "unknown-reference")
    ]
    assert report.files == 1
    assert check(folder / "en/glossary.yaml").findings == ()
    assert check(folder / "library.yaml").findings[0].code == "untranslated"
    assert check(folder / "reviews.yaml").findings == ()


def test_what_is_no_library_is_said_in_one_line(tmp_path: Path) -> None:
    """A folder or file that is not there, or no library's, is an error of its own."""
    with pytest.raises(LibraryError, match="no file or folder"):
        check(tmp_path / "none")
    write(tmp_path, "loose/a.yaml", MODULE)
    with pytest.raises(LibraryError, match="not in a library"):
        check(tmp_path / "loose/a.yaml")

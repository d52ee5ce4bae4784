"""What `edu-tui check` lists as the clinic's to settle: words to set, pass marks to agree on."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pexpect
import pytest

from edu_tui.cli import main
from edu_tui.library.check import check
from edu_tui.library.left_open import LeftOpen, Unset
from edu_tui.library.open_library import OpenLibrary
from edu_tui.system.errors import LibraryError
from tests.plain.program import environment

from .samples import LIBRARY, small, swap, write, write_library

if TYPE_CHECKING:
    from pathlib import Path

SETS = swap(
    "  phone: the number on your card\n",
    "  phone: the number on your card\n  lead: the lead\n  drill: the drill date\n  unused: nothing\n",
    LIBRARY,
).replace("courses:", "must_set: [lead, drill, unused]\ncourses:")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library that leaves three words to each clinic; two of them are used."""
    folder = write_library(tmp_path / "library")
    write(folder, "library.yaml", SETS)
    write(
        folder,
        "en/onboarding.yaml",
        small("onboarding", text='"{clinic.drill}, {clinic.lead}, {clinic.lead}"'),
    )
    write(
        folder, "en/session.yaml", small("session", text='"Ask {clinic.lead} at {clinic.phone}."')
    )
    return folder  # fmt: skip


def test_words_that_are_used_and_not_set(folder: Path) -> None:
    """In the library's order, with every module that uses them; no finding, and one that is unused not."""
    report = check(folder)
    assert report.left_open == LeftOpen(
        (Unset("lead", ("onboarding", "session")), Unset("drill", ("onboarding",))), ("staff",)
    )
    assert all(finding.code == "untranslated" for finding in report.findings)


def test_what_the_clinic_sets_is_not_listed(folder: Path, tmp_path: Path) -> None:
    """Its own file settles a word, whatever it says there."""
    clinic = write(tmp_path, "clinic.yaml", "clinic: {lead: Ana, phone: 555 0100}\n")
    report = check(folder, clinic=clinic)
    assert [word.name for word in report.left_open.words] == ["drill"]


@pytest.mark.parametrize(
    ("name", "near"),
    [("leed", "; did you mean `lead`?"), ("Lead", "; did you mean `lead`?"), ("zzz", "")],
)
def test_a_name_that_the_library_does_not_have(
    folder: Path, tmp_path: Path, name: str, near: str
) -> None:
    """What no text could show is an error at its place, with the nearest name, and nothing opens with it."""
    clinic = write(tmp_path, "clinic.yaml", f"clinic:\n  phone: 555 0100\n  {name}: Ana\n")
    (finding,) = (
        finding for finding in check(folder, clinic=clinic).findings if finding.severity == "error"
    )
    assert (finding.file, finding.line, finding.column) == (str(clinic), 3, 3)
    assert f"no text shows `{name}`" in finding.message
    assert near in finding.message
    with pytest.raises(LibraryError, match=r"clinic\.yaml:3:3"):
        OpenLibrary(folder, None, clinic).open("en")
    write(folder, "library.yaml", "title: [")
    assert "unknown-key" not in {one.code for one in check(folder, clinic=clinic).findings}


@pytest.mark.parametrize("text", ["clinic: {lead: Ana\n", "courses: []\n", b"\xff", None])
def test_a_broken_clinic_file_is_a_finding(
    folder: Path, tmp_path: Path, text: str | bytes | None
) -> None:
    """It is told with its whole name, also where it is not there, and sets nothing."""
    clinic = tmp_path / "clinic.yaml" if text is None else write(tmp_path, "clinic.yaml", text)
    report = check(folder, clinic=clinic)
    errors = [finding for finding in report.findings if finding.severity == "error"]
    assert [error.file for error in errors] == [str(clinic)]
    assert [word.name for word in report.left_open.words] == ["lead", "drill"]


@pytest.mark.parametrize(
    ("old", "new", "marks"),
    [
        ("mastery: 80", "mastery: 80\n    mastery_from: Angoff, 5 judges, 2026", ()),
        ("    mastery: 80\n", "", ()),
        ("mastery: 80", "mastery: 70", ("staff",)),
    ],
)
def test_a_pass_mark_is_provisional_until_someone_says_how_it_was_set(
    folder: Path, old: str, new: str, marks: tuple[str, ...]
) -> None:
    """Only of a staff course that has one."""
    write(folder, "library.yaml", swap(old, new, SETS))
    assert check(folder).left_open.pass_marks == marks


def test_one_file_lists_its_own(folder: Path) -> None:
    """A module its words, the library's own file the pass marks, the glossary nothing."""
    session = check(folder / "en/session.yaml").left_open
    assert session == LeftOpen((Unset("lead", ("session",)),), ())
    assert check(folder / "library.yaml").left_open == LeftOpen((), ("staff",))
    assert check(folder / "en/glossary.yaml").left_open == LeftOpen()


def test_they_are_listed_after_the_findings(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The exit code is as without them; the last line counts the findings."""
    clinic = write(tmp_path, "clinic.yaml", "clinic: {lead: Ana}\n")
    write(folder, "library.yaml", swap("languages: [en, es]", "languages: [en]", SETS)
          .replace(", es: Terapia con ketamina", "").replace(", es: Para pacientes", ""))  # fmt: skip
    form = main(["check", str(folder), "--clinic", str(clinic), "--rule", "R006"])
    assert (form, "sets these" in capsys.readouterr().out) == (0, False)
    main(["check", str(folder), "--clinic", str(clinic)])
    *_, title, word, hint, mark, last = capsys.readouterr().out.splitlines()
    assert title == "Your clinic sets these words:"
    assert word == "  drill: onboarding"
    assert "`clinic:`" in hint
    assert mark.startswith("The pass mark of the course `staff` is provisional")
    assert last.endswith("in 8 files.")


def test_other_programs_are_told_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The JSON has them under keys of their own."""
    main(["check", str(folder), "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    assert found["unset"] == [
        {"name": "lead", "modules": ["onboarding", "session"]},
        {"name": "drill", "modules": ["onboarding"]},
    ]
    assert found["provisional"] == ["staff"]


def test_long_lists_fit_a_terminal(folder: Path, tmp_path: Path) -> None:
    """A word that many modules use goes on in the next line, no id cut in two."""
    names = [f"a-module-with-a-long-name-{number}" for number in range(9)]
    write(folder, "library.yaml", SETS.replace("session, onboarding", ", ".join(names)))
    for name in names:
        write(folder, f"en/{name}.yaml", small(name, text='"{clinic.lead}"'))
    ran = pexpect.run(
        f"{sys.executable} -m edu_tui check {folder}",
        env=environment(tmp_path),
        encoding="utf-8",
        dimensions=(24, 80),
    )
    out = str(ran)
    listed = out[out.index("  lead:") : out.index("  drill:")]
    assert max(map(len, listed.splitlines())) <= 79
    assert [name for name in names if name in listed] == names

"""`edu-tui review` as a clinician and an author use it: the real program, in a real terminal."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect
import pytest

from edu_tui.library.signing.file import entries_in
from tests.library.samples import LIBRARY, small, swap, write, write_library
from tests.plain.program import PROGRAM, environment, run

from .signed import sign

if TYPE_CHECKING:
    from tests.plain.program import Ran

SHIPPED = Path(__file__).parents[2] / "content"
WHO = ["--reviewer", "Ana Ruiz", "--credential", "MD", "--role", "lead", "--scope", "all of it"]


READ = swap("    mastery: 80\n", "", LIBRARY)
"""Its staff course is read and not assessed, so that its modules need no bank to be signed."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_library(tmp_path / "library")
    write(folder, "library.yaml", READ)
    return folder


def review(folder: Path, *words: str) -> Ran:
    """Run it where there is nobody to ask."""
    return run(folder.parent, "--library", str(folder), "review", *words)


def talk(folder: Path, *words: str) -> pexpect.spawn[str]:
    """The same in a terminal."""
    return pexpect.spawn(
        PROGRAM[0],
        [*PROGRAM[1:], "--library", str(folder), "review", *words],
        env=environment(folder.parent),
        encoding="utf-8",
        timeout=60,
        dimensions=(24, 80),
    )


def end(child: pexpect.spawn[str]) -> tuple[int, str]:
    """Its exit code, and what it said last."""
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus or 0, str(child.before).replace("\r\n", "\n")


def test_the_library_that_ships_is_signed_by_nobody() -> None:
    """It has no entry, it is nobody's to sign, and it says so."""
    assert entries_in(SHIPPED) == ()
    assert not (SHIPPED / "reviews").exists()


def test_what_ships_is_not_signed_in_place(tmp_path: Path) -> None:
    """Who signs without a library of their own is told to copy it; nothing is written."""
    done = run(tmp_path, "review", "sign", "going-home", *WHO, "--yes")
    assert done.status == 2
    assert "nobody's to sign. Copy it" in done.err
    assert entries_in(SHIPPED) == ()


def test_a_clinician_signs(folder: Path) -> None:
    """Asked for what is not given, shown what it is, asked once; the entry says what was typed."""
    child = talk(folder, "sign", "session", "--role", "lead")
    child.expect_exact("A session: session (en), 5 sentences and labels")
    child.expect_exact("Never signed before.")
    for question, answer in (
        ("Your name:", ""),
        ("Your name:", "Ana  Ruiz"),
        ("Your credential", "MD"),
        ("What you reviewed", "all of it"),
        ("Review again by", "next spring"),
        ("Review again by", "6"),
        ("Type yes or y to sign:", "Y"),
    ):
        child.expect_exact(question)
        child.sendline(answer)
    status, message = end(child)
    assert status == 0
    assert "Signed: session (en)" in message
    (entry,) = entries_in(folder)
    assert entry[:2] == ("session", "en")
    assert entry[3:7] == ("Ana Ruiz", "MD", "lead", "all of it")
    days = [int(part) for part in re.findall(r"\d+", " ".join(entry[7:]))]
    assert (days[3] * 12 + days[4]) - (days[0] * 12 + days[1]) == 6
    assert (folder / "reviews/en/session.txt").read_text().startswith("form 1: session, en\n")


@pytest.mark.parametrize("answer", ["no", "", "yess"])
def test_anything_but_yes_signs_nothing(folder: Path, answer: str) -> None:
    """There is one question, and only yes writes."""
    before = (folder / "reviews.yaml").read_bytes()
    child = talk(folder, "sign", "session", *WHO, "--review-by", "2")
    child.expect_exact("Type yes or y to sign:")
    child.sendline(answer)
    status, message = end(child)
    assert status == 1
    assert "Nothing was signed." in message
    assert (folder / "reviews.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["sign", "session"], "--reviewer, --credential, --role, --scope, --yes"),
        (["sign", "session", *WHO], "Give also --yes"),
        (["sign", "session", *WHO[2:], "--yes"], "Give also --reviewer"),
        (["sign", "session", "--reviewer", " ", *WHO[2:], "--yes"], "reviewer: write something"),
        (["sign", "session", *WHO, "--yes", "--review-by", "2020-01-01"], "a day to come"),
        (["sign", "session", *WHO, "--yes", "--review-by", "600"], "a day to come"),
        (["sign", *WHO, "--yes"], "name the modules to sign, or --all"),
        (["sign", "session", "--all", *WHO, "--yes"], "name the modules to sign, or --all"),
        (["sign", "sesion", *WHO, "--yes"], "did you mean session?"),
        (["sign", "going-home", "--lang", "es", *WHO, "--yes"], "there is no module going-home in es"),
        (["sign", "session", "--lang", "fr", *WHO, "--yes"], "not written in fr"),
        (["withdraw", "session", "--by", "A", "--reason", "B", "--yes"], "not signed"),
        (["withdraw", "going-home"], "Give also --by, --reason, --yes"),
        (["status", "sesion"], "did you mean session?"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_and_nothing_is_written(
    folder: Path, words: list[str], says: str
) -> None:
    """Nobody is asked where nobody is; names are never made up; exit code 2."""
    sign(folder)
    before = (folder / "reviews.yaml").read_bytes()
    done = review(folder, *words)
    assert done.status == 2
    assert says in done.err
    assert "Traceback" not in done.err
    assert (folder / "reviews.yaml").read_bytes() == before


@pytest.mark.parametrize("file", ["en/session.yaml", "en/glossary.yaml", "sources.yaml"])
def test_what_has_errors_cannot_be_signed(folder: Path, file: str) -> None:
    """Neither a module with errors nor one whose words or sources have some."""
    path = folder / file
    path.write_text(path.read_text() + "odd: key\n")
    done = review(folder, "sign", "session", *WHO, "--yes")
    assert done.status == 1
    assert "Errors have to be mended first" in done.err
    assert f"{file}:" in done.err
    assert entries_in(folder) == ()


def test_status_tells_all_and_each_sentence_that_changed(folder: Path) -> None:
    """A line for each module and language; below, was and now; exit code 1 until all is signed."""
    write(folder, "en/going-home.yaml", small("going-home", "Home", "You rest. Then you go."))
    assert review(folder, "sign", "--all", *WHO, "--yes").status == 0
    assert review(folder, "sign", "--all", "--lang", "es", *WHO, "--yes").status == 0
    done = review(folder)
    assert done.status == 0
    assert "Español (es)\nsession     reviewed by Ana Ruiz, MD, 20" in done.out
    assert "4 of 4 reviewed, and as they were signed." in done.out
    text = small("going-home", "Home", "You rest. Then you drive.")
    write(folder, "en/going-home.yaml", text)
    done = review(folder, "status")
    assert done.status == 1
    assert "going-home  changed since review: 1 sentence\n" in done.out
    assert "  section first, text\n    was: Then you go.\n    now: Then you drive.\n" in done.out
    assert done.out.count("was:") == 1
    assert review(folder, "status", "session").status == 0


def test_status_for_programs(folder: Path) -> None:
    """The same as JSON; what is broken is in it too."""
    sign(folder)
    write(folder, "en/session.yaml", "id: session\n")
    done = review(folder, "status", "--format", "json", "--lang", "en")
    assert done.status == 1
    told = json.loads(done.out)
    assert told["format"] == 1
    states = {one["module"]: one["state"] for one in told["modules"]}
    assert states == {"going-home": "reviewed", "session": "broken", "onboarding": "unreviewed"}
    first = told["modules"][0]
    assert first["signed"]["reviewer"] == "Ana Ruiz"
    assert first["may_be_shown"] is True
    assert first["changes"] == []


def test_a_broken_file_is_said(folder: Path) -> None:
    """`status` does not say "not reviewed" of a file that nobody can read."""
    write(folder, "reviews.yaml", "reviews: none\n")
    done = review(folder)
    assert done.status == 1
    assert "reviews.yaml:1:10: error" in done.err


def test_a_sign_off_is_taken_back_with_a_reason(folder: Path) -> None:
    """Who and why stay on record beside what was signed; a broken module can be taken back too."""
    sign(folder, "session")
    write(folder, "en/session.yaml", "id: session\n")
    child = talk(folder, "withdraw", "session")
    for question, answer in (
        ("Your name:", "Lee Wong"),
        ("Why:", "The dose is wrong."),
        ("Type yes or y to withdraw:", "yes"),
    ):
        child.expect_exact(question)
        child.sendline(answer)
    status, message = end(child)
    assert status == 0
    assert "Withdrawn: session (en)" in message
    assert entries_in(folder)[1][3:] == ("Lee Wong", "The dose is wrong.")
    write_library(folder.parent / "other")
    write(folder, "en/session.yaml", (folder.parent / "other/en/session.yaml").read_bytes())
    done = review(folder, "status", "session")
    assert "review withdrawn" in done.out
    assert "by Lee Wong: The dose is wrong." in " ".join(done.out.split())


def test_what_the_author_waived_is_shown_to_who_signs(folder: Path) -> None:
    """With the reason and the name, before the question."""
    long = "You rest in a chair and " + "then you wait and " * 4 + "go."
    waived = "waive:\n  - {rule: R007, why: On purpose., by: B. Author}\n"
    text = (folder / "en/session.yaml").read_text().replace("You rest in a chair.", long)
    write(folder, "en/session.yaml", text + waived)
    checked = run(folder.parent, "check", str(folder), "--format", "json")
    rules = {one["code"] for one in json.loads(checked.out)["waived"]}
    assert rules == {"R007"}
    done = review(folder, "sign", "session", *WHO, "--yes")
    assert "Waived by B. Author (On purpose.):" in done.out


def test_two_who_sign_at_once_both_sign(folder: Path) -> None:
    """Each adds to what the other wrote, whoever was first."""
    names = ["session", "onboarding", "third", "fourth"]
    for name in names[2:]:
        write(folder, f"en/{name}.yaml", small(name))
    named = swap("modules: [session,", "modules: [third, fourth, session,", READ)
    write(folder, "library.yaml", named)
    running = [
        subprocess.Popen(
            [*PROGRAM, "--library", str(folder), "review", "sign", name, *WHO, "--yes"],
            env=environment(folder.parent),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for name in names
    ]
    for process in running:
        _, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
    assert sorted(entry.module for entry in entries_in(folder)) == sorted(names)

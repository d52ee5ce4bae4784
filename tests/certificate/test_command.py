"""`edu-tui staff certificate` and `verify`: what they print, write, refuse, and end with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.staff.records.store import StaffFile
from tests.plain.program import run
from tests.staff.making import staff_path

from .passes import change, code_of, filled, first

if TYPE_CHECKING:
    from pathlib import Path

    from tests.plain.program import Ran


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose learners have passed; its library does not matter."""
    staff_path(tmp_path).parent.mkdir(parents=True)
    filled(staff_path(tmp_path))
    return tmp_path


def staff(home: Path, *words: str, **more: str) -> Ran:
    """Run it."""
    return run(home, "staff", *words, **{"TZ": "UTC", **more})


def test_the_latest_is_printed(home: Path) -> None:
    """With the name of a roster beside the settings, which stands in no record."""
    (home / "c" / "edu-tui").mkdir(parents=True)
    (home / "c" / "edu-tui" / "roster.csv").write_text("learner,name\nn-104,Zo\u00eb Ruiz\n")
    done = staff(home, "certificate", "n-104", "watching")
    assert (done.status, done.err) == (0, "")
    assert "Name:                  Zo\u00eb Ruiz\n" in done.out
    assert "Passed on:             25 May 2026, 12:02 UTC\n" in done.out
    assert "Zo\u00eb".encode() not in staff_path(home).read_bytes()
    (home / "made.txt").write_text(done.out)
    assert staff(home, "verify", str(home / "made.txt")).status == 0


@pytest.mark.parametrize(
    ("form", "begin"),
    [
        ("text", b"Cert"),
        ("html", b"<!DOC"),
        pytest.param("pdf", b"%PDF", marks=pytest.mark.needs("pango")),
    ],
)
def test_it_is_written_to_a_file(home: Path, form: str, begin: bytes) -> None:
    """For its owner alone; over another only when that is asked for."""
    path = home / f"made.{form}"
    words = ("certificate", "n-105", "watching", "--format", form, "-o", str(path))
    done = staff(home, *words)
    assert done.out == f"Written: {path}\n"
    assert path.read_bytes().startswith(begin)
    assert path.stat().st_mode & 0o077 == 0
    assert staff(home, *words).status == 2
    assert staff(home, *words, "--force").status == 0
    told = staff(home, "verify", str(path))
    if form == "pdf":
        assert (told.status, told.out) == (2, "")
        assert "of a PDF the code is typed" in told.err
    else:
        assert told.out.startswith("Verified: n-105 passed watching on 6 May 2026.\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["n-104", "watchin"], "Did you mean watching?"),
        (["n-104", "zebra"], "Passed: watching."),
        (["n-106", "watching"], "To add them: edu-tui staff add n-106"),
        (["n-104", "watching", "--format", "pdf"], "has to be written to a file"),
    ],
)
def test_there_is_none(home: Path, words: list[str], told: str) -> None:
    """One line with what to do."""
    done = staff(home, "certificate", *words)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert done.err.count("\n") == 1


def test_none_of_a_changed_record(home: Path) -> None:
    """A pass whose answer was changed by hand gives no certificate; `verify` says which it was."""
    change(
        staff_path(home),
        "update record set result = 'right' where result = 'shown' and learner = 'n-105'",
    )
    done = staff(home, "certificate", "n-105", "watching")
    assert (done.status, done.out) == (1, "")
    code = done.err.rpartition("verify ")[2].split()
    told = staff(home, "verify", *code)
    assert told.status == 1
    assert "the answer to other-2 in watching of n-105" in told.out


def test_a_code_as_it_is_typed(home: Path) -> None:
    """In one word or several, small or large, for its learner; what was superseded is verified and says so."""
    typed = code_of(first(StaffFile(staff_path(home)))).lower().replace("0", "o")
    for words in (typed.split(), [typed], typed.replace("-", " ").split()):
        done = staff(home, "verify", *words, "--learner", "n-104")
        assert done.status == 0
        # Whether it still is depends on the day.
        assert done.out.replace("It was good", "It is good") == (
            "Verified: n-104 passed watching on 5 May 2026.\n"
            "It is good until 5 May 2027.\n"
            "Passed again on 25 May 2026: a newer certificate stands for it.\n"
        )
    other = staff(home, "verify", typed, "--learner", "n-105")
    assert other.status == 1
    assert other.out == (
        "Not verified. What does not agree:\n- the learner: it is of n-104, not of n-105\n"
    )


@pytest.mark.parametrize(
    ("typed", "status", "told"),
    [
        ("ABC", 1, "no code of a certificate"),
        ("none.txt", 2, "there is no file none.txt"),
        ("2" * 40, 1, ""),
    ],
)
def test_what_cannot_be_verified(home: Path, typed: str, status: int, told: str) -> None:
    """No code, no file, nobody's code: never verified, never a traceback."""
    done = staff(home, "verify", typed)
    assert done.status == status
    assert told in done.err
    assert "Traceback" not in done.err
    if not told:
        assert "the code: no attempt on record has it" in done.out


def test_a_file_that_is_no_certificate(home: Path) -> None:
    """Another text, bytes, a folder."""
    (home / "letter.txt").write_text("Dear Ana")
    (home / "bytes.txt").write_bytes(b"\xff\x00\xfe")
    (home / "folder.txt").mkdir()
    for name, told in (
        ("letter.txt", "no certificate of edu-tui"),
        ("bytes.txt", "it is not text"),
        ("folder.txt", "there is no file"),
    ):
        done = staff(home, "verify", str(home / name))
        assert done.status in {1, 2}
        assert told in done.err


def test_what_it_shows_is_said_in_its_help(home: Path) -> None:
    """That paper and records agree, and what it does not prove."""
    for words in (["--help"], ["verify", "--help"]):
        message = " ".join(staff(home, *words).out.split())
        assert "It is no proof against someone who rewrites both" in message

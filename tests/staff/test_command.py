"""`edu-tui staff` as a manager and a learner use it: the real program, in a real terminal."""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pexpect
import pytest

from edu_tui.layout.day import day_in_words
from edu_tui.library.signing.file import add, text_file
from edu_tui.model.review import SignOff
from edu_tui.model.signed import hash_of_text
from edu_tui.staff.records.store import StaffFile
from tests.plain.program import PROGRAM, Talk, environment, run
from tests.records.making import run as sql
from tests.review.signed import text_of

from .making import DAY, passed, record, staff_path, write_library

if TYPE_CHECKING:
    from pathlib import Path

    from tests.plain.program import Ran

UTC = {"TZ": "UTC"}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a library beside it."""
    write_library(tmp_path / "library")
    return tmp_path


def staff(home: Path, *words: str, **more: str) -> Ran:
    """Run it where nobody types."""
    return run(home, "--library", str(home / "library"), "staff", *words, **{**UTC, **more})


def talk(home: Path, *words: str) -> pexpect.spawn[str]:
    """The same in a terminal."""
    return pexpect.spawn(
        PROGRAM[0],
        [*PROGRAM[1:], "--library", str(home / "library"), "staff", *words],
        env=environment(home, **UTC),
        encoding="utf-8",
        timeout=60,
        dimensions=(24, 80),
    )


def signed_today(folder: Path) -> None:
    """A clinician has signed one of the two modules for staff."""
    text = text_of(folder, "watching")
    today = date.today()
    until = (today + timedelta(days=300)).isoformat()
    entry = SignOff(
        "watching", "en", hash_of_text(text), "Ana Ruiz", "MD", "lead", "all", str(today), until
    )
    add(folder, [entry], {text_file("watching", "en"): text})


def kinds(home: Path) -> list[tuple[str, str]]:
    """Who did what, in order."""
    return [(row.learner, row.kind) for _, row in StaffFile(staff_path(home)).records()]


def test_a_learner_is_added_and_on_record(home: Path) -> None:
    """With role and day of hire, at the clinic that the settings name; added again, both stay on record."""
    done = staff(
        home, "add", "n-104", "--role", "nurse", "--hired", "2 May 2026", EDU_TUI_SITE="north"
    )
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("n-104 is here now: nurse, hired 2 May 2026.\n")
    again = staff(home, "add", "n-104", "--role", "front-desk", "--hired", "2026-05-03", "--yes")
    assert "n-104 is changed: front-desk, hired 3 May 2026.\n" in again.out
    file = StaffFile(staff_path(home))
    rows = [row for _, row in file.records()]
    assert [(row.kind, row.site, row.course) for row in rows] == [
        ("enrolled", "north", "staff"),
        ("enrolled", "", "staff"),
    ]
    assert rows[0].detail == '{"hired":"2026-05-02","role":"nurse"}'


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--role", "nurze"], "did you mean nurse?"),
        (["--role", "cook"], "it has nurse, front-desk"),
        (["--hired", "soon"], "soon is no day"),
        (["--hired", "0206-11-02"], "See that the year is right"),
        (["--hired", "1949-12-31"], "before 1950"),
        (["--hired", str(date.today() + timedelta(days=400))], "more than a year"),
        (["--course", "patient"], "no such course for staff"),
        (["--pin"], "typed at a terminal"),
    ],
)
def test_what_is_wrong_adds_nobody(home: Path, words: list[str], told: str) -> None:
    """One line, exit code 2, and nothing is written."""
    done = staff(home, "add", "n-104", *words)
    assert done.status == 2
    assert told in done.err
    assert done.err.count("\n") == 1
    assert not staff_path(home).exists()


def test_a_name_is_no_id(home: Path) -> None:
    """Neither a learner's nor an observer's, and it says why."""
    staff(home, "add", "n-104")
    for words in (
        ["add", "Ana Ruiz"],
        ["add", "ana@clinic.org"],
        ["attest", "n-104", "teach-back", "--observer", "Dr. Lee"],
    ):
        done = staff(home, *words)
        assert done.status == 2
        assert "a name or an address" in done.err
    assert kinds(home) == [("n-104", "enrolled")]


def test_a_skill_is_attested_by_somebody_else(home: Path) -> None:
    """By another id, for a skill of the course; not yet is on record, too."""
    staff(home, "add", "n-104")
    for words, told in (
        (["n-105", "teach-back", "--observer", "rn-7"], "Did you mean n-104?"),
        (["n-104", "teach-bak", "--observer", "rn-7"], "did you mean teach-back?"),
        (["n-104", "teach-back", "--observer", "N-104"], "somebody else's id"),
    ):
        done = staff(home, "attest", *words)
        assert (done.status, done.out) == (2, "")
        assert told in done.err
    done = staff(
        home,
        "attest",
        "n-104",
        "teach-back",
        "--observer",
        "rn-7",
        "--not-yet",
        "--note",
        "Rushed.",
    )
    assert done.out == "teach-back of n-104 is not there yet, says rn-7.\n"
    assert staff(home, "attest", "n-104", "teach-back", "--observer", "rn-7").status == 0
    rows = [row for _, row in StaffFile(staff_path(home)).records("kind = 'observed'")]
    assert [row.result for row in rows] == ["not-yet", "can"]
    assert rows[0].detail == '{"note":"Rushed.","observer":"rn-7","skill":"teach-back"}'


def test_the_list_says_who_and_what_is_open(home: Path) -> None:
    """Names of a roster, role, when they were here last, what is to pass and to be seen, a line each."""
    assert "Nobody is here yet" in staff(home, "list").out
    staff(home, "add", "n-104", "--role", "nurse", "--hired", "2026-05-01")
    soon = date.today() + timedelta(days=300)
    staff(home, "add", "n-105", "--hired", soon.isoformat())
    file = StaffFile(staff_path(home), "north")
    until: dict[str, Any] = {"until": "2126-05-05"}
    file.append("n-104", [*passed(**until), record("observed", 9, course="staff", skill="vital-signs",
                                                result="can", observer="rn-7", note="")])  # fmt: skip
    file.append("n-105", [record("read", DAY, "sight"), *passed(2, 2 * DAY)[:1]])
    file.close()
    (home / "names.csv").write_text('learner,name\nn-104,"Ruiz, Ana"\n')
    done = staff(home, "list", EDU_TUI_ROSTER=str(home / "names.csv"))
    flat = " ".join(done.out.split())
    assert "Ruiz, Ana (n-104), last here on 5 May 2026" in flat
    assert "staff: nurse, hired 1 May 2026, 1 of 2 modules passed, 1 of 1 skills seen" in flat
    assert "overdue since 31 May 2026: handover" in flat
    assert "n-105, last here on 7 May 2026 staff: the whole course" in flat
    due = day_in_words((soon + timedelta(days=30)).isoformat())
    assert f"to pass by {due}: watching (begun), handover" in flat
    assert "to be seen: vital-signs, teach-back" in flat
    assert len(done.out.splitlines()) == 8


def test_a_roster_that_is_wrong_is_told(home: Path) -> None:
    """With its line, and nothing else is shown."""
    staff(home, "add", "n-104")
    (home / "names.csv").write_text("n-104,Ruiz, Ana\n")
    done = staff(home, "list", EDU_TUI_ROSTER=str(home / "names.csv"))
    assert (done.status, done.out) == (1, "")
    assert "names.csv:1: write `learner,name`" in done.err


def test_nobody_learns_who_was_not_added(home: Path) -> None:
    """What to do is said; without an id, too."""
    done = staff(home, "--learner", "n-104", "--plain")
    assert (done.status, done.out) == (2, "")
    assert "To add them: edu-tui staff add n-104" in done.err
    assert "who learns?" in staff(home, "--plain").err
    assert not staff_path(home).exists()


def test_nothing_unsigned_is_taught(home: Path) -> None:
    """As long as nobody has signed a module of the course; with one signed it opens, and shows that one."""
    staff(home, "add", "n-104")
    done = staff(home, "--learner", "n-104", "--plain")
    assert (done.status, done.out) == (1, "")
    assert "none of the 2 staff modules" in done.err
    assert "--allow-unreviewed" in done.err
    signed_today(home / "library")
    talking = Talk(home, "--library", str(home / "library"), "staff", "--learner", "n-104", **UTC)
    assert talking.offers("Watching a session"), talking.page
    assert talking.end() == 0


def test_where_nothing_is_written_no_staff_record_begins(home: Path) -> None:
    """`--no-record` is kept to: adding, attesting and learning are refused, and nothing is on the disk."""
    for words in (
        ["add", "n-104"],
        ["attest", "n-104", "teach-back", "--observer", "rn-7"],
        ["--learner", "n-104", "--plain"],
    ):
        done = run(home, "--library", str(home / "library"), "--no-record", "staff", *words)
        assert done.status == 2
        assert "nothing is written with --no-record" in done.err
    assert not staff_path(home).exists()


def test_a_damaged_file_is_told_with_where_it_is_now(home: Path) -> None:
    """And a file of a newer program is named, left as it is."""
    staff(home, "add", "n-104")
    path = staff_path(home)
    path.write_bytes(b"no database" * 500)
    done = staff(home, "list")
    assert done.status == 0
    assert "The staff records were damaged. They are kept as staff.damaged-" in done.err
    staff(home, "add", "n-104")
    file = StaffFile(path)
    file._store.write(lambda db: db.execute("pragma user_version = 99"))
    file.close()
    newer = staff(home, "list")
    assert newer.status == 1
    assert newer.err.startswith(f"edu-tui: {path}: ")
    assert "newer edu-tui" in newer.err
    assert "go on reading" not in newer.err


# PINs


def test_a_pin_is_asked_for(home: Path) -> None:
    """Set at a terminal without an echo; a wrong one waits, the right one opens; nothing without a terminal."""
    adding = talk(home, "add", "n-104", "--pin")
    adding.expect("A PIN for n-104: ")
    adding.sendline("2468")
    adding.expect("The same again: ")
    adding.sendline("2468")
    adding.expect("n-104 has a PIN now")
    adding.expect(pexpect.EOF)
    assert "2468" not in str(adding.before)
    assert "has a PIN" in staff(home, "list").out
    words = ["--learner", "n-104", "--allow-unreviewed", "--plain"]
    assert "typed at a terminal" in staff(home, *words).err
    learning = talk(home, *words)
    learning.expect("PIN of n-104: ")
    learning.sendline("1357")
    learning.expect("That is not the PIN")
    assert StaffFile(staff_path(home)).pin("n-104").wrong == 1
    learning.expect("PIN of n-104: ")
    learning.sendline("2468")
    learning.expect("Watching a session")
    learning.sendline("q")
    learning.expect(pexpect.EOF)
    assert StaffFile(staff_path(home)).pin("n-104").wrong == 0


def test_a_wait_does_not_end_with_the_program(home: Path) -> None:
    """After wrong tries in another run the next one waits, and says how long."""
    staff(home, "add", "n-104")
    file = StaffFile(staff_path(home))
    file.set_pin("n-104", "scrypt$no")
    file.close()
    sql(staff_path(home), f"update learner set wrong = 8, tried = {int(time.time())}")
    learning = talk(home, "--learner", "n-104", "--allow-unreviewed", "--plain")
    learning.expect(r"The next try is in 1\d\d s")
    learning.sendintr()
    learning.expect(pexpect.EOF)
    learning.close()
    assert learning.exitstatus == 130


def test_a_pin_that_cannot_be(home: Path) -> None:
    """Too short, or two different ones: nothing is changed. It is taken away without a question."""
    staff(home, "add", "n-104")
    for typed, told in (
        (["12", "12"], "4 to 64 characters"),
        (["2468", "2469"], "two different PINs"),
    ):
        setting = talk(home, "pin", "n-104")
        for one in typed:
            setting.expect(": ")
            setting.sendline(one)
        setting.expect(told)
        setting.expect(pexpect.EOF)
    assert StaffFile(staff_path(home)).pin("n-104").pin == ""
    StaffFile(staff_path(home)).set_pin("n-104", "x")
    assert "no PIN any more" in staff(home, "pin", "n-104", "--remove").out
    assert StaffFile(staff_path(home)).pin("n-104").pin == ""

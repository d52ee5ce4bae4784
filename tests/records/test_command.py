"""`edu-tui records`: everything is shown, can be taken elsewhere, and goes when the reader says so."""

from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pexpect
import pytest

from edu_tui.learning.history import FOLD
from edu_tui.records.log import Log
from edu_tui.records.transfer import lines_of
from tests.happened import happened
from tests.plain.program import PROGRAM, environment, run
from tests.plain.sample import write_library

from .making import answered, names, times
from .making import run as change

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.learning.event import Event

DAY = 86_400_000
MAY = 1_777_982_400_000
"""Noon on 5 May 2026, UTC."""
UTC = {"TZ": "UTC"}


def records(home: Path) -> Path:
    return home / ".local" / "share" / "edu-tui" / "records.sqlite"


def record(
    kind: str, days: int, unit: str = "", module: str = "the-day", **detail: object
) -> Event:
    at = MAY + days * DAY
    return happened(kind, at, module, "en", "1a", unit, "2b", detail)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose reader read, walked, answered, asked and has an appointment."""
    log = Log(records(tmp_path))
    log.append(
        [
            record("stopped", 0, "ride-home", anchor=0, detailed=False),
            record("read", 0, "ride-home"),
            record("walked", 1, "drip/arrive", anchor=0, last=False),
            record("walked", 1, "drip/start", anchor=0, last=True),
            record(
                "answered",
                2,
                "?what-helps",
                chosen=["mail"],
                verdict="try-again",
                behaviour="check",
            ),
            record(
                "answered", 2, "?what-helps", verdict="unsure", ask="What helps?", behaviour="check"
            ),
            record("answered", 3, "?drive-tonight", verdict="right", behaviour="check"),
            record("asked", 4, "ride-home", text="Who drives?", why="page", note="My sister?"),
            record("asked", 4, "", "", text="Can I eat before?", why="own", note=""),
            record("appointed", 4, "", "", day="2026-12-01"),
            record("read", 5, "gone", "no-such-module"),
        ]
    )
    log.close()
    return tmp_path


@pytest.fixture
def library(tmp_path: Path) -> str:
    return str(write_library(tmp_path / "library"))


def test_what_is_kept_in_plain_words(home: Path, library: str) -> None:
    """By module with titles and days; the list of questions with the reader's words; the appointment."""
    ran = run(home, "records", "show", "--library", library, **UTC)
    assert (ran.status, ran.err) == (0, "")
    assert (
        ran.out
        == """\
Kept about you, on this computer only: 11 entries, 5 May 2026 to 10 May 2026.

The day
  Read on 5 May 2026: Someone takes you home
  Walked through, last on 6 May 2026: A drip in the arm (2 steps), to the end
  To talk about, asked on 7 May 2026: What helps?
  Clear on 8 May 2026: Your car is outside. What do you do?
  Page that was open on 5 May 2026: Someone takes you home

no-such-module
  Read on 10 May 2026: gone

My questions
  - Please explain to me: The medicine starts (The day)
  - Who drives? (The day)
    My words: My sister?
  - Can I eat before?

My next appointment: 1 December 2026

Each entry by itself: edu-tui records show --all
To delete: edu-tui records delete
"""
    )
    assert run(home, "records", "--library", library, **UTC).out == ran.out


def test_what_is_not_added_yet_is_shown_and_counted(home: Path, library: str) -> None:
    """Own words that wait are told by `show`, and counted before they are deleted with all or with a part."""
    log = Log(records(home))
    log.append([record("drafted", 4, "ride-home", text="May I\nwalk?", why="own", about="Someone")])
    log.append([record("drafted", 4, "", "", text="May I eat?", why="own", about="")])
    log.close()
    out = run(home, "records", "show", "--library", library, **UTC).out
    assert (
        """\
  - Can I eat before?
  - May I walk? (The day), not added yet
  - May I eat?, not added yet
"""
        in out
    )
    for words, count in (((), "2 questions"), (("--module", "the-day"), "1 question")):
        ran = run(home, "records", "delete", *words)
        assert f"list, {count} not added yet\n" in ran.out


def test_without_a_library_ids_are_shown(home: Path, tmp_path: Path) -> None:
    """Where the library is gone, what is kept is shown all the same."""
    ran = run(home, "records", "--library", str(tmp_path / "gone"), **UTC)
    assert (ran.status, ran.err) == (0, "")
    assert "the-day\n  Read on 5 May 2026: ride-home\n" in ran.out


def test_every_entry(home: Path) -> None:
    """One line for each, with all that is in it."""
    lines = run(home, "records", "show", "--all", **UTC).out.splitlines()
    assert len(lines) == 11
    assert lines[1] == "5 May 2026 12:00:00  read  the-day ride-home  (en 1a 2b)"
    assert lines[7].endswith('{"note":"My sister?","text":"Who drives?","why":"page"}')


def test_a_plan_is_told_by_its_titles(tmp_path: Path, library: str) -> None:
    """Also where nothing else is kept; a part that is gone from the library has its id."""
    log = Log(records(tmp_path))
    log.append([record("planned", 0, "", "", parts=["the-day", "no-such-module"], missing=0)])
    log.close()
    out = run(tmp_path, "records", "--library", library, **UTC).out
    assert "My plan\n  - The day\n  - no-such-module\n" in out


def test_nothing_is_kept(tmp_path: Path) -> None:
    """Without records each part says so, ends well, and makes no file."""
    for words, told in [
        ([], "Nothing is kept about you.\n"),
        (["where"], f"{records(tmp_path)}\n    Nothing is kept here yet.\n"),
        (["delete"], "Nothing is kept, so there is nothing to delete.\n"),
        (["export"], '{"events":0,"format":"edu-tui records","version":1}\n'),
    ]:
        ran = run(tmp_path, "records", *words)
        assert (ran.status, ran.out, ran.err) == (0, told, "")
    assert not records(tmp_path).parent.exists()


def test_where(home: Path) -> None:
    """Each file with its path on a line of its own, what it is, and how large."""
    damaged = records(home).with_name("records.damaged-20260505-120000.sqlite")
    damaged.write_bytes(b"x" * 900)
    lines = run(home, "records", "where").out.splitlines()
    assert lines[0] == str(records(home))
    assert lines[1].endswith(" kB")
    assert lines[2:] == [str(damaged), "    900 bytes, damaged and moved aside"]


def test_where_something_else_stands(tmp_path: Path) -> None:
    """A folder in its place is told by `where`, in one line by the others."""
    records(tmp_path).mkdir(parents=True)
    assert "Not an ordinary file. Move it away" in run(tmp_path, "records", "where").out
    ran = run(tmp_path, "records", "delete", "--yes")
    assert ran.status == 1
    assert ran.err.startswith(
        "edu-tui: A folder, or something else that is no file, stands where your records should be"
    )


def test_out_and_in_on_another_machine(home: Path, tmp_path: Path) -> None:
    """The file is for its owner alone; taken in elsewhere it is all there, and twice adds nothing."""
    file = tmp_path / "mine.jsonl"
    ran = run(home, "records", "export", "-o", str(file))
    assert ran.out == f"11 entries written to {file}. Only you can open that file.\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_bytes() == run(home, "records", "export").out.encode()
    other = tmp_path / "other"
    assert run(other, "records", "import", str(file)).out == "11 new, 0 already here.\n"
    assert run(other, "records", "export").out.encode() == file.read_bytes()
    again = run(other, "records", "import", "-", typed=file.read_bytes())
    assert again.out == "0 new, 11 already here.\n"


def test_a_long_history_is_folded_where_nobody_waits(tmp_path: Path) -> None:
    """After an import the fold is written down, so that the next start does not have to."""
    log = Log(tmp_path / "elsewhere.sqlite")
    events = log.append([answered(number) for number in range(300)])
    log.close()
    (tmp_path / "mine.jsonl").write_text("".join(lines_of(events)))
    run(tmp_path, "records", "import", str(tmp_path / "mine.jsonl"))
    assert Log(records(tmp_path)).memo(FOLD)[0] == 300


def test_an_export_is_utf_8_whatever_the_terminal(home: Path) -> None:
    """What other programs read does not depend on the character set of a terminal."""
    log = Log(records(home))
    log.append([record("asked", 9, "", "", text="\u00bfMa\u00f1ana?", why="own", note="")])
    log.close()
    ran = run(home, "records", "export", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert "\u00bfMa\u00f1ana?" in ran.out


def test_an_export_writes_over_nothing(home: Path, tmp_path: Path) -> None:
    """A file that is there is not written over, unless that is asked for."""
    file = tmp_path / "mine.jsonl"
    file.write_text("precious")
    ran = run(home, "records", "export", "-o", str(file))
    assert ran.status == 2
    assert "--force" in ran.err
    assert file.read_text() == "precious"
    assert run(home, "records", "export", "-o", str(file), "--force").status == 0
    assert file.read_text().startswith('{"events":11,')


def test_an_import_that_is_refused(tmp_path: Path) -> None:
    """File, line and fault in one line; exit code 1, and nothing was taken in."""
    file = tmp_path / "mine.jsonl"
    file.write_text('{"format":"edu-tui records","version":1,"events":1}\n{"id":5}\n')
    ran = run(tmp_path, "records", "import", str(file))
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == f"edu-tui: {file}: line 2: `at` is missing. Nothing was taken in.\n"
    for missing in (str(tmp_path / "no"), str(tmp_path)):
        assert run(tmp_path, "records", "import", missing).err.startswith("edu-tui: cannot read ")
    assert not records(tmp_path).exists()


# deleting


def test_without_a_terminal_nothing_is_deleted_unasked(home: Path) -> None:
    """No terminal and no `--yes`: it says what would go, changes nothing, exit code 2."""
    before = records(home).read_bytes()
    for words, told in [
        ([], "11 entries: 4 pages read"),
        (["--module", "the-day"], "8 entries: 3 "),
    ]:
        ran = run(home, "records", "delete", *words, typed="yes\n")
        assert ran.status == 2
        assert ran.err == "edu-tui: nothing was deleted. To delete without being asked: --yes\n"
        assert told in ran.out
    assert records(home).read_bytes() == before


def test_everything_goes(home: Path) -> None:
    """With `--yes` every file is removed and named, and what is beyond reach is told."""
    damaged = records(home).with_name("records.damaged-20260505-120000.sqlite")
    damaged.write_bytes(b"x")
    ran = run(home, "records", "delete", "--yes")
    assert ran.status == 0
    deleted = ran.out.partition("Deleted:\n")[2]
    assert f"  {records(home)}\n" in deleted
    assert f"  {damaged}\n" in deleted
    assert deleted.endswith("Files that you exported are still where you put them.\n")
    assert names(records(home).parent) == []


@pytest.mark.parametrize(
    ("words", "told", "left"),
    [
        (["--module", "the-day"], "8 entries deleted.", 3),
        (["--module", "the-day", "--section", "ride-home"], "3 entries deleted.", 8),
        (["--module", "the-day", "--question", "what-helps"], "2 entries deleted.", 9),
        (["--module", "the-day", "--question", "?what-helps"], "2 entries deleted.", 9),
        (["--module", "no-such-module"], "1 entry deleted.", 10),
    ],
)
def test_a_part_goes(home: Path, words: list[str], told: str, left: int) -> None:
    """A module, a section or a question goes with what was asked about it; the rest stays."""
    ran = run(home, "records", "delete", *words, "--yes")
    assert (ran.status, ran.err) == (0, "")
    assert told in ran.out
    events = Log(records(home)).events()
    assert [event.kind for _, event in events].count("forgotten") == 1
    assert len(events) == left + 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--module", "the-dya"], "nothing is kept of the-dya; did you mean the-day?"),
        (["--module", "the-day", "--question", "no"], "nothing is kept of no in the-day."),
        (["--question", "no"], "say of which module: --module ID"),
    ],
)
def test_deleting_what_is_not_there(home: Path, words: list[str], told: str) -> None:
    """What does not exist is an error with the nearest name, not a success."""
    ran = run(home, "records", "delete", *words, "--yes")
    assert (ran.status, ran.err) == (2, f"edu-tui: {told}\n")
    assert len(Log(records(home)).events()) == 11


@pytest.mark.parametrize(("typed", "left"), [("yes", 0), ("Y ", 0), ("no", 11), ("", 11)])
def test_it_is_asked_once(home: Path, typed: str, left: int) -> None:
    """On a terminal `yes` or `y` deletes; anything else deletes nothing and is no error."""
    child = pexpect.spawn(
        sys.executable,
        [*PROGRAM[1:], "records", "delete"],
        env=environment(home),
        encoding="utf-8",
        timeout=60,
    )
    child.expect_exact("Type yes or y to delete: ")
    child.sendline(typed)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert ("Nothing was deleted." in str(child.before)) == bool(left)
    assert len(Log(records(home)).events()) == left


# trouble


def test_damaged_records_are_told_once(home: Path) -> None:
    """The first command after the damage says where the old file is; the next one has nothing to say."""
    records(home).write_bytes(b"garbage" * 1000)
    ran = run(home, "records")
    assert (ran.status, ran.out) == (0, "Nothing is kept about you.\n")
    assert ran.err.startswith(
        "edu-tui: Your records were damaged. They are kept as records.damaged-"
    )
    assert run(home, "records").err == ""


def test_newer_records(home: Path) -> None:
    """What a newer program wrote is refused in one line and can still be deleted."""
    change(records(home), "pragma user_version = 9")
    for words in ([], ["export"], ["delete", "--module", "the-day", "--yes"]):
        ran = run(home, "records", *words)
        assert ran.status == 1
        assert ran.err == (
            "edu-tui: Your records are from a newer edu-tui: install that. They are left as they are.\n"
        )
    ran = run(home, "records", "delete", "--yes")
    assert "records that cannot be read here" in ran.out
    assert not records(home).exists()


def test_the_first_wish_is_help(tmp_path: Path) -> None:
    """A misspelt part is one line with the nearest; help shows examples."""
    ran = run(tmp_path, "records", "exprot")
    assert ran.status == 2
    assert "did you mean export?" in ran.err
    assert "edu-tui records import mine.jsonl" in run(tmp_path, "records", "--help").out


def test_two_kinds_of_parts_are_told_apart(home: Path) -> None:
    """A section and a question of one name are two things."""
    log = Log(records(home))
    log.append([answered(MAY, "the-day", "?ride-home")])
    log.close()
    run(home, "records", "delete", "--module", "the-day", "--question", "ride-home", "--yes")
    assert len(times(Log(records(home)).events())) == 12

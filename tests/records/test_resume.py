"""`edu-tui resume`: says what a code says, asks once, and goes on from there in the reader's records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pexpect
import pytest

from edu_tui.learning.event import AskAdded
from edu_tui.learning.history import History
from edu_tui.learning.resume_code import ResumeState, code_of
from edu_tui.records.log import Log
from tests.plain.program import PROGRAM, environment, run
from tests.plain.sample import write_library

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.learning.event import Event

COURSE = ("the-day", "torn")
CODE = code_of(ResumeState(frozenset({"the-day"}), frozenset({"the-day"})), COURSE)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def events(home: Path) -> list[Event]:
    log = Log(home / ".local" / "share" / "edu-tui" / "records.sqlite")
    result = [event for _, event in log.events()]
    log.close()
    return result


def test_it_says_what_it_will_do_and_does_it(home: Path, library: Path) -> None:
    """The module counts as read, section by section, and there is one thing on the list."""
    ran = run(home, "resume", CODE, "--yes", "--library", str(library))
    assert (ran.status, ran.err) == (0, "")
    assert (
        ran.out
        == """\
This code says how far you came:
  Read: The day
  To talk about: The day

It will be kept on this computer, added to what is here: 1 page as read, 1 thing on your list.
Done. Type edu-tui to go on from there.
"""
    )
    read, asked = events(home)
    assert (read.kind, read.module, read.unit) == ("read", "the-day", "ride-home")
    assert len(read.version) == len(read.unit_version) == 16
    assert isinstance(asked.fact, AskAdded)
    assert asked.fact.text == "The day: something here was not clear to me"
    history = History()
    for event in (read, asked):
        history.apply(event)
    assert set(history.trace("the-day").read) == {"ride-home"}
    assert len(history.asks) == 1


def test_the_next_start_shows_it(home: Path, library: Path) -> None:
    """Home has the part as read, and the question is on the list."""
    run(home, "resume", CODE, "--yes", "--library", str(library))
    ran = run(home, "--plain", "--library", str(library), typed="y\nq\n")
    row = next(line for line in ran.out.splitlines() if "1. The day" in line)
    assert "read" in row
    assert "something here was not clear to me" in ran.out


def test_entered_twice_it_adds_nothing(home: Path, library: Path) -> None:
    """However it is typed the second time, and also after the thing was taken off the list."""
    run(home, "resume", CODE, "--yes", "--library", str(library))
    before = events(home)
    typed = CODE.lower().split("-")
    again = run(home, "resume", *typed, "--yes", "--library", str(library))
    assert (again.status, again.err) == (0, "")
    assert "All of that is here already. Nothing is added." in again.out
    assert events(home) == before


def test_what_was_forgotten_since_comes_back_only_when_asked_for(home: Path, library: Path) -> None:
    """After records were deleted the code works again, as the reader asks for it anew."""
    run(home, "resume", CODE, "--yes", "--library", str(library))
    run(home, "records", "delete", "--module", "the-day", "--yes")
    assert [event.kind for event in events(home)] == ["forgotten"]
    run(home, "resume", CODE, "--yes", "--library", str(library))
    assert [event.kind for event in events(home)] == ["forgotten", "read", "asked"]


def test_it_asks_once_and_anything_but_yes_adds_nothing(home: Path, library: Path) -> None:
    """No leaves everything as it is; yes adds it."""
    for typed, added in (("no", 0), ("", 0), ("Y", 2)):
        words = [*PROGRAM[1:], "resume", CODE, "--library", str(library)]
        child = pexpect.spawn(
            PROGRAM[0], words, env=environment(home), encoding="utf-8", timeout=60
        )
        child.expect("Type yes or y to add it: ")
        child.sendline(typed)
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 0
        assert len(events(home)) == added


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["7K3M-9U3M-9999"], "Check group 2."),
        (["7K3M"], "12 to 32 letters and digits, in groups of 4. Here are 4."),
        ([CODE[:-1] + ("2" if CODE[-1] != "2" else "3")], "Something is not right in group 3."),
        ([code_of(ResumeState(frozenset(), frozenset()), ("another",))], "from another library"),
        (["\x1b[2J\x07\u202eabc"], "a letter or a sign that does not fit"),
        ([CODE], "nothing was added. To add it without being asked: --yes"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line(
    home: Path, library: Path, words: list[str], told: str
) -> None:
    """Exit code 2, one line, nothing written, and nothing of what was typed reaches the terminal."""
    ran = run(home, "resume", *words, "--library", str(library))
    assert ran.status == 2
    assert told in ran.err
    assert ran.err.count("\n") == 1
    assert "\x1b" not in ran.err
    assert events(home) == []


def test_a_part_that_is_broken_here_is_left_out(home: Path, library: Path) -> None:
    """It is said; the rest is taken."""
    code = code_of(ResumeState(frozenset(COURSE), frozenset()), COURSE)
    ran = run(home, "resume", code, "--yes", "--library", str(library))
    assert "left out" in ran.err
    assert ran.status == 0
    assert [event.module for event in events(home)] == ["the-day"]


def test_a_code_of_nothing_adds_nothing(home: Path, library: Path) -> None:
    """It says so and asks nothing."""
    code = code_of(ResumeState(frozenset(), frozenset()), COURSE)
    ran = run(home, "resume", code, "--library", str(library))
    assert (ran.status, ran.err) == (0, "")
    assert "nothing was read yet" in ran.out
    assert events(home) == []


def test_who_wants_nothing_kept_is_not_kept(home: Path, library: Path) -> None:
    """With `record = false` nothing is written, and it is said."""
    settings = home / "c" / "edu-tui" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("record = false\n")
    ran = run(home, "resume", CODE, "--yes", "--library", str(library))
    assert ran.status == 2
    assert "nothing is kept" in ran.err
    assert events(home) == []

"""Ids that say nothing about a person, a roster that stays where it is, and waits after a wrong PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_tui.records.pin import LONGEST_WAIT, fits, hash_of, is_hash
from edu_tui.staff.records.learners import checked, still_to_wait
from edu_tui.staff.records.roster import RosterError, named, read_roster
from edu_tui.staff.records.store import StaffFile
from edu_tui.system.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("learner", ["n-104", "7", "A.b_c-9", "x" * 64])
def test_ids_that_may_be(learner: str) -> None:
    """Letters, digits, dots, hyphens and underscores, as they were typed."""
    assert checked(learner) == learner


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("ana@clinic.org", "a name or an address"),
        ("Ana Ruiz", "a name or an address"),
        ("", "is no id"),
        (" ", "is no id"),
        ("-n", "is no id"),
        ("../staff", "is no id"),
        ("x" * 65, "at most 64"),
        ("n\n1", "is no id"),
        ("n-1\n", "is no id"),
        ("né", "is no id"),
    ],
)
def test_ids_that_may_not_be(typed: str, why: str) -> None:
    """Names and addresses are refused with the reason, and so is what could not stand in a file's name."""
    with pytest.raises(UsageError, match=why):
        checked(typed)


def test_an_observers_id_is_held_to_the_same() -> None:
    """And the message says whose it is."""
    with pytest.raises(UsageError, match="an observer"):
        checked("Dr. Lee", "an observer")


# PINs


def test_wrong_tries_are_counted_until_one_is_right(tmp_path: Path) -> None:
    """Counted in the file, so that a new start does not bring the wait back to nothing; while it goes on
    no other window has a try, and a PIN that was set meanwhile is not passed by the old one.
    """
    path = tmp_path / "staff.sqlite"
    times = [1000.9]
    file = StaffFile(path, clock=lambda: times[-1])
    file.add("n-1")
    assert file.pin("n-1") == ("", 0, 0)
    file.set_pin("n-1", "hash")
    assert file.pin_tried("n-1") == ("hash", 0, 0)
    other = StaffFile(path, clock=lambda: times[-1])
    assert other.pin_tried("n-1") is None
    times.append(1002.0)
    assert other.pin_tried("n-1") == ("hash", 1, 1000)
    file.close()
    assert StaffFile(path).pin("n-1") == ("hash", 2, 1002)
    assert file.pin_right("n-1", "hash")
    assert file.pin("n-1") == ("hash", 0, 0)
    file.pin_tried("n-1")
    other.set_pin("n-1", "another")
    assert file.pin("n-1") == ("another", 0, 0)
    assert not file.pin_right("n-1", "hash")
    file.set_pin("n-1", "")
    assert file.pin("n-1") == ("", 0, 0)


@given(
    wrong=st.integers(0, 400),
    at=st.integers(0, 2**40),
    passed=st.floats(-(2.0**40), 2.0**40),
)
def test_the_wait_ends(wrong: int, at: int, passed: float) -> None:
    """However the clock is set, nobody waits longer than the wrong tries ask for, and at last not at all."""
    wait = still_to_wait(wrong, at, at + passed)
    assert 0 <= wait <= LONGEST_WAIT
    assert still_to_wait(wrong, at, at + LONGEST_WAIT) == 0
    assert still_to_wait(0, at, at + passed) == 0


def test_each_wrong_try_doubles_the_wait() -> None:
    """Until it is five minutes."""
    waits = [still_to_wait(wrong, 100, 100) for wrong in range(1, 12)]
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]
    assert still_to_wait(3, 100, 103) == 1


def test_a_pin_is_kept_as_its_hash_alone() -> None:
    """The hash fits its own PIN and no other, and says nothing of it."""
    kept = hash_of("2468", b"0123456789abcdef")
    assert is_hash(kept)
    assert "2468" not in kept
    assert fits("2468", kept)
    assert not any(fits(other, kept) for other in ("2469", "", "24680", "246"))
    assert not fits("2468", "")


# the roster


def test_a_roster_says_who_it_is(tmp_path: Path) -> None:
    """With a heading or without, with the mark that Excel puts before it, with empty lines and quotes."""
    path = tmp_path / "roster.csv"
    path.write_bytes(b'\xef\xbb\xbf\r\nLearner, Name\r\nn-1,Ana Ruiz\r\n\r\nn-2,"Lee, Dr. Bo"\r\n')
    names = read_roster(path)
    assert names == {"n-1": "Ana Ruiz", "n-2": "Lee, Dr. Bo"}
    path.write_text("n-1,Ana Ruiz\nlearner,name\n")
    assert read_roster(path) == {"n-1": "Ana Ruiz", "learner": "name"}
    assert named("n-1", names) == "Ana Ruiz (n-1)"
    assert named("n-3", names) == "n-3"
    assert read_roster(None) == {}


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        (b"learner,name\nn-1", 2, "write `learner,name`"),
        (b"n-1,Lee, Bo", 1, "in quotes"),
        (b"n-1;Ana", 1, "write `learner,name`"),
        (b"\n\nn-1,", 3, "write `learner,name`"),
        (b"n-1,Ana\nn-2,Bo\nn-1,Cy", 3, "n-1 is there twice"),
        (b"n-1,Ana\nAna Ruiz,n-2", 2, "looks like a name"),
        (b'n-1,"Ana', 1, "unexpected end"),
        (b"n-1,A\x1b[31mna", 1, "cannot be shown"),
    ],
)
def test_a_roster_that_is_wrong_says_in_which_line(
    tmp_path: Path, text: bytes, line: int, why: str
) -> None:
    """One clear line: which file, which line, what to do."""
    path = tmp_path / "roster.csv"
    path.write_bytes(text)
    with pytest.raises(RosterError) as caught:
        read_roster(path)
    value = str(caught.value)
    assert value.startswith(f"{path}:{line}: ")
    assert why in value
    assert "\n" not in value


def test_a_roster_that_cannot_be_read(tmp_path: Path) -> None:
    """In another encoding, or not there."""
    path = tmp_path / "roster.csv"
    path.write_bytes("n-1,Zoë".encode("cp1252"))
    with pytest.raises(RosterError, match="UTF-8"):
        read_roster(path)
    with pytest.raises(RosterError, match="No such file"):
        read_roster(tmp_path / "none.csv")

"""The manager's view: three questions, and behind each row a learner or an item."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.journey.action import BINDINGS, Action
from edu_tui.journey.journey import Journey
from edu_tui.layout.line import Room
from edu_tui.records.rows import left_out
from edu_tui.staff.extension import StaffExtension
from edu_tui.staff.places.managing import Managing
from edu_tui.staff.profile import MANAGER
from tests.journey.reader import ROOM, SMALL, Reader
from tests.report.clinic import Clinic, busy
from tests.report.reading import board_of

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.staff.report.board import Board


class Manager(Reader):
    """A manager before a board."""

    def __init__(self, folder: Path, board: Board, room: Room = ROOM) -> None:
        super().__init__(folder, room, profile=MANAGER)
        self.journey = Journey(self.visit, Managing(board), StaffExtension())


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    return busy(Clinic(tmp_path))


@pytest.fixture
def manager(clinic: Clinic) -> Manager:
    return Manager(clinic.library, board_of(clinic)._replace(names={"n-101": "Ana Ruiz"}))


def test_the_first_place_answers_three_questions(manager: Manager) -> None:
    """Bars and numbers: ready, overdue, due soon; and a row for each question."""
    for told in ("Ready", "1 of 4", "Overdue", "Due soon", "3 of 4", "█", "25 November 2026"):
        assert told in manager.flat
    rows = {row.label: row.detail for row in manager.rows}
    assert rows == {
        "Who is ready": "1 of 4",
        "Who is due": "1 overdue, 4 soon",
        "What fails": "1 of 3 about safety",
    }


def test_from_a_learner_to_modules_and_skills(manager: Manager) -> None:
    """Who is not ready comes first; behind each stand three facts, every module and every skill."""
    manager.choose("Who is ready")
    assert [row.label for row in manager.rows][:4] == [
        "d-201",
        "n-102",
        "n-103",
        "Ana Ruiz (n-101)",
    ]
    manager.choose("n-102")
    seen = manager.text
    while not manager.has("Go back") or manager.has("Next page"):
        seen += manager.do("next").text
    flat = " ".join(seen.split())
    for told in ("Not ready yet", "Nurse, hired 2 November 2026", "Read", "Understood", "Skills seen",
                 "Watching the patient: read 10 November 2026; failed once.",
                 "Wasting a dose: not read; not begun.",
                 "Takes vital signs: not there yet, 12 November 2026, rn-7.",
                 "Wastes with a witness: not seen."):  # fmt: skip
        assert told in flat
    assert "%" not in flat


def test_coming_back_the_same_row_is_marked(manager: Manager) -> None:
    """A list is left and found again where it was."""
    manager.choose("Who is ready", "n-103").do("up")
    assert manager.journey.view(ROOM).focus == 2
    manager.do("up").choose("What fails", "Sort them").do("up")
    assert manager.journey.view(ROOM).focus == 1
    assert manager.do("up").journey.view(ROOM).focus == 2


def test_who_is_due_leads_to_whom_it_is_about(manager: Manager) -> None:
    """The most urgent is the first row, with a mark that needs no colour."""
    manager.choose("Who is due")
    first = manager.rows[0]
    assert (first.label, first.mark) == ("n-103: Watching the patient", "[!]")
    assert first.detail == "46 days over: the pass has ended"
    assert "n-103" in manager.choose("n-103").text.splitlines()[0]


def test_from_an_item_to_what_was_chosen_and_where_to_mend_it(manager: Manager) -> None:
    """Safety first; the author's words, the belief behind them, file and line."""
    manager.choose("What fails")
    assert manager.rows[0].label == "Safety: How long is the least?"
    manager.choose("Safety: How long")
    for told in ("Right at once", "1 of 3", '"One hour": feeling-fine-is-enough', "2 of 3",
                 "The item: en/watching.yaml:17", "The passage: en/watching.yaml:8"):  # fmt: skip
        assert told in manager.flat


@pytest.mark.parametrize(
    "room", [ROOM, SMALL, Room(72, 0, "words"), Room(72, 19, "ascii")], ids=str
)
def test_every_place_fits_its_room(clinic: Clinic, room: Room) -> None:
    """No line is wider than the room, in any of the ways to draw."""
    board = board_of(clinic)
    for path in ([], ["Who is ready"], ["Who is ready", "n-102"], ["Who is due"], ["What fails"],
                 ["What fails", "Put them"]):  # fmt: skip
        manager = Manager(clinic.library, board, room).choose(*path)
        assert max(map(len, manager.text.splitlines())) <= room.width
        if room.medium != "unicode":
            assert manager.text.isascii()


def test_an_empty_clinic_says_so_everywhere(tmp_path: Path) -> None:
    """Nobody there, nobody due, nothing that fails: each place says it and leads back."""
    clinic = Clinic(tmp_path)
    manager = Manager(clinic.library, board_of(clinic))
    assert "nobody is enrolled" in manager.flat
    for label, told in (("Who is ready", "Nobody is enrolled"), ("Who is due", "Nobody is due within 30 days"), ("What fails", "no assessment has been handed in")):  # fmt: skip
        assert told in manager.choose(label).flat
        manager.choose("Go back")


def test_what_was_changed_is_said(clinic: Clinic) -> None:
    """Records that count for nothing, or have a wrong time, are told on the first place, and named behind it."""
    left = tuple(
        left_out(f"id-{n}", "passed", "watching", "it was changed", "n-1") for n in range(2)
    )
    board = board_of(clinic)._replace(left_out=left, doubtful=left[:1])
    manager = Manager(clinic.library, board)
    assert "2 do not count, 1 with a wrong time" in manager.flat
    manager.choose("Records with something wrong")
    assert "n-1, passed watching (id-1): it was changed" in manager.flat
    assert "The time of 1 record cannot be right. It counts all the same." in manager.flat
    assert not Manager(clinic.library, board_of(clinic)).has("Records with something wrong")


def test_no_key_leads_astray(manager: Manager) -> None:
    """Every key of the table is pressed at every place: nothing breaks, and nothing is kept."""
    for path in ([], ["Who is ready"], ["Who is ready", "n-102"], ["Who is due"], ["What fails", "Sort"]):  # fmt: skip
        for binding in BINDINGS:
            if binding.action is Action.QUIT:
                continue
            manager.do("home").choose(*path).do(binding.action)
            assert manager.text
            manager.do("home")
    assert not manager.visit.keeper.can_keep


def test_what_is_not_there_does_nothing(manager: Manager) -> None:
    """A row that was made up leads nowhere."""
    manager.choose("Who is due").do("due", "99")
    assert manager.text.startswith("Who is due")
    manager.do("up").choose("What fails").do("item", "x")
    assert manager.text.startswith("What fails")
    manager.do("up").choose("Who is ready").do("learner", "nobody")
    assert manager.text.startswith("Who is ready")

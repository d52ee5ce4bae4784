"""Reports on paper: groups in the order of urgency, columns that fit, words where there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.records.rows import left_out
from edu_tui.staff.plain.report import as_text
from tests.report.clinic import Clinic, busy
from tests.report.reading import board_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    return busy(Clinic(tmp_path))


def flat(text: str) -> str:
    return " ".join(text.split())


def test_progress_tells_three_facts_of_each(clinic: Clinic) -> None:
    """A name where there is one, the role, the facts, then modules and skills in columns."""
    names = {"n-102": "Bo Lindqvist"}
    message = as_text("progress", board_of(clinic)._replace(names=names), 79)
    assert message.startswith("Onboarding. 25 November 2026.\n\n1 of 4 ready.\n")
    block = message.split("\n\nBo Lindqvist (n-102): ")[1].split("\n\nn-103")[0]
    assert block.startswith("not ready yet\n  Nurse, hired 2 November 2026.\n")
    assert "  Read 1 of 2, understood 0 of 2, skills seen 0 of 2.\n" in block
    rows = [" ".join(line.split()) for line in block.splitlines()]
    assert "Watching the patient 2026-11-10 failed once" in rows
    assert "Wasting a dose not read not begun" in rows
    assert "Takes vital signs not there yet, 2026-11-12, rn-7" in rows


def test_due_is_in_groups_of_urgency(clinic: Clinic) -> None:
    """Overdue, changed, soon, without a day: in that order, each under its words."""
    clinic.record("z-1", "enrolled", "2026-11-01", role="desk", hired="")
    clinic.edit("waste", "Two people waste a dose.", "Two people waste every dose.")
    message = as_text("due", board_of(clinic.close()), 79)
    heads = ["Overdue", "Changed since they passed", "Due within 30 days", "No day is set"]
    assert [line for line in message.splitlines() if line in heads] == heads
    assert "n-103 Watching the patient 2026-10-10 46 days over: the pass has ended" in flat(message)
    assert "n-101 Wasting a dose owed now the text changed: 1 section, 1 question" in flat(message)
    assert (
        message.index("n-103")
        < message.index("n-101")
        < message.index("d-201")
        < message.index("z-1")
    )


def test_items_begin_with_safety_and_say_where(clinic: Clinic) -> None:
    """What was right each time is only counted."""
    message = flat(as_text("items", board_of(clinic), 79))
    order = ["safety first", "1. Safety: How long is the least?", "1 of 3 right at once.",
             'Most often instead (2): "One hour": feeling-fine-is-enough',
             "The item: en/watching.yaml:17", "The passage: en/watching.yaml:8",
             "2. Sort them.", "3. Put them in order.", "1 item was right each time."]  # fmt: skip
    at = -1
    for told in order:
        assert message.find(told) > at, told
        at = message.find(told)


@pytest.mark.parametrize("name", ["progress", "due", "items"])
@pytest.mark.parametrize("width", [72, 79])
def test_no_line_is_longer_than_it_may_be(clinic: Clinic, name: str, width: int) -> None:
    """Long names and titles are wrapped inside their columns, and nothing is cut."""
    names = {"n-103": "Maximiliane von und zu Sonderhausen-Wolkenstein"}
    clinic.edit("watching", "title: Watching the patient", "title: Watching the patient closely, from the first minute to the last")  # fmt: skip
    message = as_text(name, board_of(clinic)._replace(names=names), width)
    assert max(map(len, message.splitlines())) <= width
    if name == "due":
        for word in ("Maximiliane", "closely,", "last"):
            assert word in message


def test_what_was_changed_is_said(clinic: Clinic) -> None:
    """A record that counts for nothing is not passed over in silence."""
    left = tuple(
        left_out(f"id-{n}", "passed", "watching", "it was changed " * 5, "n-1") for n in range(21)
    )
    message = as_text("progress", board_of(clinic)._replace(left_out=left), 79)
    assert (
        "\n21 records do not count here.\n- n-1, passed watching (id-0): it was changed" in message
    )
    assert message.endswith("- and 1 more\n")
    assert max(map(len, message.splitlines())) <= 79


def test_nobody_is_due(tmp_path: Path) -> None:
    """It says for how long that holds."""
    clinic = Clinic(tmp_path).enrol("d-1", role="desk")
    clinic.passed("d-1", "watching", "2026-11-05", "2027-11-05").close()
    assert "Nobody is due within 7 days." in as_text("due", board_of(clinic, within=7), 79)

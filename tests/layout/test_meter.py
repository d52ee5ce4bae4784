"""Meters: a bar that never lies about nothing and all."""

from __future__ import annotations

import pytest

from edu_tui.layout.line import Room, plain
from edu_tui.layout.meter import Meter, meter_parts
from edu_tui.layout.part import lines_of


def drawn(room: Room, *meters: Meter) -> list[str]:
    return [plain(line) for line in lines_of(meter_parts(meters, room), room)]


@pytest.mark.parametrize(
    ("number", "of", "full"),
    [(0, 10, 0), (1, 1000, 1), (999, 1000, 39), (1000, 1000, 40), (5, 10, 20), (0, 0, 0)],
)
def test_some_is_never_none_and_most_is_never_all(number: int, of: int, full: int) -> None:
    """One of a thousand is seen, and so is the one that is missing."""
    (line,) = drawn(Room(72, 0, "ascii"), Meter("Ready", number, of))
    assert (line.count("#"), line.count(".")) == (full, 40 - full)
    assert line.endswith(f"{number} of {of}")


def test_bars_stand_under_each_other() -> None:
    """Labels and numbers of different lengths move no bar."""
    lines = drawn(Room(72, 0, "unicode"), Meter("A", 1, 2), Meter("A long one", 10, 20))
    assert [line.index("█") for line in lines] == [12, 12]


@pytest.mark.parametrize("width", [30, 37, 72, 110])
def test_a_long_label_stands_over_its_bar(width: int) -> None:
    """No line is wider than the room, and the number is never cut."""
    label = "Until the ride comes, which is not what the clinic goes by, whoever says so"
    lines = drawn(Room(width, 0, "unicode"), Meter(label, 3, 12))
    assert max(map(len, lines)) <= width
    assert lines[-1].endswith("3 of 12")


def test_in_words_it_is_a_sentence() -> None:
    """No bar is read aloud."""
    assert drawn(Room(72, 0, "words"), Meter("Ready", 1, 4)) == ["Ready: 1 of 4."]

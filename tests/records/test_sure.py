"""What waits for the disk and what does not: answers always, page turns never, what had to wait with the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.records.keeper import Recorder
from edu_tui.records.log import Log
from tests.happened import happened
from tests.journey.reader import Reader
from tests.library.samples import write_library

from .making import answered

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.learning.event import Event

NORMAL, FULL = 1, 2
"""What SQLite calls `synchronous`: with a full one a commit returns when it is on the disk."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records.sqlite"


def level(keeper: Recorder) -> int:
    """By which the last that was kept was written."""
    log = keeper.log
    assert isinstance(log, Log)
    assert log._store._db is not None
    return int(log._store._db.execute("pragma synchronous").fetchone()[0])


def turned(number: int) -> Event:
    """Another page was opened."""
    return happened("stopped", number, "going-home", "en", "m", "ride", "v", {"anchor": number})


def test_a_page_turn_does_not_wait_for_the_disk(tmp_path: Path, path: Path) -> None:
    """A reader's answer is on the disk when its verdict is there; a page that was turned need not be."""
    reader = Reader(write_library(tmp_path / "library"), records=path)
    assert "Do not drive" in reader.choose("Going home", "Read about it").text
    assert level(reader.visit.keeper) == NORMAL
    reader.do("home").choose("Going home", "See if it is clear").answer("I'm not sure")
    assert "Good that you said so." in reader.text
    assert level(reader.visit.keeper) == FULL
    assert "What happens" in reader.do("home").choose("Going home", "On the day").text
    assert level(reader.visit.keeper) == NORMAL
    assert reader.visit.keeper.close() == ""


def test_an_answer_that_had_to_wait_is_sure_whatever_it_goes_with(path: Path) -> None:
    """What could not be kept is on the disk with the next page turn; the one after it waits for nothing."""
    path.mkdir()
    keeper = Recorder(Log(path))
    keeper.keep(answered(1))
    assert keeper.waiting == 1
    path.rmdir()
    keeper.keep(turned(2), sure=False)
    assert (keeper.waiting, level(keeper)) == (0, FULL)
    keeper.keep(turned(3), sure=False)
    assert level(keeper) == NORMAL
    assert keeper.close() == ""

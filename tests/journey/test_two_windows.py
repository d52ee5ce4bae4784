"""One reader's list of questions in two windows: what is written in one is not lost by the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.learning.my_questions import Ask
from tests.journey.reader import Reader
from tests.library.samples import write_library

if TYPE_CHECKING:
    from pathlib import Path

WHY = Ask("A session", "session", "first", "page")


def windows(folder: Path) -> tuple[Reader, Reader, Path]:
    """Two that were opened before anything was written."""
    library, records = write_library(folder / "library"), folder / "records.sqlite"
    return Reader(library, records=records), Reader(library, records=records), records


def test_words_of_two_windows_stay_both(tmp_path: Path) -> None:
    """A note that another window wrote meanwhile is not written over; the same words are not doubled."""
    reader, two, records = windows(tmp_path)
    reader.visit.ask(WHY)
    reader.visit.note(WHY._replace(note="May I drive?"))
    two.visit.note(WHY._replace(note="Who takes me home?"))
    kept = Reader(tmp_path / "library", records=records).visit.asks.find(WHY)
    assert kept is not None
    assert kept.note.splitlines() == ["May I drive?", "Who takes me home?"]
    two.visit.note(WHY._replace(note="Who?"))
    again = Reader(tmp_path / "library", records=records).visit.asks.find(WHY)
    assert again is not None
    assert again.note == "Who?"


def test_what_is_there_already_is_not_added_twice(tmp_path: Path) -> None:
    """One window adds it; the other, opened before, says that it is there."""
    reader, two, _ = windows(tmp_path)
    reader.visit.ask(WHY)
    assert two.visit.ask(WHY) == "It is in my questions already."

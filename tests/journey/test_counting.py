"""What a visit in a waiting room leaves: marks in a tally, made by the real journey, and nothing else."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from edu_tui.journey.journey import Journey
from edu_tui.journey.profile import STUDY
from edu_tui.journey.visit import Visit
from edu_tui.library.open_library import OpenLibrary
from edu_tui.model.version import asked_version
from edu_tui.records.counters import Counters
from edu_tui.records.counting import Counting
from tests.journey.reader import Reader
from tests.library.samples import write_library

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.learning.tally import Tally


class Visitor(Reader):
    """A reader of whom nothing is kept."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        open_library = OpenLibrary(folder, None)
        self.keeper = Counting()
        visit = Visit(open_library, open_library.refresh("en"), STUDY, Random(1), self.keeper)
        self.journey = Journey(visit)

    @property
    def tally(self) -> Tally:
        return self.keeper.tally

    @property
    def marks(self) -> list[str]:
        """Unit and mark of everything but the visit."""
        return [f"{cell.unit} {cell.what}".strip() for cell in self.tally.cells()[1:]]


def test_a_visit_is_counted_as_it_went(tmp_path: Path) -> None:
    """A miss with what was chosen, an unsure, a question skipped and one never reached."""
    visitor = Visitor(write_library(tmp_path)).choose("Going home", "See if it is clear")
    visitor.answer("Drive a little").answer("Get a ride home").choose("Next question")
    visitor.answer("I'm not sure").choose("Next question").do("skip").do("home")
    assert visitor.marks == [
        "opened",
        "?drive-tonight chose short",
        "?drive-tonight missed",
        "?how-many skipped",
        "?what-helps unsure",
    ]


def test_a_question_is_counted_under_its_wording(tmp_path: Path) -> None:
    """The version is that of the question as it is asked, so that a new wording is counted apart."""
    visitor = Visitor(write_library(tmp_path)).choose("Going home", "See if it is clear")
    visitor.answer("Get a ride home").do("home")
    module = visitor.visit.module("going-home")
    (cell,) = (cell for cell in visitor.tally.cells() if cell.what == "right")
    assert cell == (
        "going-home",
        "en",
        "?drive-tonight",
        asked_version(module.questions[0]),
        "right",
    )


def test_a_miss_that_is_then_skipped_stays_a_miss(tmp_path: Path) -> None:
    """Leaving after the first try is no skip: the first try counts."""
    visitor = Visitor(write_library(tmp_path)).choose("Going home", "See if it is clear")
    visitor.answer("Drive a little").do("skip")
    assert "?drive-tonight skipped" not in visitor.marks
    assert "?drive-tonight missed" in visitor.marks


def test_skipping_is_kept_nowhere_at_home(tmp_path: Path) -> None:
    """A reader's own records say nothing of a question that was skipped."""
    records = tmp_path / "records.sqlite"
    reader = Reader(write_library(tmp_path / "library"), records=records)
    reader.choose("Going home", "See if it is clear").do("skip").do("skip").do("home")
    assert not records.exists()


def test_what_a_visitor_wrote_is_in_no_file(tmp_path: Path) -> None:
    """Own words are on the list while the visit lasts; the counters that are written hold none."""
    library, path = write_library(tmp_path / "library"), tmp_path / "data" / "counters.sqlite"
    visitor = Visitor(library).choose("Going home", "Read about it").do("note")
    visitor.journey.typed("Zanzibar secret")
    visitor.choose("Add it").do("asked")
    assert "Zanzibar secret" in visitor.text
    assert "Nothing is kept in this run." in visitor.do("private").text
    Counters(path).add(visitor.tally, "2026-12")
    assert [one.name for one in path.parent.iterdir()] == ["counters.sqlite"]
    assert b"Zanzibar" not in path.read_bytes()
    assert "Zanzibar" not in str(vars(visitor.tally))

"""`edu-tui stats`: what was counted, in words an author can use, and nothing that tells of a person."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from edu_tui.learning.tally import Tally
from edu_tui.library.open_library import OpenLibrary
from edu_tui.model.version import asked_version
from edu_tui.records.counters import Counters
from tests.happened import happened
from tests.library.samples import line_of
from tests.plain.program import run
from tests.plain.sample import MODULE, write_library

if TYPE_CHECKING:
    from pathlib import Path

DRIVE, HELPS = "drive-tonight", "what-helps"
DRIVE_LINE = f"en/the-day.yaml:{line_of('- id: drive-tonight', MODULE)}"
PASSAGE_LINE = f"en/the-day.yaml:{line_of('- id: ride-home', MODULE)}"


class Clinic:
    """A library, and a home with the counters of its waiting room."""

    def __init__(self, folder: Path) -> None:
        self.library = write_library(folder / "library")
        self.home = folder / "home"
        self.path = self.home / ".local" / "share" / "edu-tui" / "counters.sqlite"
        module = OpenLibrary(self.library, None).module("the-day", "en")
        self.versions = {question.id: asked_version(question) for question in module.questions}

    def visit(self, month: str, *answers: tuple[str, str, str]) -> None:
        """Someone came, and gave these first answers: question, verdict, what was chosen."""
        tally = Tally()
        tally.take(happened("stopped", 1, "the-day", "en", "aa", "ride-home", "bb"))
        for question, verdict, chosen in answers:
            detail = {"chosen": [chosen], "try": 1, "verdict": verdict, "behaviour": "check"}
            version = self.versions[question]
            tally.take(
                happened("answered", 2, "the-day", "en", "aa", f"?{question}", version, detail)
            )
        Counters(self.path).add(tally, month)

    def over(self, month: str) -> None:
        """That month begins, so the ones before are over."""
        Counters(self.path).begin(month)

    def stats(self, *words: str) -> str:
        ran = run(self.home, "stats", "--library", str(self.library), *words)
        assert (ran.status, ran.err) == (0, "")
        return ran.out

    def numbers(self, *words: str) -> dict[str, Any]:
        numbers: dict[str, Any] = json.loads(self.stats("--format", "json", *words))
        return numbers


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    """31 people in two months, 20 and 11: 16 right at once, 12 who feel awake, 2 who are not sure, 1 who
    goes a short way.
    """
    result = Clinic(tmp_path)
    for number in range(31):
        month = "2026-05" if number < 20 else "2026-06"
        if number % 2 == 0:
            result.visit(month, (DRIVE, "right", "answer"), (HELPS, "right", "eyes"))
        elif number < 24:
            result.visit(month, (DRIVE, "try-again", "awake"))
        elif number < 28:
            result.visit(month, (DRIVE, "unsure", ""))
        else:
            result.visit(month, (DRIVE, "shown", "short"))
    result.over("2026-07")
    return result


def test_it_tells_an_author_what_to_mend_and_where(clinic: Clinic) -> None:
    """In people, with the commonest belief, the question's line and its passage's line."""
    assert (
        clinic.stats()
        == f"""\
About 30 visits, May 2026 to June 2026.
Each month is told when it is over, in steps of 5. What fewer than 5 people did is not told.

These passages need work, safety first
  1. Safety: Your car is outside. What do you do?
     About 15 of about 25 people had it right at once.
     Chosen instead by 5 or more, in 1 month: "Drive if I feel awake": awake-is-safe
     The passage: {PASSAGE_LINE}
     The question: {DRIVE_LINE}

The day (en/the-day): opened in about 30 visits
  {DRIVE_LINE}: Safety: Your car is outside. What do you do?
     About 15 of about 25 people had it right at once.
     Chosen instead by 5 or more, in 1 month: "Drive if I feel awake": awake-is-safe
  en/the-day.yaml:{line_of("- id: what-helps", MODULE)}: What helps?
     About 15 of about 15 people had it right at once.
  1 question that fewer than 5 people answered.
"""
    )


def test_the_same_for_programs(clinic: Clinic) -> None:
    """The same numbers; null for what is not told, and the places."""
    found = clinic.numbers()
    assert (found["format"], found["rounded_to"], found["visits"]) == (2, 5, 30)
    assert found["months"] == ["2026-05", "2026-06"]
    (module,) = found["modules"]
    drive = module["questions"][0]
    assert drive["id"] == DRIVE
    assert (drive["answered"], drive["right"], drive["missed"]) == (25, 15, 10)
    assert (drive["unsure"], drive["skipped"]) == (None, None)
    assert drive["needs_better_passage"] is True
    assert (drive["place"], drive["passage"]) == (DRIVE_LINE, PASSAGE_LINE)
    assert [(one["belief"], one["months"]) for one in drive["wrong"]] == [("awake-is-safe", 1)]


def test_one_more_visit_this_month_changes_nothing(clinic: Clinic) -> None:
    """A visit in a month that is not over cannot be found by asking before and after it."""
    before = clinic.numbers()
    clinic.visit("2026-07", (DRIVE, "unsure", ""))
    assert clinic.numbers() == before


def test_since_a_month(clinic: Clinic) -> None:
    """Only from that month on, typed as people type months; what is no month is said, and what to give
    in place of a day.
    """
    found = clinic.numbers("--since", "June 2026")
    assert (found["visits"], found["months"]) == (10, ["2026-06"])
    assert "There is nothing to tell yet." in clinic.stats("--since", "2026-07")
    for typed, words in (("yesterday", "is no month"), ("5 May 2026", "--since 2026-05")):
        ran = run(clinic.home, "stats", "--since", typed)
        assert (ran.status, ran.err.count("\n"), ran.out) == (2, 1, "")
        assert words in ran.err


def test_a_question_in_new_words_begins_anew(clinic: Clinic) -> None:
    """What people answered to the old words is not told of the new ones."""
    path = clinic.library / "en" / "the-day.yaml"
    path.write_text(path.read_text().replace("Your car is outside.", "Your car is near."))
    drive = clinic.numbers()["modules"][0]["questions"][0]
    assert (drive["ask"], drive["answered"]) == ("Your car is near. What do you do?", None)


def test_a_copy_of_the_file_from_a_kiosk(clinic: Clinic, tmp_path: Path) -> None:
    """`--counters` reads it where it is; nothing beside it is made, and no file is a clear line."""
    copy = tmp_path / "copy" / "from-the-kiosk.sqlite"
    copy.parent.mkdir()
    copy.write_bytes(clinic.path.read_bytes())
    clinic.path.unlink()
    assert clinic.numbers("--counters", str(copy))["visits"] == 30
    assert [path.name for path in copy.parent.iterdir()] == ["from-the-kiosk.sqlite"]
    ran = run(clinic.home, "stats", "--counters", "none.sqlite")
    assert (ran.status, ran.err) == (2, "edu-tui: there is no file none.sqlite.\n")
    (tmp_path / "list.txt").write_text("bread, milk\n" * 200)
    ran = run(clinic.home, "stats", "--counters", str(tmp_path / "list.txt"))
    assert ran.status == 1
    assert "These are no counters" in ran.err
    assert (tmp_path / "list.txt").exists()


def test_before_anyone_came(tmp_path: Path) -> None:
    """Nothing to tell is said, and no file is made."""
    clinic = Clinic(tmp_path)
    assert "There is nothing to tell yet." in clinic.stats()
    assert not clinic.path.exists()
    assert clinic.numbers()["visits"] is None


def test_stats_show_what_people_gained(tmp_path: Path) -> None:
    """For a question and its module: the share right before reading and after, the points, and the counts."""
    clinic = Clinic(tmp_path)
    for number in range(40):
        tally = Tally()
        for kind, detail in (
            ("guessed", {"right": number < 10}),
            ("answered", {"verdict": "right" if number < 35 else "unsure", "try": 1}),
        ):
            where = ("the-day", "en", "aa", f"?{DRIVE}", clinic.versions[DRIVE])
            tally.take(happened(kind, 1, *where, detail))
        Counters(clinic.path).add(tally, "2026-05")
    clinic.over("2026-06")
    words = (
        "Right before reading: 25% (about 10 of 40); after: 88% (about 35 of 40). Gain: +63 points."
    )
    # The passage still needs work, so that the question stands there too.
    assert " ".join(clinic.stats().split()).count(words) == 3
    (module,) = clinic.numbers()["modules"]
    drive = module["questions"][0]
    assert (drive["guessed"], drive["guessed_right"]) == (40, 10)
    assert module["gain"] == drive["gain"] == {
        "guessed": 40, "guessed_right": 10, "answered": 40, "right": 35,
        "before": 25, "after": 88, "points": 63,
    }  # fmt: skip
    assert module["questions"][1]["gain"] is None


def test_few_right_guesses_are_told_as_few(tmp_path: Path) -> None:
    """Fewer than five right before reading: no share, no gain, and not how many."""
    clinic = Clinic(tmp_path)
    for number in range(30):
        clinic.visit("2026-05", (DRIVE, "right", "answer"))
        tally = Tally()
        where = ("the-day", "en", "aa", f"?{DRIVE}", clinic.versions[DRIVE])
        tally.take(happened("guessed", 1, *where, {"right": number < 4}))
        Counters(clinic.path).add(tally, "2026-05")
    clinic.over("2026-06")
    text = " ".join(clinic.stats().split())
    assert "Fewer than 5 of about 25 people guessed it right before reading." in text
    assert "Gain" not in text

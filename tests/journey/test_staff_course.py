"""A learner's staff course over weeks and changes: what is read, passed, due, and owed again when a text changes."""

from __future__ import annotations

import subprocess
import sys
from random import Random
from typing import TYPE_CHECKING

import pytest

from edu_tui.journey.profile import STUDY
from tests.journey.banked import DAY, MUST, OTHERS, TITLE, Clock, Learner, bank_item

if TYPE_CHECKING:
    from pathlib import Path

UNTIL = "25 November 2027"


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    return Learner(tmp_path)


def back(folder: Path, clock: Clock | None = None, language: str = "en") -> Learner:
    """The same learner, at the program again."""
    return Learner(folder, clock=clock, language=language)


# what is read


def test_a_module_read_to_its_end_is_a_fact_of_its_own_told_once(
    learner: Learner, tmp_path: Path
) -> None:
    """`completed` comes with the last section, once; again only when a section says something new."""
    learner.do("home").choose(TITLE, "Read about it")
    assert learner.records("completed") == []
    learner.read_all()
    learner.read_all()
    (row,) = learner.records("completed")
    assert (row.course, row.module) == ("staff", "watching")
    learner.change("Look at the patient first.", "Look at the patient, then the screen.")
    again = back(tmp_path)
    assert len(again.records("completed")) == 1
    again.read_all()
    first, second = again.records("completed")
    assert first.version != second.version


def test_reading_without_being_assessed_passes_nothing(learner: Learner) -> None:
    """Read to its end is "read", not "passed"."""
    learner.read_all()
    assert learner.state == "read"


def test_who_is_no_staff_completes_nothing(tmp_path: Path) -> None:
    """A reader who is a patient leaves no `completed`, and is offered no assessment."""
    patient = Learner(tmp_path, profile=STUDY)
    patient.choose("A session", "Read about it", "Finish")
    assert patient.records("completed") == []
    assert not patient.has("Take the assessment")


# when it is due


@pytest.mark.parametrize(
    ("hired", "role", "told"),
    [
        ("2026-11-20", "nurse", "to be passed by 20 December 2026"),
        ("2026-10-26", "nurse", "to be passed by 25 November 2026"),
        ("2026-10-25", "nurse", "overdue, was due by 24 November 2026"),
        ("2026-10-01", "desk", ""),
        ("2026-11-20", "", "to be passed by 20 December 2026"),
    ],
)
def test_a_new_hire_has_grace(tmp_path: Path, hired: str, role: str, told: str) -> None:
    """Due so many days after the day of hire, overdue from the day after; not what a role does not ask."""
    learner = Learner(tmp_path)
    learner.enrol(hired, role)
    assert back(tmp_path).state == told


def test_a_pass_ends_and_is_renewed(tmp_path: Path) -> None:
    """Good until a day; near it to be renewed; after it all is asked again, and it is good for another year."""
    clock = Clock()
    learner = Learner(tmp_path, clock=clock).passed()
    assert learner.state == f"passed, good until {UNTIL}"
    clock.now += 335 * DAY
    assert learner.state == f"passed, to be renewed by {UNTIL}"
    clock.now += 30 * DAY
    assert learner.state == f"passed, to be renewed by {UNTIL}"
    clock.now += DAY
    assert learner.state == f"to be passed again: it was good until {UNTIL}"
    assert len(learner.begin().answer_all()) == MUST + OTHERS
    learner.hand_in()
    assert learner.state == "passed, good until 25 November 2028"
    assert len(learner.records("passed")) == 2


def test_a_failure_takes_no_pass_away(learner: Learner) -> None:
    """Who has passed and fails a retake holds the pass."""
    learner.passed().begin()
    learner.do("up")
    learner.hand_in()
    assert "[~] Not passed yet." in learner.text
    assert learner.state == f"passed, good until {UNTIL}"


# when what was passed changes


def changed(folder: Path, learner: Learner, old: str, new: str) -> Learner:
    """Passed some days ago; an author changes that; the learner is back."""
    learner.passed()
    learner.change(old, new)
    clock = Clock()
    clock.now += 10 * DAY
    return back(folder, clock)


def test_a_changed_section_owes_what_is_asked_of_it(learner: Learner, tmp_path: Path) -> None:
    """One section changed: it is to be read, its families alone are asked, and the end stays what it was."""
    again = changed(tmp_path, learner, "Call early.", "Call early, and stay.")
    assert again.state == "passed, but 1 part has changed"
    page = again.open().flat
    assert "Only what has changed is asked. Read again first: When to call." in page
    assert f"{MUST} questions." in page
    asked = again.choose("Begin").answer_all()
    assert sorted(name.removesuffix("-too") for name in asked) == [
        f"safe-{n}" for n in range(1, MUST + 1)
    ]
    again.hand_in()
    assert f"It is good until {UNTIL}." in again.flat
    assert again.state == f"passed, good until {UNTIL}"
    assert '"scope":"changes"' in again.records("passed")[-1].detail


def test_a_must_know_missed_among_the_changes_is_not_passed(
    learner: Learner, tmp_path: Path
) -> None:
    """The changes are passed like all else: one must-know missed, and they are still owed."""
    again = changed(tmp_path, learner, "Call early.", "Call early, and stay.")
    again.begin().answer_all("safe-3")
    again.hand_in().choose("Answer once more").answer_all("safe-3")
    again.hand_in()
    assert "[~] Not passed yet." in again.text
    assert again.state == "passed, but 1 part has changed"


def test_a_changed_section_that_nothing_asks_of_is_only_read_again(
    learner: Learner, tmp_path: Path
) -> None:
    """There is nothing to answer, no attempt can be begun, and once it is read all is well."""
    again = changed(tmp_path, learner, "There is a kettle.", "There are two kettles.")
    assert again.state == "passed, but 1 part has changed"
    page = again.open()
    assert "There is nothing to answer. Read again first: Tea and coffee." in page.flat
    assert not page.has("Begin")
    assert again.read_all().state == f"passed, good until {UNTIL}, read"


def test_a_changed_item_owes_its_family(learner: Learner, tmp_path: Path) -> None:
    """One variant of an item is reworded: its family is asked, nothing is to be read."""
    again = changed(tmp_path, learner, "A slip about safe-2-too", "A mistake about safe-2-too")
    assert again.state == "passed, but 1 question has changed"
    assert again.open().choose("Begin").answer_all() in (["safe-2"], ["safe-2-too"])
    assert again.hand_in().state == f"passed, good until {UNTIL}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("why: Because safe-1 is so.", "why: Because of safe-1."),
        ("ask: What do you look at first?", "ask: Where do you look first?"),
        ("summary: What to watch, and when to call.", "summary: What to watch."),
    ],
)
def test_mended_reasons_and_practice_take_no_pass_away(
    learner: Learner, tmp_path: Path, old: str, new: str
) -> None:
    """What was neither read as a part nor asked in the assessment is nothing to be passed again."""
    assert changed(tmp_path, learner, old, new).state == f"passed, good until {UNTIL}"


# while an attempt is open


def test_an_attempt_whose_question_changed_is_void_and_costs_nothing(
    learner: Learner, tmp_path: Path
) -> None:
    """Said kindly, on record, not counted against the day; then it begins anew."""
    name = learner.begin().asked
    learner.choose("A slip")
    learner.change(f"The right thing about {name}", f"The very thing about {name}")
    again = back(tmp_path)
    assert (
        again.open()
        .choose("Go on with")
        .text.endswith(
            "A question has changed since you began. That attempt does not count. You can begin again."
        )
    )
    assert "3 attempts left today" in again.flat
    assert [row.kind for row in again.records("voided")] == ["voided"]
    again.change(f"The very thing about {name}", f"The right thing about {name}")
    assert "[+] Passed." in back(tmp_path).passed().text


def test_what_came_in_while_an_attempt_was_open_is_still_owed(
    learner: Learner, tmp_path: Path
) -> None:
    """A new family is not part of the pass that never asked it: it is asked by itself."""
    learner.begin().answer_all()
    text = learner.module_file.read_text(encoding="utf-8")
    learner.module_file.write_text(text + bank_item("fresh", "signs", must_know=True))
    again = back(tmp_path)
    again.begin().hand_in()
    assert "[+] Passed." in again.text
    assert again.state == "passed, but 1 question has changed"
    assert again.begin().answer_all() == ["fresh"]
    assert again.hand_in().state == f"passed, good until {UNTIL}"


def test_an_attempt_goes_on_in_the_language_it_was_begun_in(
    learner: Learner, tmp_path: Path
) -> None:
    """In another language it is not void: it says where it goes on, and it does."""
    asked = learner.begin().asked
    spanish = back(tmp_path, language="es")
    spanish.choose("Go on with your assessment").choose("Go on with")
    assert spanish.records("voided") == []
    assert "You began it in English." in spanish.flat
    assert back(tmp_path).begin().asked == asked


def test_home_leads_back_to_an_assessment_that_is_open(learner: Learner, tmp_path: Path) -> None:
    """The first row of home goes on with it, while it is open and no longer."""
    learner.begin().answer_all()
    again = back(tmp_path)
    assert again.rows[0].label == f"Go on with your assessment: {TITLE}"
    assert again.state == "assessment begun"
    again.do("home").choose("Go on with your assessment", "Go on with")
    assert "Every question has an answer." in again.text
    again.hand_in().do("home")
    assert not again.has("Go on with your assessment")


def test_the_overview_says_what_is_answered_and_leads_to_it(learner: Learner) -> None:
    """Answered, unsure and blank have marks of their own, and each row opens its question."""
    learner.begin().choose("A slip", "Next question", "I'm not sure", "Next question")
    blank = learner.asked
    assert "2 of 11 answered" in learner.flat
    learner.do("up")
    marks = [row.mark for row in learner.rows if row.do.action == "item"]
    assert marks == ["[x]", "[?]"] + ["[ ]"] * 9
    assert "9 questions have no answer." in learner.text
    learner.do("item", "2")
    assert learner.asked == blank


@pytest.mark.parametrize("seed", range(4))
def test_interrupted_anywhere_it_goes_on_as_it_was(tmp_path: Path, seed: int) -> None:
    """Whatever is chosen, changed and left at random, who comes back finds exactly what was there."""
    rng, learner = Random(seed), Learner(tmp_path)
    learner.begin()
    for _ in range(25):
        rows = [row for row in learner.rows if row.do.action in {"option", "unsure", "next"}]
        if not rows:
            rows = [row for row in learner.rows if row.do.action == "item"]
        learner.do(*rng.choice(rows).do)
        if rng.random() < 0.3:
            before = sheet(learner)
            learner = back(tmp_path)
            learner.begin()
            assert sheet(learner) == before


def sheet(learner: Learner) -> list[str]:
    """Every question with all there is to choose, in order, with its marks; ends at the overview."""
    pages = []
    if "overview" not in learner.text:
        learner.do("up")
    for n in range(MUST + OTHERS):
        learner.do("item", str(n))
        pages.append(learner.text.split("Overview", maxsplit=1)[0])
        learner.do("up")
    return [*pages, learner.text]


# what home costs


def test_home_reads_no_module_to_say_what_is_passed(tmp_path: Path) -> None:
    """With an index, home tells of a pass without the YAML parser, in a process of its own."""
    learner = Learner(tmp_path).passed()
    learner.visit.keeper.close()
    code = f"""
import sys
from pathlib import Path
from random import Random
from edu_tui.journey.journey import Journey
from edu_tui.journey.visit import Visit
from edu_tui.staff.extension import StaffExtension
from edu_tui.staff.profile import STAFF
from edu_tui.library.open_library import OpenLibrary
from edu_tui.layout.line import Room
from edu_tui.records.keeper import Recorder
from edu_tui.staff.records.log import StaffLog
from edu_tui.staff.records.store import StaffFile
folder = Path({str(tmp_path)!r})
open_library = OpenLibrary(folder / "library", folder / "cache")
contents = open_library.from_index("en")
if contents is None:
    open_library.refresh("en")
    raise SystemExit
keeper = Recorder(StaffLog(StaffFile(folder / "staff.sqlite"), "n-104"))
visit = Visit(open_library, contents, STAFF._replace(signed_only=False), Random(1), keeper, lambda: {learner.clock.now})
rows = Journey(visit, extension=StaffExtension()).view(Room(72, 19, "unicode")).rows
print(next(row.detail for row in rows if row.do.what == "watching"), "yaml" in sys.modules)
"""
    stdout = ""
    for _ in range(2):
        stdout = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
        ).stdout
    assert stdout == f"passed, good until {UNTIL}   3 min False\n"


def test_what_has_no_assessment_is_never_due(tmp_path: Path) -> None:
    """A module of the course without a bank offers none, and home waits for nothing there."""
    learner = Learner(tmp_path)
    learner.enrol("2026-10-01", "")
    learner = back(tmp_path)
    row = next(row for row in learner.rows if row.label == "A session")
    assert row.detail == "   2 min"
    learner.choose("A session")
    assert not learner.has("Take the assessment")

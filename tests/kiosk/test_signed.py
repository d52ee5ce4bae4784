"""Only what a clinician has signed, and what still says what was signed, is on a kiosk's screen."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from edu_tui.journey.taking.takeaway import taken
from edu_tui.kiosk.profile import KIOSK
from edu_tui.learning.spacing import DAY as A_DAY
from tests.journey.reader import Reader
from tests.review.signed import NOON, sign, withdraw
from tests.terminal.terminal import SAMPLE

from .kiosk import Kiosk

if TYPE_CHECKING:
    from pathlib import Path

CALM = "This part is being checked by the clinic"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample library; one of its modules is signed."""
    path = tmp_path / "library"
    shutil.copytree(SAMPLE, path)
    sign(path, "small-one")
    return path


def visitor(folder: Path, after: int = 0) -> Reader:
    """Somebody before a kiosk so many days after the sign-off."""
    return Reader(folder, profile=KIOSK, clock=lambda: NOON + after * A_DAY)


def test_what_is_signed_opens_and_what_is_not_says_so(folder: Path) -> None:
    """The row and the page of an unsigned module are calm words without a word of its text."""
    reader = visitor(folder)
    assert reader.text.count(CALM) == 2
    reader.choose("The day itself")
    assert CALM in reader.flat
    assert "Step by step" not in reader.text
    reader.do("up").choose("A small part")
    assert "Read about it" in reader.text
    assert "Not yet reviewed" not in reader.text


def test_search_minutes_and_paper_keep_to_it(folder: Path) -> None:
    """No hit, no choice by minutes and no line of a take-away is of what nobody signed."""
    reader = visitor(folder)
    found = visitor(folder).do("find")
    found.journey.typed("ride")
    free = Reader(folder, clock=lambda: NOON).do("find")
    free.journey.typed("ride")
    assert "The day itself" in free.text
    assert "The day itself" not in found.text
    names = {module.id for module in taken(reader.visit, ()).modules}
    assert names <= {"small-one"}
    assert {module.id for module in taken(reader.visit, ("the-day",)).modules} == set()


def test_only_words_of_signed_modules_are_explained(folder: Path) -> None:
    """The list of words and the search have what a signed module marks, and nothing else of the glossary."""
    path = folder / "en" / "small-one.yaml"
    path.write_text(path.read_text().replace("One line.", "You may feel [[sick|nausea]]."))
    sign(folder, "small-one")
    reader = visitor(folder).do("words")
    assert "nausea" in reader.text
    assert "dissociation" not in reader.text
    assert "infusion" not in reader.text
    found = visitor(folder).do("find")
    found.journey.typed("drip in the arm")
    assert "infusion" not in found.text
    found.journey.typed("sick to your stomach")
    assert "nausea" in found.text
    free = Reader(folder, clock=lambda: NOON).do("words")
    assert "infusion" in free.text


@pytest.mark.parametrize("how", ["changed", "withdrawn", "overdue"])
def test_a_sign_off_that_does_not_hold_is_none(folder: Path, how: str) -> None:
    """A changed sentence, a withdrawal and the last day gone by each take the module off the screen."""
    if how == "changed":
        path = folder / "en" / "small-one.yaml"
        path.write_text(path.read_text().replace("Only a few words.", "Only some words."))
    if how == "withdrawn":
        withdraw(folder, "small-one")
    reader = visitor(folder, after=366 if how == "overdue" else 0)
    reader.choose("A small part")
    assert CALM in reader.flat
    assert "Read about it" not in reader.text


def test_the_kiosk_itself_starts_with_what_is_signed(home: Path, folder: Path) -> None:
    """Without --allow-unreviewed one signed module is enough to start, and the others stay shut."""
    with Kiosk(home, library=folder, unreviewed=False) as kiosk:
        kiosk.welcome()
        assert "What will happen to me?" not in kiosk.text
        kiosk.press("1", "The day itself", CALM)
        kiosk.press("down", ">   The day itself")
        kiosk.press("enter", CALM, "ask a member of staff")

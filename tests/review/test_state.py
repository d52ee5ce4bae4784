"""How a module stands on a day, in words for everyone who meets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.layout.review import review_words, reviewer_words, together
from edu_tui.library.signing.gate import gate
from edu_tui.model.review import UNREVIEWED
from tests.library.samples import MODULE, swap, write, write_library

from .signed import DAY, UNTIL, sign, state, withdraw

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.model.review import State

EDITED = swap("Do not drive until", "Do drive until")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_library(tmp_path)


def test_it_holds_to_its_last_day_and_no_longer(folder: Path) -> None:
    """On the last day it is reviewed, the next day overdue."""
    sign(folder)
    assert state(folder, today=UNTIL).kind == "reviewed"
    assert state(folder, today="2027-11-26").kind == "overdue"


def test_a_clock_that_is_behind_does_not_keep_it_alive(folder: Path) -> None:
    """A day before is another time zone; two are a wrong clock, by which nothing is ever overdue."""
    sign(folder)
    assert state(folder, today="2026-11-24").kind == "reviewed"
    assert state(folder, today="2026-11-23").kind == "overdue"
    early = state(folder, today="1970-01-01")
    assert not early.may_be_shown
    refusal = gate(early, "going-home (en)")
    assert refusal is not None
    assert "it is 1970-01-01 by this computer" in refusal.staff


def test_the_last_word_counts(folder: Path) -> None:
    """Withdrawn goes before changed and overdue; signed again it holds again."""
    sign(folder)
    withdraw(folder)
    assert state(folder).kind == "withdrawn"
    write(folder, "en/going-home.yaml", EDITED)
    assert state(folder, today="2030-01-01").kind == "withdrawn"
    sign(folder)
    assert state(folder).kind == "reviewed"
    assert state(folder, today="2030-01-01").kind == "overdue"
    write(folder, "en/going-home.yaml", MODULE)
    assert state(folder, today="2030-01-01").kind == "changed"


def test_an_older_sign_off_of_the_same_words_does_not_come_back(folder: Path) -> None:
    """Who goes back to words that were signed before the latest sign-off has them signed again."""
    sign(folder)
    write(folder, "en/going-home.yaml", EDITED)
    sign(folder)
    write(folder, "en/going-home.yaml", MODULE)
    assert state(folder).kind == "changed"


@pytest.mark.parametrize("tampered", ["0" * 64, "not a hash"])
def test_a_hash_made_by_hand_signs_nothing(folder: Path, tampered: str) -> None:
    """Another hash is another text; one that is none makes the whole file count for nothing."""
    entry = sign(folder)
    path = folder / "reviews.yaml"
    path.write_text(path.read_text().replace(entry.hash, tampered))
    expected = "changed" if tampered == "0" * 64 else "unreviewed"
    assert state(folder).kind == expected
    assert not state(folder).may_be_shown


def every_state(folder: Path) -> dict[str, State]:
    """One of each."""
    states = {"unreviewed": state(folder)}
    sign(folder)
    states["reviewed"] = state(folder)
    states["overdue"] = state(folder, today="2030-01-01")
    write(folder, "en/going-home.yaml", EDITED)
    states["changed"] = state(folder)
    withdraw(folder)
    states["withdrawn"] = state(folder)
    return states


def test_the_gate_lets_only_what_is_signed_through(folder: Path) -> None:
    """Visitors get one calm line whatever the reason, staff the reason, the name and the command."""
    states = every_state(folder)
    assert {name: one.kind for name, one in states.items()} == {name: name for name in states}
    refusals = {name: gate(one, "going-home (en)") for name, one in states.items()}
    assert refusals.pop("reviewed") is None
    visitors = {refusal.visitor for refusal in refusals.values() if refusal}
    assert visitors == {
        "This part is being checked by the clinic. Please ask a member of staff about it."
    }
    staff = {name: refusal.staff for name, refusal in refusals.items() if refusal}
    end = ". See: edu-tui review status"
    assert staff == {
        "unreviewed": f"going-home (en): nobody has signed it{end}",
        "overdue": f"going-home (en): the sign-off by Ana Ruiz, MD was good until {UNTIL}{end}",
        "changed": f"going-home (en): changed since Ana Ruiz, MD signed it on {DAY}{end}",
        "withdrawn": "going-home (en): the sign-off was withdrawn on 2026-11-25 by Ana Ruiz: "
        f"A dose is wrong{end}",
    }


def test_words_fit_a_small_screen_and_warn_of_all_but_what_is_signed(folder: Path) -> None:
    """Each state but reviewed has its own words, short enough for 40 columns."""
    states = every_state(folder)
    said = {name: review_words(one) for name, one in states.items()}
    assert said.pop("reviewed") == ""
    assert len(set(said.values())) == 4
    assert all(0 < len(words) <= 37 for words in said.values())
    assert reviewer_words(states["reviewed"]) == "Reviewed by Ana Ruiz, MD, on 25 November 2026"
    assert not any(reviewer_words(one) for name, one in states.items() if name != "reviewed")


def test_many_are_told_as_one(folder: Path) -> None:
    """All alike have the words of one; else it is counted how many nobody answers for."""
    states = every_state(folder)
    good, bad = states["reviewed"], states["changed"]
    assert together([]) == together([UNREVIEWED]) == "Not yet reviewed by a clinician"
    assert together([good, good]) == ""
    assert together([bad, bad]) == "Changed since a clinician reviewed it"
    assert together([good, bad, UNREVIEWED]) == "2 of 3 parts are not reviewed"
    assert together([good, bad]) == "1 of 2 parts is not reviewed"

"""The tally of a visit: one person is one, and nothing of the person is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from edu_tui.learning.tally import VISIT, Cell, Tally
from tests.happened import happened

if TYPE_CHECKING:
    from edu_tui.learning.event import Event


def event(kind: Any, unit: str = "", **detail: object) -> Event:
    return happened(kind, 1_000, "going-home", "en", "aa", unit, "bb", detail)


def answer(verdict: str, *chosen: object, at: int = 1, behaviour: str = "check") -> Event:
    detail = {"chosen": [*chosen], "try": at, "verdict": verdict, "behaviour": behaviour}
    return event("answered", "?drive", **detail)


def marks(*events: Event) -> list[str]:
    """What is counted of the question."""
    tally = Tally()
    for one in events:
        tally.take(one)
    return [cell.what for cell in tally.cells() if cell.unit]


def test_a_visit_is_counted_even_where_nothing_was_done() -> None:
    """Whoever came is one visit, and nothing else."""
    assert Tally().cells() == (VISIT,)


def test_a_module_is_opened_once_however_much_was_read() -> None:
    """Pages, sections and steps of a module make one mark, and no section is named."""
    tally = Tally()
    for kind in ("stopped", "stopped", "read", "walked"):
        tally.take(event(kind, "not-driving"))
    assert tally.cells() == (VISIT, Cell("going-home", "en", "", "", "opened"))


def test_the_first_answer_counts_and_no_other() -> None:
    """A second try, or all questions once more, changes nothing."""
    assert marks(answer("right")) == ["right"]
    assert marks(answer("unsure")) == ["unsure"]
    assert marks(answer("try-again", "awake"), answer("right", "answer", at=2)) == [
        "chose awake", "missed",
    ]  # fmt: skip
    assert marks(answer("right"), answer("shown", "short")) == ["right"]


def test_after_a_miss_what_was_chosen_is_counted() -> None:
    """Each option by its id; where things are sorted, each with its group."""
    assert marks(answer("shown", "mail", "eyes")) == ["chose eyes", "chose mail", "missed"]
    sorted_so = answer("shown", ("sofa", "Safe"), ["bike", "Safe"])
    assert marks(sorted_so) == ["chose bike=Safe", "chose sofa=Safe", "missed"]


def test_a_guess_before_reading_is_no_answer() -> None:
    """It says nothing about the passage, so it is not counted."""
    assert marks(answer("shown", "awake", behaviour="guess")) == []


def guessed(*, right: bool) -> Event:
    return event("guessed", "?drive", right=right)


def test_a_guess_is_counted_beside_the_first_answer_and_opens_nothing() -> None:
    """The last guess at a question counts, once; no module was opened by it; after an answer it is no guess."""
    assert marks(guessed(right=True), guessed(right=False)) == ["guessed else"]
    assert marks(guessed(right=False), answer("right")) == ["guessed else", "right"]
    assert marks(answer("right"), guessed(right=True)) == ["right"]
    tally = Tally()
    tally.take(guessed(right=True))
    assert [cell.what for cell in tally.cells()] == ["visit", "guessed right"]


def test_a_skipped_question_is_counted_unless_it_is_answered_after_all() -> None:
    """Left and never answered is skipped; left and answered later is answered."""
    tally = Tally()
    tally.skip("going-home", "en", "?drive", "bb")
    tally.skip("going-home", "en", "?drive", "bb")
    assert [cell.what for cell in tally.cells() if cell.unit] == ["skipped"]
    tally.take(answer("right"))
    assert [cell.what for cell in tally.cells() if cell.unit] == ["right"]


def test_own_words_times_and_order_are_nowhere_in_it() -> None:
    """What a visitor wrote, when and in which order leaves no trace: the cells are the same."""
    first, second = Tally(), Tally()
    for one in (answer("unsure"), event("read", "not-driving")):
        first.take(one)
    for one in (
        event("asked", text="My name is Ann", why="own", note="555 0100"),
        event("appointed", day="2026-12-01"),
        event("planned", parts=["going-home"]),
        event("read", "not-driving")._replace(at=77),
        answer("unsure")._replace(at=99),
    ):
        second.take(one)
    assert first.cells() == second.cells()
    assert "Ann" not in str(vars(second))

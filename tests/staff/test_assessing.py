"""A learner's way through an assessment: through the real journey, with the shipped course and a real file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.staff.learning.attempts import attempts_in

from .sitting import A_DAY, MODULE, TITLE, Clock, Learner, reasons

if TYPE_CHECKING:
    from pathlib import Path

MUST = ("no-lead", "sight", "who-calls", "crisis-call", "advice", "ready")


def test_all_right_is_passed_and_said_until_when(tmp_path: Path) -> None:
    """Every answer right: passed at once, good for a year, on the module's page and at home."""
    learner = Learner(tmp_path / "staff.sqlite").begin()
    assert len(learner.answer_all()) == 11
    learner.hand_in()
    assert "[+] Passed." in learner.flat
    assert "Safety: 6 of 6 right" in learner.flat
    assert "The rest: 5 of 5 right" in learner.flat
    assert "good until 25 November 2027" in learner.flat
    assert "passed, good until 25 November 2027" in learner.home().flat


def test_nothing_is_told_before_it_is_handed_in(tmp_path: Path) -> None:
    """No verdict and no reason on any page of a try, and an answer that was not right can be changed."""
    learner = Learner(tmp_path / "staff.sqlite").begin()
    question = learner.reply(right=False)
    learner.do("back")
    page = learner.flat
    assert " ".join(question.ask.split()) in page
    assert not [why for why in reasons(question) if " ".join(why.split()) in page]
    assert "[~]" not in page
    assert "[+]" not in page
    learner.take_back()
    learner.reply(right=True)
    learner.answer_all()
    learner.hand_in()
    assert "[+] Passed." in learner.flat


def test_a_missed_must_know_stands_first_and_fails(tmp_path: Path) -> None:
    """One safety item wrong twice: not passed, in its box with the answer and what to read, before any count."""
    learner = Learner(tmp_path / "staff.sqlite").begin()
    learner.answer_all(wrong=("no-lead",))
    learner.hand_in()
    assert "1 answer is not right yet" in learner.flat
    learner.choose("Answer once more")
    learner.answer_all(wrong=("no-lead",))
    learner.hand_in()
    text = learner.flat
    assert "[~] Not passed yet." in text
    assert text.index("Safety, not right") < text.index("Safety: 5 of 6")
    assert "The rest: 5 of 5 right" in text
    assert learner.has("Read again: One person for each role")
    assert "not passed yet" in learner.home().flat


def test_a_slip_is_mended_once(tmp_path: Path) -> None:
    """Most right at first: only what was not is asked again, and then it is passed."""
    learner = Learner(tmp_path / "staff.sqlite").begin()
    learner.answer_all(wrong=("advice", "rep"))
    learner.hand_in()
    learner.choose("Answer once more")
    assert sorted(learner.answer_all()) == ["advice", "rep"]
    learner.hand_in()
    assert "[+] Passed." in learner.flat
    assert "At the first try it was 4." in learner.flat


def test_many_wrong_end_it_at_once(tmp_path: Path) -> None:
    """Under the mastery score there is no second try; how often it can be tried today is said."""
    learner = Learner(tmp_path / "staff.sqlite").begin()
    learner.answer_all(wrong=("advice", "rep", "tasks"))
    learner.hand_in()
    assert "[~] Not passed yet." in learner.flat
    assert "2 times today" in learner.flat


def test_an_interruption_loses_no_answer(tmp_path: Path) -> None:
    """Ended in the middle and begun again: the same items in the same order, and what was answered is."""
    path = tmp_path / "staff.sqlite"
    whole = Learner(tmp_path / "other.sqlite").begin().answer_all()
    learner = Learner(path).begin()
    asked = [learner.reply().family for _ in range(4)]
    back = Learner(path).begin()
    assert "question 5 of 11" in back.text
    rest = back.answer_all()
    assert asked + rest == whole
    back.hand_in()
    assert "[+] Passed." in back.flat


def test_an_interruption_before_the_second_try_goes_on_there(tmp_path: Path) -> None:
    """Ended at the pause and begun again: the second try is asked, and nothing else."""
    path = tmp_path / "staff.sqlite"
    learner = Learner(path).begin()
    learner.answer_all(wrong=("sight",))
    learner.hand_in()
    back = Learner(path).begin()
    assert back.answer_all() == ["sight"]
    back.hand_in()
    assert "[+] Passed." in back.flat


def test_blanks_are_warned_about(tmp_path: Path) -> None:
    """Handing in with blanks says how many there are, and that they will not count as right."""
    learner = Learner(tmp_path / "staff.sqlite").begin()
    learner.reply()
    learner.do("up")
    assert "10 questions have no answer" in learner.flat
    learner.choose("Hand it in as it is")
    assert "10 questions have no answer. They will count as not right." in learner.flat
    learner.choose("No, go back")
    assert learner.has("Hand it in as it is")


def test_a_day_has_so_many_attempts(tmp_path: Path) -> None:
    """After three attempts nothing can be begun until tomorrow, and that is said kindly."""
    clock = Clock()
    learner = Learner(tmp_path / "staff.sqlite", clock=clock)
    for _ in range(3):
        learner.home().begin()
        learner.do("up")
        learner.hand_in()
        assert "Not passed yet" in learner.flat
    learner.home().choose(TITLE, "Take the assessment")
    assert "That was it for today" in learner.flat
    assert not learner.has("Begin")
    clock.now += A_DAY
    assert learner.has("Begin")


def test_a_retake_asks_in_other_words(tmp_path: Path) -> None:
    """The second attempt draws the variants that the first did not show."""
    learner = Learner(tmp_path / "staff.sqlite").begin()
    learner.do("up")
    learner.hand_in()
    learner.home().begin()
    drawn = [attempt.drawn for attempt in attempts_in(learner.visit.history).begun.values()]
    both = set(drawn[0]) & set(drawn[1])
    bank = learner.visit.module(MODULE).assessment
    alone = {
        question.id for question in bank if sum(two.family == question.family for two in bank) == 1
    }
    assert both == alone


def test_reports_are_only_of_what_was_handed_in_whole(tmp_path: Path) -> None:
    """A hand-in is one thing: all its answers and its result are in the file, or none of them."""
    learner = Learner(tmp_path / "staff.sqlite").begin()
    learner.answer_all()
    before = len(learner.file.records("kind = 'answered'"))
    learner.hand_in()
    rows = [row for _, row in learner.file.records()]
    assert before == 0
    assert sum(row.kind == "answered" for row in rows) == 11
    assert [row.kind for row in rows][-1] == "passed"
    assert {row.site for row in rows} == {"north"}

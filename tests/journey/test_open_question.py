"""An open question: rows that keep their places, an order that is moved, a clue, and coming back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.journey.profile import STUDY
from edu_tui.kiosk.profile import KIOSK
from edu_tui.learning.event import QuestionAnswered
from edu_tui.records.log import Log
from tests.journey.reader import SMALL, Reader
from tests.library.samples import write_library
from tests.plain.program import Talk
from tests.tui.reader import sitting

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.layout.line import Room

STEPS = ("You arrive", "The drip", "You rest")
CHECK = "Check my answer"
ORDER = 3
"""Questions before the one about an order."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library")


@pytest.fixture
def reader(folder: Path) -> Reader:
    return Reader(folder).choose("Going home", "See if it is clear")


def at_order(reader: Reader) -> Reader:
    """Past the questions before it."""
    for _ in range(ORDER):
        reader.do("skip")
    return reader


def placed(reader: Reader) -> list[str]:
    """The items that have a place, in that order."""
    marks = {row.mark: row.label for row in reader.rows if row.label in STEPS}
    return [marks[mark] for mark in sorted(marks) if mark != "[ ]"]


def places(reader: Reader) -> dict[int, str]:
    """What each digit does."""
    return {number: " ".join(row.do) for number, row in enumerate(reader.rows, 1)}


@pytest.mark.parametrize("question", range(5))
@pytest.mark.parametrize("room", [None, SMALL], ids=["large", "small"])
def test_a_digit_means_the_same_until_the_question_is_done(
    folder: Path, question: int, room: Room | None
) -> None:
    """From the first look over every choice, a clue, a refused check and a first miss."""
    reader = Reader(folder, room or Reader(folder).room).choose("Going home", "See if it is clear")
    for _ in range(question):
        reader.do("skip")
    where, meant = reader.text.split("\n")[0], places(reader)
    assert [row.label for row in reader.rows if row.label in (CHECK, "Leave this question for now")]

    def same() -> None:
        now = places(reader)
        changed = {n: (was, now.get(n)) for n, was in meant.items() if now.get(n) != was}
        # Help is the one thing that changes what it is, never where it stands.
        assert all(pair == ("clue ", "reread ") for pair in changed.values()), changed
        meant.update(now)

    reader.do("check")
    same()
    reader.do("clue")
    same()
    for turn in range(len(reader.rows)):
        row = reader.rows[0 if question in (0, 2, 4) else min(turn, 2)]
        if row.do.action in {"option", "group"} and row.mark in {"( )", "[ ]", "(*)"}:
            reader.do(*row.do)
            if where not in reader.text or not reader.has(CHECK):
                return
            same()
    reader.do("check")
    if reader.has(CHECK):
        same()


@pytest.mark.parametrize("room", [None, SMALL], ids=["large", "small"])
def test_the_way_out_is_told_of_at_every_size(folder: Path, room: Room | None) -> None:
    """As a row, and always in the bottom line."""
    reader = Reader(folder, room or Reader(folder).room).choose("Going home", "See if it is clear")
    assert reader.has("Leave this question for now")
    assert "skip" in reader.journey.shown.always


def test_after_the_last_thing_is_chosen_enter_checks(reader: Reader) -> None:
    """Several chosen, all placed, all sorted: the mark is on the check, and no sooner."""
    reader.do("skip").choose("Close your eyes")
    assert reader.marked == "Close your eyes"
    assert reader.choose("Soft music").marked == CHECK
    reader.do("skip").do("skip").choose("You arrive", "The drip")
    assert reader.marked == "The drip"
    assert reader.choose("You rest").marked == CHECK
    reader.do("skip").choose("Safe")
    assert reader.marked != CHECK
    assert reader.choose("Not safe").marked == CHECK


def test_an_unfinished_answer_is_not_checked_but_told(reader: Reader) -> None:
    """The check is there from the first and says in a line what is missing."""
    reader.choose(CHECK)
    assert "Choose an answer first, or say that you are not sure." in reader.flat
    assert reader.visit.standing("going-home").to_talk_about == ()
    reader.do("skip").do("skip").do("skip").choose("You arrive", CHECK)
    assert "2 are left to do before you check." in reader.flat
    reader.choose("The drip", CHECK)
    assert "1 is left to do before you check." in reader.flat


def test_an_order_is_moved_undone_and_begun_again(reader: Reader) -> None:
    """By keys on the marked item, by the rows of its own page, by the rows under the question."""
    at_order(reader).choose("You rest", "The drip", "You arrive")
    ids = {row.label: row.do.what for row in reader.rows}
    reader.do("earlier", ids["You arrive"]).do("earlier", ids["You arrive"])
    assert placed(reader) == ["You arrive", "You rest", "The drip"]
    assert reader.marked == "You arrive"
    assert "It comes first." in reader.do("earlier", ids["You arrive"]).text
    reader.choose("You rest")
    assert "[2] You rest" in reader.text
    reader.choose("One place later").choose("Back to the question")
    assert placed(reader) == list(STEPS)
    assert placed(reader.choose("Take the last one back")) == list(STEPS[:2])
    assert placed(reader.choose("You arrive", "Take it out")) == ["The drip"]
    assert placed(reader.choose("Start again")) == []
    assert "Nothing has a place yet." in reader.choose("Start again").text
    assert "Choose one that has a place" in reader.do("later", ids["The drip"]).text
    assert "[+] That's right." in reader.choose(*STEPS, CHECK).text


def test_after_a_miss_the_order_stays_and_the_ways_on_are_there(reader: Reader) -> None:
    """The same again is said to be the one before; moved by one place it is right."""
    at_order(reader).choose("You arrive", "You rest", "The drip", CHECK)
    assert placed(reader) == ["You arrive", "You rest", "The drip"]
    for label in (CHECK, "Start again", "Take the last one back", "Leave this question"):
        assert reader.has(label)
    assert "This is the answer you gave before." in reader.choose(CHECK).flat
    reader.choose("The drip", "One place earlier", "Back to the question")
    assert "[+] That's right." in reader.choose(CHECK).text


def test_a_clue_before_the_first_try_changes_no_mark(folder: Path, tmp_path: Path) -> None:
    """It is shown where the author wrote one, by its key and by its row; nothing of it is kept."""
    records = tmp_path / "records.sqlite"
    reader = Reader(folder, records=records).choose("Going home", "See if it is clear")
    assert "Think about how fast you can react." not in reader.flat
    assert "Think about how fast you can react." in reader.choose("Give me a clue").flat
    assert "[+] That's right." in reader.answer("Get a ride home").text
    reader.choose("Next question")
    assert not reader.has("Give me a clue")
    assert "There is no clue here." in reader.do("clue").text
    log = Log(records)
    facts = [event.fact for _, event in log.events()]
    log.close()
    (answer,) = [fact for fact in facts if isinstance(fact, QuestionAnswered)]
    assert (answer.verdict, answer.try_no) == ("right", 1)


def test_after_a_first_miss_the_passage_opens_and_leads_back(reader: Reader) -> None:
    """To the same question, with what was tried and what is chosen now."""
    reader.answer("Drive a little").choose("Get a ride home")
    before = reader.flat
    reader.choose("Read again: No driving").read_to("Back to the question")
    reader.choose("Back to the question")
    assert reader.flat == before
    assert "tried" in before
    assert "[+] That's right." in reader.choose(CHECK).text


def shown(reader: Reader) -> list[list[str]]:
    """The options of each question, in the order shown, from the first to the last."""
    orders = []
    for _ in range(5):
        orders.append([row.label for row in reader.rows if row.do.action in {"option", "group"}])
        reader.do("skip")
    return orders


def test_options_keep_their_order_through_a_visit(folder: Path) -> None:
    """Begun again and again, also after some were answered, the questions look the same."""
    for seed in range(4):
        reader = Reader(folder, seed=seed)
        before = shown(reader.choose("Going home", "See if it is clear"))
        reader.do("home").choose("Going home", "See if it is clear").answer("Drive a little")
        reader.do("home").choose("Going home", "See if it is clear")
        assert shown(reader) == before


def test_an_open_question_keeps_its_order_until_the_next_day(folder: Path, tmp_path: Path) -> None:
    """Where records are kept; one that was answered is dealt anew then, so that no place is learned."""
    records = tmp_path / "records.sqlite"

    def another_day(seed: int) -> Reader:
        reader = Reader(folder, seed=seed, records=records)
        return reader.choose("Going home", "See if it is clear")

    before = shown(another_day(1))
    assert shown(another_day(2)) == before
    seen = set()
    for seed in range(12):
        reader = another_day(seed)
        seen.add(tuple(shown(reader)[0]))
        reader.do("home").choose("Going home", "See if it is clear").answer("Get a ride home")
    assert len(seen) > 1
    assert shown(another_day(1))[1:] == before[1:]


def test_the_next_visitor_of_a_kiosk_gets_another_order(folder: Path) -> None:
    """Who has looked over a shoulder learns no places."""
    seen = set()
    for seed in range(8):
        reader = Reader(folder, seed=seed, profile=KIOSK._replace(signed_only=False))
        while not reader.has("Going home"):
            reader.choose(reader.rows[0].label)
        seen.add(str(shown(reader.choose("Going home", "See if it is clear"))))
    assert len(seen) > 1


def test_questions_left_in_the_middle_go_on_where_they_were(reader: Reader) -> None:
    """With what was chosen, and what was answered to look back at."""
    reader.answer("Get a ride home").choose("Next question").choose("Close your eyes")
    reader.do("up")
    row = next(row for row in reader.rows if row.label == "Go on with the questions")
    assert row.detail == "question 2 of 5"
    reader.do("home").choose("Going home", "Go on with the questions")
    assert "question 2 of 5" in reader.text
    assert "[x] Close your eyes" in reader.text
    assert "[+] That's right." in reader.do("back").text
    reader.do("up").choose("See if it is clear")
    assert "question 1 of 5" in reader.text
    assert reader.has(CHECK)


def test_questions_go_on_after_the_program_was_started_anew(folder: Path, tmp_path: Path) -> None:
    """From what is on record: each answered one as it was left, also one answered with its section."""
    records = tmp_path / "records.sqlite"
    reader = Reader(folder, records=records).choose("Going home", "See if it is clear")
    reader.answer("I'm not sure").choose("Next question")
    reader.answer("Close your eyes", "Soft music")
    again = Reader(folder, records=records, profile=STUDY).choose("Going home")
    again.choose("Go on with the questions")
    assert "question 3 of 5" in again.text
    assert "[+] That's right." in again.do("back").text
    assert "[?] Good that you said so." in again.do("back").text
    again.visit.forget("going-home", "")
    assert not again.do("home").choose("Going home").has("Go on with the questions")


def test_what_is_over_or_not_begun_has_nothing_to_go_on_with(reader: Reader) -> None:
    """Neither at first nor when each question was answered or left."""
    assert not reader.do("up").has("Go on with the questions")
    reader.choose("See if it is clear")
    for _ in range(5):
        reader.do("skip")
    reader.choose("Done")
    assert reader.has("See if it is clear")
    assert not reader.has("Go on with the questions")


def test_all_answers_from_the_page_of_the_module_give_nothing_away(reader: Reader) -> None:
    """Those that were answered, with why; of the others only how many there are."""
    assert not reader.do("up").has("See all answers and why")
    reader.choose("See if it is clear").answer("Get a ride home").do("up")
    reader.choose("See all answers and why")
    assert "4 more questions come here when you have answered them." in reader.flat
    assert "[+] Clear" in reader.flat
    assert "You still react slowly." in reader.flat
    assert "What helps?" not in reader.flat


@pytest.mark.parametrize("way", ["choose", "choose_by_digit", "choose_by_mouse"])
async def test_an_order_on_the_full_screen(folder: Path, way: str) -> None:
    """With the arrows and Enter, with digits, and with the mouse alone."""
    async with sitting(folder) as reader:
        choose = getattr(reader, way)
        for label in ("Going home", "See if it is clear", *["Leave this question"] * ORDER):
            await choose(label)
        for label in ("You arrive", "You rest", "The drip"):
            await choose(label)
        assert any(line.strip().startswith(">") and CHECK in line for line in reader.lines)
        for label in ("The drip", "One place earlier", "Back to the question", CHECK):
            await choose(label)
        assert "[+] That's right." in reader.words


async def test_keys_move_the_marked_item_and_enter_checks(folder: Path) -> None:
    """`,` and `.` on its row; Enter on the last pick does not undo it."""
    async with sitting(folder) as reader:
        for label in ("Going home", "See if it is clear", *["Leave this question"] * ORDER):
            await reader.choose(label)
        for label in ("The drip", "You arrive"):
            await reader.choose(label)
        await reader.press(",")
        assert "[1] You arrive" in reader.words
        await reader.press(".")
        assert "[2] You arrive" in reader.words
        await reader.press(",")
        await reader.choose("You rest")
        await reader.press("enter")
        assert "[+] That's right." in reader.words


def test_an_order_line_by_line(folder: Path, tmp_path: Path) -> None:
    """The same rows by their numbers."""
    talk = Talk(tmp_path, "--library", str(folder))
    for label in ("Going home", "See if it is clear", *["Leave this question"] * ORDER):
        talk.choose(label)
    for label in ("You arrive", "You rest", "The drip"):
        talk.choose(label)
    assert "Your order so far:" in talk.choose("The drip")
    talk.choose("One place earlier")
    assert "[2] The drip" in talk.choose("Back to the question")
    assert "That's right" in talk.say("")
    assert talk.end() == 0


def test_how_to_answer_stays_as_long_as_it_was(reader: Reader) -> None:
    """In a small window no option moves to another line when one is chosen: a second touch hits the same."""
    reader.room = SMALL

    def lines_before(label: str) -> int:
        return reader.text.split("\n").index(next(x for x in reader.text.split("\n") if label in x))

    before = lines_before("I'm not sure")
    assert lines_before("I'm not sure") == before
    for _ in range(5):
        before = lines_before("I'm not sure")
        options = [row.label for row in reader.rows if "I'm not sure" not in row.label]
        reader.choose(options[0])
        assert lines_before("I'm not sure") == before
        reader.do("skip")

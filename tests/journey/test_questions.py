"""Answering: kind words, two tries, must-knows apart, nothing changed by looking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.journey.profile import STUDY
from edu_tui.journey.questions.feedback import right_answer_parts
from edu_tui.kiosk.profile import KIOSK
from edu_tui.layout.line import Room, plain
from edu_tui.layout.part import lines_of
from edu_tui.model.kinds.choice import Choice
from edu_tui.model.kinds.judge import Judge
from edu_tui.model.kinds.order import Order
from tests.journey.reader import Reader
from tests.library.samples import MODULE, swap, write, write_library

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.journey.profile import Profile


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return Reader(write_library(tmp_path)).choose("Going home", "See if it is clear")


def answer_right(reader: Reader) -> None:
    """Answer the question shown as its author does."""
    question = next(
        question
        for question in reader.visit.module("going-home").questions
        if question.ask in reader.flat
    )
    if isinstance(question.body, Judge):
        for _ in question.body.situations:
            asked = next(
                situation
                for situation in question.body.situations
                if f" of {len(question.body.situations)}: {situation.text}" in reader.flat
            )
            reader.choose(asked.group)
    elif isinstance(question.body, Choice):
        reader.choose(*(option.text for option in question.body.options if option.right))
    else:
        assert isinstance(question.body, Order)
        reader.choose(*(item.text for item in question.body.items))
    reader.choose("Check my answer")


def finish(reader: Reader) -> Reader:
    """Answer all that is left, rightly."""
    while not reader.has("See all answers"):
        answer_right(reader)
        reader.choose("See how it went" if reader.has("See how it went") else "Next question")
    return reader


def test_choosing_is_not_answering(reader: Reader) -> None:
    """A choice can be changed until it is checked; nothing is judged before."""
    reader.choose("Drive").choose("Get a ride home")
    assert "That's right" not in reader.text
    assert "(*) Get a ride home" in reader.text
    assert "( ) Drive" in reader.text


def test_choosing_the_same_again_checks(reader: Reader) -> None:
    """Enter on the chosen option is the check."""
    assert "[+] That's right." in reader.choose("Get a ride home", "Get a ride home").text


def test_choosing_not_sure_again_checks_too(reader: Reader) -> None:
    """Enter twice on "I'm not sure" is an answer, as it is on an option."""
    reader.choose("I'm not sure", "I'm not sure")
    assert "Good that you said so." in reader.text


def test_a_first_miss_says_why_and_where_to_look(reader: Reader) -> None:
    """The option's own reason, the hint and the section's title are told, not the answer."""
    reader.answer("Drive a little")
    for words in ("Not quite yet.", "No trip is safe.", "Think about how fast", "No driving"):
        assert words in reader.flat
    assert "You still react slowly." not in reader.flat
    assert "tried" in reader.text


def test_a_second_miss_shows_the_answer(reader: Reader) -> None:
    """After two tries the right answer and its reason are shown, without blame."""
    reader.answer("Drive a little").answer("Drive")
    for words in ("Here is the answer.", "Get a ride home", "You still react slowly."):
        assert words in reader.flat
    assert "wrong" not in reader.flat.lower()
    assert reader.has("Read again: No driving until tomorrow")


def test_not_being_sure_is_explained_and_never_a_miss(reader: Reader) -> None:
    """Saying "I'm not sure" shows the answer, thanks, and joins my questions."""
    reader.answer("I'm not sure")
    assert "Good that you said so." in reader.flat
    assert reader.visit.standing("going-home").to_talk_about == ("?drive-tonight",)
    assert [ask.why for ask in reader.visit.asks.asks] == ["unsure"]


def test_a_missed_must_know_is_told_apart_from_all_else(reader: Reader) -> None:
    """All right but the must-know: after the sum it stands alone, the answer before what was said."""
    reader.answer("Drive a little").answer("Drive").choose("Next question")
    text = finish(reader).flat
    texts = [
        "You have most of it. 4 clear, 1 to talk about.",
        "[~] 1 that keeps you safe is not clear yet. Read it again, or ask your clinic.",
        "! You feel fine. Your car is outside. What do you do? Answer Get a ride home",
        "You said Drive Why",
        "Why You still react slowly.",
        "What is not clear yet is in my questions",
    ]
    places = [text.index(words) for words in texts]
    assert places == sorted(places)
    assert reader.rows[0].label == "Read again: No driving until tomorrow"
    assert "%" not in text


SAFETY = ("what-helps", "how-many")


def all_about_safety(folder: Path, profile: Profile) -> Reader:
    """At the questions of a module of which three are about safety."""
    text = MODULE
    for name in SAFETY:
        text = swap(f"  - id: {name}\n", f"  - id: {name}\n    must_know: true\n", text)
    write(write_library(folder), "en/going-home.yaml", text)
    return Reader(folder, profile=profile).choose("Going home", "See if it is clear")


@pytest.mark.parametrize(
    ("profile", "who"),
    [
        (STUDY, "ask your clinic."),
        (KIOSK._replace(signed_only=False), "ask a nurse before you go."),
    ],
)
def test_a_safety_question_that_was_left_is_told_beside_one_that_is_not_clear(
    tmp_path: Path, profile: Profile, who: str
) -> None:
    """What keeps safe and was skipped is never covered by what was answered, nor the other way round."""
    reader = all_about_safety(tmp_path, profile)
    reader.answer("I'm not sure").choose("Next question")
    while not reader.has("See all answers"):
        reader.do("skip")
    one = f"[~] 1 that keeps you safe is not clear yet. Read it again, or {who}"
    assert f"{one} 2 questions that keep you safe are not answered yet." in reader.flat


def test_safety_questions_that_were_all_left_are_told(tmp_path: Path) -> None:
    """Skipping everything does not end in "clear"."""
    reader = all_about_safety(tmp_path, STUDY)
    while not reader.has("See all answers"):
        reader.do("skip")
    assert "3 questions that keep you safe are not answered yet." in reader.flat
    assert "[+]" not in reader.flat


def test_all_clear_says_so(reader: Reader) -> None:
    """With all right, what keeps the reader safe is said to be clear and nothing is left."""
    text = finish(reader).flat
    assert "[+] What keeps you safe is clear." in text
    assert "5 clear." in text
    assert not reader.has("Try")


def test_trying_again_asks_only_what_was_missed(reader: Reader) -> None:
    """The second run has one question, and a right answer there clears it everywhere."""
    reader.answer("I'm not sure").choose("Next question")
    finish(reader).choose("Try 1 question again")
    assert "question 1 of 1" in reader.text
    finish(reader)
    assert reader.visit.standing("going-home").mark("?drive-tonight") == "clear"
    assert len(reader.visit.asks) == 0


def test_reading_again_changes_no_answer(reader: Reader) -> None:
    """From a miss to the section and back: the same question, the same verdict, the same marks."""
    reader.answer("Drive a little").answer("Drive")
    before = reader.flat, reader.visit.standing("going-home").mark("?drive-tonight")
    reader.choose("Read again: No driving")
    assert "Do not drive until the next day." in reader.flat
    reader.read_to("Back to the question").choose("Back to the question")
    assert (reader.flat, reader.visit.standing("going-home").mark("?drive-tonight")) == before


def test_going_back_shows_what_was_answered_and_changes_nothing(reader: Reader) -> None:
    """The question before can be looked at, not answered anew."""
    reader.answer("Get a ride home").choose("Next question").do("back")
    assert "[+] That's right." in reader.text
    assert not reader.has("Drive")
    reader.choose("Next question")
    assert "question 2 of 5" in reader.text


def test_leaving_and_skipping_are_always_possible(reader: Reader) -> None:
    """A question can be left; at the end it is neither clear nor to talk about."""
    for _ in range(4):
        reader.do("skip")
    assert "4 left for later" not in reader.text
    assert "5 left for later" in reader.do("skip").flat
    assert "1 question that keeps you safe is not answered yet." in reader.flat


def test_three_in_a_row_is_a_rest(reader: Reader) -> None:
    """After three unsure answers the run rests kindly, and can go on or end."""
    for _ in range(3):
        reader.answer("I'm not sure").choose("Next question")
    assert "Let us stop here for a moment." in reader.flat
    reader.choose("Go on with the questions")
    assert "question 4 of 5" in reader.text


def test_a_rest_can_be_the_end(reader: Reader) -> None:
    """From the rest the reader sees how it went and is done."""
    for _ in range(3):
        reader.answer("I'm not sure").choose("Next question")
    reader.choose("Finish for now")
    assert "3 to talk about, 2 left for later" in reader.flat
    assert reader.choose("Done").has("Go over what was not clear")


def test_clear_is_said_of_what_was_asked_alone(tmp_path: Path) -> None:
    """After some, of these; after one, of that one; of all of it when nothing of the part is left."""
    reader = Reader(write_library(tmp_path)).choose("Going home", "Read about it")
    reader.read_to("Answer 2 short questions").choose("Answer 2")
    assert "Well done. These are clear." in finish(reader).text
    reader.do("home").choose("Going home", "See if it is clear")
    reader.choose("I'm not sure", "Check my answer", "Next question")
    finish(reader).choose("Try 1 question again")
    assert "Well done. That one is clear." in finish(reader).text
    reader.choose("Done", "See if it is clear")
    assert "Well done. All of it is clear." in finish(reader).text


def test_all_answers_show_every_option_the_right_one_first(reader: Reader) -> None:
    """The review has each option with its reason, the right one before the others."""
    finish(reader).choose("See all answers")
    text = reader.flat
    assert text.index("Get a ride home") < text.index("Drive a little")
    assert "No trip is safe." in text


def test_all_answers_say_in_words_what_is_right(reader: Reader) -> None:
    """Heard and not seen, each question has its number, and each answer whether it is the right one."""
    finish(reader).choose("See all answers")
    text = reader.flat
    assert "Question 1 of" in text
    assert "Right: Get a ride home" in text
    assert "Not right: Drive a little" in text


def test_an_order_is_built_and_taken_back(reader: Reader) -> None:
    """Order items get their numbers as chosen; choosing one again leads to where it is taken out."""
    for _ in range(3):
        reader.do("skip")
    reader.choose("The drip", "You rest")
    assert "[1] The drip" in reader.text
    assert "[2] You rest" in reader.text
    assert "[1] You rest" in reader.choose("The drip", "Take it out").text
    reader.choose("You arrive", "The drip", "Check my answer")
    assert "Some are not in their place." in reader.flat


def test_situations_are_sorted_one_by_one_and_can_be_changed(reader: Reader) -> None:
    """Each situation is put into a group, shown with it, and may be put into another."""
    for _ in range(4):
        reader.do("skip")
    reader.choose("Safe").choose("Safe")
    assert "(Safe)" in reader.text
    reader.choose("Ride a bike", "Not safe")
    assert "(Not safe)" in reader.text
    assert "That's right" in reader.choose("Check my answer").text


def test_what_is_sorted_can_be_changed_at_once_and_keeps_its_row(reader: Reader) -> None:
    """The first situation has its row as soon as it is sorted, after the rows that were there, and keeps it."""
    for _ in range(4):
        reader.do("skip")
    before = [row.label for row in reader.rows]
    first = reader.choose("Safe").rows[len(before)]
    assert [row.label for row in reader.rows[: len(before)]] == before
    reader.choose(first.label, "Not safe", "Not safe")
    assert reader.rows[len(before)] == first._replace(detail="(Not safe)")
    assert len(reader.rows) == len(before) + 2


def test_a_section_asks_its_own_questions_until_they_are_clear(tmp_path: Path) -> None:
    """The end of a section offers what it teaches, and no longer what is clear."""
    reader = Reader(write_library(tmp_path)).choose("Going home", "Read about it")
    reader.read_to("Answer 2 short questions").choose("Answer 2")
    assert "question 1 of 2" in reader.text
    reader.answer("Get a ride home").do("up")
    assert reader.has("Answer 1 short question")


def test_markup_of_a_screen_is_only_words(tmp_path: Path) -> None:
    """What would be markup elsewhere is shown as written."""
    strange = swap("What helps?", "What helps? [click=app.quit]x[/] [red]y[/red] $z")
    write(write_library(tmp_path), "en/going-home.yaml", strange)
    reader = Reader(tmp_path).choose("Going home", "See if it is clear").do("skip")
    assert "[red]y[/red] $z" in reader.flat


def test_the_answer_in_a_few_words(reader: Reader) -> None:
    """Every kind of question has its answer in words, a thing a row, for what keeps safe and is not clear."""
    module = reader.visit.module("going-home")
    from edu_tui.learning.item import deal

    room = Room(60, 0, "words")
    items = [deal(question, reader.visit.rng) for question in module.questions]
    answers = [
        [plain(line) for line in lines_of(right_answer_parts(reader.visit, item), room)]
        for item in items
    ]
    assert answers[0][0] == "Answer: Get a ride home"
    assert answers[3][:4] == ["Answer", "  1. You arrive", "  2. The drip", "  3. You rest"]
    assert "  - Ride a bike: Not safe" in answers[4]

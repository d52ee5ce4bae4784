"""Answering: nothing by accident, nothing for good before the check, nothing changed by looking back."""

from __future__ import annotations

import pytest

from .places import JUDGE, MULTIPLE, NUMBER, ORDER, QUIZ, follow, go
from .reader import SHIPPED, Reader, sitting

OPEN = {"single": QUIZ, "multiple": MULTIPLE, "number": NUMBER, "order": ORDER, "judge": JUDGE}


def chosen(reader: Reader) -> list[str]:
    """The marks that say that something is chosen, in sight."""
    return [mark for mark in ("(*)", "[x]", "[1]", "[2]", "(Safe)") if mark in reader.text]


async def answer(reader: Reader, words: str) -> None:
    """Choose and check."""
    await reader.choose(words)
    await reader.choose("Check my answer")


@pytest.mark.parametrize("kind", OPEN)
async def test_arrows_never_choose(kind: str) -> None:
    """Going through all rows of a question chooses nothing and checks nothing."""
    async with sitting() as reader:
        await go(reader, kind)
        before = reader.text
        await reader.press(*["down"] * 9, *["up"] * 9)
        assert reader.text == before
        assert not chosen(reader)


@pytest.mark.parametrize("kind", OPEN)
async def test_a_held_enter_chooses_once_and_checks_nothing(kind: str) -> None:
    """An Enter that is held down, or a digit, chooses one thing; only a new press goes on."""
    for key in ("enter", "1"):
        async with sitting() as reader:
            await go(reader, kind)
            question = reader.lines[0]
            reader.clock.now += 1
            await reader.hold(key, 1)
            once = reader.text
            await reader.hold(key, 40)
            assert reader.text == once
            assert reader.lines[0] == question
            for verdict in ("Not quite", "That's right", "Good that you said so"):
                assert verdict not in reader.words


async def test_a_held_enter_does_not_leave_a_verdict() -> None:
    """The Enter that checks, still held, does not go on to the next question."""
    async with sitting() as reader:
        await go(reader, "single, chosen")
        await reader.find("Check my answer")
        reader.clock.now += 1
        await reader.hold("enter", 30)
        assert "question 1 of 5" in reader.words
        assert "Try once more" in reader.words


async def test_a_choice_can_be_changed_until_it_is_checked() -> None:
    """Another option, "I'm not sure", and back again: only the last choice is judged."""
    async with sitting() as reader:
        await go(reader, "single")
        await reader.choose("Drive home")
        await reader.choose("I'm not sure")
        assert "( ) Drive home" in reader.words
        await reader.choose("Drive a little")
        assert "( ) I'm not sure" in reader.words
        await answer(reader, "Get a ride home")
        assert "[+] That's right." in reader.words
    async with sitting() as reader:
        await go(reader, "multiple, chosen")
        await reader.choose("Walk around")
        assert "[ ] Walk around" in reader.words
        await answer(reader, "Play soft music")
        assert "[+] That's right." in reader.words
    async with sitting() as reader:
        await go(reader, "order")
        for item in ("You rest", "You arrive", "The drip starts"):
            await reader.choose(item)
        await reader.choose("You rest")
        await reader.choose("Take it out")
        assert "[1] You arrive" in reader.words
        await answer(reader, "You rest")
        assert "[+] That's right." in reader.words
    async with sitting() as reader:
        await go(reader, "judge, sorted")
        for situation in ("A friend", "You rest"):
            await reader.choose(situation)
            await reader.choose("Safe")
        await reader.choose("Check my answer")
        assert "[+] That's right." in reader.words


async def test_right_at_the_first_try_in_every_kind() -> None:
    """Five kinds can be answered right, and then all is clear and nothing is to talk about."""
    async with sitting() as reader:
        await go(reader, "single")
        await answer(reader, "Get a ride home")
        await reader.choose("Next question")
        await reader.choose("Close your eyes")
        await answer(reader, "Play soft music")
        await reader.choose("Next question")
        await answer(reader, "34")
        await reader.choose("Next question")
        await reader.choose("You arrive")
        await reader.choose("The drip starts")
        await answer(reader, "You rest")
        await reader.choose("Next question")
        for _ in range(3):
            safe = "You ride a bike" not in reader.words.split("of 3:")[1].split(" ( ) ")[0]
            await reader.choose("Safe" if safe else "Not safe")
        await reader.choose("Check my answer")
        await reader.choose("See how it went")
        assert "[+] What keeps you safe is clear." in reader.words
        assert "5 clear." in reader.words
        assert "to talk about" not in reader.words
        await reader.press("y")
        assert "Nothing here yet." in reader.words


async def test_who_misses_do_not_drive_but_gets_all_else_right_is_told_so_apart() -> None:
    """The one that keeps a patient safe stands apart from the count, with its answer and what to do."""
    async with sitting(SHIPPED, seed=3) as reader:
        await reader.choose("Going home")
        await reader.choose("Read about it")
        while not reader.row("Answer"):
            await reader.press("space")
        await reader.choose("Answer")
        await answer(reader, "Take the car, but drive")
        await answer(reader, "Take the car, since I feel")
        assert "This one keeps you safe." in reader.words
        await reader.choose("Next question")
        for right in ("The next day, after a full", "Call the clinic before I come"):
            await answer(reader, right)
            assert "[+] That's right." in reader.words
            await reader.choose("See how it went" if reader.row("See how") else "Next question")
        _, _, rest = reader.words.partition("2 clear, 1 to talk about.")
        assert "[~] 1 that keeps you safe is not clear yet." in rest
        assert "Answer Leave the car and get a ride home." in rest
        assert "You said Take the car, since I feel" in rest
        assert "ask your clinic" in rest
        assert "Read again: An adult takes you home" in rest
        assert not any(word in reader.words for word in ("%", "wrong", "score", "failed"))
        await reader.choose("Read again: An adult takes you home")
        assert "Do not drive or use machines" in reader.words
        while not reader.row("Back to how it went"):
            await reader.press("space")
        await reader.choose("Back to how it went")
        assert "2 clear, 1 to talk about." in reader.words
        await reader.choose("My questions")
        assert "Please explain to me: An adult takes you home" in reader.words
        assert "not clear yet" in reader.words


async def test_missing_something_else_is_not_told_apart() -> None:
    """Who knows what keeps them safe and misses another is told both, in other words."""
    async with sitting() as reader:
        await go(reader, "single, right")
        await reader.choose("Next question")
        for step in ("Close your eyes", "Walk around", "Check my answer"):
            await reader.choose(step)
        for step in ("Read your mail", "Check my answer", "Next question"):
            await reader.choose(step)
        await reader.press("n", "n", "n")
        assert "[+] What keeps you safe is clear." in reader.words
        assert "1 clear, 1 to talk about, 3 left for later." in reader.words
        assert "is not clear yet." not in reader.words


async def test_looking_back_and_reading_again_change_no_answer_and_no_mark() -> None:
    """After questions are done, back, read again, help, words and answering keys leave all as it was."""
    async with sitting() as reader:
        await go(reader, "single, missed twice")
        first = reader.text
        await reader.choose("Read again")
        while not reader.row("Back to the question"):
            await reader.press("space")
        await reader.choose("Back to the question")
        assert reader.text == first
        await reader.choose("Next question")
        for step in ("Close your eyes", "Play soft music", "Check my answer"):
            await reader.choose(step)
        second = reader.words
        assert "[+] That's right." in second
        await reader.press("b")
        assert "[~] Not quite. Here is the answer." in reader.words
        await reader.press("3", "4", "down", "?", "escape", "g", "escape")
        assert "[~] Not quite. Here is the answer." in reader.words
        await reader.choose("Next question")
        assert reader.words == second
        await reader.choose("Next question")
        await reader.press("n", "n", "n")
        assert "1 clear, 1 to talk about, 3 left for later." in reader.words
        await reader.press("h")
        await reader.choose("The day itself")
        assert "1 of 5 clear" in reader.words
        assert "Go over what was not clear 1" in reader.words


async def test_an_open_choice_survives_looking_away() -> None:
    """What is chosen but not checked is still chosen after help, crisis help and the words."""
    for away in ("?", "!", "g", "y", "l"):
        async with sitting() as reader:
            await go(reader, "single, chosen")
            before = reader.text
            await reader.press(away)
            assert reader.text != before
            await reader.press("escape")
            assert reader.text == before


async def test_three_in_a_row_stop_kindly_and_leave_every_way_open() -> None:
    """After three unsure in a row there is a rest, from which one can read, ask, finish or go on."""
    async with sitting() as reader:
        await go(reader, "kind stop")
        assert "Let us stop here for a moment." in reader.words
        rest = reader.text
        await reader.choose("Ask a person")
        assert reader.words.count("I was not sure") == 3
        await reader.press("escape")
        assert reader.text == rest
        await reader.choose("Go on with the questions")
        assert "question 4 of 5" in reader.words
    async with sitting() as reader:
        await go(reader, "kind stop")
        await reader.choose("Finish for now")
        assert "3 to talk about, 2 left for later" in reader.words


async def test_only_what_was_not_clear_is_asked_again() -> None:
    """Trying again asks the missed and the skipped, and what becomes clear leaves my questions."""
    async with sitting() as reader:
        await go(reader, "results, must know missed")
        await reader.choose("Try 5 questions again")
        await answer(reader, "Get a ride home")
        for step in ("Next question", "Leave this question", "Leave", "Leave", "Leave"):
            await reader.choose(step)
        assert "1 clear, 4 left for later." in reader.words
        await follow(reader, "press y")
        assert "Nothing here yet." in reader.words

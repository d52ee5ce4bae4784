"""What can be typed, and that nothing typed is lost, misread or obeyed by mistake."""

from __future__ import annotations

import re
from io import StringIO
from random import Random
from signal import SIGHUP
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_tui.journey.action import BY_TYPED, Action
from edu_tui.journey.journey import Journey
from edu_tui.journey.profile import STUDY
from edu_tui.journey.view import Request, Row
from edu_tui.journey.visit import Visit
from edu_tui.learning.behaviour import CHECK
from edu_tui.learning.quiz_run import QuizRun
from edu_tui.library.open_library import OpenLibrary
from edu_tui.system.paths import shipped_library
from edu_tui.ui.plain.prompt import AGAIN, REPEAT, numbers_of
from edu_tui.ui.plain.session import run as talk

from .program import Talk, run
from .sample import write_library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def library(tmp_path: Path) -> str:
    """The small library's folder."""
    return str(write_library(tmp_path / "library"))


def told(tmp_path: Path, library: str, *typed: str) -> str:
    """All that is told when these lines are typed."""
    return run(
        tmp_path, "--plain", "--library", library, typed="".join(f"{part}\n" for part in typed)
    ).out


def test_every_word_is_unique() -> None:
    """The two words of plain mode alone are no letters of the action table."""
    assert REPEAT not in BY_TYPED
    assert AGAIN not in BY_TYPED
    assert REPEAT != AGAIN


def test_help_lists_what_works_here(tmp_path: Path, library: str) -> None:
    """`?` opens a page of rows that do what the letters do, each with its letter."""
    out = told(tmp_path, library, "?")
    assert "\nHelp\n" in out
    for letter in ("(/)", "(y)", "(!)", "(q)"):
        assert letter in out
    assert "r reads the same page again" in " ".join(out.split())


def test_enter_alone_closes_help(tmp_path: Path, library: str) -> None:
    """Whoever asked for help is back at their page with Enter, and nothing was done there."""
    _, helped, after = told(tmp_path, library, "1", "?", "").rpartition("\nHelp\n")
    assert helped
    assert "\nThe day, 4 minutes\n" in after


def test_b_goes_back_and_r_repeats(tmp_path: Path, library: str) -> None:
    """`b` tells the page before again, `r` the same page."""
    out = told(tmp_path, library, "1", "r", "b")
    assert out.count("\nThe day, 4 minutes\n") == 2
    assert out.count("\nA small library\n") == 2


@pytest.mark.parametrize("word", ["q", "Q", "quit", "QUIT", "exit"])
def test_q_leaves_from_anywhere(tmp_path: Path, library: str, word: str) -> None:
    """Quit works in small and large letters, and while a word to find is asked for."""
    for way in ((), ("1", "3"), ("/",))[: 3 if len(word) == 1 else 2]:
        out = told(tmp_path, library, *way, word, "1")
        assert out.endswith("Goodbye.\n")
        assert ("The day, 4 minutes" in out) == ("1" in way)


@pytest.mark.parametrize("typed", ["hello", "0", "17", "9" * 5000, "\x1b[A", "²", "1x", "-1", "s"])
def test_what_means_nothing_loses_nothing(tmp_path: Path, library: str, typed: str) -> None:
    """One short line, the prompt again, and the same numbers still work."""
    out = told(tmp_path, library, typed, "1")
    before, _, after = out.partition("\nA small library\n")
    assert "\nThe day, 4 minutes\n" in after
    assert after.count("What would you like to know?") == 1
    assert "\x1b" not in before + after


def test_enter_alone_never_answers(tmp_path: Path, library: str) -> None:
    """Enter alone takes the named row, but at a question only checks what a number chose."""
    out = told(tmp_path, library, "", "3", "", "", "1", "")
    assert "\nThe day, 4 minutes\n" in out
    assert out.count("Enter alone chooses nothing here.") == 2
    assert "You chose: 1. (*) Get a ride home" in out
    assert "[+] That's right." in out


def test_a_choice_is_told_in_a_line_or_two(tmp_path: Path, library: str) -> None:
    """Choosing an option tells that row and what changed, not the whole page."""
    talk = Talk(tmp_path, "--library", library)
    talk.say("1")
    talk.say("3")
    page = talk.say("2")
    assert "You chose: 2. (*) Drive if I feel awake" in page
    assert "Your car is outside" not in page
    assert "Get a ride home" not in page
    assert "To check, choose it again" in page
    assert "Enter for 5" in page
    page = talk.say("1")
    assert "You chose: 1. (*) Get a ride home" in page
    assert "Drive if I feel awake" not in page
    assert talk.end() == 0


def test_what_is_not_chosen_any_more_is_said_so(tmp_path: Path, library: str) -> None:
    """Of several, those that "I'm not sure" puts out are told as taken back, and not by a bare row."""
    talk = Talk(tmp_path, "--library", library)
    for typed in ("1", "3", "n"):
        talk.say(typed)
    talk.choose("Close my eyes")
    page = talk.choose("I'm not sure")
    assert re.search(r"\nTaken back:\n\d\. \[ \] Close my eyes\n", page)
    assert talk.end() == 0


def test_with_not_sure_nobody_is_told_to_choose(tmp_path: Path, library: str) -> None:
    """Where that is chosen the page says how to check it or to choose another."""
    talk = Talk(tmp_path, "--library", library)
    for typed in ("1", "3"):
        talk.say(typed)
    assert "Choose one." in talk.page
    assert "To check, choose it again." in talk.choose("I'm not sure")
    assert "Choose one." not in talk.say("r")
    assert talk.end() == 0


def test_a_field_takes_words_then_shows_rows(tmp_path: Path, library: str) -> None:
    """Find asks for words, tells the hits as rows, and opens the one chosen."""
    talk = Talk(tmp_path, "--library", library)
    assert talk.say("/").endswith("Find (type words, then Enter): ")
    page = talk.say("ride")
    assert "Find: ride" in page
    assert "1. Someone takes you home (The day)" in page
    assert talk.say("t").endswith("Find (type words, then Enter): ")
    assert 'Nothing found for "qqq".' in talk.say("qqq")
    talk.say("t")
    assert talk.say("").endswith("Enter for 1: ")
    talk.end()


@pytest.mark.parametrize("way", ["/", "w", "9"])
def test_no_number_is_told_before_words_are_asked_for(
    tmp_path: Path, library: str, way: str
) -> None:
    """To find, to ask, for a code: a digit would be words there; Enter alone tells the rows, to be chosen."""
    talk = Talk(tmp_path, "--library", library)
    page = talk.say(way)
    assert not talk.rows
    assert "Enter alone tells what else you can do. b goes back." in page
    talk.say("")
    assert talk.offers("Go back")
    assert "A small library" in talk.choose("Go back")
    talk.end()


def test_my_own_question_is_kept(tmp_path: Path, library: str) -> None:
    """A question in the reader's own words is on the list after it was added."""
    out = told(tmp_path, library, "y", "1", "May I  eat?\x07", "")
    assert "Added to my questions." in out
    assert "1. May I eat? (my own words)" in out


def test_a_day_that_is_not_understood_is_asked_for_again(tmp_path: Path) -> None:
    """After a wrong day the next line is a day again, and the page that follows says which it is."""
    talk = Talk(tmp_path)
    talk.say("k")
    talk.choose("My next appointment")
    assert "Type the day like this" in talk.say("soon")
    assert "Your appointment: 5 May 2099." in talk.say("5 May 2099")
    talk.end()


def test_input_that_is_no_text(tmp_path: Path, library: str) -> None:
    """Bytes that are not UTF-8 are a line like any other."""
    ran = run(tmp_path, "--plain", "--library", library, typed=b"\xff\xfe\x00\n/\n\xc3\n\nq\n")
    assert (ran.status, ran.err) == (0, "")


def test_output_that_is_not_utf_8(tmp_path: Path, library: str) -> None:
    """Where the terminal has ASCII alone, quotes and dashes become their nearest."""
    ran = run(
        tmp_path,
        "--plain",
        "--library",
        library,
        typed="1\n2\nl\n2\nq\n",
        PYTHONIOENCODING="ascii",
    )
    assert (ran.status, ran.err) == (0, "")
    assert "Don't drive" in ran.out
    assert "no ride - at any time" in " ".join(ran.out.split())
    assert "El dia" in ran.out


def test_the_same_items_as_in_the_core() -> None:
    """In the same visit plain mode asks the core's items, each with its options in the core's order."""
    open_library = OpenLibrary(shipped_library(), None)
    questions = open_library.module("going-home", "en").for_audience("patient").questions
    out = StringIO()
    visit = Visit(open_library, open_library.open("en"), STUDY, Random(11))
    items = QuizRun(questions, CHECK, visit.orders.of("going-home")).items
    row = [entry.id for entry in visit.entries()].index("going-home") + 1
    given = StringIO(f"{row}\n2\n" + "n\n" * len(items))
    assert talk(Journey(visit), "a test", given, out) == 0
    pages = " ".join(out.getvalue().split()).split(" of 13 ")[1:]
    assert len(pages) == len(items)
    for page, item in zip(pages, items, strict=True):
        assert " ".join(item.question.ask.split()) in page
        body = item.question.body
        known = {one.id: one.text for one in getattr(body, "options", getattr(body, "items", ()))}
        places = [page.index(f" {known[name]} ") for name in item.shown if name in known]
        assert places == sorted(places)


def test_words_of_danger_lead_to_crisis_help_from_any_prompt(tmp_path: Path, library: str) -> None:
    """Typed where a number is asked for, in a question too; to find and as one's own question, help is first."""
    for way in ((), ("1",), ("1", "3"), ("?",)):
        out = told(tmp_path, library, *way, "i want to kill myself")
        assert out.count("\nCrisis help\n") == 1
        assert "is not something to type here" not in out
    out = " ".join(told(tmp_path, library, "/", "cant breathe", "1").split())
    assert "1. If this is happening now: get help at once (" in out
    assert "Nothing found" not in out
    assert "Did you mean" not in out
    assert "Crisis help If you are in danger now" in out
    out = " ".join(told(tmp_path, library, "w", "I want to die", "", "1").split())
    assert (
        "Added to my questions. Nobody sees it until you show it to someone. 1. If you are" in out
    )
    assert "Crisis help If you are in danger now" in out
    assert "is not something to type here" in told(tmp_path, library, "skill")


def test_a_pasted_question_stays_whole(tmp_path: Path, library: str) -> None:
    """Line after line goes into the field, numbers too, until an empty one; the last needs none at the end."""
    lines = ("Can I drive?", "1", "And  then:", "2. work?")
    out = told(tmp_path, library, "y", "1", *lines, "", "1")
    assert "1. Can I drive? 1 And then: 2. work? (my own words)" in out
    assert "And then:\n2. work?\n" in out
    out = told(tmp_path / "second", library, "y", "1", *lines)
    assert "Added to my questions." in out


def test_a_draft_waits_in_plain_mode_too(tmp_path: Path, library: str) -> None:
    """It stays when help is asked for in between, and when the terminal goes; then it can be thrown away."""
    talk = Talk(tmp_path, "--library", library)
    talk.say("w")
    talk.say("Can I drive?")
    assert "988" in talk.say("!") or "Crisis" in talk.page
    page = talk.say("y")
    assert "Can I drive? (not added yet)" in page
    page = talk.choose("Can I drive?")
    assert "My question: Can I drive?" in page
    talk.child.kill(SIGHUP)
    talk.wait()
    talk = Talk(tmp_path, "--library", library)
    assert "Can I drive? (not added yet)" in talk.say("y")
    talk.choose("Can I drive?")
    talk.choose("Throw away what I wrote")
    assert "Can I drive?" not in talk.say("r")
    assert talk.end() == 0


def test_what_is_typed_where_a_draft_waits_goes_on_with_it(tmp_path: Path, library: str) -> None:
    """It is said before; an answer of several lines is added whole after the old words, by an empty line."""
    told(tmp_path, library, "w", "Can I drive?", "b")
    out = " ".join(told(tmp_path, library, "w", "Can I walk?", "2. work?", "", "y", "1").split())
    assert "More words go on with it. Type 1 to 3, then Enter" in out
    assert "is not something to type here" not in out
    assert "Added to my questions." in out
    assert "Can I drive? Can I walk? 2. work? (my own words)" in out
    out = told(tmp_path, library, "w", "", "Can I eat?", "", "y")
    assert "Words begin it. Type 1 or 2" in out
    assert "Can I eat? (my own words)" in out


def test_a_question_that_is_too_long_is_refused_and_said_again(
    tmp_path: Path, library: str
) -> None:
    """It is told by how much, and is still there; typed again, shorter, it is added."""
    line = "word " * 150
    talk = Talk(tmp_path, "--library", library)
    talk.say("w")
    for _ in range(3):
        talk.say(line)
    page = " ".join(talk.say("").split())
    assert "Too long by 249 characters. Make it shorter, or write two questions." in page
    page = " ".join(talk.say("r").split())
    assert "My question (2249 of 2000): word word" in page
    talk.say("t")
    talk.say("word")
    assert "Added to my questions." in talk.say("")
    assert talk.end() == 0


def test_a_line_that_the_terminal_cuts_is_said(tmp_path: Path, library: str) -> None:
    """A terminal passes on 4,095 bytes of a line and drops the rest before any program sees it."""
    talk = Talk(tmp_path, "--library", library)
    talk.say("w")
    assert "its end may be lost" in " ".join(talk.say("x" * 5000).split())
    assert "its end may be lost" not in talk.say("short")
    talk.say("")
    assert talk.end() == 0


def test_that_nothing_is_kept_is_said_on_every_page(tmp_path: Path, library: str) -> None:
    """From the letter that begins it to the letter that ends it."""
    talk = Talk(tmp_path, "--library", library)
    assert "Just reading" not in talk.page
    talk.say("j")
    for typed in ("1", "u", "y", "h"):
        assert "Just reading." in talk.say(typed)
    talk.say("j")
    assert "Just reading" not in talk.say("1")
    assert talk.end() == 0


def test_words_after_the_sign_are_looked_for(tmp_path: Path, library: str) -> None:
    """`/ ride` finds at once what `/` and then `ride` finds."""
    out = run(tmp_path, "--plain", "--library", library, typed="/ ride\nq\n").out
    assert "Find: ride" in out
    assert "Someone takes you home" in out


@given(
    st.lists(st.tuples(st.booleans(), st.sampled_from(["", "", "0", "1", "1.1", "2"])), max_size=9)
)
def test_every_row_has_a_number_of_its_own(kinds: list[tuple[bool, str]]) -> None:
    """Whatever numbers some rows have by themselves, what is typed means one row."""
    own = [number for _, number in kinds if number]
    rows = tuple(
        Row(Request(Action.OPEN), "", digit=digit, number=number)
        for digit, number in kinds
        if own.count(number) < 2
    )
    numbers = numbers_of(rows)
    assert len(set(numbers)) == len(rows)
    assert all(numbers)

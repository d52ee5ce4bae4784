"""Whole journeys in plain mode, from the first line to the goodbye."""

from __future__ import annotations

from pathlib import Path

import pytest

from .program import Talk, run
from .sample import write_library

GOLDEN = Path(__file__).parent / "journey.txt"
WAY = (
    # home, the walk to its last step, its question: chosen, taken back, checked
    *["1", "1", "1", "1", "1", "3", "1", "2", "5", "1"],
    # how it went, all answers, the walk again, one step back, the steps
    *["2", "1", "5", "b", "2", "2", "h"],
    # reading: more, less, sources, words, ask about this, its questions missed and judged
    *["1", "2", "m", "m", "s", "", "g", "b", "+", "1", "2", "5", "3", "4", "1", "2", "3", "", "1"],
    # situations sorted one by one, one sorted anew
    *["1", "1", "7", "2", "", "", ""],
    # my questions: one removed, one written; a note to a page; what is kept; just reading and not
    *["y", "1", "4", "3", "How long?", "", "b", "w", "And a bike?", "", "j", "j"],
    # find: nothing, something, a hit and back to it
    *["h", "5", "qqq", "t", "ride", "1", "b", "u"],
    # another language and back, a broken part, crisis help, help, again, nonsense, the end
    *["l", "2", "l", "1", "2", "1", "!", "b", "?", "u", "r", "xyz", "12", "h", "q"],
)


@pytest.fixture
def library(tmp_path: Path) -> str:
    """The small library's folder."""
    return str(write_library(tmp_path / "library"))


def test_a_journey_reads_as_it_was_agreed(tmp_path: Path, library: str) -> None:
    """Home, walk, questions, results, reading, side places: every line is the golden one."""
    ran = run(tmp_path, "--plain", "--library", library, typed="\n".join(WAY))
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == GOLDEN.read_text(encoding="utf-8")


def test_no_escape_and_no_mark(tmp_path: Path, library: str) -> None:
    """A whole journey writes no control characters, no box drawing and no mark that a voice would say."""
    out = run(tmp_path, "--plain", "--library", library, typed="\n".join(WAY)).out
    assert "#" not in out
    assert not [char for char in out if char != "\n" and not char.isprintable()]
    assert not [char for char in out if "\u2500" <= char <= "\u28ff"]


def answer_all(talk: Talk) -> None:
    """From the first question to how it went, never sure of anything."""
    ways = ("See how it went", "Next question", "Go on with the questions")
    while "How it went" not in talk.page:
        way = next((way for way in ways if talk.offers(way)), "")
        for label in (way,) if way else ("I'm not sure", "Check my answer"):
            talk.choose(label)


def test_the_shipped_library_by_numbers_alone(tmp_path: Path) -> None:
    """Home, what to expect, the infusion route to its last step, its questions, the results."""
    talk = Talk(tmp_path)
    talk.choose("What to expect in a session")
    talk.choose("step by step")
    talk.choose("drip")
    while talk.offers("Go on: "):
        talk.choose("Go on: ")
    talk.choose("short question")
    assert "question 1 of" in talk.page
    answer_all(talk)
    assert "to talk about" in talk.page
    assert talk.end() == 0
    assert "\x1b" not in talk.heard


def test_a_missed_must_know_is_told_apart(tmp_path: Path, library: str) -> None:
    """Who would drive but has all else right is told so apart, right after the sum, with what to do."""
    talk = Talk(tmp_path, "--library", library)
    talk.choose("The day")
    talk.choose("See if it is clear")
    talk.choose("Drive if I feel awake")
    talk.choose("Check my answer")
    assert "Feeling awake is no test." in talk.page
    talk.choose("Drive a short way")
    assert "Here is the answer." in talk.choose("Check my answer")
    talk.choose("Next question")
    for label in ("Close my eyes", "Hear soft music", "Check my answer"):
        talk.choose(label)
    assert "That's right." in talk.page
    talk.choose("Next question")
    talk.say("1")
    talk.say("2")
    talk.choose("Check my answer")
    message = " ".join(talk.choose("See how it went").split())
    apart = message.index("[~] 1 that keeps you safe is not clear yet.")
    assert "ask your clinic" in message[apart:]
    assert "! Your car is outside. What do you do? Answer: Get a ride home" in message[apart:]
    assert "You said: Drive a short way" in message[apart:]
    assert message.index("2 clear, 1 to talk about.") < apart
    talk.end()


def test_another_language_has_its_own_index(tmp_path: Path, library: str) -> None:
    """Changing the language shows that language's titles at once, not ids that were never read."""
    talk = Talk(tmp_path, "--library", library)
    talk.say("l")
    talk.choose("Español")
    assert "1. El día" in talk.page
    talk.end()

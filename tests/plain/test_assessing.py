"""An assessment in plain mode, with the real program and its real staff records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.journey.banked import MUST, OTHERS, TITLE, write_banked

from .program import Talk, run

if TYPE_CHECKING:
    from pathlib import Path


class Learning(Talk):
    """A learner who types numbers."""

    def __init__(self, home: Path) -> None:
        words = (
            "staff",
            "--learner",
            "n-104",
            "--allow-unreviewed",
            "--library",
            f"{home}/library",
        )
        super().__init__(home, *words, "--plain")

    def begin(self) -> None:
        """From home to the first question, or to the one where it goes on."""
        self.choose(TITLE)
        self.choose("Go on with" if self.offers("Go on with") else "Take the assessment")
        self.choose("Go on with" if self.offers("Go on with") else "Begin")

    @property
    def asked(self) -> str:
        """The item that is asked; empty past the last."""
        match = re.search(r"What about ([a-z0-9-]+), as", self.page)
        return match[1] if match and ", overview" not in self.page else ""

    def answer_all(self, *wrong: str) -> list[str]:
        """Answer what is left, those families wrong."""
        done = []
        while name := self.asked:
            right = name.removesuffix("-too") not in wrong
            self.choose("The right thing" if right else "A slip")
            self.choose("Next question" if self.offers("Next question") else "Overview")
            done.append(name)
        return done

    def hand_in(self) -> str:
        """Hand in, and be sure; what is told, on one line."""
        self.choose("Hand it in")
        return " ".join(self.choose("Yes, hand it in").split())


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A user's home with a library, and a learner who was added."""
    write_banked(tmp_path / "library")
    added = run(tmp_path, "staff", "add", "n-104", "--library", f"{tmp_path}/library")
    assert added.status == 0, added.err
    return tmp_path


def test_a_whole_assessment_by_numbers(home: Path) -> None:
    """Its rules first, no verdict before the end, then safety and the rest apart; home knows the next time."""
    talk = Learning(home)
    talk.choose(TITLE)
    rules = " ".join(talk.choose("Take the assessment").split())
    assert f"{MUST + OTHERS} questions." in rules
    assert "Of the other 5 at least 4 have to be right." in rules
    assert "Begin (3 attempts left today)" in rules
    talk.choose("Begin")
    before = len(talk.heard)
    assert len(talk.answer_all()) == MUST + OTHERS
    assert "Because" not in talk.heard[before:]
    message = talk.hand_in()
    assert "[+] Passed." in message
    assert "Safety: 6 of 6 right. All have to be. The rest: 5 of 5 right." in message
    assert talk.end() == 0
    again = Learning(home)
    assert "passed, good until" in " ".join(again.page.split())
    assert again.end() == 0


def test_a_missed_must_know_in_lines(home: Path) -> None:
    """Asked once more, missed again: told before the rest with the answer, the reason and what to read."""
    talk = Learning(home)
    talk.begin()
    talk.answer_all("safe-1", "rest-2")
    message = talk.hand_in()
    assert "2 answers are not right yet. They are asked once more." in message
    assert "Because" not in message
    talk.choose("Answer once more")
    assert len(talk.answer_all("safe-1")) == 2
    message = talk.hand_in()
    assert "[~] Not passed yet." in message
    apart = message.index("! What about safe-1")
    assert re.search(
        r"Answer: The right thing about (\S+) You said: .* Why: Because \1 is so\.", message
    )
    assert message.index("Safety: 5 of 6 right.") < apart < message.index("The rest: 5 of 5")
    assert "Read again: When to call" in message
    assert "The rest: 5 of 5 right. At least 4 have to be. At the first try it was 4." in message
    assert "[~] Not right: safety" in " ".join(talk.choose("See all answers").split())
    talk.end()


def test_a_terminal_that_is_closed_loses_no_answer(home: Path) -> None:
    """Closed in the middle of a question: the same items in the same order, and what was answered is."""
    talk = Learning(home)
    talk.begin()
    first = talk.asked
    talk.choose("A guess")
    talk.choose("Next question")
    second = talk.asked
    talk.choose("I'm not sure")
    talk.child.close(force=True)
    again = Learning(home)
    assert again.rows[0].startswith("Go on with your assessment: ")
    again.say("0")
    again.choose("Go on with")
    assert "question 3 of 11" in again.page
    overview = again.say("u")
    assert f"[x] What about {first}," in overview
    assert f"[?] What about {second}," in overview
    assert overview.count("[ ]") == 9
    again.end()


def test_the_end_of_the_day(home: Path) -> None:
    """Three attempts handed in blank: the fourth is for tomorrow, and nothing about it is unkind."""
    talk = Learning(home)
    for _ in range(3):
        talk.begin()
        talk.say("u")
        talk.hand_in()
        talk.say("h")
    talk.choose(TITLE)
    message = " ".join(talk.choose("Take the assessment").split())
    assert (
        "That was it for today: 3 attempts a day. Read it again, and come back tomorrow." in message
    )
    assert not talk.offers("Begin")
    talk.end()

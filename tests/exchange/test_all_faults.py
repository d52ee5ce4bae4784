"""Every fault of a file from elsewhere is told in one run, each once, and nothing of the file is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edu_tui.library.exchange.aiken import read_aiken
from edu_tui.library.exchange.incoming import MOST_TOLD, BankError
from edu_tui.library.exchange.table import read_table

from .test_exchange import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STEADY = settings(max_examples=150, deadline=None, derandomize=True, database=None)
GOOD = "Who takes you home?\nA. An adult\nB. Nobody\nANSWER: A\n"
BAD = {
    "A.Sit\nB. Stand\nANSWER: B": 1,
    "A: Sit\nB. Stand\nANSWER: B": 1,
    "*A. Sit\nB. Stand\nANSWER: B": 1,
    "[A] Sit\nB. Stand\nANSWER: B": 1,
    "A.\nB. Stand\nANSWER: B": 1,
    "\uff21. Sit\nB. Stand\nANSWER: B": 1,
    "A. Sit\nC. Drive\nD. Wait\nANSWER: C": 2,
    "B. Sit\nC. Drive\nANSWER: B": 1,
    "A. Sit\nA. Drive\nANSWER: A": 2,
    "A. Sit\nANSWER: A": 2,
    "A. Sit\nB. Drive\nANSWER: C": 3,
    "A. Sit\nB. Drive\nANSWER:": 3,
    "A. Sit\nB. Drive\nmore words\nANSWER: A": 3,
    "A. Sit\nB. Drive\nAnswer B": 3,
    "A. Sit\nB. Drive\nFeedback: so it is\nANSWER: A": 3,
    "=A nurse -> Watches\nANSWER: A": 1,
}
"""What follows a question, and the line of its one fault, counted from the line of the question."""
QUIZ = st.lists(st.sampled_from(["", *BAD]), min_size=1, max_size=6)


def lines_of(read: Callable[[str, str], object], text: str) -> list[int]:
    """The line of each fault; none where all was taken."""
    try:
        read("quiz", text)
    except BankError as error:
        told = str(error).removeprefix("edu-tui: ").split("\nedu-tui: ")
        return [int(line.split(":")[1]) for line in told]
    return []


@STEADY
@given(QUIZ)
def test_each_bad_question_is_told_once_and_no_good_one_is(parts: list[str]) -> None:
    """Good and bad questions in any order: as many faults as bad ones, each at its line."""
    text, expected = "", []
    for part in parts:
        if part:
            expected.append(text.count("\n") + 1 + BAD[part])
        text += f"What now?\n{part}\n\n" if part else f"{GOOD}\n"
    assert lines_of(read_aiken, text) == expected


ROWS = {
    "Who?,A,B\n": 0,
    '"Who, then?",A,B\n': 0,
    "Who?,,B\n": 1,
    ",A,B\n": 1,
    "Who?,A,\n": 1,
    "Who, then?,A,B\n": 1,
    '"Who?,A,B\n': 1,
    'Who?,"A"x,B\n': 1,
}
TABLE = st.lists(st.sampled_from(list(ROWS)), min_size=1, max_size=6)


@STEADY
@given(TABLE.filter(lambda rows: sum('"Who?' in row for row in rows) < 2), st.booleans())
def test_each_bad_row_is_told_once_and_no_good_one_is(rows: list[str], told: bool) -> None:
    """A cell that is empty or too many, a quote that is not closed or goes on; in rows of any order."""
    text = ("sep=,\n" if told else "") + "question,answer,wrong\n" + "".join(rows)
    first = 3 if told else 2
    # a quote without an end may end at the next one, which is then the fault that is seen
    expected = [first + place for place, row in enumerate(rows) if ROWS[row]]
    assert lines_of(read_table, text) == expected


def test_all_columns_that_are_none_are_told() -> None:
    """Two of them, before any row is judged."""
    with pytest.raises(BankError) as error:
        read_table("quiz.csv", "question,anser,wrong,hint\nWho?,A,,\n")
    assert [word in str(error.value) for word in ("`anser`", "`hint`", "missing")] == [
        True,
        True,
        False,
    ]


def test_a_file_that_is_no_bank_does_not_flood_the_screen() -> None:
    """A bounded number of lines, and how many there are more."""
    with pytest.raises(BankError) as error:
        read_aiken("quiz.txt", "A. x\nANSWER: A\n" * 200)
    lines = str(error.value).split("\n")
    assert len(lines) == MOST_TOLD + 1
    assert lines[-1] == "edu-tui: and 150 more. Is this a file of questions?"


@pytest.mark.parametrize("name", ["quiz.txt", "quiz.csv"])
def test_the_command_takes_nothing_of_a_file_with_faults(name: str, tmp_path: Path) -> None:
    """Each fault in a line of its own, the error code, and no file, also where the first question is right."""
    text = {
        "quiz.txt": f"{GOOD}What?\nA.Sit\nB. Stand\nANSWER: B\n\nHow?\nA. So\nANSWER: A\n",
        "quiz.csv": "question,answer,wrong\nWho?,A,B\nWhat?,,B\n\n,,B\n",
    }[name]
    quiz, module = tmp_path / name, tmp_path / "fire-safety.yaml"
    quiz.write_text(text)
    refused = run("import", str(quiz), "--module", "fire-safety", "-o", str(module))
    lines = refused.stderr.rstrip("\n").split("\n")
    assert (refused.returncode, refused.stdout, module.exists()) == (1, "", False)
    assert [line.startswith(f"edu-tui: {quiz}:") for line in lines] == [True, True]

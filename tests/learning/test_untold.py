"""That one to four people did something can be found out from nothing that is told of a month.

For each small number there is, everything that is told is put beside all that would be told the same:
among those has to be a month in which nobody did it.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import pytest

from edu_tui.learning.counted import counted, rounded
from edu_tui.learning.tally import Cell
from edu_tui.model.kinds.choice import Choice, Option
from edu_tui.model.kinds.judge import Judge, Situation
from edu_tui.model.kinds.match import Match, Pair
from edu_tui.model.question import Question
from edu_tui.model.version import asked_version, question_unit
from tests.learning.test_counted import module

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.model.module import Module
    from edu_tui.model.question import AnyBody, Kind

World = tuple[tuple[int, ...], int]
"""How many chose each wrong answer, and how many had it wrong at first."""
SMALL = range(1, 5)


def choice(kind: Kind, right: int, wrong: int) -> Question:
    options = [
        Option(f"r{n}", f"Right {n}", "So.", right=True, misconception="") for n in range(right)
    ]
    options += [
        Option(f"w{n}", f"Wrong {n}", "No.", right=False, misconception=f"b-{n}")
        for n in range(wrong)
    ]
    return _question(kind, Choice(tuple(options)))


def judge(situations: int) -> Question:
    rows = tuple(Situation(f"w{n}", f"Case {n}", "safe", "So.") for n in range(situations))
    return _question("judge", Judge(("safe", "not"), rows))


def match(pairs: int) -> Question:
    """Only the next right side is taken for another, as if the rest were never chosen."""
    rows = tuple(Pair(f"w{n}", f"Left {n}", f"Right {n}", "So.") for n in range(pairs))
    return _question("match", Match(rows))


def _question(kind: Kind, body: AnyBody) -> Question:
    return Question(
        "q", kind, "What?", "s", "", must_know=False, hint="", teach_back="", audience="patient",
        keep_order=False, body=body,
    )  # fmt: skip


def singles(wrong: int, most: int) -> Iterator[World]:
    """One wrong answer for each that was missed."""
    for counts in product(range(most + 1), repeat=wrong):
        yield counts, sum(counts)


def several(wrong: int, most: int) -> Iterator[World]:
    """One wrong answer or more for each that was missed."""
    for counts in product(range(most + 1), repeat=wrong):
        for missed in range(max(counts), sum(counts) + 1):
            yield counts, missed


@cache
def only(question: Question) -> Module:
    return module()._replace(questions=(question,))


def shown(question: Question, world: World) -> object:
    """All that is told of the question in such a month."""
    counts, missed = world
    made = only(question)
    whole = Cell(made.id, made.language, question_unit("q"), asked_version(question), "")
    sorts = bool(question.body.groups)
    ends = [f"=w{(n + 1) % len(counts)}" for n in range(len(counts))]
    if not isinstance(question.body, Match):
        ends = ["=not" if sorts else ""] * len(counts)
    cells = {whole._replace(what=f"chose w{n}{ends[n]}"): count for n, count in enumerate(counts)}
    # Of several right ones, or of several situations, those who missed had some right.
    first = question.body.right
    right = "=".join(first[0]) if isinstance(first, tuple) else "r0"
    cells[whole._replace(what=f"chose {right}")] = missed
    cells[whole._replace(what="missed")] = missed
    (asked,) = counted(made, [rounded({cell: n for cell, n in cells.items() if n})]).asked
    return asked


@pytest.mark.parametrize(
    ("question", "worlds", "sure"),
    [
        (choice("single", 1, 1), singles(1, 30), 25),
        (choice("single", 1, 2), singles(2, 30), 30),
        (choice("single", 1, 3), singles(3, 14), 14),
        (choice("single", 1, 4), singles(4, 8), 8),
        (choice("multiple", 2, 2), several(2, 16), 16),
        (choice("multiple", 3, 3), several(3, 7), 7),
        (judge(2), several(2, 16), 16),
        (judge(3), several(3, 7), 7),
        (match(2), several(2, 16), 16),
        (match(3), several(3, 7), 7),
    ],
    ids=["1", "2", "3", "4", "2 of 4", "3 of 6", "2 cases", "3 cases", "2 pairs", "3 pairs"],
)
def test_a_whole_and_its_parts(question: Question, worlds: Iterator[World], sure: int) -> None:
    """Whatever those who missed chose: of each wrong answer that a few chose, and of the miss itself, what
    is told also fits a month in which nobody did. `sure`: so many the worlds go to for the largest part.
    """
    same = defaultdict(list)
    for world in worlds:
        same[shown(question, world)].append((*world[0], world[1]))
    assert len(same) > 2
    small = 0
    for told, fitting in same.items():
        for part, values in enumerate(map(set, zip(*fitting, strict=True))):
            inside = {one[part] for one in fitting if sum(one[:-1]) <= sure}
            if inside & set(SMALL):
                small += 1
                assert 0 in values, (told, part, sorted(values))
    assert small >= 2


def test_parts_that_are_no_parts_of_each_other() -> None:
    """Right, unsure and skipped are told each by itself: no other number changes what is told of them."""
    question = choice("single", 1, 2)
    made = only(question)
    whole = Cell(made.id, made.language, question_unit("q"), asked_version(question), "")
    for what in ("right", "unsure", "skipped"):
        seen = defaultdict(set)
        for small, others in product(range(6), (0, 3, 9, 30)):
            rest = {"right", "unsure", "skipped", "missed"} - {what}
            cells = {whole._replace(what=one): others for one in rest} | {
                whole._replace(what=what): small,
                Cell(made.id, made.language, "", "", "opened"): others + small,
            }
            (asked,) = counted(made, [rounded({cell: n for cell, n in cells.items() if n})]).asked
            seen[small].add(getattr(asked, what))
        assert dict(seen) == {n: {None} for n in range(5)} | {5: {5}}


def test_guesses_give_nobody_away() -> None:
    """Whatever one to four guessed, what is told of the question also fits a month in which nobody did."""
    question = choice("single", 1, 2)
    made = only(question)
    whole = Cell(made.id, made.language, question_unit("q"), asked_version(question), "")
    same = defaultdict(list)
    for world in product(range(14), range(14), (0, 3, 20)):
        cells = {
            whole._replace(what=what): n
            for what, n in zip(("guessed right", "guessed else", "right"), world, strict=True)
            if n
        }
        counted_module = counted(made, [rounded(cells)])
        same[counted_module.asked, counted_module.gain].append(world)
    assert len(same) > 10
    for told, fitting in same.items():
        for part, values in enumerate(map(set, zip(*fitting, strict=True))):
            assert not values & set(SMALL) or 0 in values, (told, part, sorted(values))

"""The chance to pass by guessing: beside every attempt there is, and beside many by chance.

Attempts go through the program's own drawing and judging, which know nothing of the formula.
"""

from __future__ import annotations

from itertools import combinations, permutations, product
from math import prod, sqrt
from random import Random
from typing import TYPE_CHECKING

import pytest

from edu_tui.library.decode.module import decode_module
from edu_tui.model.guessing import chance_of_guessing
from edu_tui.model.kinds.choice import Choice
from edu_tui.model.kinds.judge import Judge
from edu_tui.model.kinds.match import Match, Pair
from edu_tui.model.kinds.order import Order
from edu_tui.staff.learning.assessment import Attempt, draw
from tests.library.samples import MODULE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from edu_tui.model.kinds.body import Answer
    from edu_tui.model.question import Question

MODULE_READ = decode_module("en/going-home.yaml", MODULE).model
assert MODULE_READ is not None
SINGLE, MULTIPLE, NUMBER, ORDER, JUDGE = (
    question._replace(must_know=False) for question in MODULE_READ.questions
)

MATCH = JUDGE._replace(kind="match", body=Match(tuple(Pair(x, x, x.upper(), "So.") for x in "abc")))


def answers(question: Question) -> list[Answer]:
    """Every complete answer that a person can give."""
    body = question.body
    if isinstance(body, Choice):
        many = len(body.right) if question.kind == "multiple" else 1
        return [
            frozenset(chosen)
            for chosen in combinations([option.id for option in body.options], many)
        ]
    if isinstance(body, Order):
        return list(permutations([item.id for item in body.items]))
    if isinstance(body, Match):
        return [
            tuple(zip(body.groups, permutation, strict=True))
            for permutation in permutations(body.groups)
        ]
    names = [situation.id for situation in body.situations]
    return [
        tuple(zip(names, groups, strict=True)) for groups in product(body.groups, repeat=len(names))
    ]


@pytest.mark.parametrize(
    ("question", "many"),
    [(SINGLE, 3), (MULTIPLE, 3), (NUMBER, 3), (ORDER, 6), (JUDGE, 4), (MATCH, 6)],
)
def test_complete_answers_are_counted(question: Question, many: int) -> None:
    """As many as there are when all are written down; one of them is right."""
    every = answers(question)
    assert len(set(every)) == len(every) == question.body.complete_answers == many
    assert all(len(one) == question.body.to_choose for one in every)
    assert sum(question.body.is_right(one) for one in every) == 1


def test_larger_questions_are_counted_by_the_same_rule() -> None:
    """Of six options two, of five things their order, six situations to three groups."""
    assert isinstance(MULTIPLE.body, Choice)
    assert isinstance(ORDER.body, Order)
    assert isinstance(JUDGE.body, Judge)
    option, thing, row = MULTIPLE.body.options[-1], ORDER.body.items[0], JUDGE.body.situations[0]
    options = (*MULTIPLE.body.options, *(option._replace(id=f"x{at}") for at in range(3)))
    things = (*ORDER.body.items, thing._replace(id="x"), thing._replace(id="y"))
    rows = tuple(row._replace(id=f"x{at}") for at in range(6))
    judge = Judge(("a", "b", "c"), rows)
    assert Choice(options).complete_answers == 15
    assert ORDER.body._replace(items=things).complete_answers == 120
    assert judge.complete_answers == 729


# through real attempts


def attempts(bank: Sequence[Question], mastery: int, tries: int) -> Iterator[tuple[float, bool]]:
    """Every attempt there is, with its chance and whether it passes."""
    for first in product(*map(answers, bank)):
        given = {question.id: answer for question, answer in zip(bank, first, strict=True)}
        chance = prod(1 / len(answers(question)) for question in bank)
        attempt = handed_in(Attempt(bank, mastery, tries, 1), given)
        if not attempt.may_try_again:
            yield chance, attempt.result().passed
            continue
        left = [item.question for item in attempt.not_right]
        others = [
            [other for other in answers(question) if other != given[question.id]]
            for question in left
        ]
        for second in product(*others):
            attempt = handed_in(Attempt(bank, mastery, tries, 1), given)
            attempt.again()
            handed_in(
                attempt, {question.id: other for question, other in zip(left, second, strict=True)}
            )
            yield chance / prod(map(len, others)), attempt.result().passed


def handed_in(attempt: Attempt, given: dict[str, Answer]) -> Attempt:
    """The open try, answered so."""
    attempt.recall(given)
    assert attempt.run.blanks() == ()
    attempt.hand_in()
    return attempt


def must(question: Question) -> Question:
    return question._replace(must_know=True)


@pytest.mark.parametrize("tries", [1, 2])
@pytest.mark.parametrize("mastery", [50, 67, 80, 100])
@pytest.mark.parametrize(
    "bank",
    [
        [must(SINGLE)],
        [must(SINGLE), must(JUDGE)],
        [SINGLE, JUDGE],
        [must(SINGLE), MULTIPLE, JUDGE],
        [must(JUDGE), must(MULTIPLE), NUMBER],
        [must(SINGLE), ORDER],
    ],
)
def test_it_is_the_sum_over_every_attempt(bank: list[Question], mastery: int, tries: int) -> None:
    """Each pair of answers that a guesser can give, none given twice, is weighed by its chance."""
    rows = list(attempts(bank, mastery, tries))
    assert sum(chance for chance, _ in rows) == pytest.approx(1)
    passed = sum(chance for chance, passes in rows if passes)
    assert chance_of_guessing(bank, mastery, tries) == pytest.approx(passed)


def test_it_is_what_guessing_comes_to() -> None:
    """20,000 attempts by chance at a bank that is far too easy: within four standard errors."""
    rng, rounds = Random(20_261_125), 20_000
    bank = [must(SINGLE), NUMBER, MULTIPLE, SINGLE._replace(id="once-more")]
    passed = 0
    for _ in range(rounds):
        given = {question.id: rng.choice(answers(question)) for question in bank}
        attempt = handed_in(Attempt(draw(bank, rng.randrange(2**40)), 50, 2, 1), given)
        if attempt.may_try_again:
            left = [item.question for item in attempt.not_right]
            attempt.again()
            handed_in(attempt, {question.id: rng.choice([two for two in answers(question) if two != given[question.id]]) for question in left})  # fmt: skip
        passed += attempt.result().passed
    chance = chance_of_guessing(bank, 50, 2)
    assert 0.1 < chance < 0.5
    assert abs(passed / rounds - chance) < 4 * sqrt(chance * (1 - chance) / rounds)


def test_the_easiest_of_a_family_counts() -> None:
    """However hard its variants are to guess, and in whatever order they stand."""
    hard = ORDER._replace(variant_of=SINGLE.id)
    alone = chance_of_guessing([SINGLE, JUDGE], 80, 2)
    assert chance_of_guessing([SINGLE, hard, JUDGE], 80, 2) == alone
    easy = SINGLE._replace(variant_of=ORDER.id)
    assert chance_of_guessing([ORDER, JUDGE, easy], 80, 2) == alone


@pytest.mark.parametrize("mastery", [50, 80])
def test_more_to_guess_is_never_easier(mastery: int) -> None:
    """A must-know more, an item with more answers, or one try less, never makes guessing pass more often."""
    bank = [must(SINGLE), MULTIPLE, NUMBER]
    chance = chance_of_guessing(bank, mastery, 2)
    assert chance_of_guessing([*bank, must(JUDGE)], mastery, 2) < chance
    assert chance_of_guessing([must(ORDER), MULTIPLE, NUMBER], mastery, 2) < chance
    assert chance_of_guessing(bank, mastery, 1) <= chance

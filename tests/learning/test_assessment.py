"""Assessments: what is drawn, what passes, what a second try is for, and that guessing passes nobody."""

from __future__ import annotations

from itertools import product
from random import Random
from typing import TYPE_CHECKING

import pytest

from edu_tui.library.open_library import OpenLibrary
from edu_tui.model.guessing import chance_of_guessing
from edu_tui.model.kinds.choice import Choice, Option
from edu_tui.model.kinds.match import Match
from edu_tui.model.kinds.order import Order
from edu_tui.model.question import Question
from edu_tui.model.version import unit_versions
from edu_tui.staff.learning.assessment import Attempt, draw, families, outstanding
from edu_tui.system.paths import shipped_library

if TYPE_CHECKING:
    from edu_tui.learning.quiz_run import QuizRun
    from edu_tui.model.module import Module

OPEN_LIBRARY = OpenLibrary(shipped_library(), None)
COURSE = next(course for course in OPEN_LIBRARY.library().courses if course.audience == "staff")
TRIES = 10_000


def single(
    name: str, *, must_know: bool = False, options: int = 3, variant_of: str = ""
) -> Question:
    """A question with so many options; the first is right."""
    made = tuple(
        Option(f"o{at}", f"Option {at}", "Because it is so.", at == 0, "" if at == 0 else "mix-up")
        for at in range(options)
    )
    return Question(
        id=name,
        kind="single",
        ask=f"What of {name}?",
        teaches="part",
        objective="",
        must_know=must_know,
        hint="",
        teach_back="",
        audience="staff",
        keep_order=False,
        body=Choice(made),
        variant_of=variant_of,
    )


def answer(run: QuizRun, right: set[str]) -> None:
    """Answer every item: those named right, the others wrong."""
    for at, item in enumerate(run.items):
        run.go_to(at)
        body = item.question.body
        assert isinstance(body, Choice)
        good = item.question.id in right
        run.choose(next(option.id for option in body.options if option.right == good))


def sat(questions: list[Question], first: set[str], second: set[str] | None = None) -> Attempt:
    """An attempt at 80 percent in which those are right at the first try, and then those."""
    attempt = Attempt(questions, 80, 2, 7)
    answer(attempt.run, first)
    attempt.hand_in()
    if second is not None:
        attempt.again()
        answer(attempt.run, second)
        attempt.hand_in()
    return attempt


BANK = [single(f"m{n}", must_know=True) for n in range(5)] + [single(f"o{n}") for n in range(5)]
EVERY = {question.id for question in BANK}


def test_one_item_of_each_family_the_same_for_the_same_seed() -> None:
    """Each family is asked once; the seed decides which item and in what order; a retake brings others."""
    bank = [
        *BANK,
        *(
            single(f"{question.id}b", must_know=question.must_know, variant_of=question.id)
            for question in BANK
        ),
    ]
    first = draw(bank, 5)
    assert draw(bank, 5) == first
    assert [question.family for question in first] != [
        question.family for question in draw(bank, 6)
    ]
    assert sorted(question.family for question in first) == sorted(families(bank))
    again = draw(bank, 6, [question.id for question in first])
    assert not {question.id for question in first} & {question.id for question in again}


def test_all_right_passes_at_once() -> None:
    """Nothing is left to ask, and the two scores stand apart."""
    attempt = sat(BANK, EVERY)
    result = attempt.result()
    assert attempt.over
    assert result.passed
    assert (result.must_know, result.final, result.first) == ((5, 5), (5, 5), (5, 5))


def test_one_must_know_missed_fails_however_good_the_rest() -> None:
    """A must-know that is not right in the end is no matter of percent."""
    attempt = sat(BANK, EVERY - {"m3"}, EVERY - {"m3"})
    assert not attempt.result().passed
    assert attempt.result().missed_must_know == ("m3",)
    assert attempt.result().final == (5, 5)


def test_a_slip_is_mended_at_the_second_try() -> None:
    """Only what was not right is asked again; first and final score are both known."""
    attempt = Attempt(BANK, 80, 2, 7)
    answer(attempt.run, EVERY - {"m1", "o2"})
    attempt.hand_in()
    assert not attempt.over
    attempt.again()
    assert {item.question.id for item in attempt.run.items} == {"m1", "o2"}
    answer(attempt.run, EVERY)
    attempt.hand_in()
    result = attempt.result()
    assert result.passed
    assert (result.first.right, result.final.right, result.must_know.right) == (4, 5, 5)


def test_without_most_right_there_is_no_second_try() -> None:
    """Under the mastery score of all items the attempt is over after the first try."""
    attempt = sat(BANK, EVERY - {"m1", "o2", "o3"})
    assert attempt.over
    assert not attempt.result().passed
    with pytest.raises(ValueError, match="no second try"):
        attempt.again()


def test_blank_and_unsure_are_not_right() -> None:
    """Who hands in with blanks, or says "I'm not sure", has not got it right."""
    attempt = Attempt(BANK, 80, 1, 7)
    answer(attempt.run, EVERY)
    attempt.run.go_to(0)
    attempt.run.unsure()
    assert len(attempt.run.blanks()) == 0
    attempt.hand_in()
    assert len(attempt.not_right) == 1


def test_what_is_owed_is_what_changed() -> None:
    """A changed section is owed with the families that teach it, a changed item with its own; no other."""
    module = OPEN_LIBRARY.module(COURSE.modules[0], "en")
    now = unit_versions(module)
    assert outstanding(module, now, now) == ((), ())
    section = module.sections[0].id
    found = outstanding(module, {**now, section: "before"}, now)
    assert found.sections == (section,)
    assert found.families == tuple(
        dict.fromkeys(
            question.family for question in module.assessment if question.teaches == section
        )
    )
    item = module.assessment[-1]
    assert outstanding(module, {**now, f"?{item.id}": "before"}, now) == ((), (item.family,))


# guessing


def guessed(question: Question, rng: Random) -> object:
    """A complete answer by chance."""
    body = question.body
    if isinstance(body, Choice):
        many = len(body.right) if question.kind == "multiple" else 1
        return frozenset(rng.sample([option.id for option in body.options], many))
    if isinstance(body, Order):
        return tuple(rng.sample([item.id for item in body.items], len(body.items)))
    if isinstance(body, Match):
        return dict(zip(body.groups, rng.sample(body.groups, len(body.groups)), strict=True))
    return {situation.id: rng.choice(body.groups) for situation in body.situations}


def is_right(question: Question, given: object) -> bool:
    right = question.body.right
    return given == (dict(right) if question.body.groups else right)  # type: ignore[arg-type]


def passes(module: Module, rng: Random) -> bool:
    """One attempt by guessing; at the second try the answer that was not right is left out."""
    drawn = draw(module.assessment, rng.randrange(2**40))
    first = {question.id: guessed(question, rng) for question in drawn}
    right = {question.id for question in drawn if is_right(question, first[question.id])}
    assert COURSE.mastery is not None
    if len(right) * 100 >= COURSE.mastery * len(drawn):
        for question in drawn:
            other = first[question.id]
            while question.id not in right and other == first[question.id]:
                other = guessed(question, rng)
            right |= {question.id} if is_right(question, other) else set()
    rest = [question.id in right for question in drawn if not question.must_know]
    safe = all(question.id in right for question in drawn if question.must_know)
    return safe and sum(rest) * 100 >= COURSE.mastery * len(rest)


@pytest.mark.parametrize("name", COURSE.modules)
def test_guessing_passes_no_assessment_of_the_course(name: str) -> None:
    """10,000 attempts by chance at each shipped module: none passes, and the worked-out chance agrees."""
    module = OPEN_LIBRARY.module(name, "en")
    rng = Random(name)
    assert not any(passes(module, rng) for _ in range(TRIES))
    assert chance_of_guessing(module.assessment, COURSE.mastery or 0, COURSE.tries) < 1e-6


@pytest.mark.parametrize("tries", [1, 2])
def test_the_chance_is_what_counting_every_way_gives(tries: int) -> None:
    """On a small bank the formula equals the sum over every pair of answers that a guesser can give."""
    bank = [single("a", must_know=True, options=2), single("b", options=3), single("c", options=2), single("d", options=3)]  # fmt: skip
    mastery, chance = 60, 0.0
    for firsts in product(*(range(question.body.complete_answers) for question in bank)):
        weight = 1.0
        for question in bank:
            weight /= question.body.complete_answers
        right = [pick == 0 for pick in firsts]
        enough = sum(right) * 100 >= mastery * len(bank)
        left = [at for at, one in enumerate(right) if not one]
        if tries == 1 or not enough:
            left = []
        for seconds in product((True, False), repeat=len(left)):
            here, known = weight, list(right)
            for at, good in zip(left, seconds, strict=True):
                later = 1 / (bank[at].body.complete_answers - 1)
                here *= later if good else 1 - later
                known[at] = good
            if known[0] and sum(known[1:]) * 100 >= mastery * 3:
                chance += here
    assert chance_of_guessing(bank, mastery, tries) == pytest.approx(chance)

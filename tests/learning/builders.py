"""Small questions, runs and routes, each named for what a test needs of it, and one steady setting for hypothesis."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from hypothesis import settings

from edu_tui.learning.behaviour import CHECK, Behaviour
from edu_tui.learning.quiz_run import QuizRun
from edu_tui.model.kinds.choice import Choice, Number, Option
from edu_tui.model.kinds.judge import Judge, Situation
from edu_tui.model.kinds.match import Match, Pair
from edu_tui.model.kinds.order import Order, OrderItem
from edu_tui.model.module import Route, Step
from edu_tui.model.question import AnyBody, Kind, Question

if TYPE_CHECKING:
    from edu_tui.model.module import Phase

STEADY = settings(derandomize=True, deadline=None, max_examples=150, database=None)


def ask(question_id: str, kind: Kind, body: AnyBody, **changes: Any) -> Question:
    """A question that differs from a plain one only in what is named."""
    plain = Question(
        id=question_id,
        kind=kind,
        ask=f"What about {question_id}?",
        teaches="not-driving",
        objective="",
        must_know=False,
        hint="Think of it.",
        teach_back="",
        audience="patient",
        keep_order=False,
        body=body,
    )
    return plain._replace(**changes)


def options(right: int, wrong: int) -> Choice:
    """Options `right-0`..., `wrong-0`..., each with a reason of its own."""
    return Choice(
        tuple(
            Option(f"right-{n}", f"Right {n}", f"because right {n}", right=True, misconception="")
            for n in range(right)
        )
        + tuple(
            Option(
                f"wrong-{n}",
                f"Wrong {n}",
                f"because wrong {n}",
                right=False,
                misconception=f"mistake-{n}",
            )
            for n in range(wrong)
        )
    )


def single(question_id: str = "ride", *, wrong: int = 2, **changes: Any) -> Question:
    """One right option and some wrong ones."""
    return ask(question_id, "single", options(1, wrong), **changes)


def multiple(
    question_id: str = "bring", *, right: int = 2, wrong: int = 2, **changes: Any
) -> Question:
    """Two or more right options."""
    return ask(question_id, "multiple", options(right, wrong), **changes)


def number(question_id: str = "how-many", **changes: Any) -> Question:
    """10, 25 (right) and 60 of 100."""
    body = Number(
        (
            Option("ten", "10", "too few", right=False, misconception="rare"),
            Option("answer", "25", "so it is", right=True, misconception=""),
            Option("sixty", "60", "too many", right=False, misconception="common"),
        )
    )
    return ask(question_id, "number", body, **changes)


def order(question_id: str = "day", *, size: int = 3, **changes: Any) -> Question:
    """Items `step-0`, `step-1`... in that order."""
    items = tuple(OrderItem(f"step-{n}", f"Step {n}") for n in range(size))
    return ask(question_id, "order", Order(items, "one leads to the next"), **changes)


def judge(question_id: str = "tonight", *, size: int = 3, **changes: Any) -> Question:
    """Situations `case-0` (Safe), `case-1` (Not safe), `case-2` (Safe)..."""
    groups = ("Safe", "Not safe")
    situations = tuple(
        Situation(f"case-{n}", f"Case {n}", groups[n % 2], f"because case {n}") for n in range(size)
    )
    return ask(question_id, "judge", Judge(groups, situations), **changes)


def match(question_id: str = "who", *, size: int = 3, **changes: Any) -> Question:
    """Pairs `pair-0` (Left 0, Right 0), `pair-1`..."""
    pairs = tuple(
        Pair(f"pair-{n}", f"Left {n}", f"Right {n}", f"because pair {n}") for n in range(size)
    )
    return ask(question_id, "match", Match(pairs), **changes)


EVERY_KIND = (single(), multiple(), number(), order(), judge(), match())


def start(*questions: Question, behaviour: Behaviour = CHECK, seed: int = 1) -> QuizRun:
    """A run over these questions."""
    return QuizRun(questions, behaviour, random.Random(seed))


def answer_right(run: QuizRun) -> None:
    """Choose what is right for the current item, whatever was chosen before."""
    item = run.current
    assert item is not None
    body = item.question.body
    if isinstance(body, Choice):
        for key in sorted(body.right):
            if not item.is_chosen(key):
                run.choose(key)
    elif isinstance(body, Order):
        _put_in_order(run, [one.id for one in body.items])
    else:
        for part, group in body.right:
            run.choose_group(part, group)


def answer_wrong(run: QuizRun) -> None:
    """Choose something complete and not right, nothing that was tried already."""
    item = run.current
    assert item is not None
    body = item.question.body
    if isinstance(body, Choice):
        wrong = next(o.id for o in body.options if not o.right and o.id not in item.tried)
        for key in sorted(body.right):
            if item.question.kind == "multiple" and item.is_chosen(key) != (key != "right-0"):
                run.choose(key)
        run.choose(wrong)
    elif isinstance(body, Order):
        ids = [one.id for one in body.items]
        turned = [*ids[1:], *ids[:1]]
        _put_in_order(run, turned if tuple(turned) != item.missed else ids[::-1])
    else:
        for part, _ in body.right:
            run.choose_group(part, body.groups[item.tries % len(body.groups)])


def end_as(run: QuizRun, *ends: str) -> None:
    """Bring one item after another to these ends: clear, missed, unsure, skipped."""
    for end in ends:
        if end == "clear":
            answer_right(run)
            run.check()
        elif end == "unsure":
            run.unsure()
        elif end == "missed":
            while run.can_answer():
                answer_wrong(run)
                if run.check().kind == "noted":
                    break
        run.advance()


def _put_in_order(run: QuizRun, ids: list[str]) -> None:
    item = run.current
    assert item is not None
    for key in ids:
        if item.place_of(key):
            run.choose(key)
    for key in ids:
        run.choose(key)


def step(step_id: str, phase: Phase) -> Step:
    """A step with nothing in it but its place."""
    return Step(step_id, phase, None, "", None, step_id, "", "", "", "", (), (), "", (), "patient")


def route(*phases: Phase) -> Route:
    """A route with one step for each phase named, `s0`, `s1`..."""
    steps = tuple(step(f"s{n}", phase) for n, phase in enumerate(phases))
    return Route("infusion", "A drip in the arm", steps)

"""How likely it is to pass an assessment by guessing, from its bank alone.

An item that has N complete answers is guessed with 1/N, and at the second try, where the guesser leaves
out the answer that was not right, with 1/(N - 1). A second try is there only where as much of all items was
right as the mastery score says. To pass, every must-know item is right in the end, and of the others as many
as that score says. The chance is summed over how many are right at first and how many others are right in the
end, item by item; of a family its easiest item counts.
"""

from __future__ import annotations

from collections import defaultdict
from math import comb, factorial
from typing import TYPE_CHECKING

from edu_tui.model.question import Choice, Order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.model.question import Question


def answers_to(question: Question) -> int:
    """How many complete answers there are."""
    body = question.body
    if isinstance(body, Choice):
        return comb(len(body.options), len(body.right) if question.kind == "multiple" else 1)
    if isinstance(body, Order):
        return factorial(len(body.items))
    many: int = len(body.groups) ** len(body.situations)
    return many


def chance_of_guessing(bank: Iterable[Question], mastery: int, tries: int) -> float:
    """The chance that one attempt is passed by guessing every item; 1 for an empty bank."""
    easiest: dict[str, Question] = {}
    for one in bank:
        known = easiest.setdefault(one.family, one)
        if answers_to(one) < answers_to(known):
            easiest[one.family] = one
    items = list(easiest.values())
    others = sum(not one.must_know for one in items)
    # By how many are right at first, and how many that are not must-know are right in the end.
    chances: dict[tuple[int, int], float] = {(0, 0): 1.0}
    for one in items:
        chances = _with(chances, one, second=tries > 1)
    return sum(
        chance
        for (first, final), chance in chances.items()
        if first * 100 >= mastery * len(items) and final * 100 >= mastery * others
    )


def _with(
    chances: dict[tuple[int, int], float], item: Question, *, second: bool
) -> dict[tuple[int, int], float]:
    many = max(1, answers_to(item))
    right = 1 / many
    later = (1 - right) / (many - 1) if second and many > 1 else 0.0
    counts = not item.must_know
    found: dict[tuple[int, int], float] = defaultdict(float)
    for (first, final), chance in chances.items():
        found[first + 1, final + counts] += chance * right
        found[first, final + counts] += chance * later
        if counts:
            found[first, final] += chance * (1 - right - later)
    return found

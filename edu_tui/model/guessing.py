"""How likely it is to pass an assessment by guessing, from its bank alone.

An item with N complete answers is right at the first try with the chance 1/N, and right at the second try
alone with (1 - 1/N) * 1/(N - 1), which is 1/N again: the guesser leaves out the answer that was not right.
N is the number of options of a `single` or `number` question, C(options, right ones) of a `multiple`,
items! of an `order`, groups^situations of a `judge`, pairs! of a `match`.

To pass, every must-know is right in the end, and of the others as many percent as the mastery score says. A
second try is there only where that many percent of all items were right at the first. So, item by item, with

    p(f, g)  the chance that f of the items so far were right at first, and that g of those that are not
             must-know are right in the end, and every must-know too
    p(0, 0) = 1 before the first item; then for each
    a must-know:  p'(f+1, g)   += p(f, g) / N    p'(f, g)   += p(f, g) / N [where there are two tries]
    another one:  p'(f+1, g+1) += p(f, g) / N    p'(f, g+1) += p(f, g) / N [where there are two tries]
                  p'(f, g)     += p(f, g) * what is left

the chance is the sum of p(f, g) over all f and g that are enough. Nobody passes with too few right at first:
all must-knows and enough of the others, and no second try, is enough of all. Each attempt draws one item of a
family; the easiest to guess counts.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.model.question import Question


def chance_of_guessing(bank: Iterable[Question], mastery: int, tries: int) -> float:
    """The chance that one attempt is passed by guessing every item; 1 for an empty bank."""
    easiest: dict[str, Question] = {}
    for question in bank:
        known = easiest.setdefault(question.family, question)
        if question.body.complete_answers < known.body.complete_answers:
            easiest[question.family] = question
    items = list(easiest.values())
    others = sum(not item.must_know for item in items)
    # By how many are right at first, and how many that are not must-know are right in the end.
    chances: dict[tuple[int, int], float] = {(0, 0): 1.0}
    for item in items:
        chances = _with(chances, item, second=tries > 1)
    return sum(
        chance
        for (first, final), chance in chances.items()
        if first * 100 >= mastery * len(items) and final * 100 >= mastery * others
    )


def _with(
    chances: dict[tuple[int, int], float], item: Question, *, second: bool
) -> dict[tuple[int, int], float]:
    many = max(1, item.body.complete_answers)
    right = 1 / many
    later = (1 - right) / (many - 1) if second and many > 1 else 0.0
    counts = not item.must_know
    result: dict[tuple[int, int], float] = defaultdict(float)
    for (first, final), chance in chances.items():
        result[first + 1, final + counts] += chance * right
        result[first, final + counts] += chance * later
        if counts:
            result[first, final] += chance * (1 - right - later)
    return result

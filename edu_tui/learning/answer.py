"""Answers: what can be chosen, and what counts as right.

Owns the shape of an answer for every kind of question. Answers are immutable; each change gives a
new one. A key that the question does not have is a programmer's mistake: `ValueError`.
"""

from __future__ import annotations

from typing import TypeAlias

from edu_tui.model.question import Choice, Judge, Order, Question

Answer: TypeAlias = frozenset[str] | tuple[str, ...] | tuple[tuple[str, str], ...]
"""Choice: ids of the options chosen. Order: item ids in the order chosen. Judge: situation, group."""
Key: TypeAlias = str | tuple[str, str]
"""An option's or item's id; for a judge question a situation's id and a group."""
Chosen: TypeAlias = tuple[Key, ...]
"""An answer as it is kept; what has no order of its own in the order of ids."""


def empty(question: Question) -> Answer:
    """The answer with nothing chosen."""
    return frozenset() if isinstance(question.body, Choice) else ()


def ids_in(answer: Answer) -> tuple[str, ...]:
    """The ids in the answer to a choice or an order, an order's in its order."""
    return tuple(key for key in answer if isinstance(key, str))


def groups_in(answer: Answer) -> dict[str, str]:
    """Situation id to group, of the answer to a judge question."""
    return dict(key for key in answer if isinstance(key, tuple))


def as_plain(answer: Answer) -> Chosen:
    """The answer as it is kept."""
    return tuple(sorted(answer)) if isinstance(answer, frozenset) else answer


def from_plain(question: Question, plain: object) -> Answer | None:
    """The answer that `as_plain` gave; None where it does not fit the question as it is now."""
    answer = empty(question)
    if not isinstance(plain, (list, tuple)):
        return None
    try:
        for key in plain:
            answer = toggled(question, answer, key if isinstance(key, str) else (key[0], key[1]))
    except (ValueError, TypeError, IndexError):
        return None
    return answer


def misconceptions(question: Question, answer: Answer) -> tuple[str, ...]:
    """Those behind the wrong options that were chosen, each once."""
    body = question.body
    if not isinstance(body, Choice):
        return ()
    chosen = ids_in(answer)
    wrong = (one.misconception for one in body.options if one.id in chosen and not one.right)
    return tuple(dict.fromkeys(wrong))


def to_choose(question: Question) -> int:
    """How many things a complete answer has."""
    body = question.body
    if isinstance(body, Choice):
        return len(body.right) if question.kind == "multiple" else 1
    return len(body.items) if isinstance(body, Order) else len(body.situations)


def right_answer(question: Question) -> Answer:
    """The one answer that is right."""
    body = question.body
    if isinstance(body, Choice):
        return body.right
    if isinstance(body, Order):
        return tuple(item.id for item in body.items)
    return tuple((situation.id, situation.group) for situation in body.situations)


def is_complete(question: Question, answer: Answer) -> bool:
    """Whether there is as much in the answer as the question asks for."""
    return len(answer) == to_choose(question)


def is_right(question: Question, answer: Answer) -> bool:
    """Whether all of it is right; in a judge question the order of sorting is nobody's business."""
    if isinstance(question.body, Judge):
        return groups_in(answer) == groups_in(right_answer(question))
    return answer == right_answer(question)


def right_part(question: Question, answer: Answer) -> Answer:
    """What may stay in the answer after a miss.

    An order stays as it is: taking out what stands wrong would tell the places of the rest.
    """
    body = question.body
    if isinstance(body, Choice):
        return body.right.intersection(ids_in(answer))
    if isinstance(body, Order):
        return answer
    right = groups_in(right_answer(question))
    return tuple((key, group) for key, group in groups_in(answer).items() if right[key] == group)


def is_given_away(question: Question, tried: frozenset[str]) -> bool:
    """Whether, after these wrong options, only the right answer is left to choose."""
    body = question.body
    if isinstance(body, Choice):
        return all(option.right or option.id in tried for option in body.options)
    if isinstance(body, Order):
        return len(body.items) <= 2
    return len(body.situations) == 1 and len(body.groups) <= 2


def toggled(question: Question, answer: Answer, key: Key) -> Answer:
    """The answer after choosing `key`, or after taking it back where that is possible.

    - single, number: the choice replaces the one before; choosing it again keeps it.
    - multiple: in or out; one more than asked for is refused, and the same answer returned.
    - order: a new item goes to the end; a chosen one is taken back, the others keep their order.
    - judge: the situation goes to the group; sorting it again moves it.
    """
    body = question.body
    if isinstance(body, Judge):
        return _sorted_into(body, answer, key)
    known = body.options if isinstance(body, Choice) else body.items
    if not isinstance(key, str) or all(key != one.id for one in known):
        raise ValueError(f"question {question.id!r} has nothing to choose called {key!r}")
    chosen = ids_in(answer)
    if isinstance(body, Order):
        if key in chosen:
            return tuple(one for one in chosen if one != key)
        return (*chosen, key)
    if question.kind != "multiple":
        return frozenset({key})
    if key not in chosen and len(chosen) >= to_choose(question):
        return answer
    return frozenset(chosen) ^ {key}


def _sorted_into(body: Judge, answer: Answer, key: Key) -> Answer:
    if isinstance(key, str) or key[1] not in body.groups:
        raise ValueError(f"not a situation and one of its groups: {key!r}")
    situation, group = key
    if all(situation != one.id for one in body.situations):
        raise ValueError(f"no situation is called {situation!r}")
    return tuple({**groups_in(answer), situation: group}.items())

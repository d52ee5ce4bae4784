"""What every kind of question knows: its parts, what is right, why, and how an answer grows.

Answers are immutable; each change gives a new one. A kind is a NamedTuple with these methods; the type
checker names those that it lacks. (`Body` has no metaclass: everything that reads a module would wait for it.)
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

Answer: TypeAlias = frozenset[str] | tuple[str, ...] | tuple[tuple[str, str], ...]
"""Ids of the options chosen, ids in the order chosen, or pairs of a part's id and its group's."""
Key: TypeAlias = str | tuple[str, str]
"""What a person chooses: a part's id; where parts are sorted or matched, with a group's id."""


def ids_in(answer: Answer) -> tuple[str, ...]:
    """The ids in an answer that has no groups, an order's in its order."""
    return tuple(key for key in answer if isinstance(key, str))


def groups_in(answer: Answer) -> dict[str, str]:
    """Part id to group id, of an answer that has groups."""
    return dict(key for key in answer if isinstance(key, tuple))


class Reason(NamedTuple):
    """One thing that can be said about a question, whether it is so, and why."""

    id: str
    text: str
    """The option, the item at its place, the situation, or the left side of a pair."""
    why: str
    """The author's reason; empty where there is none to tell."""
    right: bool
    """Whether choosing this, placing it here or sorting it so is right."""
    chosen: bool
    """Whether the reader did so."""
    group: str = ""
    """Id of the group that this reason speaks of; empty where there are none."""
    place: int = 0
    """The right place of an order's item, from 1; else 0."""


class WrongChoice(NamedTuple):
    """A wrong thing to choose, by the name it is counted under."""

    id: str
    """An option's; `part=group` where parts are sorted or matched."""
    text: str
    belief: str
    """The misconception that the author named, or the group it was sorted into."""


class Body:
    """What there is to answer. Ids that it does not have raise ValueError."""

    __slots__ = ()

    @property
    @abstractmethod
    def texts(self) -> tuple[str, ...]:
        """All that is shown before an answer and may have marks, as written."""

    @property
    def groups(self) -> tuple[str, ...]:
        """Ids of what the parts are sorted into or matched with; empty where a part is chosen itself."""
        return ()

    def group_text(self, group: str, said: Callable[[str], str]) -> str:
        """A group's words; `said` is how a text with marks is read."""
        del said
        raise ValueError(f"there is no group {group!r}")

    @property
    @abstractmethod
    def asked(self) -> list[tuple[object, ...]]:
        """What an answer depends on: it makes the version of the question, so it never changes shape."""

    @abstractmethod
    def deal(
        self, rng: random.Random, *, keep_order: bool
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Ids of the parts and of the groups, in the order in which they will be shown."""

    @abstractmethod
    def on_paper(self, *, keep_order: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Ids of the parts in an order that does not tell what is right; of the groups to list after them."""

    @property
    def empty(self) -> Answer:
        """The answer with nothing chosen."""
        return ()

    @property
    @abstractmethod
    def right(self) -> Answer:
        """The one answer that is right."""

    @property
    @abstractmethod
    def to_choose(self) -> int:
        """How many things a complete answer has."""

    @property
    @abstractmethod
    def complete_answers(self) -> int:
        """How many complete answers there are: one of them is right."""

    @abstractmethod
    def toggled(self, answer: Answer, key: Key) -> Answer:
        """The answer after choosing `key`, or after taking it back where that is possible."""

    def moved(self, answer: Answer, key: str, by: int) -> Answer:
        """The answer with what is chosen so many places later; the same where it has no places, or none there."""
        del key, by
        return answer

    def without_last(self, answer: Answer) -> Answer:
        """The answer without what was put in its place last; the same where it has no places."""
        return answer

    @abstractmethod
    def is_right(self, answer: Answer) -> bool:
        """Whether all of it is right."""

    @abstractmethod
    def right_part(self, answer: Answer) -> Answer:
        """What may stay in the answer after a miss."""

    def tried(self, answer: Answer) -> frozenset[str]:
        """Ids in a missed answer that are wrong whatever else is chosen: not to be chosen again."""
        del answer
        return frozenset()

    @abstractmethod
    def is_given_away(self, tried: frozenset[str]) -> bool:
        """Whether, after these wrong ones, only the right answer is left to choose."""

    @abstractmethod
    def review(self, answer: Answer) -> tuple[Reason, ...]:
        """Everything there was to choose with its reason, the right ones first."""

    def misplaced(self, answer: Answer) -> tuple[Reason, ...]:
        """What the reader chose and should not have, as far as it may be told before another try."""
        del answer
        return ()

    def misconceptions(self, answer: Answer) -> tuple[str, ...]:
        """Those behind what was chosen wrongly, each once; only options have them."""
        del answer
        return ()

    def wrong(self, said: Callable[[str], str]) -> list[WrongChoice]:
        """What can be chosen wrongly, in words; of an order nothing by itself."""
        del said
        return []

    @property
    def wrong_at_least(self) -> int:
        """How many of these there are in whatever is the same version of the question."""
        return 0


def right_reasons(body: Body) -> list[Reason]:
    """What is right, and why."""
    return [reason for reason in body.review(body.empty) if reason.right]

"""Parts that each belong to a group: what sorting situations and matching pairs have in common."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Protocol

from edu_tui.model.kinds.body import Answer, Body, Key, Reason, WrongChoice, groups_in
from edu_tui.system.typing import override

if TYPE_CHECKING:
    from collections.abc import Callable


class SortedPart(Protocol):
    """One part, with the id of the group it belongs to."""

    @property
    def id(self) -> str:
        """Unique in its question."""

    @property
    def text(self) -> str:
        """With marks."""

    @property
    def group(self) -> str:
        """Where it belongs."""

    @property
    def why(self) -> str:
        """The author's reason."""


class Sorting(Body):
    """What follows from the parts and their groups."""

    __slots__ = ()

    @property
    @abstractmethod
    def parts(self) -> tuple[SortedPart, ...]:
        """What is sorted or matched."""

    @property
    @override
    def right(self) -> tuple[tuple[str, str], ...]:
        return tuple((part.id, part.group) for part in self.parts)

    @property
    @override
    def to_choose(self) -> int:
        return len(self.parts)

    @override
    def toggled(self, answer: Answer, key: Key) -> Answer:
        """The part goes to the group; sorting it again moves it. In the order of the parts, however they
        were sorted: the same answer is the same.
        """
        if isinstance(key, str) or key[1] not in self.groups:
            raise ValueError(f"not a part and one of its groups: {key!r}")
        if all(key[0] != part.id for part in self.parts):
            raise ValueError(f"no part is called {key[0]!r}")
        chosen = {**groups_in(answer), key[0]: key[1]}
        return tuple((part.id, chosen[part.id]) for part in self.parts if part.id in chosen)

    @override
    def is_right(self, answer: Answer) -> bool:
        """In whatever order they were sorted."""
        return groups_in(answer) == dict(self.right)

    @override
    def right_part(self, answer: Answer) -> Answer:
        return tuple(pair for pair in groups_in(answer).items() if pair in self.right)

    @override
    def review(self, answer: Answer) -> tuple[Reason, ...]:
        """Each part in its right group."""
        chosen = groups_in(answer)
        return tuple(
            Reason(
                id=part.id,
                text=part.text,
                why=part.why,
                right=True,
                chosen=chosen.get(part.id) == part.group,
                group=part.group,
            )
            for part in self.parts
        )

    @override
    def misplaced(self, answer: Answer) -> tuple[Reason, ...]:
        chosen = groups_in(answer)
        return tuple(
            reason._replace(right=False, chosen=True, group=chosen[reason.id])
            for reason in self.review(answer)
            if reason.id in chosen and not reason.chosen
        )

    @override
    def wrong(self, said: Callable[[str], str]) -> list[WrongChoice]:
        return [
            WrongChoice(f"{part.id}={group}", said(part.text), self.group_text(group, said))
            for part in self.parts
            for group in self.groups
            if group != part.group
        ]

    @property
    @override
    def wrong_at_least(self) -> int:
        """One for each part: groups that nothing belongs to may come and go."""
        return len(self.parts)

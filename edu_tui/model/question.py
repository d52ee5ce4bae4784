"""Questions: items as data. How a run treats them is `learning`'s business, never the item's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from edu_tui.model.library import Audience

Kind = Literal["single", "multiple", "order", "number", "judge"]
KINDS: tuple[Kind, ...] = ("single", "multiple", "order", "number", "judge")


class Option(NamedTuple):
    """One thing to choose. A right one has no misconception; a wrong one always has."""

    id: str
    text: str
    why: str
    right: bool
    misconception: str


class Choice(NamedTuple):
    """`single` and `number` have one right option; `multiple` has two or more."""

    options: tuple[Option, ...]
    """As written: right ones first; a `number` question's in numeric order."""

    @property
    def right(self) -> frozenset[str]:
        """Ids of the right options."""
        return frozenset(option.id for option in self.options if option.right)


class OrderItem(NamedTuple):
    """One thing to put in its place."""

    id: str
    text: str


class Order(NamedTuple):
    """Things to put in order; `items` is the right order."""

    items: tuple[OrderItem, ...]
    why: str


class Situation(NamedTuple):
    """One situation to sort, and why it belongs where it does."""

    id: str
    text: str
    group: str
    why: str


class Judge(NamedTuple):
    """Situations to sort one by one into named groups."""

    groups: tuple[str, ...]
    situations: tuple[Situation, ...]


class Question(NamedTuple):
    """What every kind of question has, and what there is to answer."""

    id: str
    kind: Kind
    ask: str
    """The stem."""
    teaches: str
    """The section, route or step to read again."""
    objective: str
    """Objective id; empty for none."""
    must_know: bool
    """Safety: judged apart from the score."""
    hint: str
    teach_back: str
    audience: Audience
    keep_order: bool
    """Show options as written instead of shuffled."""
    body: Choice | Order | Judge
    variant_of: str = ""
    """Assessment items: id of the item that asks for the same another way; empty for none."""

    @property
    def family(self) -> str:
        """The id that all variants of one item share."""
        return self.variant_of or self.id

"""Questions: items as data. How a run treats them is `learning`'s business, never the item's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from edu_tui.model.kinds.choice import Choice, Number
from edu_tui.model.kinds.judge import Judge
from edu_tui.model.kinds.match import Match
from edu_tui.model.kinds.order import Order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edu_tui.model.kinds.body import Body
    from edu_tui.model.library import Audience

Kind = Literal["single", "multiple", "order", "number", "judge", "match"]
AnyBody: TypeAlias = Choice | Order | Judge | Match
"""Every kind; where another room has a `match` over it, the type checker misses a case that is not there."""
BODIES: Mapping[Kind, type[Body]] = {
    "single": Choice,
    "multiple": Choice,
    "order": Order,
    "number": Number,
    "judge": Judge,
    "match": Match,
}
KINDS: tuple[Kind, ...] = tuple(BODIES)


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
    body: AnyBody
    variant_of: str = ""
    """Assessment items: id of the item that asks for the same another way; empty for none."""
    to_ask: str = ""
    """What a reader asks a nurse who was not sure here; empty to ask about what teaches it."""

    @property
    def family(self) -> str:
        """The id that all variants of one item share."""
        return self.variant_of or self.id

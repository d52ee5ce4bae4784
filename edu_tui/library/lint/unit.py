"""Where an authored text stands: a `Unit` is one text, a `Part` is what it belongs to.

Units and parts mirror the file, in reading order. Rules look at a unit's `plain` words; an offset
into them is enough for a finding, which turns it into the line and column of the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from edu_tui.library.decode.names import name_of
from edu_tui.library.decode.texts import sort_of
from edu_tui.model import markup

if TYPE_CHECKING:
    from edu_tui.library.source.nodes import Mapping, Scalar
    from edu_tui.model.library import Audience
    from edu_tui.model.markup import Block

Kind = Literal[
    "module",
    "objective",
    "section",
    "call-out",
    "list",
    "picture",
    "figure",
    "group",
    "option",
    "row",
    "cell",
    "bar",
    "link",
    "walkthrough",
    "route",
    "sheet",
    "step",
    "question",
    "answer",
    "wrong",
    "item",
    "situation",
    "pair",
]
NAMED: frozenset[Kind] = frozenset({"section", "route", "sheet", "step", "question", "list"})
"""The parts whose ids a waiver may name."""


class Part:
    """One mapping of a module's file: a section, a step, an option..."""

    __slots__ = ("audience", "id", "key", "kind", "node", "parent", "parts", "place", "units")

    def __init__(
        self, kind: Kind, key: str, node: Mapping, parent: Part | None, place: int = 0
    ) -> None:
        self.kind = kind
        self.key = key
        """The key it stands under: `sections`, `figure`, `wrong`."""
        self.node = node
        self.parent = parent
        self.place = place
        """Its place in a list, from 1; 0 where it stands alone."""
        self.id = ""
        self.audience: Audience = parent.audience if parent else "patient"
        self.units: list[Unit] = []
        """Its own texts, not those of the parts within it."""
        self.parts: list[Part] = []

    def unit(self, key: str) -> Unit | None:
        """Its text under that key; None where the author wrote none."""
        return next((unit for unit in self.units if unit.key == key), None)

    @property
    def where(self) -> str:
        """The part in words, as every finding names it: `question "drive", wrong answer "awake"`."""
        if self.parent is None:
            return ""
        label = _LABELS.get(self.kind, self.kind)
        own = f"{label} {name_of(self.node, self.place)}" if self.place else self.key
        above = self.parent.where
        return f"{above}, {own}" if above else own

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the section, route, step or question it is or belongs to, the nearest first."""
        own = (self.id,) if self.kind in NAMED else ()
        return own + (self.parent.ids if self.parent else ())

    def within(self, kind: Kind) -> bool:
        """Whether it is a part of that kind, or stands in one."""
        return self.kind == kind or (self.parent is not None and self.parent.within(kind))


class Unit(NamedTuple):
    """One text as the author wrote it."""

    part: Part
    key: str
    """`text`, `more`, `key_message`, `happens`, `ask`, `why`..."""
    prose: bool
    """Sentences, with markup; else a label such as a title or a name."""
    scalar: Scalar
    raw: str
    """With its markup, without a line break at its end."""
    plain: str
    """The words as read: no marks, no citations, each block (paragraph, list item) on a line."""
    staff: bool
    """Only staff read it."""

    @property
    def takes_marks(self) -> bool:
        """Whether a mark is read in it."""
        part = "wrong answer" if self.part.kind == "wrong" else self.part.kind
        return sort_of(part, self.key) != "plain"

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Paragraphs and list items, with terms, citations and emphasis told apart."""
        return markup.parse(self.raw)


_LABELS: dict[Kind, str] = {"link": "step", "wrong": "wrong answer"}

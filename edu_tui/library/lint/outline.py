"""The parts and texts of a module's file, in the order in which a person reads them.

One table says which keys hold words. It is checked against the format by a test: a key that decode
knows and this table does not is a text that no rule would ever see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.library.lint.plain_words import plain_words
from edu_tui.library.lint.unit import Kind, Part, Unit
from edu_tui.library.source.nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from edu_tui.library.source.document import Document
    from edu_tui.library.source.nodes import Node
    from edu_tui.model.library import Audience


class Shape(NamedTuple):
    """What a kind of part holds, in reading order."""

    kind: Kind
    keys: tuple[tuple[str, bool | Shape], ...]
    """A key and whether its text is prose (True) or a label (False), or the shape of a part."""


_OPTION = (("text", True), ("why", True))
_PICTURE = Shape("picture", (("alt", True), ("caption", True)))
_BOX = Shape("call-out", (("text", True), ("picture", _PICTURE)))
"""A box whose text stands under a key of its own."""
_CELL = Shape(
    "cell",
    (
        ("text", True),
        ("groups", Shape("group", (("label", False),))),
        ("who", False),
        ("over", False),
    ),
)
_FIGURE = Shape(
    "figure",
    (
        ("title", False),
        ("how_to_read", True),
        ("alt", True),
        ("groups", Shape("group", (("label", False),))),
        ("who", False),
        ("over", False),
        ("means", True),
        ("unit", False),
        ("bars", Shape("bar", (("label", False), ("group", False)))),
        ("steps", Shape("link", (("title", False), ("caption", True)))),
        ("options", Shape("option", (("label", False),))),
        ("rows", Shape("row", (("ask", False), ("cells", _CELL)))),
    ),
)
_SECTION = Shape(
    "section",
    (
        ("title", False),
        ("picture", _PICTURE),
        ("text", True),
        ("more", True),
        ("figure", _FIGURE),
        ("warning", True),
        ("warning", _BOX),
        ("tip", True),
        ("tip", _BOX),
        ("call", True),
        ("call", _BOX),
        ("key_message", True),
    ),
)
_STEP = Shape(
    "step",
    (
        ("when", False),
        ("title", False),
        ("picture", _PICTURE),
        ("happens", True),
        ("you_may_notice", True),
        ("you_can", True),
        ("tell_staff_if", True),
        ("who", False),
        ("watched", False),
        ("staff_note", True),
    ),
)
_QUESTION = Shape(
    "question",
    (
        ("ask", True),
        ("hint", True),
        ("to_ask", True),
        ("groups", False),
        ("answer", Shape("answer", _OPTION)),
        ("answers", Shape("answer", _OPTION)),
        ("wrong", Shape("wrong", _OPTION)),
        ("in_order", Shape("item", (("text", True),))),
        ("situations", Shape("situation", _OPTION)),
        ("pairs", Shape("pair", (("left", True), ("right", True), ("why", True)))),
        ("why", True),
        ("teach_back", True),
    ),
)
_SHEET = Shape(
    "sheet",
    (
        ("title", False),
        ("picture", _PICTURE),
        ("text", True),
        ("columns", False),
        ("rows", False),
    ),
)
_ROUTE = Shape("route", (("title", False), ("steps", _STEP)))
MODULE = Shape(
    "module",
    (
        ("title", False),
        ("picture", _PICTURE),
        ("summary", True),
        ("objectives", Shape("objective", (("text", True),))),
        ("sections", _SECTION),
        ("walkthrough", Shape("walkthrough", (("title", False), ("routes", _ROUTE)))),
        ("sheets", _SHEET),
        ("questions", _QUESTION),
        ("assessment", _QUESTION),
        ("lists", Shape("list", (("text", True),))),
    ),
)
STAFF_KEYS = frozenset({"staff_note", "teach_back"})
"""Texts that patients never see."""


def outline(document: Document, audience: Audience, clinic: dict[str, str]) -> tuple[Part, ...]:
    """Every part of a module's file, the module itself first; each has its texts."""
    if not isinstance(document.root, Mapping):
        return ()
    parts: list[Part] = []
    module = Part("module", "", document.root, None)
    module.audience = audience
    _Walk(parts, clinic, document.refused).enter(module, MODULE)
    return tuple(parts)


class _Walk:
    """One walk over a file."""

    def __init__(self, parts: list[Part], clinic: dict[str, str], refused: set[int]) -> None:
        self._parts = parts
        self._clinic = clinic
        self._refused = refused

    def enter(self, part: Part, shape: Shape) -> None:
        """Note a part with all that is in it."""
        self._parts.append(part)
        written = {key.value: value for key, value in part.node.pairs}
        if isinstance(named := written.get("id"), Scalar):
            part.id = named.value
        if isinstance(whom := written.get("audience"), Scalar) and whom.value == "staff":
            part.audience = "staff"
        if part.key == "assessment":
            part.audience = "staff"
        for key, held in shape.keys:
            node = written.get(key)
            if node is None or (self._refused and node.start in self._refused):
                continue
            if isinstance(held, Shape):
                self._within(part, key, node, held)
            elif isinstance(node, Scalar):
                self._text(part, key, node, held)
            elif isinstance(node, Sequence):
                for item in node.items:
                    if isinstance(item, Scalar):
                        self._text(part, key, item, held)

    def _text(self, part: Part, key: str, scalar: Scalar, prose: bool) -> None:
        raw = scalar.value.rstrip()
        if prose:
            plain = plain_words(raw, self._clinic)
        else:
            plain = raw.replace("\n", " ") if "\n" in raw else raw
        staff = part.audience == "staff" or key in STAFF_KEYS
        part.units.append(Unit(part, key, prose, scalar, raw, plain, staff))

    def _within(self, part: Part, key: str, node: Node, shape: Shape) -> None:
        if isinstance(node, Mapping):
            self._one(Part(shape.kind, key, node, part), shape)
        elif isinstance(node, Sequence):
            for place, item in enumerate(node.items, 1):
                if isinstance(item, Mapping):
                    self._one(Part(shape.kind, key, item, part, place), shape)

    def _one(self, part: Part, shape: Shape) -> None:
        if part.parent is not None:
            part.parent.parts.append(part)
        self.enter(part, shape)

"""Ids: what one may look like, how messages use them, and that none is there twice in its scope."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from edu_tui.library.finding import quoted
from edu_tui.library.source.nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.library.source.nodes import Node

    class Reporter(Protocol):
        """What keeps a finding at a node; `Fields` does."""

        def report(self, node: Node, code: str, message: str) -> None:
            """Keep one."""


ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_ID = 64


def name_of(node: Node, place: int) -> str:
    """How a message names one entry of a list: by its id, else by its place."""
    if isinstance(node, Mapping):
        for key, value in node.pairs:
            if key.value == "id" and isinstance(value, Scalar) and value.value:
                return f'"{value.value[:MAX_ID]}"'
    return str(place)


def unique(fields: Reporter, key: str, noun: str, names: Iterable[tuple[str, Node | None]]) -> None:
    """Tell of each name that was already taken in its scope."""
    seen: set[str] = set()
    for name, node in names:
        if name and name in seen and node is not None:
            message = f"another {noun} here has the {key} {quoted(name)}; each needs its own"
            fields.report(node, f"duplicate-{key}", message)
        seen.add(name)


def id_nodes(node: Node | None) -> list[tuple[str, Node | None]]:
    """The ids of a list's mappings, each with its node."""
    if not isinstance(node, Sequence):
        return []
    return [
        (value.value, value)
        for item in node.items
        if isinstance(item, Mapping)
        for key, value in item.pairs
        if key.value == "id" and isinstance(value, Scalar)
    ]

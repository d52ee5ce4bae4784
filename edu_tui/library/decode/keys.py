"""The keys of one mapping: which there are, which are asked for, and what to tell of all the others.

What nobody could read, or stands under a key that means nothing, is told once: names that may be in it are not
called wrong, and keys that may be in it are not called missing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.decode.prose import is_comment
from edu_tui.library.finding import did_you_mean, nearest, quoted
from edu_tui.library.source.nodes import (
    Lost,
    Mapping,
    Scalar,
    Sequence,
    end_of,
    is_whole,
    is_words,
    kind_of,
)
from edu_tui.library.source.yaml_errors import begins_with

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.library.source.document import Document
    from edu_tui.library.source.nodes import Node


class MappingKeys:
    """The keys of one mapping in a document."""

    _passed_over: frozenset[str] = frozenset()

    def __init__(self, document: Document, node: Node | None, where: str, part: str) -> None:
        self.document = document
        self.where = where
        self.part = part
        """What sort of part it is, as the table of texts names it."""
        self.node = node
        self._pairs: dict[str, tuple[Scalar, Node]] = {}
        self._asked: dict[str, bool | None] = {}
        """Keys that mean something here; whether their value is a list, where that is known."""
        self._missing: list[str] = []
        self._open = True
        """Whether missing and unknown keys are worth telling."""
        if isinstance(node, Mapping):
            self._pairs = {key.value: (key, value) for key, value in node.pairs}
        else:
            self._open = False
            if node is None:
                document.report(1, 1, "empty", "the file is empty; write `key: text` lines", where)
            else:
                self.wrong_type(node, "keys with values (`key: text`)")

    def node_of(self, key: str) -> Node | None:
        """The value as it was written, or None; the key counts as known from now on.

        None too where it could not be read, which was told.
        """
        self._asked.setdefault(key, None)
        pair = self._pairs.get(key)
        return None if pair is None or isinstance(pair[1], Lost) else pair[1]

    def has(self, key: str) -> bool:
        """Whether the author wrote that key."""
        return key in self._pairs

    def only(self, key: str, other: str) -> bool:
        """Whether that one of two keys is there, of which one has to be."""
        return self.has(key) and not self.has(other)

    def pass_over(self, keys: frozenset[str]) -> None:
        """Keys that may be there, and mean nothing to this program."""
        self._passed_over = keys

    def may_have(self, key: str) -> bool:
        """Whether that key is there, or may be in what could not be read."""
        unread = self.document.unread
        return self.has(key) or bool(unread and re.search(rf"\b{re.escape(key)}\b", unread))

    def written(self) -> list[Scalar]:
        """The keys as written; all count as known."""
        self._asked.update(dict.fromkeys(self._pairs))
        return [key for key, _ in self._pairs.values()]

    def report(self, node: Node, code: str, message: str) -> None:
        """Keep a finding at a node of this mapping."""
        self.document.report_node(node, code, message, self.where)

    def report_key(self, key: str, code: str, message: str) -> None:
        """Keep a finding at a key's value, or at the mapping where it has none."""
        node = self._pairs[key][1] if key in self._pairs else self.node
        if node is not None:
            self.report(node, code, message)

    def not_among(
        self, node: Node | None, code: str, message: str, name: str, known: Iterable[str]
    ) -> None:
        """Keep a finding that a name of this file leads nowhere, and say which one is near.

        None where what it names may stand in what could not be read.
        """
        if node is not None and name not in self.document.unread:
            self.report(node, code, message + did_you_mean(name, known))

    def wrong_type(self, node: Node | None, expected: str) -> None:
        """Keep a finding that a value is of another kind than it should be."""
        if node is None or not is_whole(node):
            return
        self.document.refused.add(node.start)
        hint = ""
        if expected == "a text" and is_words(node):
            hint = f"; {begins_with(self.document.text[node.start])}"
        self.report(node, "wrong-type", f"expected {expected}, found {kind_of(node)}{hint}")

    def finish(self, *, closed: bool = True) -> None:
        """Tell of keys that are missing, and of keys that mean nothing here.

        Where other keys are allowed (not `closed`), only those that look like a missing one.
        """
        if not self._open or (not self._missing and self._pairs.keys() <= self._asked.keys()):
            return
        missing = list(self._missing)
        for name, (key, value) in self._pairs.items():
            if name in self._asked or name in self._passed_over or not (closed or missing):
                continue
            near = self._near(name, value)
            if closed or near in missing:
                self.report(key, "unknown-key", self._unknown(name, value, near))
                self.document.unread += f"\n{self.document.text[value.start : end_of(value)]}"
            if near in missing:
                missing.remove(near)
        for name in missing:
            if self.node is not None and not self.may_have(name):
                self.report(self.node, "missing-key", f"`{name}:` is missing")

    def _value(self, key: str, *, needed: bool, listed: bool = False) -> Node | None:
        """The value, or None when it is not there, or empty."""
        self._asked[key] = listed
        pair = self._pairs.get(key)
        if pair is None:
            if needed:
                self._missing.append(key)
            return None
        node = pair[1]
        if not isinstance(node, Scalar):
            return None if isinstance(node, Lost) else node
        if node.value.strip():
            return node
        message = f"`{key}` is empty; write something" + ("" if needed else " or delete the key")
        if is_comment(self.document, node):
            message = f"`{key}` is empty: what follows # is a comment to YAML; quote the text"
        self.report(node, "empty", message)
        return None

    def _listed(self, key: str, lines: str, *, needed: bool, low: int) -> tuple[Node, ...]:
        """The entries of a list."""
        node = self._value(key, needed=needed, listed=True)
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            self.wrong_type(node, f"a list ({lines} that begin with `- `)")
            return ()
        if len(node.items) < low and is_whole(node):
            some = "entry" if low == 1 else "entries"
            message = f"`{key}` needs at least {low} {some}, found {len(node.items)}"
            self.report(node, "too-few", message)
        return node.items

    def _near(self, name: str, value: Node) -> str:
        """The key that was most likely meant: one that is not there yet, and may have such a value."""
        listed = isinstance(value, Sequence)
        free = [
            key
            for key, is_list in self._asked.items()
            if is_list is None or is_list == listed or isinstance(value, Lost)
        ]
        near = nearest(name, [key for key in free if key not in self._pairs])
        return near or nearest(name, self._passed_over - self._pairs.keys())

    def _unknown(self, name: str, value: Node, near: str) -> str:
        flow = isinstance(self.node, Mapping) and self.node.flow
        if flow and isinstance(value, Scalar) and value.blank:
            return (
                f"{quoted(name)} is read as a key: inside {{ }} a comma ends a text; "
                "put the text before it in quotes"
            )
        if near:
            return f"unknown key {quoted(name)}; did you mean `{near}`?"
        known = ", ".join(sorted(self._asked or self._passed_over))
        return f"unknown key {quoted(name)}; known here are {known}"

    def _within(self, part: str) -> str:
        return f"{self.where}, {part}" if self.where else part

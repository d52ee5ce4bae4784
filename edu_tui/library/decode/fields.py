"""Reading one mapping, key by key, collecting findings as it goes.

Every method returns something of the right type even when the author's value is wrong, so that one
run finds everything; `finish` says which keys nobody asked for. What was returned is used only when
the document has no errors.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeVar

from edu_tui.library.decode.names import name_of
from edu_tui.library.decode.prose import find_dropped, is_comment, read_text
from edu_tui.library.decode.texts import sort_of
from edu_tui.library.decode.values import as_id, as_integer, as_number
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
    from collections.abc import Callable, Iterable

    from edu_tui.library.source.document import Document
    from edu_tui.library.source.nodes import Node

T = TypeVar("T")
Choice = TypeVar("Choice", bound=str)


class Fields:
    """The keys of one mapping in a document."""

    def __init__(self, document: Document, node: Node | None, where: str, part: str) -> None:
        self.document = document
        self.where = where
        self.part = part
        """What sort of part it is, as the table of texts names it."""
        self.node = node
        self._pairs: dict[str, tuple[Scalar, Node]] = {}
        self._asked: dict[str, bool | None] = {}
        """Keys that mean something here; whether their value is a list, where that is known."""
        self._passed_over: frozenset[str] = frozenset()
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

    # asking

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

    def text(self, key: str, *, needed: bool = True, like: str = "") -> str:
        """Words, read as the table of texts says for this key, or for the one it is `like`.

        What they refer to is noted, to be checked against other files.
        """
        scalar = self.scalar(key, needed=needed)
        return self.words(scalar, like or key) if scalar else ""

    def words(self, scalar: Scalar, key: str, around: Node | None = None) -> str:
        """That text, read as that key's; `around` is what it stands in, if not in this mapping."""
        around = around or self.node
        if not scalar.style and isinstance(around, (Mapping, Sequence)):
            column = 0 if around.flow else around.column
            find_dropped(self.document, scalar, self.where, column)
        return read_text(self.document, scalar, self.where, sort_of(self.part, key), key)

    def name(self, key: str, *, needed: bool = True) -> str:
        """A word of a file that nobody reads as text: a rule's id, a kind of source."""
        scalar = self.scalar(key, needed=needed)
        return scalar.value.strip() if scalar else ""

    def id(self, key: str = "id", *, needed: bool = True) -> str:
        """A stable name: lower-case words with hyphens."""
        scalar = self.scalar(key, needed=needed)
        return as_id(self, scalar) if scalar else ""

    def integer(self, key: str, low: int, high: int) -> int:
        """A whole number that has to be there; where it cannot be read, the highest, which allows all else."""
        scalar = self.scalar(key, needed=True)
        number = as_integer(self, scalar, low, high) if scalar else None
        return high if number is None else number

    def maybe_integer(self, key: str, low: int, high: int, *, needed: bool = False) -> int | None:
        """A whole number, or None where the author wrote none."""
        scalar = self.scalar(key, needed=needed)
        return as_integer(self, scalar, low, high) if scalar else None

    def number(self, key: str) -> float:
        """A number, perhaps with a decimal point."""
        scalar = self.scalar(key, needed=True)
        return (as_number(self, scalar) or 0.0) if scalar else 0.0

    def boolean(self, key: str) -> bool:
        """`true` or `false`; a missing one is false."""
        scalar = self.scalar(key, needed=False)
        if scalar is None:
            return False
        if scalar.value not in {"true", "false"} or scalar.style:
            message = f"expected true or false, found {quoted(scalar.value)}"
            message += " in quotes; delete them" if scalar.style else ""
            self.report(scalar, "wrong-type", message)
        return scalar.value == "true"

    def choice(
        self,
        key: str,
        allowed: tuple[Choice, ...],
        default: Choice | None = None,
        likely: Choice | None = None,
    ) -> Choice:
        """One of a few words; it may be left out where there is a default.

        Where it is none of them, the nearest is meant, or the one that is `likely`.
        """
        scalar = self.scalar(key, needed=default is None)
        if scalar is None:
            return default or allowed[0]
        for word in allowed:
            if scalar.value == word:
                return word
        words, near = ", ".join(allowed), nearest(scalar.value, allowed) or likely
        message = f"expected one of {words}; found {quoted(scalar.value)}"
        message += f"; did you mean `{near}`?" if near else ""
        self.report(scalar, "bad-choice", message)
        return next((word for word in allowed if word == near), default or allowed[0])

    def kind(
        self, allowed: tuple[Choice, ...], by_key: dict[str, Choice]
    ) -> tuple[Choice, Choice | None]:
        """What stands for its `kind`, and the kind to read it as, where that can be told.

        Where none is written that there is, its own keys may tell which one was meant.
        """
        written = getattr(self.node_of("kind"), "value", "")
        likely = next((kind for key, kind in by_key.items() if self.has(key)), None)
        kind = self.choice("kind", allowed, likely=likely)
        return kind, kind if written in allowed or nearest(written, allowed) else likely

    def audience(self) -> Literal["patient", "staff"]:
        """Who sees it: patients and staff, unless the author says staff."""
        return self.choice("audience", ("patient", "staff"), "patient")

    def scalars(self, key: str, *, needed: bool = True, low: int = 1) -> list[Scalar]:
        """A list of words, each with its place."""
        items = self._listed(key, "`[one, two]`, or lines", needed=needed, low=low)
        scalars: list[Scalar] = []
        for item in items:
            if not isinstance(item, Scalar):
                self.wrong_type(item, "a text")
            elif not item.value.strip():
                message = f"an empty entry in `{key}`; write it"
                message += " or delete it" if len(items) > max(low, 1) else ""
                self.report(item, "empty", message)
            else:
                scalars.append(item)
        return scalars

    def texts(
        self, key: str, *, needed: bool = False, low: int = 0
    ) -> tuple[tuple[str, Scalar], ...]:
        """A list of words, each with its place."""
        scalars = self.scalars(key, needed=needed, low=low)
        node = self.node_of(key)
        return tuple((self.words(item, key, node), item) for item in scalars)

    def record(
        self, key: str, read: Callable[[Fields], T], *, needed: bool = True, part: str = ""
    ) -> T | None:
        """A mapping within this one; its part is called as its key is, if nothing else is said."""
        node = self._value(key, needed=needed)
        if node is None:
            return None
        return read(Fields(self.document, node, self._within(key), part or key))

    def records(
        self,
        key: str,
        label: str,
        read: Callable[[Fields], T],
        *,
        needed: bool = True,
        low: int = 1,
        part: str = "",
    ) -> tuple[T, ...]:
        """A list of mappings; `label` is what one of them is called in a message, and as a part."""
        items = self._listed(key, "lines", needed=needed, low=low)
        return tuple(
            read(
                Fields(
                    self.document,
                    item,
                    self._within(f"{label} {name_of(item, place)}"),
                    part or label,
                )
            )
            for place, item in enumerate(items, 1)
            if not isinstance(item, Lost)
        )

    # telling

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
        if not self._open:
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

    def scalar(self, key: str, *, needed: bool = True) -> Scalar | None:
        """The value as text, or None when it is not there, not a text, or empty."""
        node = self._value(key, needed=needed)
        if node is not None and not isinstance(node, Scalar):
            self.wrong_type(node, "a text")
            return None
        return node

    def _value(self, key: str, *, needed: bool, listed: bool = False) -> Node | None:
        """The value, or None when it is not there, or empty."""
        node = self.node_of(key)
        self._asked[key] = listed
        if node is None:
            if needed and not self.has(key):
                self._missing.append(key)
            return None
        if not isinstance(node, Scalar) or node.value.strip():
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
        return nearest(name, [key for key in (*free, *self._passed_over) if key not in self._pairs])

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

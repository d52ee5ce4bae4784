"""Reading one mapping, key by key, collecting findings as it goes.

Every method returns something of the right type even when the author's value is wrong, so that one
run finds everything; `finish` says which keys nobody asked for. What was returned is used only when
the document has no errors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

from edu_tui.library.decode.names import name_of
from edu_tui.library.decode.prose import find_dropped, is_comment, read_text
from edu_tui.library.decode.texts import sort_of
from edu_tui.library.decode.values import as_day, as_id, as_integer, as_number
from edu_tui.library.finding import did_you_mean, nearest, quoted
from edu_tui.library.source.nodes import Mapping, Scalar, Sequence, is_words, kind_of
from edu_tui.library.source.yaml_errors import begins_with

if TYPE_CHECKING:
    from collections.abc import Callable

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
        self._asked: dict[str, None] = {}
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
        """The value as it was written, or None; the key counts as known from now on."""
        self._asked[key] = None
        pair = self._pairs.get(key)
        return pair[1] if pair else None

    def has(self, key: str) -> bool:
        """Whether the author wrote that key."""
        return key in self._pairs

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
        if not scalar.style and around is not None and not isinstance(around, Scalar):
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
        """A whole number that has to be there."""
        scalar = self.scalar(key, needed=True)
        return as_integer(self, scalar, low, high) if scalar else low

    def maybe_integer(self, key: str, low: int, high: int) -> int | None:
        """A whole number, or None where the author wrote none."""
        scalar = self.scalar(key, needed=False)
        return as_integer(self, scalar, low, high) if scalar else None

    def day(self, key: str, *, needed: bool = True) -> str:
        """A day of the calendar; empty where the author wrote none."""
        scalar = self.scalar(key, needed=needed)
        return as_day(self, scalar) if scalar else ""

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
            self.report(scalar, "wrong-type", message)
        return scalar.value == "true"

    def choice(
        self, key: str, allowed: tuple[Choice, ...], default: Choice | None = None
    ) -> Choice:
        """One of a few words; it may be left out where there is a default."""
        scalar = self.scalar(key, needed=default is None)
        if scalar is None:
            return default or allowed[0]
        for word in allowed:
            if scalar.value == word:
                return word
        words = ", ".join(allowed)
        near = did_you_mean(scalar.value, allowed).partition("; write one of")[0]
        message = f"expected one of {words}; found {quoted(scalar.value)}{near}"
        self.report(scalar, "bad-choice", message)
        return default or allowed[0]

    def audience(self) -> Literal["patient", "staff"]:
        """Who sees it: patients and staff, unless the author says staff."""
        return self.choice("audience", ("patient", "staff"), "patient")

    def scalars(self, key: str, *, needed: bool = True, low: int = 1) -> list[Scalar]:
        """A list of words, each with its place."""
        node = self.node_of(key)
        if not self._present(key, node, needed=needed):
            return []
        if not isinstance(node, Sequence):
            self.wrong_type(node, "a list (`[one, two]`, or lines that begin with `- `)")
            return []
        self._count(key, node, low)
        scalars: list[Scalar] = []
        for item in node.items:
            if not isinstance(item, Scalar):
                self.wrong_type(item, "a text")
            elif not item.value.strip():
                self.report(item, "empty", f"an empty entry in `{key}`; write it or delete it")
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
        node = self.node_of(key)
        if not self._present(key, node, needed=needed):
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
        node = self.node_of(key)
        if not self._present(key, node, needed=needed):
            return ()
        if not isinstance(node, Sequence):
            self.wrong_type(node, "a list (lines that begin with `- `)")
            return ()
        self._count(key, node, low)
        return tuple(
            read(
                Fields(
                    self.document,
                    item,
                    self._within(f"{label} {name_of(item, place)}"),
                    part or label,
                )
            )
            for place, item in enumerate(node.items, 1)
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

    def wrong_type(self, node: Node | None, expected: str) -> None:
        """Keep a finding that a value is of another kind than it should be."""
        if node is None:
            return
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
            if name in self._asked or not (closed or missing):
                continue
            near = nearest(name, self._asked)
            if closed or near in missing:
                self.report(key, "unknown-key", self._unknown(name, value))
            if near in missing:
                missing.remove(near)
        for name in missing:
            if self.node is not None:
                self.report(self.node, "missing-key", f"`{name}:` is missing")

    def scalar(self, key: str, *, needed: bool = True) -> Scalar | None:
        """The value as text, or None when it is not there, not a text, or empty."""
        node = self.node_of(key)
        if not self._present(key, node, needed=needed):
            return None
        if not isinstance(node, Scalar):
            self.wrong_type(node, "a text")
            return None
        if not node.value.strip():
            message = f"`{key}` is empty; write something or delete the key"
            if is_comment(self.document, node):
                message = f"`{key}` is empty: what follows # is a comment to YAML; quote the text"
            self.report(node, "empty", message)
            return None
        return node

    def _present(self, key: str, node: Node | None, *, needed: bool) -> bool:
        if node is None:
            if needed:
                self._missing.append(key)
            return False
        return True

    def _count(self, key: str, node: Sequence, low: int) -> None:
        if len(node.items) < low:
            some = "entry" if low == 1 else "entries"
            message = f"`{key}` needs at least {low} {some}, found {len(node.items)}"
            self.report(node, "too-few", message)

    def _unknown(self, name: str, value: Node) -> str:
        flow = isinstance(self.node, Mapping) and self.node.flow
        if flow and isinstance(value, Scalar) and value.blank:
            return (
                f"{quoted(name)} is read as a key: inside {{ }} a comma ends a text; "
                "put the text before it in quotes"
            )
        near = nearest(name, self._asked)
        if near:
            return f"unknown key {quoted(name)}; did you mean `{near}`?"
        return f"unknown key {quoted(name)}; known here are {', '.join(sorted(self._asked))}"

    def _within(self, part: str) -> str:
        return f"{self.where}, {part}" if self.where else part

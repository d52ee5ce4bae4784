"""Reading one mapping, key by key, collecting findings as it goes.

Every method returns something of the right type even when the author's value is wrong, so that one
run finds everything; `finish` says which keys nobody asked for. What was returned is used only when
the document has no errors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

from edu_tui.library.decode.keys import MappingKeys
from edu_tui.library.decode.names import name_of
from edu_tui.library.decode.prose import find_dropped, read_text
from edu_tui.library.decode.texts import sort_of
from edu_tui.library.decode.values import as_day, as_id, as_integer, as_number
from edu_tui.library.finding import nearest, quoted
from edu_tui.library.source.nodes import Lost, Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.library.source.nodes import Node

T = TypeVar("T")
Choice = TypeVar("Choice", bound=str)


class Fields(MappingKeys):
    """A mapping in a document, read key by key."""

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
        if written in allowed:
            kind = self.choice("kind", allowed)
            return kind, kind
        likely = next((kind for key, kind in by_key.items() if self.has(key)), None)
        kind = self.choice("kind", allowed, likely=likely)
        return kind, kind if nearest(written, allowed) else likely

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

    def scalar(self, key: str, *, needed: bool = True) -> Scalar | None:
        """The value as text, or None when it is not there, not a text, or empty."""
        node = self._value(key, needed=needed)
        if node is not None and not isinstance(node, Scalar):
            self.wrong_type(node, "a text")
            return None
        return node

"""What a YAML file is made of once it is read: texts, mappings and lists, each with its place.

A scalar is always text as written: nothing here knows numbers, dates or booleans. A scalar can say
where in the file any character of its value stands, however it was quoted or folded.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_ESCAPE = re.compile(r"\\(?:x(..)|u(.{4})|U(.{8})|[ \t]*\n[ \t]*|.)|\s*\n\s*|.", re.S)


class Scalar(NamedTuple):
    """A text as written."""

    value: str
    line: int
    """From 1, as are all lines and columns."""
    column: int
    style: str
    """`'`, `"`, `|`, `>`, or empty for a plain one."""
    start: int
    """Where it starts in the file's text."""
    end: int

    @property
    def blank(self) -> bool:
        """Whether the author wrote nothing at all, not even quotes."""
        return not self.value and not self.style


class Mapping(NamedTuple):
    """Keys with values, in the order written; keys are unique."""

    pairs: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int
    start: int
    flow: bool


class Sequence(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int
    start: int
    flow: bool


class Lost(NamedTuple):
    """A value in whose place nothing could be read, which was told already."""

    line: int
    column: int
    start: int


Node = Scalar | Mapping | Sequence | Lost


def is_whole(node: Node) -> bool:
    """Whether nothing of it was lost."""
    if isinstance(node, Mapping):
        return all(is_whole(value) for _, value in node.pairs)
    if isinstance(node, Sequence):
        return all(map(is_whole, node.items))
    return not isinstance(node, Lost)


def end_of(node: Node) -> int:
    """Where the last text in it ends."""
    if isinstance(node, Mapping):
        return max((end_of(each) for pair in node.pairs for each in pair), default=node.start)
    if isinstance(node, Sequence):
        return max(map(end_of, node.items), default=node.start)
    return node.end if isinstance(node, Scalar) else node.start


def kind_of(node: Node) -> str:
    """What a message calls it."""
    if isinstance(node, Mapping):
        return "keys with values"
    return "a list" if isinstance(node, Sequence) else "a text"


def is_words(node: Node) -> bool:
    """Whether brackets may hold words of a text that begins with one: no key in them has a value."""
    if isinstance(node, Mapping):
        return node.flow and all(
            isinstance(scalar, Scalar) and scalar.blank for _, scalar in node.pairs
        )
    return isinstance(node, Sequence) and node.flow


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset in a file's text."""
    before = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - before + 1


def place_within(text: str, scalar: Scalar, offset: int) -> tuple[int, int]:
    """Line and column in the file of one character of a scalar's value."""
    if not scalar.style and "\n" not in text[scalar.start : scalar.end]:
        return scalar.line, scalar.column + offset
    if scalar.style == '"':
        return place(text, _in_double_quotes(text, scalar, offset))
    return place(text, _by_alignment(text, scalar, offset))


def _in_double_quotes(text: str, scalar: Scalar, offset: int) -> int:
    """Each step is what YAML reads as one character (or as one line break)."""
    count = 0
    for match in _ESCAPE.finditer(text, scalar.start + 1, scalar.end):
        piece = match.group()
        if piece.startswith("\\") and "\n" in piece:
            continue
        breaks = piece.count("\n")
        count += max(1, breaks - 1) if breaks else 1
        if count > offset:
            return match.start()
    return scalar.start


def _by_alignment(text: str, scalar: Scalar, offset: int) -> int:
    """Walk value and source together; they differ in white space and doubled quotes alone."""
    at = scalar.start
    if scalar.style in {"|", ">"}:
        at = text.index("\n", at) + 1
    elif scalar.style:
        at += 1
    for char in scalar.value[:offset]:
        if char.isspace():
            continue
        at = text.index(char, at, scalar.end) + 1
        if char == "'" and scalar.style == "'":
            at += 1
    if offset < len(scalar.value) and not scalar.value[offset].isspace():
        return text.index(scalar.value[offset], at, scalar.end)
    return at

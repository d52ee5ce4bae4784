"""A picture: a simple drawing, the sentence that says the same, and the words under it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.system.typing import override

if TYPE_CHECKING:
    from collections.abc import Callable

_SIZE = 32
"""Bytes of a hash, as a sign-off has."""


class DrawnPicture(NamedTuple):
    """What became of a picture's file."""

    hash: str
    """Of the file: a changed drawing may tell something else, so it is part of what is signed."""
    pixels: str
    """24 rows of 6 hexadecimal digits, the first bit at the left; empty where it cannot be drawn."""
    markup: str
    """The same as elements to stand in an `svg`."""


class Drawing:
    """A picture's file, drawn when that is first looked at: who wants words alone waits for none of it."""

    def __init__(self, data: bytes, draw: Callable[[str, bytes], DrawnPicture]) -> None:
        self.data = data
        self._draw = draw

    @cached_property
    def hash(self) -> str:
        """Of the file; what a sign-off has."""
        from hashlib import blake2b

        return blake2b(self.data, digest_size=_SIZE).hexdigest()

    @cached_property
    def drawn(self) -> DrawnPicture:
        """What became of it."""
        return self._draw(self.hash, self.data)

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Drawing) and self.data == other.data

    @override
    def __hash__(self) -> int:
        return hash(self.data)


class Picture(NamedTuple):
    """What an author writes of a picture."""

    file: str
    """Its name in the library's folder of pictures."""
    alt: str
    """What it tells; said wherever the drawing is not shown."""
    caption: str
    drawing: Drawing | None = None
    """None where the file cannot be read, or has not been."""

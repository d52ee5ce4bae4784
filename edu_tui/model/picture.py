"""A picture: a simple drawing, the sentence that says the same, and the words under it."""

from __future__ import annotations

from typing import NamedTuple


class Drawing(NamedTuple):
    """What became of a picture's file."""

    hash: str
    """Of the file: a changed drawing may tell something else, so it is part of what is signed."""
    pixels: str
    """24 rows of 6 hexadecimal digits, the first bit at the left; empty where it cannot be drawn."""
    markup: str
    """The same as elements to stand in an `svg`."""


class Picture(NamedTuple):
    """What an author writes of a picture."""

    file: str
    """Its name in the library's folder of pictures."""
    alt: str
    """What it tells; said wherever the drawing is not shown."""
    caption: str
    drawing: Drawing | None = None
    """None where the file cannot be read, or has not been."""

"""What a page is made of. Each part knows its lines in a given room, in characters and in words.

A part gives *chunks*: runs of lines that a page break does not part while they fit a page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.layout.line import BLANK, Line, Room, Span, Tone, cells, line, width_of
from edu_tui.layout.table import Table
from edu_tui.layout.wrap import wrap, wrap_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edu_tui.model.picture import Picture

Chunk = list[Line]
LABEL = 17
"""Columns of the label beside its words, where there is room."""
SHORTEST = 20
"""Columns of a line that a hand can write on."""


class Heading(NamedTuple):
    """The title of what follows; never the last line of a page."""

    text: str
    tone: Tone = "heading"
    level: int = 3
    """1 for the title of the whole; told where it is printed or marked up."""

    def chunks(self, room: Room) -> list[Chunk]:
        """Its lines; in words alone it stands by itself, for a voice would say a mark and not what it means."""
        lines = wrap_text(self.text, room.width, self.tone)
        return [[BLANK, *lines, BLANK] if room.medium == "words" else lines]


class Gap(NamedTuple):
    """An empty line; none at the edges of a page."""

    def chunks(self, room: Room) -> list[Chunk]:
        """One empty line."""
        del room
        return [[BLANK]]


class Words(NamedTuple):
    """A paragraph, or a list item when `lead` has its marker."""

    spans: tuple[Span, ...]
    lead: str = ""

    def chunks(self, room: Room) -> list[Chunk]:
        """Its lines, one chunk each beyond what must stay together."""
        return [wrap(self.spans, room.width, self.lead, " " * cells(self.lead))]


class Box(NamedTuple):
    """A few words set apart: the key message, a warning, a tip."""

    title: str
    spans: tuple[Span, ...]
    tone: Tone = "box"

    def chunks(self, room: Room) -> list[Chunk]:
        """A frame around the words; in words alone, the title before them."""
        if room.medium == "words":
            return [wrap((Span(f"{self.title}: "), *self.spans), room.width)]
        inner = wrap(self.spans, room.width - 4)
        side = room.glyph("│", "|")
        across = room.glyph("─", "-")
        corner = ("┌", "┐", "└", "┘") if room.medium == "unicode" else ("+", "+", "+", "+")
        title = f" {self.title} "
        top = f"{corner[0]}{across}{title}".ljust(room.width - 1, across) + corner[1]
        lines: Chunk = [line(top, self.tone)]
        for words in inner:
            fill = " " * (room.width - 4 - width_of(words))
            lines.append(
                (Span(side + " ", self.tone), *words, Span(fill), Span(" " + side, self.tone))
            )
        bottom = corner[2] + across * (room.width - 2) + corner[3]
        return [[*lines, line(bottom, self.tone)]]


class Labelled(NamedTuple):
    """Words with what they are about before them."""

    label: str
    spans: tuple[Span, ...]
    tone: Tone = "label"

    def chunks(self, room: Room) -> list[Chunk]:
        """Label beside the words; before them, on the same line, where it is narrow and in words alone."""
        if room.medium == "words":
            return [wrap((Span(f"{self.label}: "), *self.spans), room.width)]
        if room.narrow:
            return [wrap((Span(f"{self.label}: ", self.tone), *self.spans), room.width)]
        lines = wrap(self.spans, room.width, " " * LABEL, " " * LABEL)
        label = Span(self.label.ljust(LABEL)[:LABEL], self.tone)
        return [[(label, *lines[0][1:]), *lines[1:]]]


class Blank(NamedTuple):
    """A line to write on by hand, after what belongs there."""

    label: str

    def chunks(self, room: Room) -> list[Chunk]:
        """The label, and a line as long as there is room for."""
        head = wrap_text(self.label, room.width)
        last = width_of(head[-1]) + 1
        if room.width - last < SHORTEST:
            return [[*head, line("_" * room.width)]]
        return [[*head[:-1], (*head[-1], Span(" " + "_" * (room.width - last)))]]


class Drawn(NamedTuple):
    """Lines made beforehand for this very room."""

    made: tuple[tuple[Line, ...], ...]

    def chunks(self, room: Room) -> list[Chunk]:
        """As made."""
        del room
        return [list(chunk) for chunk in self.made]


class Pictured(NamedTuple):
    """A picture and the words under it."""

    picture: Picture

    def chunks(self, room: Room) -> list[Chunk]:
        """One that is never split; where it is not drawn, what it tells."""
        from edu_tui.layout.pixels import captioned, drawn, told

        lines = drawn(self.picture, room)
        if lines:
            return [[*lines, *captioned(self.picture, room)]]
        caption = self.picture.caption
        texts = [
            told(self.picture),
            caption if caption.endswith((".", "?", "!")) else f"{caption}.",
        ]
        return [wrap_text(" ".join(texts if caption else texts[:1]), room.width)]


Part = Heading | Gap | Words | Box | Labelled | Blank | Drawn | Pictured | Table


def lines_of(parts: Sequence[Part], room: Room) -> list[Line]:
    """All lines of the parts, one after the other."""
    return [spans for part in parts for chunk in part.chunks(room) for spans in chunk]


def words(text: str, tone: Tone = "plain") -> Words:
    """A paragraph of one tone."""
    return Words((Span(text, tone),))

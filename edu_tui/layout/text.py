"""An author's text into parts: terms marked, citations numbered, the clinic's own words filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.layout.line import Span, Tone
from edu_tui.layout.part import Gap, Part, Words
from edu_tui.model import markup

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class TextVoice(NamedTuple):
    """What a text needs to be spoken in full."""

    clinic: Mapping[str, str]
    """Placeholder name to the clinic's words."""
    numbers: Mapping[str, int]
    """Source id to its number on this page; a source that has none is not shown."""


def numbered(texts: Sequence[str], more: Sequence[str] = ()) -> dict[str, int]:
    """Source ids in order of first mention, counted from 1; `more` are cited outside the texts."""
    ids = [name for text in texts for _, name in markup.references(text, "cite")]
    return {name: number for number, name in enumerate(dict.fromkeys([*ids, *more]), 1)}


def parts(text: str, voice: TextVoice) -> list[Part]:
    """Paragraphs apart, the items of a list together."""
    return parts_of(markup.parse(text), voice)


def parts_of(blocks: Sequence[markup.Block], voice: TextVoice) -> list[Part]:
    """The same for some blocks of a text."""
    so_far: list[Part] = []
    before = ""
    for block in blocks:
        if so_far and not (block.kind == before != "paragraph"):
            so_far.append(Gap())
        so_far.append(Words(spans_of(block, voice), block.lead))
        before = block.kind
    return so_far


def spans(text: str, voice: TextVoice, tone: Tone = "plain") -> tuple[Span, ...]:
    """A short text as one run of words, its paragraphs joined by a space."""
    so_far: list[Span] = []
    for block in markup.parse(text):
        if so_far:
            so_far.append(Span(" "))
        if block.kind != "paragraph":
            so_far.append(Span(block.lead))
        so_far += spans_of(block, voice, tone)
    return tuple(so_far)


def words_of(text: str, voice: TextVoice) -> str:
    """A short text as words alone, for a row or a heading."""
    return markup.plain(text, voice.clinic)


def spans_of(block: markup.Block, voice: TextVoice, tone: Tone = "plain") -> tuple[Span, ...]:
    """The runs of one block."""
    so_far: list[Span] = []
    for piece in block.pieces:
        if piece.kind == "cite":
            _cite(so_far, voice.numbers.get(piece.ref))
        else:
            about = piece.ref if piece.kind == "term" else ""
            so_far.append(Span(_shown(piece, voice), _tone(piece, tone), about))
    return tuple(so_far)


def _shown(piece: markup.Piece, voice: TextVoice) -> str:
    if piece.kind == "clinic":
        return voice.clinic.get(piece.ref, markup.UNNAMED)
    return piece.text


def _tone(piece: markup.Piece, tone: Tone) -> Tone:
    if piece.kind == "term":
        return "term"
    if piece.strong:
        return "strong"
    return "emphasis" if piece.emphasis else tone


def _cite(so_far: list[Span], number: int | None) -> None:
    """A citation hugs the word before it, so that it never begins a line."""
    if number is None:
        return
    if so_far and so_far[-1].text.endswith(" "):
        so_far[-1] = so_far[-1]._replace(text=so_far[-1].text.rstrip())
    so_far.append(Span(f"[{number}]", "cite"))

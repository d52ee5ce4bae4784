"""The one parser of authors' text: a small, fixed part of Markdown, turned into blocks of pieces.

Every front end draws from these pieces, so a text means the same everywhere, and nothing an author
writes is ever read as a screen's own markup. What is not part of the format stays as words, and
`mark_problems` names it with its place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PieceKind = Literal["text", "term", "cite", "clinic"]
BlockKind = Literal["paragraph", "bullet", "number"]
MarkKind = Literal["term", "cite", "clinic", "strong", "emphasis", "star"]


class Piece(NamedTuple):
    """A run of words of one kind."""

    kind: PieceKind
    text: str
    """The words shown; for a citation its locator (`p. 7`), often empty."""
    ref: str = ""
    """The glossary term, source id or placeholder name it refers to."""
    strong: bool = False
    emphasis: bool = False


class Block(NamedTuple):
    """A paragraph, or one item of a list."""

    kind: BlockKind
    pieces: tuple[Piece, ...]
    number: int = 0
    """The place of a numbered item, from 1."""

    @property
    def lead(self) -> str:
        """The sign of a list item, as it is shown before its words."""
        if self.kind == "bullet":
            return "- "
        return f"{self.number}. " if self.kind == "number" else ""

    @property
    def plain(self) -> str:
        """Its words alone, without citations and what a clinic says."""
        return "".join(piece.text for piece in self.pieces if piece.kind != "cite").strip()


class Mark(NamedTuple):
    """A mark that was understood, and where it stands in the text as written."""

    start: int
    end: int
    kind: MarkKind
    """`star` is one that is only a star: `\\*`."""
    text: str = ""
    """The words it shows; for a citation its locator."""
    ref: str = ""
    """The glossary term, source id or placeholder name it refers to."""


class Stretch(NamedTuple):
    """Where a block stands in the text as written."""

    kind: BlockKind
    begin: int
    """Where it begins, with the sign of its list item."""
    start: int
    """Where its words begin."""
    end: int
    number: int = 0


ITEM = re.compile(r"(?:(?P<bullet>[-*])|(?P<number>[1-9]\d?|0)[.)])\s+(?=\S)", re.A)
"""What makes a line the first of a list item."""
_SIGN = r"(?:[-*]|(?:[1-9][0-9]?|0)[.)])"
_WRAP = rf"\n(?![^\S\n]*(?:\n|{_SIGN}\s))"
"""A line that goes on."""
_WORDS = rf"(?!\s)(?:[^\[\]|{{}}*\n]|{_WRAP})+?(?<!\s)"
_INLINE = re.compile(
    rf"\\(?P<star>\*)"
    rf"|\[\[(?<!\[\[\[)(?P<shown>{_WORDS})(?:\|(?P<term>{_WORDS}))?\]\](?!\])"
    rf"|\[@(?P<source>[A-Za-z0-9][\w-]*)(?:,\s*(?P<locator>(?:[^\[\]{{}}@*;\n]|{_WRAP})+))?\]"
    rf"|\{{(?<!\{{\{{)clinic\.(?P<clinic>[a-z_]+)\}}(?!\}})"
    rf"|(?P<stars>\*+)"
)
_MAYBE = re.compile(r"[\[*{]")
_FOLD = re.compile(r"\s*\n\s*")
_BREAK = re.compile(rf"[^\S\n]*\n(?:(?:[^\S\n]*\n)+[^\S\n]*|[^\S\n]*(?={_SIGN}[^\S\n]+\S))")
_OPENS = frozenset("-*0123456789")
UNNAMED = "your clinic"
"""Stands for a placeholder that the library does not have; `check` tells of it."""


def parse(text: str) -> tuple[Block, ...]:
    """The blocks of a text; what is not understood stays as words."""
    return tuple(
        Block(stretch.kind, _pieces(text, stretch, marks), stretch.number)
        for stretch, marks, _ in read(text)
    )


def plain(text: str, clinic: Mapping[str, str]) -> str:
    """The words alone, on one line: placeholders filled in, citations left out."""
    if not _MAYBE.search(text) and "\n" not in text:
        return text
    return " ".join(
        block.lead
        + "".join(
            clinic.get(piece.ref, UNNAMED) if piece.kind == "clinic" else piece.text
            for piece in block.pieces
            if piece.kind != "cite"
        ).strip()
        for block in parse(text)
    )


def folded(text: str) -> str:
    """The text with each paragraph and list item on one line, however it was laid out."""
    if "\n" not in text:
        return " ".join(text.split())
    return "\n".join(
        " ".join(text[stretch.begin : stretch.end].split()) for stretch in stretches(text)
    )


def references(text: str, kind: PieceKind) -> list[tuple[int, str]]:
    """Offset and name of every term, source or placeholder a text refers to."""
    return [(mark.start, mark.ref) for mark in referring(text) if mark.kind == kind]


def referring(text: str) -> Iterator[Mark]:
    """Every mark that refers to something: a term, a source, a placeholder."""
    if "[" in text or "{" in text:
        yield from (mark for mark in _inline(text, 0, len(text)) if mark.ref)


def marks(text: str) -> list[Mark]:
    """Every mark that was understood, in order of place."""
    if not _MAYBE.search(text):
        return []
    return [mark for _, stretch_marks, _ in read(text) for mark in stretch_marks]


def read(text: str) -> Iterator[tuple[Stretch, list[Mark], list[Mark]]]:
    """Each block with the marks in it, and with the stars that are no marks."""
    maybe = _MAYBE.search(text)
    for stretch in stretches(text):
        stretch_marks = list(_inline(text, stretch.start, stretch.end)) if maybe else []
        loose = _loose(text, stretch, stretch_marks) if stretch_marks else []
        only_stars = set(loose)
        yield stretch, [mark for mark in stretch_marks if mark not in only_stars], loose


def stretches(text: str) -> Iterator[Stretch]:
    """Where its blocks stand: blank lines part paragraphs, signs part the items of a list."""
    end = len(text.rstrip())
    begin = len(text) - len(text.lstrip())
    if "\n" in text:
        for between in _BREAK.finditer(text, begin, end):
            yield _stretch(text, begin, between.start())
            begin = between.end()
    if begin < end:
        yield _stretch(text, begin, end)


def _stretch(text: str, begin: int, end: int) -> Stretch:
    item = ITEM.match(text, begin, end) if text[begin] in _OPENS else None
    if item is None:
        return Stretch("paragraph", begin, begin, end)
    if item["bullet"]:
        return Stretch("bullet", begin, item.end(), end)
    return Stretch("number", begin, item.end(), end, int(item["number"]))


def _inline(text: str, start: int, end: int) -> Iterator[Mark]:
    """Everything between two places that looks like a mark; of stars it is not known yet."""
    for match in _INLINE.finditer(text, start, end):
        span = match.span()
        if match["stars"]:
            yield from _stars(text, *span, end)
        elif match["shown"]:
            shown = _on_a_line(match["shown"])
            yield Mark(*span, "term", shown, _on_a_line(match["term"] or shown))
        elif match["source"]:
            yield Mark(*span, "cite", _on_a_line(match["locator"] or ""), match["source"])
        elif match["clinic"]:
            yield Mark(*span, "clinic", "", match["clinic"])
        else:
            yield Mark(*span, "star", "*")


def _stars(text: str, start: int, end: int, last: int) -> Iterator[Mark]:
    """Two are strong, one is emphasis; of three the one stands within the two."""
    ends = (
        start > 0 and not text[start - 1].isspace() and not text[end : min(end + 1, last)].isalnum()
    )
    if ends and (end - start) % 2:
        yield Mark(start, start + 1, "emphasis")
        start += 1
    for at in range(start, end, 2):
        yield Mark(at, min(at + 2, end), "strong" if at + 2 <= end else "emphasis")


def _on_a_line(words: str) -> str:
    return _FOLD.sub(" ", words) if "\n" in words else words


def _loose(text: str, stretch: Stretch, stretch_marks: list[Mark]) -> list[Mark]:
    """The stars that are only stars: no mark without its end, and none within a word or a number."""
    opened: list[Mark] = []
    loose: list[Mark] = []
    for mark in stretch_marks:
        if mark.kind not in {"strong", "emphasis"}:
            continue
        opens, closes = _may(text, stretch, mark)
        partner = next((opening for opening in opened if opening.kind == mark.kind), None)
        if closes and partner is not None:
            at = opened.index(partner)
            loose += opened[at + 1 :]
            del opened[at:]
        elif opens and partner is None:
            opened.append(mark)
        else:
            loose.append(mark)
    return sorted(loose + opened)


def _may(text: str, stretch: Stretch, star: Mark) -> tuple[bool, bool]:
    """Whether a star can begin emphasis, and whether it can end it; as `_` does in CommonMark."""
    before, after = around(text, stretch, star)
    left = not after.isspace() and (after.isalnum() or not before.isalnum())
    right = not before.isspace() and (before.isalnum() or not after.isalnum())
    return left and not before.isalnum(), right and not after.isalnum()


def around(text: str, stretch: Stretch, star: Mark) -> tuple[str, str]:
    """The characters before and after a run of stars; a space at either end of the block."""
    first, last = star.start, star.end
    while first > stretch.start and text[first - 1] == "*":
        first -= 1
    while last < stretch.end and text[last] == "*":
        last += 1
    before = text[first - 1] if first > stretch.start else " "
    return before, text[last] if last < stretch.end else " "


def _pieces(text: str, stretch: Stretch, stretch_marks: list[Mark]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    strong = emphasis = False
    last = stretch.start

    def say(words: str) -> None:
        if words:
            pieces.append(Piece("text", _on_a_line(words), "", strong, emphasis))

    for mark in stretch_marks:
        say(text[last : mark.start])
        last = mark.end
        if mark.kind == "strong":
            strong = not strong
        elif mark.kind == "emphasis":
            emphasis = not emphasis
        elif mark.kind == "star":
            say(mark.text)
        elif mark.kind == "cite":
            pieces.append(Piece("cite", mark.text, mark.ref))
        else:
            pieces.append(Piece(mark.kind, mark.text, mark.ref, strong, emphasis))
    say(text[last : stretch.end])
    return tuple(pieces)

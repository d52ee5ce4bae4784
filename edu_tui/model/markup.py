"""The one parser of authors' text: a small, fixed part of Markdown, turned into blocks of pieces.

Every front end draws from these pieces, so a text means the same everywhere, and nothing an author
writes is ever read as a screen's own markup. What is not part of the format is a `Problem` with its
place, not a guess; its characters are kept as text.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

PieceKind = Literal["text", "term", "cite", "clinic"]


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

    kind: Literal["paragraph", "bullet", "number"]
    pieces: tuple[Piece, ...]
    number: int = 0
    """The place of a numbered item, from 1."""

    @property
    def plain(self) -> str:
        """Its words alone, without citations."""
        return "".join(piece.text for piece in self.pieces if piece.kind != "cite").strip()


class Problem(NamedTuple):
    """Something that is not part of the format, where it starts, and what to write instead."""

    offset: int
    message: str


ITEM = re.compile(r"(?:(?P<bullet>[-*])|(?P<number>\d{1,2})[.)])\s+(?=\S)")
"""What makes a line the first of a list item."""
INLINE = re.compile(
    r"\[\[(?P<shown>[^\[\]|\n]+?)(?:\|(?P<term>[^\[\]|\n]+?))?\]\]"
    r"|\[@(?P<source>[A-Za-z0-9][\w-]*)(?:,\s*(?P<locator>[^\]\n]+))?\]"
    r"|\{clinic\.(?P<clinic>[a-z_]+)\}"
    r"|(?P<strong>\*\*)"
    r"|(?P<emphasis>\*)"
)
"""Every mark within a text."""
_FOREIGN = (
    (re.compile(r"^#{1,6}\s", re.M), "a heading is not part of a text; use the section's `title`"),
    (
        re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"),
        "pictures are not part of a text; use the section's `figure`",
    ),
    (
        re.compile(r"(?<!!)\[[^\]\n]*\]\([^)\n]*\)"),
        "links are not part of a text; cite a source as [@source-id]",
    ),
    (
        re.compile(r"</?[A-Za-z][^>\n]*>"),
        "HTML is not part of a text; use **strong** or *emphasis*",
    ),
    (
        re.compile(r"https?://\S+"),
        "addresses are not part of a text; put it in sources.yaml and cite [@source-id]",
    ),
)
_BROKEN = re.compile(r"\[\[|\]\]|\[@|\{clinic\b")


def parse(text: str) -> tuple[Block, ...]:
    """The blocks of a text; what is not understood stays as words."""
    return tuple(_block(lines) for lines in _paragraphs(text))


def folded(text: str) -> str:
    """The text with each paragraph and list item on one line, however it was laid out."""
    if "\n" not in text:
        return " ".join(text.split())
    return "\n".join(" ".join(" ".join(lines).split()) for lines in _paragraphs(text))


def problems(text: str) -> list[Problem]:
    """What in this text is not part of the format, in order of place."""
    found = [
        Problem(match.start(), message)
        for pattern, message in _FOREIGN
        for match in pattern.finditer(text)
    ]
    understood = INLINE.sub(lambda match: " " * len(match.group()), text)
    found += [
        Problem(match.start(), f"`{match.group()}` is not closed or not spelled as the format asks")
        for match in _BROKEN.finditer(understood)
    ]
    for start, paragraph in _spans(text):
        if paragraph.count("**") % 2:
            found.append(Problem(start + paragraph.rindex("**"), "`**` is opened but not closed"))
    return sorted(found)


def references(text: str, kind: PieceKind) -> list[tuple[int, str]]:
    """Offset and name of every term, source or placeholder a text refers to."""
    group = {"cite": "source", "clinic": "clinic"}
    found = []
    for match in INLINE.finditer(text):
        if kind == "term" and match["shown"]:
            found.append((match.start(), match["term"] or match["shown"]))
        elif kind in group and match[group[kind]]:
            found.append((match.start(), match[group[kind]]))
    return found


def _spans(text: str) -> list[tuple[int, str]]:
    """Each paragraph's offset and text; blank lines part them."""
    return [(m.start(), m.group()) for m in re.finditer(r"(?:[^\n]*\S[^\n]*(?:\n|$))+", text)]


def _paragraphs(text: str) -> list[list[str]]:
    """Lines that belong together: blank lines part paragraphs, markers part list items."""
    groups: list[list[str]] = []
    for _, paragraph in _spans(text):
        fresh = True
        for line in paragraph.splitlines():
            if fresh or ITEM.match(line.strip()):
                groups.append([])
            groups[-1].append(line.strip())
            fresh = False
    return groups


def _block(lines: list[str]) -> Block:
    text = " ".join(lines)
    item = ITEM.match(text)
    if item is None:
        return Block("paragraph", _pieces(text))
    words = _pieces(text[item.end() :])
    if item["bullet"]:
        return Block("bullet", words)
    return Block("number", words, int(item["number"]))


def _pieces(text: str) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    strong = emphasis = False
    last = 0

    def say(words: str) -> None:
        if words:
            pieces.append(Piece("text", words, "", strong, emphasis))

    for match in INLINE.finditer(text):
        marks = match["strong"] or match["emphasis"]
        if marks and not _is_mark(text, match, opened=strong if match["strong"] else emphasis):
            continue
        say(text[last : match.start()])
        last = match.end()
        if match["shown"]:
            term = match["term"] or match["shown"]
            pieces.append(Piece("term", match["shown"], term, strong, emphasis))
        elif match["source"]:
            pieces.append(Piece("cite", match["locator"] or "", match["source"]))
        elif match["clinic"]:
            pieces.append(Piece("clinic", "", match["clinic"], strong, emphasis))
        elif match["strong"]:
            strong = not strong
        else:
            emphasis = not emphasis
    say(text[last:])
    return tuple(pieces)


def _is_mark(text: str, match: re.Match[str], *, opened: bool) -> bool:
    """A star is a mark where it hugs a word and, to open, is closed later; else it is a star."""
    if opened:
        return not text[match.start() - 1].isspace()
    after = text[match.end() : match.end() + 1]
    return bool(after) and not after.isspace() and match.group() in text[match.end() :]

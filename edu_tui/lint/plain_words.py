"""A text's words without its markup, and the way back from a word to where it was written.

Taking the marks out is done for every text and has to be fast; the way back is walked only for the
few texts that something is wrong with. A test holds the two together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.model.markup import INLINE

if TYPE_CHECKING:
    from collections.abc import Mapping

_ITEM = r"(?:[-*]|\d{1,2}[.)])[^\S\n]+(?=\S)"
_OPENING = re.compile(rf"\s*{_ITEM}")
_BREAK = re.compile(rf"\n(?:[^\S\n]*\n\s*(?:{_ITEM})?|[^\S\n]*{_ITEM})")
_FOLD = re.compile(r"\n[^\S\n]*")
_TOKEN = re.compile(rf"(?P<break>{_BREAK.pattern})|(?P<fold>{_FOLD.pattern})|{INLINE.pattern}")
_MARKED = re.compile(r"[\n\[*{]")
_BETWEEN = {"break": "\n", "fold": " "}
_KEPT, _GONE = "\x00", "\x01"
"""Stand for the end of a block and for a mark that was taken out; content has no such characters."""


def plain_words(raw: str, clinic: Mapping[str, str]) -> str:
    """The words as a reader sees them, one block a line, placeholders filled in."""
    opening = _opening(raw)
    if not opening and not _MARKED.search(raw):
        return raw
    text = INLINE.sub(lambda mark: _in_place_of(mark, clinic), raw[opening:])
    if "\n" in text:
        text = _FOLD.sub(" ", _BREAK.sub(_KEPT, text)).replace(_KEPT, "\n")
    return text.replace(_GONE, "")


def place_in_raw(raw: str, offset: int, clinic: Mapping[str, str]) -> int:
    """Where in the text as written that character of its plain words stands."""
    last = _opening(raw)
    made = 0
    for token in _TOKEN.finditer(raw, last):
        literal = token.start() - last
        if made + literal > offset:
            break
        made += literal
        last = token.end()
        words = _BETWEEN.get(token.lastgroup or "") or _words(token, clinic)
        if made + len(words) > offset:
            shown = token["shown"] is not None
            return token.start("shown") + offset - made if shown else token.start()
        made += len(words)
    return min(last + offset - made, len(raw))


def _in_place_of(mark: re.Match[str], clinic: Mapping[str, str]) -> str:
    """A star may begin a list item; what a placeholder says never does."""
    words = _words(mark, clinic)
    return words if words[:1] == "*" else _GONE + words


def _opening(raw: str) -> int:
    """How much of its start is the mark of a list item."""
    if raw[:1] not in _OPENS:
        return 0
    mark = _OPENING.match(raw)
    return mark.end() if mark else 0


_OPENS = frozenset("-*0123456789 \n")


def _words(token: re.Match[str], clinic: Mapping[str, str]) -> str:
    """What a mark is to the reader."""
    name = token.lastgroup
    if name in {"shown", "term"}:
        return token["shown"]
    if name == "clinic":
        return clinic.get(token["clinic"], "the clinic")
    if name in {"strong", "emphasis"}:
        return "" if _hugs(token) else token.group()
    return ""


def _hugs(token: re.Match[str]) -> bool:
    """A star between spaces is a star."""
    around = token.string[max(0, token.start() - 1) : token.end() + 1]
    return bool(around.replace("*", "").strip())

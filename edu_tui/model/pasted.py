"""What Word, mail and the web leave in a text that is pasted: signs that mean something there, and nothing here.

A reader would see them as they stand, or see a list as one run of words. What is certain is an error;
what could be meant as it is, a warning.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class MarkProblem(NamedTuple):
    """Something that is not part of the format, where it starts, and what to write instead."""

    offset: int
    message: str
    severity: Literal["error", "warning"] = "error"
    """A warning where a reader sees every character, and perhaps not as it was meant."""


class _Sign(NamedTuple):
    """A sign of another program."""

    pattern: re.Pattern[str]
    message: str
    severity: Literal["error", "warning"] = "error"


_AT = r"^[^\S\n]*"
_BULLETS = (
    "\u2022\u25aa\u25e6\u2023\u00b7\u2043\u2219\u25cf\u25cb\u25a0\u25a1\u25ba\u27a2\u27a4"
    "\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
)
_JOINED = r"(?!and\b|or\b|to\b|y\b|o\b|e\b|u\b|a\b)"
"""`short- and long-term` is right."""
_LINES = (
    _Sign(
        re.compile(rf"{_AT}(?:#{{1,6}}[^\S\n]|#{{2,6}}(?=\w))", re.M),
        "a heading is not part of a text; use the section's `title`",
    ),
    _Sign(
        re.compile(
            rf"{_AT}(?:={{3,}}|-{{3,}}|~{{4,}}|(?:[-*_][^\S\n]+){{2,}}[-*_])[^\S\n]*$", re.M
        ),
        "a line of signs parts nothing and makes no heading; use the section's `title`, or an empty line",
    ),
    _Sign(
        re.compile(rf"{_AT}(?:[-*+{_BULLETS}][^\S\n]+)?\[[ xX]?\](?=[^\S\n]|$)", re.M),
        "boxes to tick are not part of a text; begin each item with `- `, or use a `sheet`",
    ),
    _Sign(
        re.compile(rf"{_AT}(?:[{_BULLETS}]|\+[^\S\n]+(?=[^\W\d_]))", re.M),
        "this sign makes no list, so its lines run together; begin each item with `- `",
    ),
    _Sign(
        re.compile(rf"{_AT}[-*][^\S\n]*(?=\Z|\n[^\S\n]*(?:\n|[-*]\s|\d))", re.M),
        "an item without words is shown as a sign alone; delete it",
        "warning",
    ),
    _Sign(
        re.compile(rf"{_AT}(?:-(?=[^\W\d_])|\d{{1,2}}[.)](?=[^\W\d_]))", re.M),
        "without a space this makes no list, so its lines run together; write `- ` or `1. `",
        "warning",
    ),
    _Sign(
        re.compile(
            rf"{_AT}(?:>+(?=[^\S\n]|$|[\"\u201c]|[^\W\d])|```|~~~(?!~)|\|(?=[^\S\n]|$|.*\|[^\S\n]*$)|:?-{{2,}}:?[^\S\n]*\|)"
            rf"|{_AT}[^\n|\[]*[^\s|][^\S\n]+\|[^\S\n][^\n]*\n(?=[^\n|\[]*[^\s|][^\S\n]+\|[^\S\n])",
            re.M,
        ),
        "quotations, code and tables are not part of a text, and run together; write sentences",
    ),
    _Sign(
        re.compile(rf"(?<=[a-zß-ÿ])[-\u2010]\s+{_JOINED}(?=[a-zß-ÿ])"),
        "a word that is parted at the end of a line is shown with a space in it; join it",
        "warning",
    ),
)
_LINK = _Sign(
    re.compile(
        r"(?<!!)\[[^\]\n]*\]\([^)\n]*\)|(?<!\[)\[[^\[\]@\n]+\]\[[^\[\]@\n]*\]|\[\^[^\[\]\n]+\]"
    ),
    "links are not part of a text; cite a source as [@source-id]",
)
_ADDRESS = _Sign(
    re.compile(r"https?://\S+"),
    "addresses are not part of a text; put it in sources.yaml and cite [@source-id]",
)
_WITHIN = (
    _Sign(
        re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"),
        "pictures are not part of a text; use the section's `figure`",
    ),
    _LINK,
    _Sign(
        re.compile(r"</?[A-Za-z][^>\n]*>|<!--"),
        "HTML is not part of a text; use **strong** or *emphasis*",
    ),
    _Sign(
        re.compile(
            r"(?<![\w/])(__?)(?=[^\s_])[^_\n]*(?<=[^\s_])\1(?!\w)|(~~|==)(?=[^\s~=])[^\n]+?(?<=\S)\2"
        ),
        "this is shown as it stands; write **strong** or *emphasis*",
    ),
    _Sign(
        re.compile(r"(?<!`)`+(?:[^`\n]+(?:`{1,2}|''))?"),
        'a backtick is shown as it stands; write "..."',
    ),
    _Sign(
        re.compile(r"\\(?!\*)"),
        "a backslash is shown as it stands; delete it, and for a new line press Enter",
        "warning",
    ),
    _Sign(
        re.compile(
            r'""(?=\w)[^"\n]*(?:"")?|(?<=\w|[.,!?])""|\u201c\u201c|\u201d\u201d|(?<![\'\d`])\'\'(?!\')(?:[^\'\n]+\'\')?'
        ),
        'a quotation mark that is doubled is shown twice; write "..."',
        "warning",
    ),
    _Sign(
        re.compile(
            r"\u00e2\u20ac.|\u00c3[\u0080-\u00bf]|\u00c2[\u00a0-\u00bf]|(?:=[0-9A-F]{2}){2,}|(?<=\w)=(?:20)?\n"
        ),
        "a letter that another program has garbled; write the letter itself",
    ),
)
_PARAGRAPH = re.compile(r"[^\S\n]*\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_LABEL = re.compile(
    rf"{_AT}(?:(?P<dash>[\u2013\u2014\u2212])|(?P<o>o)(?=[^\S\n]+[^\Wa-zß-ÿ\d_])"
    r"|(?P<bracket>\((?:\d{1,2}|[A-Za-z]|[ivx]{2,4})\))|(?P<letter>[A-Za-z]\)|[ivx]{2,4}\))"
    r"|(?P<stop>[A-Za-z]\.|[ivxIVX]{2,4}\.)|(?P<number>\d{1,2}(?:\.\)|\]|\.\d{1,2}\.?(?=[^\S\n]+[^\W\da-zß-ÿ]))))"
    r"(?=[^\S\n]+\S)",
    re.M,
)
_ONLY_TOGETHER = frozenset({"dash", "stop"})
"""One alone begins what somebody says, or a name: `A. Smith`."""
_ENDED = frozenset(".:;!?\u2026")
LONGEST_MEANING = 2
"""Characters that a code stands for, at the most."""
_CODED = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});?")


def lines_and_signs(text: str) -> Iterator[MarkProblem]:
    """What belongs to another program, in a text that takes marks."""
    told: dict[int, MarkProblem] = {}
    for sign in (*_LINES, *_WITHIN, _ADDRESS):
        for match in sign.pattern.finditer(text):
            start = match.end() - len(match.group().lstrip())
            told.setdefault(start, MarkProblem(start, sign.message, sign.severity))
    yield from told.values()
    yield from coded(text)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where signs of another program stand in a text that takes no marks."""
    for sign in _WITHIN:
        for match in sign.pattern.finditer(text):
            yield match.span()


def coded(text: str) -> Iterator[MarkProblem]:
    """The codes of web pages, and the characters they stand for."""
    for match in _CODED.finditer(text):
        # a table of 2,000 names, for a text that seems to have one
        from html import unescape

        code = match.group()
        means = unescape(code)
        # of `&copyright` only a part is a code
        if means != code and len(means) <= LONGEST_MEANING:
            written = (
                f"`{means}`" if means.isprintable() else "a space" if means.isspace() else "nothing"
            )
            yield MarkProblem(match.start(), f"`{code}` is shown as it stands; write {written}")


def labels(text: str) -> Iterator[MarkProblem]:
    """Lists whose items begin with a sign that makes no list here, at the first item of each.

    A line in the middle of a sentence may begin so by chance. One that begins a paragraph, or comes
    after the end of a sentence, does not; nor do two in one paragraph.
    """
    for paragraph in _PARAGRAPH.finditer(text):
        found: dict[str, list[re.Match[str]]] = {}
        for match in _LABEL.finditer(text, *paragraph.span()):
            found.setdefault(match.lastgroup or "", []).append(match)
        for family, items in found.items():
            first = items[0]
            apart = family not in _ONLY_TOGETHER and (
                first.start() == paragraph.start() or _is_ended(text, first.start())
            )
            announced = family == "dash" and text[: first.start()].rstrip()[-1:] == ":"
            if apart or announced or len(items) > 1:
                label = first[family]
                message = (
                    f"`{label}` makes no item of a list, so its lines run together; "
                    "begin each item with `- ` or `1. `"
                )
                yield MarkProblem(first.start(family), message, "warning")


def _is_ended(text: str, start: int) -> bool:
    return text[:start].rstrip()[-1:] in _ENDED

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

    needs: tuple[str, ...]
    """One of these is in each text that has it: most texts need no search, and no pattern made for it."""
    pattern: str
    message: str
    severity: Literal["error", "warning"] = "error"

    def found(self, text: str) -> Iterator[re.Match[str]]:
        """Each place where it stands."""
        if any(part in text for part in self.needs):
            yield from re.finditer(self.pattern, text, re.M)


_AT = r"^[^\S\n]*"
_BULLETS = (
    "\u2022\u25aa\u25e6\u2023\u00b7\u2043\u2219\u25cf\u25cb\u25a0\u25a1\u25ba\u27a2\u27a4"
    "\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
)
_JOINED = r"(?!and\b|or\b|to\b|y\b|o\b|e\b|u\b|a\b)"
"""`short- and long-term` is right."""
_ROW = rf"{_AT}[^\n|\[]*[^\s|][^\S\n]+\|[^\S\n][^\n]*"
_LINES = (
    _Sign(
        ("#",),
        rf"{_AT}(?:#{{1,6}}[^\S\n]|#{{2,6}}(?=\w))",
        "a heading is not part of a text; use the section's `title`",
    ),
    _Sign(
        ("===", "---", "~~~", "- -", "* *", "_ _"),
        rf"{_AT}(?:={{3,}}|-{{3,}}|~{{4,}}|(?:[-*_][^\S\n]+){{2,}}[-*_])[^\S\n]*$",
        "a line of signs parts nothing and makes no heading; use the section's `title`, or an empty line",
    ),
    _Sign(
        ("[ ]", "[x]", "[X]", "[]"),
        rf"{_AT}(?:[-*+{_BULLETS}][^\S\n]+)?\[[ xX]?\](?=[^\S\n]|$)",
        "boxes to tick are not part of a text; begin each item with `- `, or use a `sheet`",
    ),
    _Sign(
        (*_BULLETS, "+"),
        rf"{_AT}(?:[{_BULLETS}]|\+[^\S\n]+(?=[^\W\d_]))",
        "this sign makes no list, so its lines run together; begin each item with `- `",
    ),
    _Sign(
        ("-", "*"),
        rf"{_AT}[-*][^\S\n]*(?=\Z|\n[^\S\n]*(?:\n|[-*]\s|\d))",
        "an item without words is shown as a sign alone; delete it",
        "warning",
    ),
    _Sign(
        ("-", ".", ")"),
        rf"{_AT}(?:-(?=[^\W\d_])|\d{{1,2}}[.)](?=[^\W\d_]))",
        "without a space this makes no list, so its lines run together; write `- ` or `1. `",
        "warning",
    ),
    _Sign(
        (">", "`", "~", "|"),
        rf"{_AT}(?:>+(?=[^\S\n]|$|[\"\u201c]|[^\W\d])|```|~~~(?!~)|\|(?=[^\S\n]|$|.*\|[^\S\n]*$)"
        rf"|:?-{{2,}}:?[^\S\n]*\|)|{_ROW}\n(?={_ROW}$)",
        "quotations, code and tables are not part of a text, and run together; write sentences",
    ),
    _Sign(
        ("- ", "-\n", "\u2010"),
        rf"(?<=[a-zß-ÿ])[-\u2010]\s+{_JOINED}(?=[a-zß-ÿ])",
        "a word that is parted at the end of a line is shown with a space in it; join it",
        "warning",
    ),
)
_ADDRESS = _Sign(
    ("://",),
    r"https?://\S+",
    "addresses are not part of a text; put it in sources.yaml and cite [@source-id]",
)
_WITHIN = (
    _Sign(
        ("![",),
        r"!\[[^\]\n]*\]\([^)\n]*\)",
        "pictures are not part of a text; use the section's `figure`",
    ),
    _Sign(
        ("](", "][", "[^"),
        r"(?<!!)\[[^\]\n]*\]\([^)\n]*\)|(?<!\[)\[[^\[\]@\n]+\]\[[^\[\]@\n]*\]|\[\^[^\[\]\n]+\]",
        "links are not part of a text; cite a source as [@source-id]",
    ),
    _Sign(
        ("<",),
        r"</?[A-Za-z][^>\n]*>|<!--",
        "HTML is not part of a text; use **strong** or *emphasis*",
    ),
    _Sign(
        ("_", "~~", "=="),
        r"(?<![\w/])(__?)(?=[^\s_])[^_\n]*(?<=[^\s_])\1(?!\w)|(~~|==)(?=[^\s~=])[^\n]+?(?<=\S)\2",
        "this is shown as it stands; write **strong** or *emphasis*",
    ),
    _Sign(
        ("`",),
        r"(?<!`)`+(?:[^`\n]+(?:`{1,2}|''))?",
        'a backtick is shown as it stands; write "..."',
    ),
    _Sign(
        ("\\",),
        r"\\(?!\*)",
        "a backslash is shown as it stands; delete it, and for a new line press Enter",
        "warning",
    ),
    _Sign(
        ('""', "''", "\u201c\u201c", "\u201d\u201d"),
        r'""(?=\w)[^"\n]*(?:"")?|(?<=\w|[.,!?])""|\u201c\u201c|\u201d\u201d|(?<![\'\d`])\'\'(?!\')(?:[^\'\n]+\'\')?',
        'a quotation mark that is doubled is shown twice; write "..."',
        "warning",
    ),
    _Sign(
        ("\u00e2", "\u00c3", "\u00c2", "="),
        r"\u00e2\u20ac.|\u00c3[\u0080-\u00bf]|\u00c2[\u00a0-\u00bf]|(?:=[0-9A-F]{2}){2,}|(?<=\w)=(?:20)?\n",
        "a letter that another program has garbled; write the letter itself",
    ),
)
_LABEL = (
    r"[^\S\n]*(?:(?P<dash>[\u2013\u2014\u2212])|(?P<o>o)(?=[^\S\n]+[^\Wa-zß-ÿ\d_])"
    r"|(?P<bracket>\((?:\d{1,2}|[A-Za-z]|[ivx]{2,4})\))|(?P<letter>[A-Za-z]\)|[ivx]{2,4}\))"
    r"|(?P<stop>[A-Za-z]\.|[ivxIVX]{2,4}\.)|(?P<number>\d{1,2}(?:\.\)|\]|\.\d{1,2}\.?(?=[^\S\n]+[^\W\da-zß-ÿ]))))"
    r"(?=[^\S\n]+\S)"
)
_ONLY_TOGETHER = frozenset({"dash", "stop"})
"""One alone begins what somebody says, or a name: `A. Smith`."""
_ENDED = frozenset(".:;!?\u2026")
LONGEST_MEANING = 2
"""Characters that a code stands for, at the most."""
_CODED = r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});?"


def lines_and_signs(text: str) -> Iterator[MarkProblem]:
    """What belongs to another program, in a text that takes marks."""
    told: dict[int, MarkProblem] = {}
    for sign in (*_LINES, *_WITHIN, _ADDRESS):
        for match in sign.found(text):
            start = match.end() - len(match.group().lstrip())
            told.setdefault(start, MarkProblem(start, sign.message, sign.severity))
    yield from told.values()
    yield from coded(text)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where signs of another program stand in a text that takes no marks."""
    for sign in _WITHIN:
        for match in sign.found(text):
            yield match.span()


def coded(text: str) -> Iterator[MarkProblem]:
    """The codes of web pages, and the characters they stand for."""
    for match in re.finditer(_CODED, text):
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
    offset, begins, end = 0, True, ""
    seen: dict[str, MarkProblem | None] = {}
    for line in text.split("\n"):
        if not line.strip():
            begins = True
            seen.clear()
        else:
            match = re.match(_LABEL, line)
            family = match.lastgroup if match else None
            if match and family:
                again = family in seen
                problem = seen.setdefault(
                    family, _no_item(offset + match.start(family), match[family])
                )
                certain = family not in _ONLY_TOGETHER and (begins or end in _ENDED)
                if problem and (again or certain or (family == "dash" and end == ":")):
                    yield problem
                    seen[family] = None
            begins, end = False, line.rstrip()[-1]
        offset += len(line) + 1


def _no_item(offset: int, label: str) -> MarkProblem:
    message = (
        f"`{label}` makes no item of a list, so its lines run together; "
        "begin each item with `- ` or `1. `"
    )
    return MarkProblem(offset, message, "warning")

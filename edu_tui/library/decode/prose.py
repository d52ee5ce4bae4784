"""An author's text: what of it is lost or is not part of the format, and what it refers to.

Problems are findings at once, with their place in the file however the text was quoted; references
are kept with the document, because the glossary and the bibliography are other files.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.source.document import Use
from edu_tui.library.source.yaml_errors import in_quotes
from edu_tui.model import mark_problems, markup

if TYPE_CHECKING:
    from edu_tui.library.source.document import Document
    from edu_tui.library.source.nodes import Scalar
    from edu_tui.model.mark_problems import Sort

MAX_SIGNS = 400
"""A text of nothing but brackets would keep the parser busy for seconds."""
_MAYBE_MARKUP = re.compile(
    r"[*#<>&\[\]{}@|`~_\\=\u00c2\u00c3\u2010\u201c\u201d\u2022-\u2bff\uf000-\uf0ff]|https?://|(?i:clinic\.)|\"\"|''"
    r"|(?:\A|\n)[ \t]*(?:[-+(\d\u2013\u2014\u00b7]|[A-Za-z]{1,4}[.)]|o )|-\s",
)
_NEAR = re.compile(
    r"(?<![\[\w])\[(?P<bracket>[^\[\]\n|@]{1,80})\](?![\](])"
    r"|(?<![\w\[@.])@(?P<at>[A-Za-z0-9][\w-]*)"
    r"|(?<![{\w.])clinic\.(?P<clinic>[a-z_]+)"
)
"""What is a near miss of a mark if the glossary, the sources or the library have it."""
_COMMENT = re.compile(r"[ \t]+(#[^\n]*)")
_BELOW = re.compile(r"[ \t]*\n(?:[ \t]*\n)*([ ]+)#[^\n]*")
_BLANK = re.compile(r"\n[ \t]*\n")
_LISTED = re.compile(r"\n[ \t]*(?:[-*\u2022]|\d{1,2}[.)])[ \t]+\S")


def read_text(document: Document, scalar: Scalar, where: str, sort: Sort, key: str) -> str:
    """The text without its trailing line break; of a text that is not `marked`, on one line."""
    value = scalar.value
    if value.count("[") + value.count("<") + value.count("*") + value.count("{") > MAX_SIGNS:
        message = f"more than {MAX_SIGNS} of `[`, `<`, `*` and `{{` in one text; split it"
        document.report_node(scalar, "too-large", message, where)
    # an alias has been refused, and has no words of its own
    elif sort != "verbatim" and scalar.style != "*" and _MAYBE_MARKUP.search(value):
        _marks(document, scalar, where, sort, key)
    if sort == "marked":
        _layout(document, scalar, where)
        return value.rstrip()
    return " ".join(value.split("\n")).strip()


def _marks(document: Document, scalar: Scalar, where: str, sort: Sort, key: str) -> None:
    for problem in mark_problems.problems(scalar.value.rstrip(), sort, key):
        document.report_within(
            scalar, problem.offset, "bad-markup", problem.message, where, problem.severity
        )
    uses = document.uses
    if sort != "plain":
        uses.extend(
            Use(mark.kind, mark.ref, scalar, mark.start, where)
            for mark in markup.referring(scalar.value)
        )
    for match in _NEAR.finditer(scalar.value):
        kind, name = f"near {match.lastgroup}", match[match.lastgroup or 0]
        uses.append(Use(kind, name, scalar, match.start(), where, sort, key))


def find_dropped(document: Document, scalar: Scalar, where: str, column: int = 0) -> None:
    """Tell of what YAML takes for a comment after a text that is not in quotes.

    `column` is that of the keys or entries around it, from 1, where they stand on lines of their own: a
    comment further in than that looks like more of the text.
    """
    if scalar.style:
        return
    text = document.text
    match = _COMMENT.match(text, scalar.end)
    if match is not None:
        place = match.start(1)
    else:
        match = _BELOW.match(text, scalar.end) if column and scalar.value else None
        if match is None or len(match[1]) < column:
            return
        place = match.end(1)
    line, at = document.place(place)
    begin = scalar.value.split("\n")[0]
    quoted = in_quotes(f"{begin} {match[0].strip()}".strip())
    message = f"text after # is dropped; quote the whole text: {quoted}, or delete what is after it"
    document.report(line, at, "comment", message, where)


def is_comment(document: Document, scalar: Scalar) -> bool:
    """Whether a comment follows on the same line."""
    return _COMMENT.match(document.text, scalar.end) is not None


def _layout(document: Document, scalar: Scalar, where: str) -> None:
    """A text that YAML folds has neither lists nor paragraphs, however it is laid out."""
    if scalar.style == "|":
        return
    source = document.text[scalar.start : scalar.end].rstrip()
    if "\n" not in source:
        return
    first = 0
    if scalar.style == ">":
        head = source.index("\n")
        # the line break before its first line of words
        first = source.rindex(
            "\n", 0, head + 1 + len(source[head + 1 :]) - len(source[head + 1 :].lstrip())
        )
    for pattern, what in ((_LISTED, "a list"), (_BLANK, "paragraphs")):
        match = pattern.search(source, first)
        if match is not None:
            place = document.place(scalar.start + match.end() - 1)
            message = f"{what} in a text like this runs together; begin the text with `|`"
            document.report(*place, "folded", message, where)
            return

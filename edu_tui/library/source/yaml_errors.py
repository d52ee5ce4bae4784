"""What to tell an author whose file is not YAML: where, and which text to put in quotes.

The parser's own words are about indicators and block collections; most mistakes are a text that
begins with a sign, holds a colon, or a quote that was never closed. Each gets one plain sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from edu_tui.library.finding import quoted
from edu_tui.library.source.nodes import place

if TYPE_CHECKING:
    from edu_tui.library.source.nodes import Scalar

_VALUE = re.compile(r"^\s*(?:- +)*(?:[\w.-]+ *: +)?(?P<value>\S.*)?$")
_BRACED = re.compile(r"\{+\s*[\w. ]+\}")
"""A placeholder, however it is spelled; no mapping, which has a colon."""
_SOURCES = r"(\s*(?:- )?sources: +)(\[[^\]]*@[^\]]*\])"
_QUOTED = r"'[^']*'|\"(?:[^\"\\]|\\.)*\""
_IN_LIST = r"\s*(?:,|\]+\s*(?:,|\}|$))"
_IN_BRACES = r"\s*(?:,\s+[\w.-]+\s*:(?:\s|$)|\}+\s*(?:,|\]|$))"
"""Where a text within brackets ends: at the next entry, at the next key, at the last bracket."""
_SIGNS = {"@", "`", "%", "&", "*", "!"}


class UnderstoodYaml(NamedTuple):
    """What was understood before the error."""

    text: str
    last: Scalar | None
    """The last text."""
    opened: tuple[int, int] | None
    """Line and column of a bracket that is still open."""


def explain(read: UnderstoodYaml, error: Any) -> tuple[int, int, str]:
    """Line, column and message for a syntax error."""
    mark = error.problem_mark or error.context_mark
    context = error.context_mark
    if mark is None:
        return 1, 1, str(error.problem or error)
    text, last, _ = read
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    return (
        _tab(line, mark)
        or _open_quote(text, error, last)
        or _open_bracket(read, mark)
        or _cited(line, mark)
        or _bracket(lines, mark)
        or _sign(lines, context or mark, error)
        or _sign(lines, mark, error)
        or _colon(text, error, mark, last)
        or _after_quote(text, mark, last)
        or _no_colon(lines, error)
        or _plainly(lines, error, mark)
    )


def _tab(line: str, mark: Any) -> tuple[int, int, str] | None:
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" not in indent or mark.column > len(indent):
        return None
    return mark.line + 1, indent.index("\t") + 1, "a tab in the indentation; use spaces"


def _open_quote(text: str, error: Any, last: Scalar | None) -> tuple[int, int, str] | None:
    """A quote without its end swallows lines up to the next quote, or up to the end."""
    message = "this quote is not closed; end the text with the same quote sign"
    context = error.context_mark
    if "quoted scalar" in str(error.context) and "end of stream" in str(error.problem):
        return context.line + 1, context.column + 1, message
    if last is None or last.style not in {"'", '"'} or error.problem_mark is None:
        return None
    spans = place(text, last.end)[0] > last.line
    near = (
        0 <= error.problem_mark.index - last.end <= 2
        or error.problem_mark.line + 1 == (place(text, last.end)[0])
    )
    return (last.line, last.column, message) if spans and near else None


def _open_bracket(read: UnderstoodYaml, mark: Any) -> tuple[int, int, str] | None:
    """A bracket without its end swallows the lines below; one mistake inside it is another thing."""
    if read.opened is None or read.opened[0] > mark.line:
        return None
    last, at_colon = read.last, read.text[mark.index : mark.index + 1] == ":"
    if at_colon and last and not last.style and last.line == mark.line + 1:
        return None
    message = "this bracket is not closed; close it, or quote the text if it begins with a bracket"
    return *read.opened, message


def _cited(line: str, mark: Any) -> tuple[int, int, str] | None:
    """`sources: [@label]`: in a text it would be right."""
    match = re.match(_SOURCES, line)
    if match is None:
        return None
    message = f"in `sources` an id stands without @; write {match[2].replace('@', '')}"
    return mark.line + 1, match.start(2) + 1, message


def _sign(lines: list[str], mark: Any, error: Any) -> tuple[int, int, str] | None:
    line = lines[mark.line] if mark.line < len(lines) else ""
    sign = line[mark.column : mark.column + 1]
    problem = str(error.problem)
    acts = (
        sign in _SIGNS
        or (sign in {"-", "?"} and "not allowed" in problem)
        or (sign in {"|", ">"} and "line break" in problem)
        or (sign == ":" and line[: mark.column].rstrip().endswith(":"))
    )
    if not sign or not acts:
        return None
    quotes = in_quotes(_until_bracket(line, mark.column))
    todo = f"quote it: {quotes}"
    if sign == "`":
        # In quotes it would be shown as it stands: no text takes that mark.
        todo = "write the words without backticks"
    message = f"a text cannot begin with {sign} in YAML; {todo}"
    return mark.line + 1, mark.column + 1, message


def _colon(text: str, error: Any, mark: Any, last: Scalar | None) -> tuple[int, int, str] | None:
    """`title: note: two`: the second colon is what YAML stumbles over."""
    at_colon = text[mark.index : mark.index + 1] == ":"
    inside = "mapping values" in str(error.problem) or "expected ','" in str(error.problem)
    if not (at_colon and inside) or last is None or last.style:
        return None
    if place(text, last.end)[0] > last.line:
        message = (
            "this line is read as more of the text above; indent it as its neighbours, "
            "or write the text above as a block with `|`"
        )
        begin = text.rfind("\n", 0, mark.index) + 1
        indent = len(text[begin : mark.index]) - len(text[begin : mark.index].lstrip())
        return mark.line + 1, indent + 1, message
    begin = text.rfind("\n", 0, last.start) + 1
    rest = _until_bracket(text[begin:].partition("\n")[0], last.start - begin)
    message = (
        f"a text with a colon and a space is read as a key in YAML; quote it: {in_quotes(rest)}"
    )
    return last.line, last.column, message


def _bracket(lines: list[str], mark: Any) -> tuple[int, int, str] | None:
    """A text that begins with `[[term]]` or `{clinic.name}` and goes on."""
    line = lines[mark.line] if mark.line < len(lines) else ""
    match = _VALUE.match(line)
    value = match["value"] if match else None
    if match is None or not value or value[0] not in "[{" or mark.column <= match.start("value"):
        return None
    if value[0] == "{" and not _BRACED.match(value):
        return None
    message = f"a text cannot begin with {value[0]} in YAML; quote it: {in_quotes(value)}"
    if value[0] == "[" and value.find("]") == len(value.rstrip()) - 1:
        message += "; where a list is meant, quote the entry"
    return mark.line + 1, match.start("value") + 1, message


def _after_quote(_text: str, mark: Any, last: Scalar | None) -> tuple[int, int, str] | None:
    if last is None or last.style not in {"'", '"'} or not 0 <= mark.index - last.end <= 2:
        return None
    message = (
        "words follow the closing quote; put the whole text in quotes, "
        "the other sort if it holds this one"
    )
    return last.line, last.column, message


def _no_colon(lines: list[str], error: Any) -> tuple[int, int, str] | None:
    context = error.context_mark
    if "simple key" not in str(error.context) or context is None:
        return None
    words = quoted(lines[context.line].strip())
    message = (
        f"{words} is not a key with a value; write `key: text`, or indent it under the key above"
    )
    return context.line + 1, context.column + 1, message


def _plainly(lines: list[str], error: Any, mark: Any) -> tuple[int, int, str]:
    problem = str(error.problem)
    if "end of stream" in problem and error.context_mark is not None:
        mark = error.context_mark
    row = min(mark.line, len(lines) - 1)
    column = mark.column if row == mark.line else len(lines[row])
    if "'-' indicator" in problem:
        return row + 1, column + 1, "in a list every line begins with `- `; check the indentation"
    if "expected key" in problem or "block end" in problem or "document start" in problem:
        return (
            row + 1,
            column + 1,
            "this does not line up with the keys above; check its indentation",
        )
    if "',' or" in problem:
        begin = error.context_mark or mark
        return (
            row + 1,
            column + 1,
            f"the bracket opened on line {begin.line + 1} is not closed, or a comma is missing",
        )
    if "escape" in problem:
        return row + 1, column + 1, "a backslash in double quotes is an escape; use single quotes"
    return row + 1, column + 1, f"this is not YAML: {problem}"


def _until_bracket(line: str, column: int) -> str:
    """The rest of a line from there, or as much of it as belongs to one text of the brackets it stands in."""
    open_ones = ""
    for char in re.sub(_QUOTED, lambda quote: "x" * len(quote[0]), line[:column]):
        open_ones = open_ones + char if char in "[{" else open_ones[: -1 if char in "]}" else None]
    rest = line[column:]
    if not open_ones:
        return rest
    end = _IN_LIST if open_ones[-1] == "[" else _IN_BRACES
    return re.split(end, rest, maxsplit=1)[0]


def begins_with(sign: str) -> str:
    """What to do about a text that YAML takes for something else because of its first character."""
    return f"a text that begins with `{sign}` has to be in quotes"


def in_quotes(value: str) -> str:
    """What to write for a text that has to be in quotes, where it is short."""
    words = value.rstrip()
    if len(words) > 60:
        return "'...'"
    return "'" + words.replace("'", "''") + "'"

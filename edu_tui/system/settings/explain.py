"""What is wrong with a file of settings, and on which line.

TOML's parser tells where a text is not TOML; where a name stands that means nothing it does not tell.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from tomllib import loads
from typing import TYPE_CHECKING

from edu_tui.system.settings.table import BY_NAME
from edu_tui.system.settings.value import wanted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_TOKEN = re.compile(
    r"'''.*?'''+"
    r'|"""(?:\\.|[^\\])*?"""+'
    r"|'[^'\n]*'"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|#[^\n]*|[][{}\n]",
    re.DOTALL,
)
"""What may hold a line end, a bracket or a number sign; only for text that is TOML."""
_PLACE = re.compile(r"^(?P<said>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end.*)\)$")


def nearest(word: str, known: Iterable[str]) -> str:
    """The end of a message: what was most likely meant, or where to look."""
    near = get_close_matches(word.casefold(), list(known), 1)
    return f"did you mean `{near[0]}`?" if near else "see edu-tui settings --example"


def unknown(key: str, value: object, taken: Collection[str]) -> str:
    """What to say of a name that is no setting; none is offered that is set already."""
    name = key if len(key) <= 40 else f"{key[:37]}..."
    first = value[0] if isinstance(value, list) and value else value
    if isinstance(first, dict):
        return f"there is no group `{name}`; settings stand by themselves, such as detail = true"
    return f"there is no setting `{name}`; {nearest(key, BY_NAME.keys() - set(taken))}"


def lines_of(text: str) -> dict[str, int]:
    """The line on which each name of the outermost level begins; for text that is TOML."""
    result: dict[str, int] = {}
    within = False
    for line, statement in _statements(text):
        heading = statement.lstrip().startswith("[")
        within = within or heading
        if heading or not within:
            for name in loads(statement):
                result.setdefault(name, line)
    return result


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each line, with those that a bracket or a quote makes one with it, and its number."""
    depth = start = 0
    line = 1
    text += "\n"
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark in {"[", "{"}:
            depth += 1
        elif mark in {"]", "}"}:
            depth -= 1
        elif mark == "\n" and depth == 0:
            statement = text[start : token.start()]
            yield line, statement
            line += statement.count("\n") + 1
            start = token.end()


def explain(text: str, message: str) -> tuple[int, str]:
    """Line and message for a text that is not TOML; the parser's own words only where we have none."""
    match = _PLACE.match(message)
    lines = text.split("\n")
    if match is None:
        return 0, f"this is not TOML: {message}"
    number = int(match["line"] or len(text.rstrip("\n").split("\n")))
    line = lines[number - 1] if number <= len(lines) else ""
    named = line.partition("=")[0].strip()
    value = "write true, false, a number, or a text in quotes"
    hints = {
        "Invalid value": wanted(BY_NAME[named]) if named in BY_NAME else value,
        "Expected '='": "write a name, = and a value, such as detail = true",
        "Invalid statement": "write a name, = and a value; a note begins with #",
        "Cannot overwrite": f"`{named}` stands here for the second time; keep one",
        "Unterminated string": "this text has no quote at its end",
        "Illegal character '\\n'": "this text has no quote at its end",
        "Unescaped": "a backslash needs single quotes, such as 'C:\\library'",
        "Invalid hex": "a backslash needs single quotes, such as 'C:\\library'",
        "Expected newline": "something follows the value; put the whole of a text in quotes",
    }
    own = (hint for begin, hint in hints.items() if match["said"].startswith(begin))
    return number, next(own, f"this is not TOML: {match['said']}")

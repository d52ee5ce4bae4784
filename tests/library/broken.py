"""Two hundred and more ways to break a module file, each at a line that is known.

Nothing here is left to chance: every breakage is made from the valid module by one rule, at each
place where the rule applies.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .samples import MODULE

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEY = re.compile(r"^(?P<lead>\s*(?:- )?)(?P<key>[a-z_]+):(?P<value> .+)?$")
_TEXT_KEYS = {"title", "summary", "key_message", "warning", "tip", "happens", "ask", "hint", "alt"}
_NEEDED = {"title", "summary", "minutes", "ask", "teaches", "alt", "phase"}
_ID_REFERENCES = ("teaches", "objective")


class Broken(NamedTuple):
    """A broken file and where its finding has to be."""

    name: str
    text: str | bytes
    line: int


def broken_files() -> list[Broken]:
    """All of them, in a fixed order."""
    return [*_by_key(), *_by_text(), *_by_line(), *_whole()]


def _lines() -> Iterator[tuple[int, str, re.Match[str]]]:
    """Number, line and parts of each line that is a key outside a block of text."""
    for number, line in enumerate(MODULE.split("\n"), 1):
        match = _KEY.match(line)
        if match:
            yield number, line, match


def _with(number: int, *lines: str) -> str:
    """The module with other lines in place of one."""
    all_lines = MODULE.split("\n")
    return "\n".join([*all_lines[: number - 1], *lines, *all_lines[number:]])


def _by_key() -> Iterator[Broken]:
    for number, line, match in _lines():
        lead, key, value = match["lead"], match["key"], match["value"] or ""
        yield Broken(f"unknown key for {key}", _with(number, f"{lead}{key}x:{value}"), number)
        indent = " " * len(lead)
        twice = f"{indent}{key}:{value if '|' not in value else ' again'}"
        if value and "|" not in value:
            yield Broken(f"duplicate {key}", _with(number, line, twice), number + 1)
        if key in _NEEDED and not (key == "minutes" and lead):
            yield Broken(f"missing {key}", _with(number), _mapping_of(number, lead))
        if key in _ID_REFERENCES:
            yield Broken(f"bad reference {key}", _with(number, f"{lead}{key}: nowhere"), number)


def _mapping_of(number: int, lead: str) -> int:
    """The line where the mapping of a key begins."""
    if "- " in lead:
        return number
    lines = MODULE.split("\n")
    for before in range(number - 1, 0, -1):
        line = lines[before - 1]
        indent = len(line) - len(line.lstrip())
        if line.startswith(" " * (len(lead) - 2) + "- ") and lead:
            return before
        if line.strip() and indent < len(lead):
            return before + 1
    return 1


def _by_text() -> Iterator[Broken]:
    for number, _, match in _lines():
        lead, key, value = match["lead"], match["key"], match["value"]
        if key not in _TEXT_KEYS or not value:
            continue
        for name, made in (
            ("a list", "[one, two]"),
            ("a mapping", "{one: two}"),
            ("nothing", ""),
            ("a tag", f"!x{value}"),
            ("an anchor", f"&x{value}"),
            ("an alias", "*x"),
            ("an at sign", f"@{value.strip()}"),
            ("a backtick", f"`{value.strip()}"),
            ("a colon", f"{value.strip()}: more"),
            ("an unclosed double quote", f'"{value.strip()}'),
            ("an unclosed single quote", f"'{value.strip()}"),
            ("an unclosed bracket", f"[{value.strip()}"),
            ("an escape character", f"{value.strip()}\x1b[2J"),
            ("an escaped escape", f'"{value.strip()}\\x1b[2J"'),
            ("a turned direction", f"{value.strip()}\u202e"),
            ("a zero-width space", f"{value.strip()}\u200b"),
        ):
            yield Broken(f"{name} in {key}", _with(number, f"{lead}{key}: {made}"), number)


def _by_line() -> Iterator[Broken]:
    for number, line, match in _lines():
        if not match["lead"]:
            continue
        if number % 3 == 0:
            yield Broken("a tab in the indentation", _with(number, f"\t{line.lstrip()}"), number)
        if match["key"] == "id":
            bad = f"{match['lead']}id: Not An Id"
            yield Broken("an id that is none", _with(number, bad), number)


def _whole() -> Iterator[Broken]:
    last = MODULE.count("\n")
    yield Broken("two documents", f"{MODULE}---\nid: b\n", last + 1)
    yield Broken("not UTF-8", MODULE.encode() + b"# \xff\n", last + 1)
    yield Broken("a NUL", f"{MODULE}# \x00\n", last + 1)
    yield Broken("nothing", "", 1)
    yield Broken("a list", "- a\n", 1)
    yield Broken("a text", "hello\n", 1)
    yield Broken("deep", "sections: " + "[" * 5000, 1)
    yield Broken("large", b"#" * (1024 * 1024 + 1), 1)
    yield Broken("laughs", "a: &a [x, x]\nb: [*a, *a, *a]\n", 1)

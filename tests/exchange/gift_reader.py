"""GIFT as a stranger reads it: the rules of GIFT-grammar-PEG.js, as far as our questions need them.

As there, each rule takes as much as it can and nothing is tried again: what has begun as pairs stays pairs.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_TEXT = r"(?:\\[\\:#={}~n]|[^=~#{}\\:])"
_LEFT = r"(?:\\[\\:#={}~n]|(?!->)[^=~#{}\\:])"
_RICH = r"(?:\[(?:html|markdown|plain|moodle)\])?\s*"
_TITLE = re.compile(r"::(?P<title>(?:(?!::).)+)::\s*")
_STEM = re.compile(rf"{_RICH}(?P<text>{_TEXT}+)\{{")
_PAIR = re.compile(rf"\s*=\s*{_RICH}(?P<left>{_LEFT}*)->\s*(?P<right>{_TEXT}+)")
_CHOICE = re.compile(
    rf"\s*(?P<sign>[=~])\s*(?:%(?P<weight>[^%]+)%)?\s*{_RICH}(?P<text>{_TEXT}+)"
    rf"(?:#(?!###)\s*(?:{_RICH}(?P<why>{_TEXT}+))?)?"
)
_WHOLE = re.compile(rf"\s*####\s*{_RICH}(?P<why>{_TEXT}+)")


class Read(NamedTuple):
    """A question as it was understood."""

    title: str
    ask: str
    pairs: list[tuple[str, str]]
    choices: list[tuple[float, str, str]]
    """Weight, words, reason."""
    why: str


def read_gift(text: str) -> list[Read]:
    """Every question; raises ValueError where the grammar has no way on."""
    blocks = re.split(r"\n\s*\n", re.sub(r"(?m)^(?://|\$CATEGORY:).*\n", "", text))
    return [_question(block.strip()) for block in blocks if block.strip()]


def _question(block: str) -> Read:
    title = _must(_TITLE.match(block), block)
    stem = _must(_STEM.match(block, title.end()), block)
    at = stem.end()
    pairs, choices = [], []
    while pair := _PAIR.match(block, at):
        pairs.append((_plain(pair["left"]), _plain(pair["right"])))
        at = pair.end()
    while not pairs and (choice := _CHOICE.match(block, at)):
        weight = float(choice["weight"] or (100 if choice["sign"] == "=" else 0))
        choices.append((weight, _plain(choice["text"]), _plain(choice["why"] or "")))
        at = choice.end()
    whole = _WHOLE.match(block, at)
    at = whole.end() if whole else at
    _must(re.compile(r"\s*\}\s*\Z").match(block, at), block)
    why = _plain(whole["why"]) if whole else ""
    return Read(title["title"], _plain(stem["text"]), pairs, choices, why)


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text).strip()


def _must(match: re.Match[str] | None, block: str) -> re.Match[str]:
    if match is None:
        raise ValueError(block)
    return match

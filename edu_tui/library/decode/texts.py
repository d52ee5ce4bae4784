"""Which keys hold words, and how their words are read: the one place that says it.

Decoders ask for a key's text and are answered by this table; `check` names the keys where a mark has no
place, the author's guide prints the table, and no text is read that is not in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edu_tui.model.mark_problems import Sort

_OPTION: dict[str, Sort] = {"text": "short", "why": "marked"}
ANY = "*"
"""Stands for keys that the author names."""

TEXTS: dict[str, dict[str, Sort]] = {
    "module": {"title": "plain", "summary": "marked"},
    "objective": {"text": "marked"},
    "section": {
        "title": "plain",
        "text": "marked",
        "more": "marked",
        "key_message": "marked",
        "warning": "marked",
        "tip": "marked",
        "call": "marked",
    },
    "call-out": {"text": "marked"},
    "list": {"text": "marked"},
    "picture": {"alt": "plain", "caption": "plain"},
    "figure": {
        "title": "plain",
        "alt": "plain",
        "how_to_read": "plain",
        "who": "plain",
        "over": "plain",
        "unit": "plain",
        "means": "plain",
    },
    "group": {"label": "plain"},
    "option": {"label": "plain"},
    "row": {"ask": "plain"},
    "cell": {"text": "plain", "who": "plain", "over": "plain"},
    "bar": {"label": "plain", "group": "plain"},
    "link": {"title": "plain", "caption": "plain"},
    "walkthrough": {"title": "plain"},
    "route": {"title": "plain"},
    "step": {
        "when": "plain",
        "title": "plain",
        "happens": "marked",
        "you_may_notice": "marked",
        "you_can": "marked",
        "tell_staff_if": "marked",
        "who": "plain",
        "watched": "plain",
        "staff_note": "marked",
    },
    "question": {
        "ask": "marked",
        "hint": "marked",
        "to_ask": "short",
        "why": "marked",
        "teach_back": "marked",
        "groups": "plain",
    },
    "answer": _OPTION,
    "wrong answer": _OPTION,
    "item": {"text": "short"},
    "situation": {"text": "short", "group": "plain", "why": "marked"},
    "pair": {"left": "short", "right": "short", "why": "marked"},
    "sheet": {"title": "plain", "text": "marked", "columns": "plain", "rows": "plain"},
    "waiver": {"why": "verbatim", "by": "verbatim"},
    "term": {"term": "plain", "say": "plain", "plain": "plain", "also": "plain"},
    "source": {
        "title": "plain",
        "author": "plain",
        "container-title": "plain",
        "note": "plain",
    },
    "library": {"title": "plain"},
    "clinic": {ANY: "plain"},
    "crisis line": {"country": "plain", "name": "plain", "how": "plain", "when": "plain"},
    "danger words": {"crisis": "verbatim", "emergency": "verbatim"},
    "everyday words": {"small": "verbatim", ANY: "verbatim"},
    "course": {"title": "plain", "mastery_from": "plain"},
    "chapter": {"title": "plain"},
    "skill": {"title": "plain"},
    "role": {"title": "plain"},
    "sign-off": {
        "reviewer": "verbatim",
        "credential": "verbatim",
        "role": "verbatim",
        "scope": "verbatim",
        "by": "verbatim",
        "reason": "verbatim",
    },
}
"""Part of a file, key, and sort; a part has the name that findings give it."""


def sort_of(part: str, key: str) -> Sort:
    """How that key's words are read; `KeyError` for a key that holds none."""
    keys = TEXTS[part]
    return keys[key] if key in keys else keys[ANY]

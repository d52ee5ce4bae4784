"""What a text refers to in other files: whether it is there, and what only looks like a reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.finding import did_you_mean, quoted
from edu_tui.library.source.yaml_file import GLOSSARY_FILE, LIBRARY_FILE, LISTS_FILE, SOURCES_FILE
from edu_tui.model.mark_problems import no_mark, no_source

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from edu_tui.library.source.document import Use

    Known = Callable[[str], Collection[str] | None]
    """The names there are of a kind of reference; None where they cannot be known."""

_WRITTEN = {"near bracket": "[{}]", "near at": "@{}", "near clinic": "clinic.{}"}


def fault(use: Use, known: Known, language: str) -> tuple[str, str] | None:
    """The code and the message of a finding; None where there is nothing to tell."""
    if use.kind.startswith("near "):
        right = _meant(use, known)
        return ("bad-markup", _missed(use, right)) if right else None
    names = known(use.kind)
    name = use.name.lower() if use.kind == "term" else use.name
    if names is None or name in names:
        return None
    message = f"{_noun(use.kind, language)} has no {quoted(use.name)}"
    return "unknown-reference", message + did_you_mean(name, names).partition("; write")[0]


def _missed(use: Use, right: str) -> str:
    """What to write, which is a mark only where the text takes that one."""
    if use.sort == "plain":
        return no_mark(use.key, _WRITTEN[use.kind].format(use.name))
    if use.sort == "short" and right.startswith("[@"):
        return no_source(use.key)
    return f"this is shown as it stands; did you mean {right}?"


def _meant(use: Use, known: Known) -> str:
    """How the author has to write what would be a mark with other signs around it; else empty."""
    name = use.name.split(",")[0].strip()
    if use.kind == "near clinic":
        return f"{{clinic.{name}}}" if name in (known("clinic") or ()) else ""
    if name in (known("cite") or ()):
        return f"[@{name}]"
    if use.kind == "near bracket" and name.lower() in (known("term") or ()):
        return f"[[{name}]]"
    return ""


def _noun(kind: str, language: str) -> str:
    if kind == "term":
        return f"{language}/{GLOSSARY_FILE}"
    if kind == "list":
        return f"{language}/{LISTS_FILE}"
    if kind == "picture":
        return "the folder `pictures`"
    return SOURCES_FILE if kind == "cite" else f"`clinic:` in {LIBRARY_FILE}"

"""A finding: where in a library something is wrong, what was expected and what to do about it.

Everything the reader refuses becomes one of these, with a place a text editor can jump to; how it is
shown (`as_text`) and sent to other programs (`as_record`) is decided here and nowhere else. What is
shown holds no control characters, whatever the file held.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

Severity = Literal["error", "warning", "info"]

SHOWN_WIDTH = 76


class Finding(NamedTuple):
    """One thing that is wrong, at one place."""

    file: str
    """Path within the library, with forward slashes."""
    line: int
    """From 1."""
    column: int
    """In characters, from 1."""
    severity: Severity
    code: str
    """What sort of thing it is: `unknown-key`, `missing-key`, `bad-yaml`..."""
    where: str
    """The part of the file in words (`question "drive-tonight"`); empty for the whole file."""
    message: str
    source_line: str
    """The line as it stands in the file; empty when there is none to show."""


def as_text(finding: Finding) -> str:
    """The finding for a person: its place, its words, the line and a caret under the column."""
    where = f"{finding.where}: " if finding.where else ""
    head = (
        f"{finding.file}:{finding.line}:{finding.column}: "
        f"{finding.severity}: {where}{finding.message}"
    )
    if is_rule(finding.code):
        head += f" [{finding.code}]"
    if not finding.source_line.strip():
        return _visible(head)
    line, caret = _trimmed(_visible(finding.source_line.rstrip("\n")), finding.column - 1)
    return f"{_visible(head)}\n  {line}\n  {caret}"


def is_rule(code: str) -> bool:
    """Whether it is the id of a rule, which a person can have explained."""
    return code[:1].isupper()


def as_record(finding: Finding) -> dict[str, str | int]:
    """The finding for another program, ready for JSON."""
    return finding._asdict()


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of them makes the content wrong, not merely odd."""
    return any(finding.severity == "error" for finding in findings)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was most likely meant; empty when none is near."""
    from difflib import get_close_matches

    by_fold = {name.casefold(): name for name in known if name and name != word}
    match = get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.6)
    return by_fold[match[0]] if match else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a message: the nearest known word, or the choice when it is short."""
    names = [name for name in known if name and name != word]
    near = nearest(word, names)
    if near:
        return f"; did you mean `{near}`?"
    if 0 < len(names) <= 8:
        return f"; write one of {', '.join(f'`{name}`' for name in names)}"
    return ""


def quoted(text: str, limit: int = 40) -> str:
    """A few words of an author's text as a message shows them."""
    words = " ".join(text.split())
    return f"`{words if len(words) <= limit else words[: limit - 3] + '...'}`"


def _visible(text: str) -> str:
    """The same number of characters, none of which moves the cursor."""
    return "".join(
        char if char.isprintable() else " " if char == "\t" else "\N{REPLACEMENT CHARACTER}"
        for char in text
    )


def _trimmed(line: str, column: int) -> tuple[str, str]:
    """The part of a line around a column, and the spaces and caret that point at it."""
    column = min(column, len(line))
    start = 0
    if len(line) > SHOWN_WIDTH:
        start = min(max(0, column - SHOWN_WIDTH // 2), len(line) - SHOWN_WIDTH)
    end = start + SHOWN_WIDTH
    lead = "..." if start else ""
    tail = "..." if end < len(line) else ""
    pad = " " * (len(lead) + _width(line[start:column]))
    return f"{lead}{line[start:end]}{tail}", f"{pad}^"


def _width(text: str) -> int:
    """How many terminal cells a text takes."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(char) in {"Mn", "Me"} else 2 if east_asian_width(char) in "WF" else 1
        for char in text
    )

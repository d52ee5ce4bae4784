"""The courses of a library and their modules: each with its id first, then its title, then its size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.layout.line import Span, cells, plain
from edu_tui.layout.wrap import wrap, wrap_text
from edu_tui.model.library import in_language
from edu_tui.system.wording import say, use

if TYPE_CHECKING:
    from edu_tui.library.index.contents import Contents, Entry

WIDTH = 79
MOST_ID = 30
"""Columns of the ids; the title of a longer one begins on the next line."""


def listing(contents: Contents, width: int = WIDTH) -> str:
    """Every course with its modules in reading order."""
    use(contents.language)
    library = contents.library
    lines = _wrapped(in_language(library.title, contents.language), width)
    column = min(MOST_ID, max((cells(name) for name in contents.entries), default=0)) + 2
    for course in library.courses:
        title = in_language(course.title, contents.language)
        if course.audience == "staff":
            title = say("{title} (for staff)", title=title)
        lines += ["", *_wrapped(title, width)]
        if not course.modules:
            lines.append(say("No modules yet."))
        for name in course.modules:
            lines += _entry(contents.entries[name], column, width)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _entry(entry: Entry, column: int, width: int) -> list[str]:
    hang = " " * column
    lead = entry.id.ljust(column)
    alone = [entry.id] if cells(lead) > column else []
    texts = [entry.title if entry.state == "ready" else _state(entry), _size(entry)]
    lines = [line for text in texts if text for line in wrap((Span(text),), width, hang, hang)]
    shown = [plain(line) for line in lines]
    return [*alone, *shown] if alone else [lead + shown[0][column:], *shown[1:]]


def _size(entry: Entry) -> str:
    """How much there is of what there is any of."""
    if entry.state != "ready":
        return ""
    counts = [
        say("{n} minute", "{n} minutes", n=entry.minutes) if entry.minutes else "",
        say("{n} part", "{n} parts", n=entry.parts) if entry.parts else "",
        say("{n} step", "{n} steps", n=entry.steps) if entry.steps else "",
        say("{n} question", "{n} questions", n=entry.questions) if entry.questions else "",
    ]
    return ", ".join(count for count in counts if count)


def _state(entry: Entry) -> str:
    return {
        "broken": say("cannot be shown: broken; see `edu-tui check`"),
        "missing": say("cannot be shown: missing; see `edu-tui check`"),
    }.get(entry.state, say("unread"))


def _wrapped(text: str, width: int) -> list[str]:
    return [plain(line) for line in wrap_text(text, width)]

"""The courses of a library and their modules, one a line, in columns that a person can follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.model.library import in_language
from edu_tui.page.line import Span, cells, plain
from edu_tui.page.wrap import wrap, wrap_text
from edu_tui.wording import say, use

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.library.contents import Contents, Entry

WIDTH = 79
MOST_ID = 24
"""Columns of the ids; a longer one has a line of its own."""
BETWEEN = "  "


class _Column(NamedTuple):
    name: str
    width: int
    number: bool


def listing(contents: Contents, width: int = WIDTH) -> str:
    """Every course with its modules in reading order."""
    use(contents.language)
    library = contents.library
    lines = _wrapped(in_language(library.title, contents.language), width)
    columns = _columns(contents.entries)
    for course in library.courses:
        title = in_language(course.title, contents.language)
        if course.audience == "staff":
            title = say("{title} (for staff)", title=title)
        lines += ["", *_wrapped(title, width)]
        if not course.modules:
            lines.append(say("No modules yet."))
            continue
        lines.append(_line([column.name for column in columns], columns, say("title"), width)[0])
        for name in course.modules:
            lines += _entry(contents.entries[name], columns, width)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _columns(ids: Iterable[str]) -> list[_Column]:
    longest = max((len(name) for name in ids), default=0)
    states = [_state(state) for state in ("ready", "broken", "missing")]
    made = [("id", longest if longest <= MOST_ID else MOST_ID, False)]
    made += [(say(name), 0, True) for name in ("minutes", "parts", "steps", "questions")]
    made.append((say("state"), max(len(state) for state in states), False))
    return [_Column(name, max(cells(name), least), number) for name, least, number in made]


def _entry(entry: Entry, columns: list[_Column], width: int) -> list[str]:
    counts = [entry.minutes, entry.parts, entry.steps, entry.questions]
    known = entry.state == "ready"
    shown = [str(count) if known and count else "-" for count in counts]
    title = entry.title if known else say("cannot be shown; see `edu-tui check`")
    lines = _line([entry.id, *shown, _state(entry.state)], columns, title, width)
    if cells(entry.id) <= columns[0].width:
        return lines
    return [entry.id, *_line(["", *shown, _state(entry.state)], columns, title, width)]


def _line(values: list[str], columns: list[_Column], title: str, width: int) -> list[str]:
    """One row of the table; a long title goes on below itself."""
    shown = [
        value.rjust(column.width) if column.number else value.ljust(column.width)
        for value, column in zip(values, columns, strict=True)
    ]
    lead = BETWEEN.join(shown) + BETWEEN
    return [plain(line) for line in wrap((Span(title),), width, lead, " " * cells(lead))]


def _state(state: str) -> str:
    return {
        "ready": say("ready"),
        "broken": say("broken"),
        "missing": say("missing"),
    }.get(state, say("unread"))


def _wrapped(text: str, width: int) -> list[str]:
    return [plain(line) for line in wrap_text(text, width)]

"""One thing that was looked at, and how it is."""

from __future__ import annotations

from typing import Literal, NamedTuple

State = Literal["ok", "note", "problem"]


class Line(NamedTuple):
    """What was found; `problem` is what keeps something from working."""

    state: State
    what: str
    do: str = ""
    """What to do about it; empty where nothing has to be done, or commands say all of it."""
    run: tuple[str, ...] = ()
    """Commands that do it, one after the other, as they are typed."""


class CheckSection(NamedTuple):
    """Lines about one part."""

    name: str
    """For other programs."""
    title: str
    lines: tuple[Line, ...]


def ok(what: str) -> Line:
    """All is well with it."""
    return Line("ok", what)


def note(what: str, do: str = "", *run: str) -> Line:
    """Good to know; everything works."""
    return Line("note", what, do, run)


def problem(what: str, do: str, *run: str) -> Line:
    """Something does not work."""
    return Line("problem", what, do, run)

"""Transfer: a log as JSON Lines, and such lines as events again: all of them, or a word on the first that is wrong.

The first line says what it is and how many records follow, so that a file that was cut short is found
out. Then comes one event a line, in the order of the log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from edu_tui.records.fields import WrongFieldError
from edu_tui.records.line import LONGEST, WrongLineError, event_in, line_of, object_in
from edu_tui.records.rows import json_of
from edu_tui.system.errors import TransferError
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import BinaryIO

    from edu_tui.learning.event import Event

FORMAT = "edu-tui records"
VERSION = 1


def lines_of(events: Sequence[Event]) -> Iterator[str]:
    """The export, line by line."""
    yield json_of({"format": FORMAT, "version": VERSION, "events": len(events)}) + "\n"
    yield from map(line_of, events)


def events_in(
    given: BinaryIO, progress: Callable[[int, int], None] = lambda _done, _total: None
) -> list[Event]:
    """All events of an export; raises TransferError for the first thing that is wrong.

    `progress` is told events read and in all.
    """
    expected = -1
    events: list[Event] = []
    for number, line in _lines(given):
        try:
            if expected < 0:
                expected = _count(line)
            else:
                events.append(event_in(line))
                progress(len(events), expected)
        except WrongFieldError as error:
            raise _refused(say("line {n}: {what}", n=number, what=error)) from None
    if expected < 0:
        raise _refused(say("it is empty"))
    if len(events) != expected:
        many = say("{n} record", "{n} records", n=expected)
        raise _refused(
            say(
                "its first line tells of {records}, but {there} are there: it was cut short or changed",
                records=many,
                there=len(events),
            )
        )
    return events


def _lines(given: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Lines with their numbers from 1, without empty ones; none longer than needed to refuse it."""
    number = 0
    while line := given.readline(LONGEST + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield number, line


def _count(line: bytes) -> int:
    """How many events follow, from the first line."""
    no_export = say("this is no export of edu-tui's records")
    try:
        head: dict[str, Any] = object_in(line)
    except WrongLineError:
        raise WrongLineError(no_export) from None
    if head.get("format") != FORMAT:
        raise WrongLineError(no_export)
    version, count = head.get("version"), head.get("events")
    if type(version) is not int or type(count) is not int or version < 1 or count < 0:
        raise WrongLineError(no_export)
    if version > VERSION:
        raise WrongLineError(say("a newer edu-tui wrote this: install that one to take it in"))
    return count


def _refused(what: str) -> TransferError:
    return TransferError(say("{what}. Nothing was taken in.", what=what))

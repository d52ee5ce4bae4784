"""The same journey writes the same records, whichever front end it is taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from edu_tui.records.codec import detail_of
from edu_tui.records.log import Log
from tests.plain.program import Talk

from .reader import SAMPLE, sitting

if TYPE_CHECKING:
    from pathlib import Path

QUESTION = "May my sister come with me?"
JOURNEY = (
    ("choose", "The day itself"),
    ("choose", "Read about it"),
    ("key", "+"),
    ("choose", "Answer 2 short questions"),
    ("choose", "Drive home"),
    ("choose", "Check my answer"),
    ("choose", "Get a ride home"),
    ("choose", "Check my answer"),
    ("choose", "Next question"),
    ("choose", "I'm not sure"),
    ("choose", "Check my answer"),
    ("choose", "See how it went"),
    ("choose", "Done"),
    ("key", "u"),
    ("choose", "Step by step"),
    ("choose", "A nasal spray"),
    ("choose", "Go on: You sit back"),
    ("key", "u"),
    ("key", "u"),
    ("choose", "Go over what was not clear"),
    ("choose", "Leave this question for now"),
    ("choose", "Done"),
    ("key", "y"),
    ("choose", "Write a question of my own"),
    ("write", QUESTION),
    ("key", "h"),
)
"""Every kind of thing that is recorded, a way that any reader may take."""


async def on_the_screen(records: Path) -> None:
    """Take it with arrows and Enter on the full screen."""
    async with sitting(records=records, size=(100, 60)) as reader:
        for how, what in JOURNEY:
            if how == "choose":
                await reader.choose(what)
            elif how == "key":
                await reader.press("escape" if what == "u" else what)
            else:
                await reader.write(what)
                await reader.press("enter")
        assert QUESTION not in reader.text
        await reader.press("q")


def line_by_line(home: Path) -> None:
    """Take it by numbers and letters in plain mode, in the real program."""
    talk = Talk(home, "--library", str(SAMPLE))
    for how, what in JOURNEY:
        if how == "choose":
            talk.choose(what)
        else:
            talk.say(what)
            if how == "write":
                talk.say("")
    assert talk.end() == 0


def what_was_done(path: Path) -> list[tuple[Any, ...]]:
    """The events but for their ids and times, and for when to ask again, which follows from those."""
    log = Log(path)
    result: list[tuple[Any, ...]] = []
    for _, event in log.events():
        if event.kind == "drafted":
            # Only where letters come one by one is something written that is not added yet.
            continue
        detail = detail_of(event)
        detail["comes back"] = detail.pop("card", None) is not None
        if event.kind in {"stopped", "walked"}:
            # How many pages a part takes is the room's business; that it is open, the reader's.
            del detail["anchor"]
        where = (event.module, event.language, event.version, event.unit, event.unit_version)
        one = (event.kind, *where, sorted(detail.items()))
        if not result or result[-1] != one:
            result.append(one)
    log.close()
    return result


async def test_the_same_journey_writes_the_same_records(tmp_path: Path) -> None:
    """Reading, walking, missing, being unsure, skipping, asking: event for event the same."""
    (tmp_path / "home").mkdir()
    line_by_line(tmp_path / "home")
    await on_the_screen(tmp_path / "screen.sqlite")
    (plain,) = (tmp_path / "home").rglob("records.sqlite")
    screen = what_was_done(tmp_path / "screen.sqlite")
    assert what_was_done(plain) == screen
    kinds = [one[0] for one in screen]
    assert {"stopped", "read", "walked", "answered", "asked"} == set(kinds)
    assert kinds.count("answered") == 3

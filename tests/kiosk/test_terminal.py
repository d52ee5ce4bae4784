"""What of a flood of keys goes on to the page: a few from either end, in order."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from textual import events
from textual.geometry import Size

from edu_tui.kiosk.terminal.driver import FEW, VisitTerminal
from edu_tui.kiosk.terminal.keys import Key, Touch

if TYPE_CHECKING:
    from textual.app import App


def passed_on(keys: str) -> str:
    """The characters that come through of those read at once."""
    posted: list[events.Event] = []
    app = SimpleNamespace(post_message=posted.append, size=Size(80, 24))
    terminal = VisitTerminal.__new__(VisitTerminal)
    terminal._app = cast("App[None]", app)
    # What comes from an app is told by its sender; a stand-in has none to give.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(events.Key, "set_sender", lambda message, sender: None)
        terminal._pass_on([Key(key, key) for key in keys])
        terminal._pass_on([Touch("down", 80, 2), Touch("down", 2, 24)])
    assert all(isinstance(event, events.Key) for event in posted), "no touch beside the screen"
    return "".join(event.character or "" for event in posted if isinstance(event, events.Key))


def test_of_a_flood_the_first_and_the_last_keys_are_taken() -> None:
    """The last of it may be somebody's; what fits is taken whole."""
    flood = "".join(chr(ord("a") + n % 26) for n in range(1000))
    assert passed_on(flood) == flood[:FEW] + flood[-FEW:]
    assert passed_on(flood[: 2 * FEW]) == flood[: 2 * FEW]
    assert passed_on("q") == "q"

"""Loading all that a visit may need, once, in the process that visits are forked from.

Every module of the places is imported, and a visit of nobody is drawn into nothing: what Textual works
out and keeps for later is then there for all. No thread is left behind: a fork would not have it.
"""

from __future__ import annotations

import gc
import os
import pkgutil
import threading
from importlib import import_module
from typing import TYPE_CHECKING

from edu_tui.journey.action import Action

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from edu_tui.kiosk.library import Packed
    from edu_tui.kiosk.visits.visit import KioskConfig

PACKAGES = (
    "edu_tui.journey",
    "edu_tui.learning",
    "edu_tui.records",
    "edu_tui.layout",
    "edu_tui.library",
    "edu_tui.ui.tui",
    "edu_tui.kiosk",
    "edu_tui.ui.speech",
)
LEFT_OUT = ("edu_tui.library.lint", "edu_tui.library.exchange", "edu_tui.kiosk.commands")
"""Nobody judges content, takes questions in or runs a command in a visit."""
MODULES = (
    "edu_tui.handout.gather",
    "edu_tui.handout.code",
    "edu_tui.handout.mine",
    "edu_tui.handout.printer",
    "edu_tui.handout.text",
    "segno",
    "wcwidth",
)


def warm(terms: KioskConfig, library: Packed) -> None:
    """Import and rehearse; then what there is stays, and a visit's own collector need not look at it."""
    for package in PACKAGES:
        for walk_package in pkgutil.walk_packages(import_module(package).__path__, f"{package}."):
            if not walk_package.name.startswith(LEFT_OUT):
                import_module(walk_package.name)
    for name in MODULES:
        import_module(name)
    _rehearse(terms, library)
    terms.open_library.close()
    alive = [
        thread.name for thread in threading.enumerate() if thread is not threading.main_thread()
    ]
    if alive:
        raise RuntimeError(f"threads are left: {alive}")
    gc.collect()
    gc.freeze()


def _rehearse(terms: KioskConfig, library: Packed) -> None:
    """One visit that nobody sees: the welcome, a part, and its end."""
    from edu_tui.journey.view import Request
    from edu_tui.kiosk.lock import Tries
    from edu_tui.kiosk.paper import PrintLimit
    from edu_tui.kiosk.visits.visit import Start, app_of, journey_of
    from edu_tui.kiosk.visits.wire import Wire

    def leave(why: str) -> None:
        failed.append(why)
        app.stop()

    failed: list[str] = []
    nowhere = os.open(os.devnull, os.O_WRONLY)
    start = Start(library, "", Tries(), PrintLimit(), nowhere, -1)
    journey = journey_of(terms, start)
    app = app_of(terms, start, Wire(nowhere), journey, leave)

    async def play(pilot: Pilot[object]) -> None:
        await pilot.pause()
        for do in (
            Request(Action.READ),
            Request(Action.UP),
            Request(Action.HELP),
            Request(Action.UP),
        ):
            app.go(do)
            await pilot.pause()
        app.stop()

    app.run(headless=True, size=(80, 24), auto_pilot=play)
    os.close(nowhere)
    if failed:
        raise RuntimeError(f"the rehearsal failed: {failed}")

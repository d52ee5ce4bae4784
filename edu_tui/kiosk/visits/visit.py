"""The process of one visit: made by a fork, so that everything slow is loaded; its end is the visit's end.

Nothing here ends in the usual way. However a visit goes, by its own end, by an error, by losing its
supervisor, the process is gone at once, and its memory with it.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import time
from contextlib import suppress
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.kiosk import shield
from edu_tui.kiosk.visits.crash import places
from edu_tui.kiosk.visits.idle import Idle, Limits
from edu_tui.records.pin import fits
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType
    from typing import NoReturn

    from edu_tui.journey.devices import Devices
    from edu_tui.journey.journey import Journey
    from edu_tui.journey.visit import Visit
    from edu_tui.kiosk.library import Packed
    from edu_tui.kiosk.lock import Tries
    from edu_tui.kiosk.paper import PrintLimit
    from edu_tui.kiosk.places.welcome import Why
    from edu_tui.kiosk.visits.app import VisitApp
    from edu_tui.kiosk.visits.wire import Wire
    from edu_tui.layout.line import Medium
    from edu_tui.layout.look import Depth
    from edu_tui.library.open_library import OpenLibrary
    from edu_tui.system.settings.table import Look

BEATS = 6
"""Signs of life in the time after which a visit hangs."""
CLEAR = b"\x1b[0m\x1b[H\x1b[2J\x1b[3J"
ENDED, CRASHED = 0, 70
"""Exit codes, for who looks at the process alone."""


class Screen(NamedTuple):
    """How it is drawn."""

    depth: Depth
    medium: Medium
    look: Look
    detailed: bool


class KioskClock(NamedTuple):
    """Time: a test makes it run faster."""

    clock: Callable[[], float] = time.monotonic
    speed: float = 1.0
    """Seconds of that clock in one second."""
    limits: Limits = Limits()
    hangs: float = 30.0
    """Real seconds without a sign of life after which a visit is taken for hanging."""
    reads: float = 60.0
    """Real seconds between two looks at the library."""


class KioskConfig(NamedTuple):
    """What all visits have in common."""

    open_library: OpenLibrary
    language: str
    screen: Screen
    pin: str
    """The hash of the staff's PIN; empty where no key leads out."""
    chord: tuple[str, ...]
    unreviewed: bool
    """Whether what nobody has signed is shown, with a word about it on every screen."""
    print_command: tuple[str, ...] = ()
    """The program that prints; empty where nothing is printed."""
    counters: Path | None = None
    """Where it is counted what visitors did; None where nothing is."""
    aloud: bool = False
    """Whether pages can be read aloud."""
    pace: KioskClock = KioskClock()


class Start(NamedTuple):
    """What one visit is given."""

    library: Packed
    why: Why
    tries: Tries
    paper: PrintLimit
    output: int
    """The descriptor that draws."""
    life: int
    """Can be read once the supervisor is gone."""


class ExitGuard:
    """The end of a process: whatever comes out of its block is told, and nothing runs after it."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> NoReturn:
        if error is not None:
            self._wire.say("crash", places(error))
        os._exit(ENDED if error is None else CRASHED)


def run(terms: KioskConfig, start: Start, wire: Wire) -> None:
    """A whole visit; returns never."""
    with ExitGuard(wire):
        _be_silent(wire)
        for number in (signal.SIGTERM, signal.SIGCHLD, signal.SIGCONT):
            signal.signal(number, signal.SIG_DFL)
        # It comes with the supervisor's end, and then the screen has to be wiped first.
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        journey = journey_of(terms, start)
        watch(journey.visit.devices, start, wire)
        app_of(terms, start, wire, journey, _leave(terms, start, wire, journey)).run()


def watch(devices: Devices, start: Start, wire: Wire) -> None:
    """What they do is told to the supervisor, who counts paper over all visits."""
    devices.note = lambda line: wire.say("note", line)
    devices.prints = lambda: wire.say("prints")
    devices.has_paper = lambda: start.paper.is_left(time.monotonic())


def app_of(
    terms: KioskConfig, start: Start, wire: Wire, journey: Journey, leave: Callable[[str], None]
) -> VisitApp:
    """The screen of a new visit; `leave` ends it."""
    from edu_tui.kiosk.terminal.driver import VisitTerminal
    from edu_tui.kiosk.visits.app import VisitApp

    class Driver(VisitTerminal):
        output, life, chord = start.output, start.life, terms.chord

        @override
        def alive(self) -> None:
            app.alive()

    every = terms.pace.hangs / BEATS
    app = VisitApp(
        journey,
        idle=Idle(terms.pace.clock, terms.pace.limits),
        wire=wire,
        leave=leave,
        check_pin=_pin_check(terms, start, wire),
        chord=terms.chord if terms.pin else (),
        speed=terms.pace.speed,
        beat=every,
        depth_=terms.screen.depth,
        medium_=terms.screen.medium,
        driver_class=Driver,
    )
    return app


def visit_of(terms: KioskConfig, library: Packed) -> Visit:
    """What the places of a new visit share."""
    from edu_tui.journey.devices import Aloud
    from edu_tui.journey.visit import Visit
    from edu_tui.kiosk.profile import KIOSK
    from edu_tui.records.counting import Counting

    terms.open_library.unpack(library.rows)
    profile = KIOSK._replace(signed_only=not terms.unreviewed)
    contents = library.contents[library.speaks(terms.language)]
    visit = Visit(terms.open_library, contents, profile, Random(), Counting())
    visit.look, visit.detailed = terms.screen.look, terms.screen.detailed
    visit.devices.print_command = terms.print_command
    visit.devices.aloud = Aloud() if terms.aloud else None
    return visit


def journey_of(terms: KioskConfig, start: Start) -> Journey:
    """The places of a new visit."""
    from edu_tui.journey.journey import Journey
    from edu_tui.kiosk.extension import KioskExtension
    from edu_tui.kiosk.places.welcome import Welcome

    return Journey(visit_of(terms, start.library), Welcome(start.why), KioskExtension())


def _pin_check(terms: KioskConfig, start: Start, wire: Wire) -> Callable[[str], str]:
    def check(pin: str) -> str:
        now = time.monotonic()
        wait = start.tries.wait(now)
        if wait:
            return _wait_words(wait)
        # Told before it is looked at: an end in between does not give another try.
        wire.say("wrong")
        if fits(pin, terms.pin):
            return ""
        start.tries.failed(time.monotonic())
        wait = start.tries.wait(time.monotonic())
        return say("That is not the PIN.") + " " + _wait_words(wait)

    return check


def _wait_words(wait: float) -> str:
    seconds = int(wait) + 1
    return say("Wait {n} second, then try again.", "Wait {n} seconds, then try again.", n=seconds)


def _leave(terms: KioskConfig, start: Start, wire: Wire, journey: Journey) -> Callable[[str], None]:
    def leave(why: str) -> None:
        wire.say("end", why)
        if why not in {"crash", "gone"}:
            # Off the screen before anything else is done.
            shield.release(start.output)
            with suppress(OSError):
                os.write(start.output, CLEAR)
            _count(terms.counters, journey, wire)
        os._exit(CRASHED if why == "crash" else ENDED)

    return leave


def _count(path: Path | None, journey: Journey, wire: Wire) -> None:
    """Add one to what this visit did: here, so that nothing of it ever leaves this process."""
    from edu_tui.records.counters import Counters, this_month
    from edu_tui.records.counting import Counting
    from edu_tui.system.errors import CountersError

    keeper = journey.visit.keeper
    if path is None or not journey.begun or not isinstance(keeper, Counting):
        return
    counters = Counters(path)
    try:
        counters.add(keeper.tally, this_month())
    except CountersError as error:
        wire.say("note", f"a visit was not counted: {error.reason}")
    if counters.aside:
        wire.say("note", f"damaged counters were put aside: {counters.aside}")


def _be_silent(wire: Wire) -> None:
    """What Python would print of an error is told in kind and place instead."""

    def hook(kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
        del kind, at
        wire.say("note", places(error))

    sys.excepthook = hook
    threading.excepthook = lambda given: wire.say(
        "note", places(given.exc_value) if given.exc_value else "thread"
    )
    sys.unraisablehook = lambda given: wire.say(
        "note", places(given.exc_value) if given.exc_value else "unraisable"
    )
    logging.getLogger().addHandler(logging.NullHandler())
    logging.lastResort = None

"""`edu-tui kiosk`: the library on an unattended screen, locked until staff leave it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from edu_tui.commands.library import arguments as library_arguments
from edu_tui.commands.library import open_library, settings
from edu_tui.system.errors import UnsignedError, UsageError

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from edu_tui.kiosk.health import KioskHealth
    from edu_tui.kiosk.library import LibraryReading, Packed
    from edu_tui.kiosk.shield import Modes
    from edu_tui.kiosk.supervisor import Supervisor
    from edu_tui.kiosk.terminal.console import Console
    from edu_tui.kiosk.visits.crash import CrashLog
    from edu_tui.kiosk.visits.visit import KioskClock, KioskConfig
    from edu_tui.layout.line import Medium
    from edu_tui.library.open_library import OpenLibrary
    from edu_tui.system.settings.settle import Settings

INPUT, OUTPUT, ERROR = 0, 1, 2


def arguments(parser: argparse.ArgumentParser) -> None:
    """How it is left, and what it may show."""
    parser.add_argument(
        "--set-pin", action="store_true", help="ask for a PIN and print its line for your settings"
    )
    parser.add_argument(
        "--no-exit", action="store_true", help="no PIN: only a signal (such as systemd's) ends it"
    )
    parser.add_argument(
        "--allow-unreviewed",
        action="store_true",
        help="show what no clinician has signed, and say so on every screen",
    )
    parser.add_argument(
        "--log", metavar="FILE", help="where to log crashes (never a visitor's words)"
    )
    parser.add_argument(
        "--health", metavar="FILE", help="where to write the kiosk's health as JSON, for monitoring"
    )
    library_arguments(parser, again=True)


def run(options: argparse.Namespace) -> int:
    """Ask for a PIN, or be a kiosk."""
    if options.set_pin:
        return _set_pin()
    # Before anything slow is imported: a key may not stop what is still starting.
    from edu_tui.kiosk import shield

    shield.ignore_signals()
    if not shield.is_terminal(INPUT, OUTPUT):
        raise UsageError("a kiosk needs a terminal for its keys and its screen; there is none.")
    modes = shield.silence(INPUT)
    try:
        return _start(options, modes)
    finally:
        shield.restore(INPUT, modes)


def _start(options: argparse.Namespace, modes: Modes | None) -> int:
    from edu_tui.kiosk import surroundings

    wanted = settings(options)
    _check(options, wanted)
    if not surroundings.is_clean():
        surroundings.start_again(sys.argv[1:])
    return serve(options, wanted, modes)


def serve(
    options: argparse.Namespace,
    wanted: Settings,
    modes: Modes | None,
    pace: KioskClock | None = None,
) -> int:
    """Be a kiosk until staff leave it or a signal ends it; the exit status."""
    from pathlib import Path

    from edu_tui.kiosk.health import KioskHealth
    from edu_tui.kiosk.shield import keep_memory_private
    from edu_tui.kiosk.visits.crash import CrashLog

    keep_memory_private()
    log = CrashLog(_log(options))
    health = KioskHealth(Path(options.health).absolute() if options.health else None)
    sys.excepthook = log.excepthook
    try:
        return _supervisor(options, wanted, modes, pace, log, health).run()
    except Exception as error:
        # Whatever it is, who watches over the kiosk is told that it failed; the log has where.
        health.failed(type(error).__name__)
        raise


def _supervisor(
    options: argparse.Namespace,
    wanted: Settings,
    modes: Modes | None,
    pace: KioskClock | None,
    log: CrashLog,
    health: KioskHealth,
) -> Supervisor:
    """All that is slow has been loaded, and there is something to show."""
    from edu_tui.kiosk.library import LibraryReading
    from edu_tui.kiosk.supervisor import Supervisor
    from edu_tui.kiosk.terminal.console import Console
    from edu_tui.kiosk.visits.visit import KioskClock
    from edu_tui.kiosk.visits.warm import warm

    opened = open_library(options, cached=False)
    pace = pace or KioskClock()
    reading = LibraryReading(opened, pace.reads)
    terms = _terms(options, wanted, opened)._replace(pace=pace)
    unsigned = _unsigned(terms, reading.library)
    if unsigned and os.isatty(ERROR):
        raise UnsignedError(unsigned)
    console = Console(modes, mouse=not os.environ["TERM"].startswith("linux"))
    if unsigned:
        _wait_until_signed(terms, reading, console, log, health)
    warm(terms, reading.library)
    return Supervisor(terms, reading, console, log, health=health)


def _check(options: argparse.Namespace, wanted: Settings) -> None:
    """What would only be found out in front of a visitor."""
    from edu_tui.kiosk.lock import chord_of
    from edu_tui.kiosk.surroundings import TERM
    from edu_tui.records.pin import is_hash

    term = os.environ.get("TERM", "")
    if term in {"", "dumb"} or not TERM.fullmatch(term):
        raise UsageError(f"a kiosk cannot draw on this terminal (TERM={term[:32]!a}).")
    if not wanted.kiosk_pin and not options.no_exit:
        raise UsageError(
            "there is no PIN for staff to leave the kiosk. Make one with edu-tui kiosk --set-pin, "
            "or give --no-exit: then only a signal to end (systemd) ends it."
        )
    if wanted.kiosk_pin and not is_hash(wanted.kiosk_pin):
        raise UsageError("`kiosk_pin` is not what edu-tui kiosk --set-pin prints; make it anew.")
    if chord_of(wanted.kiosk_keys) is None:
        raise UsageError(
            "`kiosk_keys` is two to eight keys, each f11, f12, or ctrl+ and a "
            'letter, such as "f12 f12 f12".'
        )


def _terms(options: argparse.Namespace, wanted: Settings, opened: OpenLibrary) -> KioskConfig:
    from edu_tui.kiosk.lock import chord_of
    from edu_tui.kiosk.visits.visit import KioskConfig, Screen
    from edu_tui.layout.look import depth
    from edu_tui.system.paths import counters_file
    from edu_tui.ui.speech.program import find

    language = wanted.language or opened.library().languages[0]
    screen = Screen(depth(os.environ), _medium(wanted), wanted.look, wanted.detail)
    pin = "" if options.no_exit else wanted.kiosk_pin
    chord = chord_of(wanted.kiosk_keys) or ()
    return KioskConfig(
        opened,
        language,
        screen,
        pin,
        chord,
        options.allow_unreviewed,
        print_command=wanted.print_command,
        counters=counters_file(wanted.data) if wanted.record else None,
        aloud=wanted.speech and find() is not None,
    )


def _medium(wanted: Settings) -> Medium:
    """By the locale: Python itself is in UTF-8 here whatever the terminal is in."""
    environ = os.environ
    spoken = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or ""
    is_utf8 = spoken.lower().replace("-", "").endswith("utf8")
    return "unicode" if is_utf8 and not wanted.ascii else "ascii"


def _wait_until_signed(
    terms: KioskConfig,
    reading: LibraryReading,
    console: Console,
    log: CrashLog,
    health: KioskHealth,
) -> None:
    """Nobody who started it by hand reads what is wrong: the screen says it, and whoever watches is told."""
    from edu_tui.kiosk.unsigned import wait

    log.write(_unsigned(terms, reading.library))
    health.failed(UnsignedError.__name__)
    health.now("break")
    wait(console, reading, lambda: not _unsigned(terms, reading.library))


def _unsigned(terms: KioskConfig, library: Packed) -> str:
    """Why there is nothing that may be shown; empty where there is. `review` tells what each module lacks."""
    from edu_tui.kiosk.visits.visit import visit_of

    visit = visit_of(terms, library)
    known = [entry.id for entry in visit.entries()]
    shown = [name for name in known if visit.may_show(name)]
    terms.open_library.close()
    if not known or shown:
        return ""
    return (
        f"none of the {len(known)} modules of this library is signed and current, so a kiosk may "
        "show none. See edu-tui review; --allow-unreviewed shows them, and says so on each screen."
    )


def _log(options: argparse.Namespace) -> Path | None:
    from pathlib import Path

    from edu_tui.system.paths import kiosk_log

    return Path(options.log).absolute() if options.log else kiosk_log()


def _set_pin() -> int:
    from edu_tui.commands.asking import pin_twice
    from edu_tui.commands.output import put
    from edu_tui.records.pin import hash_of, new_salt

    put(f'kiosk_pin = "{hash_of(pin_twice("A PIN for staff"), new_salt())}"\n')
    sys.stderr.write("Put this line in the settings file; edu-tui doctor shows where it is.\n")
    return 0

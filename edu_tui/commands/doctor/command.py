"""`edu-tui doctor`: what works on this computer, what does not, and what to do; exit code 1 for a problem."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from edu_tui.commands import rooms
from edu_tui.commands.library import arguments as library_arguments
from edu_tui.commands.output import put

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from edu_tui.commands.doctor.line import CheckSection
    from edu_tui.system.settings.settle import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """How to tell it."""
    parser.add_argument("--json", action="store_true", help="print JSON, for other programs")
    parser.add_argument("--kiosk", action="store_true", help="also check this machine as a kiosk")
    library_arguments(parser, again=True)


def run(options: argparse.Namespace) -> int:
    """Look at everything, and print it."""
    from edu_tui.commands.doctor.report import as_json, as_text, count
    from edu_tui.ui.plain.streams import fit

    sections = _sections(options)
    put(as_json(sections) if options.json else as_text(sections, fit(sys.stdout)))
    return 1 if count(sections, "problem") else 0


def _sections(options: argparse.Namespace) -> list[CheckSection]:
    """With settings that cannot be used, what is left of them: this is where they are looked into."""
    from time import time_ns

    from edu_tui.commands.doctor.content import content
    from edu_tui.commands.doctor.kept import kept
    from edu_tui.commands.doctor.places import Places, places
    from edu_tui.commands.doctor.terminal import terminal
    from edu_tui.commands.doctor.versions import versions
    from edu_tui.system.paths import (
        cache_folder,
        clinic_file,
        clinic_place,
        records_file,
        shipped_library,
    )
    from edu_tui.system.settings.settle import gather

    gathered = gather(vars(options), os.environ)
    wanted = gathered.settings
    where = Places(
        wanted.library or shipped_library(),
        wanted.clinic or clinic_file(),
        cache_folder(),
        records_file(wanted.data),
    )
    sections = [
        versions(),
        places(where, gathered, os.environ),
        terminal(wanted, os.environ),
        content(where.library, where.clinic, wanted.language, clinic_place()),
    ]
    if options.kiosk:
        return sections + _kiosk(wanted, where.library)
    now = time_ns() // 1_000_000
    sections.append(kept(where.records, now, wanted=wanted.record))
    for room in rooms():
        sections += room.self_check(wanted, now) if hasattr(room, "self_check") else []
    return sections


def _kiosk(wanted: Settings, folder: Path) -> list[CheckSection]:
    from pathlib import Path
    from time import localtime, strftime, time

    from edu_tui.commands.doctor.kiosk import kiosk, newest, signatures
    from edu_tui.commands.doctor.machine import machine
    from edu_tui.commands.doctor.screen import screen
    from edu_tui.library.open_library import OpenLibrary
    from edu_tui.records.pin import is_hash
    from edu_tui.system.paths import counters_file, kiosk_log

    root = Path("/")
    state = counters_file(wanted.data), kiosk_log()
    return [
        screen(root, os.environ),
        machine(root, os.environ, time(), newest(folder)),
        kiosk(wanted, folder, state, is_pin=is_hash(wanted.kiosk_pin)),
        signatures(
            OpenLibrary(folder, None),
            folder,
            strftime("%Y-%m-%d", localtime()),
            shipped=wanted.library is None,
        ),
    ]

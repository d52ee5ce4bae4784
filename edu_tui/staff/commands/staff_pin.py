"""The part of `edu-tui staff` that is about PINs: set, taken away, and asked for before a learner reads."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any

from edu_tui.commands.library import settings
from edu_tui.commands.output import put
from edu_tui.staff.commands.staff_people import known, opened
from edu_tui.staff.records.learners import still_to_wait
from edu_tui.system.errors import EduError, UsageError

if TYPE_CHECKING:
    import argparse

    from edu_tui.staff.records.store import StaffFile

TRIES = 5
"""Wrong ones before the program ends; the wait goes on."""


def arguments(parts: argparse._SubParsersAction[Any]) -> None:
    """One parser a part."""
    pin = parts.add_parser("pin", help="set or remove a learner's PIN")
    pin.add_argument("learner", metavar="ID")
    pin.add_argument("--remove", action="store_true", help="remove the PIN")
    pin.set_defaults(part=_pin)


def at_a_terminal() -> None:
    """A PIN is typed by a person: raises UsageError where nobody can."""
    if not sys.stdin.isatty():
        raise UsageError("a PIN is typed at a terminal; there is none.")


def ask_pin(file: StaffFile, learner: str) -> None:
    """Ask for a PIN where one is set; raises EduError when it was not given."""
    if not file.pin(learner).pin:
        return
    at_a_terminal()
    for _ in range(TRIES):
        if _is_right(file, learner):
            return
        sys.stderr.write("That is not the PIN.\n")
    raise EduError(
        f"that was not the PIN of {learner}. A manager can set another: edu-tui staff pin {learner}"
    )


def new_pin(file: StaffFile, learner: str) -> None:
    """Ask twice for a PIN, and keep what is kept of it."""
    from edu_tui.commands.asking import pin_twice
    from edu_tui.records.pin import hash_of, new_salt

    file.set_pin(learner, hash_of(pin_twice(f"A PIN for {learner}"), new_salt()))
    put(f"{learner} has a PIN now.\n")


def _pin(options: argparse.Namespace) -> int:
    with opened(settings(options)) as file:
        learner = known(file, options.learner)
        if not options.remove:
            new_pin(file, learner)
            return 0
        file.set_pin(learner, "")
    put(f"{learner} has no PIN any more.\n")
    return 0


def _is_right(file: StaffFile, learner: str) -> bool:
    """One try, at the PIN as it is then: a manager may have set another, and somebody else may be trying."""
    from edu_tui.commands.hidden import hidden
    from edu_tui.records.pin import fits

    _wait(file, learner)
    typed = hidden(f"PIN of {learner}: ")
    while (tried := file.pin_tried(learner)) is None:
        # Somebody else has tried in vain meanwhile.
        _wait(file, learner)
    return not tried.pin or (fits(typed, tried.pin) and file.pin_right(learner, tried.pin))


def _wait(file: StaffFile, learner: str) -> None:
    """As long as the wrong tries before ask for, in this run or another."""
    tried = file.pin(learner)
    seconds = still_to_wait(tried.wrong, tried.at, time.time())
    if seconds >= 1:
        sys.stderr.write(f"The next try is in {round(seconds)} s. Ctrl+C leaves.\n")
    time.sleep(seconds)

"""Asking a person at a terminal for what the options leave open, and whether they are sure."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from edu_tui.commands.output import put
from edu_tui.system.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

YES = frozenset({"yes", "y"})
"""What counts as yes wherever a command asks whether it should go on."""


class Prompts:
    """Takes what the options say, and asks for the rest where there is someone to ask."""

    def __init__(self, options: argparse.Namespace, needed: tuple[str, ...]) -> None:
        """Raises UsageError where nobody can be asked and something that is needed is not said."""
        self._options = options
        self._asks = sys.stdin.isatty()
        if self._asks:
            return
        lacking = [f"--{name}" for name in needed if getattr(options, name) is None]
        lacking += [] if options.yes else ["--yes"]
        if lacking:
            message = "nothing was written: there is nobody to ask here. Give also "
            raise UsageError(message + ", ".join(lacking))

    def said(
        self, name: str, question: str, read: Callable[[str], str], otherwise: str = ""
    ) -> str:
        """What the option says, or what is typed; asked again until it can be used.

        `otherwise` is what Enter alone means; raises UsageError for an option that cannot be used.
        """
        given: str | None = getattr(self._options, name)
        if given is not None or not self._asks:
            return read(given if given is not None else otherwise)
        while True:
            put(f"{question}: ")
            typed = sys.stdin.readline()
            if not typed:
                raise UsageError("nothing was written: the input has ended.")
            try:
                return read(typed.strip() or otherwise)
            except UsageError as error:
                put(f"{error}\n")


def is_sure(options: argparse.Namespace, what: str, refused: str) -> bool:
    """Asked once, before anything is written or lost: `yes` or `y`, in any case, is yes; all else is no.

    `what` is what is asked about, such as "delete"; `refused` what is said where the answer is no, such
    as "Nothing was deleted." Raises UsageError where nobody can be asked.
    """
    if options.yes:
        return True
    if not sys.stdin.isatty():
        message = refused[0].lower() + refused[1:]
        raise UsageError(f"{message} To {what} without being asked: --yes")
    put(f"Type yes or y to {what}: ")
    typed = sys.stdin.readline()
    if typed.strip().casefold() in YES:
        return True
    # Where the input has ended, nothing has ended the line yet.
    put(f"{refused}\n" if typed else f"\n{refused}\n")
    return False


def pin_twice(ask: str) -> str:
    """A new PIN, typed twice without an echo; raises UsageError where it is none."""
    from edu_tui.commands.hidden import hidden
    from edu_tui.records.pin import LONGEST, SHORTEST

    if not sys.stdin.isatty():
        raise UsageError("a PIN is typed at a terminal; there is none.")
    pin, again = hidden(f"{ask}: "), hidden("The same again: ")
    if not SHORTEST <= len(pin) <= LONGEST or not pin.isprintable():
        raise UsageError(f"a PIN has {SHORTEST} to {LONGEST} characters. Nothing was changed.")
    if pin != again:
        raise UsageError("these were two different PINs. Nothing was changed.")
    return pin

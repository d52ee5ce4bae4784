"""THE COMMANDS: one file each. `arguments` adds its words to the parser; `run` calls one thing and gives an exit code.

A command's file is imported only when that command is named, so no command pays for another.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

ROOMS = ("edu_tui.commands", "edu_tui.kiosk.commands", "edu_tui.staff.commands")
"""Where commands are. The last two plug in: each has `COMMANDS`, and `self_check` where doctor looks at it."""
COMMANDS: dict[str, str] = {
    "open": "open the library, at the modules or the code that you give",
    "list": "list the modules of the library",
    "read": "print a module as plain text",
    "handout": "make a take-home sheet: text, a page to print, PDF",
    "records": "see, export, import or delete what is kept about you",
    "plan": "a short code that opens just the modules you choose, in your order",
    "resume": "continue at home with a code from the waiting room",
    "check": "problems in the content, for authors",
    "review": "see who signed off each module; sign off; withdraw a sign-off",
    "bank": "import questions from Aiken or CSV; export them as GIFT or Moodle XML",
    "settings": "show the settings, or an example of a settings file",
    "doctor": "check what works on this computer, and say how to fix the rest",
}
"""Name and one line of help; `NAME` is its module. The kiosk's and the staff side's are in rooms of theirs."""


def rooms() -> list[ModuleType]:
    """The rooms that are installed; without the kiosk or the staff side the rest works as before."""
    return [import_module(room) for room in ROOMS if find_spec(room.rpartition(".")[0])]

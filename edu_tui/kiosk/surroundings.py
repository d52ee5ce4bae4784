"""What a kiosk lets in from outside, and the fresh interpreter that has seen nothing else.

Python and Textual obey a few dozen variables: to run a file at the start, to press keys, to write
screenshots and logs, to let Ctrl+C through. A kiosk starts again without them, isolated (`-I`) and in
UTF-8, and knows by the facts whether that has been done: nothing that says so can be set beforehand.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from edu_tui.system.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_AGAIN = "edu_tui_again"
"""An option that means nothing to Python: there is no third start."""
_FROZEN = bool(getattr(sys, "frozen", False))
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
TERM = re.compile(r"[a-z][a-z0-9._+-]{1,31}", re.ASCII)
_LOCALE = re.compile(r"[A-Za-z0-9_.@-]{1,64}", re.ASCII)
_KEPT = {
    "TERM": TERM,
    "LANG": _LOCALE,
    "NO_COLOR": re.compile(r".{1,16}", re.ASCII),
    "COLORTERM": re.compile(r"[a-z0-9]{1,16}", re.ASCII),
    "HOME": re.compile(r"/.{0,4000}"),
}
_FOLDERS = re.compile(r"XDG_(CACHE|CONFIG|DATA|STATE)_HOME|XDG_(CONFIG|DATA)_DIRS|XDG_RUNTIME_DIR")
_BOOT = (
    "import sys;"
    "sys.path.insert(0,sys.argv[1]);"
    "import edu_tui;"
    # Beside what Python knows by itself, not before it: a package of that folder hides no other.
    "sys.path.append(sys.path.pop(0));"
    "del sys.argv[1];"
    "from edu_tui.__main__ import main;"
    "sys.exit(main())"
)


def allowed(environ: Mapping[str, str]) -> dict[str, str]:
    """The variables that are let in, those of our own settings among them."""
    from edu_tui.system.settings.table import VARIABLES

    kept = {"PATH": PATH}
    for name, value in environ.items():
        pattern = _KEPT.get(name)
        if name.startswith("LC_"):
            pattern = _LOCALE
        elif name in VARIABLES or _FOLDERS.fullmatch(name):
            pattern = _KEPT["HOME"] if name.startswith("XDG_") else re.compile(r"[^\0]{1,4096}")
        if pattern is not None and pattern.fullmatch(value):
            kept[name] = value
    return kept


def is_clean() -> bool:
    """Whether this interpreter is isolated, in UTF-8, and has no variable that is not let in."""
    isolated = bool(sys.flags.isolated and sys.flags.utf8_mode)
    # A frozen program is made isolated, and takes no options of Python's.
    return (isolated or _FROZEN) and allowed(os.environ) == dict(os.environ)


def start_again(arguments: Sequence[str]) -> None:
    """Become a clean interpreter that runs the command with these arguments; returns never."""
    if _AGAIN in sys._xoptions:
        raise UsageError("a kiosk needs a Python that can be started isolated (-I) and in UTF-8.")
    package = str(Path(__file__).parents[2])
    options = ["-I", "-X", "utf8", "-X", _AGAIN, "-c", _BOOT, package]
    command = [sys.executable, *([] if _FROZEN else options), *arguments]
    os.execve(command[0], command, allowed(os.environ))

"""Log-ins on the consoles of a kiosk: the one that follows the staff's PIN, and those that let anyone out.

Everything is read from files below `root`, and nothing is changed.
"""

from __future__ import annotations

import re
from shlex import quote
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.commands.doctor.line import Line, ok, problem
from edu_tui.commands.doctor.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GETTYS = frozenset({"agetty", "getty", "mgetty", "mingetty", "login", "kmscon"})
UNITS = "etc/systemd/system"
CONSOLE, GRAPHICAL = "edu-tui-kiosk@tty1.service", "edu-tui-kiosk-graphical.service"
_SERVICE = re.compile(r"/((?:[\w.-]|\\x[0-9a-f]{2})+(?:@[\w.:\\-]*)?\.service)$", re.M | re.ASCII)


class Waiting(NamedTuple):
    """A log-in that waits."""

    place: str
    """As tty3; empty where that cannot be told."""
    unit: str
    """What starts it; empty where that cannot be told."""
    pid: int


def logins(root: Path) -> list[Line]:
    """Whether the kiosk starts by itself, whether staff get a log-in, and whether anyone else does."""
    own = _places(root)
    return [_kiosk(root, own), _others(root, own)]


def _places(root: Path) -> list[str]:
    """The consoles on which a kiosk starts by itself."""
    names = sorted(path.name for path in (root / UNITS).glob("*.wants/edu-tui-kiosk*.service"))
    places = [
        "tty1" if name == GRAPHICAL else name.partition("@")[2].removesuffix(".service")
        for name in names
    ]
    return [place for place in dict.fromkeys(places) if place]


def _kiosk(root: Path, own: list[str]) -> Line:
    if not own:
        graphical = (root / UNITS / GRAPHICAL).exists()
        return problem(
            "no kiosk starts when the machine does: its service is not enabled",
            "docs/kiosk.md, steps 6 and 7, install a service. Then:",
            f"systemctl enable {GRAPHICAL if graphical else CONSOLE}",
        )
    masked = [place for place in own if _is_masked(root, f"getty@{place}.service")]
    if masked:
        units = " ".join(f"getty@{place}.service" for place in masked)
        return problem(
            f"no log-in can come after the staff's PIN: {units} is masked",
            "",
            f"systemctl unmask {units}",
        )
    return ok(f"the kiosk starts by itself on {', '.join(own)}; after the PIN there is a log-in")


def _is_masked(root: Path, unit: str) -> bool:
    path = root / UNITS / unit
    return path.is_symlink() and str(path.readlink()) == "/dev/null"


def _others(root: Path, own: list[str]) -> Line:
    """Log-ins that wait on a console: a key away where consoles can be changed."""
    every = sorted(set(_waiting(root)))
    others = [login for login in every if login.place not in own]
    if not others:
        if every:
            return ok(f"no log-in waits but on {', '.join(own)}: it goes when the kiosk starts")
        return ok("no log-in waits on another console")
    units = sorted({login.unit for login in others if login.unit})
    commands = [f"systemctl mask --now {' '.join(map(quote, units))}"] if units else []
    # What no service has started has to be looked for: what is running may be somebody's own way in.
    commands += [f"systemctl status {login.pid}" for login in others if not login.unit]
    places = dict.fromkeys(login.place or "a console" for login in others)
    return problem(f"a log-in waits on {', '.join(places)}", "", *commands)


def _waiting(root: Path) -> Iterator[Waiting]:
    for folder in (root / "proc").glob("[0-9]*"):
        if read(folder / "comm") in GETTYS:
            started = _SERVICE.search(read(folder / "cgroup"))
            unit = started[1] if started else ""
            named = re.fullmatch(r".*getty@([\w-]+)\.service", unit)
            place = named[1] if named else _terminal(root, read(folder / "stat"))
            yield Waiting(place, unit or _unit(place), int(folder.name))


def _terminal(root: Path, stat: str) -> str:
    """The name of a process's own terminal; on Debian its command line does not say it."""
    words = stat.rpartition(") ")[2].split()
    number = int(words[4]) if len(words) > 4 and words[4].isdigit() else 0
    major, minor = number >> 8 & 0xFFF, number & 0xFF | number >> 12 & 0xFFF00
    match = re.search(r"^DEVNAME=(\S+)$", read(root / f"sys/dev/char/{major}:{minor}/uevent"), re.M)
    if match:
        return match[1]
    if major != 4:
        return ""
    return f"tty{minor}" if minor < 64 else f"ttyS{minor - 64}"


def _unit(place: str) -> str:
    """Debian's service for a log-in there."""
    if re.fullmatch(r"tty\d+", place):
        return f"getty@{place}.service"
    if place == "console":
        return "console-getty.service"
    return f"serial-getty@{place}.service" if re.match(r"tty|hvc", place) else ""

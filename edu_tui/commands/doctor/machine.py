"""The machine under a kiosk: which keys it answers itself, what it keeps, whether its clock can be right.

Everything is read from files below `root`, and nothing is changed.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from edu_tui.commands.doctor.line import CheckSection, Line, note, ok, problem
from edu_tui.commands.doctor.logins import UNITS, logins
from edu_tui.commands.doctor.read import read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_ODD = re.compile(r"TEXTUAL|PYTHON(?!HASHSEED$)|LD_")
SOURCE = "In the folder of edu-tui's source:"
"""Where deploy/ is."""
_KERNEL = (
    "install -D -m 644 deploy/sysctl.d/90-edu-tui-kiosk.conf -t /etc/sysctl.d",
    "systemctl restart systemd-sysctl.service",
)


def machine(root: Path, environ: Mapping[str, str], now: float, newest: float) -> CheckSection:
    """The whole of it; `newest` is the youngest time that a file of the library has."""
    lines = [_sysrq(root)]
    if (root / "run/systemd/system").is_dir():
        lines += [*logins(root), _consoles(root), _restart(root)]
    else:
        lines.append(note("systemd does not run here: docs/kiosk.md says what to see to by hand"))
    lines.append(_cores(root))
    lines += [_date(now, newest), _synchronised(root), *_variables(environ)]
    return CheckSection("machine", "Machine", tuple(lines))


def _sysrq(root: Path) -> Line:
    value = read(root / "proc/sys/kernel/sysrq")
    if value in {"", "0"}:
        return ok("the kernel's own keys (SysRq) are off")
    return problem(
        f"the kernel's own keys (SysRq) work: kernel.sysrq is {value}",
        SOURCE,
        *_KERNEL,
    )


def _consoles(root: Path) -> Line:
    """Whether logind starts a log-in on a console that is changed to."""
    for key in ("NAutoVTs", "ReserveVT"):
        value = _configured(root, "logind.conf", key)
        if value != "0":
            now = value or "as systemd has it"
            return problem(
                f"systemd begins a log-in on a console that is changed to ({key} is {now})",
                SOURCE,
                "install -D -m 644 deploy/logind.conf.d/edu-tui-kiosk.conf -t /etc/systemd/logind.conf.d",
                "systemctl restart systemd-logind.service",
            )
    return ok("systemd begins no log-in on another console")


def _restart(root: Path) -> Line:
    masked = root / UNITS / "ctrl-alt-del.target"
    burst = _configured(root, "system.conf", "CtrlAltDelBurstAction")
    if masked.is_symlink() and str(masked.readlink()) == "/dev/null":
        if burst == "none":
            return ok("Ctrl+Alt+Del does nothing")
        return problem(
            "Ctrl+Alt+Del seven times in two seconds restarts the machine",
            SOURCE,
            "install -D -m 644 deploy/system.conf.d/edu-tui-kiosk.conf -t /etc/systemd/system.conf.d",
            "systemctl daemon-reexec",
        )
    return problem("Ctrl+Alt+Del restarts the machine", "", "systemctl mask ctrl-alt-del.target")


def _cores(root: Path) -> Line:
    """edu-tui's own memory is never dumped; what speaks or prints is another program."""
    pattern = read(root / "proc/sys/kernel/core_pattern")
    if pattern.startswith("|") and "false" not in pattern:
        return note(
            "the machine keeps what is in the memory of a program that crashes",
            SOURCE,
            *_KERNEL,
        )
    return ok("nothing keeps the memory of a program that crashes")


def _date(now: float, newest: float) -> Line:
    try:
        day = datetime.fromtimestamp(now, UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        day = "a day no calendar has"
    if now + 86_400 < newest:
        return problem(
            f"the clock says {day}, which is before this library was written",
            "Set it (docs/kiosk.md, step 2). By a wrong clock nobody knows whether a sign-off holds.",
        )
    return ok(f"the clock says {day}")


def _synchronised(root: Path) -> Line:
    if (root / "run/systemd/timesync/synchronized").exists():
        return ok("the clock is kept right by systemd-timesyncd")
    return note(
        "whether something keeps the clock right cannot be told",
        "Without a network look at the clock each month. With one:",
        "apt-get install -y systemd-timesyncd",
        "timedatectl set-ntp true",
    )


def _variables(environ: Mapping[str, str]) -> list[Line]:
    names = sorted(name for name in environ if _ODD.match(name))
    if not names:
        return [ok("no variable is set that Textual or Python obeys")]
    return [
        note(
            f"set here, and not let into a kiosk: {', '.join(names)}",
            "Nothing has to be done; take them away where they are not wanted.",
        )
    ]


def _configured(root: Path, name: str, key: str) -> str:
    """What systemd's file of that name says, the pieces beside it after it; empty for nothing."""
    value = ""
    for place in ("usr/lib", "etc"):
        folder = root / place / "systemd"
        for path in (folder / name, *sorted((folder / f"{name}.d").glob("*.conf"))):
            for match in re.finditer(rf"^\s*{key}\s*=\s*(.*?)\s*$", read(path), re.M):
                value = match[1]
    return value

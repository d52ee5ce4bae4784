"""The machine under a kiosk: which keys it answers itself, what it keeps, whether its clock can be right.

Everything is read from files below `root`, and nothing is changed.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from edu_tui.doctor.line import Line, Section, note, ok, problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

GETTYS = frozenset({"agetty", "getty", "mgetty", "mingetty", "login", "kmscon"})
_ODD = re.compile(r"TEXTUAL|PYTHON(?!HASHSEED$)|LD_")
_UNIT = "etc/systemd/system"


def machine(root: Path, environ: Mapping[str, str], now: float, newest: float) -> Section:
    """The whole of it; `newest` is the youngest time that a file of the library has."""
    lines = [_sysrq(root), _gettys(root)]
    if (root / "run/systemd/system").is_dir():
        lines += [_consoles(root), _restart(root)]
    else:
        lines.append(note("systemd does not run here: docs/kiosk.md says what to see to by hand"))
    lines.append(_cores(root))
    lines += [_date(now, newest), _synchronised(root), *_variables(environ)]
    return Section("machine", "Machine", tuple(lines))


def _sysrq(root: Path) -> Line:
    value = read(root / "proc/sys/kernel/sysrq")
    if value in {"", "0"}:
        return ok("the kernel's own keys (SysRq) are off")
    return problem(
        f"the kernel's own keys (SysRq) work: kernel.sysrq is {value}",
        "Install deploy/sysctl.d/90-edu-tui-kiosk.conf, then: sysctl --system",
    )


def _gettys(root: Path) -> Line:
    """Log-ins that wait on a console: a key away where consoles can be changed."""
    found = sorted(set(_waiting(root)))
    if not found:
        return ok("no log-in waits on another console")
    first = next((one for one in found if one.startswith("tty")), found[0])
    kind = "serial-getty" if first.startswith(("ttyS", "ttyA", "ttyU", "hvc")) else "getty"
    return problem(
        f"a log-in waits on {', '.join(found)}",
        f"systemctl mask --now {kind}@{first}.service, for each of them.",
    )


def _waiting(root: Path) -> Iterator[str]:
    for folder in (root / "proc").glob("[0-9]*"):
        if read(folder / "comm") in GETTYS:
            words = read(folder / "cmdline").split("\0")
            named = (word.removeprefix("/dev/") for word in words[1:])
            yield next((one for one in named if re.match(r"tty\w|hvc|console", one)), "a console")


def _consoles(root: Path) -> Line:
    """Whether logind starts a log-in on a console that is changed to."""
    for key in ("NAutoVTs", "ReserveVT"):
        value = _configured(root, "logind.conf", key)
        if value != "0":
            now = value or "as systemd has it"
            return problem(
                f"systemd begins a log-in on a console that is changed to ({key} is {now})",
                "Install deploy/logind.conf.d/edu-tui-kiosk.conf, then restart.",
            )
    return ok("systemd begins no log-in on another console")


def _restart(root: Path) -> Line:
    masked = root / _UNIT / "ctrl-alt-del.target"
    burst = _configured(root, "system.conf", "CtrlAltDelBurstAction")
    if masked.is_symlink() and str(masked.readlink()) == "/dev/null":
        if burst == "none":
            return ok("Ctrl+Alt+Del does nothing")
        return problem(
            "Ctrl+Alt+Del seven times in two seconds restarts the machine",
            "Install deploy/system.conf.d/edu-tui-kiosk.conf, then restart.",
        )
    return problem("Ctrl+Alt+Del restarts the machine", "systemctl mask ctrl-alt-del.target")


def _cores(root: Path) -> Line:
    """edu-tui's own memory is never dumped; what speaks or prints is another program."""
    pattern = read(root / "proc/sys/kernel/core_pattern")
    if pattern.startswith("|") and "false" not in pattern:
        return note(
            "the machine keeps what is in the memory of a program that crashes",
            "Install deploy/sysctl.d/90-edu-tui-kiosk.conf, then: sysctl --system",
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
            "Set it: timedatectl set-time. By a wrong clock nobody knows whether a sign-off holds.",
        )
    return ok(f"the clock says {day}")


def _synchronised(root: Path) -> Line:
    if (root / "run/systemd/timesync/synchronized").exists():
        return ok("the clock is kept right by systemd-timesyncd")
    return note(
        "whether something keeps the clock right cannot be told",
        "apt install systemd-timesyncd, or chrony; without a network look at the clock each month.",
    )


def _variables(environ: Mapping[str, str]) -> list[Line]:
    found = sorted(name for name in environ if _ODD.match(name))
    if not found:
        return [ok("no variable is set that Textual or Python obeys")]
    return [
        note(
            f"set here, and not let into a kiosk: {', '.join(found)}",
            "Nothing has to be done; take them away where they are not wanted.",
        )
    ]


def _configured(root: Path, name: str, key: str) -> str:
    """What systemd's file of that name says, the pieces beside it after it; empty for nothing."""
    value = ""
    for place in ("usr/lib", "etc"):
        folder = root / place / "systemd"
        for path in (folder / name, *sorted((folder / f"{name}.d").glob("*.conf"))):
            for found in re.finditer(rf"^\s*{key}\s*=\s*(.*?)\s*$", read(path), re.M):
                value = found[1]
    return value


def read(path: Path) -> str:
    """A small file's text; empty where there is none that can be read."""
    try:
        with path.open("rb") as file:
            return file.read(65536).decode(errors="replace").strip()
    except OSError:
        return ""

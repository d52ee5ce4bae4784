"""What a kiosk is given: its PIN, its texts and who signed them, a printer, a voice, its own folders."""

from __future__ import annotations

import os
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from edu_tui.commands.doctor.line import CheckSection, Line, note, ok, problem
from edu_tui.commands.doctor.logins import GRAPHICAL, UNITS
from edu_tui.commands.doctor.machine import SOURCE
from edu_tui.commands.doctor.places import why_not
from edu_tui.commands.doctor.read import read
from edu_tui.system.errors import EduError
from edu_tui.ui.speech.program import BOTH, find, which

if TYPE_CHECKING:
    from edu_tui.library.open_library import OpenLibrary
    from edu_tui.system.settings.settle import Settings

_OTHERS = 0o077
AS_ITS_USER = (
    "runuser -u edu-tui -- env XDG_CONFIG_HOME=/etc XDG_DATA_HOME=/var/lib XDG_STATE_HOME=/var/lib "
    "LANG=C.UTF-8 TERM=linux /opt/edu-tui/bin/edu-tui doctor --kiosk"
)


def kiosk(
    wanted: Settings,
    library: Path,
    state: tuple[Path | None, ...],
    *,
    is_pin: bool,
    root: Path = Path("/"),
) -> CheckSection:
    """The whole of it; `state` are the files that it writes."""
    lines = [_pin(wanted, is_pin=is_pin), _printer(wanted.print_command)]
    lines += _speech(root) if wanted.speech else [ok("nothing is read aloud (speech is not set)")]
    lines += [_safe(library), *[_own(path) for path in state if path is not None]]
    return CheckSection("kiosk", "Kiosk", tuple(lines))


def signatures(
    open_library: OpenLibrary, folder: Path, today: str, *, shipped: bool = False
) -> CheckSection:
    """Whether each module may be shown on a clinic's screen; what shipped is nobody's to sign."""
    from edu_tui.library.signing.gate import reason
    from edu_tui.library.signing.survey import Survey

    shown = 0
    lines: list[Line] = []
    try:
        for entry in Survey(open_library, folder, today, lambda text: [(0, len(text))]).all():
            if entry.state is None:
                lines.append(
                    problem(
                        f"{entry.name} cannot be read", "", f"edu-tui check {quote(str(folder))}"
                    )
                )
            elif entry.state.may_be_shown:
                shown += 1
            else:
                which = f"{quote(entry.module)} --lang {quote(entry.language)}"
                sign = f"edu-tui --library {quote(str(folder))} review sign {which}"
                what = f"{entry.name} is not shown: {reason(entry.state)}"
                lines.append(problem(what, "A clinician reads it, then:", sign))
    except EduError as error:
        lines.append(problem(str(error).splitlines()[0], "Mend it; until then nothing is shown."))
    if shipped and lines:
        lines = [_to_copy(folder, len(lines))]
    if len(lines) > 3:
        rest = len(lines) - 2
        status = f"edu-tui --library {quote(str(folder))} review status"
        lines[2:] = [problem(f"{rest} more are not shown", "See which:", status)]
    if shown:
        lines.insert(
            0, ok(f"{shown} {'text is' if shown == 1 else 'texts are'} signed and current")
        )
    return CheckSection("signatures", "Signatures", tuple(lines))


def _to_copy(folder: Path, count: int) -> Line:
    """What is done before anything of the library that came with the program can be shown."""
    texts = "1 text is" if count == 1 else f"{count} texts are"
    return problem(
        f"{texts} not shown, and the library that comes with edu-tui cannot be signed where it is",
        "Copy it, name the copy in the settings (library), and let a clinician read and sign it:",
        f"cp -r {quote(str(folder))} my-library",
        "edu-tui --library my-library review sign --all",
    )


def newest(folder: Path) -> float:
    """When the youngest file of the library was written; 0 where none can be looked at."""
    times = [0.0]
    for path in folder.rglob("*.yaml"):
        try:
            times.append(path.stat().st_mtime)
        except OSError:
            continue
    return max(times)


def _pin(wanted: Settings, *, is_pin: bool) -> Line:
    if not wanted.kiosk_pin:
        return note(
            "no PIN: staff cannot leave the kiosk; it starts with --no-exit alone",
            "The line for the settings is printed by:",
            "edu-tui kiosk --set-pin",
        )
    if not is_pin:
        return problem("`kiosk_pin` is no PIN's line", "Make it anew:", "edu-tui kiosk --set-pin")
    return ok(f"staff leave with {wanted.kiosk_keys} and a PIN")


def _printer(command: tuple[str, ...]) -> Line:
    if not command:
        return ok("nothing is printed (print_command is not set)")
    name = command[0]
    if os.access(name, os.X_OK) if "/" in name else which(name):
        return ok(f"the printer's program is there: {name}")
    what = f"the printer's program is not there: {name}"
    if name == "lp":
        return problem(what, "", "apt-get install -y --no-install-recommends cups-client")
    return problem(what, "Name another: print_command in the settings.")


def _speech(root: Path) -> list[Line]:
    program = find(BOTH)
    if program is None:
        install = "apt-get install -y --no-install-recommends espeak-ng"
        return [problem("no program is there that reads aloud", "", install)]
    lines = [ok(f"{program.kind} reads aloud")]
    sound = root / "dev/snd"
    if not sound.is_dir():
        lines.append(
            problem("there is no loudspeaker (/dev/snd)", "Plug one in, or speech = false.")
        )
    elif not (_may_be_heard(sound) or _is_let_to(root)):
        folders = [
            f"/etc/systemd/system/{name}.d" for name in ("edu-tui-kiosk@.service", GRAPHICAL)
        ]
        installs = [
            f"install -D -m 644 deploy/systemd/sound.conf -t {folder}" for folder in folders
        ]
        what = "the kiosk's service may not use the loudspeaker"
        lines.append(problem(what, SOURCE, *installs, "systemctl daemon-reload"))
    return lines


def _may_be_heard(sound: Path) -> bool:
    return any(os.access(path, os.R_OK | os.W_OK) for path in sound.glob("pcm*p"))


def _is_let_to(root: Path) -> bool:
    """The service has the group that this user has not when it asks by itself."""
    pieces = (root / UNITS).glob("edu-tui-kiosk*.service.d/*.conf")
    return any("SupplementaryGroups=audio" in read(path).splitlines() for path in pieces)


def _safe(library: Path) -> Line:
    """Whoever runs the kiosk may read its texts and not change them."""
    if os.geteuid() == 0:
        return note(
            "you are root: what the kiosk's own user may write was not looked at",
            "Ask as that user:",
            AS_ITS_USER,
        )
    for path in (library, *sorted(library.rglob("*"))):
        if os.access(path, os.W_OK):
            return problem(
                f"the kiosk's user may change its texts: {path}",
                "",
                f"chown -R root:root {quote(str(library))}",
                f"chmod -R go-w {quote(str(library))}",
            )
    return ok("the kiosk's user may not change its texts")


def _own(path: Path) -> Line:
    """Where it counts and notes crashes: to be written by it, and read by nobody else."""
    folder = path.parent
    if hindrance := why_not(path):
        return problem(
            f"{path} cannot be written ({hindrance})",
            "The service makes its folder (StateDirectory=edu-tui). Or:",
            f"install -d -m 700 -o {os.geteuid()} -g {os.getegid()} {quote(str(folder))}",
        )
    for place in (path, folder):
        if place.exists() and place.stat().st_mode & _OTHERS:
            mode = "700" if place.is_dir() else "600"
            return problem(f"others may look into {place}", "", f"chmod {mode} {quote(str(place))}")
    return ok(f"{path}{'' if path.exists() else ' (not there yet)'}: for its own user alone")

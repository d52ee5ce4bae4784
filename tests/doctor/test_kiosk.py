"""`edu-tui doctor --kiosk`: what it says of machines that are ready for a waiting room, and of those that are not."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from edu_tui.cli import parser
from edu_tui.commands.doctor.kiosk import kiosk, newest, signatures
from edu_tui.commands.doctor.machine import machine
from edu_tui.commands.doctor.screen import panel_of, screen
from edu_tui.library.open_library import OpenLibrary
from edu_tui.records.pin import hash_of
from edu_tui.system.settings.settle import Settings, settle
from tests.plain.program import run
from tests.plain.sample import write_library
from tests.speech.recorder import Recorder

if TYPE_CHECKING:
    from edu_tui.commands.doctor.line import CheckSection, Line

NOON = 1_790_000_000.0
CONSOLE = {"TERM": "linux"}
PIN = hash_of("2468", b"0" * 16)


def write(root: Path, name: str, text: str | bytes = "") -> Path:
    """A file below a root."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def ready(root: Path) -> Path:
    """A machine as docs/kiosk.md makes it."""
    write(root, "proc/sys/kernel/sysrq", "0\n")
    write(root, "proc/sys/kernel/core_pattern", "|/bin/false\n")
    write(root, "proc/1/comm", "systemd\n")
    (root / "run/systemd/system").mkdir(parents=True)
    write(root, "run/systemd/timesync/synchronized")
    repository = Path(__file__).parents[2] / "deploy"
    for name in ("logind", "system"):
        message = (repository / f"{name}.conf.d" / "edu-tui-kiosk.conf").read_text()
        write(root, f"etc/systemd/{name}.conf.d/edu-tui-kiosk.conf", message)
    masked = root / "etc/systemd/system/ctrl-alt-del.target"
    masked.parent.mkdir(parents=True)
    masked.symlink_to("/dev/null")
    write(root, "etc/systemd/system/multi-user.target.wants/edu-tui-kiosk@tty1.service")
    write(root, "etc/default/console-setup", 'CODESET="Lat15"\nFONTSIZE="16x32"\n')
    write(root, "sys/class/drm/card0-HDMI-A-1/edid", edid(1920, 527))
    write(root, "sys/class/drm/card0-DP-1/edid", b"")
    return root


def edid(columns: int, width: int) -> bytes:
    """What a screen of that many pixels and millimetres across says of itself."""
    data = bytearray(128)
    data[:8] = b"\x00\xff\xff\xff\xff\xff\xff\x00"
    data[54:56] = b"\x02\x3a"
    data[56], data[58] = columns & 0xFF, (columns >> 8) << 4
    data[66], data[68] = width & 0xFF, (width >> 8) << 4
    return bytes(data)


def at(section: CheckSection, words: str) -> Line:
    """The one line with these words."""
    (line,) = [line for line in section.lines if words in line.what]
    return line


def test_a_machine_that_is_ready(tmp_path: Path) -> None:
    """As the guide makes it there is nothing to mend, and the letters are measured."""
    root = ready(tmp_path)
    sections = machine(root, {"LANG": "C.UTF-8"}, NOON, NOON - 5), screen(root, CONSOLE)
    for section in sections:
        assert [line for line in section.lines if line.state != "ok"] == []
    assert "capital letters are 5.5 mm high, 120 columns" in sections[1].lines[1].what


@pytest.mark.parametrize(
    ("name", "text", "words", "state"),
    [
        ("proc/sys/kernel/sysrq", "176\n", "kernel.sysrq is 176", "problem"),
        ("proc/sys/kernel/core_pattern", "|/lib/systemd/systemd-coredump %P\n", "crashes", "note"),
        ("etc/systemd/logind.conf.d/z.conf", "[Login]\nNAutoVTs = 6\n", "NAutoVTs is 6", "problem"),
        (
            "etc/systemd/system.conf.d/z.conf",
            "CtrlAltDelBurstAction=reboot",
            "seven times",
            "problem",
        ),
    ],
)
def test_what_the_machine_still_answers(
    tmp_path: Path, name: str, text: str, words: str, state: str
) -> None:
    """SysRq, core files, log-ins that begin by themselves, restarts: each is found, with what to do."""
    root = ready(tmp_path)
    write(root, name, text)
    line = at(machine(root, {}, NOON, 0.0), words)
    assert line.state == state
    assert line.run


def waits(root: Path, pid: int, device: int, unit: str, comm: str = "agetty") -> None:
    """A log-in as a process of Debian's has it: by its command line one cannot tell where it waits."""
    write(root, f"proc/{pid}/comm", f"{comm}\n")
    write(root, f"proc/{pid}/cmdline", "/sbin/agetty\0-o\0-p -- \\u\0--noclear\0-\0linux\0")
    write(root, f"proc/{pid}/stat", f"{pid} (a) b) S 1 {pid} {pid} {device} {pid} 4194560 1 2 3\n")
    write(root, f"proc/{pid}/cgroup", f"0::/{unit}\n")


SLICE = "system.slice/system-getty.slice"
SESSION = "user.slice/user-0.slice/session-1.scope"


@pytest.mark.parametrize(
    ("device", "unit", "place", "runs"),
    [
        (4 << 8 | 3, f"{SLICE}/getty@tty3.service", "tty3", "mask --now getty@tty3.service"),
        (4 << 8 | 2, SESSION, "tty2", "mask --now getty@tty2.service"),
        (
            4 << 8 | 64,
            "system.slice/system-serial\\x2dgetty.slice/serial-getty@ttyS0.service",
            "ttyS0",
            "mask --now serial-getty@ttyS0.service",
        ),
        (4 << 8 | 65, SESSION, "ttyS1", "mask --now serial-getty@ttyS1.service"),
        (229 << 8, SESSION, "hvc0", "mask --now serial-getty@hvc0.service"),
        (5 << 8 | 1, "system.slice/console-getty.service", "console", "mask --now console-getty.service"),
        (0, "system.slice/own.service", "a console", "mask --now own.service"),
        (0, SESSION, "a console", "status 70"),
    ],
)  # fmt: skip
def test_log_ins_that_wait(tmp_path: Path, device: int, unit: str, place: str, runs: str) -> None:
    """Each console with a log-in is named, and the command that ends it is one that systemd takes."""
    root = ready(tmp_path)
    write(root, "sys/dev/char/229:0/uevent", "MAJOR=229\nMINOR=0\nDEVNAME=hvc0\n")
    write(root, "sys/dev/char/5:1/uevent", "MAJOR=5\nMINOR=1\nDEVNAME=console\n")
    waits(root, 70, device, unit)
    line = at(machine(root, {}, NOON, 0.0), "a log-in waits")
    assert (line.state, line.what) == ("problem", f"a log-in waits on {place}")
    assert line.run == (f"systemctl {runs}",)


def test_log_ins_on_several_consoles(tmp_path: Path) -> None:
    """One command ends all that services have started, and what none has started is to be looked at."""
    root = ready(tmp_path)
    for pid, device in ((70, 4 << 8 | 3), (71, 4 << 8 | 4), (72, 0), (73, 4 << 8 | 1)):
        waits(root, pid, device, SESSION, "login")
    line = at(machine(root, {}, NOON, 0.0), "a log-in waits")
    assert line.run == (
        "systemctl mask --now getty@tty3.service getty@tty4.service",
        "systemctl status 72",
    )


@pytest.mark.parametrize("unit", [f"{SLICE}/getty@tty1.service", SESSION])
@pytest.mark.parametrize("kiosk", ["edu-tui-kiosk@tty1.service", "edu-tui-kiosk-graphical.service"])
def test_the_log_in_that_makes_room_for_the_kiosk(tmp_path: Path, unit: str, kiosk: str) -> None:
    """Who sets it up sits at the very console that the kiosk takes: that is no problem, and is not masked."""
    root = ready(tmp_path)
    wants = root / "etc/systemd/system/multi-user.target.wants"
    (wants / "edu-tui-kiosk@tty1.service").unlink()
    write(wants, kiosk)
    waits(root, 70, 4 << 8 | 1, unit, "login")
    section = machine(root, {}, NOON, 0.0)
    assert at(section, "no log-in waits but on tty1").state == "ok"
    assert at(section, "the kiosk starts by itself on tty1").state == "ok"
    assert not any("mask" in command for line in section.lines for command in line.run)


def test_a_log_in_that_cannot_come(tmp_path: Path) -> None:
    """Where the console's own log-in is masked, the PIN leads nowhere: the command brings it back."""
    root = ready(tmp_path)
    (root / "etc/systemd/system/getty@tty1.service").symlink_to("/dev/null")
    line = at(machine(root, {}, NOON, 0.0), "after the staff's PIN")
    assert (line.state, line.run) == ("problem", ("systemctl unmask getty@tty1.service",))


@pytest.mark.parametrize("unit", ["edu-tui-kiosk@.service", "edu-tui-kiosk-graphical.service"])
def test_a_kiosk_that_does_not_start_by_itself(tmp_path: Path, unit: str) -> None:
    """A service that is there and not enabled is a problem, with the command for the one that is there."""
    root = ready(tmp_path)
    (root / "etc/systemd/system/multi-user.target.wants/edu-tui-kiosk@tty1.service").unlink()
    write(root, f"etc/systemd/system/{unit}")
    line = at(machine(root, {}, NOON, 0.0), "no kiosk starts")
    assert line.state == "problem"
    assert line.run == (f"systemctl enable {unit.replace('@.', '@tty1.')}",)


def test_restarting_from_the_keyboard(tmp_path: Path) -> None:
    """Without its mask, Ctrl+Alt+Del is a problem; a file in place of the mask is none."""
    root = ready(tmp_path)
    masked = root / "etc/systemd/system/ctrl-alt-del.target"
    masked.unlink()
    masked.symlink_to("/lib/systemd/system/reboot.target")
    assert at(machine(root, {}, NOON, 0.0), "Ctrl+Alt+Del restarts").state == "problem"


def test_a_clock_that_cannot_be_right(tmp_path: Path) -> None:
    """A day before the library was written is a problem; one that nothing keeps right is a note."""
    root = ready(tmp_path)
    (root / "run/systemd/timesync/synchronized").unlink()
    section = machine(root, {"TEXTUAL_LOG": "x", "PYTHONSTARTUP": "y"}, 86_400.0, NOON)
    assert at(section, "the clock says 1970-01-02, which is before").state == "problem"
    assert at(section, "keeps the clock right cannot be told").state == "note"
    assert at(section, "PYTHONSTARTUP, TEXTUAL_LOG").state == "note"


@pytest.mark.parametrize(
    ("columns", "width", "font", "state", "height"),
    [
        (1366, 344, "16x32", "ok", "5.0"),
        (1920, 344, "16x32", "problem", "3.6"),
        (1920, 476, "8x16", "problem", "2.5"),
        (1920, 531, "14x28", "ok", "5.0"),
    ],
)
def test_how_high_letters_are(
    tmp_path: Path, columns: int, width: int, font: str, state: str, height: str
) -> None:
    """By the screen's own words and the font's cell, as the table of docs/kiosk.md has it."""
    root = ready(tmp_path)
    write(root, "sys/class/drm/card0-HDMI-A-1/edid", edid(columns, width))
    write(root, "etc/default/console-setup", f'CODESET="guess"\nFONTSIZE="{font}"\n')
    section = screen(root, CONSOLE)
    assert at(section, f"capital letters are {height} mm high").state == state
    assert at(section, "not known (guess)").state == "note"


def test_screens_that_say_nothing(tmp_path: Path) -> None:
    """No screen, one that speaks nonsense, one without a size: a note to measure by hand."""
    for data in (b"", b"x" * 128, edid(0, 0), edid(1920, 0), edid(1920, 500)[:100]):
        assert panel_of("x", data) is None
    assert at(screen(tmp_path, CONSOLE), "no screen says").state == "note"
    assert at(screen(tmp_path, {"TERM": "foot"}), "a graphical terminal").state == "ok"


def wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, **environ: str) -> Settings:
    """The settings of these variables alone."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "none"))
    return settle({}, environ)


def test_printer_and_pin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each as it is set: none, there, not there, no hash."""
    given = wanted(tmp_path, monkeypatch)
    section = kiosk(given, tmp_path, (), is_pin=False)
    assert at(section, "no PIN").state == "note"
    assert at(section, "nothing is printed").state == "ok"
    given = wanted(
        tmp_path,
        monkeypatch,
        EDU_TUI_KIOSK_PIN=PIN,
        EDU_TUI_PRINT_COMMAND="sh -c 'cat > /dev/null'",
    )
    section = kiosk(given, tmp_path, (), is_pin=True)
    assert at(section, "staff leave with f12 f12 f12").state == "ok"
    assert at(section, "the printer's program is there: sh").state == "ok"
    monkeypatch.setenv("PATH", str(tmp_path))
    given = given._replace(print_command=("lp",))
    line = at(kiosk(given, tmp_path, (), is_pin=True), "is not there: lp")
    assert line.run == ("apt-get install -y --no-install-recommends cups-client",)
    given = given._replace(print_command=("/nonexistent/lp",))
    section = kiosk(given, tmp_path, (), is_pin=False)
    assert at(section, "is not there: /nonexistent/lp").state == "problem"
    assert at(section, "`kiosk_pin` is no PIN's line").state == "problem"


def test_a_voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for and not there is a problem; there, its name and whether it can be heard are told."""
    given = wanted(tmp_path, monkeypatch, EDU_TUI_SPEECH="1")
    monkeypatch.setenv("PATH", str(tmp_path))
    found = at(kiosk(given, tmp_path, (), is_pin=True), "reads aloud")
    assert found.run == ("apt-get install -y --no-install-recommends espeak-ng",)
    recorder = Recorder(tmp_path)
    recorder.close()
    monkeypatch.setenv("PATH", str(recorder.bin))
    root = tmp_path / "root"
    section = kiosk(given, tmp_path, (), is_pin=True, root=root)
    assert at(section, "espeak-ng reads aloud").state == "ok"
    assert at(section, "there is no loudspeaker").state == "problem"
    speaker = root / "dev/snd/pcmC0D0p"
    write(root, "dev/snd/pcmC0D0p")
    section = kiosk(given, tmp_path, (), is_pin=True, root=root)
    assert "loudspeaker" not in " ".join(line.what for line in section.lines)
    speaker.unlink()
    section = kiosk(given, tmp_path, (), is_pin=True, root=root)
    found = at(section, "may not use the loudspeaker")
    assert found.state == "problem"
    # As its command does it: the group is the service's, whoever asks.
    piece = (Path(__file__).parents[2] / "deploy/systemd/sound.conf").read_text()
    write(root, f"{found.run[0].rpartition(' -t /')[2]}/sound.conf", piece)
    section = kiosk(given, tmp_path, (), is_pin=True, root=root)
    assert "loudspeaker" not in " ".join(line.what for line in section.lines)


def test_what_it_writes_is_for_itself_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file or a folder that others may read is a problem, and so is one that cannot be made."""
    given = wanted(tmp_path, monkeypatch)
    state = tmp_path / "state"
    state.mkdir(mode=0o700)
    path = state / "counters.sqlite"
    assert at(kiosk(given, tmp_path, (path,), is_pin=False), "(not there yet)").state == "ok"
    path.touch(mode=0o644)
    path.chmod(0o644)
    line = at(kiosk(given, tmp_path, (path,), is_pin=False), f"look into {path}")
    assert line.run == (f"chmod 600 {path}",)
    path.chmod(0o600)
    state.chmod(0o755)
    line = at(kiosk(given, tmp_path, (path,), is_pin=False), "look into")
    assert line.run == (f"chmod 700 {state}",)
    assert at(kiosk(given, tmp_path, (path / "x",), is_pin=False), "cannot be written").state == (
        "problem"
    )


def test_texts_that_the_kiosks_user_may_change(tmp_path: Path) -> None:
    """Asked as that user: what it may write is named; what it may only read is well."""
    library = tmp_path / "library"
    module = write(library, "en/one.yaml", "x")
    code = (
        "import os, sys; from pathlib import Path\n"
        "from edu_tui.commands.doctor.kiosk import _safe\n"
        "if os.geteuid() == 0: os.setgid(65534); os.setuid(65534)\n"
        "print(_safe(Path(sys.argv[1])))"
    )

    def said() -> str:
        done = subprocess.run(
            [sys.executable, "-c", code, str(library)], capture_output=True, text=True, check=True
        )
        return done.stdout

    if os.geteuid() == 0:
        for path in (tmp_path, *tmp_path.parents[:4]):
            if "pytest" in str(path):
                path.chmod(path.stat().st_mode | 0o055)
    for path in (library, module.parent):
        path.chmod(0o777 if os.geteuid() == 0 else 0o755)
    assert f"may change its texts: {library}" in said()
    for path, mode in ((module, 0o444), (module.parent, 0o555), (library, 0o555)):
        path.chmod(mode)
    assert "may not change its texts" in said()
    for path in (library, module.parent):
        path.chmod(0o755)


def test_who_signed(tmp_path: Path) -> None:
    """Each text that nobody signed is named with what is missing, few by name and the rest by number.

    The command to sign it takes the words, the module exists, and what shipped is copied first.
    """
    library = write_library(tmp_path / "library")
    section = signatures(OpenLibrary(library, None), library, "2026-11-25")
    assert {line.state for line in section.lines} == {"problem"}
    assert "nobody has signed it" in " ".join(line.what for line in section.lines)
    words = shlex.split(next(line.run[0] for line in section.lines if "sign " in line.run[0]))[1:]
    options = parser(words).parse_args(words)
    assert all((library / options.lang / f"{name}.yaml").is_file() for name in options.module)
    assert options.module
    (line,) = signatures(OpenLibrary(library, None), library, "2026-11-25", shipped=True).lines
    assert [command.split()[0] for command in line.run] == ["cp", "edu-tui"]
    assert newest(library) > 0.0
    assert (
        signatures(OpenLibrary(tmp_path, None), tmp_path, "2026-11-25").lines[0].state == "problem"
    )


def test_the_command_looks_at_all_of_it(tmp_path: Path) -> None:
    """`doctor --kiosk` has its parts in place of a reader's records, as text and for programs."""
    ran = run(tmp_path, "doctor", "--kiosk", "--json")
    found = json.loads(ran.out)
    names = [one["name"] for one in found["sections"]]
    assert names[-4:] == ["screen", "machine", "kiosk", "signatures"]
    assert "records" not in names
    assert ran.status == 1
    assert "be signed where it is" in run(tmp_path, "doctor", "--kiosk").out

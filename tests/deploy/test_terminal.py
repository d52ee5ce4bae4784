"""The terminal under a kiosk: no key of its own is left, and the console's own keys are taken away."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

DEPLOY = Path(__file__).parents[2] / "deploy"
CONFIGS = sorted((DEPLOY / "foot").glob("*.ini"))
FOOT = shutil.which("foot")
SHIPPED = Path("/etc/xdg/foot/foot.ini")
NOT_BOUND = {"noop", "pipe-visible", "pipe-scrollback", "pipe-selected", "pipe-command-output"}
"""Need a command of their own to do anything."""
DUMPED = """\
keymaps 0-127
keycode   1 = Escape Escape
keycode  14 = Delete Delete
\tcontrol alt keycode 111 = Boot
keycode  59 = F1 F13 Console_13 F25
\talt keycode 59 = Console_1
\tcontrol alt keycode 60 = Console_12
keycode  99 = VoidSymbol Show_Memory
\talt keycode 70 = Show_Registers
keycode 103 = Up KeyboardSignal
keycode 104 = Prior
\tshift keycode 104 = Scroll_Backward
\tshift keycode 109 = Scroll_Forward
\talt keycode 105 = Decr_Console
\talt keycode 106 = Incr_Console
\talt keycode 107 = Last_Console
keycode 119 = SAK Spawn_Console Show_State
"""


def bindings(path: Path) -> dict[str, dict[str, str]]:
    """Each section of keys, its actions and their keys; lines that are commented out count too."""
    found: dict[str, dict[str, str]] = {}
    section = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"\[(\S+)\]", line):
            section = match[1]
        elif (match := re.match(r"(?:# *)?([a-z-]+) *= *(.*)", line)) and "bindings" in section:
            found.setdefault(section, {})[match[1]] = match[2]
    found.pop("text-bindings", None)
    return found


def version() -> tuple[int, int]:
    """Of the foot that is installed."""
    if not FOOT:
        return 0, 0
    told = subprocess.run([FOOT, "--version"], capture_output=True, text=True, check=True).stdout
    major, minor = re.findall(r"(\d+)\.(\d+)", told)[0]
    return int(major), int(minor)


def fitting() -> Path:
    """The configuration that is made for it."""
    return DEPLOY / "foot" / ("debian-13.ini" if version() >= (1, 16) else "debian-12.ini")


@pytest.mark.parametrize("path", CONFIGS, ids=lambda path: path.stem)
def test_no_key_is_left(path: Path) -> None:
    """Every action that is named has no key; there is no scrollback, selection, link or notice."""
    made = bindings(path)
    assert set(made) == {"key-bindings", "search-bindings", "url-bindings", "mouse-bindings"}
    for section in made.values():
        assert set(section.values()) == {"none"}
    for name in ("spawn-terminal", "search-start", "clipboard-paste", "show-urls-launch"):
        assert name in made["key-bindings"]
    text = path.read_text(encoding="utf-8")
    for line in ("lines=0", "selection-target=none", "launch=true", "locked-title=yes", "blink=no"):
        assert f"\n{line}\n" in text


@pytest.mark.skipif(not FOOT, reason="foot is not installed")
def test_foot_takes_it() -> None:
    """The terminal itself finds no fault in the file that is made for it."""
    done = subprocess.run(
        [FOOT or "", "--check-config", f"--config={fitting()}"],
        capture_output=True,
        text=True,
        check=False,
        env={"LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"},
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not SHIPPED.exists(), reason="foot's own configuration is not here")
def test_every_key_that_foot_has_by_itself_is_taken_away() -> None:
    """No action of the installed version is forgotten, so that none keeps the key it has by itself."""
    made = bindings(fitting())
    for section, actions in bindings(SHIPPED).items():
        assert set(actions) - NOT_BOUND <= set(made[section]), section


def test_the_keys_of_the_console(tmp_path: Path) -> None:
    """What changes consoles, restarts, scrolls or tells of the kernel does nothing; all else is as it was."""
    loaded = tmp_path / "loaded"
    for name, body in (("dumpkeys", f"cat {tmp_path}/dumped"), ("loadkeys", f"cat > {loaded}")):
        program = tmp_path / name
        program.write_text(f'#!/bin/sh\necho "{name} $*" >> {tmp_path}/asked\n{body}\n')
        program.chmod(0o755)
    (tmp_path / "dumped").write_text(DUMPED)
    subprocess.run(
        [DEPLOY / "console-keys", "tty1"], check=True, env={"PATH": f"{tmp_path}:/usr/bin:/bin"}
    )
    made = loaded.read_text()
    gone = r"Console|Boot|SAK|Show_|Scroll_(?:Back|For)ward|KeyboardSignal"
    assert not re.search(gone, made)
    assert re.sub(r"VoidSymbol", "X", made).count("X") == DUMPED.count("VoidSymbol") + len(
        re.findall(rf"\w*(?:{gone})\w*", DUMPED)
    )
    kept = [line for line in DUMPED.splitlines() if not re.search(gone, line)]
    assert [line for line in made.splitlines() if line in kept] == kept
    assert "loadkeys -C /dev/tty1 -q" in (tmp_path / "asked").read_text()


@pytest.mark.skipif(not shutil.which("loadkeys"), reason="loadkeys is not installed")
def test_loadkeys_reads_what_is_made(tmp_path: Path) -> None:
    """The real loadkeys finds no fault in the keys as they are made."""
    made = tmp_path / "made.map"
    made.write_text(re.sub(r"\b(?:Console_\d+|Boot)\b", "VoidSymbol", DUMPED))
    done = subprocess.run(
        ["loadkeys", "--parse", str(made)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("code", [0, 1, 71, 143])
def test_the_screen_ends_as_the_kiosk_ends(tmp_path: Path, code: int) -> None:
    """Staff's leaving alone is an end without a fault, also with a cage that always says so."""
    assert on_screen(tmp_path, "sh", "-c", f"exit {code}") == code


def test_what_is_ended_from_outside_has_failed(tmp_path: Path) -> None:
    """A terminal that goes, and a kiosk that is killed, are no leaving; nor is what the last run left."""
    assert on_screen(tmp_path, "true") == 0
    assert on_screen(tmp_path, "sh", "-c", "kill -9 $PPID") == 1
    assert on_screen(tmp_path, "sh", "-c", "kill -9 $$") == 137
    assert on_screen(tmp_path, "/nonexistent/edu-tui") == 127


def on_screen(folder: Path, *command: str) -> int:
    """How `on-screen` ends with a cage as Debian 12 has it, which ends well whatever happens in it."""
    passes = 'while [ "$1" != "$until" ]; do shift; done; shift'
    for name, until, end in (
        ("cage", "--", "exit 0"),
        ("foot", "--config=/etc/edu-tui/foot.ini", ""),
    ):
        program = folder / name
        program.write_text(f'#!/bin/sh\nuntil={until}\n{passes}\n"$@"\n{end}\n')
        program.chmod(0o755)
    return subprocess.run(
        [DEPLOY / "on-screen", *command],
        check=False,
        env={"PATH": f"{folder}:/usr/bin:/bin", "XDG_RUNTIME_DIR": str(folder)},
        stderr=subprocess.DEVNULL,
    ).returncode

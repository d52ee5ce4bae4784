"""The terminal under a kiosk: no key of its own is left, and the console's own keys are taken away."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

DEPLOY = Path(__file__).parents[2] / "deploy"
CONFIGS = sorted((DEPLOY / "foot").glob("*.ini"))
SHIPPED = Path("/etc/xdg/foot/foot.ini")
NOT_BOUND = {"noop", "pipe-visible", "pipe-scrollback", "pipe-selected", "pipe-command-output"}
"""Need a command of their own to do anything."""
TABLE = """\
keymaps 0-1
{keys}
string F1 = "\\033[[A"
compose '`' 'A' to 0x00c0
"""
"""As `dumpkeys --full-table --numeric` prints it."""
NEEDED = {
    "+0x0b61": "a", "0x0031": "1", "0x0001": "Ctrl+a", "0x001b": "Esc", "0x0009": "Tab",
    "0x007f": "Backspace", "U+0142": "l with a stroke", "0x0400": "dead grave",
    "0x0d00": "another dead key", "0x0301": "1 of the number pad", "0x030e": "its Enter",
    "0x0600": "Down", "0x0603": "Up", "0x0700": "Shift", "0x0701": "AltGr", "0x0702": "Ctrl",
    "0x0100": "F1", "0x010b": "F12", "0x0114": "Home", "0x0116": "Delete", "0x0117": "End",
    "0x0118": "Page Up", "0x0119": "Page Down", "0x0201": "Enter", "0x0207": "Caps Lock",
    "0x0208": "Num Lock", "0x020e": "Compose", "0x0a06": "Caps Lock of Debian",
    "0x0a04": "another layout", "0x0703": "Alt",
}  # fmt: skip
GONE = {
    "0x0209": "Scroll_Lock", "0x0202": "Show_Registers", "0x0203": "Show_Memory",
    "0x0204": "Show_State", "0x0205": "Break", "0x0206": "Last_Console",
    "0x020a": "Scroll_Forward", "0x020b": "Scroll_Backward", "0x020c": "Boot", "0x020f": "SAK",
    "0x0210": "Decr_Console", "0x0211": "Incr_Console", "0x0212": "KeyboardSignal",
    "0x0500": "Console_1", "0x050c": "Console_13", "0x053e": "Console_63",
    "0x0861": "Meta_a", "0x0900": "Ascii_0", "0x0a02": "Control_Lock", "0x0a03": "Alt_Lock",
    "0x010c": "F13", "0x011d": "Pause", "0x0c00": "SShift", "0x0e01": "Brl_dot1",
    "0x0214": "the next one of its kind", "0x0f00": "the next kind", "0x1234": "a number",
    "Scroll_Lock": "a name in place of a number", "+0x0209": "a letter that is none",
}  # fmt: skip
LAYOUTS = ("us", "de-latin1", "es", "fr-latin9", "pt-latin1", "uk", "se-latin1", "pl", "br-abnt2")


def bindings(path: Path) -> dict[str, dict[str, str]]:
    """Each section of keys, its actions and their keys; lines that are commented out count too."""
    result: dict[str, dict[str, str]] = {}
    section = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"\[(\S+)\]", line):
            section = match[1]
        elif (match := re.match(r"(?:# *)?([a-z-]+) *= *(.*)", line)) and "bindings" in section:
            result.setdefault(section, {})[match[1]] = match[2]
    result.pop("text-bindings", None)
    return result


def version() -> tuple[int, int]:
    """Of the foot that is installed."""
    stdout = subprocess.run(
        ["foot", "--version"], capture_output=True, text=True, check=True
    ).stdout
    major, minor = re.findall(r"(\d+)\.(\d+)", stdout)[0]
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


@pytest.mark.needs("foot")
def test_foot_takes_it() -> None:
    """The terminal itself finds no fault in the file that is made for it."""
    done = subprocess.run(
        ["foot", "--check-config", f"--config={fitting()}"],
        capture_output=True,
        text=True,
        check=False,
        env={"LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"},
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.needs("foot")
def test_every_key_that_foot_has_by_itself_is_taken_away() -> None:
    """No action of the installed version is forgotten, so that none keeps the key it has by itself."""
    made = bindings(fitting())
    for section, actions in bindings(SHIPPED).items():
        assert set(actions) - NOT_BOUND <= set(made[section]), section


def left_of(folder: Path, dumped: str, *, fails: bool = False) -> str:
    """What `console-keys` loads where that is the layout, with programs of those names in place of kbd's."""
    loaded = folder / "loaded"
    end = "exit 1" if fails else f"cat {folder}/dumped"
    for name, body in (("dumpkeys", end), ("loadkeys", f"cat > {loaded}")):
        program = folder / name
        program.write_text(f'#!/bin/sh\necho "{name} $*" >> {folder}/asked\n{body}\n')
        program.chmod(0o755)
    (folder / "dumped").write_text(dumped)
    path = f"{folder}:/usr/bin:/bin"
    done = subprocess.run(
        [DEPLOY / "console-keys", "tty1"], check=False, env={"PATH": path}, capture_output=True
    )
    assert bool(done.returncode) == fails
    return loaded.read_text() if loaded.exists() else ""


def table(codes: Iterable[str]) -> str:
    """A layout with a key for each of these, alone and with Shift."""
    rows = (f"keycode {n:3} = {code:<16} {code:<16}" for n, code in enumerate(codes, 1))
    return TABLE.format(keys="\n".join(rows))


def test_the_keys_of_the_console(tmp_path: Path) -> None:
    """Keys that a reader needs are as they were; each other does nothing, also one that nobody knows yet."""
    message = left_of(tmp_path, table([*NEEDED, *GONE]))
    rows = dict(re.findall(r"^keycode +(\d+) = *(.*?) *$", message, re.M))
    kept = [rows[str(n)].split() for n in range(1, len(NEEDED) + 1)]
    assert kept == [[code, code] for code in NEEDED]
    gone = {rows[str(n)] for n in range(len(NEEDED) + 1, len(NEEDED) + len(GONE) + 1)}
    assert gone == {"VoidSymbol VoidSymbol"}
    rest = [line for line in TABLE.splitlines() if not line.startswith("{")]
    assert [line for line in message.splitlines() if "keycode" not in line] == rest
    asked = (tmp_path / "asked").read_text().splitlines()
    assert "loadkeys -C /dev/tty1 -q" in asked
    assert "dumpkeys -C /dev/tty1 --full-table --numeric" in asked


def test_a_layout_that_cannot_be_read_starts_no_kiosk(tmp_path: Path) -> None:
    """Where dumpkeys fails nothing is loaded and the script fails, and with it the start of the service."""
    assert left_of(tmp_path, "", fails=True) == ""


@pytest.mark.needs("loadkeys", "keymaps")
@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts_of_many_countries(tmp_path: Path, layout: str) -> None:
    """Of real layouts all letters stay where they are, and the real loadkeys finds nothing else in what is left."""
    before = codes_of(layout)
    message = left_of(tmp_path, as_table(before))
    (tmp_path / "left.map").write_text(message)
    after = codes_of(str(tmp_path / "left.map"))
    for plane, codes in before.items():
        for key, code in enumerate(codes):
            is_needed = code not in UNNEEDED and code >> 8 not in {0x05, 0x08, 0x09, 0x0C, 0x0E}
            assert after[plane][key] == (code if is_needed else VOID), (plane, key, hex(code))
    assert sum(code == 0x0209 for codes in before.values() for code in codes)


VOID = 0x0200
UNNEEDED = {int(code, 16) for code in GONE if code.startswith("0x")} | set(range(0x10C, 0x114))
UNNEEDED |= {0x0115, *range(0x11A, 0x200)}


def codes_of(layout: str) -> dict[int, list[int]]:
    """What loadkeys makes of a layout: for each plane (Shift is 1, AltGr 2, ...) the codes of 256 keys."""
    done = subprocess.run(["loadkeys", "-u", "--mktable", layout], capture_output=True, check=True)
    planes = {}
    names = {"plain": 0, "shift": 1, "altgr": 2, "ctrl": 4, "alt": 8}
    matches = re.finditer(rb"(\w+)_map\[NR_KEYS\] = \{(.*?)\};", done.stdout, re.S)
    for name, body in (match.groups() for match in matches):
        plane = sum(names[word] for word in re.findall("plain|shift|altgr|ctrl|alt", name.decode()))
        planes[plane] = [code_of(int(raw, 16)) for raw in re.findall(rb"0x[0-9a-f]{4}", body)]
    return planes


def code_of(raw: int) -> int:
    """The kernel keeps characters of Unicode as they are, and turns four bits of all other codes."""
    return raw if raw < 0x100 else raw ^ 0xF000


def as_table(planes: dict[int, list[int]]) -> str:
    """The same as dumpkeys would print it, were it the console's layout."""
    maps = ",".join(str(plane) for plane in sorted(planes))
    rows = [
        f"keycode {key:3} = " + " ".join(name_of(planes[plane][key]) for plane in sorted(planes))
        for key in range(1, 256)
    ]
    return "\n".join([f"keymaps {maps}", *rows, ""])


def name_of(code: int) -> str:
    """A code of the kernel's as dumpkeys prints it."""
    if code >= 0x1000:
        return f"U+{code ^ 0xF000:04x}"
    return f"{'+' if code >> 8 == 0x0B else ''}0x{code:04x}"


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

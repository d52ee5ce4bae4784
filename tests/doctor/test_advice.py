"""Every command that doctor gives: one that can be typed as it stands, and does what the guide does."""

from __future__ import annotations

import ast
import os
import re
import shlex
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from edu_tui.cli import parser
from edu_tui.commands.doctor import content, kept, kiosk, places, screen, terminal
from edu_tui.commands.doctor.machine import machine
from edu_tui.library.open_library import OpenLibrary
from edu_tui.records.health import RecordsHealth
from tests.plain.sample import write_library

from .test_kiosk import NOON, SESSION, edid, ready, waits, wanted, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from edu_tui.commands.doctor.line import Line

REPOSITORY = Path(__file__).parents[2]
GUIDE = (REPOSITORY / "docs" / "kiosk.md").read_text(encoding="utf-8")
SOURCES = sorted((REPOSITORY / "edu_tui" / "commands" / "doctor").glob("*.py"))
PROGRAMS = r"(?:apt|apt-get|systemctl|chmod|chown|install -|runuser|dpkg\S*|timedatectl|setupcon|sysctl|sed)"
UNIT = re.compile(r"[\w.-]+(?:@[\w.-]+)?\.(?:service|target)", re.ASCII)
VERBS = {"mask", "unmask", "enable", "restart"}


def of_machines(tmp_path: Path) -> Iterator[Line]:
    """What is said of machines with every fault, and of their screens."""
    bare = tmp_path / "bare"
    (bare / "run/systemd/system").mkdir(parents=True)
    write(bare, "proc/sys/kernel/sysrq", "176")
    write(bare, "proc/sys/kernel/core_pattern", "|/usr/lib/systemd/systemd-coredump")
    waits(bare, 70, 4 << 8 | 3, SESSION)
    waits(bare, 71, 0, SESSION)
    other = ready(tmp_path / "other")
    (other / "etc/systemd/system.conf.d/edu-tui-kiosk.conf").unlink()
    (other / "etc/systemd/system/getty@tty1.service").symlink_to("/dev/null")
    for root in (bare, other):
        yield from machine(root, {"PYTHONSTARTUP": "x"}, 0.0, NOON).lines
    for size in ("8x16", "odd"):
        write(other, "etc/default/console-setup", f'CODESET="guess"\nFONTSIZE="{size}"\n')
        write(other, "sys/class/drm/card0-HDMI-A-1/edid", edid(1920, 344))
        yield from screen.screen(other, {"TERM": "linux"}).lines


def of_the_kiosk(tmp_path: Path, patch: pytest.MonkeyPatch) -> Iterator[Line]:
    """What is said of a kiosk that has nothing it needs, and of one that is open to all."""
    library = write_library(tmp_path / "a library")
    (library / "en" / "small-one.yaml").write_text("title: [")
    state = tmp_path / "a state" / "counters.sqlite"
    given = wanted(tmp_path, patch)
    set_: dict[str, Any] = {"speech": True, "print_command": ("lp",)}
    patch.setenv("PATH", str(tmp_path))
    patch.setattr(kiosk, "why_not", lambda path: "no" if path.name == "not" else "")
    for user, pin, path in (
        (0, "", state),
        (1000, "1234", state),
        (1000, "", state.parent / "not"),
    ):
        patch.setattr(os, "geteuid", lambda user=user: user)
        state.parent.mkdir(exist_ok=True, mode=0o755)
        settings = given._replace(kiosk_pin=pin, **set_)
        yield from kiosk.kiosk(settings, library, (path,), is_pin=False, root=tmp_path).lines
    spoken = tmp_path / "espeak-ng"
    spoken.write_text("#!/bin/sh\n")
    spoken.chmod(0o755)
    write(tmp_path, "dev/snd/none")
    yield from kiosk.kiosk(given._replace(**set_), library, (), is_pin=False, root=tmp_path).lines
    for shipped in (False, True):
        open_library = OpenLibrary(library, None)
        yield from kiosk.signatures(open_library, library, "2026-11-25", shipped=shipped).lines


def of_the_rest(tmp_path: Path, patch: pytest.MonkeyPatch) -> Iterator[Line]:
    """What is said of a terminal, a library and records that cannot be used."""
    settings = wanted(tmp_path, patch)
    library = write_library(tmp_path / "other library")
    yield from content.content(library, None, "en").lines
    yield from content.content(tmp_path, None, "en").lines
    small = content._findings(REPOSITORY / "tests" / "tui" / "sample")
    yield from small
    for there in ({0}, {1}):
        patch.setattr(os, "isatty", lambda number, there=there: number in there)
        patch.setattr(os, "get_terminal_size", lambda number: (10, 10))
        yield from terminal.terminal(settings, {"TERM": "dumb"}).lines
    patch.setattr(os, "access", lambda *given, **more: False)
    yield places._library(library)
    path = tmp_path / "it's.sqlite"
    yield from (kept._trouble(path, trouble) for trouble in ("read-only", "else"))
    yield from kept._private(RecordsHealth(there=True, open_to_others=(path,)))
    yield from kept._copies(RecordsHealth(there=True, copies=(path,)))


@pytest.fixture
def lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Line]:
    """A line of each kind that has a command."""
    with monkeypatch.context() as patch:
        every = [*of_machines(tmp_path / "1"), *of_the_kiosk(tmp_path / "2", patch)]
        return [line for line in [*every, *of_the_rest(tmp_path / "3", patch)] if line.run]


def test_each_command_can_be_typed(lines: list[Line]) -> None:
    """A shell reads it, its program takes it, its units, packages and files are there, and none is left out."""
    given = [command for line in lines for command in line.run]
    for command in given:
        subprocess.run(["sh", "-n", "-c", command], check=True)
        program, *words = shlex.split(command)
        assert program in TAKES, command
        assert TAKES[program](command, words), command
    for begin in written_down():
        assert any(command.startswith(begin) for command in given), f"not tried: {begin}"


def test_no_command_hides_in_a_sentence(lines: list[Line]) -> None:
    """What is to be typed stands by itself, so that all of it is tried and can be copied."""
    for path in SOURCES:
        for call in calls(path):
            for words in (text for node in call.args[1:2] for text in constants(node)):
                assert not re.search(rf"\b{PROGRAMS} \S", words), (path.name, call.lineno, words)
    assert all(not re.search(rf"\b{PROGRAMS} \S", line.do) for line in lines)


def calls(path: Path) -> Iterator[ast.Call]:
    """Each line that doctor can say, as it is written."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in {"note", "problem"}:
            yield node


def constants(node: ast.AST) -> list[str]:
    """The words in it that do not depend on anything."""
    return [
        one.value
        for one in ast.walk(node)
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    ]


def written_down() -> list[str]:
    """How each command of the source begins."""
    result = [
        constants(node)[0]
        for path in SOURCES
        for call in calls(path)
        for node in call.args[2:]
        if constants(node)
    ]
    assert len(result) > 20
    return result


def is_install(command: str, words: list[str]) -> bool:
    """Of a file of deploy/ as the guide does it, or of a folder of the kiosk's own."""
    if words[0] == "-d":
        return re.fullmatch(r"-d -m 700 -o \d+ -g \d+ /.+", " ".join(words)) is not None
    way, name, folder = words[:3], words[3], words[5]
    is_way = way == ["-D", "-m", "644"] and words[4] == "-t" and len(words) == 6
    return is_way and (REPOSITORY / name).is_file() and command in GUIDE and folder[0] == "/"


def is_systemctl(command: str, words: list[str]) -> bool:
    """A verb, and names of units; or a process to look at."""
    del command
    verb, *rest = words
    if verb in {"daemon-reload", "daemon-reexec"}:
        return not rest
    if verb == "status":
        return len(rest) == 1 and rest[0].isdigit()
    names = [one for one in rest if one != "--now"]
    return verb in VERBS and bool(names) and all(UNIT.fullmatch(name) for name in names)


def is_ours(command: str, words: list[str]) -> bool:
    """The program itself knows these words."""
    del command
    parser(words).parse_args(words)
    return True


TAKES: dict[str, Callable[[str, list[str]], bool]] = {
    "edu-tui": is_ours,
    "cp": lambda command, words: words[0] == "-r" and words[2:] == ["my-library"],
    "systemctl": is_systemctl,
    "install": is_install,
    "apt-get": lambda command, words: words[:2] == ["install", "-y"] and words[-1] in GUIDE,
    "chmod": lambda command, words: len(words) in {2, 3} and words[-1].startswith("/"),
    "chown": lambda command, words: words[:2] == ["-R", "root:root"] and len(words) == 3,
    "timedatectl": lambda command, words: command in GUIDE,
    "sed": lambda command, words: command in GUIDE,
    "runuser": lambda command, words: command in GUIDE,
}

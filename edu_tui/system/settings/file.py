"""One file of settings: its values, or every fault in it, each with its line. Read only.

What it takes to explain a fault is loaded when there is one: every start looks for these files.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Any, NamedTuple

from edu_tui.system.settings.table import BY_FORMER_NAME, BY_NAME
from edu_tui.system.settings.value import WrongValueError, from_toml

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.system.settings.value import Value

MAX_BYTES = 64 * 1024
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Fault(NamedTuple):
    """Something that keeps settings from being used."""

    where: str
    """A file with its line, or a variable."""
    message: str

    @property
    def line(self) -> str:
        """In one line that moves no cursor."""
        whole = f"{self.where}: {self.message}"
        return "".join(
            char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in whole
        )


class SettingsFile(NamedTuple):
    """What a file gave; its values by the names of settings."""

    path: Path
    there: bool
    values: dict[str, Value]
    faults: tuple[Fault, ...] = ()


def read(path: Path) -> SettingsFile:
    """The file, if there is one."""
    try:
        data = _bytes(path)
    except (FileNotFoundError, NotADirectoryError):
        return SettingsFile(path, there=False, values={})
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return _refused(path, 0, f"these settings cannot be read: {reason}")
    if data is None:
        return _refused(path, 0, "settings are read from an ordinary file of at most 64 KiB")
    try:
        # some editors begin a file with a mark of its encoding, which TOML does not know
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _refused(path, line, "this is not UTF-8; save the file with the encoding UTF-8")
    return _parsed(path, text)


def _bytes(path: Path) -> bytes | None:
    """None for what is no ordinary file of a sane size: a pipe must not block a start."""
    handle = os.open(path, _FLAGS)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
            return None
        return os.read(handle, MAX_BYTES)
    finally:
        os.close(handle)


def _parsed(path: Path, text: str) -> SettingsFile:
    from tomllib import loads

    try:
        raw = loads(text)
    except RecursionError:
        return _refused(path, 0, "too many brackets within brackets")
    # Python's own refusals of a number come with no place
    except ValueError as error:
        from edu_tui.system.settings.explain import explain

        return _refused(path, *explain(text, str(error)))
    values: dict[str, Value] = {}
    wrong: dict[str, str] = {}
    for key, value in raw.items():
        setting = BY_NAME.get(key) or BY_FORMER_NAME.get(key)
        if setting is None:
            wrong[key] = ""
            continue
        try:
            told = from_toml(setting, value, path.parent)
        except WrongValueError as error:
            wrong[key] = str(error)
        else:
            if key == setting.name or setting.name not in raw:
                values[setting.name] = told
    return SettingsFile(path, there=True, values=values, faults=_faults(path, text, raw, wrong))


def _faults(path: Path, text: str, raw: dict[str, Any], wrong: dict[str, str]) -> tuple[Fault, ...]:
    """What is wrong with each of these, in the order of the file; no words for an unknown one."""
    if not wrong:
        return ()
    from edu_tui.system.settings.explain import lines_of, unknown

    lines = lines_of(text)
    return tuple(
        Fault(f"{path}:{lines[key]}", message or unknown(key, raw[key], raw.keys()))
        for key, message in wrong.items()
    )


def _refused(path: Path, line: int, message: str) -> SettingsFile:
    where = f"{path}:{line}" if line else str(path)
    return SettingsFile(path, there=True, values={}, faults=(Fault(where, message),))

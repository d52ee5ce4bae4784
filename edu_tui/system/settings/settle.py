"""The settings as they hold: default, system file, user file, environment, flag; the later wins.

`EDU_TUI_...` goes before the variables that other programs share (`ACCESSIBLE`, `TERM`), for whoever
sets it means this program. An empty variable is as good as none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from edu_tui.system.errors import SettingsError
from edu_tui.system.paths import config_folders
from edu_tui.system.settings.file import Fault, read
from edu_tui.system.settings.table import FILE, FORMER_VARIABLES, SETTINGS
from edu_tui.system.settings.value import WrongValueError, from_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from edu_tui.system.settings.file import SettingsFile
    from edu_tui.system.settings.table import Look, Setting

Source = Literal["default", "system file", "user file", "environment", "flag"]


class Origin(NamedTuple):
    """Where a setting comes from."""

    source: Source
    name: str
    """The file, the variable or the flag."""


DEFAULT = Origin("default", "")


class Settings(NamedTuple):
    """Every setting's value; None where what it is by default depends on the machine."""

    library: Path | None
    language: str
    clinic: Path | None
    plain: bool
    ascii: bool
    look: Look
    detail: bool
    record: bool
    data: Path | None
    review_per_day: int
    site: str
    roster: Path | None
    sync_to: tuple[str, ...]
    lrs_home: str
    print_command: tuple[str, ...]
    speech: bool
    kiosk_pin: str
    kiosk_keys: str
    origins: dict[str, Origin]
    """By the setting's name."""


class Gathered(NamedTuple):
    """The settings, and what was passed over because it cannot be used."""

    settings: Settings
    files: tuple[SettingsFile, ...]
    """The system's first, this user's last."""
    faults: tuple[Fault, ...]


def settle(flags: Mapping[str, Any], environ: Mapping[str, str]) -> Settings:
    """The settings; raises SettingsError with every fault, each in a line."""
    gathered = gather(flags, environ)
    if gathered.faults:
        raise SettingsError([fault.line for fault in gathered.faults])
    return gathered.settings


def gather(flags: Mapping[str, Any], environ: Mapping[str, str]) -> Gathered:
    """The settings with whatever can be used; `flags` are the options by name as argparse keeps them."""
    values: dict[str, Any] = {setting.name: setting.default for setting in SETTINGS}
    origins = dict.fromkeys(values, DEFAULT)
    folders = config_folders()
    files = tuple(read(folder / FILE) for folder in (*folders.system, *folders.user))
    faults = [fault for file in files for fault in file.faults]
    for place, file in enumerate(files):
        source: Source = "system file" if place < len(folders.system) else "user file"
        values.update(file.values)
        origins.update(dict.fromkeys(file.values, Origin(source, str(file.path))))
    for setting in SETTINGS:
        for raw, origin in (_in_environment(setting, environ), _in_flags(setting, flags)):
            if raw is None:
                continue
            try:
                values[setting.name] = raw if isinstance(raw, bool) else from_text(setting, raw)
            except WrongValueError as error:
                faults.append(Fault(origin.name, str(error)))
            else:
                origins[setting.name] = origin
    return Gathered(Settings(**values, origins=origins), files, tuple(faults))


def _in_environment(
    setting: Setting, environ: Mapping[str, str]
) -> tuple[str | bool | None, Origin]:
    for variable in (setting.variable, FORMER_VARIABLES.get(setting.name, "")):
        if raw := environ.get(variable):
            return raw, Origin("environment", variable)
    if setting.name == "plain":
        if environ.get("ACCESSIBLE", "0") not in {"", "0"}:
            return True, Origin("environment", "ACCESSIBLE")
        if environ.get("TERM") == "dumb":
            return True, Origin("environment", "TERM=dumb")
    return None, DEFAULT


def _in_flags(setting: Setting, flags: Mapping[str, Any]) -> tuple[str | bool | None, Origin]:
    for flag, on in zip(setting.flags, (True, False), strict=False):
        raw = flags.get(flag.lstrip("-").replace("-", "_")) if flag else None
        if raw:
            return on if setting.kind == "switch" else str(raw), Origin("flag", flag)
    return None, DEFAULT

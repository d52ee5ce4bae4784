"""One value of a setting: checked, or refused with a sentence that says what it should be.

A file gives TOML's own types, a variable only text; both end as the same Python values.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from edu_tui.system.settings.table import LOOKS, MOST_A_DAY

if TYPE_CHECKING:
    from edu_tui.system.settings.table import Kind, Setting

Value: TypeAlias = Path | str | int | bool | tuple[str, ...]

_SWITCH = {
    **dict.fromkeys(("1", "true", "yes", "on"), True),
    **dict.fromkeys(("0", "false", "no", "off"), False),
}
_KINDS: dict[Kind, str] = {
    "folder": "a folder's name in quotes",
    "file": "a file's name in quotes",
    "text": "a text in quotes",
    "code": "a language code in quotes",
    "switch": "true or false, without quotes",
    "number": f"a whole number from 0 to {MOST_A_DAY}, without quotes",
    "command": "a program and its options, each in quotes",
    "addresses": "a list of addresses, each in quotes",
    "look": "dark, light or contrast, in quotes",
}
_CODE = r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*"
_LONGEST = 40
MOST_WORDS = 40
"""Of a command, or of a list."""


class WrongValueError(ValueError):
    """A value that cannot be; what it should be, in words."""


def wanted(setting: Setting) -> str:
    """What may stand in a file: `plain` is true or false, such as ..."""
    return f"`{setting.name}` is {_KINDS[setting.kind]}, such as {setting.example}"


def from_toml(setting: Setting, raw: object, folder: Path) -> Value:
    """A value from a file in that folder; raises WrongValueError."""
    if setting.kind == "switch" and isinstance(raw, bool):
        return raw
    # a truth value is a number to Python, not to a person
    if setting.kind == "number" and isinstance(raw, int) and not isinstance(raw, bool):
        return _in_range(setting, raw)
    if setting.kind in {"folder", "file", "text", "code"} and isinstance(raw, str):
        value = _words(setting, raw)
        return folder / value if isinstance(value, Path) else value
    if setting.kind in {"command", "addresses"} and isinstance(raw, list):
        return _listed(setting, raw)
    if setting.kind == "look" and isinstance(raw, (bool, str)):
        return _look(setting, raw)
    raise WrongValueError(f"{wanted(setting)}, not {shown(raw)}")


def from_text(setting: Setting, raw: str) -> Value:
    """A value from a variable or a flag; raises WrongValueError."""
    if setting.kind == "switch":
        known = _SWITCH.get(raw.strip().casefold())
        if known is None:
            raise WrongValueError(f"{shown(raw)} is neither yes nor no; write 1 or 0")
        return known
    if setting.kind == "number":
        digits = raw.strip()
        if len(digits) > 3 or not (digits.isascii() and digits.isdigit()):
            raise WrongValueError(
                f"{shown(raw)} is not a number; write a whole number from 0 to {MOST_A_DAY}"
            )
        return _in_range(setting, int(digits))
    if setting.kind in {"command", "addresses"}:
        return _listed(setting, _split(raw))
    if setting.kind == "look":
        return _look(setting, _SWITCH.get(raw.strip().casefold(), raw))
    return _words(setting, raw)


def shown(raw: object) -> str:
    """A value as a person would write it, and not too long."""
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, str):
        return f'"{raw}"' if len(raw) <= _LONGEST else f'"{raw[: _LONGEST - 3]}..."'
    if isinstance(raw, (int, float)):
        # Python writes no number of thousands of digits
        return f"{raw:g}" if isinstance(raw, float) or abs(raw) < 10**6 else "such a large number"
    return "a list" if isinstance(raw, list) else "a table" if isinstance(raw, dict) else "a date"


def _in_range(setting: Setting, number: int) -> int:
    if 0 <= number <= MOST_A_DAY:
        return number
    raise WrongValueError(f"{wanted(setting)}, not {shown(number)}")


def _look(setting: Setting, raw: bool | str) -> str:
    """One of the looks; it was once a switch that asked whether the screen is light."""
    if isinstance(raw, bool):
        return "light" if raw else "dark"
    look = raw.strip().casefold()
    if look in LOOKS:
        return look
    raise WrongValueError(f"{wanted(setting)}, not {shown(raw)}")


def _listed(setting: Setting, raw: list[object]) -> tuple[str, ...]:
    """Words as they are given to a program, or addresses; none of them is looked into."""
    words = tuple(word for word in raw if isinstance(word, str) and word.isprintable())
    if not words or not words[0].strip() or len(words) < len(raw) or len(words) > MOST_WORDS:
        raise WrongValueError(f"{wanted(setting)}, not {shown(raw)}")
    return words


def _split(raw: str) -> list[object]:
    from shlex import split

    try:
        return list(split(raw))
    except ValueError:
        raise WrongValueError(f"{shown(raw)} has a quote without its end") from None


def _words(setting: Setting, raw: str) -> Path | str:
    if not raw.strip() or not raw.isprintable():
        raise WrongValueError(f"{wanted(setting)}, not {shown(raw)}")
    if setting.kind == "code" and not re.fullmatch(_CODE, raw.strip()):
        raise WrongValueError(f"{wanted(setting)}, not {shown(raw)}")
    if setting.kind in {"text", "code"}:
        return raw.strip()
    try:
        return Path(raw).expanduser()
    except RuntimeError:
        message = f"there is no home folder for {shown(raw)}; write the whole name"
        raise WrongValueError(message) from None

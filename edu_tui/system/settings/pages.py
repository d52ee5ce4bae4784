"""Settings as a person reads them: as they are now, as an example to copy, as a page of docs."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from edu_tui.system.settings.table import FILE, SETTINGS

if TYPE_CHECKING:
    from edu_tui.system.settings.settle import Gathered
    from edu_tui.system.settings.table import Setting
    from edu_tui.system.settings.value import Value

WIDTH = 79


def as_toml(value: Value) -> str:
    """A value as it stands in a file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return f"[{', '.join(as_toml(word) for word in value)}]"
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def now(gathered: Gathered) -> str:
    """Each setting with its value, then where that comes from, then the files looked at."""
    lines = []
    for setting in SETTINGS:
        value = getattr(gathered.settings, setting.name)
        source, name = gathered.settings.origins[setting.name]
        if source == "default":
            known = "" if value in {None, "", ()} else as_toml(value)
            lines += [f"# {setting.name} = {known}".rstrip(), f"#   default: {setting.by_default}"]
        else:
            lines += [f"{setting.name} = {as_toml(value)}", f"#   {source}: {name}"]
    lines += ["", "# Files, the last one first in rank:"]
    lines += [f"#   {file.path}{'' if file.there else ' (not there)'}" for file in gathered.files]
    return "\n".join(lines) + "\n"


def example() -> str:
    """A file to begin with: every setting, explained, none of them set."""
    about = (
        f"Settings of edu-tui. Save this as {FILE} in the folder that edu-tui doctor names, and "
        "take away the # in front of a setting to use it. Folders and files are looked for from "
        "the folder of this file; ~ is your home."
    )
    lines = [f"# {line}" for line in wrap(about, WIDTH - 2)]
    for setting in SETTINGS:
        about = f"{_sentence(setting.help)} By default: {setting.by_default}."
        lines += ["", *(f"# {line}" for line in wrap(about, WIDTH - 2))]
        lines += [f"#{setting.name} = {setting.example}"]
    return "\n".join(lines) + "\n"


def docs() -> str:
    """The page of all settings."""
    rows = [
        f"| `{setting.name}` | {_sentence(setting.help)} | {setting.by_default} | `{setting.variable}` | {_flags(setting)} |"
        for setting in SETTINGS
    ]
    return "\n".join([*_HEAD, *rows, *_TAIL, "```toml", example().rstrip("\n"), "```", ""])


def _flags(setting: Setting) -> str:
    return ", ".join(f"`{f'{flag} {setting.metavar}'.strip()}`" for flag in setting.flags if flag)


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


_HEAD = (
    "# Settings",
    "",
    "Made from the one table of settings by `python docs/tables.py`. Nothing needs to be set, and the",
    "program never writes settings itself.",
    "",
    "| in a file | what it does | by default | variable | flag |",
    "| --- | --- | --- | --- | --- |",
)
_TAIL = (
    "",
    "## Which one counts",
    "1. A flag goes before all else.",
    "2. Then a variable. For yes and no write `1` and `0`; `true`, `false`, `yes`, `no`, `on` and `off`",
    "   do too. `ACCESSIBLE=1` and `TERM=dumb` ask for plain mode as `EDU_TUI_PLAIN=1` does;",
    "   `EDU_TUI_PLAIN` goes before them.",
    f"3. Then your own file, `~/.config/edu-tui/{FILE}`.",
    f"4. Then the system's, `/etc/xdg/edu-tui/{FILE}`, for everyone on the computer.",
    "",
    "`XDG_CONFIG_HOME` and `XDG_CONFIG_DIRS` move the two, and other systems have other folders:",
    "`edu-tui doctor` shows yours. `edu-tui settings` shows each setting as it is now and where that",
    "comes from.",
    "",
    "A file that cannot be used is said with file and line, and nothing is opened until it is mended:",
    "a name that is no setting, a value of the wrong kind, what is not TOML.",
    "",
    "## An example",
    "`edu-tui settings --example` prints it.",
    "",
)

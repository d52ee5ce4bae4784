"""Every setting once: its name, kind, default, variable, flags, and what it does in one sentence."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

Kind = Literal["folder", "file", "text", "code", "switch", "number", "command", "addresses", "look"]
Look = Literal["dark", "light", "contrast"]
"""How the screen looks; each has a twin for 16 colors and one for none."""
LOOKS: tuple[Look, ...] = get_args(Look)
FILE = "settings.toml"
MOST_A_DAY = 5
"""Review questions; more in a day tires and teaches no better."""


class Setting(NamedTuple):
    """One thing that can be set."""

    name: str
    """As it stands in a file."""
    kind: Kind
    default: str | int | bool | tuple[str, ...] | None
    """None where it depends on the machine."""
    by_default: str
    """What the default means, in a few words."""
    variable: str
    """The environment variable."""
    help: str
    """What it does; one sentence without its full stop, as `--help` shows it."""
    example: str
    """A value as it stands in a file."""
    flags: tuple[str, ...] = ()
    """The option that gives it; of a switch those that turn it on, then off, each perhaps empty."""
    metavar: str = ""
    """What follows the flag."""
    formerly: str = ""
    """The name that it had, which files and variables may still have."""


SETTINGS: tuple[Setting, ...] = (
    Setting(
        name="library",
        kind="folder",
        default=None,
        by_default="the library that comes with edu-tui",
        variable="EDU_TUI_LIBRARY",
        flags=("--library",),
        metavar="DIR",
        help="a library folder; else the one shipped",
        example='"~/my-library"',
    ),
    Setting(
        name="language",
        kind="code",
        default="",
        by_default="the library's first language",
        variable="EDU_TUI_LANGUAGE",
        flags=("--lang",),
        metavar="CODE",
        help="language code, such as en",
        example='"en"',
    ),
    Setting(
        name="clinic",
        kind="file",
        default=None,
        by_default="clinic.yaml beside your settings file, if there is one",
        variable="EDU_TUI_CLINIC",
        flags=("--clinic",),
        metavar="FILE",
        help="your clinic's own words and crisis lines",
        example='"clinic.yaml"',
    ),
    Setting(
        name="plain",
        kind="switch",
        default=False,
        by_default="full screen where there is a terminal",
        variable="EDU_TUI_PLAIN",
        flags=("--plain", "--no-plain"),
        help="line by line, for screen readers",
        example="false",
    ),
    Setting(
        name="ascii",
        kind="switch",
        default=False,
        by_default="line characters where the terminal has them",
        variable="EDU_TUI_ASCII",
        flags=("--ascii", ""),
        help="use ASCII characters only",
        example="false",
    ),
    Setting(
        name="look",
        kind="look",
        default="dark",
        by_default="dark",
        variable="EDU_TUI_LOOK",
        flags=("--look",),
        metavar="LOOK",
        help="start dark, light, or with high contrast (contrast); the key T changes it",
        example='"light"',
        formerly="light",
    ),
    Setting(
        name="detail",
        kind="switch",
        default=False,
        by_default="less detail",
        variable="EDU_TUI_DETAIL",
        help="start with more detail; the key M changes it",
        example="false",
    ),
    Setting(
        name="record",
        kind="switch",
        default=True,
        by_default="kept, on this computer alone",
        variable="EDU_TUI_RECORD",
        flags=("", "--no-record"),
        help="keep what you do, so that you can go on later; false is just reading",
        example="true",
    ),
    Setting(
        name="data",
        kind="folder",
        default=None,
        by_default="your data folder; edu-tui doctor shows it",
        variable="EDU_TUI_DATA",
        help="the folder your records are kept in",
        example='"~/edu-tui"',
    ),
    Setting(
        name="review_per_day",
        kind="number",
        default=MOST_A_DAY,
        by_default=str(MOST_A_DAY),
        variable="EDU_TUI_REVIEW_PER_DAY",
        help=f"how many questions to look back at in a day, from 0 to {MOST_A_DAY}",
        example="5",
    ),
    Setting(
        name="site",
        kind="text",
        default="",
        by_default="none: this clinic has no name in staff records",
        variable="EDU_TUI_SITE",
        help="your clinic's short name, as it stands in staff records and reports",
        example='"north"',
    ),
    Setting(
        name="roster",
        kind="file",
        default=None,
        by_default="roster.csv beside your settings file, if there is one",
        variable="EDU_TUI_ROSTER",
        help="which learner's id is whose name: a CSV file that only the manager's machine has",
        example='"~/roster.csv"',
    ),
    Setting(
        name="sync_to",
        kind="addresses",
        default=(),
        by_default="nothing is sent",
        variable="EDU_TUI_SYNC_TO",
        help="where edu-tui sync sends staff records: a central database, a learning record store",
        example='["postgresql://edu_device@db.example/edu?sslmode=verify-full"]',
    ),
    Setting(
        name="lrs_home",
        kind="text",
        default="",
        by_default="none: nothing is sent to a learning record store",
        variable="EDU_TUI_LRS_HOME",
        help="your clinic's own web address, under which a learning record store knows your learners",
        example='"https://clinic.example/staff"',
    ),
    Setting(
        name="print_command",
        kind="command",
        default=(),
        by_default="nothing is printed",
        variable="EDU_TUI_PRINT_COMMAND",
        help="the program that prints what it gets as text, with its options; no shell reads it",
        example='["lp", "-o", "cpi=12"]',
    ),
    Setting(
        name="speech",
        kind="switch",
        default=False,
        by_default="nothing is read aloud",
        variable="EDU_TUI_SPEECH",
        help="offer to read pages aloud, with espeak-ng or spd-say where one is there",
        example="false",
    ),
    Setting(
        name="kiosk_pin",
        kind="text",
        default="",
        by_default="none: the kiosk does not start without --no-exit",
        variable="EDU_TUI_KIOSK_PIN",
        help="the PIN that ends the kiosk, as edu-tui kiosk --set-pin prints it",
        example='"scrypt$14$8$1$AAAAAAAAAAAAAAAAAAAAAA==$...="',
    ),
    Setting(
        name="kiosk_keys",
        kind="text",
        default="f12 f12 f12",
        by_default="F12 three times",
        variable="EDU_TUI_KIOSK_KEYS",
        help="the keys, one after the other, after which the kiosk asks for the PIN",
        example='"f12 f12 f12"',
    ),
)
BY_NAME: dict[str, Setting] = {setting.name: setting for setting in SETTINGS}
BY_FORMER_NAME = {setting.formerly: setting for setting in SETTINGS if setting.formerly}
FORMER_VARIABLES = {
    setting.name: f"EDU_TUI_{name.upper()}" for name, setting in BY_FORMER_NAME.items()
}
"""By the setting's name."""
VARIABLES = frozenset([*(setting.variable for setting in SETTINGS), *FORMER_VARIABLES.values()])

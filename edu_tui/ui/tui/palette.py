"""Which tone is which colour. Colour only repeats what the characters say already.

Every foreground stands at 4.5:1 or better on its background, in high contrast at 7:1, in true colour,
after Rich's reduction to 256 colours, and, in the twins for 16 colours, on the VGA console's own palette;
a test computes it. The twins name colours by number; nothing is left to a nearest match. A console
draws bold as a brighter colour and underlined as cyan: on its light grey neither could be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style

if TYPE_CHECKING:
    from rich.color import Color

    from edu_tui.layout.line import Tone
    from edu_tui.layout.look import Depth
    from edu_tui.system.settings.table import Look


class Palette(NamedTuple):
    """Styles by tone, and the two a page needs besides."""

    ground: Style
    """Everything that has no tone of its own."""
    focused: Style
    """The row in focus; laid over its tones."""
    tones: dict[Tone, Style]
    textual_theme: str
    """The theme of Textual's own field that goes with it."""

    @property
    def css(self) -> tuple[str, str]:
        """Foreground and background in Textual's words."""
        return _css(self.ground.color), _css(self.ground.bgcolor)

    @property
    def lit(self) -> dict[str, Style]:
        """What is laid over a row in focus, and over one that the mouse points at."""
        return {"focused": self.focused, "pointed": self.tones["pointed"]}

    def style(self, tone: Tone) -> Style:
        """The whole style of a tone."""
        over = self.tones.get(tone)
        return self.ground + over if over else self.ground


def _palette(ground: str, focused: str, words: dict[Tone, str], textual_theme: str) -> Palette:
    tones = {tone: Style.parse(text) for tone, text in words.items()}
    return Palette(Style.parse(ground), Style.parse(focused), tones, textual_theme)


def _tones(
    *,
    blue: str,
    quiet: str,
    alert: str,
    good: str,
    rest: str,
    match: str,
    pointed: str,
    sixteen: bool = False,
    bold: str = "bold",
    underline: str = "underline",
) -> dict[Tone, str]:
    # A picture that was asked for and that a machine has to read: black and white everywhere, with
    # the names for 16 colours where a console knows no others.
    black, white = ("color(0)", "color(7)") if sixteen else ("#000000", "#ffffff")
    return {
        "strong": bold,
        "emphasis": underline,
        "heading": bold,
        "label": f"{bold} {blue}",
        "soft": quiet,
        "term": f"{underline} {blue}",
        "cite": quiet,
        "box": blue,
        "warning": f"{bold} {alert}",
        "good": f"{bold} {good}",
        "talk": f"{bold} {alert}",
        "mark": f"{bold} {blue}",
        "rest": rest,
        "match": match,
        "code": f"{black} on {white}",
        "ink": f"{white} on {black}",
        "pointed": pointed,
    }


DARK = _palette(
    "#e6e6e6 on #12161c",
    "bold #ffffff on #1f4a75",
    _tones(
        blue="#9ecbff",
        quiet="#b8c0cc",
        alert="#ffd479",
        good="#8fe388",
        rest="#8f99a8",
        match="bold #12161c on #ffd479",
        pointed="#ffffff on #30343a",
    ),
    "textual-dark",
)
LIGHT = _palette(
    "#1b1f24 on #fbfbf8",
    "bold #ffffff on #0b4f8a",
    _tones(
        blue="#0b4f8a",
        quiet="#4a5560",
        alert="#8a3b00",
        good="#1e6b2a",
        rest="#646d78",
        match="bold #000000 on #ffe08a",
        pointed="#000000 on #d9e2ea",
    ),
    "textual-light",
)
CONTRAST = _palette(
    "#ffffff on #000000",
    "bold #000000 on #ffffff",
    _tones(
        blue="#ffffff",
        quiet="#e4e4e4",
        alert="#ffff00",
        good="#ffffff",
        rest="#d0d0d0",
        match="bold #000000 on #ffff00",
        pointed="#000000 on #00ffff",
    ),
    "textual-dark",
)
DARK_16 = _palette(
    "color(7) on color(0)",
    "bold color(15) on color(4)",
    _tones(
        blue="color(14)",
        quiet="color(7)",
        alert="color(11)",
        good="color(10)",
        rest="color(7)",
        match="color(0) on color(7)",
        pointed="not bold not underline color(0) on color(6)",
        sixteen=True,
    ),
    "ansi-dark",
)
LIGHT_16 = _palette(
    "color(0) on color(7)",
    "bold color(15) on color(4)",
    _tones(
        blue="color(4)",
        quiet="color(0)",
        alert="color(4)",
        good="color(0)",
        rest="color(0)",
        match="bold color(15) on color(4)",
        pointed="not bold not underline color(0) on color(6)",
        sixteen=True,
        bold="color(4)",
        underline="color(4)",
    ),
    "ansi-light",
)
CONTRAST_16 = _palette(
    "color(15) on color(0)",
    "not bold not underline color(0) on color(7)",
    _tones(
        blue="color(15)",
        quiet="color(7)",
        alert="color(11)",
        good="color(15)",
        rest="color(7)",
        match="color(0) on color(7)",
        pointed="not bold not underline color(0) on color(6)",
        sixteen=True,
    ),
    "ansi-dark",
)
NONE = _palette(
    "default on default",
    "bold",
    _tones(
        blue="default",
        quiet="default",
        alert="default",
        good="default",
        rest="default",
        match="bold underline",
        pointed="bold underline",
        sixteen=True,
    ),
    "ansi-dark",
)


def _css(colour: Color | None) -> str:
    if colour is None or colour.is_default:
        return "ansi_default"
    if colour.triplet is not None:
        return colour.triplet.hex
    return {0: "ansi_black", 7: "ansi_white", 15: "ansi_bright_white"}[colour.number or 0]


def palette(depth: Depth, look: Look) -> Palette:
    """The palette for so many colours; without colours there is but one."""
    full, sixteen = {
        "dark": (DARK, DARK_16),
        "light": (LIGHT, LIGHT_16),
        "contrast": (CONTRAST, CONTRAST_16),
    }[look]
    return NONE if depth == "none" else sixteen if depth == "sixteen" else full

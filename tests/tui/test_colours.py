"""Colours: enough contrast everywhere, none where none is wanted, never needed."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, get_args

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style

from edu_tui.layout.line import Tone
from edu_tui.system.settings.table import LOOKS
from edu_tui.ui.tui.palette import (
    CONTRAST,
    CONTRAST_16,
    DARK,
    DARK_16,
    LIGHT,
    LIGHT_16,
    NONE,
    Palette,
)

from .places import WAYS, go
from .reader import sitting

if TYPE_CHECKING:
    from rich.color_triplet import ColorTriplet

    from edu_tui.layout.look import Depth

TONES: tuple[Tone, ...] = get_args(Tone)
ENOUGH, HIGH = 4.5, 7.0
VGA = (
    (0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0), (0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170),
    (85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85), (85, 85, 255), (255, 85, 255), (85, 255, 255), (255, 255, 255),
)  # fmt: skip
"""The console's own sixteen."""
FULL = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}
SIXTEEN = {"dark 16": DARK_16, "light 16": LIGHT_16, "contrast 16": CONTRAST_16}
PALETTES = {**FULL, **SIXTEEN}
CASES = [*product(FULL, ("full", "256")), *product(SIXTEEN, ("16", "console"))]
CYAN, BRIGHT = 6, 8


def luminance(red: int, green: int, blue: int) -> float:
    """WCAG 2.2, relative luminance."""
    parts = []
    for value in (red, green, blue):
        part = value / 255
        parts.append(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """WCAG 2.2, contrast ratio."""
    light, dark = sorted((luminance(*one), luminance(*other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ratio_of(style: Style, depth: str) -> float:
    """The contrast that a terminal gives it; a console draws underlined as cyan, and bold brighter."""
    front, back = shown(style.color, depth), shown(style.bgcolor, depth)
    if depth == "console":
        assert style.color is not None
        number = CYAN if style.underline else style.color.number
        assert number is not None
        front = VGA[number | BRIGHT if style.bold else number]
    return contrast(front, back)


def shown(colour: Color | None, depth: str) -> tuple[int, ...]:
    """What a terminal makes of a colour."""
    assert colour is not None
    if depth in {"16", "console"}:
        assert colour.number is not None, "a twin names its colours by number"
        assert colour.number < 16
        return VGA[colour.number]
    triplet: ColorTriplet = colour.get_truecolor()
    if depth == "256":
        triplet = colour.downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    return tuple(triplet)


def test_the_yardstick() -> None:
    """The formula gives what the standard says for black, white and a known grey."""
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(("name", "depth"), CASES)
@pytest.mark.parametrize("tone", TONES)
def test_every_tone_can_be_read(name: str, depth: str, tone: Tone) -> None:
    """Each tone stands at 4.5:1 or better, in high contrast at 7:1, on its own ground, in the row in focus and under the mouse."""
    palette, enough = PALETTES[name], HIGH if name.startswith("contrast") else ENOUGH
    plain = palette.style(tone)
    for style in (plain, *(plain + over for over in palette.lit.values())):
        ratio = ratio_of(style, depth)
        assert ratio >= enough, f"{style}: {ratio:.2f}"


@pytest.mark.parametrize(("name", "depth"), CASES)
def test_focus_and_mouse_are_told_apart(name: str, depth: str) -> None:
    """The row in focus, the one under the mouse and all others have each a ground of their own."""
    palette = PALETTES[name]
    styles = [palette.ground, *palette.lit.values()]
    assert len({shown(style.bgcolor, depth) for style in styles}) == 3


@pytest.mark.parametrize("palette", [*PALETTES.values(), NONE], ids=[*PALETTES, "none"])
def test_nothing_is_dim_and_every_tone_is_known(palette: Palette) -> None:
    """No style is dim, blinks or hides, and no tone falls back to the ground unmeant."""
    styles = [palette.ground, palette.focused, *palette.tones.values()]
    assert not [style for style in styles if style.dim or style.blink or style.conceal]
    assert set(palette.tones) == set(TONES) - {"plain", "picture"}


def test_without_colour_there_is_none() -> None:
    """The palette for NO_COLOR names no colour, but in the code that a phone has to read."""
    tones = [style for tone, style in NONE.tones.items() if tone not in {"code", "ink"}]
    for style in (NONE.ground, NONE.focused, *tones):
        for colour in (style.color, style.bgcolor):
            assert colour is None or colour.is_default


@pytest.mark.parametrize("place", ["home", "reading, a long part", "second step", "single, missed once", "single, missed twice", "results, must know missed", "find, with hits", "crisis"])  # fmt: skip
async def test_every_cell_that_is_drawn_can_be_read(place: str) -> None:
    """Each cell of the screens, the field and its words too, has the contrast of its palette."""
    assert place in WAYS
    depths: tuple[Depth, ...] = ("full", "sixteen")
    for depth, look in [*product(depths, LOOKS), ("none", LOOKS[0])]:
        async with sitting(depth=depth) as reader:
            await go(reader, place)
            reader.app.journey.visit.look = look
            await reader.resize(90, 24)
            enough = HIGH if look == "contrast" else ENOUGH
            kind = "16" if depth == "sixteen" else "full"
            for piece in (
                piece for line in reader.segments for piece in line if piece.text.strip()
            ):
                style = piece.style or Style()
                assert not style.dim
                if depth == "none":
                    assert all(
                        color is None or color.is_default for color in (style.color, style.bgcolor)
                    ), piece
                    continue
                front, back = style.color, style.bgcolor
                if style.reverse:
                    front, back = back, front
                ratio = contrast(shown(front, kind), shown(back, kind))
                assert ratio >= enough, f"{piece.text!r} {style}: {ratio:.2f}"

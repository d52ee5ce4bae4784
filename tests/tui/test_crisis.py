"""Help at once: every line is there at once, however small the window."""

from __future__ import annotations

import shutil
from itertools import product
from typing import TYPE_CHECKING

import pytest

from edu_tui.journey.profile import STUDY
from edu_tui.kiosk.profile import KIOSK
from edu_tui.layout.large import large, number_in
from edu_tui.system.settings.table import LOOKS
from edu_tui.ui.tui.palette import palette

from .reader import SAMPLE, SHIPPED, sitting
from .test_glyphs import CONSOLE

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.journey.profile import Profile
    from edu_tui.layout.line import Medium
    from edu_tui.layout.look import Depth
    from edu_tui.system.settings.table import Look

LINES = """\
crisis:
  - {country: US, name: 988 Suicide & Crisis Lifeline, how: "Call or text 988", when: any time}
  - {country: US, name: Crisis line for veterans, how: "Call 988 and press 1", when: any time}
  - {country: CA, name: Suicide crisis helpline, how: "Call or text 9-8-8.", when: every day and night}
  - {country: US, name: Emergency, how: Call 911, when: any time, emergency: true}
"""
TOLD = (
    "Call or text 988 (988",
    "Call 988 and press 1",
    "Call or text 9-8-8 (",
    "Call 911 (Emergency",
)


def four_lines(folder: Path) -> Path:
    """A library with as many lines as one has at most."""
    shutil.copytree(SAMPLE, folder)
    file = folder / "library.yaml"
    before, _, rest = file.read_text().partition("crisis:\n")
    after = rest[rest.index("courses:") :]
    file.write_text(before + LINES + after)
    return folder


@pytest.mark.parametrize("size", [(40, 16), (40, 20), (60, 16), (80, 16)])
async def test_every_line_is_on_the_first_page(size: tuple[int, int]) -> None:
    """The shipped lines are all there at once, with nothing below and nothing to turn."""
    async with sitting(SHIPPED, size) as reader:
        await reader.press("!")
        for words in ("all or text 988", "all 988 and press 1", "all 911"):
            assert words in reader.words
        assert "More below" not in reader.text
        assert "Next page" not in reader.text


@pytest.mark.parametrize("size", [(40, 16), (80, 24), (40, 24)])
@pytest.mark.parametrize("profile", [STUDY, KIOSK], ids=["alone", "waiting room"])
async def test_four_lines_of_a_clinic_are_too(
    tmp_path: Path, size: tuple[int, int], profile: Profile
) -> None:
    """A library with four lines of two countries shows them at once, also where rows are as high as a finger."""
    async with sitting(four_lines(tmp_path / "library"), size, profile=profile) as reader:
        await reader.press("!")
        if "If you are in the clinic" not in reader.words:
            assert [words in reader.words for words in TOLD] == [True] * 4, reader.text
        assert "911" in reader.words
        assert "More below" not in reader.text
        assert "Next page" not in reader.text


async def test_in_a_large_window_nothing_is_left_out() -> None:
    """Where there is room each line has its name over it and its hours, and staff come first."""
    async with sitting(SHIPPED, (80, 24)) as reader:
        await reader.press("!")
        assert "tell any staff member" in reader.words
        beside = " ".join(word for word in reader.words.split() if set(word).isdisjoint("█▀─│┐└"))
        assert "Emergency: Call 911. When: any time." in beside


# its look


@pytest.mark.parametrize(
    ("size", "medium", "profile"),
    [
        ((80, 24), "unicode", STUDY),
        ((120, 33), "unicode", STUDY),
        ((80, 24), "ascii", STUDY),
        ((80, 24), "unicode", KIOSK),
        ((60, 24), "unicode", STUDY),
    ],
)
async def test_numbers_can_be_read_from_the_chair(
    monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], medium: Medium, profile: Profile
) -> None:
    """Where there is room each is three lines high, and stands in its sentence as well."""
    monkeypatch.setenv("TERM", "xterm-256color")
    async with sitting(SHIPPED, size, medium=medium, profile=profile) as reader:
        await reader.press("!")
        for number in ("988", "911"):
            first = large(number, medium, halves=medium == "unicode")
            assert any(
                all(
                    row.rstrip() in line for row, line in zip(first, reader.lines[y:], strict=False)
                )
                for y in range(len(reader.lines) - 2)
            ), reader.text
        assert "Call or text 988" in reader.words
        assert "Call 911." in reader.words
        assert "tell any staff member" in reader.words
        assert "More below" not in reader.text


@pytest.mark.parametrize("size", [(40, 16), (80, 24), (120, 33)])
@pytest.mark.parametrize(("profile", "keys"), [(STUDY, "Q Quit"), (KIOSK, "F9 Hide")])
async def test_nothing_else_is_on_it(size: tuple[int, int], profile: Profile, keys: str) -> None:
    """No review state, no word about keeping, no outline, two keys; the others work all the same."""
    async with sitting(SHIPPED, size, profile=profile._replace(signed_only=False)) as reader:
        await reader.press("1", "1", "!")
        assert reader.lines[0].strip() == "Crisis help"
        assert "reviewed" not in reader.text
        assert "Just reading" not in reader.text
        assert reader.outline == 0
        assert " ".join(reader.lines[-2:]).split() == f"Esc Go back {keys}".split()
        await reader.press("?")
        assert "What you can do" in reader.words or reader.lines[0].strip().startswith("Help")


@pytest.mark.parametrize("depth", ["full", "sixteen"])
@pytest.mark.parametrize("look", LOOKS)
async def test_it_looks_like_nothing_else(depth: Depth, look: Look) -> None:
    """In each look: a band over all the window, then high contrast; afterwards all is as it was."""
    worn = palette(depth, "contrast")
    async with sitting(SHIPPED, depth=depth) as reader:
        reader.app.journey.visit.look = look
        await reader.press("1", "escape")
        before = reader.segments
        await reader.press("!")
        for y, line in enumerate(reader.segments):
            grounds = {piece.style.bgcolor for piece in line if piece.style and piece.text}
            if y < 2:
                assert grounds == {worn.style("match").bgcolor}
            else:
                assert grounds <= {worn.ground.bgcolor, worn.focused.bgcolor}
        await reader.press("escape")
        assert reader.segments == before


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Call or text 988, or chat at 988lifeline.org", "988"),
        ("Call or text 9-8-8.", "9-8-8"),
        ("Call 555 0100 and ask", "555 0100"),
        ("Text HOME", ""),
        ("اتصل ٩٨٨", ""),
    ],
)
def test_the_number_to_call_is_the_first(text: str, number: str) -> None:
    """As it is written, without what ends the sentence; drawn, its lines have one length."""
    assert number_in(text) == number
    media: tuple[Medium, ...] = ("unicode", "ascii")
    for medium, halves in product(media, (True, False)):
        lines = large(number, medium, halves=halves)
        assert [len(line) for line in lines] == [5 * len(number)] * 3


def test_a_console_draws_each_large_digit() -> None:
    """With the signs that its fonts have, and in ASCII; every digit is unlike all others."""
    media: tuple[Medium, ...] = ("unicode", "ascii")
    for medium, signs in zip(media, (CONSOLE | {" "}, set("_| ")), strict=True):
        drawn = {large(digit, medium, halves=False) for digit in "0123456789"}
        assert len(drawn) == 10
        assert {sign for digit in drawn for line in digit for sign in line} <= signs

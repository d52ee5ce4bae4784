"""Help at once: every line is there at once, however small the window."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from edu_tui.journey.profile import STUDY
from edu_tui.kiosk.profile import KIOSK

from .reader import SAMPLE, SHIPPED, sitting

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.journey.profile import Profile

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
        assert "Emergency Call 911. When: any time." in reader.words

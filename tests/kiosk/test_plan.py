"""A plan in a waiting room: typed as a code on the locked screen, and gone with the visit."""

from __future__ import annotations

from pathlib import Path

from edu_tui.learning.plan import Plan
from edu_tui.learning.plan_code import plan_code

from .kiosk import Kiosk, files_in
from .test_screen import waiting

MODULES = ("the-day", "marks", "broken-one", "small-one")
CODE = plan_code(Plan(("small-one", "the-day"), "2048-05-05"), MODULES)


def test_a_plan_leaves_no_trace_after_the_visit(home: Path) -> None:
    """Typed at the welcome it opens its parts in order; after the visit neither the screen, nor memory,
    nor a file has the code, and the next welcome offers no plan.
    """
    typed = CODE.replace("-", "").lower()
    with Kiosk(home, looked_into=True) as kiosk:
        kiosk.welcome()
        before = files_in(home)
        kiosk.press("5", "I have a code", "Open it")
        for letter in typed:
            kiosk.press(letter)
        kiosk.press("enter", "My plan", "1 A small part", "2 The day itself", "5 May 2048")
        assert kiosk.holds(kiosk.visit, typed.encode())
        kiosk.end_visit()
        assert "My plan" not in kiosk.text
        for pid in (kiosk.pid, kiosk.visit):
            assert not kiosk.holds(pid, typed.encode())
        names = {Path(one).name for one in files_in(home).keys() - before.keys()}
        assert names == {"counters.sqlite"}
        for path in files_in(home):
            data = Path(path).read_bytes().lower()
            assert typed.encode() not in data
            assert b"planned" not in data


async def test_a_wrong_code_is_told_on_the_screen() -> None:
    """One clear line, and the letters stay to be mended."""
    async with waiting() as (reader, _):
        await reader.press("5")
        wrong = CODE.replace("-", "")[:-1] + ("2" if CODE[-1] != "2" else "3")
        await reader.write(wrong)
        await reader.press("enter")
        assert "Something is not right in group 3. Check it." in reader.words
        assert wrong in reader.words
        await reader.press("backspace", CODE[-1], "enter")
        assert "My plan" in reader.lines[0]


async def test_what_is_below_the_last_whole_row_is_told_of() -> None:
    """Where rows are made for fingers and the next one begins below the screen, it says that there is more."""
    async with waiting() as (reader, _):
        await reader.press("5")
        await reader.write(CODE)
        await reader.press("enter")
        assert "I am done with this plan" not in reader.words
        assert "More below: press Down." in reader.words
        await reader.press("down", "down", "down", "down")
        assert "I am done with this plan" in reader.words
        assert "More below" not in reader.words

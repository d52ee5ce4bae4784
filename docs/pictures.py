"""Draw the pictures of the README from the running program: `python docs/pictures.py`."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from random import Random

from edu_tui.journey.journey import Journey
from edu_tui.journey.profile import STUDY
from edu_tui.journey.visit import Visit
from edu_tui.library.open_library import OpenLibrary
from edu_tui.system.paths import shipped_library
from edu_tui.ui.tui.app import EduApp

HERE = Path(__file__).parent / "images"
YESTERDAY = ["2", "1", "h", "6", "1", "1", "h", "7", "2", "4", "enter", "h", "7", "1", "space"]
"""Keys of a visit before the picture of home, so that it shows where to go on."""
PICTURES: dict[str, tuple[int, int, list[str], list[str]]] = {
    "home": (80, 24, YESTERDAY, []),
    "walkthrough": (80, 24, [], ["6", "1", "1", *["1"] * 8]),
    "reading": (112, 28, [], ["5", "1", "space"]),
    "outline": (80, 24, YESTERDAY, ["o", "right"]),
    "question": (80, 22, [], ["7", "2", "1", "1"]),
}


async def draw(name: str, width: int, height: int, before: list[str], keys: list[str]) -> None:
    """One picture: the screen after those keys."""
    history = None
    for pressed in (before, keys) if before else (keys,):
        open_library = OpenLibrary(shipped_library(), None)
        visit = Visit(open_library, open_library.refresh("en"), STUDY, Random(1))
        visit.history = history or visit.history
        # A clock that runs by seconds: no key is taken for one held down.
        ticks = iter(range(1000))
        app = EduApp(
            Journey(visit), depth_="full", medium_="unicode", clock=lambda ticks=ticks: next(ticks)
        )
        async with app.run_test(size=(width, height)) as pilot:
            await pilot.pause()
            for key in pressed:
                await pilot.press(key)
                await pilot.pause()
            picture = app.export_screenshot(title="edu-tui")
        history = visit.history
    # Fonts from the network are not fetched, and spaces at the ends of a run are kept.
    picture = re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    picture = picture.replace("Fira Code", "DejaVu Sans Mono")
    picture = picture.replace("<text ", '<text xml:space="preserve" ')
    HERE.mkdir(exist_ok=True)
    (HERE / f"{name}.svg").write_text(picture, encoding="utf-8")


async def main() -> None:
    """All of them."""
    for name, drawn in PICTURES.items():
        await draw(name, *drawn)


if __name__ == "__main__":
    asyncio.run(main())

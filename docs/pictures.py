"""Draw the pictures of the README from the running program: `python docs/pictures.py`."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from random import Random

from edu_tui.journey.journey import Journey
from edu_tui.journey.visit import Visit
from edu_tui.learning.profile import STUDY
from edu_tui.library.shelf import Shelf
from edu_tui.paths import shipped_library
from edu_tui.tui.app import EduApp

HERE = Path(__file__).parent / "images"
PICTURES = {
    "home": (80, 20, []),
    "walkthrough": (80, 24, ["6", "1", "1", *["1"] * 8]),
    "reading": (112, 28, ["5", "1", "space"]),
    "question": (80, 22, ["7", "2", "1", "1"]),
}


async def draw(name: str, width: int, height: int, keys: list[str]) -> None:
    """One picture: the screen after those keys."""
    shelf = Shelf(shipped_library(), None)
    visit = Visit(shelf, shelf.refresh("en"), STUDY, Random(1))
    # A clock that runs by seconds: no key is taken for one held down.
    clock = iter(range(1000))
    app = EduApp(Journey(visit), depth_="full", medium_="unicode", clock=lambda: float(next(clock)))
    async with app.run_test(size=(width, height)) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        picture = app.export_screenshot(title="edu-tui")
    # Fonts from the network are not fetched, and spaces at the ends of a run are kept.
    picture = re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    picture = picture.replace("Fira Code", "DejaVu Sans Mono")
    picture = picture.replace("<text ", '<text xml:space="preserve" ')
    HERE.mkdir(exist_ok=True)
    (HERE / f"{name}.svg").write_text(picture, encoding="utf-8")


async def main() -> None:
    """All of them."""
    for name, (width, height, keys) in PICTURES.items():
        await draw(name, width, height, list(keys))


if __name__ == "__main__":
    asyncio.run(main())

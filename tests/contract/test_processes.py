"""What a fresh process has loaded, command by command."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from .source import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = ROOT / "tests" / "tui" / "sample"
TELL = "print('LOADED', *sorted(sys.modules))"
COMMAND = f"""
import sys
from edu_tui.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
{TELL}
"""
PAINT = f"""
import asyncio, sys
from pathlib import Path
from random import Random
from edu_tui.journey.journey import Journey
from edu_tui.journey.visit import Visit
from edu_tui.journey.profile import STUDY
from edu_tui.library.open_library import OpenLibrary
from edu_tui.ui.tui.app import EduApp

def tell(app):
    strips = app.screen._compositor.render_strips()
    print("\\n".join(strip.text for strip in strips))
    {TELL}
    app.call_from_thread(app.exit)

open_library = OpenLibrary(Path(sys.argv[1]), Path(sys.argv[2]))
contents = open_library.from_index("en")
assert contents is not None, "the index is not warm"
EduApp._read_library = tell
EduApp(Journey(Visit(open_library, contents, STUDY, Random(1)))).run(headless=True, size=(80, 24))
"""
WARM = """
import sys
from pathlib import Path
from edu_tui.library.open_library import OpenLibrary
open_library = OpenLibrary(Path(sys.argv[1]), Path(sys.argv[2]))
open_library.refresh("en")
open_library.close()
"""


def run(home: Path, code: str, *arguments: str) -> tuple[str, set[str]]:
    """What a fresh process printed, and the modules it had loaded at the end."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True, text=True, check=False, timeout=60, cwd=ROOT,
        env={"PATH": os.environ["PATH"], "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "LANG": "C.UTF-8"},
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    message, _, loaded = done.stdout.partition("LOADED ")
    return message, set(loaded.split())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--version"], "edu-tui "),
        (["--help"], "crisis help"),
        (["list"], "going-home"),
        (["read", "going-home"], "An adult takes you home"),
        (["read", "going-home", "--more", "--staff"], "An adult takes you home"),
        (["check"], "file"),
        (["check", str(SAMPLE)], "did you mean `text`?"),
        (["check", "--format", "json", str(SAMPLE)], "findings"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else "",
)
def test_a_command_loads_no_screen(tmp_path: Path, arguments: list[str], says: str) -> None:
    """Commands that print never import Textual, Rich or pydantic."""
    message, loaded = run(tmp_path, COMMAND, *arguments)
    assert says in message
    assert "edu_tui.cli" in loaded
    assert not {one for one in loaded if one.partition(".")[0] in {"textual", "rich", "pydantic"}}
    assert not {one for one in loaded if one.startswith("edu_tui.ui.tui")}


def test_words_alone_draw_nothing(tmp_path: Path) -> None:
    """A module with pictures is read in words without its drawings being parsed, hashed or kept as JSON."""
    message, loaded = run(tmp_path, COMMAND, "read", "going-home")
    assert "Picture: " in message
    drawing = {"edu_tui.library.pictures.svg", "edu_tui.library.pictures.raster"}
    assert not {*drawing, "xml.parsers.expat", "_hashlib", "json"} & loaded


def test_version_loads_no_library(tmp_path: Path) -> None:
    """The version is told without the parser, the index or a front end."""
    _, loaded = run(tmp_path, COMMAND, "--version")
    assert (
        not {"yaml", "sqlite3", "edu_tui.library.open_library", "edu_tui.ui.plain.session"} & loaded
    )


def test_the_first_paint_needs_no_parser(tmp_path: Path) -> None:
    """With a warm index home is drawn before YAML, the decoder, marks or tables of characters have been imported."""
    cache = str(tmp_path / "cache")
    run(tmp_path, WARM, str(SAMPLE), cache)
    # Textual asks for the file of the class.
    driver = tmp_path / "paint.py"
    driver.write_text(PAINT)
    message, loaded = run(
        tmp_path, f"import runpy; runpy.run_path({str(driver)!r})", str(SAMPLE), cache
    )
    assert "> 1 The day itself" in message
    assert "textual.app" in loaded
    heavy = {"yaml", "pydantic", "wcwidth"} | {
        f"edu_tui.{name}"
        for name in ("library.decode.module", "library.index.refresh", "model.markup")
    }
    assert not heavy & loaded
    assert not {one for one in loaded if one.startswith("edu_tui.ui.plain")}

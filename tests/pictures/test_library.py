"""Pictures in a library: read, checked, drawn once, and part of what is signed."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from edu_tui.library.check import check
from edu_tui.library.open_library import OpenLibrary
from edu_tui.library.pictures.drawings import KEPT
from edu_tui.library.pictures.raster import drawn
from edu_tui.library.pictures.svg import read_svg
from edu_tui.model.picture import Drawing, DrawnPicture, Picture
from edu_tui.model.version import unit_versions
from tests.library.samples import line_of, small, swap, write
from tests.review.signed import sign, state, text_of

from .library import MODULE, opened, pictured
from .samples import CALL, NO_CAR, svg

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.library.finding import Finding


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return pictured(tmp_path)


def errors(folder: Path, only: str = "") -> list[Finding]:
    """What a check of it, or of one of its files, refuses."""
    found = check(folder / only).findings
    return [finding for finding in found if finding.severity == "error"]


def told(folder: Path, only: str = "") -> list[tuple[str, int, str]]:
    """File, line and code of the same."""
    return [(one.file, one.line, one.code) for one in errors(folder, only)]


def test_every_part_that_may_have_a_picture_has_its_own(folder: Path) -> None:
    """Module, section, box and step each get file, alt, caption and the drawing of the file."""
    module = opened(folder)
    section = module.sections[0]
    assert module.walkthrough
    shown = [
        module.picture,
        section.picture,
        section.callouts[0].picture,
        module.walkthrough.routes[0].steps[0].picture,
    ]
    told = [(one.file, one.alt, one.caption) for one in shown if one]
    assert told == [
        ("call.svg", "Help is a call away.", ""),
        ("no-car.svg", "Do not drive until tomorrow.", "No driving"),
        ("call.svg", "Call 911.", "Call 911 in danger"),
        ("call.svg", "Say that you are here.", "At the door"),
    ]
    files = {"call.svg": CALL, "no-car.svg": NO_CAR}
    for one in shown:
        assert one is not None
        assert one.drawing is not None
        assert one.drawing.drawn.pixels == drawn(read_svg(files[one.file]).shapes)
    assert errors(folder) == []


def test_a_picture_that_is_not_there_is_told_where_it_is_named(folder: Path) -> None:
    """With the nearest one; the module is read all the same."""
    write(folder, "en/going-home.yaml", MODULE.replace("no-car.svg", "no-cars.svg"))
    (finding,) = errors(folder)
    line = line_of("picture: {file: no-car.svg", MODULE)
    assert (finding.line, finding.code) == (line, "unknown-reference")
    assert "`no-car.svg`" in finding.message
    picture = opened(folder).sections[0].picture
    assert picture == Picture("no-cars.svg", "Do not drive until tomorrow.", "No driving")


def test_a_drawing_that_is_refused_is_told_at_its_line_and_where_it_is_used(folder: Path) -> None:
    """Who draws it and who writes the module both hear of it; a reader is shown its alt."""
    write(folder, "pictures/no-car.svg", svg('\n<image href="car.png"/>\n'))
    line = line_of("picture: {file: no-car.svg", MODULE)
    at_use = ("en/going-home.yaml", line, "bad-picture")
    assert told(folder) == [at_use, ("pictures/no-car.svg", 2, "bad-picture")]
    assert told(folder, "en/going-home.yaml") == [at_use]
    assert told(folder, "pictures/no-car.svg") == [("pictures/no-car.svg", 2, "bad-picture")]
    picture = opened(folder).sections[0].picture
    assert picture is not None
    assert picture.drawing is not None
    assert picture.drawing.drawn.pixels == picture.drawing.drawn.markup == ""


@pytest.mark.parametrize("file", ["photo.png", "My Picture.svg"])
def test_a_file_that_is_no_picture_is_told(folder: Path, file: str) -> None:
    """Nobody wonders why it is never shown."""
    write(folder, f"pictures/{file}", CALL)
    found = [one.file for one in check(folder).findings if one.code == "unknown-file"]
    assert found == [f"pictures/{file}"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("no-car.svg, alt", "../no-car.svg, alt", "bad-choice"),
        ("no-car.svg, alt", "http://127.0.0.1/a.svg, alt", "bad-choice"),
        ("alt: Do not drive until tomorrow., ", "", "missing-key"),
        ("alt: Do not drive until tomorrow.", f"alt: {'Do not drive. ' * 20}", "too-large"),
        ("alt: Do not drive until tomorrow.", "alt: Call 911", "number-in-picture"),
        ("caption: No driving", "captoin: No driving", "unknown-key"),
        ("caption: No driving", "caption: No *driving*", "bad-markup"),
        ("      text: No trip is safe today.\n", "", "missing-key"),
    ],
)
def test_what_is_wrong_in_a_picture_of_a_module_is_told(
    folder: Path, old: str, new: str, code: str
) -> None:
    """Without alt there is none, and a number never stands in a picture alone."""
    write(folder, "en/going-home.yaml", swap(old, new, MODULE))
    assert [finding.code for finding in errors(folder)] == [code]


def test_a_picture_is_drawn_once(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The next start finds it in the index and loads nothing that reads or draws SVG."""
    cache = tmp_path_factory.mktemp("cache")
    first = OpenLibrary(folder, cache)
    first.refresh("en")
    before = first.module("going-home", "en")
    first.close()
    gone = {name: sys.modules.pop(name) for name in list(sys.modules) if "pictures." in name}
    try:
        later = OpenLibrary(folder, cache)
        later.refresh("en")
        assert later.module("going-home", "en") == before
        assert {name for name in sys.modules if "pictures." in name} <= {
            "edu_tui.library.pictures.drawings"
        }
    finally:
        sys.modules.update(gone)


def test_what_is_no_longer_there_is_forgotten(folder: Path) -> None:
    """The index does not grow with each drawing that was tried."""
    library = OpenLibrary(folder, None)
    for number in range(3):
        write(folder, "pictures/call.svg", CALL + b" " * number)
        library.refresh("en")
    assert len(json.loads(library._front.index.meta(KEPT))) == 2


def test_a_changed_drawing_takes_the_sign_off_back(folder: Path) -> None:
    """It may tell something else by now; another module stays as it was."""
    sign(folder)
    sign(folder, "session")
    assert state(folder).kind == "reviewed"
    write(folder, "pictures/no-car.svg", CALL)
    assert state(folder).kind == "changed"
    assert state(folder, "session").kind == "reviewed"
    assert "section not-driving, picture, caption: No driving" in text_of(folder, "going-home")


def test_home_knows_that_a_drawing_has_changed(folder: Path) -> None:
    """A program that is running says so after the next look at the files, though no text changed."""
    sign(folder)
    library = OpenLibrary(folder, None)
    assert library.refresh("en").reviews["going-home"].holds
    before = library.units("going-home", "en", "staff")
    write(folder, "pictures/no-car.svg", CALL)
    assert not library.refresh("en").reviews["going-home"].holds
    now = library.module("going-home", "en")
    units = library.units("going-home", "en", "staff")
    assert units == unit_versions(now)
    assert {name for name in units if units[name] != before[name]} == {"not-driving"}


def test_how_it_is_drawn_is_not_signed(folder: Path) -> None:
    """A better rasteriser withdraws nothing."""
    module = opened(folder)
    picture = module.sections[0].picture
    assert picture is not None
    assert picture.drawing is not None
    finer_drawing = Drawing(
        picture.drawing.data, lambda stamp, _: DrawnPicture(stamp, "0" * 144, "")
    )
    finer = picture._replace(drawing=finer_drawing)
    other = module._replace(sections=(module.sections[0]._replace(picture=finer),))
    assert unit_versions(other)["not-driving"] == unit_versions(module)["not-driving"]


def test_a_library_without_pictures_is_as_it_was(folder: Path) -> None:
    """No version of a text changes because there could be a picture."""
    write(folder, "en/session.yaml", small("session"))
    assert "picture" not in text_of(folder, "session")

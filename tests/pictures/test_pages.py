"""Pictures on pages: beside the words where there is room, whole, in characters that the font has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.layout.line import Medium, Room, plain, width_of
from edu_tui.layout.paginate import pages
from edu_tui.layout.part import Pictured, lines_of
from edu_tui.layout.picture import left_out
from edu_tui.layout.section import section_parts
from edu_tui.layout.step import step_parts
from edu_tui.layout.text import TextVoice
from edu_tui.learning.walk import Walk
from tests.library.samples import write

from .library import opened, pictured
from .samples import CALL_DRAWN, NO_CAR_DRAWN

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.layout.part import Part
    from edu_tui.model.module import Module

VOICE = TextVoice({"phone": "555"}, {})
TWIN = str.maketrans("▀▄█", '"o8')
SIGNS = frozenset("▀▄█")


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Module:
    """The module with pictures, for a terminal whose font has half blocks."""
    monkeypatch.setenv("TERM", "xterm-256color")
    return opened(pictured(tmp_path))


def parts_in(module: Module, room: Room) -> dict[str, list[Part]]:
    """A section and a step with a picture."""
    assert module.walkthrough
    walk = Walk(module.walkthrough.routes[0])
    section = section_parts(module.sections[0], module.walkthrough, VOICE, room, detailed=True)
    return {"section": section, "step": step_parts(walk, VOICE, room)}


def art(lines: list[str]) -> list[str]:
    """What stands in the columns of a picture, line by line, without lines that have none of it."""
    return [line[:24].rstrip() for line in lines if SIGNS & set(line[:24])]


def solid(drawing: str) -> list[str]:
    """A drawing's lines but for empty ones."""
    return [line for line in drawing.split("\n") if line]


def shown(parts: list[Part], room: Room) -> list[str]:
    return [plain(line) for line in lines_of(parts, room)]


def test_a_picture_stands_beside_the_words_it_belongs_to(module: Module) -> None:
    """Left of the first of the text, and what is under it after both: no line has words of two texts."""
    lines = shown(parts_in(module, Room(72, 20, "unicode"))["section"], Room(72, 20, "unicode"))
    assert lines[0] == "No driving until tomorrow"
    assert art(lines[:14]) == solid(NO_CAR_DRAWN)
    beside = " ".join(" ".join(line[26:] for line in lines[2:14]).split())
    assert beside == (
        "Do not drive until the next day. Some people feel dissociation for an hour. "
        "Call 555 if you are unsure."
    )
    assert lines[14] == "No driving"


@pytest.mark.parametrize("height", range(19, 46))
@pytest.mark.parametrize("width", [58, 60, 66, 72])
def test_a_picture_is_never_split(module: Module, width: int, height: int) -> None:
    """In every room that shows it, all of it is on one page, and no line is too wide."""
    room = Room(width, height, "unicode")
    expected = {"section": [NO_CAR_DRAWN, CALL_DRAWN], "step": [CALL_DRAWN]}
    for name, parts in parts_in(module, room).items():
        # Two rows and a gap stand under a page in reading.
        made = pages(parts, room._replace(height=height - 3), height - 3)
        found = [art([plain(line) for line in page.lines]) for page in made]
        drawings = [solid(drawing) for drawing in expected[name]]
        assert [lines for lines in found if lines] in (
            drawings,
            [[line for one in drawings for line in one]],
        )
        assert all(width_of(line) <= width for page in made for line in page.lines)


@pytest.mark.parametrize(
    "room",
    [
        Room(38, 12, "unicode"),
        Room(57, 40, "unicode"),
        Room(72, 18, "unicode"),
        Room(72, 33, "unicode", touched=True),
    ],
)
def test_where_there_is_no_room_the_words_alone_are_shown(module: Module, room: Room) -> None:
    """The drawing is a key away, and what stands under it too, but for a number: it may be nowhere else."""
    assert left_out(module.sections[0].pictures, room)
    lines = shown(parts_in(module, room)["section"], room)
    assert not art(lines)
    assert "No driving" not in lines
    assert "Call 911 in danger" in " ".join(lines)


def test_a_font_without_half_blocks_has_the_twin(
    module: Module, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the Linux console and in ASCII: the same picture in four characters."""
    picture = module.sections[0].picture
    assert picture is not None
    expected = [line.translate(TWIN) for line in solid(NO_CAR_DRAWN)]
    in_ascii = Room(72, 20, "ascii")
    assert shown([Pictured(picture)], in_ascii) == [*expected, "No driving"]
    monkeypatch.setenv("TERM", "linux")
    assert shown([Pictured(picture)], Room(72, 20, "unicode")) == [*expected, "No driving"]


def test_in_words_a_picture_is_one_sentence(module: Module) -> None:
    """What it tells, then the words under it; no drawing anywhere."""
    room = Room(79, 0, "words")
    text = " ".join(
        line for parts in parts_in(module, room).values() for line in shown(parts, room)
    )
    assert "Picture: Do not drive until tomorrow. No driving. " in text
    assert "Picture: Call 911. Call 911 in danger. " in text
    assert "Picture: Say that you are here. At the door. " in text
    assert not SIGNS & set(text)


@pytest.mark.parametrize("medium", ["unicode", "ascii", "words"])
@pytest.mark.parametrize("data", [b"<svg/>", None])
def test_a_picture_that_cannot_be_drawn_says_what_it_tells(
    tmp_path: Path, medium: Medium, data: bytes | None
) -> None:
    """A broken file or none: the reader sees no error, and nothing is said to be a key away."""
    folder = pictured(tmp_path)
    (folder / "pictures/no-car.svg").unlink()
    if data:
        write(folder, "pictures/no-car.svg", data)
    module, room = opened(folder), Room(72, 20, medium)
    lines = shown(parts_in(module, room)["section"], room)
    assert "Picture: Do not drive until tomorrow. No driving." in lines
    assert not left_out(module.sections[0].pictures[:1], Room(38, 12, medium))

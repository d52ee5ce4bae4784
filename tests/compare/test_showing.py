"""A comparison on the screen, line by line, aloud and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.handout.tags import Tagger
from edu_tui.layout.figure import figure_parts
from edu_tui.layout.line import Room, plain, width_of
from edu_tui.layout.paginate import pages
from edu_tui.layout.part import lines_of
from edu_tui.library.decode.module import decode_module

from .samples import FIGURE, OPTIONS, module, two

if TYPE_CHECKING:
    from edu_tui.layout.line import Medium
    from edu_tui.model.figure import Figure

ASKED = ("How many does it help?", "What may it do to me?")
SAID = (
    "Half better after a day. Ketamine: 47 of 100. Midazolam: 26 of 100.[1]",
    "Who: Adults with depression. Time: 1 day.",
    "Another study found no clear gap.",
    "You may feel dizzy for two hours.",
)


def figure(text: str = FIGURE) -> Figure:
    """The figure of that module."""
    decoded = decode_module("en/going-home.yaml", module(text))
    assert decoded.model is not None, decoded.findings
    found = decoded.model.sections[0].figure
    assert found is not None
    return found


def shown(room: Room, text: str = FIGURE) -> list[str]:
    """Its lines."""
    lines = lines_of(figure_parts(figure(text), room, numbers={"label-2023": 1}), room)
    assert all(width_of(spans) <= room.width for spans in lines)
    return [plain(spans).rstrip() for spans in lines]


@pytest.mark.parametrize("width", [22, 36, 56, 72])
@pytest.mark.parametrize("medium", ["unicode", "ascii", "words"])
def test_every_word_is_there_at_any_width(width: int, medium: Medium) -> None:
    """Nothing is cut, and each answer follows the name of its option and its question."""
    room = Room(width, 0, medium)
    words = " ".join(" ".join(shown(room)).split())
    for text in (*SAID, *ASKED, "Each way has good and bad sides."):
        assert text in words
    for asked in ASKED:
        after = words[words.index(asked) :]
        places = [after.index(f"{name}: ") for name in OPTIONS]
        assert places == sorted(places)


def test_two_options_stand_side_by_side_where_there_is_room() -> None:
    """Each under its own name, in a column of its own; in a narrow room one after the other."""
    lines = shown(Room(72, 0, "unicode"), two())
    (names,) = {line for line in lines if line.split() == ["Drip", "Spray"]}
    column = names.index("Spray")
    at = lines.index(names) + 1
    assert lines[at][:column].strip().startswith("Half better after a day.")
    assert lines[at][column:] == "Some people in a day."
    assert not any(
        line.split() == ["Drip", "Spray"] for line in shown(Room(36, 0, "unicode"), two())
    )


def test_names_of_two_lines_leave_what_is_said_on_one() -> None:
    """A long name pushes the answers of all columns down, not its own alone."""
    text = two().replace("label: Spray", "label: A spray into the nose twice in every week")
    lines = shown(Room(72, 0, "unicode"), text)
    assert any("Half better" in line and "Some people in a day." in line for line in lines)


@pytest.mark.parametrize(("width", "height"), [(36, 20), (72, 16), (72, 40)])
def test_a_page_never_ends_between_a_question_and_its_answers(width: int, height: int) -> None:
    """A row that fits a page is whole on one; the title stays with the first of them."""
    room = Room(width, height, "unicode")
    parts = figure_parts(figure(two()), room)
    laid_out = [[plain(spans) for spans in page.lines] for page in pages(parts, room)]
    for asked, last in zip(ASKED, ("gap", "hours"), strict=True):
        (page,) = [page for page in laid_out if asked in page]
        rest = " ".join(page[page.index(asked) :])
        if len(page) < height:
            assert last in rest
    assert any("Five ways to go on" in page and ASKED[0] in page for page in laid_out)


def test_on_paper_it_is_a_table_with_headings() -> None:
    """Each column and each row has a heading of its own, and the table has its title."""
    room = Room(72, 0, "words")
    html = Tagger().tagged(figure_parts(figure(), room, numbers={"label-2023": 1}))
    assert "<caption>Five ways to go on</caption>" in html
    for name in OPTIONS:
        assert f'<th scope="col">{name}</th>' in html
    for asked in ASKED:
        assert f'<th scope="row">{asked}</th>' in html
    assert html.count("<td>") == len(OPTIONS) * len(ASKED)
    assert "Another study found no clear gap." in html


def test_in_words_it_is_told_row_by_row() -> None:
    """A question, then each option with its name: nobody has to keep a column in mind."""
    lines = [line for line in shown(Room(79, 0, "words"), two()) if line]
    assert lines[0].startswith("Side by side: Five ways to go on. Each way has")
    at = lines.index(ASKED[1])
    assert lines[at + 1 :] == [
        "- Drip: You may feel far away for an hour.",
        "- Spray: You may feel dizzy for two hours.",
    ]

"""Nothing is shown without what it is: a step's fields have their labels, a figure's numbers their people and
their time, and only what says to call stands under "When to call". In every form there is.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

import pytest

from edu_tui.handout.html import as_html
from edu_tui.handout.text import as_text
from edu_tui.journey.view import View
from edu_tui.layout.line import Room, plain
from edu_tui.layout.paginate import pages
from edu_tui.layout.paper import PrintedModule, paper_parts
from edu_tui.layout.part import lines_of
from edu_tui.layout.section import section_parts
from edu_tui.layout.step import step_parts
from edu_tui.layout.text import TextVoice
from edu_tui.learning.walk import Walk
from edu_tui.library.open_library import OpenLibrary
from edu_tui.model.figure import Bars, IconArray
from edu_tui.ui.speech.spoken import spoken
from tests.library.samples import MODULE, swap, write, write_library

from .samples import SHIPPED, of
from .test_text import flat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from edu_tui.layout.part import Part
    from edu_tui.model.figure import Figure
    from edu_tui.model.module import Module, Step

SCREENS = (Room(72, 19, "unicode"), Room(37, 12, "unicode"), Room(112, 28, "ascii"))
WORDS = Room(79, 0, "words")
BARS = """\
  - id: amounts
    title: Amounts
    text: They differ.
    figure:
      kind: bars
      title: How often
      unit: of 100
      who: Women over 60
      over: One winter
      alt: More with the medicine.
      how_to_read: Each bar is a number of people.
      bars:
        - {label: With it, value: 12.5, group: The first study}
        - {label: Without, value: 1200, group: The second study}
"""
"""A figure whose sentence leaves its numbers out."""


class Form(NamedTuple):
    """One way in which a module is shown."""

    name: str
    shown: Callable[[Module, Path], str]
    colon: bool
    """Whether a label has a colon after it; on a wide screen it stands apart."""


def _of_parts(module: Module) -> Iterator[tuple[Room, list[Part]]]:
    """Every section and step, as a screen has it in each room."""
    voice = TextVoice({}, {})
    for room in (*SCREENS, WORDS):
        for section in module.sections:
            yield room, section_parts(section, module.walkthrough, voice, room, detailed=True)
        for route in module.walkthrough.routes if module.walkthrough else ():
            for at in range(len(route.steps)):
                yield room, step_parts(Walk(route, at), voice, room)


def _screen(room: Room) -> Callable[[Module, Path], str]:
    def shown(module: Module, folder: Path) -> str:
        del folder
        made = (parts for one, parts in _of_parts(module) if one == room)
        leaves = (page.lines for parts in made for page in pages(parts, room))
        # Without the drawings: their lines stand beside the words.
        words = (
            tuple(s for s in line if s.tone != "picture") for lines in leaves for line in lines
        )
        return "\n".join(map(plain, words))

    return shown


def _aloud(module: Module, folder: Path) -> str:
    del folder
    made = (parts for room, parts in _of_parts(module) if room == SCREENS[0])
    return "\n".join("\n".join(spoken(View(("Here",), parts)).words) for parts in made)


def _read(module: Module, folder: Path) -> str:
    open_library = OpenLibrary(folder, None)
    paper = PrintedModule(module, open_library.library(), open_library.sources(), detailed=True)
    return "\n".join(plain(line) for line in lines_of(paper_parts(paper, WORDS), WORDS))


def _html(module: Module, folder: Path) -> str:
    page = as_html(of(module.id, folder=folder)._replace(whole=True))
    return unescape(re.sub(r"<[^>]+>", " ", re.sub(r"</dt>", ": ", page)))


FORMS = (
    Form("80x24", _screen(SCREENS[0]), colon=False),
    Form("40x16", _screen(SCREENS[1]), colon=True),
    Form("120x33", _screen(SCREENS[2]), colon=False),
    Form("plain", _screen(WORDS), colon=True),
    Form("aloud", _aloud, colon=True),
    Form("read", _read, colon=True),
    Form(
        "full paper",
        lambda module, folder: as_text(of(module.id, folder=folder)._replace(whole=True)),
        colon=True,
    ),
    Form("page", _html, colon=True),
)


def bare(text: str) -> str:
    """Its words alone: no mark, no frame, no citation, no space before a stop."""
    text = re.sub(r"\[@[^\]]*\]|\[\d+\]|\*\*|\[\[(?:[^\]|]*\|)?|\]\]|[│|┌└─+]", "", text)
    return re.sub(r" (?=[.:,?])", "", flat(text))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library with a figure that has people and time, and one whose sentence has no number."""
    path = write_library(tmp_path)
    people = "      of: 100\n      who: Adults in a hospital\n      over: Four weeks\n"
    write(path, "en/going-home.yaml", swap("      of: 100\n", people))
    text = (path / "en/going-home.yaml").read_text(encoding="utf-8")
    write(path, "en/going-home.yaml", text.replace("walkthrough:\n", f"{BARS}walkthrough:\n", 1))
    return path


def values(figure: Figure) -> list[str]:
    """Each number of a figure with what it is out of."""
    if isinstance(figure.data, IconArray):
        return [f"{group.people} of {figure.data.of}" for group in figure.data.groups]
    assert isinstance(figure.data, Bars)
    return [f"{bar.value:g} {figure.data.unit}" for bar in figure.data.bars]


@pytest.mark.parametrize("form", FORMS, ids=[form.name for form in FORMS])
def test_a_number_stands_with_its_people_and_its_time(form: Form, folder: Path) -> None:
    """Every kind of figure with numbers, in every form: whose they are, in what time, and all of them."""
    module = OpenLibrary(folder, None).module("going-home", "en").for_audience("patient")
    text = bare(form.shown(module, folder))
    figures = [section.figure for section in module.sections if section.figure]
    assert {type(figure.data) for figure in figures} == {IconArray, Bars}
    for figure in figures:
        assert isinstance(figure.data, (IconArray, Bars))
        about = f"Who: {figure.data.who}. Time: {figure.data.over}."
        assert about in text or about in text.replace("Who: Who:", "Who:"), text
        assert all(value in text for value in values(figure)), text


@pytest.mark.parametrize("form", FORMS, ids=[form.name for form in FORMS])
def test_the_shipped_numbers_have_their_people_and_time(form: Form) -> None:
    """The same for every figure of the library that ships; each figure of people names both."""
    open_library = OpenLibrary(SHIPPED, None)
    seen = 0
    for name in open_library.library().for_patients():
        module = open_library.module(name, "en").for_audience("patient")
        data = [section.figure.data for section in module.sections if section.figure]
        people = [
            bars
            for bars in data
            if isinstance(bars, IconArray) or (isinstance(bars, Bars) and bars.unit != "parts")
        ]
        text = bare(form.shown(module, SHIPPED)) if people else ""
        for person in people:
            seen += 1
            assert person.who
            assert f"Who: {bare(person.who).rstrip('.')}. Time: {person.over.rstrip('.')}." in text
    assert seen >= 9


@pytest.mark.parametrize("form", FORMS, ids=[form.name for form in FORMS])
def test_what_is_told_of_a_step_has_its_label(form: Form) -> None:
    """What happens, what one can do and what to speak up about: never an option as an order."""
    module = OpenLibrary(SHIPPED, None).module("what-to-expect", "en").for_audience("patient")
    assert module.walkthrough is not None
    text = bare(form.shown(module, SHIPPED))
    steps = [step for route in module.walkthrough.routes for step in route.steps]
    assert len(steps) > 30
    for step in steps:
        for label, told in labelled(step):
            words = bare(told)
            # Beside a picture there is no column for labels.
            stops = (":",) if form.colon else ("", ":") if step.picture else ("",)
            shown = [f"{label}{stop} {words}" in text for stop in stops]
            assert not told or any(shown), (step.id, words)


def labelled(step: Step) -> tuple[tuple[str, str], ...]:
    """The fields that every form has."""
    return (
        ("What happens", step.happens),
        ("You can", step.you_can),
        ("Tell us at once", step.tell_staff_if),
    )


def test_a_part_holds_only_what_is_for_it() -> None:
    """A list that is for no purpose stands on no paper: an option among orders would be read as one."""
    assert "Say yes" not in as_text(of("is-it-for-me"))
    assert "Say yes" in as_text(of("is-it-for-me")._replace(whole=True))


def test_a_purpose_is_one_of_a_few(tmp_path: Path) -> None:
    """Another word is refused at its place, with those that there are."""
    from edu_tui.library.decode.module import decode_module

    text = swap("title: Handover\n", "title: Handover\n    purpose: phone\n")
    (finding,) = decode_module("en/going-home.yaml", text).findings
    assert (
        "expected one of before, tell, day, after, call, emergency, ask; found `phone`"
        in finding.message
    )
    assert MODULE not in text
    del tmp_path


def test_paper_that_is_read_at_home_says_whom_to_tell_there() -> None:
    """Under "Tell us at once" it says what that means where no nurse is; with no such step, nothing."""
    for whole in (False, True):
        text = flat(as_text(of("what-to-expect")._replace(whole=whole)))
        assert text.index("At home, call your clinic now.") < text.index("If you may be pregnant")
        assert text.index("## Crisis help") < text.index("use the crisis help at the top")
    assert "At home, call your clinic now." not in flat(as_text(of("how-it-may-work")))

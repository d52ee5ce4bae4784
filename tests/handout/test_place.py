"""The place where one takes things along: files in the reader's folder, or a line that says why not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from edu_tui.journey.place import push
from edu_tui.journey.taking.takeaway import TakeAway
from edu_tui.library.open_library import OpenLibrary
from edu_tui.model.kinds.choice import Choice
from edu_tui.model.version import question_unit
from tests.happened import happened
from tests.journey.reader import Reader
from tests.terminal.terminal import Terminal

from .samples import SAMPLE, SHIPPED
from .test_html import squeezed
from .test_text import flat

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, without a folder for documents."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("XDG_DOCUMENTS_DIR", raising=False)
    return tmp_path


def reader(*modules: str) -> Reader:
    """Someone who has come to the place."""
    result = Reader(SAMPLE)
    result.journey._follow(push(TakeAway(modules)))
    return result


def test_it_saves_a_page_and_says_where(home: Path) -> None:
    """In the home, private; a second one beside the first; both paths can be read in full."""
    at = reader("the-day").choose("Save as a page to print")
    at.do("asked").choose("Write a question of my own")
    at.journey.typed("May my sister come?")
    at.choose("Add it").do("up").choose("Save as a page to print")
    first, second = sorted(home.glob("*.html"), key=lambda path: len(path.name))
    assert second.name == first.name.replace(".html", "-2.html")
    assert first.stat().st_mode & 0o777 == 0o600
    assert f"Saved:{first}" in squeezed(at.text)
    assert f"Saved:{second}" in squeezed(at.text)
    assert "The day itself" in first.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "row", ["Save as a page to print", "Save as plain text", "Save as a page in large print"]
)
def test_the_same_is_not_written_twice(home: Path, row: str) -> None:
    """A second press says where it is; what has changed, or was taken away, is made again."""
    at = reader("the-day").choose(row, row)
    (file,) = home.glob("edu-tui-*")
    assert f"Itistherealready:{file}" in squeezed(at.text)
    file.unlink()
    at.choose(row)
    assert file.exists()
    at.choose("Take the whole course instead", row)
    assert len(list(home.glob("edu-tui-*"))) == 2


@pytest.mark.needs("pango")
def test_a_pdf_is_made_once_and_says_what_it_lacks(home: Path) -> None:
    """A press while it is made does nothing, and one later says where it is; boxes in it are said."""
    at = reader("the-day").do("asked").choose("Write a question of my own")
    at.journey.typed("May my sister 中文 come?")
    at.choose("Add it").do("up").choose("Save as PDF")
    later = at.journey.later
    assert later is not None
    at.choose("Save as PDF")
    assert "The PDF is on its way." in at.flat
    assert at.journey.later is None
    at.do(*later)
    (file,) = home.glob("*.pdf")
    assert "empty boxes stand for 中 (U+4E2D) 文 (U+6587) in your question 1" in at.flat
    assert "Save it as plain text, or as a page to print." in at.flat
    at.choose("Save as PDF")
    assert f"Itistherealready:{file}" in squeezed(at.text)
    assert at.journey.later is None


def test_documents_go_with_the_documents(home: Path) -> None:
    """Where there is a folder for them they are saved in it; in each form."""
    (home / "Documents").mkdir()
    reader("the-day").choose("Save as plain text", "Save as a page in large print")
    names = sorted(path.name.rpartition("-")[2] for path in (home / "Documents").iterdir())
    assert len(names) == 2
    assert names[1] == "large.html"
    assert not list(home.glob("edu-tui*"))


def test_my_questions_are_on_it(home: Path) -> None:
    """What the reader asked stands on the paper."""
    at = reader("the-day").do("asked").choose("Write a question of my own")
    at.journey.typed("May my sister come?")
    at.choose("Add it").do("up").choose("Save as plain text")
    (file,) = home.glob("*.txt")
    assert "May my sister come?" in file.read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_said(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line says why, nothing is lost, and the journey goes on."""
    gone = home / "gone"
    monkeypatch.setenv("HOME", str(gone))
    at = reader("the-day").choose("Save as plain text")
    assert f"Itcouldnotbesaved:cannotwrite{gone}/edu-tui-" in squeezed(at.text)
    gone.mkdir()
    at.choose("Save as plain text")
    assert list(gone.glob("*.txt"))
    assert "could not" not in at.flat


def test_without_modules_it_is_the_whole_outline(home: Path) -> None:
    """From home one takes everything, what cannot be shown named as missing."""
    reader().choose("Save as plain text")
    (file,) = home.glob("*.txt")
    text = file.read_text(encoding="utf-8")
    assert "## On the day" in text
    assert "This part could not be printed: A broken part." in text


def test_it_says_what_it_is_about_and_offers_the_whole_course(home: Path) -> None:
    """From a module it is about that module, until all is asked for; place, name and paper agree."""
    at = reader("the-day")
    assert "This paper is about: The day itself" in at.flat
    at.choose("Save as plain text", "Take the whole course instead")
    assert "This paper is about: the whole course" in at.flat
    at.choose("Save as plain text", "Take only this: The day itself")
    assert "This paper is about: The day itself" in at.flat
    path, whole = sorted(home.glob("*.txt"))
    assert re.fullmatch(r"edu-tui-the-day-\d{4}-\d\d-\d\d\.txt", path.name)
    assert re.fullmatch(r"edu-tui-whole-course-\d{4}-\d\d-\d\d\.txt", whole.name)
    assert path.read_text(encoding="utf-8").startswith("# The day itself\n")
    assert "\nThis paper is about: the whole course. " in whole.read_text(encoding="utf-8")
    assert not reader().has("Take the whole course")


def test_what_was_not_clear_in_any_module_is_on_it(home: Path) -> None:
    """With its answer, what keeps the reader safe first, on the paper of another module too."""
    open_library = OpenLibrary(SHIPPED, None)
    made = Reader(SHIPPED)
    asked = [
        (name, question)
        for name in ("what-is-ketamine", "going-home")
        for question in open_library.module(name, "en").for_audience("patient").questions
    ]
    plain = next(pair for pair in asked if not pair[1].must_know)
    urgent = next(pair for pair in asked if pair[0] == "going-home" and pair[1].must_know)
    for at, (name, question) in enumerate((plain, urgent), 1):
        detail = {"verdict": "unsure", "try": 1, "ask": question.ask}
        unit = question_unit(question.id)
        made.visit.history.apply(happened("answered", at, name, "en", "v", unit, "v", detail))
    made.journey._follow(push(TakeAway(("choosing-a-clinic",))))
    made.choose("Save as plain text")
    (file,) = home.glob("*.txt")
    text = flat(file.read_text(encoding="utf-8"))
    message = text.partition("## What I was not sure about")[2].partition(" ## ")[0]
    asks = [flat(pair[1].ask) for pair in (urgent, plain)]
    assert -1 < message.find(asks[0]) < message.find(asks[1])
    for _, question in (plain, urgent):
        assert isinstance(question.body, Choice)
        right = [option for option in question.body.options if option.right]
        assert all(flat(option.text).rstrip(".") in message for option in right)
    assert all(text.count(ask) == 1 for ask in asks)
    assert text.startswith("# Choosing a clinic ")


def test_a_question_whose_answer_is_gone_says_so(home: Path) -> None:
    """A question that the library has no more is not left bare."""
    made = Reader(SHIPPED)
    detail = {"verdict": "unsure", "try": 1, "ask": "Who was it?"}
    made.visit.history.apply(happened("answered", 1, "going-home", "en", "v", "?gone", "v", detail))
    made.journey._follow(push(TakeAway(("going-home",))))
    made.choose("Save as plain text")
    (file,) = home.glob("*.txt")
    text = flat(file.read_text(encoding="utf-8"))
    assert "Who was it? (Going home) Its answer is not on this paper. Please ask." in text


def test_who_is_at_home_gets_a_code_for_elsewhere(home: Path) -> None:
    """Where records are kept, the code is for another computer; where none are, for home."""
    kept = Reader(SAMPLE, records=home / "records.sqlite").do("take")
    assert kept.has("A code to go on on another computer")
    assert not kept.has("Show a code to go on at home")
    assert reader().has("Show a code to go on at home")


@pytest.mark.needs("pango")
def test_the_full_screen_saves_a_pdf(tmp_path: Path) -> None:
    """In a real terminal: it takes a while, and more presses meanwhile and after it make no other file."""
    with Terminal(tmp_path, XDG_DATA_HOME=str(tmp_path / "data")) as terminal:
        terminal.wait_for("The day itself")
        terminal.press("e", "Save as PDF")
        digit = _digit(terminal.lines, "Save as PDF")
        terminal.press(digit * 2, "The PDF is on its way.")
        terminal.wait_for("Saved")
        terminal.press(digit, "It is there already")
        assert terminal.child.isalive()
    (file,) = tmp_path.glob("*.pdf")
    assert file.read_bytes().startswith(b"%PDF-")


def _digit(lines: list[str], label: str) -> str:
    """The key of the row that says so."""
    found = next(match for line in lines if (match := re.search(rf"(\d)\W+{label}", line)))
    return found[1]


def test_the_codes_are_one_row_away() -> None:
    """Codes where they fit, one after the other; then their words, from which rows lead back."""
    at = reader("the-day").choose("Show a code for your phone")
    assert "Code 1 of 3" in at.text
    assert "█" in at.text
    at.do("next").do("next")
    assert "Code 3 of 3" in at.text
    at.do("back")
    assert "Code 2 of 3" in at.text
    at.do("more")
    assert "█" not in at.text
    at.choose("Show the codes")
    assert "Code 1 of 3" in at.text
    at.do("back")
    assert at.has("Save as plain text")

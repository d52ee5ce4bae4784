"""The place where one takes things along: files in the reader's folder, or a line that says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.journey.place import push
from edu_tui.journey.takeaway import TakeAway
from tests.journey.reader import Reader

from .samples import SAMPLE
from .test_html import squeezed

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
    made = Reader(SAMPLE)
    made.journey._follow(push(TakeAway(modules)))
    return made


def test_it_saves_a_page_and_says_where(home: Path) -> None:
    """In the home, private; a second one beside the first; both paths can be read in full."""
    at = reader("the-day").choose("Save as a page to print", "Save as a page to print")
    first, second = sorted(home.glob("*.html"), key=lambda path: len(path.name))
    assert second.name == first.name.replace(".html", "-2.html")
    assert first.stat().st_mode & 0o777 == 0o600
    assert f"Saved:{first}" in squeezed(at.text)
    assert f"Saved:{second}" in squeezed(at.text)
    assert "The day itself" in first.read_text(encoding="utf-8")


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
    assert "## The day itself" in text
    assert "This part could not be printed: broken-one." in text


def test_the_code_is_one_row_away() -> None:
    """A code where it fits, with the way back in focus; its words are one row further."""
    at = reader("the-day").choose("Show a code for your phone")
    assert "Point the camera of your phone here" in at.text
    assert "█" in at.text
    at.choose("Read what it says")
    assert "█" not in at.text
    at.choose("Show the code").choose("Go back")
    assert at.has("Save as plain text")

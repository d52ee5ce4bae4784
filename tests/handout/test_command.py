"""`edu-tui handout` as it is run: what it prints and writes, and one line for each mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.records.log import Log
from tests.happened import happened
from tests.plain.program import run

from .samples import OWN, SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

QUESTION = "?low-mood"


def test_without_a_name_it_is_the_whole_course(tmp_path: Path) -> None:
    """Printed as text; beside it is said how many pages a printer makes of it."""
    ran = run(tmp_path, "handout")
    assert (ran.status, ran.err) == (0, "edu-tui: 7 pages\n")
    assert ran.out.startswith("# Ketamine therapy: to take with you\n")
    assert "\n### An adult takes you home\n" in ran.out
    assert "\n### Warning signs at a clinic\n" in ran.out or "warning sign, stop" in ran.out


def test_named_modules_alone(tmp_path: Path) -> None:
    """Each once, however often it is named; in full where that is asked for."""
    ran = run(tmp_path, "handout", "going-home", "going-home")
    assert ran.out.startswith("# Going home\n")
    assert ran.out.count("Leave your car at home.") == 1
    assert "Choosing a clinic" not in ran.out
    full = run(tmp_path, "handout", "going-home", "--full")
    assert "You can feel awake and" in full.out
    assert "You can feel awake and" not in ran.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["handout", "going-hom"], "there is no module going-hom; did you mean going-home?"),
        (["handout", "--mine", "going-home"], "give modules, or --mine, not both."),
        (["handout", "--large"], "--large is for --format html or pdf."),
        (["handout", "--ascii", "--format", "html"], "--ascii is for --format text."),
        (["handout", "-o", "."], ". is not a file. Name a file to write."),
        (["handout", "-o", "x.docx"], "there is no form for '.docx'. End the name in .txt, .html,"),
        (["handout", "-o", "x.Md"], "there is no form for '.Md'."),
    ],
)
def test_wrong_use_is_one_line(tmp_path: Path, words: list[str], told: str) -> None:
    """What is wrong and what to do; exit code 2."""
    ran = run(tmp_path, *words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"edu-tui: {told}")
    assert ran.err.count("\n") == 1


def test_a_file_is_written_by_the_ending_of_its_name(tmp_path: Path) -> None:
    """HTML for .html; once it is there it is not written over, until that is forced."""
    file = tmp_path / "out.html"
    words = ("handout", "going-home", "-o", str(file))
    ran = run(tmp_path, *words)
    assert (ran.status, ran.out, ran.err) == (0, f"Written: {file}, 1 page\n", "")
    assert file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    file.write_text("mine", encoding="utf-8")
    again = run(tmp_path, *words)
    assert again.status == 2
    assert again.err == f"edu-tui: {file} is there already. --force writes over it.\n"
    assert file.read_text(encoding="utf-8") == "mine"
    large = run(tmp_path, *words, "--force", "--large", "--paper", "a4")
    assert large.out == f"Written: {file}, 2 pages\n"
    assert "size: a4" in file.read_text(encoding="utf-8")
    assert "16pt" in file.read_text(encoding="utf-8")


def test_without_an_ending_it_is_text_and_a_format_wins(tmp_path: Path) -> None:
    """A name that says nothing gets text; with --format any name will do."""
    bare, other = tmp_path / "bare", tmp_path / "x.docx"
    assert run(tmp_path, "handout", "going-home", "-o", str(bare)).status == 0
    assert bare.read_text(encoding="utf-8").startswith("# Going home")
    ran = run(tmp_path, "handout", "going-home", "--format", "html", "-o", str(other))
    assert ran.status == 0
    assert other.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_name_that_is_too_long_is_one_line(tmp_path: Path) -> None:
    """The system refuses to look at it; that is said like any other file that cannot be written."""
    name = "x" * 300 + ".html"
    ran = run(tmp_path, "handout", "going-home", "-o", name)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == f"edu-tui: cannot write {name}: File name too long.\n"


def test_it_says_what_it_is_about(tmp_path: Path) -> None:
    """The whole course, or the titles of what was named."""
    assert "\nThis paper is about: the whole course. " in run(tmp_path, "handout").out
    named = run(tmp_path, "handout", "going-home", "what-to-expect").out
    assert "\nThis paper is about: Going home, What to expect in a session. " in named


def test_html_is_utf8_whatever_the_terminal_speaks(tmp_path: Path) -> None:
    """The page names its character set, so what is printed is in it; text is in the terminal's."""
    html = run(tmp_path, "handout", "going-home", "--format", "html", PYTHONIOENCODING="latin-1")
    assert '<meta charset="utf-8">' in html.out
    text = run(tmp_path, "handout", "--ascii", PYTHONIOENCODING="ascii")
    assert text.status == 0
    assert text.out.isascii()
    assert max(len(line) for line in text.out.splitlines()) <= 72


def test_what_cannot_be_shown_is_said_and_the_rest_is_there(tmp_path: Path) -> None:
    """A broken module hides no other, but nobody takes the paper for complete."""
    ran = run(tmp_path, "handout", "--library", str(SAMPLE))
    assert ran.status == 1
    left = "edu-tui: left out broken-one: it cannot be shown; see edu-tui check\n"
    assert ran.err == f"edu-tui: 2 pages\n{left}"
    assert "## On the day" in ran.out
    assert "This part could not be printed: A broken part." in ran.out


def test_mine_has_what_the_reader_opened_asked_and_missed(tmp_path: Path) -> None:
    """From the records: their module, their words, the answer to what was not clear; for them alone."""
    data = tmp_path / "data"
    log = Log(data / "edu-tui" / "records.sqlite")
    missed = {"verdict": "unsure", "try": 1, "ask": "Three days later?"}
    asked = {"text": OWN, "why": "own", "note": "For Ann."}
    log.append(
        [
            happened("read", 1_000, "going-home", "en", "v", "ride-home", "v"),
            happened("answered", 2_000, "going-home", "en", "v", QUESTION, "v", missed),
            happened("asked", 3_000, detail=asked),
        ]
    )
    log.close()
    file = tmp_path / "mine.html"
    ran = run(tmp_path, "handout", "--mine", "-o", str(file), XDG_DATA_HOME=str(data))
    assert (ran.status, ran.err) == (0, "")
    assert file.stat().st_mode & 0o777 == 0o600
    text = run(tmp_path, "handout", "--mine", XDG_DATA_HOME=str(data)).out
    words = " ".join(text.split())
    assert f"1. {OWN} For Ann. 2. ___" in words
    assert "- Call or text 988 right now. People there can help at any time." in words
    assert text.startswith("# Going home\n")
    assert "Choosing a clinic" not in text


def test_mine_of_a_reader_who_did_nothing(tmp_path: Path) -> None:
    """Whom to call and lines to write on; no records are made by asking."""
    data = tmp_path / "data"
    ran = run(tmp_path, "handout", "--mine", XDG_DATA_HOME=str(data))
    assert (ran.status, ran.err) == (0, "edu-tui: 1 page\n")
    assert "Call or text 988" in ran.out
    assert "1. ____" in ran.out
    assert not data.exists()

"""`read`, `list` and `check` as plain text, and how little they load."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from edu_tui.system.paths import shipped_library

from .program import environment, run
from .sample import MODULE, write_library

SHIPPED = sorted(
    path.stem
    for path in (shipped_library() / "en").glob("*.yaml")
    if path.stem not in {"glossary", "lists"}
)


@pytest.fixture
def library(tmp_path: Path) -> str:
    """The small library's folder."""
    return str(write_library(tmp_path / "library"))


# read


@pytest.mark.parametrize("words", [[], ["--more"], ["--staff"], ["--more", "--staff"]])
@pytest.mark.parametrize("module", SHIPPED)
def test_shipped_modules_are_words_alone(tmp_path: Path, module: str, words: list[str]) -> None:
    """Every shipped module is lines without marks before headings, escapes, and spaces at an end."""
    ran = run(tmp_path, "read", module, *words)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith("\n")
    lines = ran.out.splitlines()
    assert all(line == line.rstrip() and line.isprintable() for line in lines)
    assert not [line for line in lines if line.startswith(("#", "=", "--"))]
    assert "\n\n\n" not in ran.out
    assert ran.out == run(tmp_path, "read", module, *words).out


def test_a_module_on_paper(tmp_path: Path, library: str) -> None:
    """State, parts, steps, questions, answers, help and numbered sources stand in that order."""
    out = run(tmp_path, "read", "the-day", "--library", library).out
    message = " ".join(out.split())
    order = [
        "The day",
        "Not yet reviewed by a clinician.",
        "Say how you get home.",
        "Part 1 of 1: Someone takes you home",
        "until the next day.[1]",
        "Call 555 0100",
        "Picture: Who felt sleepy. 21 of 100 people felt sleepy.[1]",
        "Take care: No trip is safe today.",
        "Remember: Someone else takes you home.",
        "A drip in the arm, 2 steps",
        "Step 2 of 2: The medicine starts During. After 10 minutes, takes about 40 minutes",
        "What happens: The drip begins.",
        "Question 1 of 3",
        "a) Get a ride home b) Drive if I feel awake",
        "Answers and why",
        "This one keeps you safe.",
        "Yes: a) Get a ride home. You still react slowly.",
        "No: b) Drive if I feel awake. Feeling awake is no test.",
        "Crisis help",
        "Call or text 988",
        "[1] A maker. 2023. Prescribing information.",
        "read a part of it",
    ]
    at = 0
    for words in order:
        assert words in message[at:], words
        at = message.index(words, at)


def test_more_and_staff(tmp_path: Path, library: str) -> None:
    """Detail and what is for staff are printed only when they are asked for."""
    short = run(tmp_path, "read", "the-day", "--library", library).out
    assert not [word for word in ("Reaction time", "zebra", "Quagga") if word in short]
    assert "Reaction time" in run(tmp_path, "read", "the-day", "--more", "--library", library).out
    staff = run(tmp_path, "read", "the-day", "--staff", "--library", library).out
    assert "Part 2 of 2: Handover (for staff)" in staff
    assert "For staff: Quagga checks." in staff


def test_questions_on_paper_do_not_tell_the_answer(tmp_path: Path, library: str) -> None:
    """Where the author set no order, options stand by their words, not the right one first."""
    path = Path(library) / "en" / "the-day.yaml"
    path.write_text(MODULE.replace("    keep_order: true\n", ""), encoding="utf-8")
    message = " ".join(run(tmp_path, "read", "the-day", "--library", library).out.split())
    assert "a) Drive a short way b) Drive if I feel awake c) Get a ride home" in message
    assert "Yes: c) Get a ride home." in message


def test_no_such_module(tmp_path: Path, library: str) -> None:
    """An unknown id is one line with the nearest one, and exit 2."""
    ran = run(tmp_path, "read", "the-dya", "--library", library)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "edu-tui: there is no module the-dya; did you mean the-day?\n"


def test_a_broken_module(tmp_path: Path, library: str) -> None:
    """A broken module is its findings on standard error, and exit 1."""
    ran = run(tmp_path, "read", "torn", "--library", library)
    assert (ran.status, ran.out) == (1, "")
    assert "en/torn.yaml:2:1: error: " in ran.err
    assert "^" in ran.err


def test_another_language(tmp_path: Path, library: str) -> None:
    """`--lang` reads the translation."""
    ran = run(tmp_path, "read", "the-day", "--library", library, "--lang", "es")
    assert "El día\n" in ran.out


# list


def test_the_list(tmp_path: Path, library: str) -> None:
    """Courses with their modules: id first, then title, then size; what is broken says so."""
    ran = run(tmp_path, "list", "--library", library)
    lines = ran.out.splitlines()
    assert lines[0] == "A small library"
    assert "For patients" in lines
    assert "Nurses (for staff)" in lines
    row = lines.index("the-day  The day")
    assert lines[row + 1].strip() == "4 minutes, 1 part, 2 steps, 3 questions"
    assert any(line.startswith("torn ") and "broken" in line for line in lines)
    assert max(len(line) for line in lines) <= 79


# check


def test_a_clean_check(tmp_path: Path, library: str) -> None:
    """A file without findings says so in one line, exit 0."""
    ran = run(tmp_path, "check", f"{library}/sources.yaml")
    assert (ran.status, ran.out) == (0, "No findings in 1 file.\n")


def test_a_check_with_findings(tmp_path: Path, library: str) -> None:
    """Each finding with its line and a caret, a count at the end, exit 1."""
    ran = run(tmp_path, "check", library)
    assert ran.status == 1
    assert "en/torn.yaml:2:1: error: " in ran.out
    assert "\n  titel: Torn\n  ^\n" in ran.out
    last = ran.out.splitlines()[-1]
    assert last.endswith(" files.")
    assert "errors" in last


def test_a_check_for_programs(tmp_path: Path, library: str) -> None:
    """The JSON has the promised keys and the same findings as the text."""
    found = json.loads(run(tmp_path, "check", library, "--format", "json").out)
    assert {"format", "files", "errors", "warnings", "infos", "findings"} <= found.keys()
    assert found["format"] == 1
    assert found["errors"] + found["warnings"] + found["infos"] == len(found["findings"])
    keys = ["file", "line", "column", "severity", "code", "where", "message", "source_line"]
    assert all(list(one) == keys for one in found["findings"])


# what is loaded

SLOW = {"textual", "rich", "sqlite3", "asyncio", "dataclasses", "inspect", "click", "platformdirs"}


@pytest.mark.parametrize(
    ("words", "besides"),
    [
        (["--version"], {"yaml", "json", "random"}),
        (["read", "going-home"], {"json", "random"}),
        (["check", "LIBRARY/en/the-day.yaml"], {"json", "random"}),
        (["check", "LIBRARY/en/the-day.yaml", "--format", "json"], {"random"}),
    ],
)
def test_little_is_loaded(
    tmp_path: Path, library: str, words: list[str], besides: set[str]
) -> None:
    """In a fresh process these commands never import what makes a start slow."""
    words = [word.replace("LIBRARY", library) for word in words]
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "edu_tui", *words],
        capture_output=True,
        text=True,
        env=environment(tmp_path),
        timeout=60,
        check=False,
    )
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}
    assert "edu_tui" in loaded
    assert not loaded & (SLOW | besides)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--plain", "--lang", "xx"], "this library has no language `xx`; it has en."),
        (["--no-record", "records", "import", "-"], "nothing is written with --no-record"),
        (["--library", "x" * 5000, "list"], "File name too long."),
    ],
)
def test_what_cannot_be_is_said_in_one_line(tmp_path: Path, words: list[str], told: str) -> None:
    """A language that is not there, writing where nothing may be written, a name too long for the disk."""
    ran = run(tmp_path, *words)
    assert ran.status in {1, 2}
    assert told in ran.err
    assert ran.err.count("\n") == 1
    assert len(ran.err) < 250
    assert not list(tmp_path.rglob("records*"))

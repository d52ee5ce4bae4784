"""Printing: a real program gets the text through its input, and whatever it does is said in one line."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from edu_tui.handout.printer import MOST_SAID, PATIENCE, send
from edu_tui.journey.place import push
from edu_tui.journey.profile import STUDY
from edu_tui.journey.taking.printing import MOST_PRINTED
from edu_tui.journey.taking.takeaway import TakeAway
from edu_tui.kiosk.paper import HOUR, MOST, PrintLimit
from edu_tui.kiosk.profile import KIOSK
from edu_tui.system.errors import PrintError
from tests.journey.reader import Reader

from .samples import SAMPLE

if TYPE_CHECKING:
    from edu_tui.journey.profile import Profile


def program(folder: Path, body: str) -> str:
    """A program of that text."""
    path = folder / "printer"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return str(path)


def reader(command: tuple[str, ...], profile: Profile = STUDY) -> Reader:
    """Someone who has come to the place where one takes things along."""
    result = Reader(SAMPLE, profile=profile)
    result.visit.devices.print_command = command
    result.journey._follow(push(TakeAway(("the-day",))))
    return result


def test_it_gets_the_text_and_its_options_as_they_are(tmp_path: Path) -> None:
    """The whole handout comes through the input; no word of the command is read by a shell."""
    paper, options = tmp_path / "paper", tmp_path / "options"
    command = program(tmp_path, f'cat > {paper}; printf "%s\\n" "$@" > {options}')
    at = reader((command, "-o", "job title", "$HOME;`x`")).choose("Print it")
    assert "It is being printed." in at.text
    assert options.read_text() == "-o\njob title\n$HOME;`x`\n"
    printed = paper.read_text(encoding="utf-8")
    assert "## On the day" in printed
    assert max(map(len, printed.splitlines())) <= 72


def test_without_a_command_it_is_not_offered() -> None:
    """No row, and asking for it by other means does nothing."""
    at = reader(())
    assert not at.has("Print it")
    assert "printed" not in at.do("print").text


def test_what_it_complains_of_is_said_in_one_line(tmp_path: Path) -> None:
    """The first line of its complaint without what moves a cursor; the next try says how that went."""
    fails = tmp_path / "fails"
    fails.touch()
    body = f'cat >/dev/null; [ -e {fails} ] || exit 0; printf "lp: no\\033[2J paper\\nmore\\n" >&2; exit 1'
    at = reader((program(tmp_path, body),)).choose("Print it")
    assert "It could not be printed: lp: no[2J paper" in at.flat
    assert "more" not in at.flat.split("paper", 1)[1][:6]
    fails.unlink()
    assert "could not" not in at.choose("Print it").flat


def test_visitors_are_sent_to_the_desk_and_paper_is_not_endless(tmp_path: Path) -> None:
    """In a kiosk the complaint is not for visitors, and after a few sheets the row is gone."""
    at = reader(("/nonexistent/lp",), KIOSK).choose("Print it")
    assert "Ask the front desk for this on paper." in at.flat
    assert "nonexistent" not in at.text
    for _ in range(MOST_PRINTED - 1):
        at.choose("Print it")
    assert not at.has("Print it")


@pytest.mark.parametrize("profile", [STUDY, KIOSK._replace(signed_only=False)])
def test_one_press_is_one_sheet(tmp_path: Path, profile: Profile) -> None:
    """The same is not printed twice, nor by who was called; what is new is, and so is what failed."""
    jobs, fails = tmp_path / "jobs", tmp_path / "fails"
    body = f"cat >/dev/null; echo >> {jobs}; [ ! -e {fails} ]"
    fails.touch()
    at = reader((program(tmp_path, body),), profile).choose("Print it")
    assert "could not be printed" in at.flat
    fails.unlink()
    at.choose("Print it", "Print it")
    assert "It is printed already." in at.flat
    assert jobs.read_text() == "\n\n"
    at.choose("Take the whole course instead", "Print it")
    assert jobs.read_text() == "\n\n\n"


def test_who_looks_after_the_printer_hears_how_it_failed(tmp_path: Path) -> None:
    """A note of how it ended, without a word of the page that the program was given and repeats."""
    noted: list[str] = []
    at = reader((program(tmp_path, "cat >&2; exit 3"),), KIOSK._replace(signed_only=False))
    at.visit.devices.note = noted.append
    at.choose("Print it")
    at.visit.devices.print_command = ("/nonexistent/lp",)
    at.choose("Print it")
    assert noted == ["print: it ended with 3", "print: it did not start"]


def test_who_was_called_can_print_before_they_end(tmp_path: Path) -> None:
    """The page for who was called offers paper where there is a printer, and the end is still the first row."""
    paper = tmp_path / "paper"
    at = reader((program(tmp_path, f"cat > {paper}"),), KIOSK._replace(signed_only=False))
    at.do("leave")
    assert at.rows[0].label.startswith("End")
    assert "It is being printed." in at.choose("First print what matters").text
    assert "## On the day" in paper.read_text(encoding="utf-8")
    at.visit.devices.print_command = ()
    assert not at.has("First print")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("exit 3", "it ended with 3"),
        ("echo >&2; exit 1", "it ended with 1"),
        ("kill -9 $$", "it ended with -9"),
    ],
)
def test_a_program_that_does_not_read(tmp_path: Path, body: str, words: str) -> None:
    """More text than a pipe holds is no reason to wait for a program that has ended."""
    with pytest.raises(PrintError, match=words):
        send((program(tmp_path, body),), "x" * 500_000)


def test_a_program_that_never_ends_is_ended_with_its_children(tmp_path: Path) -> None:
    """After the patience it is gone, and so is what it has started; the reader waits no longer."""
    pids = tmp_path / "pids"
    command = program(tmp_path, f"sleep 1000 & echo $! > {pids}; echo $$ >> {pids}; wait")
    began = time.monotonic()
    with pytest.raises(PrintError, match="no answer"):
        send((command,), "x" * 500_000, patience=0.5)
    assert time.monotonic() - began < 5
    for pid in map(int, pids.read_text().split()):
        # Its child is nobody's here; whoever adopts it may not have noticed yet.
        while psutil.pid_exists(pid) and psutil.Process(pid).status() != "zombie":
            assert time.monotonic() - began < 5


def test_a_program_that_never_stops_talking(tmp_path: Path) -> None:
    """What it says is read up to a bound, and it is ended."""
    command = program(tmp_path, "yes complaint >&2; exit 1")
    with pytest.raises(PrintError) as raised:
        send((command,), "text", patience=5)
    assert len(str(raised.value)) < MOST_SAID


def test_a_program_that_cannot_be_started(tmp_path: Path) -> None:
    """Not there, not a program, a name that cannot be: said with its name."""
    (tmp_path / "text").write_text("no program")
    for name in ("/nonexistent", str(tmp_path / "text"), "a\0b"):
        with pytest.raises(PrintError, match=name.replace("\0", ".")):
            send((name,), "text")


def test_nothing_of_it_is_written_by_us(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No temporary file and no spool: the folders it could use stay empty."""
    command = program(tmp_path, "cat >/dev/null")
    spare = tmp_path / "spare"
    spare.mkdir()
    monkeypatch.setenv("TMPDIR", str(spare))
    monkeypatch.setenv("HOME", str(spare))
    send((command,), "text" * 100_000)
    assert os.listdir(spare) == []  # noqa: PTH208


def test_all_visits_together_have_so_much_paper(tmp_path: Path) -> None:
    """Twenty times in an hour and not once more, whoever asks; then there is paper again."""
    paper, now = PrintLimit(), 500.0
    for number in range(MOST):
        assert paper.is_left(now + number)
        paper.took(now + number)
    assert not paper.is_left(now + HOUR - 1)
    assert paper.is_left(now + HOUR)
    paper.took(now + HOUR)
    assert not paper.is_left(now + HOUR)
    at = reader((program(tmp_path, "cat >/dev/null"),), KIOSK._replace(signed_only=False))
    printed: list[int] = []
    at.visit.devices.prints = lambda: printed.append(1)
    assert at.choose("Print it").has("Print it")
    assert printed == [1]
    at.visit.devices.has_paper = lambda: False
    assert not at.has("Print it")


def test_the_guide_tells_what_a_printer_is_given() -> None:
    """Seconds, times in a visit and in an hour."""
    guide = (Path(__file__).parents[2] / "docs" / "kiosk.md").read_text()
    assert f"within {PATIENCE:.0f} seconds it is ended" in guide
    assert (MOST_PRINTED, MOST) == (3, 20)
    assert "three times in a visit at most, and twenty times in an hour" in guide

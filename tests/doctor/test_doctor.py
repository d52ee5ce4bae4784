"""`edu-tui doctor` on a computer that is well, and on others: what it says, its exit code, no trace."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from edu_tui.records.log import Log
from tests.happened import happened
from tests.plain.program import environment, run
from tests.plain.sample import write_library
from tests.terminal.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from tests.plain.program import Ran

DAY = 86_400_000
SECRET = "what I never told anyone"


def kept(home: Path, *at: int) -> Path:
    """Records with entries of these moments, each with the reader's own words."""
    path = home / ".local" / "share" / "edu-tui" / "records.sqlite"
    log = Log(path)
    detail = {"text": SECRET, "why": "own", "note": SECRET}
    log.append([happened("asked", number, module="the-day", detail=detail) for number in at])
    log.close()
    return path


def now() -> int:
    """Milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def sections(ran: Ran) -> dict[str, list[str]]:
    """The lines by the titles they stand under, what to do joined to what was found."""
    result: dict[str, list[str]] = {}
    for block in ran.out.split("\n\n")[:-1]:
        title, _, rest = block.partition("\n")
        result[title] = re.sub(r"\n +", " ", rest).splitlines()
    return result


def states(ran: Ran, state: str) -> list[str]:
    """The lines of one state."""
    return [line for lines in sections(ran).values() for line in lines if line.startswith(state)]


def test_a_computer_that_is_well(tmp_path: Path) -> None:
    """Every part is looked at, there is no problem, exit 0, and nothing of the reader's is told."""
    kept(tmp_path, now() - DAY, now())
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    ran = run(tmp_path, "doctor")
    assert (ran.status, ran.err) == (0, "")
    assert list(sections(ran)) == ["Versions", "Places", "Terminal", "Library", "Records"]
    assert states(ran, "problem") == []
    assert re.search(r"^ok: they can be read and are whole: 2 entries, the newest", ran.out, re.M)
    for words in ("ok: textual 8.2.8", "full-text search", "it opens: ", "no fault in"):
        assert words in ran.out
    assert SECRET not in ran.out
    assert "the-day" not in ran.out
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_for_programs(tmp_path: Path) -> None:
    """The JSON has the promised keys, the same counts as the text, and the same exit code."""
    (tmp_path / ".local").write_text("in the way")
    ran = run(tmp_path, "doctor", "--json")
    found = json.loads(ran.out)
    assert list(found) == ["format", "problems", "notes", "sections"]
    assert found["format"] == 1
    names = ["versions", "places", "terminal", "library", "records"]
    assert [one["name"] for one in found["sections"]] == names
    lines = [line for one in found["sections"] for line in one["lines"]]
    assert all(list(line) == ["state", "what", "do", "run"] for line in lines)
    assert found["problems"] == sum(line["state"] == "problem" for line in lines) > 0
    assert found["notes"] == sum(line["state"] == "note" for line in lines)
    assert all(line["do"] or line["run"] for line in lines if line["state"] == "problem")
    assert ran.status == 1


def test_settings_that_cannot_be_used(tmp_path: Path) -> None:
    """Where every other command refuses, doctor tells the faults and looks at the rest."""
    folder = tmp_path / "c" / "edu-tui"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text('libary = "x"\nlight = 3\nlanguage = "xx"\n')
    ran = run(tmp_path, "doctor", EDU_TUI_DETAIL="perhaps", EDU_TUI_LIBRAY="x")
    assert ran.status == 1
    problems = states(ran, "problem")
    assert [line.split(": ")[1] for line in problems] == [
        f"{folder}/settings.toml:1",
        f"{folder}/settings.toml:2",
        "EDU_TUI_DETAIL",
    ]
    assert "EDU_TUI_LIBRAY is set and means nothing Did you mean EDU_TUI_LIBRARY?" in " ".join(
        states(ran, "note")
    )
    assert "it is not there in `xx`; en is shown instead" in ran.out


def test_a_library_that_is_not_there(tmp_path: Path) -> None:
    """A wrong folder is a problem with its name, and the rest is looked at all the same."""
    ran = run(tmp_path, "doctor", "--library", "/nonexistent")
    assert ran.status == 1
    assert "problem: library: /nonexistent is not a folder" in ran.out
    assert "ok: none yet" in ran.out


def test_a_library_with_faults(tmp_path: Path) -> None:
    """How many faults in how many files, where the first is, and which command shows them."""
    library = write_library(tmp_path / "a library")
    ran = run(tmp_path, "doctor", "--library", str(library))
    assert ran.status == 1
    message = next(line for line in states(ran, "problem") if "fault" in line)
    assert re.search(r"\d+ faults? in \d+ files?, the first at \S+:\d+ ", message)
    assert f"edu-tui check '{library}'" in message


MISSPELT = "clinic:\n  bp_hodl: 180 over 100\n"


@pytest.mark.parametrize("text", [None, "clinic: [", "title: x\n", MISSPELT])
def test_a_clinics_file_that_cannot_be_used(tmp_path: Path, text: str | None) -> None:
    """One that is missing, is no YAML, says what it may not or misspells a name is a problem of its own."""
    clinic = tmp_path / "clinic.yaml"
    if text is not None:
        clinic.write_text(text)
    ran = run(tmp_path, "doctor", "--clinic", str(clinic))
    assert ran.status == 1
    assert "problem: the clinic's file cannot be used" in ran.out
    assert re.search(r"ok: it opens: \d+ modules", ran.out)


def test_folders_that_cannot_be_written(tmp_path: Path) -> None:
    """No place for records is a problem, none for the index a note; both are named, none is made."""
    for name in (".local", "cache"):
        (tmp_path / name).write_text("in the way")
    ran = run(tmp_path, "doctor")
    assert ran.status == 1
    assert f"({tmp_path}/.local is not a folder)" in " ".join(states(ran, "problem"))
    assert f"({tmp_path}/cache is not a folder)" in " ".join(states(ran, "note"))


def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    """Where the system itself forbids it, as on a read-only disk, that is a problem too."""
    ran = run(tmp_path, "doctor", EDU_TUI_DATA="/proc/self")
    assert "problem: records: /proc/self/records.sqlite cannot be written" in ran.out
    assert ran.status == 1


def test_damaged_records(tmp_path: Path) -> None:
    """They are said to be damaged, and left for the next start to put aside."""
    path = kept(tmp_path, now())
    path.write_bytes(b"no database" * 1000)
    ran = run(tmp_path, "doctor")
    assert ran.status == 1
    assert "problem: they are damaged" in ran.out
    assert path.read_bytes() == b"no database" * 1000
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_records_that_others_may_read(tmp_path: Path) -> None:
    """The file is named with the command that closes it."""
    path = kept(tmp_path, now())
    path.chmod(0o644)
    ran = run(tmp_path, "doctor")
    assert ran.status == 1
    assert f"others on this computer may read {path} chmod 600 {path}" in states(ran, "problem")[0]


def test_a_clock_that_was_wrong(tmp_path: Path) -> None:
    """An entry from days to come is a note about the clock, and today's is not."""
    kept(tmp_path, now() + 400 * DAY, now())
    assert "still to come The clock of this computer" in " ".join(
        states(run(tmp_path, "doctor"), "note")
    )
    other = tmp_path / "other"
    kept(other, now())
    assert "still to come" not in run(other, "doctor").out


def test_a_copy_that_was_put_aside(tmp_path: Path) -> None:
    """A damaged copy is named for as long as it is there."""
    path = kept(tmp_path, now())
    copy = path.with_name("records.damaged-20260101-000000.sqlite")
    copy.write_bytes(b"x")
    copy.chmod(0o600)
    ran = run(tmp_path, "doctor")
    assert ran.status == 0
    assert f"a damaged copy is kept: {copy}" in " ".join(states(ran, "note"))


@pytest.mark.parametrize(
    ("size", "status", "says"),
    [
        ((80, 24), 0, "ok: 80 columns and 24 lines"),
        ((40, 16), 0, "ok: 40 columns and 16 lines"),
        ((39, 16), 1, "problem: the window is too small: 39"),
        ((80, 15), 1, "problem: the window is too small: 80"),
    ],
)
def test_the_window(tmp_path: Path, size: tuple[int, int], status: int, says: str) -> None:
    """A window of 40 columns and 16 lines is enough, and one that is smaller is a problem."""
    with Terminal(tmp_path, "doctor", library=None, size=size) as terminal:
        assert terminal.end() == status
        message = terminal.raw.decode()
    assert says in message.replace("\r\n  ", " ")
    assert "edu-tui opens full screen here" in message
    assert "\x1b" not in message


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"TERM": "xterm-256color"}, "ok: full colour"),
        ({"TERM": "linux"}, "ok: 16 colours"),
        ({"NO_COLOR": "1"}, "ok: no colours, as NO_COLOR asks"),
        ({"TERM": "dumb"}, "note: TERM is dumb"),
        ({"ACCESSIBLE": "1"}, "ok: edu-tui opens line by line here (ACCESSIBLE)"),
        ({"EDU_TUI_ASCII": "1"}, "ok: ASCII characters alone"),
        ({"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "not UTF-8"),
        ({"EDU_TUI_RECORD": "0"}, "note: nothing is kept: you are just reading"),
    ],
)
def test_the_surroundings(tmp_path: Path, more: dict[str, str], says: str) -> None:
    """Colours, characters and modes are told as the program will take them."""
    ran = run(tmp_path, "doctor", **more)
    assert says in ran.out
    assert ran.status == 0


def test_no_screen_is_loaded(tmp_path: Path) -> None:
    """What doctor tells of the screen it knows without loading it."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "edu_tui", "doctor"],
        capture_output=True, text=True, env=environment(tmp_path), timeout=60, check=False,
    )  # fmt: skip
    loaded = set(re.findall(r"\| +([\w.]+)$", done.stderr, re.M))
    assert "edu_tui.commands.doctor.terminal" in loaded
    assert not {"textual", "rich", "weasyprint", "fsrs", "segno", "edu_tui.ui.tui"} & loaded

"""`edu-tui plan` and `edu-tui open`: a code for just some parts, opened at home, and every mistake told."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pexpect
import pytest

from edu_tui.layout.day import day_in_words
from edu_tui.learning.plan import Plan
from edu_tui.learning.plan_code import plan_code, plan_of
from edu_tui.learning.resume_code import ResumeState, code_of
from edu_tui.records.log import Log
from tests.handout.tools import scanned
from tests.library.samples import write_library
from tests.plain.program import PROGRAM, Talk, environment, run
from tests.review.signed import sign
from tests.terminal.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

MODULES = ("going-home", "session", "onboarding")
SOON = (date.today() + timedelta(days=30)).isoformat()
OLD = "8M45-6JPJ-XYNC"
"""How far: two parts read, one to talk about; printed before there were plans."""
BOTH = plan_code(Plan(("session", "going-home"), SOON), MODULES)


@pytest.fixture
def library(tmp_path: Path) -> str:
    return str(write_library(tmp_path / "library"))


def code_in(out: str) -> str:
    (code,) = set(re.findall(r"^Code: ([0-9A-Z-]+)$", out, re.M))
    return str(code)


def kinds(home: Path) -> list[str]:
    log = Log(home / ".local" / "share" / "edu-tui" / "records.sqlite")
    result = [event.kind for _, event in log.events()]
    log.close()
    return result


def test_it_prints_the_code_what_it_opens_and_how_to_use_it(tmp_path: Path, library: str) -> None:
    """Code, titles in order, the day in words, the waiting room and home, and nothing else on paper."""
    ran = run(
        tmp_path, "plan", "session", "going-home", "--appointment", SOON, "--library", library
    )
    assert (ran.status, ran.err) == (0, "")
    code = code_in(ran.out)
    assert plan_of(code, MODULES) == Plan(("session", "going-home"), SOON)
    flat = " ".join(ran.out.split())
    assert "1. A session 2. Going home" in flat
    assert f"Appointment: {day_in_words(SOON)}" in flat
    assert 'choose "I have a code" on the screen' in flat
    assert f"edu-tui open {code}" in flat
    assert "Not signed off yet. A waiting room does not show: A session; Going home" in flat
    assert "█" not in ran.out


def test_what_is_signed_is_not_warned_of(tmp_path: Path, library: str) -> None:
    """Only the part that a waiting room would not show is named."""
    from pathlib import Path

    sign(Path(library), "going-home")
    out = run(tmp_path, "plan", "session", "going-home", "--library", library).out
    assert "does not show: A session\n" in out


@pytest.mark.parametrize(
    "words",
    [
        ["session", "--appointment", "{long}"],
        ["--appointment", "{long}", "session"],
        ["session", "--appointment", "{month}", "{number},", "{year}"],
        ["--appointment", "{number}", "{month}", "{year}", "session"],
    ],
)
def test_the_day_may_be_typed_in_one_word_or_several(
    tmp_path: Path, library: str, words: list[str]
) -> None:
    """As people write it, before the modules or after them, with quotation marks or without."""
    number, month, year = day_in_words(SOON).split()
    given = [word.format(long=SOON, number=number, month=month, year=year) for word in words]
    ran = run(tmp_path, "plan", *given, "--library", library)
    assert (ran.status, ran.err) == (0, "")
    assert plan_of(code_in(ran.out), MODULES) == Plan(("session",), SOON)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["plan"], "name the modules to read"),
        (["plan", "sesion"], "there is no module sesion; did you mean session?"),
        (["plan", "onboarding"], "onboarding is for staff, not for patients."),
        (["plan", "session", "--appointment", "soon"], "soon is not a day. Give it like this"),
        (["plan", "session", "--appointment", "2025-01-01"], "1 January 2025 is over. Give a day"),
        (["plan", "session", "--appointment", "2099-01-01"], "too far away. Check the year."),
        (["plan", "broken"], "there is no module broken"),
        (["open", "sesion"], "there is no module sesion; did you mean session?"),
        (["open", "session", "nowhere"], "there is no module nowhere"),
        (["open", "onboarding"], "onboarding is for staff, not for patients."),
        (["open", BOTH[:-1]], "12 to 32 letters and digits, in groups of 4. Here are 11."),
        (["open", BOTH[:-1] + ("2" if BOTH[-1] != "2" else "3")], "not right in group 3."),
        (["open", plan_code(Plan(("other",)), ("other",))], "from another library"),
        (["resume", "7K3M-9U3M-9999"], "Check group 2."),
    ],
)
def test_every_mistake_is_told(tmp_path: Path, library: str, words: list[str], told: str) -> None:
    """One line says what is wrong and what to do; exit code 2; nothing is kept."""
    ran = run(tmp_path, *words, "--library", library)
    assert ran.status == 2
    assert told in ran.err
    assert ran.err.count("\n") == 1
    assert kinds(tmp_path) == []


def test_the_whole_course_that_ships_has_a_code(tmp_path: Path) -> None:
    """All ten of its modules for patients fit into one."""
    from edu_tui.library.open_library import OpenLibrary
    from edu_tui.system.paths import shipped_library

    names = OpenLibrary(shipped_library(), None).library().for_patients()
    assert run(tmp_path, "plan", *names).status == 0
    assert len(names) == 10


def test_the_help_has_an_example(tmp_path: Path) -> None:
    """Who asks for help of either command sees a line to type."""
    for command in ("plan", "open"):
        out = run(tmp_path, command, "--help").out
        assert f"  edu-tui {command} going-home" in out


@pytest.mark.parametrize("command", ["open", "resume"])
def test_a_plan_opens_at_home_and_is_kept(tmp_path: Path, library: str, command: str) -> None:
    """By either command, in small letters and with spaces: the page is the plan's, with the day; the next
    start offers it first.
    """
    typed = BOTH.lower().split("-")
    ran = run(tmp_path, command, *typed, "--library", library, typed="q\n", ACCESSIBLE="1")
    assert ran.status == 0, ran.err
    page = ran.out.partition("\nMy plan, ")[2]
    assert re.search(r"1\. A session.*\n2\. Going home", page)
    assert f"My appointment: {day_in_words(SOON)}, in 30 days." in page
    assert kinds(tmp_path) == ["planned", "appointed"]
    again = run(tmp_path, "--plain", "--library", library, typed="q\n").out
    assert f"0. My plan (2 parts, for {day_in_words(SOON)})" in again


def test_one_module_opens_there(tmp_path: Path, library: str) -> None:
    """`open session` begins at its front page, with home below, and keeps no plan."""
    ran = run(tmp_path, "open", "session", "--plain", "--library", library, typed="h\nq\n")
    first, home = ran.out.index("\n\nA session"), ran.out.index("\n\nKetamine therapy\n")
    assert first < home
    assert "My plan" not in ran.out


def test_several_modules_open_in_that_order(tmp_path: Path, library: str) -> None:
    """They are a plan for this run: on its page in that order, and gone the next time."""
    words = ("open", "session", "going-home", "--plain", "--library", library)
    page = run(tmp_path, *words, typed="q\n").out.partition("\nMy plan, ")[2]
    assert re.search(r"1\. A session.*\n2\. Going home", page)
    assert "My plan" not in run(tmp_path, "--plain", "--library", library, typed="q\n").out


def test_open_takes_a_code_to_go_on_with(tmp_path: Path, library: str) -> None:
    """Who has a code need not know which kind it is: `open` asks and adds, as `resume` does."""
    way = code_of(ResumeState(frozenset({"going-home"}), frozenset()), MODULES[:2])
    words = [*PROGRAM[1:], "open", way, "--library", library]
    child = pexpect.spawn(PROGRAM[0], words, env=environment(tmp_path), encoding="utf-8")
    child.expect("Type yes or y to add it: ")
    child.sendline("yes")
    child.expect("Done.")
    child.expect(pexpect.EOF)
    child.close()
    assert set(kinds(tmp_path)) == {"read"}


def test_a_code_to_go_on_with_of_before_still_works() -> None:
    """A code that an earlier program printed for the library that ships means what it meant then."""
    from edu_tui.learning.codes import meaning_of
    from edu_tui.library.open_library import OpenLibrary
    from edu_tui.system.paths import shipped_library

    library = OpenLibrary(shipped_library(), None).library()
    meant = meaning_of(OLD, library.for_patients(), library.every_module())
    assert meant == ResumeState(
        frozenset({"what-to-expect", "going-home"}), frozenset({"going-home"})
    )


def test_full_screen_and_line_by_line_have_the_same_rows(tmp_path: Path, library: str) -> None:
    """The plan's page has the same words, rows and digits in both; also the first time, when the titles
    come a moment after the page.
    """
    start = ("-m", "edu_tui", "--library", library)
    with Terminal(tmp_path, "open", BOTH, library=None, command=start) as screen:
        screen.wait_for("My plan", "A session", "Going home", "I am done with this plan")
        shown = re.findall(r"^\s+(?:> )?(\d) (.*?)(?:  .*)?$", screen.text, re.M)
        assert f"My appointment: {day_in_words(SOON)}, in 30 days." in screen.text
    talk = Talk(tmp_path, "open", BOTH, "--library", library)
    texts = [re.sub(r"\s*\(.*", "", row) for row in talk.rows.values()]
    talk.end()
    assert [row for _, row in shown] == texts
    assert [int(number) for number, _ in shown] == [*range(1, len(texts) + 1)]


def test_on_a_terminal_the_code_is_drawn(tmp_path: Path) -> None:
    """A phone that scans the picture has the code, the day and the titles as a note; black on white."""
    words = ["plan", "going-home", "--appointment", SOON]
    with Terminal(tmp_path, *words, library=None, size=(100, 50)) as screen:
        screen.wait(lambda: not screen.child.isalive(), "its end")
        while screen.read(0.1):
            pass
        assert screen.text.count("Code: ") == 2
        assert "█" in screen.text
        assert b"\x1b[30;47m" in screen.raw


def test_where_both_fit_only_beside_each_other_they_do(tmp_path: Path) -> None:
    """In a wide window with few lines all that is said stands right of the picture; nothing has scrolled away."""
    words = ["plan", "going-home", "--appointment", SOON]
    with Terminal(tmp_path, *words, library=None, size=(100, 30)) as screen:
        screen.wait(lambda: not screen.child.isalive(), "its end")
        while screen.read(0.1):
            pass
        assert screen.text.count("Code: ") == 1
        first = next(line for line in screen.text.splitlines() if "Code: " in line)
        assert b"\x1b[30;47m" in screen.raw
        assert len(first) - len(first.lstrip()) > 40
        for told in ("1. Going home", "Appointment: ", "no name in it", "█"):
            assert told in screen.text


def test_where_no_picture_fits_the_code_is_told_all_the_same(tmp_path: Path) -> None:
    """On a small screen no line is cut, and who asked for the picture is told why there is none."""
    with Terminal(
        tmp_path, "plan", "going-home", "--qr", library=None, size=(40, 30), TERM="linux"
    ) as screen:
        screen.wait(lambda: not screen.child.isalive(), "its end")
        while screen.read(0.1):
            pass
        assert "Code: " in screen.text
        assert "make the window larger" in " ".join("".join(screen.lines).split()).lower()
        assert 'choose "I have a code"' in " ".join(screen.text.split())


@pytest.mark.needs("zbarimg")
def test_a_phone_reads_it(tmp_path: Path, library: str) -> None:
    """What a scanner makes of the picture on paper: the command with the code, then the day and the parts."""
    words = ["plan", "session", "--appointment", SOON, "--qr", "--library", library]
    out = run(tmp_path, *words).out
    drawn = [line for line in out.splitlines() if set(line) & {*"▀▄█"}]
    width = max(map(len, drawn)) + 4
    halves = {" ": (False, False), "▀": (True, False), "▄": (False, True), "█": (True, True)}
    rows = [[halves[letter] for letter in line.ljust(width)] for line in drawn]
    pixels = [[pair[half] for pair in row] for row in rows for half in (0, 1)]
    blank = [[False] * width] * 4
    assert scanned([*blank, *pixels, *blank], tmp_path).split("\n") == [
        f"My plan: edu-tui open {code_in(out)}",
        f"My appointment: {day_in_words(SOON)}",
        "1. A session",
    ]

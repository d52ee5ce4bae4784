"""The review state where content is met: home, pages, questions, paper; and what knowing it costs."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from edu_tui.handout.gather import HandoutSource
from edu_tui.handout.text import as_text
from edu_tui.journey.view import header
from edu_tui.layout.line import plain
from edu_tui.learning.spacing import DAY as A_DAY
from edu_tui.library.open_library import OpenLibrary
from edu_tui.ui.plain.reading import read
from tests.contract.test_processes import PAINT, SAMPLE, WARM
from tests.contract.test_processes import run as run_fresh
from tests.journey.reader import SMALL, Reader
from tests.library.samples import GLOSSARY, MODULE, swap, write, write_library

from .signed import DAY, NOON, sign, withdraw

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.layout.line import Room

NOT_YET = "Not yet reviewed by a clinician"
SIGNED = "Reviewed by Ana Ruiz, MD, on 25 November 2026"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_library(tmp_path / "library")


def reader(folder: Path, *, after: int = 0, room: Room | None = None) -> Reader:
    """Somebody who starts the program so many days after the sign-off."""
    result = Reader(folder, clock=lambda: NOON + after * A_DAY)
    result.room = room or result.room
    return result


def make(folder: Path, kind: str) -> int:
    """Bring `going-home` into that state; the days after the sign-off on which it is so."""
    if kind != "unreviewed":
        sign(folder)
    if kind == "changed":
        write(folder, "en/going-home.yaml", swap("Do not drive until", "Do drive until"))
    if kind == "withdrawn":
        withdraw(folder)
    return 366 if kind == "overdue" else 0


STATES = [
    ("unreviewed", NOT_YET),
    ("reviewed", ""),
    ("changed", "Changed since a clinician reviewed it"),
    ("overdue", "Review by a clinician is overdue"),
    ("withdrawn", "The review of this was withdrawn"),
]
ALL_WORDS = [words for _, words in STATES if words]


@pytest.mark.parametrize(("kind", "words"), STATES)
def test_every_page_of_a_module_says_how_it_stands(folder: Path, kind: str, words: str) -> None:
    """Its front page, a section, a step, a question, how it went, and what is one key away from them; only
    over crisis help stands nothing.
    """
    made = reader(folder, after=make(folder, kind)).choose("Going home")
    seen = [made.text, made.choose("Read about it").text]
    seen += [made.do(action).text for action in ("words", "up", "help", "up")]
    alone = made.do("crisis").text
    assert not [word for word in ALL_WORDS if word in alone]
    made.do("up")
    made.do("up")
    seen += [made.choose("On the day").text, made.choose("Go on").text]
    made.do("up")
    made.choose("See if it is clear")
    seen.append(made.text)
    while not made.has("See all answers"):
        made.do("skip")
    seen += [made.text, made.choose("See all answers").text]
    for text in seen:
        assert [word for word in ALL_WORDS if word in text] == ([words] if words else [])
    assert (f"{SIGNED}." in seen[0]) == (kind == "reviewed")


@pytest.mark.parametrize(("kind", "words"), STATES)
def test_paper_says_how_it_stands(folder: Path, kind: str, words: str) -> None:
    """What `read` prints and what is taken along: at the top, and with each text's version."""
    day = date.fromordinal(date.fromisoformat(DAY).toordinal() + make(folder, kind))
    open_library = OpenLibrary(folder, None)
    printed = read(
        open_library, "going-home", "en", audience="patient", more=False, today=day.isoformat()
    )
    assert f"{words or SIGNED}." in printed.splitlines()[3]
    source = HandoutSource(open_library, "en", "patient")
    for whole in (False, True):
        taken = as_text(source.takeaway(["going-home"], day, whole=whole))
        flat = " ".join(taken.split())
        made_on = flat.partition("Made on ")[2].partition("Your care team")[0]
        assert f"{words or SIGNED}." in made_on
        assert (NOT_YET in made_on) == (kind == "unreviewed")
    versions = flat.partition("These are the versions of the texts:")[2]
    if kind != "unreviewed":
        assert f". {words or SIGNED}." in versions


def test_home_says_what_is_so_of_all(folder: Path) -> None:
    """All unsigned, all signed: the words of one. Else how many, and each row says its own."""
    assert NOT_YET in reader(folder).text
    assert "not reviewed" not in reader(folder).text
    sign(folder)
    made = reader(folder)
    assert "1 of 2 parts is not reviewed" in made.text
    details = {row.label: row.detail for row in made.rows}
    assert "not reviewed" in details["A session"]
    assert "review" not in details["Going home"]
    sign(folder, "session")
    made = reader(folder)
    assert "review" not in made.text
    later = reader(folder, after=366)
    assert "Review by a clinician is overdue" in later.text
    withdraw(folder, "session")
    details = {row.label: row.detail for row in reader(folder).rows}
    assert "review withdrawn" in details["A session"]


def test_home_knows_of_a_word_that_changed(folder: Path) -> None:
    """The index is made anew for a signed module when only the glossary is another."""
    sign(folder)
    cache = folder.parent / "cache"
    open_library = OpenLibrary(folder, cache)
    assert open_library.refresh("en").reviews["going-home"].holds
    open_library.close()
    write(folder, "en/glossary.yaml", swap("Feeling far away.", "Feeling odd.", GLOSSARY))
    open_library = OpenLibrary(folder, cache)
    assert not open_library.refresh("en").reviews["going-home"].holds
    write(folder, "en/glossary.yaml", GLOSSARY)
    assert open_library.refresh("en").reviews["going-home"].holds
    open_library.close()


def test_what_is_opened_is_judged_by_what_it_says(folder: Path) -> None:
    """A file that was changed while the program runs: the page says so, and home from then on."""
    sign(folder)
    made = reader(folder)
    write(folder, "en/going-home.yaml", swap("Do not drive until", "Do drive until", MODULE))
    assert "Changed since" in made.choose("Going home").text
    made.do("home")
    assert "2 of 2 parts are not reviewed" in made.text
    assert "changed since review" in made.text


def test_midnight_ends_a_sign_off_under_a_running_program(folder: Path) -> None:
    """Nobody has to start anew for a last day to be over."""
    sign(folder, until="2026-11-26")
    now = [NOON]
    made = Reader(folder, clock=lambda: now[0]).choose("Going home")
    now[0] += A_DAY
    assert "overdue" not in made.text
    now[0] += A_DAY
    assert "Review by a clinician is overdue" in made.text


def test_a_translation_is_another_text(folder: Path) -> None:
    """Signed in English says nothing of Spanish; what is not translated keeps its own sign-off."""
    sign(folder)
    sign(folder, "session")
    made = reader(folder)
    made.do("language").choose("Español")
    made.visit.contents = made.visit.open_library.refresh("es")
    made.do("home")
    details = {row.label: row.detail for row in made.rows}
    assert "not reviewed" in details["Una sesión"]
    assert "review" not in details["Going home"]


@pytest.mark.parametrize(("kind", "words"), STATES)
def test_the_words_fit_a_small_screen(folder: Path, kind: str, words: str) -> None:
    """At 40 columns the state is there in full, and in few words beside that nothing is kept."""
    made = reader(folder, after=make(folder, kind), room=SMALL).choose("Going home", "On the day")
    view = made.journey.view(SMALL)
    assert view.notice
    assert bool(view.brief) == bool(words)
    for shown, told in ((view, view.brief), (view._replace(notice=""), words)):
        assert plain(header(shown, SMALL)[1]).endswith(told)


def test_the_first_paint_knows_without_a_parser(tmp_path: Path) -> None:
    """With a warm index home says of signed modules that they are, before YAML is imported."""
    library, cache = tmp_path / "library", str(tmp_path / "cache")
    shutil.copytree(SAMPLE, library)
    open_library = OpenLibrary(library, None)
    modules = [
        name for name, entry in open_library.refresh("en").entries.items() if entry.state == "ready"
    ]
    for name in modules:
        sign(library, name, until="2999-01-01")
    run_fresh(tmp_path, WARM, str(library), cache)
    driver = tmp_path / "paint.py"
    driver.write_text(PAINT)
    code = f"import runpy; runpy.run_path({str(driver)!r})"
    message, loaded = run_fresh(tmp_path, code, str(library), cache)
    assert "> 1 The day itself" in message
    assert NOT_YET not in message
    assert not {"yaml", "edu_tui.library.decode.module", "edu_tui.library.index.refresh"} & loaded
    sign(library, modules[0], until="2026-11-26")
    withdraw(library, modules[0])
    run_fresh(tmp_path, WARM, str(library), cache)
    message, loaded = run_fresh(tmp_path, code, str(library), cache)
    assert "review withdrawn" in message
    assert "yaml" not in loaded


def test_a_library_without_sign_offs_reads_nothing_for_them(tmp_path: Path) -> None:
    """Where nobody signed, no text is put together and no hash is made."""
    library, cache = write_library(tmp_path / "library"), tmp_path / "cache"
    tell = f"{WARM}\nprint('LOADED', *sorted(sys.modules))"
    for _ in range(2):
        _, loaded = run_fresh(tmp_path, tell, str(library), str(cache))
        assert "edu_tui.library.index.refresh" in loaded
        assert "edu_tui.model.signed" not in loaded
    sign(library)
    _, loaded = run_fresh(tmp_path, tell, str(library), str(cache))
    assert "edu_tui.model.signed" in loaded

"""The certificate in the program: after a pass and on the module's page, shown and saved as a file."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Self

import pytest

from edu_tui.journey.journey import Journey
from edu_tui.journey.visit import Visit
from edu_tui.library.open_library import OpenLibrary
from edu_tui.records.keeper import Recorder
from edu_tui.staff.certificate.verify import verify_code, verify_paper
from edu_tui.staff.extension import StaffExtension
from edu_tui.staff.profile import STAFF
from edu_tui.staff.records.log import StaffLog
from edu_tui.staff.records.store import StaffFile
from tests.journey.reader import ROOM, SMALL, Reader
from tests.review.signed import sign
from tests.staff.making import MAY, passed, write_library

from .passes import change, code_of, first

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.layout.line import Room

NEXT = {"The patient sleeps": "Stay", "Where do you write": "In the room"}
"""What is right, by how the question begins."""


class Learner(Reader):
    """A learner in the small library."""

    def __init__(self, home: Path, room: Room = ROOM) -> None:
        self.file = StaffFile(home / "staff.sqlite", "north")
        self.file.add("n-104")
        open_library = OpenLibrary(home / "library", None)
        self.room = room
        keeper = Recorder(StaffLog(self.file, "n-104"))
        profile = STAFF._replace(signed_only=False)
        visit = Visit(
            open_library, open_library.refresh("en"), profile, Random(1), keeper, lambda: MAY
        )
        self.journey = Journey(visit, extension=StaffExtension())

    def passes(self) -> Self:
        """Take the assessment, and have everything right."""
        self.choose("Watching a session", "Take the assessment", "Begin")
        for _ in NEXT:
            right = next(answer for ask, answer in NEXT.items() if ask in self.flat)
            self.choose(right).do("next")
        return self.choose("Hand it in", "Yes, hand it in")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with the library in it."""
    write_library(tmp_path / "library")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DOCUMENTS_DIR", raising=False)
    return tmp_path


def test_after_a_pass_it_is_shown_and_saved(home: Path) -> None:
    """What the journey records is enough for a certificate, and what it saves is verified."""
    learner = Learner(home).passes()
    learner.choose("Your certificate")
    certificate = first(learner.file)
    for said in (
        "Watching a session (watching, en)",
        "all 1 right",
        "5 May 2027",
        "Not yet reviewed",
    ):
        assert said in learner.flat
    assert all(half in learner.text for half in code_of(certificate).split())
    learner.choose("Save it as text")
    message = learner.flat.replace(" ", "")
    assert f"Saved:{home / 'certificate-n-104-watching.txt'}" in message
    learner.choose("Save it as a page")
    for ending in ("txt", "html"):
        paper = (home / f"certificate-n-104-watching.{ending}").read_text()
        assert verify_paper(learner.file, paper, "n-104").holds
    learner.choose("Save it as text")
    assert (home / "certificate-n-104-watching-2.txt").exists()
    assert (home / "certificate-n-104-watching.txt").stat().st_mode & 0o077 == 0


def test_it_tells_how_the_text_stood_then(home: Path) -> None:
    """Of a text that was signed, that; what is signed later does not change what is on record."""
    learner = Learner(home).passes()
    before = code_of(first(learner.file))
    sign(home / "library", "watching", until="2127-01-01")
    assert first(learner.file).state == "unreviewed"
    assert verify_code(learner.file, before).holds


def test_on_the_modules_page_only_who_has_passed_has_one(home: Path) -> None:
    """Nobody else is offered one; the row stays, also after the module is passed again."""
    assert not Learner(home).choose("Watching a session").has("Your certificate")
    learner = Learner(home).passes()
    learner.visit.keeper.close()
    again = Learner(home).choose("Watching a session", "Your certificate")
    assert "n-104" in again.text


def test_the_newest_is_shown(home: Path) -> None:
    """Of several passes the latest; the older ones stay on record."""
    learner = Learner(home)
    learner.file.append("n-104", [*passed(1), *passed(2, at=86_400_000)])
    learner = Learner(home).choose("Watching a session", "Your certificate")
    assert "Passed on: 6 May 2026, 12:02 UTC" in learner.flat
    assert "Passed again on" not in learner.flat


def test_a_changed_record_gives_no_certificate(home: Path) -> None:
    """Where an answer behind it was changed by hand it says so, and nothing can be saved."""
    learner = Learner(home).passes()
    learner.do("home").choose("Watching a session", "Your certificate")
    change(
        home / "staff.sqlite",
        "update record set result = 'shown' where kind = 'answered' and unit = '?coffee'",
    )
    assert "were changed after they were made" in learner.flat
    assert not learner.has("Save it")
    learner.do("save", "text")
    assert not list(home.glob("certificate-*"))


def test_records_that_cannot_be_read_end_nothing(home: Path) -> None:
    """The page says why there is none, and the reader can go back."""
    learner = Learner(home).passes().choose("Your certificate")
    learner.file._store.write(lambda db: db.execute("pragma user_version = 99"))
    learner.file.close()
    assert "newer edu-tui" in learner.flat
    assert learner.choose("Go back").has("Done")


def test_a_folder_that_is_not_there_is_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In words that name the file, and it can be tried again."""
    learner = Learner(home).passes().choose("Your certificate")
    monkeypatch.setenv("HOME", str(home / "gone"))
    learner.choose("Save it as text")
    assert "It could not be saved: cannot write" in learner.flat
    monkeypatch.setenv("HOME", str(home))
    assert "Saved: " in learner.choose("Save it as text").flat


def test_it_fits_a_small_screen(home: Path) -> None:
    """At 40 columns neither half of the code is broken."""
    learner = Learner(home, SMALL).passes().choose("Your certificate")
    text, other = code_of(first(learner.file)).split()
    lines = [line.strip() for line in learner.text.splitlines()]
    assert lines[lines.index(f"Code: {text}") + 1] == other

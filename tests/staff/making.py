"""A small library with a course for staff, and what a learner does in it, as events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from edu_tui.staff.learning.event import AttemptEnded
from tests.happened import happened
from tests.library.samples import GLOSSARY, SOURCES, small, write

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.learning.event import Event


MAY = 1_777_982_400_000
"""Noon on 5 May 2026, UTC."""
MINUTE = 60_000
DAY = 24 * 60 * MINUTE

LIBRARY = """\
format: 1
title: {en: Ketamine therapy}
languages: [en]
clinic:
  name: your clinic
crisis:
  - {country: US, name: Emergency, how: Call 911, emergency: true}
courses:
  - id: patient
    title: {en: For patients}
    audience: patient
    modules: [session]
  - id: staff
    title: {en: For staff}
    audience: staff
    mastery: 80
    valid_for: 365
    grace: 30
    modules: [watching, handover]
    skills:
      - {id: vital-signs, title: {en: Takes vital signs}}
      - {id: teach-back, title: {en: Checks by teach-back}}
    roles:
      - {id: nurse, title: {en: Nurse}, modules: [watching, handover], skills: [vital-signs]}
      - {id: front-desk, title: {en: Front desk}, modules: [handover], skills: [teach-back]}
"""

WATCHING = """\
id: watching
title: Watching a session
summary: Who watches, and how.
minutes: 5
objectives:
  - {id: watch, text: Say who is watched.}
sections:
  - id: sight
    title: In sight
    text: |
      A patient stays in sight after a dose.
questions: []
assessment:
  - id: coffee
    kind: single
    must_know: true
    teaches: sight
    ask: The patient sleeps and you want a coffee. What now?
    answer: {text: Stay, why: A sleeping patient is watched.}
    wrong:
      - {id: go, text: Go at once, misconception: sleep-is-safe, why: Sleep may hide trouble.}
      - {id: ask, text: Ask the patient, misconception: they-know, why: They cannot watch themselves.}
  - id: notes
    kind: single
    teaches: sight
    ask: Where do you write your notes?
    answer: {text: In the room, why: You see the patient.}
    wrong:
      - {id: desk, text: At the desk, misconception: notes-first, why: Nobody sees the patient.}
      - {id: home, text: At home, misconception: notes-last, why: Notes are made on time.}
"""


def write_library(folder: Path) -> Path:
    """A course of two modules for staff, one of them with a bank; one module for patients."""
    write(folder, "library.yaml", LIBRARY)
    write(folder, "sources.yaml", SOURCES)
    write(folder, "reviews.yaml", "reviews: []\n")
    write(folder, "en/glossary.yaml", GLOSSARY)
    write(folder, "en/session.yaml", small("session", "A session", "You rest in a chair."))
    write(folder, "en/watching.yaml", WATCHING.replace("questions: []\n", ""))
    write(folder, "en/handover.yaml", small("handover", "Handover", "Say it, hear it said back."))
    return folder


def staff_path(home: Path) -> Path:
    """Where the program keeps staff records in that home."""
    return home / ".local" / "share" / "edu-tui" / "staff.sqlite"


def record(kind: str, at: int, unit: str = "", module: str = "watching", **detail: Any) -> Event:
    """Something that happened, at so many milliseconds after noon on 5 May 2026."""
    return happened(kind, MAY + at, module, "en", "1a2b3c4d", unit, "5e6f", detail)


def ended_as(kind: Literal["passed", "failed"], end: Event) -> Event:
    """The same end of an attempt, but for what it came to."""
    assert isinstance(end.fact, AttemptEnded)
    return end._replace(fact=end.fact._replace(kind=kind))


def attempt_id(number: int) -> str:
    """A UUID that tests know."""
    return str(UUID(int=number, version=4))


def answered(attempt: str, item: str, at: int, **more: Any) -> Event:
    """An answer that was handed in."""
    given = {"attempt": attempt, "course": "staff", "behaviour": "assess", "chosen": ["answer"]}
    told = {"try": 1, "verdict": "right", "must_know": False, "misconceptions": []}
    return record("answered", at, f"?{item}", **{**given, **told, **more})


def passed(number: int = 1, at: int = 0, **more: Any) -> list[Event]:
    """A whole attempt that was passed: five must-knows right, and of five others one at the second try."""
    attempt = attempt_id(number)
    items = [*(f"safe-{n}" for n in range(5)), *(f"other-{n}" for n in range(5))]
    began: dict[str, Any] = {
        "attempt": attempt, "course": "staff", "seed": 7, "drawn": items, "versions": ["9"] * 10,
        "scope": "all", "tries": 2, "mastery": 80,
    }  # fmt: skip
    end = {
        "attempt": attempt, "course": "staff", "title": "Watching a session", "scope": "all",
        "first": [4, 5], "final": [5, 5], "must_know": [5, 5], "mastery": 80,
        "parts": {"sight": "5e6f"}, "hash": "c0ffee" * 8, "state": "unreviewed",
        "until": "2027-05-05", **more,
    }  # fmt: skip
    wrong: dict[str, Any] = {
        "verdict": "shown",
        "misconceptions": ["sleep-is-safe"],
        "chosen": ["go"],
    }
    first = [
        answered(
            attempt,
            item,
            at + MINUTE,
            must_know=item.startswith("safe"),
            **(wrong if item == "other-2" else {}),
        )
        for item in items
    ]
    again = answered(attempt, "other-2", at + 2 * MINUTE, **{"try": 2})
    return [record("began", at, **began), *first, again, record("passed", at + 2 * MINUTE, **end)]

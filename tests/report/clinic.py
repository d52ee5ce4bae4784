"""A clinic for reports: a small staff course that is edited like an author does, and records as the program keeps them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from edu_tui.library.open_library import OpenLibrary
from edu_tui.model.version import asked_version, module_version, unit_versions
from edu_tui.staff.records.store import StaffFile
from tests.happened import happened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from edu_tui.model.library import Course
    from edu_tui.model.module import Module

LIBRARY = """\
format: 1
title: {en: Ketamine therapy}
languages: [en]
clinic: {name: your clinic}
crisis:
  - {country: US, name: Emergency, how: Call 911, emergency: true}
courses:
  - id: staff
    title: {en: Onboarding}
    audience: staff
    modules: [watching, waste]
    mastery: 80
    valid_for: 365
    grace: 30
    skills:
      - {id: signs, title: {en: Takes vital signs}}
      - {id: witness, title: {en: Wastes with a witness}}
    roles:
      - {id: nurse, title: {en: Nurse}, modules: [watching, waste], skills: [signs, witness]}
      - {id: desk, title: {en: Front desk}, modules: [watching], skills: []}
"""
WATCHING = """\
id: watching
title: Watching the patient
summary: What to measure and when.
minutes: 3
objectives:
  - {id: measure, text: Say what is measured.}
sections:
  - id: spray
    title: After the spray
    text: Two hours is the least.
    key_message: Two hours is the least.
  - id: alert
    title: How awake they are
    text: A falling score is a reason to call.
    key_message: Call early.
assessment:
  - id: two-hours
    kind: single
    must_know: true
    teaches: spray
    ask: How long is the least?
    answer: {text: Two hours, why: It is the least.}
    wrong:
      - {id: one, text: One hour, misconception: feeling-fine-is-enough, why: Too short.}
      - {id: ride, text: Until the ride comes, misconception: ride-means-ready, why: No.}
  - id: sort
    kind: judge
    teaches: alert
    ask: Sort them.
    groups: [Call, Watch]
    situations:
      - {id: falls, text: The score falls, group: Call, why: Call early.}
      - {id: awake, text: Awake and steady, group: Watch, why: Go on.}
  - id: steps
    kind: order
    teaches: alert
    ask: Put them in order.
    in_order:
      - {id: look, text: Look}
      - {id: call, text: Call}
      - {id: note, text: Note it}
    why: Notes come last.
"""
WASTE = """\
id: waste
title: Wasting a dose
summary: Never alone.
minutes: 2
objectives:
  - {id: two, text: Say who has to be there.}
sections:
  - id: witness
    title: Two people
    text: Two people waste a dose.
    key_message: Never alone.
assessment:
  - id: alone
    kind: single
    must_know: true
    teaches: witness
    ask: Who wastes a dose?
    answer: {text: Two people, why: So nobody is alone.}
    wrong:
      - {id: me, text: I do, misconception: trust-is-enough, why: Never alone.}
      - {id: boss, text: The lead alone, misconception: rank-is-enough, why: Never alone.}
"""
MODULES = {"watching": WATCHING, "waste": WASTE}


def write_library(folder: Path) -> Path:
    """The library in a real folder."""
    (folder / "en").mkdir(parents=True)
    (folder / "library.yaml").write_text(LIBRARY)
    (folder / "sources.yaml").write_text("references: []\n")
    (folder / "en" / "glossary.yaml").write_text("terms: []\n")
    for name, text in MODULES.items():
        (folder / "en" / f"{name}.yaml").write_text(text)
    return folder


def moment(day: str, second: int = 0) -> int:
    """Noon of that day where this runs, in milliseconds."""
    return round(datetime.fromisoformat(f"{day}T12:00:00").timestamp() * 1000) + second * 1000


class Clinic:
    """One device of one clinic."""

    def __init__(self, folder: Path, site: str = "north", name: str = "staff.sqlite") -> None:
        self.library = folder / "library"
        if not self.library.exists():
            write_library(self.library)
        self.path = folder / name
        self.file = StaffFile(self.path, site)
        self._ids = self._made(site + name)
        self._seconds = 0

    def _made(self, seed: str) -> Iterator[str]:
        from random import Random

        rng = Random(seed)
        while True:
            yield str(UUID(int=rng.getrandbits(128), version=4))

    @property
    def open_library(self) -> OpenLibrary:
        return OpenLibrary(self.library, None)

    @property
    def course(self) -> Course:
        return self.open_library.library().courses[0]

    def module(self, name: str) -> Module:
        return self.open_library.module(name, "en")

    def edit(self, module: str, before: str, after: str) -> None:
        """As an author edits a file."""
        path = self.library / "en" / f"{module}.yaml"
        text = path.read_text()
        assert before in text
        path.write_text(text.replace(before, after))

    def close(self) -> Clinic:
        self.file.close()
        return self

    # what happened

    def record(self, learner: str, kind: Any, day: str, module: str = "", unit: str = "", unit_version: str = "", **detail: Any) -> None:  # fmt: skip
        self._seconds += 1
        version = module_version(self.module(module)) if module else ""
        event = happened(kind, moment(day, self._seconds), module, "en" if module else "", version, unit, unit_version, {"course": "staff", **detail}, next(self._ids))  # fmt: skip
        self.file.append(learner, [event])

    def enrol(self, learner: str, role: str = "nurse", hired: str = "2026-11-01") -> Clinic:
        self.file.add(learner)
        self.record(learner, "enrolled", hired, role=role, hired=hired)
        return self

    def read(self, learner: str, module: str, day: str) -> Clinic:
        self.record(learner, "completed", day, module)
        return self

    def begin(self, learner: str, module: str, day: str, attempt: str = "") -> str:
        attempt = attempt or next(self._ids)
        self.record(learner, "began", day, module, attempt=attempt, seed=1, drawn=["two-hours"], versions=["x"], scope="all", tries=2, mastery=80)  # fmt: skip
        return attempt

    def passed(self, learner: str, module: str, day: str, until: str = "") -> Clinic:
        return self._ended(learner, "passed", module, day, until)

    def failed(self, learner: str, module: str, day: str) -> Clinic:
        return self._ended(learner, "failed", module, day, "")

    def _ended(self, learner: str, kind: str, module: str, day: str, until: str) -> Clinic:
        attempt = self.begin(learner, module, day)
        parts = unit_versions(self.module(module)) if kind == "passed" else {}
        self.record(learner, kind, day, module, attempt=attempt, scope="all", first=[2, 2], final=[2, 2], must_know=[1, 1], mastery=80, parts=parts, hash="h", until=until)  # fmt: skip
        return self

    def seen(self, learner: str, skill: str, day: str, result: str = "can") -> Clinic:
        self.record(learner, "observed", day, skill=skill, observer="rn-7", result=result, note="")
        return self

    def answered(self, learner: str, module: str, item: str, verdict: str, chosen: list[Any] | None = None, misconceptions: tuple[str, ...] = (), number: int = 1, day: str = "2026-11-20") -> Clinic:  # fmt: skip
        question = next(
            question for question in self.module(module).assessment if question.id == item
        )
        self.record(learner, "answered", day, module, f"?{item}", asked_version(question), attempt=next(self._ids), behaviour="assess", chosen=chosen or [], verdict=verdict, must_know=question.must_know, misconceptions=list(misconceptions), **{"try": number})  # fmt: skip
        return self


def busy(clinic: Clinic) -> Clinic:
    """A few weeks of a clinic: one is ready, one has begun, one is overdue, the desk is new."""
    clinic.enrol("n-101", hired="2026-10-01")
    modules = ("watching", "waste")
    for module in modules:
        clinic.read("n-101", module, "2026-10-02")
    for module in modules:
        clinic.passed("n-101", module, "2026-10-05", "2027-10-05")
    clinic.seen("n-101", "signs", "2026-10-06").seen("n-101", "witness", "2026-10-07")
    clinic.enrol("n-102", hired="2026-11-02").read("n-102", "watching", "2026-11-10")
    clinic.failed("n-102", "watching", "2026-11-11").seen("n-102", "signs", "2026-11-12", "not-yet")
    clinic.enrol("n-103", hired="2025-10-01")
    clinic.passed("n-103", "watching", "2025-10-10", "2026-10-10")
    clinic.passed("n-103", "waste", "2025-12-10", "2026-12-10")
    clinic.enrol("d-201", role="desk", hired="2026-11-20")
    clinic.answered("n-101", "watching", "two-hours", "right", ["answer"])
    clinic.answered("n-102", "watching", "two-hours", "shown", ["one"], ("feeling-fine-is-enough",))
    clinic.answered("n-103", "watching", "two-hours", "shown", ["one"], ("feeling-fine-is-enough",))
    clinic.answered("n-102", "watching", "two-hours", "right", ["answer"], number=2)
    clinic.answered("n-102", "watching", "sort", "shown", [["falls", "Watch"], ["awake", "Watch"]])
    clinic.answered("n-103", "watching", "steps", "shown", ["look", "note", "call"])
    clinic.answered("n-101", "watching", "steps", "unsure")
    clinic.answered("n-101", "watching", "sort", "blank")
    clinic.answered("n-101", "waste", "alone", "right", ["answer"])
    return clinic.close()

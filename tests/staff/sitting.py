"""A learner in the shipped staff course, sitting an assessment through the real journey and the real file."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from edu_tui.journey.journey import Journey
from edu_tui.journey.visit import Visit
from edu_tui.model.kinds.body import groups_in
from edu_tui.model.kinds.choice import Choice
from edu_tui.records.keeper import Recorder
from edu_tui.staff.extension import StaffExtension
from edu_tui.staff.learning.attempts import attempts_in
from edu_tui.staff.profile import STAFF
from edu_tui.staff.records.log import StaffLog
from edu_tui.staff.records.store import StaffFile
from edu_tui.system.paths import shipped_library
from tests.happened import happened
from tests.journey.reader import ROOM, Reader
from tests.opened import opened

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.model.question import Question

MODULE = "staff-roles"
TITLE = "Roles and the session"
NOON = 1_795_608_000_000
"""25 November 2026, 12:00 UTC."""
A_DAY = 86_400_000


class Clock:
    """A clock that stands until it is told."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> int:
        return self.now


class Learner(Reader):
    """One learner at the program; made again on the same file, they come back."""

    def __init__(self, path: Path, learner: str = "n-104", clock: Clock | None = None, folder: Path | None = None) -> None:  # fmt: skip
        self.clock = clock or Clock()
        self.file = StaffFile(path, "north", clock=lambda: self.clock() / 1000)
        self.file.add(learner)
        open_library = opened(folder or shipped_library())
        self.room = ROOM
        keeper = Recorder(StaffLog(self.file, learner))
        profile = STAFF._replace(signed_only=False)
        visit = Visit(
            open_library, open_library.refresh("en"), profile, Random(learner), keeper, self.clock
        )
        self.journey = Journey(visit, extension=StaffExtension())

    def begin(self) -> Learner:
        """Open the module and begin its assessment, or go on with it."""
        self.choose(TITLE)
        label = (
            "Go on with your assessment" if self.has("Go on with your") else "Take the assessment"
        )
        self.choose(label)
        self.choose("Go on with" if self.has("Go on with") else "Begin")
        return self

    def question(self) -> Question:
        """The question that is shown."""
        bank = self.visit.module(MODULE).assessment
        shown = self.flat
        return next(question for question in bank if " ".join(question.ask.split()) in shown)

    def reply(self, *, right: bool = True) -> Question:
        """Answer the question that is shown, and go on to the next."""
        question = self.question()
        body = question.body
        if isinstance(body, Choice):
            good = [option for option in body.options if option.right]
            bad = [option for option in body.options if not option.right]
            chosen = good if right else [*bad, *good][: len(good)]
            for option in chosen:
                self.do("option", option.id)
        elif body.groups:
            for part, group in groups_in(body.right).items():
                other = next(one for one in body.groups if one != group)
                self.do("situation", part)
                self.do("group", group if right else other)
        else:
            ids = [key for key in question.body.right if isinstance(key, str)]
            for key in ids if right else reversed(ids):
                self.do("option", key)
        self.do("next")
        return question

    def take_back(self) -> None:
        """Take back what is chosen, where that is how it is changed."""
        bank = {one.id: one for one in self.visit.module(MODULE).assessment}
        drafts = next(iter(attempts_in(self.visit.history).drafts.values()))
        question = self.question()
        if question.kind in {"multiple", "order"}:
            for key in drafts[f"1 {question.id}"].chosen:
                assert isinstance(key, str)
                self.do("option", key)
        assert question.id in bank

    def answer_all(self, wrong: tuple[str, ...] = ()) -> list[str]:
        """Answer all that is left, those families wrong; families in the order asked."""
        asked = []
        while "overview" not in self.text.splitlines()[0]:
            question = self.question()
            self.reply(right=question.family not in wrong)
            asked.append(question.family)
        return asked

    def hand_in(self) -> Learner:
        """Hand in, and be sure."""
        self.choose("Hand it in")
        self.choose("Yes, hand it in")
        return self

    def home(self) -> Learner:
        """Go home."""
        self.do("home")
        return self


def reasons(question: Question) -> list[str]:
    """Everything that an author says of its answers."""
    body = question.body
    return [reason.why for reason in body.review(body.empty) if reason.why]


def enrol(file: StaffFile, learner: str, *, at: int = NOON, role: str = "nurse", hired: str = "2026-11-01") -> None:  # fmt: skip
    """As a manager does it."""
    file.add(learner)
    detail = {"course": "staff", "role": role, "hired": hired}
    file.append(learner, [happened("enrolled", at, detail=detail)])

"""A small library whose one staff module has a bank, and a learner who sits its assessment."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING, Self

from edu_tui.journey.journey import Journey
from edu_tui.journey.visit import Visit
from edu_tui.library.open_library import OpenLibrary
from edu_tui.records.keeper import Recorder
from edu_tui.staff.profile import STAFF
from edu_tui.staff.records.log import StaffLog
from edu_tui.staff.records.store import StaffFile
from tests.happened import happened
from tests.journey.reader import ROOM, Reader
from tests.library.samples import write
from tests.slices import extension_of

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.journey.profile import Profile
    from edu_tui.layout.line import Room
    from edu_tui.staff.records.record import Record

TITLE = "Watching over patients"
NOON = 1_795_608_000_000
"""25 November 2026, 12:00 UTC."""
DAY = 86_400_000
MUST = 6
OTHERS = 5

LIBRARY = """\
format: 1
title: {en: Ketamine therapy, es: Terapia con ketamina}
languages: [en, es]
crisis:
  - {country: US, name: 988 Lifeline, how: Call or text 988, when: any time}
courses:
  - {id: patient, title: For patients, audience: patient, modules: [session]}
  - id: staff
    title: For staff
    audience: staff
    mastery: 80
    valid_for: 365
    modules: [watching, session]
    skills:
      - {id: vital-signs, title: Takes vital signs}
    roles:
      - {id: nurse, title: Nurse, modules: [watching], skills: [vital-signs]}
      - {id: desk, title: Front desk, modules: [session], skills: []}
"""
SESSION = """\
id: session
title: A session
summary: What happens.
minutes: 2
sections:
  - id: first
    title: The day
    text: You rest in a chair.
"""
HEAD = f"""\
id: watching
title: {TITLE}
summary: What to watch, and when to call.
minutes: 3
sections:
  - id: signs
    title: What to watch
    text: Look at the patient first.
  - id: calling
    title: When to call
    text: Call early.
  - id: tea
    title: Tea and coffee
    text: There is a kettle.
questions:
  - id: practice
    kind: single
    teaches: signs
    ask: What do you look at first?
    answer: {{text: The patient, why: They tell most.}}
    wrong:
      - {{id: screen, text: The screen, misconception: screens-know, why: It comes second.}}
      - {{id: clock, text: The clock, misconception: time-tells, why: It comes last.}}
assessment:
"""
ITEM = """\
  - id: {id}
    {more}kind: single
    teaches: {teaches}
    ask: What about {id}, as it stands?
    answer: {{text: The right thing about {id}, why: Because {id} is so.}}
    wrong:
      - {{id: a, text: A slip about {id}, misconception: haste, why: Haste misses {id}.}}
      - {{id: b, text: A guess about {id}, misconception: luck, why: Luck misses {id}.}}
"""


def bank_item(name: str, teaches: str, *, must_know: bool = False, variant_of: str = "") -> str:
    """One item of the bank."""
    more = "must_know: true\n    " if must_know else ""
    more += f"variant_of: {variant_of}\n    " if variant_of else ""
    return ITEM.format(id=name, teaches=teaches, more=more)


def module() -> str:
    """Six must-know families of two items each, about calling; five others of one, about signs."""
    items = []
    for n in range(1, MUST + 1):
        items.append(bank_item(f"safe-{n}", "calling", must_know=True))
        items.append(bank_item(f"safe-{n}-too", "calling", must_know=True, variant_of=f"safe-{n}"))
    items += [bank_item(f"rest-{n}", "signs") for n in range(1, OTHERS + 1)]
    return HEAD + "".join(items)


def write_banked(folder: Path) -> Path:
    """The library; in Spanish the module has the same ids and other words."""
    write(folder, "library.yaml", LIBRARY)
    write(folder, "sources.yaml", "references: []\n")
    write(folder, "en/session.yaml", SESSION)
    write(folder, "en/watching.yaml", module())
    spanish = module().replace("What about", "Que hay de").replace(TITLE, "Cuidar")
    write(folder, "es/watching.yaml", spanish)
    return folder


class Clock:
    """Stands until it is told."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> int:
        return self.now


class Learner(Reader):
    """One learner at the program; made again on the same folder, they come back."""

    def __init__(
        self,
        folder: Path,
        learner: str = "n-104",
        *,
        clock: Clock | None = None,
        room: Room = ROOM,
        language: str = "en",
        profile: Profile = STAFF,
    ) -> None:
        library = folder / "library"
        if not library.exists():
            write_banked(library)
        self.module_file = library / "en" / "watching.yaml"
        self.file = StaffFile(folder / "staff.sqlite", "north", clock=lambda: self.clock() / 1000)
        self.file.add(learner)
        self.learner = learner
        self.clock = clock or Clock()
        self.room = room
        open_library = OpenLibrary(library, None)
        keeper = Recorder(StaffLog(self.file, learner))
        shown = profile._replace(signed_only=False)
        contents = open_library.refresh(language)
        self.journey = Journey(
            Visit(open_library, contents, shown, Random(learner), keeper, self.clock),
            extension=extension_of(shown),
        )

    def change(self, old: str, new: str) -> None:
        """An author changes the module; it has to say that."""
        text = self.module_file.read_text(encoding="utf-8")
        assert old in text, old
        self.module_file.write_text(text.replace(old, new), encoding="utf-8")

    def enrol(self, hired: str, role: str = "nurse") -> None:
        """As a manager does it."""
        detail = {"course": "staff", "role": role, "hired": hired}
        self.file.append(self.learner, [happened("enrolled", NOON, detail=detail)])

    def records(self, kind: str) -> list[Record]:
        """What is on record of that kind, in order."""
        return [row for _, row in self.file.records("kind = ?", (kind,))]

    # the assessment

    def open(self) -> Self:
        """The first page of the assessment."""
        going_on = self.do("home").choose(TITLE).has("Go on with your assessment")
        return self.choose("Go on with your assessment" if going_on else "Take the assessment")

    def begin(self) -> Self:
        """Begin it, or go on with it."""
        self.open()
        return self.choose("Go on with" if self.has("Go on with") else "Begin")

    @property
    def asked(self) -> str:
        """Id of the item that is shown; empty at the overview."""
        match = re.search(r"What about ([a-z0-9-]+), as it stands", self.flat)
        return match[1] if match and "overview" not in self.text.splitlines()[0] else ""

    def answer_all(self, *wrong: str) -> list[str]:
        """Answer what is left, those families wrong; the items, in the order asked."""
        done = []
        while name := self.asked:
            right = name.removesuffix("-too") not in wrong
            self.choose("The right thing" if right else "A slip")
            done.append(name)
            self.do("next")
        return done

    def hand_in(self) -> Self:
        """Hand in, and be sure."""
        return self.choose("Hand it in", "Yes, hand it in")

    def passed(self) -> Self:
        """Sit it and pass."""
        self.begin().answer_all()
        return self.hand_in()

    @property
    def state(self) -> str:
        """What home says of the module, besides its minutes."""
        self.do("home")
        row = next(row for row in self.rows if row.do.what == "watching" and row.label == TITLE)
        return row.detail.removesuffix("3 min").rstrip()

    def read_all(self) -> Self:
        """Read every section that there is."""
        self.do("home").choose(TITLE)
        self.choose("Go on reading" if self.has("Go on reading") else "Read about it")
        while not self.has("Finish"):
            self.do("next")
        return self.choose("Finish")

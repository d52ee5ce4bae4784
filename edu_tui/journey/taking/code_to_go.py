"""A code to go on with at home: how far the visitor came, in large letters, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.action import Action
from edu_tui.journey.place import Navigation, Place
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.line import cells, line
from edu_tui.layout.part import Drawn, Gap, words
from edu_tui.learning.resume_code import ResumeState, code_of, how_much
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part


def way_so_far(visit: Visit) -> ResumeState:
    """How far the reader came: modules read to their end, and those with something to talk about."""
    entries, history = visit.contents.entries, visit.history
    begun = {name: entries[name] for name in history.traces if name in entries}
    read = {name for name, entry in begun.items() if visit.standing(name).is_read(entry.parts)}
    talk = {name for name in begun if visit.standing(name).to_talk_about}
    talk |= {ask.module for ask in visit.asks.asks if ask.module in entries}
    return ResumeState(frozenset(read), frozenset(talk))


def code_so_far(visit: Visit) -> str:
    """The code of that; empty where there is nothing to go on from yet."""
    way = way_so_far(visit)
    course = visit.contents.library.for_patients()
    held = {name for name in course if name in way.read | way.talk}
    return code_of(way, course) if held else ""


class CodeToGo(Place):
    """The code, made anew each time it is looked at."""

    alone: ClassVar[bool] = True

    @override
    def view(self, room: Room) -> View:
        """The code in groups, then what to do at home."""
        code = code_so_far(self.visit)
        parts = _told(self.visit, code, room) if code else _nothing()
        return View(
            where=(say("A code to go on at home"),),
            parts=(*parts, Gap(), Row(Request(Action.UP), say("Go back"))),
            keys=frozenset({Action.BACK, Action.UP, Action.HOME}),
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Nothing but the way back."""
        return None


def _told(visit: Visit, code: str, room: Room) -> list[Part]:
    tight = 0 < room.height < 16
    parts: list[Part] = [words(say("Write this down, or take a picture:"))]
    parts += [] if tight else [Gap()]
    parts += _letters(code, room)
    parts += [] if tight else [Gap()]
    parts.append(words(say("At home, where edu-tui is, type: edu-tui resume {code}", code=code)))
    parts.append(
        words(say("It says what you read and where you had questions. It has no name in it."))
    )
    if how_much(len(visit.contents.library.for_patients())) != "all":
        parts.append(words(say("It has room for what you read, not for your questions.")))
    return parts


def _letters(code: str, room: Room) -> list[Part]:
    """Each letter by itself; one group a line where it is narrow, and where it is read aloud."""
    groups = ["  ".join(group) for group in code.split("-")]
    beside = "    " + "      ".join(groups)
    if room.medium != "words" and cells(beside) <= room.width:
        return [Drawn(((line(beside, "strong"),),))]
    each = (say("Group {n}:", n=number) for number in range(1, len(groups) + 1))
    return [
        words(f"{name} {' '.join(group.split())}", "strong")
        for name, group in zip(each, groups, strict=True)
    ]


def _nothing() -> list[Part]:
    return [words(say("Read a part to its end first. Then there is a code to go on with."))]

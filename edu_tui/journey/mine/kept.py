"""What is kept about the reader: where, how much, and how to have it forgotten or not kept at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.days import day_of, typed_day
from edu_tui.journey.place import STAY, Move, Place, push
from edu_tui.journey.reading.units import unit_title
from edu_tui.journey.view import Do, Field, Row, View
from edu_tui.layout.day import day_in_words
from edu_tui.layout.part import Gap, Heading, words
from edu_tui.learning.event import AppointmentSet
from edu_tui.system.errors import BrokenModuleError
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.learning.history import History
    from edu_tui.learning.trace import Trace


class Kept(Place):
    """The front page of it."""

    alone: ClassVar[bool] = True
    tells_trouble: ClassVar[bool] = True

    def view(self, visit: Visit, room: Room) -> View:
        """Where and how much, then what can be done."""
        del room
        parts: list[Part | Row] = [*_told(visit), Gap()]
        if visit.keeper.can_keep:
            label = (
                say("Just reading: keep nothing from now on")
                if visit.keeper.on
                else say("Keep what I do again")
            )
            parts.append(Row(Do("private"), label))
        day = visit.history.appointment
        shown = day_in_words(day) if day else say("not set")
        parts.append(Row(Do("appointment"), say("My next appointment"), detail=shown))
        if visit.history.traces:
            parts.append(Row(Do("parts"), say("Forget one part or one answer")))
        if not visit.history.is_empty:
            parts.append(Row(Do("all"), say("Forget everything")))
        parts.append(Row(Do("up"), say("Go back")))
        return View(where=(say("What is kept about me"),), parts=tuple(parts), keys=KEYS)

    def do(self, visit: Visit, do: Do) -> Move | None:
        """Go to what was chosen."""
        if do.action == "appointment":
            return push(Appointment())
        if do.action == "parts":
            return push(Begun())
        if do.action == "all":
            return push(Sure("", ""))
        return STAY if do.action == "kept" else None


KEYS = frozenset({"back", "up", "home"})


def _told(visit: Visit) -> list[Part]:
    keeper, history = visit.keeper, visit.history
    if not keeper.can_keep:
        said = say("Nothing is kept. What you do here is gone when you quit.")
        return [words(said)]
    made: list[Part] = []
    trouble = keeper.trouble or keeper.notice
    if trouble:
        made += [words(trouble, "talk"), Gap()]
    made += [words(one) for one in _how(visit) if one]
    return [*made, words(_counted(history)), words(str(keeper.path), "soft")]


def _how(visit: Visit) -> tuple[str, ...]:
    """Whether it is kept from now on, and what of it is not."""
    keeper = visit.keeper
    if keeper.trouble:
        return ()
    if not keeper.on:
        return (say("You are just reading: nothing is kept from now on."),)
    kept = say(
        "What you read and answer is kept on this computer, so that you can go on where you "
        "stopped. It is sent to nobody."
    )
    lost = say("What you did while just reading is not kept.") if keeper.unkept else ""
    return (kept, lost)


def _counted(history: History) -> str:
    """What there is, in a line; what there is none of is not named."""
    parts, asks, drafts = len(history.traces), len(history.asks), len(history.drafts.all)
    answers = sum(len(trace.answers) for trace in history.traces.values())
    counts = (
        say("{n} part begun", "{n} parts begun", n=parts) if parts else "",
        say("{n} answer", "{n} answers", n=answers) if answers else "",
        say("{n} question on my list", "{n} questions on my list", n=asks) if asks else "",
        say("{n} question not added yet", "{n} questions not added yet", n=drafts)
        if drafts
        else "",
    )
    return ", ".join(one for one in counts if one) + "." if any(counts) else ""


class Appointment(Place):
    """The day after which no more questions are offered."""

    def __init__(self) -> None:
        self._text = ""

    def view(self, visit: Visit, room: Room) -> View:
        """A field for the day."""
        del room
        told = words(say("Until that day a few short questions come back, to keep them fresh."))
        rows = [Row(Do("keep"), say("Set this day"))]
        if visit.history.appointment:
            rows.append(Row(Do("none"), say("I have no appointment")))
        return View(
            where=(say("My next appointment"),),
            parts=(told, Gap(), *rows, Row(Do("up"), say("Go back"))),
            keys=frozenset({"up"}),
            field=Field(say("Day, such as 1 December 2026"), self._text, live=False),
        )

    def typed(self, visit: Visit, text: str) -> None:
        """The words so far."""
        del visit
        self._text = text

    def do(self, visit: Visit, do: Do) -> Move | None:
        """Keep the day, or none."""
        if do.action == "none":
            visit.did(AppointmentSet(""))
            return Move("pop", said=say("No appointment is set."))
        if do.action != "keep":
            return None
        day = typed_day(self._text)
        if not day:
            return Move("stay", said=say("Type the day like this: 1 December 2026."))
        if day < day_of(visit.clock()):
            return Move("stay", said=say("That day is over. Type a day to come."))
        visit.did(AppointmentSet(day))
        return Move("pop", said=say("Your appointment: {day}.", day=day_in_words(day)))


class Begun(Place):
    """Every part that was begun."""

    def view(self, visit: Visit, room: Room) -> View:
        """One row a module."""
        del room
        rows = [
            Row(Do("of", name), _title(visit, name), detail=_counts(trace))
            for name, trace in visit.history.traces.items()
        ]
        ask = words(say("Which part?"))
        return View(
            where=(say("Forget one part or one answer"),),
            parts=(ask, Gap(), *rows, Row(Do("up"), say("Go back"))),
            keys=KEYS,
        )

    def do(self, visit: Visit, do: Do) -> Move | None:
        """Look into that module."""
        del visit
        return push(Within(do.what)) if do.action == "of" else None


class Within(Place):
    """What is kept of one module."""

    def __init__(self, module: str) -> None:
        self._module = module

    def view(self, visit: Visit, room: Room) -> View:
        """The whole, its sections, its answers."""
        del room
        trace = visit.history.trace(self._module)
        rows = [Row(Do("forget", ""), say("Everything in this part"), detail=_counts(trace))]
        rows += [
            Row(Do("forget", name), _unit(visit, self._module, name), detail=say("read"))
            for name in trace.read
        ]
        rows += [
            Row(Do("forget", name), _unit(visit, self._module, name), detail=say("answered"))
            for name in trace.answers
        ]
        ask = words(say("What should be forgotten?"))
        return View(
            where=(_title(visit, self._module),),
            parts=(ask, Gap(), *rows, Row(Do("up"), say("Go back"))),
            keys=KEYS,
        )

    def do(self, visit: Visit, do: Do) -> Move | None:
        """Ask once whether that is meant."""
        del visit
        return push(Sure(self._module, do.what)) if do.action == "forget" else None


class Sure(Place):
    """Asked once before anything is forgotten: what goes, and that it does not come back."""

    tells_trouble: ClassVar[bool] = True

    def __init__(self, module: str, unit: str) -> None:
        self._module = module
        self._unit = unit

    def view(self, visit: Visit, room: Room) -> View:
        """What goes; the row that keeps it comes first."""
        del room
        parts = (
            Heading(say("Forget this?")),
            Gap(),
            words(self._goes(visit)),
            words(say("It is deleted from this computer. It cannot be brought back.")),
            words(say("Papers that you saved or exported stay where you put them."), "soft"),
            Gap(),
            Row(Do("up"), say("Keep it and go back")),
            Row(Do("sure"), say("Forget it")),
        )
        return View(where=(say("What is kept about me"),), parts=parts, keys=KEYS)

    def _goes(self, visit: Visit) -> str:
        history = visit.history
        if not self._module:
            found = _counted(history)
            day = say("Your appointment.") if history.appointment else ""
            return " ".join(one for one in (say("Everything."), found, day) if one)
        title = _title(visit, self._module)
        if not self._unit:
            return f"{title}: {_counts(history.trace(self._module))}."
        return f"{title}: {_unit(visit, self._module, self._unit)}"

    def do(self, visit: Visit, do: Do) -> Move | None:
        """Forget it."""
        if do.action != "sure":
            return None
        if not visit.forget(self._module, self._unit):
            why = visit.keeper.trouble
            return Move("stay", said=say("Nothing was deleted. {why}", why=why))
        return Move("home", said=say("It is forgotten."))


def _counts(trace: Trace) -> str:
    read, answers = len(trace.read) + len(trace.walked), len(trace.answers)
    counts = (
        say("{n} page read", "{n} pages read", n=read) if read else "",
        say("{n} answer", "{n} answers", n=answers) if answers else "",
    )
    return ", ".join(one for one in counts if one) or say("begun")


def _title(visit: Visit, module: str) -> str:
    entry = visit.contents.entries.get(module)
    return entry.title if entry else module


def _unit(visit: Visit, module: str, unit: str) -> str:
    try:
        return unit_title(visit.module(module), unit, visit.voice().clinic) or unit
    except BrokenModuleError:
        return unit

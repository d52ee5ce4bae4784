"""What is kept about the reader: where, how much, and how to have it forgotten or not kept at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.action import Action
from edu_tui.journey.days import day_of, typed_day
from edu_tui.journey.place import STAY, Navigation, Place, push
from edu_tui.journey.plan.planned import plan_rows
from edu_tui.journey.reading.units import unit_title
from edu_tui.journey.view import Field, Request, Row, View
from edu_tui.layout.day import day_in_words
from edu_tui.layout.part import Gap, Heading, words
from edu_tui.learning.event import AppointmentSet
from edu_tui.system.errors import BrokenModuleError
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.learning.history import History


class WhatIsKept(Place):
    """The front page of it."""

    alone: ClassVar[bool] = True
    tells_trouble: ClassVar[bool] = True

    @override
    def view(self, room: Room) -> View:
        """Where and how much, then what can be done."""
        parts: list[Part | Row] = [*_told(self.visit), Gap()]
        if self.visit.keeper.can_keep:
            label = (
                say("Just reading: keep nothing from now on")
                if self.visit.keeper.on
                else say("Keep what I do again")
            )
            parts.append(Row(Request(Action.PRIVATE), label))
        day = self.visit.history.appointment
        shown = day_in_words(day) if day else say("not set")
        parts.append(Row(Request(Action.APPOINTMENT), say("My next appointment"), detail=shown))
        if self.visit.history.traces or len(self.visit.history.guesses):
            parts.append(Row(Request(Action.PARTS), say("Forget one part or one answer")))
        rows = plan_rows(self.visit)
        parts += rows
        if rows or not self.visit.history.is_empty:
            parts.append(Row(Request(Action.ALL), say("Forget everything")))
        parts.append(Row(Request(Action.UP), say("Go back")))
        return View(where=(say("What is kept about me"),), parts=tuple(parts), keys=KEYS)

    @override
    def do(self, do: Request) -> Navigation | None:
        """Go to what was chosen."""
        if do.action is Action.APPOINTMENT:
            return push(Appointment())
        if do.action is Action.PARTS:
            return push(KeptModules())
        if do.action is Action.ALL:
            return push(ConfirmForget("", ""))
        return STAY if do.action is Action.KEPT else None


KEYS = frozenset({Action.BACK, Action.UP, Action.HOME})


def _told(visit: Visit) -> list[Part]:
    keeper, history = visit.keeper, visit.history
    if not keeper.can_keep:
        message = say("Nothing is kept. What you do here is gone when you quit.")
        return [words(message)]
    parts: list[Part] = []
    trouble = keeper.trouble or keeper.notice
    if trouble:
        parts += [words(trouble, "talk"), Gap()]
    parts += [words(text) for text in _how(visit) if text]
    return [*parts, words(_counted(history)), words(str(keeper.path), "soft")]


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
    guesses = len(history.guesses)
    counts = (
        say("{n} part begun", "{n} parts begun", n=parts) if parts else "",
        say("{n} answer", "{n} answers", n=answers) if answers else "",
        say("{n} guess", "{n} guesses", n=guesses) if guesses else "",
        say("{n} question on my list", "{n} questions on my list", n=asks) if asks else "",
        say("{n} question not added yet", "{n} questions not added yet", n=drafts)
        if drafts
        else "",
    )
    return ", ".join(part for part in counts if part) + "." if any(counts) else ""


class Appointment(Place):
    """The day after which no more questions are offered."""

    def __init__(self) -> None:
        self._text = ""

    @override
    def view(self, room: Room) -> View:
        """A field for the day."""
        note = words(say("Until that day a few short questions come back, to keep them fresh."))
        rows = [Row(Request(Action.KEEP), say("Set this day"))]
        if self.visit.history.appointment:
            rows.append(Row(Request(Action.NONE), say("I have no appointment")))
        return View(
            where=(say("My next appointment"),),
            parts=(note, Gap(), *rows, Row(Request(Action.UP), say("Go back"))),
            keys=frozenset({Action.UP}),
            field=Field(say("Day, such as 1 December 2026"), self._text, live=False),
        )

    @override
    def typed(self, text: str) -> None:
        """The words so far."""
        self._text = text

    @override
    def do(self, do: Request) -> Navigation | None:
        """Keep the day, or none."""
        if do.action is Action.NONE:
            self.visit.record(AppointmentSet(""))
            return Navigation("pop", said=say("No appointment is set."))
        if do.action is not Action.KEEP:
            return None
        day = typed_day(self._text)
        if not day:
            return Navigation("stay", said=say("Type the day like this: 1 December 2026."))
        if day < day_of(self.visit.clock()):
            return Navigation("stay", said=say("That day is over. Type a day to come."))
        self.visit.record(AppointmentSet(day))
        return Navigation("pop", said=say("Your appointment: {day}.", day=day_in_words(day)))


class KeptModules(Place):
    """Every part that was begun."""

    @override
    def view(self, room: Room) -> View:
        """One row a module."""
        history = self.visit.history
        rows = [
            Row(Request(Action.OF, name), _title(self.visit, name), detail=_counts(history, name))
            for name in dict.fromkeys([*history.traces, *history.guesses.modules])
        ]
        ask = words(say("Which part?"))
        return View(
            where=(say("Forget one part or one answer"),),
            parts=(ask, Gap(), *rows, Row(Request(Action.UP), say("Go back"))),
            keys=KEYS,
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Look into that module."""
        return push(Within(do.what)) if do.action is Action.OF else None


class Within(Place):
    """What is kept of one module."""

    def __init__(self, module: str) -> None:
        self._module = module

    @override
    def view(self, room: Room) -> View:
        """The whole, its sections, its answers."""
        history = self.visit.history
        trace = history.trace(self._module)
        counts = _counts(history, self._module)
        rows = [Row(Request(Action.FORGET, ""), say("Everything in this part"), detail=counts)]
        rows += [
            Row(
                Request(Action.FORGET, name),
                _unit(self.visit, self._module, name),
                detail=say("read"),
            )
            for name in trace.read
        ]
        rows += [
            Row(
                Request(Action.FORGET, name),
                _unit(self.visit, self._module, name),
                detail=say("answered"),
            )
            for name in trace.answers
        ]
        rows += [
            Row(
                Request(Action.FORGET, name),
                _unit(self.visit, self._module, name),
                detail=say("guessed"),
            )
            for name in history.guesses.of(self._module)
            if name not in trace.answers
        ]
        ask = words(say("What should be forgotten?"))
        return View(
            where=(_title(self.visit, self._module),),
            parts=(ask, Gap(), *rows, Row(Request(Action.UP), say("Go back"))),
            keys=KEYS,
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Ask once whether that is meant."""
        return push(ConfirmForget(self._module, do.what)) if do.action is Action.FORGET else None


class ConfirmForget(Place):
    """Asked once before anything is forgotten: what goes, and that it does not come back."""

    tells_trouble: ClassVar[bool] = True

    def __init__(self, module: str, unit: str) -> None:
        self._module = module
        self._unit = unit

    @override
    def view(self, room: Room) -> View:
        """What goes; the row that keeps it comes first."""
        parts = (
            Heading(say("Forget this?")),
            Gap(),
            words(self._goes()),
            words(say("It is deleted from this computer. It cannot be brought back.")),
            words(say("Papers that you saved or exported stay where you put them."), "soft"),
            Gap(),
            Row(Request(Action.UP), say("Keep it and go back")),
            Row(Request(Action.SURE), say("Forget it")),
        )
        return View(where=(say("What is kept about me"),), parts=parts, keys=KEYS)

    def _goes(self) -> str:
        history = self.visit.history
        if not self._module:
            text = _counted(history)
            day = say("Your appointment.") if history.appointment else ""
            plan = say("Your plan.") if history.plan.parts else ""
            return " ".join(part for part in (say("Everything."), text, plan, day) if part)
        title = _title(self.visit, self._module)
        if not self._unit:
            return f"{title}: {_counts(history, self._module)}."
        return f"{title}: {_unit(self.visit, self._module, self._unit)}"

    @override
    def do(self, do: Request) -> Navigation | None:
        """Forget it."""
        if do.action is not Action.SURE:
            return None
        if not self.visit.forget(self._module, self._unit):
            why = self.visit.keeper.trouble
            return Navigation("stay", said=say("Nothing was deleted. {why}", why=why))
        return Navigation("home", said=say("It is forgotten."))


def _counts(history: History, module: str) -> str:
    trace, guesses = history.trace(module), len(history.guesses.of(module))
    read, answers = len(trace.read) + len(trace.walked), len(trace.answers)
    counts = (
        say("{n} page read", "{n} pages read", n=read) if read else "",
        say("{n} answer", "{n} answers", n=answers) if answers else "",
        say("{n} guess", "{n} guesses", n=guesses) if guesses else "",
    )
    return ", ".join(part for part in counts if part) or say("begun")


def _title(visit: Visit, module: str) -> str:
    entry = visit.contents.entries.get(module)
    return entry.title if entry else module


def _unit(visit: Visit, module: str, unit: str) -> str:
    try:
        return unit_title(visit.module(module), unit, visit.voice().clinic) or unit
    except BrokenModuleError:
        return unit

"""The walkthrough: what happens, one step a page, with where in the day it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import STAY, Navigation, Place, push, swap
from edu_tui.journey.questions.runs import run_of
from edu_tui.journey.reading.pager import END, Pager
from edu_tui.journey.reading.pictures import Pictures
from edu_tui.journey.reading.reading import MENU, terms_in
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.figure import step_time
from edu_tui.layout.part import Gap, Heading, words
from edu_tui.layout.step import leaves_picture_out, phase_name, step_cited, step_parts
from edu_tui.learning.event import StepOpened
from edu_tui.learning.standing import is_unchanged
from edu_tui.learning.walk import Walk
from edu_tui.model.version import step_unit, version_of
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.reading.pager import Start
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.model.module import Module, Step, Walkthrough
    from edu_tui.model.picture import Picture

ROOMY = 24
"""From so many lines there is a row to go to another step; below, it is a key and in help."""


def start(module: Module) -> Place:
    """Choose the route first, where there is a choice."""
    walkthrough = module.walkthrough
    if walkthrough is None:
        raise ValueError(f"module {module.id} has no walkthrough")
    if len(walkthrough.routes) == 1:
        return Walking(module, Walk(walkthrough.routes[0]))
    return Routes(module, walkthrough)


def resume(visit: Visit, module: Module) -> Place:
    """The step where the reader stopped, or the choice of a route."""
    stop, walkthrough = visit.standing(module.id).step, module.walkthrough
    for route in walkthrough.routes if walkthrough and stop else ():
        for at, step in enumerate(route.steps):
            if stop and stop.unit == step_unit(route.id, step.id):
                same = is_unchanged(stop, visit.texts(module.id))
                return Walking(module, Walk(route, at), start=stop.anchor if same else 0)
    return start(module)


class Routes(Place):
    """Which way the medicine is given."""

    def __init__(self, module: Module, walkthrough: Walkthrough) -> None:
        self._module = module
        self._walkthrough = walkthrough

    @override
    def view(self, room: Room) -> View:
        """One row a route."""
        rows = [
            Row(
                Request(Action.ROUTE, route.id),
                route.title,
                detail=say("{n} step", "{n} steps", n=len(route.steps)),
            )
            for route in self._walkthrough.routes
        ]
        ask = words(say("Which one is yours? If you are not sure, ask, or look at each."))
        return View(
            where=(self._module.title,),
            parts=(Heading(self._walkthrough.title), Gap(), ask, Gap(), *rows),
            keys=frozenset({Action.BACK, Action.UP, Action.WORDS, Action.ASK}),
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Begin that route."""
        if do.action is not Action.ROUTE:
            return None
        return push(Walking(self._module, Walk(self._walkthrough.route(do.what))))

    @override
    def about(self) -> tuple[str, str, str] | None:
        """The walkthrough as a whole."""
        return self._module.id, "", self._walkthrough.title


class Walking(Place):
    """One step of a route."""

    def __init__(
        self, module: Module, walk: Walk, *, start: Start = 0, return_to: str = ""
    ) -> None:
        self._module = module
        self._walk = walk
        self._leaves = Pager(start)
        self._return_to = return_to

    @property
    def step(self) -> Step:
        """The step shown."""
        return self._walk.step

    @property
    def _pictures(self) -> tuple[Picture, ...]:
        return (self.step.picture,) if self.step.picture else ()

    @override
    def view(self, room: Room) -> View:
        """Where in the day, what happens, and the ways on."""
        numbers = step_cited(self.step)
        voice = self.visit.voice(numbers)
        text = self._leaves.text(
            (self.visit.contents, room), lambda: step_parts(self._walk, voice, room)
        )
        on = [Row(Request(Action.NEXT), say("Next page"))]
        parts = self._leaves.lay(text, room, self._rows(room), on, [MENU])
        self._remember()
        keys = frozenset(
            {
                Action.NEXT,
                Action.BACK,
                Action.STEPS,
                Action.ASK,
                Action.WORDS,
                Action.FIND,
                Action.OUTLINE,
                Action.UP,
                Action.HOME,
                *([Action.SOURCES] if numbers else []),
            }
        )
        return View(
            where=(self._walk.route.title, self._how_far(room), *self._leaves.how_far),
            parts=parts,
            keys=keys
            | ({Action.PICTURE} if leaves_picture_out(self._walk, voice, room) else set()),
            labels=((Action.OPEN, say("Go on")),),
        )

    def _remember(self) -> None:
        """Which step is open, and which page of it; a look at a word that was looked for is none."""
        if self._leaves.looked_up:
            return
        unit = step_unit(self._walk.route.id, self.step.id)
        at, anchor = self.visit.history.trace(self._module.id).step, self._leaves.start
        seen = unit in self.visit.standing(self._module.id).walked
        if seen and (self._return_to or (at and (unit, anchor) == (at.unit, at.anchor))):
            return
        version, last = version_of(self.step), self._walk.last
        self.visit.record(StepOpened(anchor, last), self._module, unit, version, sure=False)

    def _how_far(self, room: Room) -> str:
        number = say("step {n} of {total}", n=self._walk.number, total=self._walk.total)
        # Where each line counts no rail shows the part of the day.
        return f"{phase_name(self.step.phase)}, {number}" if room.tight else number

    def _rows(self, room: Room) -> list[Row]:
        if self._return_to:
            return [Row(Request(Action.UP), self._return_to)]
        rows = []
        if self._walk.last:
            if self._questions():
                count = len(self._questions())
                ask = say("Answer {n} short question", "Answer {n} short questions", n=count)
                rows.append(Row(Request(Action.QUIZ), ask))
            rows.append(
                Row(Request(Action.FINISH), say("Finish: {title}", title=self._walk.route.title))
            )
        else:
            title = self._walk.next().step.title
            short = room.tight and room.narrow
            label = say("Next step") if short else say("Go on: {title}", title=title)
            rows.append(Row(Request(Action.ON), label))
        if not 0 < room.height < ROOMY:
            rows.append(Row(Request(Action.STEPS), say("Go to another step")))
        return rows

    def _questions(self) -> set[str]:
        """Questions on this route or its steps; all of the module's where there are none."""
        route = self._walk.route
        names = {route.id, *(step.id for step in route.steps)}
        taught = {question.id for question in self._module.questions if question.teaches in names}
        return taught or {question.id for question in self._module.questions}

    @override
    def do(self, do: Request) -> Navigation | None:
        """Step on and back, jump, answer the questions at the end."""
        if (
            do.action in {Action.ON, Action.NEXT, Action.QUIZ, Action.FINISH}
            and self._leaves.looked_up
        ):
            self._leaves.stay()
            self._remember()
        if do.action is Action.NEXT and self._leaves.turn():
            return STAY
        if do.action in {Action.NEXT, Action.ON}:
            return self._on()
        if do.action is Action.BACK:
            return STAY if self._leaves.turn_back() else self._before()
        if do.action is Action.JUMP:
            return swap(Walking(self._module, self._walk.to_step(do.what)))
        if do.action is Action.STEPS:
            return push(Steps(self._module, self._walk))
        if do.action is Action.QUIZ:
            return self._quiz()
        if do.action is Action.FINISH:
            message = say("You have come to the end of {title}.", title=self._walk.route.title)
            return Navigation("pop", said=message)
        if do.action is Action.PICTURE and self._pictures:
            return push(Pictures(self._pictures))
        if do.action is Action.SOURCES:
            from edu_tui.journey.reading.sources import Sources

            return push(Sources(self.step.title, self.sources_here(), do.what))
        return None

    def _on(self) -> Navigation | None:
        if self._return_to:
            return Navigation("pop")
        if self._walk.last:
            return self._quiz() if self._questions() else Navigation("pop")
        return swap(Walking(self._module, self._walk.next()))

    def _before(self) -> Navigation:
        if self._walk.first or self._return_to:
            return Navigation("pop")
        return swap(Walking(self._module, self._walk.back(), start=END))

    def _quiz(self) -> Navigation:
        run = run_of(self.visit, self._module, self._questions())
        return push(self.questions(self._module, run))

    @override
    def about(self) -> tuple[str, str, str] | None:
        """The step shown."""
        unit = step_unit(self._walk.route.id, self.step.id)
        return self._module.id, unit, self.step.title

    @override
    def words_here(self) -> tuple[str, ...]:
        """The terms that the step marks."""
        step = self.step
        return terms_in(step.happens, step.you_may_notice, step.you_can, step.tell_staff_if)

    @override
    def sources_here(self) -> tuple[str, ...]:
        """Those of the step."""
        return tuple(step_cited(self.step))


class Steps(Place):
    """All steps of a route, to jump to one."""

    def __init__(self, module: Module, walk: Walk) -> None:
        self._module = module
        self._walk = walk

    @override
    def view(self, room: Room) -> View:
        """One row a step, under the phase it belongs to."""
        route = self._walk.route
        standing = self.visit.standing(self._module.id)
        parts: list[Part | Row] = []
        for index, step in enumerate(route.steps):
            if _begins(self._walk, index):
                parts += [Gap()] if parts else []
                parts.append(words(phase_name(step.phase), "label"))
            seen = step_unit(route.id, step.id) in standing.walked
            details = [step_time(step), say("seen") if seen else ""]
            detail = ", ".join(detail for detail in details if detail)
            parts.append(Row(Request(Action.STEP, step.id), step.title, detail=detail))
        return View(
            where=(route.title,),
            parts=tuple(parts),
            keys=frozenset({Action.BACK, Action.UP}),
            focus=self._walk.at,
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Go back to the walk, at that step."""
        if do.action is not Action.STEP:
            return None
        return Navigation("pop", then=Request(Action.JUMP, do.what))


def walk_again(module: Module, name: str, return_to: str = "") -> Walking | None:
    """The walk at that step, or at the start of that route; None when there is no such thing.

    `route/step` names the step of one route; the step alone that of the first route that has it.
    """
    if module.walkthrough is None:
        return None
    wanted, _, step_id = name.rpartition("/")
    for route in module.walkthrough.routes:
        if not route.steps or wanted not in ("", route.id):
            continue
        if route.id == name:
            return Walking(module, Walk(route), return_to=return_to)
        if any(step.id == step_id for step in route.steps):
            return Walking(module, Walk(route).to_step(step_id), return_to=return_to)
    return None


def _begins(walk: Walk, index: int) -> bool:
    steps = walk.route.steps
    return index == 0 or steps[index - 1].phase != steps[index].phase

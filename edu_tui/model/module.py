"""A module: a short, complete piece of teaching in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.model.figure import Figure
    from edu_tui.model.library import Audience
    from edu_tui.model.picture import Drawing, Picture
    from edu_tui.model.question import Question
    from edu_tui.model.sheet import BlankSheet

Phase = Literal["before", "during", "after"]
PHASES: tuple[Phase, ...] = ("before", "during", "after")
CalloutKind = Literal["warning", "tip", "call"]
Purpose = Literal["", "call"]


class Objective(NamedTuple):
    """What a reader can do afterwards."""

    id: str
    text: str


class Callout(NamedTuple):
    """A few sentences set apart from the text."""

    kind: CalloutKind
    text: str
    picture: Picture | None = None


class Section(NamedTuple):
    """One part of a module, read as one or more pages."""

    id: str
    title: str
    text: str
    more: str
    """Detail for who wants it; empty for none."""
    key_message: str
    callouts: tuple[Callout, ...]
    figure: Figure | None
    audience: Audience
    purpose: Purpose = ""
    """`call`: its lists say when to call; empty where the author says nothing of the kind."""
    picture: Picture | None = None

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Its own and those of its boxes, in the order of reading."""
        pictures = (self.picture, *(box.picture for box in self.callouts))
        return tuple(picture for picture in pictures if picture)

    def with_drawings(self, draw: Callable[[str], Drawing | None]) -> Section:
        """The same with its pictures drawn."""
        boxes = tuple(box._replace(picture=_drawn(box.picture, draw)) for box in self.callouts)
        return self._replace(picture=_drawn(self.picture, draw), callouts=boxes)


class Step(NamedTuple):
    """One thing that happens on the day. Empty fields are not shown."""

    id: str
    phase: Phase
    at: int | None
    """Minutes from the start of the medicine, negative before it; None where `when` tells."""
    when: str
    minutes: int | None
    """How long it takes."""
    title: str
    happens: str
    you_may_notice: str
    you_can: str
    tell_staff_if: str
    who: tuple[str, ...]
    watched: tuple[str, ...]
    staff_note: str
    sources: tuple[str, ...]
    audience: Audience
    picture: Picture | None = None


class Route(NamedTuple):
    """One way the medicine is given, step by step."""

    id: str
    title: str
    steps: tuple[Step, ...]


class Walkthrough(NamedTuple):
    """What happens on the day; the reader picks the route that applies."""

    title: str
    routes: tuple[Route, ...]

    def route(self, route_id: str) -> Route:
        """The route of that id; `KeyError` when there is none."""
        for route in self.routes:
            if route.id == route_id:
                return route
        raise KeyError(route_id)

    def with_drawings(self, draw: Callable[[str], Drawing | None]) -> Walkthrough:
        """The same with its pictures drawn."""
        return self._replace(
            routes=tuple(
                route._replace(
                    steps=tuple(
                        step._replace(picture=_drawn(step.picture, draw)) for step in route.steps
                    )
                )
                for route in self.routes
            )
        )

    def for_patients(self) -> Walkthrough:
        """The same without staff's steps and notes."""
        return self._replace(
            routes=tuple(
                route._replace(
                    steps=tuple(
                        step._replace(staff_note="")
                        for step in route.steps
                        if step.audience == "patient"
                    )
                )
                for route in self.routes
            )
        )


class Waiver(NamedTuple):
    """A rule of the checker that an author sets aside, in writing."""

    rule: str
    """Its id: `R007`."""
    unit: str
    """The section, route, step or question it is set aside for; empty for the whole module."""
    why: str
    by: str
    """Who decided."""


class Module(NamedTuple):
    """Everything in one module file."""

    id: str
    language: str
    title: str
    summary: str
    minutes: int
    objectives: tuple[Objective, ...]
    sections: tuple[Section, ...]
    walkthrough: Walkthrough | None
    questions: tuple[Question, ...]
    waivers: tuple[Waiver, ...] = ()
    assessment: tuple[Question, ...] = ()
    """The bank that assessments draw from: for staff alone, and shown nowhere else."""
    picture: Picture | None = None
    sheets: tuple[BlankSheet, ...] = ()
    """To print and fill in."""

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """All of them."""
        routes = self.walkthrough.routes if self.walkthrough else ()
        pictures = [self.picture, *(step.picture for route in routes for step in route.steps)]
        pictures += [picture for section in self.sections for picture in section.pictures]
        pictures += [sheet.picture for sheet in self.sheets]
        return tuple(picture for picture in pictures if picture)

    def with_drawings(self, draw: Callable[[str], Drawing | None]) -> Module:
        """The same with its pictures drawn; `draw` is given the name of a file."""
        return self._replace(
            picture=_drawn(self.picture, draw),
            sections=tuple(section.with_drawings(draw) for section in self.sections),
            walkthrough=self.walkthrough and self.walkthrough.with_drawings(draw),
            sheets=tuple(
                sheet._replace(picture=_drawn(sheet.picture, draw)) for sheet in self.sheets
            ),
        )

    def for_audience(self, audience: Audience) -> Module:
        """What that audience sees: staff see all, patients nothing that is marked for staff."""
        if audience == "staff":
            return self
        return self._replace(
            sections=tuple(part for part in self.sections if part.audience == "patient"),
            questions=tuple(item for item in self.questions if item.audience == "patient"),
            assessment=(),
            walkthrough=self.walkthrough and self.walkthrough.for_patients(),
        )


def _drawn(picture: Picture | None, draw: Callable[[str], Drawing | None]) -> Picture | None:
    return picture and picture._replace(drawing=draw(picture.file))


def title_of(module: Module, name: str) -> str:
    """The title of a section, a route or a step; empty where the module has none of that id."""
    titles = {section.id: section.title for section in module.sections}
    if module.walkthrough is not None:
        for route in module.walkthrough.routes:
            titles |= {step.id: step.title for step in route.steps}
            titles[route.id] = route.title
    return titles.get(name, "")

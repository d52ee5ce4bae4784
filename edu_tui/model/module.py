"""A module: a short, complete piece of teaching in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from edu_tui.model.figure import Figure
    from edu_tui.model.library import Audience
    from edu_tui.model.picture import Drawing, Picture
    from edu_tui.model.question import Question
    from edu_tui.model.sheet import BlankSheet

Phase = Literal["before", "during", "after"]
PHASES: tuple[Phase, ...] = ("before", "during", "after")
CalloutKind = Literal["warning", "tip", "call"]
Purpose = Literal["before", "tell", "day", "after", "call", "emergency", "ask"]
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
"""What a patient carries a text for, in the order of the paper."""


class Objective(NamedTuple):
    """What a reader can do afterwards."""

    id: str
    text: str


class Callout(NamedTuple):
    """A few sentences set apart from the text."""

    kind: CalloutKind
    text: str
    picture: Picture | None = None
    purpose: Purpose | None = None
    """None where the author says nothing: then it follows from its kind and its section."""


class SharedList(NamedTuple):
    """A list that stands once in a library, for every section that needs it."""

    id: str
    purpose: Purpose | None
    """None while only its id is known."""
    text: str
    """What leads to it, and its items; empty while only its id is known."""


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
    purpose: Purpose | None = None
    """What its lists and warnings are carried for; None for what is only read."""
    picture: Picture | None = None
    lists: tuple[SharedList, ...] = ()
    """Read before its own text."""

    @property
    def body(self) -> str:
        """All that is read under its title: the lists it draws, then its own text."""
        return "\n\n".join([*(one.text for one in self.lists if one.text), self.text])

    def purpose_of(self, box: Callout) -> Purpose | None:
        """What a box of this section is carried for: a tip only where its author says so."""
        if box.purpose or box.kind == "tip":
            return box.purpose
        if box.kind == "call" and self.purpose != "emergency":
            return "call"
        return self.purpose

    @property
    def purposes(self) -> frozenset[Purpose]:
        """All that anything in it is carried for."""
        found = [self.purpose, *(one.purpose for one in self.lists)]
        return frozenset(filter(None, [*found, *map(self.purpose_of, self.callouts)]))

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
    not_about: tuple[Purpose, ...] = ()
    """What nothing of it is carried for, as its author says."""
    shared: tuple[SharedList, ...] = ()
    """Of a language's `lists.yaml` alone, which has nothing else."""
    sheets: tuple[BlankSheet, ...] = ()
    """To print and fill in."""

    @property
    def purposes(self) -> frozenset[Purpose]:
        """All that something of it is carried for; the steps of a walkthrough are for the day."""
        day: frozenset[Purpose] = frozenset({"day"} if self.walkthrough else ())
        return day.union(*(section.purposes for section in self.sections))

    @property
    def draws(self) -> tuple[str, ...]:
        """The ids of the shared lists that its sections name."""
        return tuple(dict.fromkeys(one.id for part in self.sections for one in part.lists))

    def with_lists(self, known: Mapping[str, SharedList]) -> Module:
        """The same with the texts of the lists it draws, all of which are known."""
        return self._replace(
            sections=tuple(
                part._replace(lists=tuple(known[one.id] for one in part.lists))
                if part.lists
                else part
                for part in self.sections
            )
        )

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

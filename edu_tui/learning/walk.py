"""A walk: the place in a walkthrough route. Owns the bounds: no move ever leaves the route."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.model.module import PHASES

if TYPE_CHECKING:
    from edu_tui.model.module import Phase, Route, Step


class RailPart(NamedTuple):
    """One phase on the rail that shows how far it is."""

    phase: Phase
    done: int
    """Its steps before the place."""
    here: bool
    """Whether the place is in it."""
    total: int


class Walk(NamedTuple):
    """A route that has steps, and one of them. Each move gives a new walk."""

    route: Route
    at: int = 0
    """The place of the step, from 0."""

    @property
    def step(self) -> Step:
        """The step shown."""
        return self.route.steps[self.at]

    @property
    def number(self) -> int:
        """Which step it is, from 1."""
        return self.at + 1

    @property
    def total(self) -> int:
        """How many steps the route has."""
        return len(self.route.steps)

    @property
    def first(self) -> bool:
        """Whether nothing comes before it."""
        return self.at == 0

    @property
    def last(self) -> bool:
        """Whether nothing comes after it."""
        return self.number == self.total

    def next(self) -> Walk:
        """One step on; the same at the last."""
        return self if self.last else self._replace(at=self.at + 1)

    def back(self) -> Walk:
        """One step back; the same at the first."""
        return self if self.first else self._replace(at=self.at - 1)

    def to_phase(self, phase: Phase) -> Walk:
        """To the first step of the phase; the same when the route has none in it."""
        places = (at for at, step in enumerate(self.route.steps) if step.phase == phase)
        return self._replace(at=next(places, self.at))

    def to_step(self, step_id: str) -> Walk:
        """To that step; `KeyError` when the route has no such step."""
        for at, step in enumerate(self.route.steps):
            if step.id == step_id:
                return self._replace(at=at)
        raise KeyError(step_id)

    def rail(self) -> tuple[RailPart, ...]:
        """The phases that have steps, in order of time, each with how much of it is done."""
        parts = []
        for phase in PHASES:
            places = [at for at, step in enumerate(self.route.steps) if step.phase == phase]
            if places:
                done = sum(at < self.at for at in places)
                parts.append(RailPart(phase, done, self.at in places, len(places)))
        return tuple(parts)

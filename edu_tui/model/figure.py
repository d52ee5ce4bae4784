"""Figures: what is drawn, and the sentence that says the same."""

from __future__ import annotations

from typing import Literal, NamedTuple

Certainty = Literal["shown", "likely", "unproven"]


class Group(NamedTuple):
    """So many people of an icon array's whole."""

    label: str
    people: int


class IconArray(NamedTuple):
    """People out of `of`, one mark a person, one array a group, the comparison among them."""

    of: int
    groups: tuple[Group, ...]
    who: str
    """Which people; empty when the author gave none."""
    over: str
    """In what time; empty when the author gave none."""
    means: str = ""
    """What it means for who reads it; empty when the author gave none."""

    @property
    def more(self) -> tuple[str, int] | None:
        """Which of two groups has more people, and how many more; None where there are not two to compare.

        Of two that are alike it is the first, with 0.
        """
        if len(self.groups) != 2:
            return None
        first, second = self.groups
        most = second if second.people > first.people else first
        return most.label, abs(first.people - second.people)


class Bar(NamedTuple):
    """One bar, in the unit of its chart."""

    label: str
    value: float
    group: str


class Bars(NamedTuple):
    """Bars from zero on one scale."""

    unit: str
    bars: tuple[Bar, ...]
    who: str = ""
    """Which people; empty when the author gave none."""
    over: str = ""
    """In what time; empty when the author gave none."""


class Timeline(NamedTuple):
    """A walkthrough route of the same module, drawn along time."""

    route: str


class FlowStep(NamedTuple):
    """One link of a chain of ideas, with how sure anyone is of it."""

    title: str
    caption: str
    certainty: Certainty


class Flow(NamedTuple):
    """A chain of ideas, one leading to the next."""

    steps: tuple[FlowStep, ...]


class Figure(NamedTuple):
    """What every kind of figure has, and its own data."""

    title: str
    alt: str
    """The same facts in words; used wherever the drawing is not."""
    how_to_read: str
    sources: tuple[str, ...]
    data: IconArray | Bars | Timeline | Flow

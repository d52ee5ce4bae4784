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


class ComparedOption(NamedTuple):
    """One of the things that are compared."""

    id: str
    label: str


class ComparedCell(NamedTuple):
    """What one study, or what is known without numbers, says to a row's question about one option."""

    option: str
    """Its id."""
    text: str
    of: int
    """How many people each group is out of; 0 where there are no groups."""
    groups: tuple[Group, ...]
    """Of one study: what they come to compares within this cell, and with no other."""
    who: str
    over: str
    sources: tuple[str, ...]


class ComparedRow(NamedTuple):
    """A question, and the cells that answer it: one at least for each option, more where studies disagree."""

    ask: str
    cells: tuple[ComparedCell, ...]

    def of_option(self, option: str) -> tuple[ComparedCell, ...]:
        """The cells about that option, in the author's order."""
        return tuple(cell for cell in self.cells if cell.option == option)


class Compare(NamedTuple):
    """Options side by side, each asked the same questions."""

    options: tuple[ComparedOption, ...]
    rows: tuple[ComparedRow, ...]


class Figure(NamedTuple):
    """What every kind of figure has, and its own data."""

    title: str
    alt: str
    """The same facts in words; used wherever the drawing is not."""
    how_to_read: str
    sources: tuple[str, ...]
    data: IconArray | Bars | Timeline | Flow | Compare

    @property
    def cited(self) -> tuple[str, ...]:
        """Every source that it names, each once."""
        rows = self.data.rows if isinstance(self.data, Compare) else ()
        cells = [source for row in rows for cell in row.cells for source in cell.sources]
        return tuple(dict.fromkeys([*self.sources, *cells]))

"""What is to be reached (ratios to the empty app or a bare interpreter), and the table of what was."""

from __future__ import annotations

from statistics import median, quantiles
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

FRAME = 1000 / 60
"""Milliseconds."""


class Result(NamedTuple):
    """One line of the table."""

    name: str
    ours: float
    baseline: float
    """0 where there is none."""
    unit: str
    goal: float | None
    """The most that `value` may be; None where a number is only told."""
    value: float
    """What the goal is about: most often the ratio."""
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the goal is reached; None where there is none."""
        return None if self.goal is None else self.value <= self.goal


def compared(
    name: str, ours: float, baseline: float, unit: str, goal: float | None, note: str = ""
) -> Result:
    """A number whose goal is its ratio to the baseline."""
    return Result(name, ours, baseline, unit, goal, ours / baseline, note)


def p50(values: Sequence[float]) -> float:
    """The median."""
    return median(values)


def p95(values: Sequence[float]) -> float:
    """What 95 of 100 do not exceed."""
    return quantiles(values, n=20, method="inclusive")[-1]


def table(results: Sequence[Result]) -> str:
    """All lines, aligned."""
    head = ("", "ours", "baseline", "ratio", "goal", "")
    rows = [head, *[_row(result) for result in results]]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in {0, 5} else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def _row(result: Result) -> tuple[str, ...]:
    met = {True: "met", False: "NOT met", None: "-"}[result.met]
    baseline = f"{result.baseline:.1f} {result.unit}" if result.baseline else "-"
    return (
        result.name,
        f"{result.ours:.1f} {result.unit}",
        baseline,
        f"{result.value:.2f}",
        "-" if result.goal is None else f"{result.goal:.2f}",
        f"{met}  {result.note}".rstrip(),
    )

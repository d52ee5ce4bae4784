"""P: where numbers come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.lint.counts import cells, counts, has_counts
from edu_tui.library.lint.rule import Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.lint.subject import Subject
    from edu_tui.library.lint.unit import Part, Unit
    from edu_tui.model.module import Section


def _unsourced(subject: Subject) -> Iterator[Problem]:
    for part, cell in cells(subject):
        if not cell.sources and (cell.groups or next(counts(cell.text), None)):
            yield Problem("numbers of people, and no `sources` in this cell: cite them", part)
    if not has_counts(subject):
        return
    for part, section in subject.sections:
        if not _cited(part, section) and (uncited := _first_count(part)):
            message = "a number of people, and no source in this section: cite it, [@source-id]"
            yield Problem(message, *uncited)
    for part, step in subject.steps:
        cited = step.sources or any("[@" in unit.raw for unit in part.units)
        if not cited and (uncited := _first_count(part)):
            yield Problem("a number of people, and no `sources` in this step: cite it", *uncited)


def _cited(part: Part, section: Section) -> bool:
    return bool(section.figure and section.figure.sources) or any(
        "[@" in unit.raw for inner in (part, *part.parts) for unit in inner.units
    )


def _first_count(part: Part) -> tuple[Unit | Part, int] | None:
    for unit in part.units:
        count = next(counts(unit.plain), None) if unit.prose and not unit.staff else None
        if count is not None:
            return unit, count.start
    arrays = [one for one in part.parts if any(inner.kind == "group" for inner in one.parts)]
    return (arrays[0], 0) if arrays else None


RULES: tuple[Rule, ...] = (
    Rule(
        "P502",
        "error",
        "A source beside every number of people",
        "A number that cannot be looked up cannot be signed, nor trusted.",
        "21 of 100 people felt sleepy.",
        "21 of 100 people felt sleepy. [@canuso-2021]",
        _unsourced,
        "People out of 10, 100, 1,000 in a section or step without any source.",
    ),
)

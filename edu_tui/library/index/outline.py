"""What an outline shows under a module: its sections, the steps of each route, its questions, by title.

Kept in the index as text, so that an outline of ten thousand modules opens without reading one of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from edu_tui.model.library import Audience
    from edu_tui.model.module import Module

Kind = Literal["section", "route", "step", "question"]


class OutlinePart(NamedTuple):
    """One line under a module."""

    kind: Kind
    unit: str
    """The unit name; of a route its id."""
    title: str
    """Of a question what it asks."""
    audience: Audience
    teaches: str = ""
    """Of a question the section, route or step to read again."""
    must_know: bool = False
    """Whether it is a question that keeps the reader safe."""


def outline_of(module: Module, clinic: Mapping[str, str]) -> list[OutlinePart]:
    """All of a module, in reading order."""
    # Loaded with the first module that is read: home needs none of it.
    from edu_tui.library.index.rows import plain_words
    from edu_tui.model.version import question_unit, step_unit

    parts = [
        OutlinePart("section", section.id, section.title, section.audience)
        for section in module.sections
    ]
    for route in module.walkthrough.routes if module.walkthrough else ():
        parts.append(OutlinePart("route", route.id, route.title, "patient"))
        parts += [
            OutlinePart("step", step_unit(route.id, step.id), step.title, step.audience)
            for step in route.steps
        ]
    parts += [
        OutlinePart(
            "question",
            question_unit(question.id),
            plain_words([question.ask], clinic),
            question.audience,
            question.teaches,
            question.must_know,
        )
        for question in module.questions
    ]
    return parts


def looked_for(text: str) -> str:
    """Words in the form in which lines are looked through: without accents and capitals, a blank before each."""
    from edu_tui.model.spelling import words_in

    return "".join(f" {word}" for word in words_in(text))


def as_text(parts: Iterable[OutlinePart]) -> str:
    """As the index keeps them: a line each."""
    return "\n".join("\t".join(_fields(part)) for part in parts)


def _fields(part: OutlinePart) -> tuple[str, ...]:
    safe = "!" if part.must_know else ""
    return part.kind, part.unit, part.audience, part.teaches, safe, " ".join(part.title.split())


def from_text(text: str) -> tuple[OutlinePart, ...]:
    """What `as_text` made."""
    lines = (line.split("\t", 5) for line in text.splitlines())
    return tuple(
        OutlinePart(
            cast("Kind", kind), unit, title, cast("Audience", audience), teaches, bool(safe)
        )
        for kind, unit, audience, teaches, safe, title in lines
    )

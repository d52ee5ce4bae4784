"""The place where one part of a module is: a section read, a step walked, a question asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edu_tui.journey.place import Place
    from edu_tui.journey.visit import Visit
    from edu_tui.model.module import Module


def place_of_unit(visit: Visit, module: Module, unit: str) -> Place | None:
    """By its unit name; None where this reader has no such part."""
    if unit.startswith("?"):
        from edu_tui.journey.questions.practice import ask_these

        asked = any(question.id == unit[1:] for question in module.questions)
        return ask_these(visit, module, {unit[1:]}) if asked else None
    from edu_tui.journey.reading.again import place_of

    return place_of(module, unit) if unit else None

"""Units by name: the title of a section, a step or a question, and the place where it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.place import Navigation, push
from edu_tui.model.markup import plain
from edu_tui.model.module import title_of
from edu_tui.system.errors import BrokenModuleError
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edu_tui.journey.visit import Visit
    from edu_tui.model.module import Module


def unit_title(module: Module, unit: str, clinic: Mapping[str, str]) -> str:
    """What a reader knows it by; empty where there is no such part any more."""
    if unit.startswith("?"):
        asked = (question.ask for question in module.questions if f"?{question.id}" == unit)
        return plain(next(asked, ""), clinic)
    return title_of(module, unit.rpartition("/")[2])


def open_unit(visit: Visit, module_id: str, unit: str) -> Navigation:
    """Go there; to its module where the part is gone or is a module as a whole."""
    from edu_tui.journey.home import open_module
    from edu_tui.journey.reading.unit_place import place_of_unit

    if module_id not in visit.contents.entries:
        return Navigation("stay", said=say("This is from another library."))
    try:
        module = visit.module(module_id)
    except BrokenModuleError:
        return open_module(visit, module_id)
    place = place_of_unit(visit, module, unit)
    return push(place) if place is not None else open_module(visit, module_id)

"""How the places of an assessment lead to one another, so that no two files need each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.journey.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.journey.visit import Visit
    from edu_tui.model.library import Course
    from edu_tui.model.module import Module
    from edu_tui.staff.learning.assessment import Attempt


class AssessmentFlow(NamedTuple):
    """Where an assessment begins, is sat and pauses."""

    begin: Callable[[Course, Module], Place]
    sit: Callable[[Visit, Course, Module, str, Attempt], Place]
    pause: Callable[[Course, Module, str, Attempt], Place]


class AssessmentPlace(Place):
    """A place of an assessment."""

    flow: AssessmentFlow
    """Given when the place is opened."""

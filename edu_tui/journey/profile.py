"""Profiles: who is using the program. The only place that knows; everyone else asks for one switch, never for the id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from edu_tui.learning.history import Fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.journey.action import Action
    from edu_tui.model.library import Audience


class Profile(NamedTuple):
    """The switches of one way to use the program."""

    id: Literal["study", "staff", "manager", "kiosk"]
    audience: Audience
    """Whose texts, steps and questions are shown."""
    can_quit: bool
    """Whether the reader may end the program."""
    keeps_records: bool
    """Whether what was done may outlive this run of the program."""
    in_clinic: bool = False
    """Whether a nurse is near while the reader reads."""
    saves_files: bool = True
    """Whether what is taken along may be saved as a file."""
    touched: bool = False
    """Whether rows are made for fingers, where there is room for that."""
    signed_only: bool = False
    """Whether only what a clinician has signed is shown, unless it is asked for otherwise."""
    withheld: frozenset[Action] = frozenset()
    """Actions that are not there for this reader."""
    fold: Callable[[], Fold] = Fold
    """What is made of events besides the history of all readers."""


STUDY = Profile("study", audience="patient", can_quit=True, keeps_records=True)

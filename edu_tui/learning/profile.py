"""Profiles: who is using the program. The only place that knows; everyone else asks for one switch, never for the id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
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
    withheld: frozenset[str] = frozenset()
    """Actions that are not there for this reader."""


STUDY = Profile("study", audience="patient", can_quit=True, keeps_records=True)
STAFF = Profile(
    "staff",
    audience="staff",
    can_quit=True,
    keeps_records=True,
    signed_only=True,
    withheld=frozenset({"kept", "private"}),
)
MANAGER = Profile(
    "manager",
    audience="staff",
    can_quit=True,
    keeps_records=False,
    withheld=frozenset(
        {"kept", "private", "ask", "asked", "note", "take", "minutes", "find", "words"}
    ),
)
"""Who looks at how staff stand; what is read by the way is nobody's record."""
KIOSK = Profile(
    "kiosk",
    audience="patient",
    can_quit=False,
    keeps_records=False,
    in_clinic=True,
    saves_files=False,
    touched=True,
    signed_only=True,
    withheld=frozenset({"quit", "suspend", "kept", "private"}),
)

"""Who uses a kiosk: a patient in a waiting room, of whom nothing is kept. Its times are in `visits/idle.py`."""

from __future__ import annotations

from edu_tui.journey.action import Action
from edu_tui.journey.profile import Profile

KIOSK = Profile(
    "kiosk",
    audience="patient",
    can_quit=False,
    keeps_records=False,
    in_clinic=True,
    saves_files=False,
    touched=True,
    signed_only=True,
    withheld=frozenset({Action.QUIT, Action.SUSPEND, Action.KEPT, Action.PRIVATE}),
)

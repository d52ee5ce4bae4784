"""What the program adds for each kind of user, as its commands put it together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.extension import Extension
from edu_tui.kiosk.extension import KioskExtension
from edu_tui.staff.extension import StaffExtension

if TYPE_CHECKING:
    from edu_tui.journey.profile import Profile


def extension_of(profile: Profile) -> Extension:
    """The extension that goes with a profile."""
    if profile.audience == "staff":
        return StaffExtension()
    return Extension() if profile.can_quit else KioskExtension()

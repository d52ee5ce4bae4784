"""Where what the reader does is kept, for the commands that open a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.commands.output import tell

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.journey.profile import Profile
    from edu_tui.records.keeper import Recorder


def keeper(profile: Profile, *, wanted: bool, file: Path | None = None) -> Recorder:
    """One that keeps, or one that never writes anything: as the profile and the reader want it."""
    from edu_tui.records.keeper import Recorder

    if not (wanted and profile.keeps_records):
        return Recorder()
    from edu_tui.records.log import Log
    from edu_tui.system.paths import records_file

    path = file or records_file()
    return Recorder(Log(path)) if path is not None else Recorder()


def close(kept: Recorder) -> None:
    """Write what still waits; say what is lost."""
    lost = kept.close()
    if lost:
        tell(lost)

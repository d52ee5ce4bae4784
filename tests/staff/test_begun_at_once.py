"""Two windows that begin at the same moment: what counts is what is on record when it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from edu_tui.staff.places import attempting
from tests.journey.banked import Learner

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_begun_at_the_same_moment_it_is_one_attempt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another window begins after this one has looked, and before this one writes, is gone on with."""
    learner, two = Learner(tmp_path).open(), Learner(tmp_path).open()
    begin = attempting.begin

    def late(*given: Any) -> Any:
        """The other window is faster by a moment."""
        monkeypatch.setattr(attempting, "begin", begin)
        learner.choose("Begin")
        return begin(*given)

    monkeypatch.setattr(attempting, "begin", late)
    two.choose("Begin")
    assert len(two.records("began")) == 1
    assert learner.asked == two.asked

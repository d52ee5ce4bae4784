"""A kill at any moment: what the reader has seen acknowledged is there afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.plain.sample import write_library

from .killing import Answering, kills

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("seed", [1, 2])
def test_no_acknowledged_answer_is_lost(tmp_path: Path, seed: int) -> None:
    """Killed at 250 random moments while answering, no answer whose verdict was shown is missing."""
    library = write_library(tmp_path / "library")
    answering = Answering(library, "the-day", "drive-tonight")
    seen, faults = kills(answering, tmp_path / "records", 250, seed)
    assert faults == []
    assert seen > 250

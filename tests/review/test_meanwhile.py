"""Signing and taking back by what was seen: who is asked while somebody else signs is not let past that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.library.signing.file import add, entries_in
from edu_tui.model.review import Withdrawal
from edu_tui.system.errors import ReviewError
from tests.library.samples import write_library

from .signed import sign

if TYPE_CHECKING:
    from pathlib import Path


def taken_back(module: str) -> Withdrawal:
    return Withdrawal(module, "en", "2026-11-25", "Ana Ruiz", "The dose is wrong.")


def test_what_came_in_between_is_looked_at_first(tmp_path: Path) -> None:
    """A sign-off that was taken back meanwhile, with its reason, is not signed over unseen; nor one taken back
    that was signed anew. Nothing is written, and it is said whom it is about.
    """
    folder = write_library(tmp_path / "library")
    sign(folder, "session")
    seen = entries_in(folder)
    add(folder, [taken_back("session")], {}, seen)
    after = entries_in(folder)
    with pytest.raises(ReviewError, match="somebody else has signed session, or taken"):
        add(folder, [*seen], {"reviews/en/session.txt": "text"}, seen)
    assert entries_in(folder) == after
    add(folder, [*seen], {}, after)
    assert len(entries_in(folder)) == 3


def test_what_is_about_another_module_is_in_nobodys_way(tmp_path: Path) -> None:
    """Two who decide about different modules at once are both heard."""
    folder = write_library(tmp_path / "library")
    for name in ("session", "onboarding"):
        sign(folder, name)
    seen = entries_in(folder)
    add(folder, [taken_back("onboarding")], {}, seen)
    add(folder, [taken_back("session")], {}, seen)
    assert len(entries_in(folder)) == 4

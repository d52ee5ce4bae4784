"""Sign-offs and an index that the version before wrote: what was signed is signed, and an old index never misleads."""

from __future__ import annotations

from pathlib import Path
from shutil import copy, copytree

from tests.plain.program import run

KEPT = Path(__file__).parent / "data"


def test_what_was_signed_before_is_signed_now(tmp_path: Path) -> None:
    """A name, a date and a hash of before stand for the same text; of a changed text they do not."""
    library = copytree(KEPT / "signed", tmp_path / "library")
    status = run(tmp_path, "--library", str(library), "review", "status")
    assert status.out.count("reviewed by Test Reviewer, RN, 2026-11-20") == 3
    assert "3 of 4 reviewed, and as they were signed." in status.out
    file = library / "en" / "going-home.yaml"
    file.write_text(file.read_text().replace("What helps?", "What helps you?"))
    status = run(tmp_path, "--library", str(library), "review", "status")
    assert "2 of 4 reviewed, and as they were signed." in status.out


def test_an_index_of_before_is_taken_or_made_anew(tmp_path: Path) -> None:
    """With it in the cache the list is the one without it, byte for byte, and nothing is said."""
    library = copytree(KEPT / "signed", tmp_path / "library")
    fresh = run(tmp_path, "--library", str(library), "list")
    (index,) = (tmp_path / "cache").rglob("*.sqlite")
    copy(KEPT / "index.sqlite", index)
    assert run(tmp_path, "--library", str(library), "list") == fresh
    assert (fresh.status, fresh.err) == (0, "")

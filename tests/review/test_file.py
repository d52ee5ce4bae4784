"""`reviews.yaml`: read with findings, only ever added to, whole or not at all."""

from __future__ import annotations

import os
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_tui.library.check import check
from edu_tui.library.decode.reviews import decode_reviews
from edu_tui.library.signing.file import HEAD, add, entries_in, layout
from edu_tui.model.review import SignOff, Withdrawal
from edu_tui.system.errors import ReviewError, SaveError
from tests.library.samples import write, write_library

from .signed import DAY, UNTIL, sign, withdraw

if TYPE_CHECKING:
    from pathlib import Path

HASH = "ab" * 32
ENTRY = f"""\
  - module: going-home
    language: en
    hash: {HASH}
    reviewer: "Ana Ruiz"
    credential: "MD"
    role: "medical director"
    scope: "all of it"
    date: {DAY}
    review_by: {UNTIL}
"""
TAKEN_BACK = f"""\
  - module: going-home
    language: en
    withdrawn: {DAY}
    by: "Ana Ruiz"
    reason: "A dose is wrong."
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_library(tmp_path)


def test_it_is_laid_out_as_it_is_read() -> None:
    """What the program writes is what it reads, and it is laid out in one way only."""
    text = f"{HEAD}reviews:\n{ENTRY}{TAKEN_BACK}"
    decoded = decode_reviews("reviews.yaml", text)
    assert decoded.findings == ()
    assert decoded.model is not None
    assert layout(decoded.model) == text
    assert layout(()) == f"{HEAD}reviews: []\n"
    assert decode_reviews("reviews.yaml", layout(())).model == ()


LINE = (
    st.text(min_size=1, max_size=30)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: bool(text) and text.isprintable())
)


@given(LINE, LINE)
def test_any_name_comes_back_as_it_was_given(name: str, other: str) -> None:
    """Quotes, colons, signs of YAML and letters of all languages in names and reasons."""
    entries = (
        SignOff("a", "en", HASH, name, other, name, other, DAY, UNTIL),
        Withdrawal("a", "en", DAY, other, name),
    )
    assert decode_reviews("reviews.yaml", layout(entries)).model == entries


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        (HASH, "xyz", "bad-hash", 4),
        (HASH, HASH[:-1], "bad-hash", 4),
        (f"date: {DAY}", "date: 2026-02-30", "bad-date", 9),
        (f"date: {DAY}", "date: 25 November", "bad-date", 9),
        (f"review_by: {UNTIL}", "review_by: 2026-11-24", "bad-order", 10),
        (f"review_by: {UNTIL}", "review-by: 2027-11-25", "unknown-key", 10),
        ("language: en", "language: ../en", "bad-language", 3),
        ("module: going-home", "module: Going Home", "bad-id", 2),
        ('    reviewer: "Ana Ruiz"\n', "", "missing-key", 2),
        (ENTRY, TAKEN_BACK, "bad-order", 2),
        (f"reviews:\n{ENTRY}", "reviews: none\n", "wrong-type", 1),
        ("reviews:", "review:", "unknown-key", 1),
    ],
)
def test_what_was_written_by_hand_is_told(
    folder: Path, old: str, new: str, code: str, line: int
) -> None:
    """`check` says where and what; nothing counts as signed then, and nothing is written over it."""
    text = f"reviews:\n{ENTRY}"
    assert old in text
    path = write(folder, "reviews.yaml", text.replace(old, new))
    findings = [finding for finding in check(folder).findings if finding.file == "reviews.yaml"]
    assert (findings[0].code, findings[0].line, findings[0].severity) == (code, line, "error")
    assert check(path).findings == tuple(findings)
    before = path.read_bytes()
    with pytest.raises(ReviewError, match="nothing counts as signed"):
        sign(folder)
    assert path.read_bytes() == before


def test_what_signs_a_module_that_is_gone_is_history(folder: Path) -> None:
    """It is a warning, at its line, for history is not deleted."""
    sign(folder, "session")
    withdraw(folder, "session")
    (folder / "en/session.yaml").unlink()
    findings = [finding for finding in check(folder).findings if finding.file == "reviews.yaml"]
    assert [(finding.line, finding.severity, finding.code) for finding in findings] == [
        (5, "warning", "unused"),
        (14, "warning", "unused"),
    ]
    assert "there is no file en/session.yaml any more" in findings[0].message


def test_nothing_is_ever_taken_out(folder: Path) -> None:
    """Signing and taking back add to the end; what stood there stands there."""
    texts = []
    for _ in range(3):
        sign(folder)
        texts.append((folder / "reviews.yaml").read_text())
        withdraw(folder)
        texts.append((folder / "reviews.yaml").read_text())
    assert all(later.startswith(earlier) for earlier, later in pairwise(texts))
    assert len(entries_in(folder)) == 6


def left_behind(folder: Path) -> list[str]:
    """Names of half-written files."""
    return [path.name for path in folder.rglob("*.part")]


def test_a_write_that_fails_leaves_the_old_file(folder: Path) -> None:
    """Where the signed text cannot be kept, nothing is signed, and nothing half-written stays."""
    write(folder, "reviews", "a file where the folder of texts should be")
    before = (folder / "reviews.yaml").read_bytes()
    with pytest.raises(SaveError, match="cannot write"):
        sign(folder)
    assert (folder / "reviews.yaml").read_bytes() == before
    assert left_behind(folder) == []


def test_where_one_text_cannot_be_kept_none_is(folder: Path) -> None:
    """Of several that are signed together: a text that could be written does not take its place alone."""
    sign(folder)
    text = folder / "reviews/en/going-home.txt"
    before = text.read_bytes()
    write(folder, "reviews/es", "a file where a folder should be")
    fresh = {"reviews/en/going-home.txt": "other", "reviews/es/session.txt": "other"}
    with pytest.raises(SaveError, match="cannot write"):
        add(folder, [], fresh)
    assert text.read_bytes() == before
    assert left_behind(folder) == []


def test_what_is_signed_is_on_the_disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The text, the file and their folder have been waited for when signing is over."""
    waited: list[int] = []
    fsync = os.fsync

    def noted(handle: int) -> None:
        """As ever, and which file it was."""
        fsync(handle)
        waited.append(os.fstat(handle).st_ino)

    monkeypatch.setattr(os, "fsync", noted)
    sign(folder)
    signed = [folder / "reviews/en/going-home.txt", folder / "reviews.yaml", folder]
    assert waited == [path.stat().st_ino for path in signed]


def test_nothing_is_written_outside_the_library(folder: Path, tmp_path: Path) -> None:
    """A link that leads out is refused, wherever it leads."""
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    (folder / "reviews").mkdir()
    (folder / "reviews/en").symlink_to(outside)
    with pytest.raises(ReviewError, match="leads out of the library"):
        sign(folder)
    assert list(outside.iterdir()) == []
    assert entries_in(folder) == ()
    assert left_behind(folder) == []


def test_who_could_read_it_still_can(folder: Path) -> None:
    """The file keeps its permissions; a new library gets its first file as the umask says."""
    (folder / "reviews.yaml").chmod(0o640)
    sign(folder)
    assert (folder / "reviews.yaml").stat().st_mode & 0o777 == 0o640
    (folder / "reviews.yaml").unlink()
    add(folder, [], {})
    assert (folder / "reviews.yaml").read_text() == layout(())

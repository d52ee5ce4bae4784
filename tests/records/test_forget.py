"""Forgetting: what the reader wants gone is gone from the disk, and does not come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.records.log import Log
from tests.happened import happened

from .making import answered, forgotten, names, run, times

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.learning.event import Event


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records.sqlite"


def asked(at: int, module: str, unit: str, text: str) -> Event:
    detail = {"text": text, "why": "page", "note": ""}
    return happened("asked", at, module, "en", "", unit, "", detail)


@pytest.fixture
def log(path: Path) -> Log:
    """Two modules, a section, a step, questions, what was asked, an appointment, a plan."""
    log = Log(path)
    log.append(
        [
            answered(1, "going-home", "?drive"),
            answered(2, "going-home", "?sleep"),
            happened("read", 3, "going-home", "en", "v", "drive", "u"),
            asked(4, "going-home", "?drive", "What about my car?"),
            asked(5, "going-home", "drive", "Who drives?"),
            happened("walked", 6, "the-day", "en", "v", "drip/arrive", "u", {"last": False}),
            happened("appointed", 7, detail={"day": "2026-12-01"}),
            answered(8, "the-day", "?drive"),
            happened("planned", 9, detail={"parts": ["the-day"]}),
        ]
    )
    return log


@pytest.mark.parametrize(
    ("module", "unit", "gone"),
    [
        ("going-home", "?drive", [1, 4]),
        ("going-home", "drive", [3, 5]),
        ("the-day", "drip/arrive", [6]),
        ("going-home", "", [1, 2, 3, 4, 5]),
        ("", "", [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        ("going-home", "?other", []),
        ("another", "", []),
    ],
)
def test_all_that_is_about_it_goes_and_nothing_else(
    log: Log, module: str, unit: str, gone: list[int]
) -> None:
    """A question, a section, a step, a module, everything: these rows go, the others stay, in order."""
    before = times(log.events())
    assert log.forget(forgotten(10, module, unit)) == len(gone)
    assert times(log.events()) == [at for at in before if at not in gone] + [10]
    assert log.events()[-1][1].kind == "forgotten"


def test_only_a_wish_to_forget_forgets(log: Log) -> None:
    """Any other event is a programmer's mistake, and nothing is deleted."""
    with pytest.raises(ValueError, match="not a forgotten"):
        log.forget(answered(9))
    assert len(log.events()) == 9


def test_it_is_gone_from_the_disk(path: Path) -> None:
    """Neither the file nor what is beside it holds the words any more, while the program still runs."""
    log = Log(path)
    secret = b"unmistakable-words"
    log.append([answered(number) for number in range(200)])
    log.append([asked(300, "the-day", "", f"{secret.decode()} " * 500)])
    log.append([answered(number) for number in range(400, 600)])
    log.memo(1)
    log.keep_memo(1, 1, secret.decode() * 2000)
    assert any(secret in one.read_bytes() for one in path.parent.iterdir())
    log.forget(forgotten(700, "the-day"))
    assert not [one for one in path.parent.iterdir() if secret in one.read_bytes()]
    assert len(log.events()) == 401


def test_what_was_forgotten_on_another_machine_is_gone_from_the_disk_here(path: Path) -> None:
    """An import that brings the wish along takes the words out of the file and what is beside it."""
    log = Log(path)
    secret = b"unmistakable-words"
    log.append([asked(300, "the-day", "", f"{secret.decode()} " * 500), answered(400)])
    assert any(secret in one.read_bytes() for one in path.parent.iterdir())
    assert log.merge([forgotten(700, "the-day")]).forgotten == 1
    assert not [one for one in path.parent.iterdir() if secret in one.read_bytes()]
    assert times(log.events()) == [400, 700]
    log.close()


def test_the_wish_is_never_older_than_what_it_is_about(log: Log) -> None:
    """Where the clock went back, what was forgotten cannot come back as something newer."""
    log.forget(forgotten(2, "the-day"))
    assert times(log.events())[-1] == 8


def test_deleting_all_leaves_nothing(path: Path, log: Log) -> None:
    """Every file goes, what was moved aside and copied too; other files in the folder stay."""
    for name in (
        "records.damaged-20260101-101010.sqlite",
        "records.damaged-20260101-101010-2.sqlite",
        "records.damaged-20260101-101010.sqlite-wal",
        "records.before-v2.sqlite",
        "records.before-v2.sqlite.new",
        "records.before-v2.sqlite.new-journal",
    ):
        path.with_name(name).write_bytes(b"x")
    others = {"records.jsonl", "my-records.sqlite", "records.sqlite.backup", "clinic.yaml"}
    for name in others:
        path.with_name(name).write_bytes(b"x")
    kept = {one.name for one in path.parent.iterdir()} - others
    # What belongs to the connection goes when it is let go of.
    assert {file.name for file in log.files()} == kept
    gone = {one.name for one in log.delete_all()}
    assert gone == kept - {"records.sqlite-wal", "records.sqlite-shm"}
    assert set(names(path.parent)) == others
    assert log.events() == []
    assert log.delete_all() == ()


def test_what_cannot_be_read_can_be_deleted(path: Path) -> None:
    """A damaged file and a newer one go as well as any other."""
    path.write_bytes(b"garbage")
    assert Log(path).delete_all() == (path,)
    Log(path).append([answered(1)])
    run(path, "pragma user_version = 99")
    assert path in Log(path).delete_all()
    assert names(path.parent) == []

"""Events to keep, files to keep them in, and processes to do things apart from the tests' own."""

from __future__ import annotations

import os
import pickle
import sqlite3
import sys
import traceback
import warnings
from contextlib import closing
from typing import TYPE_CHECKING, Any, TypeVar

from tests.happened import happened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from edu_tui.learning.event import Event

T = TypeVar("T")
NOBODY = 65534


def answered(number: int, module: str = "going-home", unit: str = "") -> Event:
    """An answer like any other; `number` is its time."""
    detail = {"chosen": ["a-ride"], "try": 1, "verdict": "right", "behaviour": "check"}
    where = unit or f"?question-{number}"
    return happened("answered", number, module, "en", "0a1b2c3d", where, "4e5f6a7b", detail)


def forgotten(number: int, module: str = "", unit: str = "") -> Event:
    """The wish to have that forgotten."""
    return happened("forgotten", number, module, unit=unit)


def times(pairs: list[tuple[int, Event]]) -> list[int]:
    """Which events these are, by their time."""
    return [event.at for _, event in pairs]


def names(folder: Path) -> list[str]:
    """What is in a folder."""
    return sorted(path.name for path in folder.iterdir())


def raw(path: Path, query: str) -> list[Any]:
    """What the file says when asked directly."""
    with closing(sqlite3.connect(path)) as db:
        return db.execute(query).fetchall()


def run(path: Path, *statements: str) -> None:
    """Change the file behind the program's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for statement in statements:
            db.execute(statement)


def fork() -> int:
    """A copy of this process; what the tests' own threads hold is not needed in it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def apart(work: Callable[[], T]) -> T:
    """What it gives when it is done in a process of its own."""
    reading, writing = os.pipe()
    child = fork()
    if child == 0:
        status = 1
        try:
            os.close(reading)
            with os.fdopen(writing, "wb") as out:
                pickle.dump(work(), out)
            status = 0
        except BaseException:  # noqa: BLE001 - whatever it is, the test is told
            traceback.print_exc(file=sys.__stderr__)
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as given:
        data = given.read()
    _, status = os.waitpid(child, 0)
    assert status == 0, "the process apart failed; its traceback is above"
    result: T = pickle.loads(data)
    return result


def give_to_nobody(*paths: Path) -> None:
    """Make them that user's; who is not root is no more than nobody, and has them already."""
    if os.geteuid() == 0:
        for path in paths:
            os.chown(path, NOBODY, NOBODY)


def as_nobody(work: Callable[[], T]) -> T:
    """The same by a user who may write only where everyone may; root is asked for no permission."""

    def lowered() -> T:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        return work()

    return apart(lowered)

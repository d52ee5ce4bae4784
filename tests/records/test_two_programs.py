"""Two programs with the same records at once: each keeps all it acknowledged, neither gets in the way."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from edu_tui.records.log import Log

from .making import answered, fork, names, raw, times

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MANY = 100


def together(*works: Callable[[], object]) -> list[int]:
    """Each in a process of its own, let go at the same moment; their exit codes."""
    waiting, go = os.pipe()
    children = []
    for work in works:
        children.append(fork())
        if children[-1] == 0:
            status = 1
            try:
                os.close(go)
                os.read(waiting, 1)
                work()
                status = 0
            finally:
                os._exit(status)
    os.close(waiting)
    os.close(go)
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


def writer(path: Path, first: int) -> Callable[[], object]:
    def work() -> None:
        log = Log(path)
        for number in range(first, first + MANY):
            log.append([answered(number)], sure=number % 3 == 0)
        log.close()

    return work


def test_two_writers(tmp_path: Path) -> None:
    """Two programs append at the same time: all is there, each in its own order."""
    path = tmp_path / "records.sqlite"
    assert together(writer(path, 1000), writer(path, 2000)) == [0, 0]
    found = times(Log(path).events())
    assert [at for at in found if at < 2000] == list(range(1000, 1000 + MANY))
    assert [at for at in found if at >= 2000] == list(range(2000, 2000 + MANY))
    assert raw(path, "pragma integrity_check") == [("ok",)]


def test_the_first_start_of_several(tmp_path: Path) -> None:
    """Programs that make the file at the same moment make one file, and each answer is in it."""
    for turn in range(30):
        path = tmp_path / str(turn) / "records.sqlite"

        def work(number: int, path: Path = path) -> Callable[[], object]:
            return lambda: Log(path).append([answered(number)]) and None

        assert together(*[work(number) for number in range(4)]) == [0, 0, 0, 0]
        log = Log(path)
        assert (sorted(times(log.events())), log.notice) == ([0, 1, 2, 3], "")


def test_one_reads_what_the_other_writes(tmp_path: Path) -> None:
    """Each sees at once what the other kept, without being opened anew."""
    log, other = Log(tmp_path / "records.sqlite"), Log(tmp_path / "records.sqlite")
    log.append([answered(1)])
    assert times(other.events()) == [1]
    other.append([answered(2)])
    assert times(log.events()) == [1, 2]
    log.close()
    other.append([answered(3)])
    assert times(log.events()) == [1, 2, 3]


def test_one_deletes_while_the_other_reads_on(tmp_path: Path) -> None:
    """After everything was deleted by another program, what comes next is kept in a new file."""
    path = tmp_path / "records.sqlite"
    log, other = Log(path), Log(path)
    log.append([answered(1)])
    other.append([answered(2)])
    other.delete_all()
    log.append([answered(3)])
    assert times(other.events()) == [3]
    log.close()
    other.close()
    assert names(tmp_path) == ["records.sqlite"]
    assert times(Log(path).events()) == [3]

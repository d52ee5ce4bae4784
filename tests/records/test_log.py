"""The log when all goes well: what is appended is there, once, in order, for its owner alone."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from edu_tui.records.log import Log

from .making import answered, apart, forgotten, names, raw, run, times

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the records go; the folder is not there yet."""
    return tmp_path / "data" / "edu-tui" / "records.sqlite"


def test_nothing_is_made_before_the_first_append(tmp_path: Path, path: Path) -> None:
    """Making a log, reading it and closing it leave no file and no folder."""
    log = Log(path)
    assert log.events() == []
    assert log.memo(1) == (0, "")
    assert log.append([]) == ()
    assert log.files() == ()
    log.close()
    assert list(tmp_path.iterdir()) == []


def test_what_is_appended_is_there(path: Path) -> None:
    """Events come back equal, in their order, from the same log and from another one."""
    log = Log(path)
    kept = [*log.append([answered(5), answered(3)]), *log.append([answered(4)], sure=False)]
    assert [event for _, event in log.events()] == kept
    assert [event._replace(id="") for event in kept] == [answered(5), answered(3), answered(4)]
    log.close()
    assert [event for _, event in Log(path).events()] == kept


def test_each_event_has_an_id_of_its_own(path: Path) -> None:
    """An event without an id is given a random UUID; one that has an id keeps it."""
    log = Log(path)
    kept = log.append([answered(1), answered(1)])
    assert len({event.id for event in kept}) == 2
    assert all(UUID(event.id).version == 4 for event in kept)
    assert log.append(kept) == kept


def test_appending_twice_keeps_once(path: Path) -> None:
    """An event whose id is there already is not there twice, and the others with it are kept."""
    log = Log(path)
    kept = log.append([answered(1)])
    log.append([*kept, answered(2)])
    assert times(log.events()) == [1, 2]


def test_only_what_came_since(path: Path) -> None:
    """`events(after)` gives what came after that serial number, never an older one again."""
    log = Log(path)
    log.append([answered(1), answered(2)])
    (_, last) = [serial for serial, _ in log.events()]
    log.append([answered(3)])
    assert times(log.events(last)) == [3]


def test_serial_numbers_are_never_used_again(path: Path) -> None:
    """After everything was forgotten, what comes next has a higher number all the same."""
    log = Log(path)
    log.append([answered(1), answered(2)])
    last = log.events()[-1][0]
    log.forget(forgotten(3))
    log.append([answered(4)])
    assert times(log.events(last)) == [3, 4]


def test_events_are_never_changed(path: Path) -> None:
    """The file itself refuses to change an event, whoever asks."""
    log = Log(path)
    log.append([answered(1)])
    log.close()
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        run(path, "update event set at = 2")


def test_any_words_are_kept(path: Path) -> None:
    """What cannot be shown becomes an odd character before it is kept; everything else stays."""
    text = 'caf\u00e9 \u4f60\u597d \U0001f600 it\'s "so"\n\ud800\x1b[31m\u202e\x00'
    log = Log(path)
    (kept,) = log.append([answered(1)._replace(more={"text": text})])
    assert kept.more["text"].startswith('caf\u00e9 \u4f60\u597d \U0001f600 it\'s "so"\n\ufffd')
    assert not set("\x1b\u202e\x00\ud800") & set(kept.more["text"])
    assert [event for _, event in log.events()] == [kept]


# the fold that was written down


def test_a_memo_comes_back(path: Path) -> None:
    """The fold of the same version comes back with its serial number; of another version, nothing."""
    log = Log(path)
    log.append([answered(1)])
    assert log.memo(7) == (0, "")
    log.keep_memo(7, 1, "folded")
    assert log.memo(7) == (1, "folded")
    assert log.memo(8) == (0, "")
    log.close()
    assert Log(path).memo(7) == (1, "folded")


def test_forgetting_drops_the_memo(path: Path) -> None:
    """What was folded from forgotten events is gone with them."""
    log = Log(path)
    log.append([answered(1)])
    log.memo(7)
    log.keep_memo(7, 1, "folded")
    log.forget(forgotten(2, "going-home"))
    assert log.memo(7) == (0, "")


def test_a_fold_from_before_is_not_kept(path: Path) -> None:
    """A program that folded before another one forgot cannot bring the forgotten back by its memo."""
    log, other = Log(path), Log(path)
    log.append([answered(1)])
    log.memo(7)
    other.forget(forgotten(2))
    log.keep_memo(7, 1, "folded before")
    assert log.memo(7) == (0, "")
    log.keep_memo(7, 2, "folded after")
    assert log.memo(7) == (2, "folded after")


# the file


def test_a_clean_end_leaves_one_file(path: Path) -> None:
    """After `close` everything is in the one file, and nothing is beside it; a log may go on afterwards."""
    log = Log(path)
    log.append([answered(1)], sure=False)
    assert path.with_name("records.sqlite-wal").stat().st_size > 0
    log.close()
    assert names(path.parent) == ["records.sqlite"]
    log.append([answered(2)])
    log.close()
    assert times(Log(path).events()) == [1, 2]


def test_only_the_owner_may_read(path: Path) -> None:
    """With a umask that keeps nothing, each file is for its owner alone, and each folder made too."""

    def modes() -> dict[str, int]:
        os.umask(0)
        log = Log(path)
        log.append([answered(1)])
        paths = [*path.parent.iterdir(), path.parent, path.parent.parent]
        result = {one.name: stat.S_IMODE(one.stat().st_mode) for one in paths}
        log.close()
        return result

    assert apart(modes) == {
        "records.sqlite": 0o600,
        "records.sqlite-wal": 0o600,
        "records.sqlite-shm": 0o600,
        "edu-tui": 0o700,
        "data": 0o700,
    }


@pytest.mark.parametrize(("sure", "level"), [(True, 2), (False, 1)])
def test_sure_waits_for_the_disk(path: Path, *, sure: bool, level: int) -> None:
    """A sure append runs with `synchronous` full, another with normal, each in the log beside the file."""
    log = Log(path)
    log.append([answered(1)], sure=not sure)
    log.append([answered(2)], sure=sure)
    db = log._store._db
    assert db is not None
    assert db.execute("pragma synchronous").fetchone() == (level,)
    assert db.execute("pragma journal_mode").fetchone() == ("wal",)


def test_threads_may_share_a_log(path: Path) -> None:
    """Several threads append and read through one log; nothing is lost or mixed up."""
    log = Log(path)

    def work(first: int) -> None:
        for number in range(first, first + 25):
            log.append([answered(number)], sure=False)
            log.events(number)

    threads = [threading.Thread(target=work, args=(n * 25,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(times(log.events())) == list(range(100))
    log.close()
    assert raw(path, "pragma integrity_check") == [("ok",)]

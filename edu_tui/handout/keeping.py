"""Files: written whole or not at all, never over another unless that is asked for."""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import count
from pathlib import Path
from secrets import token_hex

from edu_tui.system.errors import SaveError, UsageError

PRIVATE = 0o600
PUBLIC = 0o666
"""Less what the user's umask takes away."""


def keep(path: Path, data: bytes, *, private: bool, replace: bool) -> None:
    """Write the file; raises UsageError where one is in the way, SaveError where it cannot be."""
    try:
        if path.exists() and not path.is_file():
            raise UsageError(f"{path} is not a file. Name a file to write.")
        # A link stays a link. `Path.resolve` would not give an OSError for one that leads to itself.
        _write(Path(os.path.realpath(path)), data, private=private, replace=replace)
    except FileExistsError as error:
        raise UsageError(f"{path} is there already. --force writes over it.") from error
    except OSError as error:
        raise SaveError(path, error) from error


def keep_beside(folder: Path, name: str, ending: str, data: bytes) -> Path:
    """Write a private file `name.ending`, or `name-2.ending` and so on; the path it has got."""
    for number in count(1):
        path = folder / (f"{name}.{ending}" if number == 1 else f"{name}-{number}.{ending}")
        try:
            _write(path, data, private=True, replace=False)
        except FileExistsError:
            continue
        except OSError as error:
            raise SaveError(path, error) from error
        else:
            return path
    raise AssertionError("numbers do not end")


def _write(path: Path, data: bytes, *, private: bool, replace: bool) -> None:
    mode = PRIVATE if private else PUBLIC
    if not replace:
        # Its name is taken first, so that no other program's file is ever written over.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode))
    part = path.with_name(f".edu-tui-{token_hex(8)}.part")
    try:
        _put(part, data, mode)
        part.replace(path)
    except OSError:
        for left in [part] if replace else [part, path]:
            with suppress(OSError):
                left.unlink()
        raise


def _put(path: Path, data: bytes, mode: int) -> None:
    """All of it, and on the disk."""
    number = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode)
    with os.fdopen(number, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())

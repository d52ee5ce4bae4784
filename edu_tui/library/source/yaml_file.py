"""Reading a content file's text from the disk, and nothing that is not one.

Only ordinary files inside the library's folder are opened, only up to a bound, and only UTF-8: a
pipe cannot block the program, a link cannot lead out of the folder, a huge file cannot fill memory.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from edu_tui.library.finding import Finding
from edu_tui.system.errors import LibraryError

if TYPE_CHECKING:
    from pathlib import Path

LIBRARY_FILE = "library.yaml"
SOURCES_FILE = "sources.yaml"
REVIEWS_FILE = "reviews.yaml"
GLOSSARY_FILE = "glossary.yaml"
LISTS_FILE = "lists.yaml"
WORDS_FILE = "words.yaml"
MAX_BYTES = 1024 * 1024
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def folder_and_file(path: Path) -> tuple[Path, str]:
    """A library's folder, and the file of it that a path names; raises LibraryError for neither."""
    if path.is_dir():
        return path, ""
    for folder in (path.parent, path.parent.parent):
        if is_there(folder / LIBRARY_FILE):
            return folder, path.relative_to(folder).as_posix()
    if not is_there(path):
        raise LibraryError(f"There is no file or folder {path}.")
    message = f"{path} is not in a library: there is no {LIBRARY_FILE} beside it or above it."
    raise LibraryError(message)


def read_bytes(folder: Path, file: str) -> bytes | Finding:
    """The bytes of a file of this folder, or why they cannot be had."""
    path = folder / file
    try:
        if not path.resolve(strict=True).is_relative_to(folder.resolve()):
            return _refusal(file, "not-a-file", "this link leads out of the library's folder")
        handle = os.open(path, _FLAGS)
    except FileNotFoundError:
        return _refusal(file, "no-file", "there is no such file")
    except (OSError, RuntimeError) as error:
        # pathlib before Python 3.13 tells a loop of links by RuntimeError
        return _refusal(file, "unreadable", f"cannot be read: {_reason(error)}")
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return _refusal(file, "not-a-file", "this is not an ordinary file")
        return _bounded(handle, file)
    except OSError as error:
        return _refusal(file, "unreadable", f"cannot be read: {_reason(error)}")
    finally:
        os.close(handle)


def decode_utf8(file: str, data: bytes) -> str | Finding:
    """The text with plain line ends and no byte order mark, or where it is not UTF-8."""
    if b"\0" in data:
        from edu_tui.library.source.wide import marked, unmarked

        if wide := marked(data) or unmarked(data):
            message = f"this is {wide[:6].upper()}; save the file with the encoding UTF-8"
            return _refusal(file, "bad-encoding", message)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        begin = data.rfind(b"\n", 0, error.start) + 1
        line = data.count(b"\n", 0, error.start) + 1
        column = len(data[begin : error.start].decode("utf-8", "replace")) + 1
        end = data.find(b"\n", error.start)
        shown = data[begin : end if end >= 0 else len(data)].decode("utf-8", "replace")
        message = "this is not UTF-8; save the file with the encoding UTF-8"
        return Finding(file, line, column, "error", "bad-encoding", "", message, shown)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def is_there(path: Path) -> bool:
    """Whether there is anything of that name; what cannot be looked at counts as not there."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def names_in(folder: Path) -> list[str]:
    """The names in a folder, sorted; none where it cannot be listed."""
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names are all that is wanted
    except OSError:
        return []


def _bounded(handle: int, file: str) -> bytes | Finding:
    parts: list[bytes] = []
    size = 0
    while part := os.read(handle, MAX_BYTES + 1 - size):
        parts.append(part)
        size += len(part)
        if size > MAX_BYTES:
            message = "the file is larger than 1 MiB; split it into several modules"
            return _refusal(file, "too-large", message)
    return b"".join(parts)


def _reason(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error)


def _refusal(file: str, code: str, message: str) -> Finding:
    return Finding(file, 1, 1, "error", code, "", message, "")

"""`reviews.yaml`, and beside it in `reviews/` the texts that were signed: written whole or not at all.

Entries are only ever added. One program at a time adds, to what the file holds at that moment; a file
that cannot be read is never written over.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from json import dumps
from secrets import token_hex
from typing import TYPE_CHECKING

from edu_tui.library.decode.reviews import decode_reviews
from edu_tui.library.finding import as_text
from edu_tui.library.source.yaml_file import REVIEWS_FILE, decode_utf8, is_there, read_bytes
from edu_tui.system.errors import ReviewError, SaveError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from edu_tui.model.review import Entry

TEXTS = "reviews"
"""The folder of the texts that were signed."""
HEAD = """\
# Clinical sign-offs. The program writes this file; do not edit it by hand.
# To sign: edu-tui review sign. To take a sign-off back: edu-tui review withdraw.
# What each one is for stands in reviews/LANGUAGE/MODULE.txt.
"""


def entries_in(folder: Path) -> tuple[Entry, ...]:
    """All entries, none where there is no file; raises ReviewError where it cannot be read."""
    if not is_there(folder / REVIEWS_FILE):
        return ()
    data = read_bytes(folder, REVIEWS_FILE)
    text = decode_utf8(REVIEWS_FILE, data) if isinstance(data, bytes) else data
    if not isinstance(text, str):
        raise _unusable(as_text(text))
    decoded = decode_reviews(REVIEWS_FILE, text)
    if decoded.model is None:
        raise _unusable("\n".join(as_text(finding) for finding in decoded.findings[:3]))
    return decoded.model


def kept_text(folder: Path, module: str, language: str) -> str:
    """The text that was signed, as it is kept; empty where it is not."""
    data = read_bytes(folder, text_file(module, language))
    text = decode_utf8("", data) if isinstance(data, bytes) else data
    return text if isinstance(text, str) else ""


def text_file(module: str, language: str) -> str:
    """Where the signed text of a module is, within the library."""
    return f"{TEXTS}/{language}/{module}.txt"


def add(
    folder: Path,
    fresh: list[Entry],
    texts: Mapping[str, str],
    seen: tuple[Entry, ...] | None = None,
) -> None:
    """Add entries, and keep the signed texts, by file; raises ReviewError or SaveError.

    With `seen`, the entries that whoever decides this has seen: where others have come meanwhile about the
    same modules, nothing is written.
    """
    path = folder / REVIEWS_FILE
    try:
        with _alone(folder):
            there = entries_in(folder)
            if seen is not None:
                _refuse_news(there, seen, fresh)
            laid_out = layout((*there, *fresh))
            _replace(folder, {**texts, REVIEWS_FILE: laid_out})
    except OSError as error:
        raise SaveError(path, error) from error


def _refuse_news(there: tuple[Entry, ...], seen: tuple[Entry, ...], fresh: list[Entry]) -> None:
    about = {(entry.module, entry.language) for entry in fresh}
    before, now = (
        [entry for entry in some if (entry.module, entry.language) in about]
        for some in (seen, there)
    )
    if before != now:
        names = ", ".join(dict.fromkeys(entry.module for entry in now[len(before) :])) or "a module"
        raise ReviewError(
            f"somebody else has signed {names}, or taken a sign-off back, while you were asked. Nothing was "
            "written. Look at it first: edu-tui review; then do it again."
        )


def layout(entries: tuple[Entry, ...]) -> str:
    """The file: always laid out the same way, so that a comparison shows what was added."""
    if not entries:
        return f"{HEAD}reviews: []\n"
    lines = []
    for entry in entries:
        pairs = [f"{name}: {_quoted(name, value)}" for name, value in entry._asdict().items()]
        lines += [f"  - {pairs[0]}", *(f"    {pair}" for pair in pairs[1:])]
    return f"{HEAD}reviews:\n" + "".join(f"{line}\n" for line in lines)


def _quoted(name: str, value: str) -> str:
    """What a person wrote stands in quotes, for it may begin with any sign."""
    plain = name in {"module", "language", "hash", "date", "review_by", "withdrawn"}
    return value if plain else dumps(value, ensure_ascii=False)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """While it lasts no other program of ours adds; the lock goes with the program."""
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
        os.fsync(handle)
    finally:
        os.close(handle)


def _replace(folder: Path, files: Mapping[str, str]) -> None:
    """All of them are on the disk before the first takes its place; the last is what counts."""
    parts: dict[Path, Path] = {}
    try:
        for file, text in files.items():
            path = (folder / file).resolve()
            if not path.is_relative_to(folder.resolve()):
                raise ReviewError(f"{file} is a link that leads out of the library. Delete it.")
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_name(f".edu-tui-{token_hex(8)}.part")
            parts[part] = path
            _put(part, text, path)
        for part, path in parts.items():
            part.replace(path)
    finally:
        for part in parts:
            with suppress(OSError):
                part.unlink()


def _put(part: Path, text: str, place_of: Path) -> None:
    with part.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        if place_of.exists():
            # Whoever could read it before can read it after.
            os.fchmod(file.fileno(), place_of.stat().st_mode & 0o777)
        os.fsync(file.fileno())


def _unusable(why: str) -> ReviewError:
    return ReviewError(
        f"{REVIEWS_FILE} cannot be used, so nothing was written and nothing counts as signed:\n{why}"
    )

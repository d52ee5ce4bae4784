"""The lists that stand once in a library, for every module that draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.source.yaml_file import LISTS_FILE, decode_utf8, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from edu_tui.model.module import SharedList


def lists_files(source: str, language: str) -> tuple[str, ...]:
    """Where the lists of a language stand: first those of the source language, which serve for what it lacks."""
    return tuple(f"{name}/{LISTS_FILE}" for name in dict.fromkeys((source, language)))


class SharedLists:
    """A library's files of lists; each is read when a module first draws one, and again when it has changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, tuple[bytes, dict[str, SharedList]]] = {}

    def of(self, files: Iterable[str]) -> dict[str, SharedList]:
        """Those of the files by id, a later file's before an earlier one's; none of one that is broken."""
        found: dict[str, SharedList] = {}
        for file, data in self._data(files):
            if file not in self._read or self._read[file][0] != data:
                self._read[file] = data, _decoded(file, data)
            found |= self._read[file][1]
        return found

    def state(self, files: Iterable[str]) -> str:
        """What stands for the content of the files; empty where there are none."""
        from hashlib import blake2b

        return " ".join(blake2b(data, digest_size=16).hexdigest() for _, data in self._data(files))

    def _data(self, files: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        for file in files:
            data = read_bytes(self._folder, file)
            if isinstance(data, bytes):
                yield file, data


def _decoded(file: str, data: bytes) -> dict[str, SharedList]:
    from edu_tui.library.decode.lists import decode_lists

    text = decode_utf8(file, data)
    module = decode_lists(file, text).model if isinstance(text, str) else None
    return {one.id: one for one in module.shared} if module else {}

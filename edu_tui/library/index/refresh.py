"""Bringing the index up to date: only files that changed are read, and kept in small batches.

A file counts as unchanged when its path, size and time of change are those of the index, or when
its content's hash is. It may be stopped between any two files; what was read stays.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from edu_tui.library.completed import completed
from edu_tui.library.decode.module import decode_module
from edu_tui.library.index.contents import audiences, blank_entry
from edu_tui.library.index.outline import as_text, outline_of
from edu_tui.library.index.rows import entry_of, rows_of, rows_of_terms
from edu_tui.library.index.tables import IndexedModule, Stamp
from edu_tui.library.pictures.drawings import renew
from edu_tui.library.shared_lists import lists_files
from edu_tui.library.source.first_lines import title_in
from edu_tui.library.source.yaml_file import decode_utf8, read_bytes
from edu_tui.model.version import unit_versions

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import DirEntry

    from edu_tui.library.front import LibraryFiles
    from edu_tui.model.module import Module

BATCH = 10
"""Few enough that a search in between does not wait."""


def hash_of(data: bytes) -> str:
    """What stands for a file's content in the index."""
    return blake2b(data, digest_size=16).hexdigest()


class Refresh:
    """One pass over the files of a library in one language."""

    def __init__(self, front: LibraryFiles, language: str) -> None:
        self._front = front
        self._index = front.index
        self._language = language
        self._library = front.library()
        self._source = self._library.languages[0]

    def run(self, progress: Callable[[int, int], None], stop: Callable[[], bool]) -> None:
        """Read what changed, forget what is gone, glossary included."""
        self._around()
        recorded = self._index.stamps(self._language)
        now = self._stamps_now()
        self._index.drop(self._language, recorded.keys() - now.keys())
        self._glossary()
        self._front.everyday(self._language)
        changed = [
            name
            for name, stamp in now.items()
            if name not in recorded or stamp != recorded[name]._replace(hash="")
        ]
        for done in range(0, len(changed), BATCH):
            batch: list[IndexedModule] = []
            same: dict[str, Stamp] = {}
            for name in changed[done : done + BATCH]:
                if stop():
                    break
                self._read(name, now[name], recorded.get(name), batch, same)
            self._index.put(self._language, batch)
            self._index.touch(self._language, same)
            progress(min(done + BATCH, len(changed)), len(changed))
            if stop():
                return

    def _stamps_now(self) -> dict[str, Stamp]:
        """Every module of the courses, with its file as it is on the disk; hashes are left out."""
        files = self._files(self._source)
        if self._language != self._source:
            files.update(self._files(self._language))
        none = ("", 0, 0)
        return {
            name: Stamp(*files.get(name, none), "", audience)
            for name, audience in audiences(self._library).items()
        }

    def _files(self, language: str) -> dict[str, tuple[str, int, int]]:
        from os import scandir

        files: dict[str, tuple[str, int, int]] = {}
        try:
            with scandir(self._front.folder / language) as entries:
                for entry in entries:
                    if entry.name.endswith(".yaml"):
                        files[entry.name[:-5]] = _stat(f"{language}/{entry.name}", entry)
        except OSError:
            return files
        return files

    def _read(
        self,
        name: str,
        stamp: Stamp,
        before: Stamp | None,
        batch: list[IndexedModule],
        same: dict[str, Stamp],
    ) -> None:
        if not stamp.file:
            batch.append(
                IndexedModule(name, stamp, blank_entry(name, self._language, "missing"), ())
            )
            return
        data = read_bytes(self._front.folder, stamp.file)
        stamp = stamp._replace(hash=hash_of(data) if isinstance(data, bytes) else "")
        if before and stamp.hash and stamp == before._replace(size=stamp.size, mtime=stamp.mtime):
            same[name] = stamp
            return
        batch.append(self._decode(name, stamp, data))

    def _decode(self, name: str, stamp: Stamp, data: object) -> IndexedModule:
        file = stamp.file
        text = decode_utf8(file, data) if isinstance(data, bytes) else data
        read = decode_module(file, text).model if isinstance(text, str) else None
        module = completed(self._front, read) if read else None
        if module is None:
            title = title_in(text) if isinstance(text, str) else ""
            entry = blank_entry(name, file.partition("/")[0], "broken", title)
            return IndexedModule(name, stamp, entry, ())
        clinic = self._library.clinic
        rows = tuple(rows_of(module, clinic))
        outline = as_text(outline_of(module, clinic))
        entry = entry_of(module, clinic)
        return IndexedModule(name, stamp, entry, rows, _units(module), outline)

    def _around(self) -> None:
        """A clinic's words, lists and drawings are part of every text: when they change, all is read again."""
        words = "\n".join(f"{name} {part}" for name, part in self._library.clinic.items())
        lists = self._front.shared_lists.state(lists_files(self._source, self._language))
        for what, now in (("clinic", words), ("lists", lists), ("pictures", renew(self._front))):
            key = f"{what} {self._language}"
            if self._index.meta(key) != now:
                self._index.invalidate(self._language)
                self._index.set_meta(key, now)

    def _glossary(self) -> None:
        file = self._front.glossary_file(self._language)
        data = read_bytes(self._front.folder, file)
        stamp = f"{file} {hash_of(data) if isinstance(data, bytes) else ''}"
        if self._index.meta(f"glossary {self._language}") == stamp:
            return
        terms = self._front.glossary(self._language)
        # a term comes once for each of its forms
        once = {term.term: term for term in terms.values()}
        self._index.put_words(self._language, rows_of_terms(once.values()), stamp)


def _units(module: Module) -> str:
    """A line for each part that patients see: its unit name and its version; and the same of what staff
    see, after a blank line, where that is something else.
    """
    patients = module.for_audience("patient")
    shown = (patients,) if patients == module else (patients, module)
    return "\n\n".join(
        "\n".join(f"{name} {version}" for name, version in unit_versions(one).items())
        for one in shown
    )


def _stat(file: str, entry: DirEntry[str]) -> tuple[str, int, int]:
    try:
        status = entry.stat()
    except OSError:
        return file, -1, -1
    return file, status.st_size, status.st_mtime_ns

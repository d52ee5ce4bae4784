"""The front matter of a library: `library.yaml` with the clinic's words, glossaries, sources.

The library is decoded once for each state of its file and kept in the index, so that the next start
needs no YAML. Whoever asks gets the same record until the file changes.
"""

from __future__ import annotations

from _thread import allocate_lock
from typing import TYPE_CHECKING

from edu_tui.library.index.contents import library_from_lists
from edu_tui.library.source.yaml_file import (
    GLOSSARY_FILE,
    LIBRARY_FILE,
    SOURCES_FILE,
    WORDS_FILE,
    decode_utf8,
    is_there,
    read_bytes,
)
from edu_tui.system.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from edu_tui.library.decode.module import Decoded, T
    from edu_tui.library.finding import Finding
    from edu_tui.library.index.index import Index
    from edu_tui.library.shared_lists import SharedLists
    from edu_tui.model.everyday import EverydayWords
    from edu_tui.model.library import Library
    from edu_tui.model.picture import Drawing
    from edu_tui.model.reference import Source, Term


class LibraryFiles:
    """A library folder's own files, and its index."""

    def __init__(self, folder: Path, cache: Path | None, clinic: Path | None) -> None:
        self.folder = folder.absolute()
        self._clinic = clinic.absolute() if clinic else None
        self._cache = cache
        self._index: Index | None = None
        self._opening = allocate_lock()
        self._library: Library | None = None
        self._words: dict[str, str] = {}
        self._stamp = ""
        self._glossaries: dict[str, tuple[bytes, dict[str, Term]]] = {}
        self._sources: tuple[bytes, dict[str, Source]] = (b"", {})
        self._shared_lists: SharedLists | None = None
        self._everyday: tuple[bytes, dict[str, EverydayWords]] = (b"", {})
        self.drawings: dict[str, Drawing] = {}
        """By name of the file, as it was last read; `library/pictures/drawings.py` keeps them here."""

    @property
    def opened_index(self) -> Index | None:
        """The index if anyone has needed it yet: SQLite is not loaded to read one module."""
        return self._index

    @property
    def has_index(self) -> bool:
        """Whether there is an index to ask; one in memory is there once it is opened."""
        path = self._index_path()
        return self._index is not None or (path is not None and is_there(path))

    @property
    def index(self) -> Index:
        """The index, opened when it is first needed."""
        # the reading thread and the worker may both be the first; two in memory would not meet
        with self._opening:
            if self._index is None:
                from edu_tui.library.index.index import Index

                self._index = Index(self._index_path(), str(self.folder))
            return self._index

    def pack(self) -> bytes:
        """The index, which is closed: SQLite must not be open where a process forks."""
        packed = self.index.pack()
        self.close()
        return packed

    def unpack(self, packed: bytes) -> None:
        """Go on with that index, in memory alone."""
        from edu_tui.library.index.index import Index

        self.close()
        self._index = Index.unpack(packed, str(self.folder))

    def close(self) -> None:
        """Let go of the index file."""
        if self._index is not None:
            self._index.close()
            self._index = None

    # the library

    def from_index(self) -> Library | None:
        """The library as the index keeps it, if its file has not changed since."""
        if not self.has_index:
            return None
        stamp = self._stamp_now()
        if self._library is not None and self._stamp == stamp:
            return self._library
        if self._cache is None:
            return None
        kept = self.index.meta("library")
        if not stamp or not kept:
            return None
        from json import loads

        try:
            record = loads(kept)
            if record["stamp"] != stamp:
                return None
            self._words = dict(record["words"])
            self._library, self._stamp = library_from_lists(record["library"]), stamp
        except (ValueError, KeyError, TypeError):
            # written by a program that knew other fields
            return None
        return self._library

    def library(self) -> Library:
        """The library as its file is now; raises LibraryError in plain words."""
        known = self.from_index()
        if known is not None:
            return known
        stamp = self._stamp_now()
        if self._library is not None and self._stamp == stamp:
            return self._library
        library = self._read_library()
        self._library, self._stamp = library, stamp
        if stamp and self._cache is not None:
            from json import dumps

            record = {"stamp": stamp, "library": library, "words": self._words}
            self.index.set_meta("library", dumps(record, ensure_ascii=False))
        return library

    def own_words(self) -> dict[str, str]:
        """The library's words for placeholders, whatever a clinic puts in their place."""
        self.current()
        return self._words

    def current(self) -> Library:
        """The library as it was last opened, whatever has become of its file since."""
        return self._library or self.library()

    def nearest_language(self, language: str) -> str:
        """That language, or the source language when the library does not have it."""
        languages = self.current().languages
        return language if language in languages else languages[0]

    # files

    def file_of(self, module_id: str, language: str) -> str:
        """The module's file in that language or in the source language; empty for none."""
        from edu_tui.library.decode.names import ID, MAX_ID

        if not ID.fullmatch(module_id) or len(module_id) > MAX_ID:
            return ""
        library = self.current()
        for folder in (language, library.languages[0]):
            file = f"{folder}/{module_id}.yaml"
            if is_there(self.folder / file):
                return file
        return ""

    def glossary_file(self, language: str) -> str:
        """The glossary in that language or in the source language."""
        library = self.current()
        own = f"{language}/{GLOSSARY_FILE}"
        return own if is_there(self.folder / own) else f"{library.languages[0]}/{GLOSSARY_FILE}"

    def glossary(self, language: str) -> dict[str, Term]:
        """Terms by every form in lower case; empty when there is none or it is broken."""
        from edu_tui.library.decode.reference import decode_glossary, terms_by_form

        file = self.glossary_file(language)
        data = read_bytes(self.folder, file)
        if not isinstance(data, bytes):
            return {}
        known = self._glossaries.get(file)
        if known is None or known[0] != data:
            terms = _decoded(file, data, decode_glossary)
            known = (data, terms_by_form(terms or ()))
            self._glossaries[file] = known
        return known[1]

    @property
    def shared_lists(self) -> SharedLists:
        """The lists that modules draw: loaded when a module draws one."""
        if self._shared_lists is None:
            from edu_tui.library.shared_lists import SharedLists

            self._shared_lists = SharedLists(self.folder)
        return self._shared_lists

    def sources(self) -> dict[str, Source]:
        """Sources by id; empty when there are none or the file is broken."""
        from edu_tui.library.decode.reference import decode_sources

        data = read_bytes(self.folder, SOURCES_FILE)
        if not isinstance(data, bytes):
            return {}
        if self._sources[0] != data:
            sources = _decoded(SOURCES_FILE, data, decode_sources) or ()
            self._sources = (data, {source.id: source for source in sources})
        return self._sources[1]

    def everyday(self, language: str) -> EverydayWords:
        """What people type in a language, as the file is now; nothing where there is none or it is broken."""
        from edu_tui.model.everyday import EverydayWords

        data = read_bytes(self.folder, WORDS_FILE)
        if not isinstance(data, bytes):
            return EverydayWords(language, ())
        if self._everyday[0] != data:
            words = self._read_everyday(data)
            self._everyday = (data, {own.language: own for own in words})
        return self._everyday[1].get(language) or EverydayWords(language, ())

    def _read_everyday(self, data: bytes) -> tuple[EverydayWords, ...]:
        """From the index where it has read the same file: nobody waits for YAML while typing."""
        from hashlib import blake2b
        from json import dumps, loads

        from edu_tui.library.index.contents import everyday_from_lists

        stamp = blake2b(data, digest_size=16).hexdigest()
        kept_stamp, _, kept = self.index.meta("words").partition(" ")
        if kept_stamp == stamp:
            try:
                return everyday_from_lists(loads(kept))
            except (ValueError, TypeError):
                # written by a program that knew other fields
                pass
        from edu_tui.library.decode.words import decode_words

        words = _decoded(WORDS_FILE, data, decode_words) or ()
        self.index.set_meta("words", f"{stamp} {dumps(words, ensure_ascii=False)}")
        return words

    # within

    def _index_path(self) -> Path | None:
        if self._cache is None:
            return None
        from zlib import crc32

        # a clash costs a rebuild: the index knows its folder's full name
        name = f"{self.folder.name[:40]}-{crc32(str(self.folder).encode('utf-8', 'replace')):08x}"
        return self._cache / f"{name}.sqlite"

    def _stamp_now(self) -> str:
        """What tells one state of the two files from another; empty when one cannot be read."""
        parts = []
        for path in (self.folder / LIBRARY_FILE, self._clinic):
            if path is None:
                continue
            try:
                status = path.stat()
            except OSError:
                return ""
            parts.append(f"{path} {status.st_size} {status.st_mtime_ns}")
        return "\n".join(parts)

    def _read_library(self) -> Library:
        from edu_tui.library.decode.library import decode_clinic, decode_library

        if not self.folder.is_dir():
            raise LibraryError(
                f"There is no folder {self.folder}. Name another with --library DIR."
            )
        library = _or_raise(self.folder, LIBRARY_FILE, decode_library, "This library")
        self._words = library.clinic
        if self._clinic is None:
            return library
        own = _or_raise(
            self._clinic.parent,
            self._clinic.name,
            lambda file, text: decode_clinic(file, text, library.clinic),
            "The clinic's file",
        )
        return library.for_clinic(own.clinic, own.crisis)


def _decoded(file: str, data: bytes, decode: Callable[[str, str], Decoded[T]]) -> T | None:
    text = decode_utf8(file, data)
    return decode(file, text).model if isinstance(text, str) else None


def _or_raise(folder: Path, file: str, decode: Callable[[str, str], Decoded[T]], noun: str) -> T:
    data = read_bytes(folder, file)
    text = decode_utf8(file, data) if isinstance(data, bytes) else data
    if not isinstance(text, str):
        raise LibraryError(_words(noun, folder, (text,)))
    decoded = decode(file, text)
    if decoded.model is None:
        raise LibraryError(_words(noun, folder, decoded.findings))
    return decoded.model


def _words(noun: str, folder: Path, findings: tuple[Finding, ...]) -> str:
    from edu_tui.library.finding import as_text

    # what is no YAML comes first: other findings may follow from it
    first = sorted(findings, key=lambda finding: finding.code != "bad-yaml")[:3]
    shown = "\n".join(as_text(finding) for finding in first)
    more = f"\n(and {len(findings) - 3} more)" if len(findings) > 3 else ""
    return f"{noun} cannot be opened ({folder}):\n{shown}{more}"

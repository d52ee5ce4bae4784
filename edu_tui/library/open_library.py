"""A library as the front ends see it: opened by its index, each module read when it is opened.

Opening never parses a module; one broken module never hides another; nothing from a cache is shown
as a module's content, only as its row in the outline and in search.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.front import LibraryFiles
from edu_tui.library.index.contents import Contents, Entry, audiences, blank_entry, outline_entries
from edu_tui.library.sign_offs import SignOffs
from edu_tui.library.source.yaml_file import LISTS_FILE, decode_utf8, read_bytes
from edu_tui.system.errors import BrokenModuleError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from edu_tui.library.finding import Finding
    from edu_tui.library.index.outline import OutlinePart
    from edu_tui.library.index.search import SearchResult
    from edu_tui.model.library import Audience, Library
    from edu_tui.model.module import Module
    from edu_tui.model.reference import Source, Term

__all__ = ["Contents", "Entry", "OpenLibrary"]

MEMO = 8
FIRST_MODULES = 100
"""Modules that `from_index` looks up: more than any screen shows at first."""


class OpenLibrary:
    """One library folder."""

    def __init__(self, folder: Path, cache: Path | None, clinic: Path | None = None) -> None:
        self._front = LibraryFiles(folder, cache, clinic)
        self._folder = self._front.folder
        self.sign_offs = SignOffs(self._front)
        """Who signed what, and whether it still says so."""
        self._memo: dict[str, tuple[bytes, Module]] = {}
        self._findable: tuple[Library, dict[Audience, frozenset[str]]] | None = None

    def close(self) -> None:
        """Let go of the index file."""
        self._front.close()

    def pack(self) -> bytes:
        """Let go of the index and give all it held, for `unpack` in a process that is made by a fork."""
        return self._front.pack()

    def unpack(self, packed: bytes) -> None:
        """Open the index again, in memory alone."""
        self._front.unpack(packed)

    def library(self) -> Library:
        """The library without its outline; needs no index, may raise LibraryError."""
        return self._front.library()

    def from_index(self, language: str) -> Contents | None:
        """The contents as the index knows them, without reading YAML; None when it cannot tell.

        Of a long library only the first modules are looked up; the rest is `unread` until `refresh`.
        """
        library = self._front.from_index()
        if library is None:
            return None
        language = self._front.nearest_language(language)
        known = self._front.index.entries(language, _first(library))
        return self._contents(library, language, known)

    def open(self, language: str) -> Contents:
        """The contents, with modules that no one has read yet as `unread`; may raise LibraryError."""
        library = self._front.library()
        language = self._front.nearest_language(language)
        return self._contents(library, language, self._front.index.entries(language))

    def refresh(
        self,
        language: str,
        progress: Callable[[int, int], None] = lambda _done, _total: None,
        stop: Callable[[], bool] = lambda: False,
    ) -> Contents:
        """Read what changed since it was indexed; `progress` is told modules done and in all."""
        from edu_tui.library.index.refresh import Refresh

        library = self._front.library()
        index = self._front.index
        before = -1
        # an index that began again half-way has lost what was read before
        while before != index.restarts and not stop():
            before = index.restarts
            Refresh(self._front, self._front.nearest_language(language)).run(progress, stop)
            self.sign_offs.renew(self._front.nearest_language(language), stop)
        language = self._front.nearest_language(language)
        return self._contents(library, language, index.entries(language))

    def outline(self, module_id: str, language: str) -> tuple[OutlinePart, ...]:
        """What stands under that module, as the index knows it; nothing where it was not read yet."""
        return self._front.index.outline(language, module_id)

    def outlined(self, words: str, language: str) -> frozenset[str]:
        """Modules in whose title, sections, steps or questions those words stand."""
        return frozenset(self._front.index.outlined(language, words))

    def module(self, module_id: str, language: str) -> Module:
        """The module as its file is now; raises BrokenModuleError with the findings."""
        from edu_tui.library.decode.module import decode_module

        file = self._file(module_id, language)
        data = read_bytes(self._folder, file)
        if not isinstance(data, bytes):
            raise _broken(module_id, (data,))
        known = self._memo.get(file)
        if known and known[0] == data:
            return self._completed(file, known[1])
        self._note(module_id, language, data)
        text = decode_utf8(file, data)
        if not isinstance(text, str):
            raise _broken(module_id, (text,))
        decoded = decode_module(file, text)
        if decoded.model is None:
            raise _broken(module_id, decoded.findings)
        self._memo.pop(file, None)
        self._memo[file] = (data, decoded.model)
        while len(self._memo) > MEMO:
            del self._memo[next(iter(self._memo))]
        return self._completed(file, decoded.model)

    def _completed(self, file: str, module: Module) -> Module:
        from edu_tui.library.completed import completed
        from edu_tui.library.finding import Finding

        whole = completed(self._front, module)
        if whole is None:
            message = f"a list that it draws is not there, or {LISTS_FILE} is broken"
            why = Finding(file, 1, 1, "error", "unknown-reference", "", message, "")
            raise _broken(module.id, (why,))
        return whole

    def title_unread(self, module_id: str, language: str) -> str:
        """What to call a module that has not been read, or cannot be."""
        return self._unread(module_id, self._front.nearest_language(language)).title

    def units(
        self, module_id: str, language: str, audience: Audience = "patient"
    ) -> dict[str, str]:
        """The version of each part that this audience sees of a module, as the index knows them."""
        language = self._front.nearest_language(language)
        return self._front.index.units(language, module_id, audience)

    def lines(self, module_id: str, language: str) -> tuple[str, dict[str, int]]:
        """The module's file within the library, and the line of each part of it by unit name.

        For a module that has just been read; without lines where it is gone meanwhile.
        """
        from edu_tui.library.decode.lines import unit_lines

        file = self._file(module_id, language)
        data = read_bytes(self._folder, file)
        text = decode_utf8(file, data) if isinstance(data, bytes) else data
        return file, unit_lines(file, text) if isinstance(text, str) else {}

    def changed(self, module_id: str, language: str) -> bool:
        """Whether the file is not what the index has read."""
        from edu_tui.library.index.refresh import hash_of

        language = self._front.nearest_language(language)
        stamp = self._front.index.stamps(language, module_id).get(module_id)
        data = read_bytes(self._folder, self._file(module_id, language))
        return stamp is None or not isinstance(data, bytes) or hash_of(data) != stamp.hash

    def glossary(self, language: str) -> dict[str, Term]:
        """Terms by their name and other forms, in lower case; empty when it is broken."""
        return self._front.glossary(self._front.nearest_language(language))

    def sources(self) -> dict[str, Source]:
        """The bibliography by id; empty when it is broken."""
        return self._front.sources()

    def search(
        self,
        query: str,
        language: str,
        audience: Audience = "patient",
        limit: int = 30,
        may_show: Callable[[str, str], bool] | None = None,
    ) -> SearchResult:
        """Places that have what a query asks for, all or most of it, the last word perhaps only begun.

        `may_show` is asked with a module's id, or with no id and a term of the glossary, where not
        all of what this audience may find is shown.
        """
        from edu_tui.library.index.search import search

        language = self._front.nearest_language(language)
        allowed = self._allowed(audience)

        def shows(module: str, term: str) -> bool:
            return (not module or module in allowed) and (
                may_show is None or may_show(module, term)
            )

        everyday = self._front.everyday(language)
        return search(self._front.index, query, language, audience, limit, shows, everyday)

    def _contents(self, library: Library, language: str, known: dict[str, Entry]) -> Contents:
        entries = outline_entries(library, language, known)
        for name in _first(library):
            if entries[name].state == "unread":
                entries[name] = self._unread(name, language)
        reviews = self.sign_offs.reviews(language, entries.values())
        return Contents(library, language, entries, reviews)

    def _unread(self, module_id: str, language: str) -> Entry:
        from edu_tui.library.source.first_lines import first_title

        file = self._front.file_of(module_id, language)
        title = first_title(self._folder / file) if file else ""
        return blank_entry(module_id, language, "unread", title)

    def _allowed(self, audience: Audience) -> frozenset[str]:
        """The modules that audience may find; worked out once, for search asks at every key."""
        library = self._front.current()
        if self._findable is None or self._findable[0] is not library:
            meant_for = audiences(library)
            patient = frozenset(name for name, who in meant_for.items() if who == "patient")
            self._findable = (library, {"patient": patient, "staff": frozenset(meant_for)})
        return self._findable[1][audience]

    def _file(self, module_id: str, language: str) -> str:
        file = self._front.file_of(module_id, self._front.nearest_language(language))
        if not file:
            message = f"There is no module `{module_id}` in this library."
            raise BrokenModuleError(message)
        return file

    def _note(self, module_id: str, language: str, data: bytes) -> None:
        """A file that is not what was indexed, though it may look so, is read at the next refresh."""
        index = self._front.opened_index
        if index is None:
            return
        from edu_tui.library.index.refresh import hash_of

        language = self._front.nearest_language(language)
        stamp = index.stamps(language, module_id).get(module_id)
        if stamp is not None and stamp.hash and stamp.hash != hash_of(data):
            index.invalidate(language, module_id)


def _first(library: Library) -> list[str]:
    """The modules that the first screen may show."""
    modules = [name for course in library.courses for name in course.modules[:FIRST_MODULES]]
    return modules[:FIRST_MODULES]


def _broken(module_id: str, findings: tuple[Finding, ...]) -> BrokenModuleError:
    count = len(findings)
    problems = "1 problem" if count == 1 else f"{count} problems"
    message = f"The module `{module_id}` cannot be shown: {problems} in its file."
    return BrokenModuleError(message, findings)

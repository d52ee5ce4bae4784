"""The library as the supervisor has it: read before the first visit, looked at again during visits.

What a visit gets is the outline and one piece of bytes, the index; SQLite is open only while this looks.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.library.open_library import Contents, OpenLibrary


class Packed(NamedTuple):
    """A library as a visit gets it."""

    contents: dict[str, Contents]
    """By language."""
    rows: bytes
    """The index, to be unpacked."""

    def speaks(self, language: str) -> str:
        """That language, or the first where the library does not have it."""
        return language if language in self.contents else next(iter(self.contents))


class LibraryReading:
    """Keeps the index of a library up to date; what changes is there from the next visit on."""

    def __init__(self, open_library: OpenLibrary, often: float = 60.0) -> None:
        self._open_library = open_library
        self._often = often
        """Seconds between two looks."""
        self._at = time.monotonic()
        self._read(lambda: False)
        self.library = self._packed()

    def _packed(self) -> Packed:
        contents = {
            name: self._open_library.open(name) for name in self._open_library.library().languages
        }
        return Packed(contents, self._open_library.pack())

    def due_in(self) -> float:
        """Seconds until the library should be looked at again."""
        return self._at + self._often - time.monotonic()

    def look_again(self, stop: Callable[[], bool]) -> None:
        """Read what has changed; a library that is being replaced stays as it was until it is whole."""
        from edu_tui.system.errors import LibraryError

        self._open_library.unpack(self.library.rows)
        try:
            self._read(stop)
            self.library = self._packed()
        except LibraryError:
            self._open_library.close()
        self._at = time.monotonic()

    def _read(self, stop: Callable[[], bool]) -> None:
        for language in self._open_library.library().languages:
            if not stop():
                self._open_library.refresh(language, stop=stop)

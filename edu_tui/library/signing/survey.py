"""Every module of a library, in each language that it is written in, and how its sign-off stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.library.signing.changes import changes
from edu_tui.library.signing.file import kept_text
from edu_tui.library.signing.state import state_of
from edu_tui.library.source.yaml_file import is_there
from edu_tui.model.signed import hash_of_text
from edu_tui.system.errors import BrokenModuleError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from edu_tui.library.open_library import OpenLibrary
    from edu_tui.library.signing.changes import Change, Split
    from edu_tui.model.review import SignOff, State


class Surveyed(NamedTuple):
    """One module in one language."""

    module: str
    language: str
    title: str
    """Its id where its file cannot be read."""
    state: State | None
    """None where its file cannot be read."""
    text: str = ""
    """What a sign-off would be for."""
    changes: tuple[Change, ...] = ()
    """What is not as it was signed; empty where that is not known."""
    compared: bool = False
    """Whether the text that was signed last is at hand, and no other."""

    @property
    def name(self) -> str:
        """`going-home (en)`."""
        return f"{self.module} ({self.language})"


class Survey(NamedTuple):
    """A library and a day to judge it on."""

    open_library: OpenLibrary
    folder: Path
    today: str
    split: Split

    def all(self, languages: Collection[str] = ()) -> Iterator[Surveyed]:
        """Each module of the courses, language by language; in the source language all of them."""
        library = self.open_library.library()
        modules = dict.fromkeys(name for course in library.courses for name in course.modules)
        for language in languages or library.languages:
            for module in modules:
                if language == library.languages[0] or self.is_written(module, language):
                    yield self.one(module, language)

    def is_written(self, module: str, language: str) -> bool:
        """Whether there is a file of its own for it."""
        return is_there(self.folder / language / f"{module}.yaml")

    def one(self, name: str, language: str) -> Surveyed:
        """That module in that language."""
        try:
            module = self.open_library.module(name, language)
        except BrokenModuleError:
            return Surveyed(name, language, name, None)
        signs = self.open_library.sign_offs
        state, text = state_of(signs.review(module), self.today), signs.text(module)
        entry = Surveyed(name, language, module.title, state, text)
        if state.signed is None:
            return entry
        kept = self._signed_text(state.signed)
        return entry._replace(
            changes=tuple(changes(kept, text, self.split)) if kept else (), compared=bool(kept)
        )

    def _signed_text(self, signed: SignOff) -> str:
        """The text that was signed; empty where what is kept is another."""
        kept = kept_text(self.folder, signed.module, signed.language)
        return kept if hash_of_text(kept) == signed.hash else ""

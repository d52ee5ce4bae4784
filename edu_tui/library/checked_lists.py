"""Shared lists as a check meets them: which there are, which are drawn, which are not translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.decode.names import id_nodes
from edu_tui.library.source.nodes import Mapping
from edu_tui.library.source.yaml_file import LISTS_FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from edu_tui.library.decode.module import Decoded
    from edu_tui.library.finding import Finding
    from edu_tui.library.source.document import Document, Use
    from edu_tui.library.source.nodes import Node
    from edu_tui.model.module import Module, SharedList


class CheckedLists:
    """The lists of every language, each file read once by `read`, which is given its name."""

    def __init__(self, read: Callable[[str], Decoded[Module] | None]) -> None:
        self.source = ""
        """The language whose lists serve for what another lacks; empty where it cannot be known."""
        self._read = read
        self._files: dict[str, Decoded[Module] | None] = {}
        self._drawn: set[str] = set()

    def of(self, language: str) -> dict[str, SharedList] | None:
        """Those that serve a language, by id; None where its own file is broken."""
        own = self._own(language)
        if own is None or self.source in {"", language}:
            return own
        return (self._own(self.source) or {}) | own

    def draw(self, uses: Iterable[Use]) -> None:
        """Note what a module draws."""
        self._drawn |= {use.name for use in uses if use.kind == "list"}

    def undrawn(self) -> Iterator[Finding]:
        """A warning for each list that no module draws."""
        for decoded in filter(None, self._files.values()):
            for name, node in _written(decoded.document):
                if node is not None and name not in self._drawn:
                    message = (
                        f"no module draws the list `{name}`: name it under `lists`, or delete it"
                    )
                    yield decoded.document.finding(
                        node.line, node.column, "unused", message, severity="warning"
                    )

    def untranslated(self, use: Use, document: Document, language: str) -> Finding | None:
        """A warning where a list is there in the source language alone."""
        own = self._own(language) if use.kind == "list" else None
        if own is None or use.name in own or use.name not in (self.of(language) or {}):
            return None
        message = f"`{use.name}` is not translated: no such list in {language}/{LISTS_FILE}"
        return document.finding(
            use.node.line, use.node.column, "untranslated", message, use.where, "warning"
        )

    def _own(self, language: str) -> dict[str, SharedList] | None:
        if language not in self._files:
            self._files[language] = None
            self._files[language] = self._read(f"{language}/{LISTS_FILE}")
        decoded = self._files[language]
        if decoded is None:
            return {}
        return None if decoded.model is None else {one.id: one for one in decoded.model.shared}


def _written(document: Document) -> list[tuple[str, Node | None]]:
    """The id of each list of a file, and where it stands."""
    root = document.root
    pairs = root.pairs if isinstance(root, Mapping) else ()
    return [pair for key, value in pairs if key.value == "lists" for pair in id_nodes(value)]

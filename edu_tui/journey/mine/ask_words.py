"""What stands for a quiz question on the list, worked out from its module once for each contents."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from edu_tui.system.errors import BrokenModuleError

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.learning.my_questions import Ask
    from edu_tui.library.open_library import Contents
    from edu_tui.model.module import Module


class AskWords:
    """The words of one visit: a list of many modules is not read anew for each key."""

    def __init__(self) -> None:
        self._contents: Contents | None = None
        self._words: dict[tuple[str, str], str] = {}

    def of(self, contents: Contents, module: Callable[[str], Module], ask: Ask) -> str:
        """What it asks; empty for what is no quiz question, or where the module cannot tell."""
        from edu_tui.layout.ask import is_about_question, words_from

        if not is_about_question(ask):
            return ""
        if self._contents is not contents:
            self._contents, self._words = contents, {}
        key = ask.module, ask.place
        if key not in self._words:
            self._words[key] = ""
            with suppress(BrokenModuleError):
                self._words[key] = words_from(module(ask.module), ask)
        return self._words[key]

"""What the library says now, as far as a report asks: titles, versions, what was chosen, where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.library.signing.state import state_of
from edu_tui.model.version import module_version, question_unit, unit_versions
from edu_tui.staff.learning.comprehension import Now
from edu_tui.system.errors import BrokenModuleError

if TYPE_CHECKING:
    from edu_tui.library.open_library import OpenLibrary
    from edu_tui.model.module import Module
    from edu_tui.model.question import Question

WAITING = {"changed", "withdrawn"}
"""States of a text that was signed once and may not be taught as it is now."""


class Taught(NamedTuple):
    """A module in one language."""

    now: Now
    version: str
    """Of the whole."""
    waits: bool
    """Whether a clinician has yet to sign it as it is now: nobody owes that yet."""
    file: str
    lines: dict[str, int]

    @property
    def module(self) -> Module:
        """The module itself."""
        return self.now.module

    def item(self, unit: str) -> Question | None:
        """The bank item of that unit name."""
        questions = (
            question for question in self.module.assessment if question_unit(question.id) == unit
        )
        return next(questions, None)

    def place(self, unit: str) -> str:
        """`en/staff-roles.yaml:31`."""
        line = self.lines.get(unit)
        return f"{self.file}:{line}" if line else self.file

    def passage(self, teaches: str) -> str:
        """The same of what an item teaches: a section, a route or a step."""
        ends = (name for name in self.lines if name.rpartition("/")[2] == teaches)
        return self.place(teaches if teaches in self.lines else next(ends, teaches))


class ReportTexts:
    """The modules of a library, each read once and when it is asked for."""

    def __init__(self, open_library: OpenLibrary, language: str, today: str) -> None:
        self._open_library = open_library
        self._today = today
        self._known: dict[tuple[str, str], Taught | None] = {}
        self.languages = open_library.library().languages
        self.clinic = open_library.library().clinic
        self.language = language if language in self.languages else self.languages[0]
        """What titles are told in."""

    def taught(self, module: str, language: str) -> Taught | None:
        """The module in that very language; None where it is not there or cannot be read."""
        key = module, language
        if language not in self.languages:
            # It comes out of a record, and could be anything.
            return None
        if key not in self._known:
            self._known[key] = self._read(module, language)
        return self._known[key]

    def title(self, module: str) -> str:
        """Its title; the id where it cannot be read."""
        for language in (self.language, *self.languages):
            text = self.taught(module, language)
            if text is not None:
                return text.module.title
        return module

    def outstanding_as_of(self, module: str, language: str) -> Now | None:
        """What a pass in that language is held against; None where nobody knows, or it waits."""
        text = self.taught(module, language)
        return None if text is None or text.waits else text.now

    def is_current(self, module: str, version: str) -> bool:
        """Whether that is what the module says now, in any language; so too where nobody knows."""
        known = [text for name in self.languages if (text := self.taught(module, name)) is not None]
        return not known or any(one.version == version for one in known)

    def _read(self, name: str, language: str) -> Taught | None:
        try:
            module = self._open_library.module(name, language)
        except BrokenModuleError:
            return None
        if module.language != language:
            return None
        state = state_of(self._open_library.sign_offs.review(module), self._today)
        return Taught(
            Now(module, unit_versions(module)),
            module_version(module),
            state.kind in WAITING,
            *self._open_library.lines(name, language),
        )

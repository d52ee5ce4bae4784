"""Going on from a code: how far someone came, as things that happened, for the reader's own records.

A module that was read there counts as read here, section by section, as the texts are now: a code holds
no versions. Something to talk about becomes one thing on the list of questions, for the code does not
say which answer it was. Each event's id follows from the code and the course, so that a code that is
entered twice adds nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from edu_tui.learning.event import AskAdded, Event, SectionRead
from edu_tui.learning.my_questions import Ask
from edu_tui.learning.standing import ModuleVersions, standing
from edu_tui.model.version import module_version, unit_versions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edu_tui.learning.history import History
    from edu_tui.learning.resume_code import ResumeState
    from edu_tui.model.module import Module

_OURS = UUID("6b1f0f6e-6d0a-5c5b-9d5e-65647563636f")
"""What ids that follow from a code are made under."""


class Resumed:
    """One code, entered at one time, by a reader with that history."""

    def __init__(self, way: ResumeState, course: Sequence[str], history: History, at: int) -> None:
        self._way = way
        self._code = " ".join([*course, "/", *sorted(way.read), "/", *sorted(way.talk)])
        self._history = history
        self._at = at

    def read(self, file: Module) -> list[Event]:
        """That its sections were read, as far as this reader has not read them as they are now."""
        if file.id not in self._way.read:
            return []
        module, version = file.for_audience("patient"), module_version(file)
        units = unit_versions(module)
        trace, texts = self._history.trace(file.id), ModuleVersions(module.language, units)
        known = standing(trace, texts, self._at).read
        return [
            Event(
                SectionRead(),
                self._at,
                module.id,
                module.language,
                version,
                section.id,
                units[section.id],
                id=self._id(module.id, section.id),
            )
            for section in module.sections
            if section.id not in known
        ]

    def asked(self, module: Module, text: str) -> list[Event]:
        """That there is something to talk about, in these words; nothing where it is on the list."""
        ask = Ask(text, module.id, "", "page")
        if module.id not in self._way.talk or not self._history.asks.is_new(ask):
            return []
        added = AskAdded(ask.text, ask.why, ask.note)
        name = self._id(module.id, "")
        return [Event(added, self._at, module.id, module.language, id=name)]

    def _id(self, module: str, unit: str) -> str:
        return str(uuid5(_OURS, f"{self._code} {module} {unit}"))

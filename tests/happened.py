"""Events as tests write them: a kind's word, and what its record holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from edu_tui.records.codec import FORMS, EventRow, made
from edu_tui.staff.records.fault import form_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edu_tui.learning.event import Event


def happened(
    kind: str,
    at: int,
    module: str = "",
    language: str = "",
    version: str = "",
    unit: str = "",
    unit_version: str = "",
    detail: Mapping[str, Any] | None = None,
    name: str = "",
) -> Event:
    """The event, as the codec makes it of a row that was looked at; of staff where the kind is theirs, or it
    is under an attempt.
    """
    held = {key: _plain(value) for key, value in (detail or {}).items() if value is not None}
    form = form_of(kind, held.get("attempt", "")) or FORMS[kind]
    return made(EventRow(name, at, kind, module, language, version, unit, unit_version, held), form)


def _plain(value: Any) -> Any:
    return list(map(_plain, value)) if isinstance(value, (list, tuple)) else value

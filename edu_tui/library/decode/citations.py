"""The `sources:` list of a step or a figure: ids of the bibliography, checked by `check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.source.document import Use

if TYPE_CHECKING:
    from edu_tui.library.decode.fields import Fields


def read_sources(fields: Fields) -> tuple[str, ...]:
    """The ids as written."""
    items = fields.scalars("sources", needed=False, low=0)
    fields.document.uses.extend(Use("cite", item.value, item, 0, fields.where) for item in items)
    return tuple(item.value for item in items)

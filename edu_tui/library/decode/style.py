"""`style:` of a library: what its house has agreed on, for the rules on writing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.decode.names import unique
from edu_tui.library.finding import quoted
from edu_tui.model.library import Style

if TYPE_CHECKING:
    from edu_tui.library.decode.fields import Fields

_WORD = re.compile(r"[^\W\d_]+(?:[-'’ ][^\W\d_]+)*")
_INITIALS = re.compile(r"[A-Z][A-Z0-9.&-]*[A-Z0-9.]")
GRADES, SENTENCES = (4, 9), (12, 25)
"""What a house may aim at; beyond them no reader is served."""


def read_style(fields: Fields) -> Style:
    """Its words, its initials, its limits, and who reads it."""
    usual = Style()
    grade = fields.maybe_integer("grade", *GRADES)
    sentence = fields.maybe_integer("sentence", *SENTENCES)
    style = Style(
        tuple(word.lower() for word in _listed(fields, "words", _WORD, "a word or two")),
        tuple(_listed(fields, "initials", _INITIALS, "two capitals or more, such as `GP`")),
        usual.grade if grade is None else grade,
        usual.sentence if sentence is None else sentence,
        fields.choice("readers", ("patients", "families"), usual.readers),
    )
    fields.finish()
    return style


def _listed(fields: Fields, key: str, form: re.Pattern[str], expected: str) -> list[str]:
    items = fields.scalars(key, needed=False, low=0)
    for item in items:
        if not form.fullmatch(item.value):
            fields.report(item, "bad-choice", f"{quoted(item.value)} is not {expected}")
    unique(fields, "name", "entry", ((item.value, item) for item in items))
    return [item.value for item in items]

"""A `picture:` of a module, a section, a box or a step. Its file is looked at by `check`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.finding import quoted
from edu_tui.library.source.document import Use
from edu_tui.model.picture import Picture

if TYPE_CHECKING:
    from edu_tui.library.decode.fields import Fields

LONGEST = 150
"""Characters of what a picture tells: it is heard in one breath."""
FILE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.svg")
_NUMBER = re.compile(r"\d+(?:[.,-]\d+)*", re.A)


def picture_of(fields: Fields) -> Picture | None:
    """The picture of that part; None where the author gave none."""
    return fields.record("picture", _picture, needed=False)


def _picture(fields: Fields) -> Picture:
    picture = Picture(_file(fields), fields.text("alt"), fields.text("caption", needed=False))
    if len(picture.alt) > LONGEST:
        message = f"`alt` has {len(picture.alt)} characters; say it in {LONGEST}"
        fields.report_key("alt", "too-large", message)
    shown = _NUMBER.findall(picture.caption)
    for number in _NUMBER.findall(picture.alt):
        if number not in shown:
            message = f"{number} is in `alt` alone: a small drawing cannot be trusted with a number, so write it in `caption` too"
            fields.report_key("alt", "number-in-picture", message)
            break
    fields.finish()
    return picture


def _file(fields: Fields) -> str:
    scalar = fields.scalar("file")
    if scalar is None:
        return ""
    if FILE.fullmatch(scalar.value):
        fields.document.uses.append(Use("picture", scalar.value, scalar, 0, fields.where))
    else:
        message = f"{quoted(scalar.value)} is not the name of a picture: write that of a file in `pictures`, lower-case words with hyphens, such as `no-driving.svg`"
        fields.report(scalar, "bad-choice", message)
    return scalar.value

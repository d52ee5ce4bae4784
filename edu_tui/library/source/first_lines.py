"""A module's title from the first lines of its file, for the short time before the file has been read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.system.shown import UNFIT

if TYPE_CHECKING:
    from pathlib import Path

MOST = 2_000
"""Bytes that are looked at."""
# On one line, without quotes or in quotes that hold nothing to be undone; anything else is left to YAML.
_TITLE = re.compile(
    r"""^title:[ ]+(?:"(?P<two>[^"\\\n]+)"|'(?P<one>[^'\n]+)'|(?P<bare>[\w¿¡](?:[^\n:#]|:(?=\S)|(?<=\S)\#)*))[ ]*$""",
    re.M | re.X,
)


def first_title(path: Path) -> str:
    """The title; empty where these lines do not tell it for certain."""
    try:
        with path.open("rb") as file:
            head = file.read(MOST)
    except OSError:
        return ""
    return title_in(head.decode("utf-8", "replace").replace("\r\n", "\n"))


def title_in(text: str) -> str:
    """The same of a file's text; what has marks or the clinic's words in it is no plain title."""
    found = _TITLE.search(text[:MOST])
    title = (found["two"] or found["one"] or found["bare"]).strip() if found else ""
    return "" if UNFIT.search(title) or any(sign in title for sign in "*[{") else title

"""A text with markup: what of it is not part of the format, and what it refers to.

Problems are findings at once, with their place in the file however the text was quoted; references
are kept with the document, because the glossary and the bibliography are other files.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.document import Use
from edu_tui.model import markup

if TYPE_CHECKING:
    from edu_tui.library.document import Document
    from edu_tui.library.nodes import Scalar
    from edu_tui.model.markup import PieceKind

_KINDS: tuple[PieceKind, ...] = ("term", "cite", "clinic")
MAX_SIGNS = 400
"""A text of nothing but brackets would keep the parser busy for seconds."""
_MAYBE_MARKUP = re.compile(r"[*#<\[\]{]|https?://")


def read_prose(document: Document, scalar: Scalar, where: str) -> str:
    """The text without its trailing line break."""
    text = scalar.value.rstrip()
    if text.count("[") + text.count("<") > MAX_SIGNS:
        message = f"more than {MAX_SIGNS} `[` and `<` in one text; split it into sections"
        document.report_node(scalar, "too-large", message, where)
    elif _MAYBE_MARKUP.search(text):
        for problem in markup.problems(text):
            document.report_within(scalar, problem.offset, "bad-markup", problem.message, where)
        for kind in _KINDS:
            document.uses.extend(
                Use(kind, name, scalar, offset, where)
                for offset, name in markup.references(text, kind)
            )
    return text

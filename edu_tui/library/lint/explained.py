"""Whether a word is explained where it stands, so that its reader need not know it.

`Edema, or swelling`, `high blood pressure, also called hypertension`, `chronic kidney disease (CKD)`.
"""

from __future__ import annotations

import re

_NAMED = re.compile(
    r"(?:\b(?:called|named|known as|termed|say|means?|short for|abbreviated(?: as)?|or|llama(?:da|do)?|conocid[ao] como|es decir|o)"
    r"(?:(?: an?| the| el| la)(?: \w+)?)?|\() [\"“'‘]?\Z|\([\"“'‘]?\Z",
    re.I,
)
"""What stands before a name that is given to what was just said in plain words."""
_GLOSSED = re.compile(
    r"[\"”'’)]*(?: \(|,? (?:or|o) |, (?:which|an?|the|this|una?|el|la|que)\b| ?[-–—:] |(?: \w+){0,2} (?:is|are|means?|happens when|occurs when|es|son|significa) (?:an?|the|when|that|your|una?|el|la|cuando)\b|[:=])",
    re.I,
)
"""What stands after a word that is explained at once."""


def is_explained(text: str, start: int, end: int) -> bool:
    """Whether the words around that place say what it is."""
    before = text[max(0, start - 30) : start]
    return _NAMED.search(before) is not None or _GLOSSED.match(text, end) is not None

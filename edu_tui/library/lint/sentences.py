"""Sentences and words of plain text: a sentence ends where a person would end it.

It is a run that ends in `.`, `!`, `?` or an ellipsis; the end of a line (a block: a paragraph, a
list item, a label) always ends one. Not every full stop does: not that of `Dr.`, `e.g.` or `0.5`,
and none before a small letter. One pattern finds almost all; short forms are mended afterwards.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = re.compile(r"[^\W_]+(?:[.,:/'’\u2011-][^\W_]+)*")
"""`don't`, `check-up`, `0.5`, `1,000` and `120/80` are one word each."""
_SENTENCE = re.compile(
    r"[^\W_](?:[^\n.!?…]+|[.!?…](?:(?=[.!?…])|(?![\"'”’)\]]*\s+[\"'“‘(\[¿¡]*[^\Wa-zß-ÿ_])))*"
    r"[.!?…]*[\"'”’)\]]*"
)
_FORMS = """
dr mr mrs ms prof st vs approx fig e.g i.e cf p pp vol dept tel no
sr sra dra dres ej ud uds núm
"""
_NAMED = [f"{form}." for form in [*_FORMS.split(), *"abcdefghijklmnopqrstuvwxyz"]]
_SHORT = frozenset(
    opener + written
    for form in _NAMED
    for written in (form, form.capitalize(), form.upper())
    for opener in ("", "(", '"', "“")
)
"""Something always follows these; of single letters, an initial among names."""


def sentences(text: str, tokens: Iterable[str] | None = None) -> list[tuple[int, int]]:
    """Start and end of every sentence; what has no word in it is none.

    Who has the text in pieces between spaces gives them too: most texts have no short form in them.
    """
    spans = [match.span() for match in _SENTENCE.finditer(text)]
    if _SHORT.isdisjoint(text.split() if tokens is None else tokens):
        return spans
    joined: list[tuple[int, int]] = []
    for span in spans:
        if joined and _is_joined(text, joined[-1], span[0]):
            joined[-1] = (joined[-1][0], span[1])
        else:
            joined.append(span)
    return joined


def words(text: str) -> list[str]:
    """Its words and numbers, as written."""
    return WORD.findall(text)


def _is_joined(text: str, last: tuple[int, int], start: int) -> bool:
    """Whether what looked like the end of a sentence was only a short form."""
    before, _, word = text[last[0] : last[1]].rpartition(" ")
    if word not in _SHORT or "\n" in text[last[1] : start]:
        return False
    word = word.lstrip('("“')
    if word.lower() == "no.":
        # `No. 5` is short for number; `Say no.` is a sentence
        return text[start].isdigit()
    if len(word) > 2 or word.islower():
        return len(word) > 2 or word == "p."
    # an initial: `J. Smith`, `Ask J. Smith`; `Take vitamin B.` is a sentence
    return not before or before.rpartition(" ")[2][:1].isupper()

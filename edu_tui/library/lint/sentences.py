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
NO_SPACE = (
    r"(?:(?<=[^\W\d_A-Z]{2}[.!?])|(?<=[^\W\d_] \d[.!?]))"
    r"(?=[A-ZÁÉÍÓÚÑ][a-zß-ÿ]*[,.;:!?]?(?:\s|$))(?!(?:Com|Org|Net|Gov|Edu)\b)|(?<=[.!?])(?=[¿¡])"
)
"""`low.Then`: where the space after a sentence is missing; not so in `ann.lee@a.org` and `Node.js`."""
_BEGINS = r"(?:[-–—•*]\s+)?[\"'“‘«(\[¿¡]*(?:[^\Wa-zß-ÿ_]|[a-z]{1,2}[A-Z]|[a-z]\)\s|[b-h]\.\s[A-Z])"
"""A capital or a number, a name such as `iPhone`, the letter of an item."""
_SENTENCE = re.compile(
    rf"[^\W_](?:[^\n.!?…]+|[.!?…](?:(?=[.!?…])|(?!{NO_SPACE}|[\"'”’»)\]]*\s+{_BEGINS})))*"
    rf"[.!?…]*[\"'”’»)\]]*"
)


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NAMES = _each("""
dr mr mrs ms mx messrs prof st mt rev lt sgt capt gen vs e.g i.e cf incl dept
sra srta dres dra dña sta sto avda lic ing excmo excma sr sres ej
""")
"""Something always follows these."""
_NUMBERED = _each("""
no nos p pp art ext tel approx max min ft al n.º nº n° núm núms pág págs cap aprox máx mín
""")
"""These go on with a number: `No. 5`. `Say no.` is a sentence."""
_DATES = _each("""
Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
Ene Abr Ago Dic Lun Mié Jue Vie Sáb Dom
""")
"""So do these, but only with their capital: `out of the sun.`"""
_LABELED = _each("fig figs vol ch sec rm apt")
"""These go on with a number or a letter: `Fig. A`."""
_WHEN = _each("""
Monday Tuesday Wednesday Thursday Friday Saturday Sunday
Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays Eastern Central Mountain Pacific
""")
_NATION = _each("""
Food Department Centers Government Congress Army Navy Air Coast Marine Preventive Surgeon Public Postal
""")
_GOES_ON = {"a.m": _WHEN, "p.m": _WHEN, "u.s": _NATION}
"""These end a sentence, but before such a name."""
_PAIRS = _each("AA CC DD EE FF HH JJ OO RR UU")
"""Half of `EE. UU.`: the other half follows."""
_LETTERED = _each("""
vitamin hepatitis type plan part group stage phase war option room ward grade class
vitamina tipo opción grupo parte fase etapa sala grado clase
""")
"""A letter after these is no initial: `Hepatitis C.`"""
_BY = _each("by with from por con de")
_ITEM = re.compile(r"\d{1,2}\.\)?|[a-z]\.")
_INITIAL = re.compile(r"\b[A-Z]\. ")
_MORE = re.compile(r"(?:[^\W\d_]+(?:,|,? and|,? y) )?[A-Z]\. ")
"""Another initial, at once or after a comma: `R. Smith`, `Lee, B. Day`."""
_OPENERS = '("“«'
_FORMS = [*_NAMES, *_NUMBERED, *_LABELED, *_GOES_ON, *_PAIRS, *"abcdefghijklmnopqrstuvwxyz"]
_SHORT = frozenset(
    f"{opener}{written}."
    for form in _FORMS
    for written in (form, form.capitalize(), form.upper())
    for opener in ("", *_OPENERS)
).union(
    [f"{form}." for form in _DATES],
    [f"{number}{end}" for number in range(1, 100) for end in (".", ".)")],
)


def sentences(text: str, tokens: Iterable[str] | None = None) -> list[tuple[int, int]]:
    """Start and end of every sentence; what has no word in it is none.

    Who has the text in pieces between spaces gives them too: most texts have no short form in them.
    """
    spans = [match.span() for match in _SENTENCE.finditer(text)]
    if _SHORT.isdisjoint(text.split() if tokens is None else tokens):
        return spans
    joined: list[tuple[int, int]] = []
    for span in spans:
        if joined and _is_joined(text, joined[-1], span):
            joined[-1] = (joined[-1][0], span[1])
        else:
            joined.append(span)
    return joined


def words(text: str) -> list[str]:
    """Its words and numbers, as written."""
    return WORD.findall(text)


def _is_joined(text: str, last: tuple[int, int], span: tuple[int, int]) -> bool:
    """Whether what looked like the end of a sentence was only a short form."""
    before, _, word = text[last[0] : last[1]].rpartition(" ")
    if word not in _SHORT or "\n" in text[last[1] : span[0]]:
        return False
    form = word.lstrip(_OPENERS)[:-1]
    small = form.lower()
    after = WORD.match(text, span[0])
    follows = after.group() if after else ""
    if not before and _ITEM.fullmatch(word):
        return True
    if small in {"st", "dr"}:
        # `St. Mary's`, but `5 Main St.`
        return not (" " in before and _is_name(before.rpartition(" ")[2]))
    if small in _NAMES:
        return True
    if small in _NUMBERED or form in _DATES:
        return follows[:1].isdigit()
    if small in _LABELED:
        return follows[:1].isdigit() or len(follows) == 1
    if small in _GOES_ON:
        return follows in _GOES_ON[small]
    if form in _PAIRS:
        return follows in _PAIRS
    return _is_initial(form, before, follows, more=_MORE.match(text, span[0]) is not None)


def _is_name(word: str) -> bool:
    return word.isalpha() and word[0].isupper()


def _is_initial(form: str, before: str, follows: str, *, more: bool) -> bool:
    """`Ask J. Smith`, and not `Take vitamin B.`"""
    last = before.rpartition(" ")[2]
    if len(form) != 1 or not form.isupper() or not _is_name(follows) or last.lower() in _LETTERED:
        return False
    if more:
        return True
    if form == "I":
        return last[:1].isupper()
    return not last or last[0].isupper() or last in _BY or _INITIAL.search(before) is not None

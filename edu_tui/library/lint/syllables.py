"""How many syllables a word has: English by rules and a table of what they get wrong, Spanish by spelling.

A project's own words come first (a glossary says how its terms are said), then the table, then the
rules. Numbers and initials count as they are spoken. The table is made from the CMU Pronouncing
Dictionary by `data/make_syllables.py`; its notice stands beside it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from edu_tui.model.reference import Term

TABLE = Path(__file__).parent / "data" / "syllables-en.txt.gz"
_PARTS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_DIGIT_BY_DIGIT = frozenset({"911", "988", "112", "999"})
_GROUPS = re.compile("[aeiouy]+")
_SILENT = re.compile(
    r"[^aeiouyl]e$|(?:[aeiouyrlw])le$|[^aeiouytd]ed$|[^aeioucgszxyh]es$|[^cst]hes$"
    r"|[^aeiouy]e(?:ments?|ful|less|ly|ness|man|men)$|[gq]ue[sd]?$"
    r"|(?:fore|home|some|time|house)(?=[b-df-hj-np-tv-z])|ically$|[aeou]y(?:ed|es?)$|[ln]ion(?:s|al|ally)?$|geon"
)
_MORE = re.compile(
    r"[^cgstqx]ia|(?<![cgstx])io|iu|ii|eo(?!u|us)|[^gqu]ua|uou|[^aeiouyrlw]le[sd]$|[^aeiou]sm$|isms?$|yi|[aeoiuy]ing"
    r"|[^aeiou]ier$|[^cst]iest|iet|thm$|oal?i|creat|[^aeiougq]ue[lnt]|^mc(?=[^aeiou])|[aeou]y[aeo]|[^g]uer$|ea$|[^aeiouctsxrl]ien|iya|[ct]iat|mc[aei]|eier"
)

_SAID = re.compile(r"[^AEIOU][AEIOU][^AEIOU]")
_MUTE_U = re.compile(r"(?<=q)u|(?<=g)u(?=[eiéí])")
_NUCLEUS = re.compile(
    "[iuüy]?[aeoáéó](?:[iuü]|y(?![aeiouáéíóú]))?|[íú]|[iuü][uiúíü]|[iuü]|(?<![aeiouáéíóúü])y(?![aeiouáéíóúü])"
)
_EN = dict(enumerate((2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2)))
_EN |= {20: 2, 30: 2, 40: 2, 50: 2, 60: 2, 70: 3, 80: 2, 90: 2, 100: 2, 1000: 2}
_ES = dict(enumerate((2, 2, 1, 1, 2, 2, 1, 2, 2, 2, 1, 2, 2, 2, 3, 2, 3, 4, 3, 4)))
_ES |= {20: 2, 30: 2, 40: 3, 50: 3, 60: 3, 70: 3, 80: 3, 90: 3, 100: 2, 1000: 1}


class Syllables(dict[str, int]):
    """Words to their syllables, counted when first asked for; 0 for what has no letter or digit.

    Signs around a word do not matter: `sleep."` is `sleep`.
    """

    def __init__(self, language: str, terms: Iterable[Term] = ()) -> None:
        super().__init__()
        self._count = spanish if language.partition("-")[0] == "es" else english
        self._own = said(terms)

    def __missing__(self, token: str) -> int:
        count = self._own.get(token.lower()) or self._spoken(token)
        self[token] = count
        return count

    def _spoken(self, token: str) -> int:
        if not token[0].isalpha():
            token = _THOUSANDS.sub("", token)
        parts: list[str] = _PARTS.findall(token)
        return len(_POINT.findall(token)) + sum(self._part(part) for part in parts)

    def _part(self, part: str) -> int:
        own = self._own.get(part.lower())
        if own:
            return own
        if part[0].isdecimal():
            return _number(part, self._count)
        if len(part) > 1 and part.isupper() and not _can_be_said(part):
            return len(part) + 2 * part.count("W")
        return self._count(part.lower())


def said(terms: Iterable[Term]) -> dict[str, int]:
    """Syllables of the words of a glossary's terms, from how it says they are said."""
    result: dict[str, int] = {}
    for term in terms:
        words, spoken = term.term.lower().split(), term.say.split()
        if len(words) == len(spoken):
            result.update(zip(words, (part.count("-") + 1 for part in spoken), strict=True))
        elif len(words) == 1 and spoken:
            result[words[0]] = sum(part.count("-") + 1 for part in spoken)
    return result


def english(word: str) -> int:
    """Syllables of an English word in small letters."""
    word = word.replace("’", "'")
    table = _table()
    if word in table:
        return table[word]
    bare = word.removesuffix("'s").removesuffix("'")
    if bare != word:
        return english(bare) + bare.endswith(("s", "x", "z", "ch", "sh", "ce", "se", "ze", "ge"))
    return by_rule(word)


def by_rule(word: str) -> int:
    """What the rules alone say of an English word."""
    count = len(_GROUPS.findall(word)) + len(_MORE.findall(word))
    if count > 1:
        count -= len(_SILENT.findall(word))
    return max(1, count)


def spanish(word: str) -> int:
    """Syllables of a Spanish word in small letters: vowels, less those that share a syllable."""
    word = _MUTE_U.sub("", word)
    return max(1, len(_NUCLEUS.findall(word)))


_table_cache: dict[str, int] = {}


def _table() -> Mapping[str, int]:
    """The words that the rules get wrong, read when the first word is counted."""
    if not _table_cache:
        from zlib import decompress

        lines = decompress(TABLE.read_bytes(), 31).decode("ascii").splitlines()
        for count, line in enumerate(lines, 1):
            _table_cache.update(dict.fromkeys(line.split(), count))
    return _table_cache


def _can_be_said(part: str) -> bool:
    """`REMS` is said as a word, `FDA` letter by letter: what has a vowel among consonants is a word."""
    return len(part) > 3 and _SAID.search(part) is not None


def _number(digits: str, count: Callable[[str], int]) -> int:
    """Syllables of a number as it is spoken; long ones and phone numbers digit by digit."""
    names = _ES if count is spanish else _EN
    value = int(digits)
    if len(digits) > 4 or digits in _DIGIT_BY_DIGIT or (digits[0] == "0" and len(digits) > 1):
        return sum(names[int(digit)] for digit in digits)
    total = 0
    for size in (1000, 100):
        if value >= size:
            many = value // size
            # Spanish says `cien` and `mil`, without one
            total += names[size] + (_number(str(many), count) if many > 1 or names is _EN else 0)
            value %= size
    if value in names:
        return total + (names[value] if value or not total else 0)
    joined = names is _ES and value > 30
    return total + names[value // 10 * 10] + names[value % 10] + joined

"""The letters that every code of ours is written in: how it looks, and how it is understood as people type it. Pure.

Each kind of code (`resume_code`, `plan_code`) says for itself what stands in its letters.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING

from edu_tui.system.errors import CodeError

if TYPE_CHECKING:
    from collections.abc import Iterator

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O or U."""
GROUP = 4
SIZES = (12, 16, 20, 24, 28, 32)
"""Letters of a code, of whatever kind."""
_BETWEEN = re.compile(r"[\s.,:_\-\u2010-\u2015\u2212]+")
_TYPED_FOR = str.maketrans("OIL", "011")
_MOST_TYPED = 200
"""Past so many characters it is no code that anyone typed."""


def grouped(letters: str) -> str:
    """In groups of four: `7K3M-9QXT-2B4D`."""
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def cleaned(typed: str) -> str:
    """The letters alone, capital; raises CodeError where they cannot be a code."""
    code = _BETWEEN.sub("", typed[: _MOST_TYPED + 1])
    whole = min(len(code), SIZES[-1]) // GROUP * GROUP
    for place, letter in enumerate(code):
        if not letter.isascii() or letter.upper().translate(_TYPED_FOR) not in LETTERS:
            group = place // GROUP + 1 if place < whole else 0
            message = "This code has a letter or a sign that does not fit. "
            message += f"Check group {group}." if group else "Check its end."
            raise CodeError("letter", message, group)
    if len(code) not in SIZES:
        many = "many more" if len(code) > _MOST_TYPED else str(len(code))
        message = f"A code has {SIZES[0]} to {SIZES[-1]} letters and digits, in groups of {GROUP}. "
        raise CodeError("length", f"{message}Here are {many}.")
    return code.upper().translate(_TYPED_FOR)


def mistyped(group: int = 0) -> CodeError:
    """That letters fit nothing: where to look, as far as that is known."""
    where = f"Something is not right in group {group}. Check it."
    anywhere = "This code is not right. Check it letter by letter."
    return CodeError("mistyped", where if group else anywhere, group)


def elsewhere() -> CodeError:
    """That a code is whole, and not of this library."""
    return CodeError(
        "elsewhere",
        "This code is from another library, or from another version of this one. "
        "It cannot be used here.",
    )


def newer() -> CodeError:
    """That a code is of a kind yet to come."""
    return CodeError("newer", "This code is from a newer edu-tui. Install that one first.")


def near(code: str) -> Iterator[tuple[str, int]]:
    """Each code with one other letter, or two neighbors the other way round, and the group of that."""
    for place in range(len(code)):
        for letter in LETTERS:
            yield code[:place] + letter + code[place + 1 :], place // GROUP + 1
        pair = code[place : place + 2]
        yield code[:place] + pair[::-1] + code[place + 2 :], place // GROUP + 1


def letters_of(number: int, size: int) -> str:
    """A number in so many letters."""
    return "".join(LETTERS[number >> 5 * place & 31] for place in reversed(range(size)))


def number_of(code: str) -> int:
    """The number that these letters are."""
    number = 0
    for letter in code:
        number = number << 5 | LETTERS.index(letter)
    return number


def hashed(text: str, bits: int) -> int:
    """So many bits that stand for a text; at most 512."""
    size = 8 if bits <= 64 else 64
    digest = blake2b(text.encode(), digest_size=size).digest()
    return int.from_bytes(digest) >> (size * 8 - bits)

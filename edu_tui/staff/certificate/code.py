"""The code of a certificate: eight groups of five letters, each for one part, so that what differs can be named.

The first five stand for the learner, the text, the days, the scores and the answers; the last three for
everything. Letters are Crockford's base 32: no I, L, O or U.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from json import dumps
from typing import TYPE_CHECKING

from edu_tui.learning.code_letters import LETTERS
from edu_tui.staff.records.record import digest_of

if TYPE_CHECKING:
    from edu_tui.staff.certificate.facts import Certificate

GROUP, GROUPS = 5, 8
PARTS = ("learner", "text", "days", "scores", "answers", "whole")
"""What the groups stand for, in order; the last has three of them."""
_TYPED_FOR = str.maketrans("OILU", "011V")
_BETWEEN = re.compile(r"[\s.\u2010-\u2015-]+")


def groups_of(certificate: Certificate) -> tuple[str, ...]:
    """Its eight groups."""
    record = certificate.record
    parts: tuple[object, ...] = (
        record.learner,
        (record.module, record.language, record.version, certificate.hash),
        (record.at, certificate.until),
        (
            certificate.first,
            certificate.final,
            certificate.must_know,
            certificate.mastery,
            certificate.scope,
        ),
        [digest_of(answer) for answer in certificate.answers],
    )
    whole = (*parts, digest_of(record), certificate.state)
    groups = [_letters(name, part, 1) for name, part in zip(PARTS, parts, strict=False)]
    last = _letters(PARTS[-1], whole, GROUPS - len(groups))
    return (*groups, *(last[at : at + GROUP] for at in range(0, len(last), GROUP)))


def printed(groups: tuple[str, ...]) -> tuple[str, str]:
    """Two lines of four groups."""
    half = GROUPS // 2
    return "-".join(groups[:half]), "-".join(groups[half:])


def typed(text: str) -> tuple[str, ...]:
    """The groups of a code as somebody typed it; none where it cannot be one."""
    letters = _BETWEEN.sub("", text).upper().translate(_TYPED_FOR)
    if len(letters) != GROUP * GROUPS or any(letter not in LETTERS for letter in letters):
        return ()
    return tuple(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def differing(mine: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The parts whose groups are not the same."""
    parts = (*PARTS, *PARTS[-1:] * (GROUPS - len(PARTS)))
    pairs = zip(parts, mine, other, strict=True)
    return tuple(dict.fromkeys(part for part, one, two in pairs if one != two))


def _letters(name: str, part: object, groups: int) -> str:
    text = dumps([name, part], ensure_ascii=False, separators=(",", ":"))
    size = GROUP * groups
    number = int.from_bytes(blake2b(text.encode(), digest_size=16).digest()) >> (128 - 5 * size)
    return "".join(LETTERS[number >> 5 * place & 31] for place in reversed(range(size)))

"""Passive voice in English: a form of be or get, up to two adverbs, and a participle.

Words that look like participles and are adjectives (`tired`, `closed`) are left out, and so is what says
who acts (`is made by`). It is meant for
shares of many sentences; a single sentence it may misjudge.
"""

from __future__ import annotations

_BE = frozenset(["am", "is", "are", "was", "were", "be", "been", "being", "gets", "get", "got"])
_ADVERBS = frozenset(["not", "also", "often", "never", "always", "still", "then", "only", "just"])
_LOOK_ALIKE = """
tired scared worried confused relaxed interested excited pleased surprised bored concerned frightened
stressed depressed allowed approved closed open finished done ready married divorced related limited
supposed prepared advanced known called named detailed mixed blocked swollen broken lost gone left
born locked steady aged red bed hundred unwell blurred raised slurred trained licensed qualified
certified experienced ashamed embarrassed exhausted overwhelmed satisfied disappointed disabled
retired unchanged dressed seated inclined need located composed
"""
_ADJECTIVES = frozenset(_LOOK_ALIKE.split())
_STRONG = """
given taken told shown seen made put held kept sent brought said found built bought caught chosen
drawn driven eaten fed forgotten heard hidden hit hurt led lent meant met paid read run set shut
spoken spent stolen taught thrown understood worn written begun cut laid
"""
_IRREGULAR = frozenset(_STRONG.split())


def passives(tokens: list[str]) -> list[str]:
    """Each passive verb among these words, as written."""
    result = []
    for at, token in enumerate(tokens):
        length = _participle(tokens[at + 1 : at + 4]) if token in _BE else 0
        if length and tokens[at + length + 1 : at + length + 2] != ["by"]:
            result.append(" ".join(tokens[at : at + 1 + length]))
    return result


def _participle(tokens: list[str]) -> int:
    """How many words it takes up to the participle; 0 where there is none."""
    for place, token in enumerate(tokens, 1):
        word = token.rstrip('.,;:!?)"”').lower()
        if word in _IRREGULAR:
            return place
        if word.endswith("ed") and len(word) > 3:
            return 0 if word in _ADJECTIVES or "-" in word else place
        if word != token or not (word in _ADVERBS or word.endswith("ly")):
            return 0
    return 0

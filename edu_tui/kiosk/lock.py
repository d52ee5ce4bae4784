"""How staff leave: a sequence of keys, then a PIN, of which only a scrypt hash is known.

Each wrong try makes the next one wait twice as long. The count is the supervisor's: a visit's end does
not bring it back.
"""

from __future__ import annotations

import hmac
import re
from base64 import b64decode, b64encode
from hashlib import scrypt

CHORD = ("f12", "f12", "f12")
"""Pressed one after the other."""
SHORTEST, LONGEST = 4, 64
LONGEST_WAIT = 300.0
_COST, _BLOCK, _LANES = 2**14, 8, 1
_SIZE, _SALT = 32, 16
_HASH = re.compile(r"scrypt\$14\$8\$1\$([A-Za-z0-9+/]{22}==)\$([A-Za-z0-9+/]{43}=)", re.ASCII)
_KEY = re.compile(r"f([1-9]|1[0-2])|ctrl\+[a-z]", re.ASCII)
_TAKEN = frozenset({*(f"f{at}" for at in range(1, 11)), *(f"ctrl+{at}" for at in "hijm")})
"""Keys that do something else here, or that are Enter, Tab and Backspace."""


def hash_of(pin: str, salt: bytes) -> str:
    """What is kept of a PIN."""
    made = _scrypt(pin, salt)
    return f"scrypt$14$8$1${b64encode(salt).decode()}${b64encode(made).decode()}"


def is_hash(text: str) -> bool:
    """Whether it is what `hash_of` makes."""
    return _HASH.fullmatch(text) is not None


def fits(pin: str, kept: str) -> bool:
    """Whether it is that PIN."""
    match = _HASH.fullmatch(kept)
    if match is None or not SHORTEST <= len(pin) <= LONGEST:
        return False
    return hmac.compare_digest(_scrypt(pin, b64decode(match[1])), b64decode(match[2]))


def wait_after(wrong: int) -> float:
    """Seconds before the next try, after so many wrong ones."""
    return min(LONGEST_WAIT, 2.0 ** (wrong - 1)) if wrong else 0.0


def chord_of(text: str) -> tuple[str, ...] | None:
    """The keys of a chord, such as `f12 f12 f12`; None for what cannot be one."""
    keys = tuple(text.lower().split())
    good = all(_KEY.fullmatch(one) and one not in _TAKEN for one in keys)
    return keys if 2 <= len(keys) <= 8 and good else None


def new_salt() -> bytes:
    """A salt that nobody can guess."""
    from secrets import token_bytes

    return token_bytes(_SALT)


def _scrypt(pin: str, salt: bytes) -> bytes:
    return scrypt(pin.encode(), salt=salt, n=_COST, r=_BLOCK, p=_LANES, dklen=_SIZE)


class Tries:
    """Wrong tries so far, and when the next is allowed; by a clock that never goes back."""

    def __init__(self) -> None:
        self.wrong = 0
        self._at = float("-inf")

    def failed(self, now: float) -> None:
        """A wrong PIN was given."""
        self.wrong += 1
        self._at = now

    def wait(self, now: float) -> float:
        """Seconds until a try is looked at."""
        return max(0.0, self._at + wait_after(self.wrong) - now)

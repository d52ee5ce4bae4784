"""A PIN, of which only a scrypt hash is kept; each wrong try makes the next one wait twice as long."""

from __future__ import annotations

import hmac
import re
from base64 import b64decode, b64encode
from hashlib import scrypt

SHORTEST, LONGEST = 4, 64
LONGEST_WAIT = 300.0
_COST, _BLOCK, _LANES = 2**14, 8, 1
_SIZE, _SALT = 32, 16
_HASH = re.compile(r"scrypt\$14\$8\$1\$([A-Za-z0-9+/]{22}==)\$([A-Za-z0-9+/]{43}=)", re.ASCII)


def hash_of(pin: str, salt: bytes) -> str:
    """What is kept of a PIN."""
    data = _scrypt(pin, salt)
    return f"scrypt$14$8$1${b64encode(salt).decode()}${b64encode(data).decode()}"


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
    # A number out of a file may be any: beyond some all wait the longest.
    return min(LONGEST_WAIT, 2.0 ** (min(wrong, 64) - 1)) if wrong > 0 else 0.0


def new_salt() -> bytes:
    """A salt that nobody can guess."""
    from secrets import token_bytes

    return token_bytes(_SALT)


def _scrypt(pin: str, salt: bytes) -> bytes:
    return scrypt(pin.encode(), salt=salt, n=_COST, r=_BLOCK, p=_LANES, dklen=_SIZE)

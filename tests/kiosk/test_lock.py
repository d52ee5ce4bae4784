"""The staff's way out: the PIN's hash, its slowness after wrong tries, the keys before it."""

from __future__ import annotations

import pytest

from edu_tui.kiosk.lock import Tries, chord_of
from edu_tui.records.pin import LONGEST_WAIT, fits, hash_of, is_hash, new_salt, wait_after

from .kiosk import HASH, PIN


def test_only_that_pin_fits() -> None:
    """The PIN fits its hash, also of a form made long ago; no other does, nor the hash itself."""
    message = hash_of(PIN, new_salt())
    assert is_hash(message)
    assert fits(PIN, message)
    assert fits(PIN, HASH)
    for other in ("", "0", PIN[:-1], PIN + "0", PIN.upper(), message, "x" * 1000, "\x00" * 8):
        assert not fits(other, message)
    assert PIN not in message
    assert hash_of(PIN, new_salt()) != message


@pytest.mark.parametrize(
    "kept", ["", "1234", HASH[:-1], HASH.replace("14", "1"), f"{HASH} ", HASH[1:]]
)
def test_what_is_no_hash_fits_nothing(kept: str) -> None:
    """A broken or weaker line is refused, and never opens."""
    assert not is_hash(kept)
    assert not fits(PIN, kept)


def test_each_wrong_try_waits_twice_as_long() -> None:
    """1, 2, 4 seconds and so on, up to five minutes; then the next is looked at."""
    assert [wait_after(n) for n in range(5)] == [0, 1, 2, 4, 8]
    assert wait_after(50) == LONGEST_WAIT
    tries = Tries()
    assert tries.wait(100.0) == 0
    tries.failed(100.0)
    tries.failed(101.0)
    assert tries.wait(101.0) == 2
    assert tries.wait(102.5) == 0.5
    assert tries.wait(103.0) == 0


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("f12 f12 f12", ("f12", "f12", "f12")),
        ("Ctrl+E  ctrl+x", ("ctrl+e", "ctrl+x")),
        ("f12", None),
        ("f9 f9", None),
        ("f10 f12", None),
        ("ctrl+m ctrl+m", None),
        ("q q q", None),
        ("", None),
        ("f2 " * 9, None),
    ],
)
def test_the_keys_before_the_pin(text: str, keys: tuple[str, ...] | None) -> None:
    """Two to eight keys that nothing else uses; a single one or a visitor's is refused."""
    assert chord_of(text) == keys

"""Somebody who tries everything at a kiosk: random keys, touches, pastes, replies, sequences and sizes.

The same seed does the same. `Adversary.attack` sends so many events into a terminal and reads what comes
back; what the terminal does not take at once is lost, as with a keyboard.
"""

from __future__ import annotations

import fcntl
import os
import random
import select
import struct
import termios
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

KEYS = (
    *(bytes([code]) for code in range(256)),
    *(f"\x1b[{final}".encode() for final in "ABCDHFZPQRS"),
    *(f"\x1bO{final}".encode() for final in "ABCDPQRS"),
    *(f"\x1b[{number}~".encode() for number in range(1, 35) if number != 21),
    *(
        f"\x1b[{code};{mods}u".encode()
        for code in (9, 13, 27, 99, 112, 113)
        for mods in (1, 3, 5, 6)
    ),
    *(f"\x1b[1;{mods}{final}".encode() for mods in (2, 3, 5, 8) for final in "ABCDHF"),
    *(f"\x1b{chr(code)}".encode() for code in range(33, 127)),
)
REPLIES = (
    b"\x1b[?62;22c", b"\x1b[>41;354;0c", b"\x1b[12;40R", b"\x1b[?2026;1$y", b"\x1b[?2048;1$y",
    b"\x1b[48;50;200;800;1600t", b"\x1b[48;0;0;0;0t", b"\x1b[8;1;1t", b"\x1b[I", b"\x1b[O",
    b"\x1b]52;c;cXVpdA==\x07", b"\x1b]11;rgb:0000/0000/0000\x1b\\", b"\x1bP1+r544e=71\x1b\\",
    b"\x1b]0;title\x07", b"\x1bc", b"\x1b[!p", b"\x1b[?1049l", b"\x1b[6n", b"\x1b_Gi=1;OK\x1b\\",
    b"\x1b[99999999999u", b"\x1b[1:2;3:4u", b"\x1b[<99999;99999;99999M", b"\x1b[M\xff\xff\xff",
    b"\x1b[200~rm -rf /\r\x1b[201~", b"\x1b[200~", b"\x1b]8;;file:///etc\x1b\\", b"\x1b[?1004h",
)  # fmt: skip
WORDS = (
    "quit", "[@click=app.quit]x[/]", "[link=http://x]y[/link]", "$var", "\u202egnirts", "e\u0301" * 40,
    "\U0001f9d1\u200d\u2695\ufe0f", "\u0000\u0007", "safe ride", "' OR 1=1 --", "\\\n" * 3, "*" * 200,
)  # fmt: skip
SIZES = (
    (80, 24),
    (40, 16),
    (120, 33),
    (1, 1),
    (0, 0),
    (500, 200),
    (39, 24),
    (80, 9),
    (132, 50),
    (80, 24),
)
LEAVING = b"\x1b[21~1"
"""They called my name, and the end."""


class Adversary:
    """One of them, before one terminal."""

    def __init__(self, seed: int, terminal: int, read: Callable[[bytes], None]) -> None:
        self._random = random.Random(seed)
        self._terminal = terminal
        self._read = read
        os.set_blocking(terminal, False)

    def attack(self, events: int) -> int:
        """Do so many things or a few more; how many."""
        done = 0
        while done < events:
            data, count = self._some()
            self.send(data)
            done += count
            self.drain(0.0)
        self.resize(80, 24)
        return done

    def drain(self, patience: float) -> bool:
        """Read all that has been drawn; False when nothing comes for so long."""
        result = False
        while select.select([self._terminal], [], [], 0.0 if result else patience)[0]:
            data = os.read(self._terminal, 65536)
            self._read(data)
            result = True
        return result

    def resize(self, columns: int, lines: int) -> None:
        """Change the size as a window would."""
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def _some(self) -> tuple[bytes, int]:
        """Bytes, and as how many events they count."""
        chance = self._random
        kind = chance.random()
        if kind < 0.02:
            for _ in range(storm := chance.choice((1, 1, 20))):
                self.resize(*chance.choice(SIZES))
            return b"", storm
        if kind < 0.03:
            return LEAVING, 2
        if kind < 0.10:
            return chance.choice(REPLIES), 1
        if kind < 0.14:
            return chance.choice(WORDS).encode(), 1
        if kind < 0.17:
            return chance.randbytes(chance.randrange(1, 200)), 1
        count = chance.choice((1, 1, 2, 3, 5)) if kind < 0.9 else chance.randrange(50, 400)
        make = self._touch if chance.random() < 0.3 else self._key
        return b"".join(make() for _ in range(count)), count

    def _key(self) -> bytes:
        # Mostly what leads somewhere, or nothing deep is ever reached.
        if self._random.random() < 0.5:
            return self._random.choice(
                (b"\r", b"\x1b[B", b"\x1b[A", b"1", b"2", b"3", b" ", b"\x1b[24~")
            )
        return self._random.choice(KEYS)

    def _touch(self) -> bytes:
        chance = self._random
        x, y = chance.randrange(0, 90), chance.randrange(0, 30)
        button = chance.choice((0, 0, 0, 1, 2, 32, 35, 64, 65, 128))
        return f"\x1b[<{button};{x};{y}M\x1b[<{button};{x};{y}m".encode()

    def send(self, data: bytes) -> None:
        """What is not taken within a moment is lost."""
        while data:
            if not select.select([], [self._terminal], [], 0.02)[1]:
                return
            try:
                data = data[os.write(self._terminal, data) :]
            except BlockingIOError:
                self.drain(0.0)

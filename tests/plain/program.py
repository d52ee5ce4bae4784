"""The real program: run to its end with all input given, or talked with line by line."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import pexpect

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = [sys.executable, "-m", "edu_tui"]
PATIENCE = 60
PROMPT = r"(?:crisis help|then Enter\)|Enter alone ends them\)|Enter alone to end): "


class Ran(NamedTuple):
    """What came of a run."""

    status: int
    out: str
    err: str


def environment(home: Path, **more: str) -> dict[str, str]:
    """A user with an empty home."""
    kept = {
        name: os.environ[name] for name in ("PATH", "PYTHONDONTWRITEBYTECODE") if name in os.environ
    }
    places = {"HOME": str(home), "XDG_CACHE_HOME": f"{home}/cache", "XDG_CONFIG_HOME": f"{home}/c"}
    return {**kept, **places, "LANG": "C.UTF-8", "TERM": "xterm", **more}


def run(home: Path, *words: str, typed: str | bytes = b"", **more: str) -> Ran:
    """Run it to its end."""
    given = typed.encode() if isinstance(typed, str) else typed
    done = subprocess.run(
        [*PROGRAM, *words],
        input=given,
        capture_output=True,
        env=environment(home, **more),
        timeout=PATIENCE,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


class Talk:
    """The program in a terminal; remembers the numbered rows it last told."""

    def __init__(self, home: Path, *words: str, **more: str) -> None:
        self.child = pexpect.spawn(
            PROGRAM[0],
            [*PROGRAM[1:], "--plain", *words],
            env=environment(home, **more),
            encoding="utf-8",
            timeout=PATIENCE,
            dimensions=(24, 80),
        )
        self.heard = ""
        self.rows: dict[int, str] = {}
        self.page = self._listen()

    def say(self, typed: str) -> str:
        """Type a line; what is told up to the next prompt."""
        self.child.sendline(typed)
        self.page = self._listen()
        return self.page

    def choose(self, label: str) -> str:
        """Type the number of the row that has these words."""
        number = next(number for number, row in self.rows.items() if label in row)
        return self.say(str(number))

    def offers(self, label: str) -> bool:
        """Whether a row has these words."""
        return any(label in row for row in self.rows.values())

    def end(self, typed: str = "q") -> int:
        """Leave; the exit status."""
        self.child.sendline(typed)
        return self.wait()

    def wait(self) -> int:
        """Hear it to its end; the exit status."""
        self.child.expect(pexpect.EOF)
        self.heard += str(self.child.before)
        self.child.close()
        return int(self.child.exitstatus if self.child.exitstatus is not None else -1)

    def _listen(self) -> str:
        self.child.expect(PROMPT)
        message = f"{self.child.before}{self.child.after}".replace("\r\n", "\n")
        self.heard += message
        rows = {
            int(n): text
            for n, text in re.findall(r"^(?:You chose: |Taken back: )?(\d+)\. (.*)$", message, re.M)
        }
        # a page that is told anew begins its numbers anew
        self.rows = rows if "\n## " in message else self.rows | rows
        numbers = re.search(r"Type 1(?: (?:to|or) (\d+))?, then", message)
        last = int(numbers[1] or 1) if numbers else 0
        if "Type a number" in message:
            # Some rows have numbers of their own, such as 0 or 2.1.
            last = max(self.rows, default=0)
        self.rows = {number: row for number, row in self.rows.items() if number <= last}
        return message

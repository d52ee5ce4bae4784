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
FIELD = r"then Enter\)|Enter alone ends them\)|Enter alone to end"
SHORT = r"\n(?:\w+ words? [^.\n]*\. |Words begin it\. )?(?:[\d, ]+ as before|1 to \d+|1 or 2|1|A number|A letter)?(?:, )?(?:Enter for [\d.]+)?"
PROMPT = rf"(?:crisis help|{FIELD}|{SHORT}): "
"""What ends all that is told: in full, for words to type, or in short on a line of its own."""


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
        """Type the number of the row that has these words; what was not told again is asked for."""
        if not self.offers(label):
            self.say("r")
        number = next(number for number, row in self.rows.items() if label in row)
        return self.say(str(number))

    def offers(self, label: str) -> bool:
        """Whether a row that was told has these words."""
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
        # after what was typed comes an empty line where a page is told, and its rows with it
        self.rows = rows if re.match(r".*\n\n", message) else self.rows | rows
        # a prompt in full may take two lines
        prompt = " ".join(message.split("\n")[-2 if "crisis help" in message else -1 :])
        numbers = re.search(r"\b1(?: (?:to|or) (\d+))?[,:]", prompt)
        last = int(numbers[1] or 1) if numbers else 0
        if before := re.search(r"(\d+) as before", prompt):
            last = int(before[1])
        if "a number" in prompt.lower():
            # Some rows have numbers of their own, such as 0 or 2.1.
            last = max(self.rows, default=0)
        self.rows = {number: row for number, row in self.rows.items() if number <= last}
        return message

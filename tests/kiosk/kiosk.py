"""A kiosk in a terminal of its own, and the processes that it consists of."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from tests.terminal.terminal import SAMPLE, Terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

WELCOME = ("Welcome", "Read about it", "F9 Hide")
PIN = "2468-key"
HASH = "scrypt$14$8$1$AAAAAAAAAAAAAAAAAAAAAA==$ZQmlGa/ZC6FXI8gPRIJI+UPO+hY9Ause3Zinpx2sgyI="
F = {n: f"\x1b[{code}~" for n, code in ((8, 19), (9, 20), (10, 21), (12, 24))}


class Kiosk(Terminal):
    """One kiosk; its supervisor is the process that was started.

    One that is `looked_into` shows an ordinary user its memory and what it has open, as any shows root.
    """

    def __init__(
        self,
        home: Path,
        *arguments: str,
        clock: bool = False,
        looked_into: bool = False,
        library: Path | None = SAMPLE,
        size: tuple[int, int] = (80, 24),
        unreviewed: bool = True,
        pin: str = "",
        **more: str,
    ) -> None:
        self._hands = home / "clock"
        self.now = 1000.0
        start: Sequence[str] = ("-m", "edu_tui")
        if clock:
            start = ("-m", "tests.kiosk.quick", str(self._hands))
            self.wait_seconds(0)
        elif looked_into and os.geteuid() != 0:
            start = ("-m", "tests.kiosk.unshut")
        given = [*arguments, *(("--allow-unreviewed",) if unreviewed else ())]
        if pin:
            folder = home / "config" / "edu-tui"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "settings.toml").write_text(f'kiosk_pin = "{pin}"\n')
        else:
            given.append("--no-exit")
        super().__init__(
            home, *given, command=(*start, "kiosk"), library=library, size=size,
            **{"XDG_STATE_HOME": str(home / "state"), **more},
        )  # fmt: skip

    @property
    def visits(self) -> list[int]:
        """The processes below the supervisor: one visit's, and never any below that."""
        return [child.pid for child in psutil.Process(self.pid).children(recursive=True)]

    @property
    def visit(self) -> int:
        """The running visit's process."""
        (pid,) = self.visits
        return pid

    def wait_seconds(self, seconds: float) -> None:
        """Let so much time pass by its clock; nobody waits."""
        self.now += seconds
        spare = self._hands.with_suffix(".new")
        spare.write_text(str(self.now))
        spare.replace(self._hands)

    def welcome(self) -> None:
        """Wait for the welcome screen."""
        self.wait_for(*WELCOME)

    def take(self, data: bytes) -> None:
        """What somebody else has read from the terminal."""
        self.raw += data
        self._stream.feed(data)

    def end_visit(self) -> None:
        """They called my name; then wait for the next welcome, of another process."""
        before = self.visit
        self.child.send(F[10])
        self.wait_for("End and clear the screen")
        self.child.send("1")
        self.wait(lambda: before not in self.visits and len(self.visits) == 1, "another visit")
        self.welcome()

    def next_visit(self, before: int) -> None:
        """Wait until another process shows the welcome screen."""
        self.wait(lambda: self.visits not in ([], [before]), "another visit")
        self.welcome()

    @property
    def log(self) -> str:
        """What was noted about crashes."""
        path = Path(self.home, "state", "edu-tui", "kiosk.log")
        return path.read_text() if path.exists() else ""

    @property
    def home(self) -> str:
        """Its home folder."""
        return str(self.child.cwd)

    def holds(self, pid: int, words: bytes) -> bool:
        """Whether these bytes are anywhere in a process's memory, as UTF-8 or as Python keeps wide text."""
        wide = words.decode().encode("utf-32-le")
        return any(words in part or wide in part for part in memory_of(pid))


def memory_of(pid: int) -> list[bytes]:
    """Everything that a process could read of itself."""
    data = []
    with Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            span, rights, *rest = line.split()
            if "r" not in rights or rest[-1] in {"[vvar]", "[vsyscall]", "[vvar_vclock]"}:
                continue
            start, end = (int(one, 16) for one in span.split("-"))
            try:
                memory.seek(start)
                data.append(memory.read(end - start))
            except (OSError, ValueError, OverflowError):
                continue
    return data


def files_in(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file with its size and time of change."""
    return {
        str(path): (path.stat().st_size, path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def open_files(pid: int) -> set[str]:
    """What a process has open."""
    return {str(path.readlink()) for path in Path(f"/proc/{pid}/fd").iterdir()}

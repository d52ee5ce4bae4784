"""A whole Debian in a folder, booted with its own systemd and with a real console of this computer.

For `kiosk-machine`. What is done in it is done as root, as whoever sets up a kiosk does it.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import signal
import struct
import subprocess
import termios
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SUITE = "bookworm"
PATIENCE = 180.0
"""Seconds after which what was waited for is said never to come."""


class NotThere(Exception):
    """What was waited for has not come."""


class Machine:
    """One Debian; its consoles tty1 and tty3 are the consoles `number` and the next of this computer."""

    def __init__(self, root: Path, number: int) -> None:
        self.root = root
        self.console = Path(f"/dev/tty{number}")
        self._another = Path(f"/dev/tty{number + 1}")
        self._characters = Path(f"/dev/vcsu{number}")
        self._running: subprocess.Popen[bytes] | None = None

    def make(self) -> None:
        """The smallest Debian that boots, with this computer's way to the registries."""
        packages = "systemd-sysv,dbus,ca-certificates,login,procps"
        subprocess.run(
            ["debootstrap", "--variant=minbase", f"--include={packages}", SUITE, str(self.root)],
            check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        shutil.copy("/etc/resolv.conf", self.root / "etc/resolv.conf")
        dumped = subprocess.run(["apt-config", "dump", "Acquire"], capture_output=True, check=True)
        (self.root / "etc/apt/apt.conf.d/00-way").write_bytes(dumped.stdout)
        # With standard system utilities there is a password for root; here nobody needs one.

    def boot(self) -> None:
        """Start it, and wait until its systemd has started everything."""
        bound = ["--bind=/dev/tty0", f"--bind={self.console}:/dev/tty1"]
        bound.append(f"--bind={self._another}:/dev/tty3")
        self._running = subprocess.Popen(
            ["systemd-nspawn", "--quiet", "--register=no", "--keep-unit", "--boot", "--console=pipe",
             *bound, "-D", str(self.root)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True, env={**os.environ, "SYSTEMD_NSPAWN_UNIFIED_HIERARCHY": "1"},
        )  # fmt: skip
        self.wait(self._is_up, "the machine")

    def reboot(self) -> None:
        """As `reboot` does it."""
        self.run("systemctl reboot", check=False)
        if self._running is not None:
            self._running.wait(PATIENCE)
        self.boot()

    def stop(self) -> None:
        """Switch it off, at once."""
        if self._running is not None:
            leader = self._leader()
            if leader:
                os.kill(leader, signal.SIGRTMIN + 4)
            try:
                self._running.wait(30)
            except subprocess.TimeoutExpired:
                self._running.kill()
            self._running = None

    def _leader(self) -> int:
        """Its first process; 0 where there is none."""
        if self._running is None or self._running.poll() is not None:
            return 0
        pid = self._running.pid
        try:
            children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        except OSError:
            return 0
        return int(children[-1]) if children else 0

    def _is_up(self) -> bool:
        return self.run("systemctl is-system-running", check=False) in {"running", "degraded"}

    def run(self, commands: str, *, check: bool = True) -> str:
        """Have its root run these; what they print, without the last line's end."""
        leader = self._leader()
        inside = ["nsenter", "-t", str(leader), "-m", "-u", "-i", "-n", "-p", "-C", "-r", "-w"]
        clean = ["env", "-i", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]
        done = subprocess.run(
            [*inside, *clean, "HOME=/root", "LANG=C.UTF-8", "sh", "-c", commands],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            check=False,
        )  # fmt: skip
        if check and done.returncode:
            raise NotThere(f"{commands}\nends with {done.returncode}:\n{done.stdout}")
        return done.stdout.strip()

    def state(self, unit: str) -> str:
        """Of a service: active, inactive, failed, activating."""
        return self.run(f"systemctl is-active {unit}", check=False)

    def main_pid(self, unit: str) -> str:
        """The number of a service's own process, in the machine."""
        return self.run(f"systemctl show -P MainPID {unit}")

    def wait(self, until: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
        """Look again and again until it is so."""
        end = time.monotonic() + patience
        while not until():
            if time.monotonic() > end:
                raise NotThere(f"{what} never came; the screen:\n{self.screen()}")
            time.sleep(0.3)

    # its console

    @contextmanager
    def _opened(self) -> Iterator[int]:
        console = os.open(self.console, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
        try:
            yield console
        finally:
            os.close(console)

    def screen(self) -> str:
        """The characters that stand on it."""
        with self._opened() as console:
            size = fcntl.ioctl(console, termios.TIOCGWINSZ, bytes(8))
        rows, columns, _, _ = struct.unpack("HHHH", size)
        text = self._characters.read_bytes().decode("utf-32-le", errors="replace")
        lines = (text[at : at + columns].rstrip() for at in range(0, rows * columns, columns))
        return "\n".join(line for line in lines if line)

    def type(self, keys: str) -> None:
        """As a keyboard would."""
        with self._opened() as console:
            for one in keys.encode():
                fcntl.ioctl(console, termios.TIOCSTI, bytes([one]))

    def hold(self) -> None:
        """Hold its output, as Scroll Lock does where it has a key."""
        with self._opened() as console:
            modes = termios.tcgetattr(console)
            modes[0] |= termios.IXON
            termios.tcsetattr(console, termios.TCSANOW, modes)
            fcntl.ioctl(console, termios.TIOCSTI, b"\x13")


def guide(text: str, step: str) -> str:
    """The commands of one part of docs/kiosk.md, one after the other as they stand there."""
    (part,) = [part for part in re.split(r"^## ", text, flags=re.M) if part.startswith(step)]
    return "\n".join(re.findall(r"^```sh\n(.*?)^```$", part, re.M | re.S))

"""Start a full-screen program in a terminal of its own; it ends well when it shows how to quit, and then does."""

import os
import pty
import select
import sys
import termios
import time

PATIENCE = 600
"""Seconds: the first start makes the environment."""


def main(command: list[str]) -> int:
    """The status of the program; 1 where it shows nothing."""
    child, terminal = pty.fork()
    if not child:
        termios.tcsetwinsize(0, (24, 80))
        os.execvp(command[0], command)
    started, shown, left = time.monotonic(), b"", False
    while select.select([terminal], [], [], max(0.0, started + PATIENCE - time.monotonic()))[0]:
        try:
            shown += os.read(terminal, 65536)
        except OSError:
            break
        if b"Quit" in shown and not left:
            left = bool(os.write(terminal, b"q"))
            print(f"open after {time.monotonic() - started:.0f} seconds")
    os.close(terminal)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if not left or status:
        print(shown.decode(errors="replace"), f"ended with {status}", sep="\n", file=sys.stderr)
    return status if left else 1


sys.exit(main(sys.argv[1:]))

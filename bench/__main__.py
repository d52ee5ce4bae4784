"""`python -m bench`: measure everything in one run and print one table.

It always ends with 0: a measurement is not a test.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bench import commands, first_paint, history, idle, keys, kiosk, memory, report
from bench.goals import Result, table
from bench.terminal import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS: dict[str, Callable[..., list[Result]]] = {
    "first-paint": first_paint.measure,
    "keys": keys.measure,
    "memory": memory.measure,
    "idle": idle.measure,
    "commands": commands.measure,
    "history": history.measure,
    "kiosk": kiosk.measure,
    "report": report.measure,
}


def main() -> None:
    """Read the options, measure, tell."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few rounds, and not 10,000 modules")
    parser.add_argument("--only", metavar="NAME", action="append", choices=list(KINDS))
    parser.add_argument("--rounds", metavar="N", type=int, help="7, or 2 with --quick")
    parser.add_argument("--json", metavar="FILE", type=Path, help="keep the numbers there")
    options = parser.parse_args()
    rounds = options.rounds or (2 if options.quick else 7)
    # Both sides run compiled code, as an installed program does.
    for package in ("edu_tui", "bench"):
        compileall.compile_dir(ROOT / package, quiet=2)
    results: list[Result] = []
    for name in options.only or KINDS:
        sys.stderr.write(f"Measuring: {name}\n")
        try:
            results += KINDS[name](rounds, quick=options.quick)
        except Exception as error:  # noqa: BLE001 - what cannot be measured must not hide the rest
            sys.stderr.write(f"{name} could not be measured: {error}\n")
    load = os.getloadavg()[0]
    sys.stdout.write(f"{table(results)}\n\n{rounds} rounds; load {load:.1f}\n")
    if options.json:
        options.json.write_text(
            json.dumps([result._asdict() | {"met": result.met} for result in results])
        )


if __name__ == "__main__":
    main()

"""The commands that never import Textual, as multiples of an interpreter that does nothing."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import libraries
from bench.goals import Result, compared, p50
from bench.terminal import OURS, environment

GOAL = 5.0


def measure(rounds: int, *, quick: bool) -> list[Result]:
    """Each command once a turn, three turns a round."""
    del quick
    times: dict[str, list[float]] = defaultdict(list)
    with TemporaryDirectory() as folder:
        home = Path(folder)
        path = libraries.single(home / "library")
        commands = {
            "": ["pass"],
            "edu-tui --version": [OURS, "--version"],
            "edu-tui read going-home": [OURS, "read", "going-home"],
            "edu-tui check, one module": [OURS, "check", str(path)],
        }
        for _ in range(rounds * 3):
            for name, words in commands.items():
                times[name].append(_run(words, home))
    bare = p50(times.pop(""))
    return [compared(name, p50(took), bare, "ms", GOAL) for name, took in times.items()]


def _run(words: list[str], home: Path) -> float:
    start = time.perf_counter()
    command = [sys.executable, "-c", *words]
    done = subprocess.run(
        command, env=environment(home), cwd=home, capture_output=True, check=False
    )
    took = (time.perf_counter() - start) * 1000
    # What is generated is not in plain words, so `check` has something to say.
    if done.returncode > ("check" in words):
        raise RuntimeError(f"{words[1:]} ended with {done.returncode}: {done.stderr.decode()}")
    return took

"""What judging content costs beside reading and validating it: `python -m bench.judging [MODULES]`.

Copies of the modules that ship, checked without and with the rules in turn; the median of each. The
goal is that the rules make it at most 1.5 times as long.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from bench.terminal import ROOT
from edu_tui.library.check import check
from edu_tui.library.lint.judge import Rules

GOAL = 1.5
ROUNDS = 5


def copies(folder: Path, count: int) -> Path:
    """A library of so many modules, each a copy of one that ships under another id."""
    shipped = ROOT / "content"
    shutil.copytree(shipped, folder, ignore=lambda _, names: [*filter(_is_module, names)])
    paths = [path for path in sorted((shipped / "en").glob("*.yaml")) if _is_module(path.name)]
    names = []
    for number in range(count):
        path = paths[number % len(paths)]
        names.append(f"{path.stem}-{number}")
        text = re.sub(r"\Aid: .*", f"id: {names[-1]}", path.read_text(encoding="utf-8"))
        (folder / "en" / f"{names[-1]}.yaml").write_text(text, encoding="utf-8")
    library = folder / "library.yaml"
    listed = re.compile(r"modules:(?: \[[^\]]*\]|(?:\n +- .*)+)")
    text = listed.sub(f"modules: [{', '.join(names)}]", library.read_text(encoding="utf-8"))
    library.write_text(text, encoding="utf-8")
    return folder


def _is_module(name: str) -> bool:
    return name.endswith(".yaml") and name not in {
        "library.yaml",
        "sources.yaml",
        "reviews.yaml",
        "glossary.yaml",
        "lists.yaml",
    }


def main() -> None:
    """Measure and tell."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as message:
        folder = copies(Path(message) / "library", count)
        alone, judged = [], []
        for _ in range(ROUNDS):
            alone.append(_cost(folder, None))
            judged.append(_cost(folder, Rules()))
    ratio = median(judged) / median(alone)
    sys.stdout.write(
        f"{count} modules: {median(alone):.2f} s read and validated, {median(judged):.2f} s judged"
        f" too: {ratio:.2f} times (goal {GOAL}), best of each {min(judged) / min(alone):.2f}\n"
    )


def _cost(folder: Path, judge: Rules | None) -> float:
    start = time.process_time()
    check(folder, judge)
    return time.process_time() - start


if __name__ == "__main__":
    main()

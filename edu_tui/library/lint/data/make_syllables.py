"""Make the table of words whose syllables the rules get wrong: `python make_syllables.py cmudict.dict`.

The dictionary itself is not part of this project: give the path of the CMU Pronouncing Dictionary's
data file (its licence is in `NOTICE` beside this file). Run it again when the rules change.
"""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path

from edu_tui.library.lint.syllables import TABLE, by_rule

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


def wrong_words(dictionary: Path) -> dict[str, int]:
    """Words and syllables of the first pronunciation, where the rules count others."""
    counts: dict[str, int] = {}
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, *sounds = line.partition(" #")[0].split()
        name = re.sub(r"\(\d+\)$", "", word)
        if _WORD.fullmatch(name) and not name.endswith("'s"):
            counts.setdefault(name, sum(sound[-1].isdigit() for sound in sounds))
    return {word: count for word, count in counts.items() if by_rule(word) != count}


def main() -> None:
    """One line for each number of syllables, its words in order."""
    wrong = wrong_words(Path(sys.argv[1]))
    lines = [
        " ".join(sorted(word for word, count in wrong.items() if count == number))
        for number in range(1, max(wrong.values()) + 1)
    ]
    data = ("\n".join(lines) + "\n").encode("ascii")
    TABLE.write_bytes(gzip.compress(data, 9, mtime=0))
    sys.stdout.write(f"{len(wrong)} words, {TABLE.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()

"""What the rules say of texts that others wrote: `python -m bench.texts FOLDER [--list]`.

The folder has folders by language (`en`, `en-others`, `es`) with texts as Markdown: `# title`, `## heading`,
paragraphs, `- items`. Each is judged as a module of a section for each heading. A rule that finds much
in texts that people read with ease is wrong, or asks too much; `--list` prints each finding with its words,
to be judged by hand. No such text is kept here: they belong to others.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from edu_tui.library.decode.module import decode_module
from edu_tui.library.judging import Case
from edu_tui.library.lint.judge import Rules
from edu_tui.library.lint.structure import SECTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.finding import Finding

_HEADING = re.compile(r"^#{2,} *(.*)$", re.M)
_MARKS = str.maketrans("*[]{}", "·()()")
"""Signs that would be marks of ours."""


def as_module(text: str) -> str:
    """A text as the module that an author would make of it."""
    head, *rest = _HEADING.split(text.translate(_MARKS))
    title, _, first = head.strip().removeprefix("#").strip().partition("\n")
    sections = [(title, first), *zip(rest[::2], rest[1::2], strict=True)]
    lines = [f"id: a-text\ntitle: {_quoted(title)}\nsummary: A text.\nminutes: 2\n"]
    lines.append("not_about: [before, tell, day, after, call, emergency, ask]\nsections:\n")
    written = ((name, body.strip()) for name, body in sections)
    for number, (name, body) in enumerate((row for row in written if row[1]), 1):
        lines.append(f"  - id: s-{number}\n    title: {_quoted(name)}\n")
        for key, paragraphs in zip(("text", "more"), _parted(body), strict=False):
            words = "\n".join(f"      {line}".rstrip() for line in paragraphs.split("\n"))
            lines.append(f"    {key}: |\n{words}\n")
    return "".join(lines)


def _parted(body: str) -> list[str]:
    """What fits a section's text, and the rest: an author has a heading, or `more`, for that."""
    blocks, count = re.split(r"\n{2,}", body), 0
    for number, block in enumerate(blocks):
        count += len(block.split())
        if count > SECTION and number:
            return ["\n\n".join(blocks[:number]), "\n\n".join(blocks[number:])]
    return [body]


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "").replace('"', "'") + '"'


def findings(path: Path) -> Iterator[Finding]:
    """What the rules say of one text."""
    language = path.parent.name.partition("-")[0]
    decoded = decode_module(f"{language}/a-text.yaml", as_module(path.read_text("utf-8")))
    if decoded.model is None:
        sys.stderr.write(f"{path}: {decoded.findings[0].message}\n")
        return
    case = Case(decoded.model, decoded.document, "patient", None, {}, {})
    yield from Rules()(case).findings


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(prog="python -m bench.texts", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", action="store_true", help="each finding, with its line")
    options = parser.parse_args()
    for folder in sorted(path for path in options.folder.iterdir() if path.is_dir()):
        paths = sorted(folder.glob("*.md"))
        count = sum(len(path.read_text("utf-8").split()) for path in paths)
        rules: Counter[str] = Counter()
        held: defaultdict[str, set[str]] = defaultdict(set)
        for path in paths:
            for finding in findings(path):
                name = f"{finding.code} {finding.severity}"
                rules[name] += 1
                held[name].add(path.name)
                if options.list:
                    sys.stdout.write(
                        f"{path.name}:{finding.line}: {name}: {finding.message}\n"
                        f"    {finding.source_line.strip()}\n"
                    )
        sys.stdout.write(f"{folder.name}: {len(paths)} texts, {count} words\n")
        for name, number in [*rules.most_common(), ("in all", rules.total())]:
            texts = f"{len(held[name])} texts" if name in held else ""
            rate = 1000 * number / max(1, count)
            sys.stdout.write(f"  {name:14}{number:5}{rate:7.1f} per 1,000 words  {texts}\n")


if __name__ == "__main__":
    main()

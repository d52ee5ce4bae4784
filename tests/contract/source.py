"""The program's own files, read as code."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "edu_tui"


class Source(NamedTuple):
    """One file of the program."""

    name: str
    """Its dotted name."""
    path: Path
    text: str
    tree: ast.Module

    def imports(self, *, for_types: bool = False) -> set[str]:
        """Dotted names imported anywhere in it; those for types alone only when asked for."""
        typed = {
            id(inner)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING"
            for inner in ast.walk(node)
        }
        result: set[str] = set()
        for node in ast.walk(self.tree):
            if id(node) in typed and not for_types:
                continue
            if isinstance(node, ast.Import):
                result |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                result.add(node.module or "")
        return result


def read(path: Path) -> Source:
    """One file."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    name = ".".join(part for part in parts if part != "__init__")
    text = path.read_text(encoding="utf-8")
    return Source(name, path, text, ast.parse(text))


SOURCES = tuple(read(path) for path in sorted(PACKAGE.rglob("*.py")))
NAMES = [source.name for source in SOURCES]

"""docs/architecture.md and docs/promises.md say how the program is built: as it is built."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PROMISES = (ROOT / "docs" / "promises.md").read_text(encoding="utf-8")
PACKAGE = ROOT / "edu_tui"


def drawn() -> list[str]:
    """What the tree shows of the program, from the top."""
    tree = ARCHITECTURE.partition("```\nedu_tui/\n")[2].partition("\ncontent/")[0]
    return re.findall(r"^  ([a-z_]+)(?:/|\.py) ", tree, flags=re.MULTILINE)


def test_the_tree_is_what_is_there() -> None:
    """Each room and file at the top is in the tree, and nothing else; at most twelve are rooms."""
    there = {
        path.stem
        for path in PACKAGE.iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert sorted(drawn()) == sorted(there - {"__init__"})
    assert sum((PACKAGE / name).is_dir() for name in drawn()) <= 12


def test_the_tree_is_in_the_order_of_the_contract() -> None:
    """What is drawn above may import what is drawn below, as the import contract has it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (layers,) = [
        contract["layers"]
        for contract in project["tool"]["importlinter"]["contracts"]
        if contract["type"] == "layers"
    ]
    assert drawn() == [name for layer in layers for name in layer.split(" | ")]


def test_each_promise_has_a_file_that_is_there() -> None:
    """Every path in docs/promises.md is a file or a room of the program."""
    paths = re.findall(r"`([a-z_]+/[a-z_/]*(?:\.py)?)`", PROMISES)
    assert len(paths) > 40
    for path in set(paths) - {"edu_tui/"}:
        assert (PACKAGE / path).exists(), path


def test_no_room_lists_its_files() -> None:
    """Each file says in its first line what it is; a second list of them in its room would only go stale."""
    rooms = [*PACKAGE.rglob("__init__.py"), ROOT / "bench" / "__init__.py"]
    texts = [(room, room.read_text(encoding="utf-8")) for room in rooms]
    assert [room for room, text in texts if re.search(r"^- `[\w./]+`", text, re.M)] == []
    files = [file for file in PACKAGE.rglob("*.py") if file.stat().st_size]
    assert [
        file for file in files if not file.read_text(encoding="utf-8").lstrip("r").startswith('"""')
    ] == []

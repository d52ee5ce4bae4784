"""What no file of the program does, and what each says."""

from __future__ import annotations

import ast
import re

import pytest

from .source import NAMES, SOURCES, Source

PRINTS = (
    "edu_tui.cli",
    "edu_tui.commands",
    "edu_tui.kiosk.commands",
    "edu_tui.staff.commands",
    "edu_tui.staff.plain",
    "edu_tui.ui.plain",
)
SCRIPT = '\nif __name__ == "__main__":'


@pytest.mark.parametrize("source", SOURCES, ids=NAMES)
def test_every_module_and_class_says_what_it_is(source: Source) -> None:
    """Modules and public classes begin with a sentence."""
    assert ast.get_docstring(source.tree)
    classes = [node for node in source.tree.body if isinstance(node, ast.ClassDef)]
    public = [node for node in classes if not node.name.startswith("_")]
    assert not [node.name for node in public if not ast.get_docstring(node)]


@pytest.mark.parametrize("source", SOURCES, ids=NAMES)
def test_no_error_is_swallowed_unnamed(source: Source) -> None:
    """Whoever catches everything raises it again; the command line alone says it, and keeps where it was."""
    if source.name == "edu_tui.cli":
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else ""
            again = isinstance(node.body[-1], ast.Raise)
            assert again or caught not in {"", "Exception", "BaseException"}, f"line {node.lineno}"


@pytest.mark.parametrize("source", SOURCES, ids=NAMES)
def test_every_exception_to_the_types_has_its_code_and_reason(source: Source) -> None:
    """A `type: ignore` names its code, and a comment just before says why."""
    lines = source.text.split("\n")
    for number, line in enumerate(lines):
        if "type: ignore" in line:
            assert re.search(r"# type: ignore\[[a-z-]+\]", line), line
            assert any(before.strip().startswith("#") for before in lines[number - 2 : number]), (
                line
            )


@pytest.mark.parametrize("source", SOURCES, ids=NAMES)
def test_only_commands_and_plain_mode_print(source: Source) -> None:
    """Nothing else writes to the standard streams: it would tear the screen."""
    if source.name.startswith(PRINTS) or SCRIPT in source.text:
        return
    names = {node.id for node in ast.walk(source.tree) if isinstance(node, ast.Name)}
    assert "print" not in names
    assert "sys.stdout" not in source.text
    assert "sys.stderr" not in source.text


@pytest.mark.parametrize("source", SOURCES, ids=NAMES)
def test_no_file_has_a_name_that_says_nothing(source: Source) -> None:
    """There are no utils, helpers, managers or bases."""
    last = source.name.rpartition(".")[2]
    assert last not in {"utils", "util", "helpers", "helper", "manager", "base", "common", "misc"}


def test_the_greater_part_is_not_the_screen() -> None:
    """At least half of the lines are outside the full screen, so that no front end is the product."""
    lines = {source.name: source.text.count("\n") for source in SOURCES}
    screen = sum(count for name, count in lines.items() if name.startswith("edu_tui.ui.tui"))
    assert screen * 2 <= sum(lines.values())


def test_no_public_class_has_the_name_of_another() -> None:
    """Who reads a name in one file finds one class by it."""
    names = [
        node.name
        for source in SOURCES
        for node in source.tree.body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]
    assert sorted({name for name in names if names.count(name) > 1}) == []

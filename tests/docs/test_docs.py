"""The documentation says what is true: each command, option, key, kind and dependency has its line."""

from __future__ import annotations

import argparse
import importlib.util
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from edu_tui.cli import parser
from edu_tui.model.mark_problems import problems
from edu_tui.model.question import KINDS

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "content" / "README.md").read_text(encoding="utf-8")
NAMES = sorted(path.name for path in (ROOT / "docs").glob("*.md"))
PAGES = [(ROOT / "docs" / name).read_text(encoding="utf-8") for name in NAMES]


def tables() -> ModuleType:
    """docs/tables.py, which is no package."""
    spec = importlib.util.spec_from_file_location("tables", ROOT / "docs" / "tables.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def commands() -> list[str]:
    """Names of all commands."""
    for action in parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return list(action.choices)
    return []


def test_the_made_pages_are_fresh() -> None:
    """What docs/tables.py would write is what stands there."""
    for name, page in tables().PAGES.items():
        assert (ROOT / "docs" / name).read_text(encoding="utf-8") == page()
    guide = (ROOT / "content" / "README.md").read_text(encoding="utf-8")
    assert tables().guide(guide) == guide


@pytest.mark.parametrize("command", commands())
def test_each_command_is_in_the_readme(command: str) -> None:
    """A person with only the README learns of every command."""
    assert f"`edu-tui {command}" in README


def test_each_option_is_in_the_readme() -> None:
    """Every long option of the program itself is named, but the one that undoes a variable."""
    options = {name for action in parser()._actions for name in action.option_strings}
    for option in options - {"-h", "--no-plain"}:
        assert f"`{option}" in README or f" {option}" in README, option


@pytest.mark.parametrize("kind", [*KINDS, "icon-array", "bars", "timeline", "flow"])
def test_each_kind_is_in_the_authors_guide(kind: str) -> None:
    """An author finds every kind of question and figure."""
    assert f"| `{kind}` |" in GUIDE


def test_each_key_that_a_file_may_have_is_in_the_authors_guide() -> None:
    """Every key that a reader of YAML asks for stands in the guide."""
    sources = [
        path.read_text(encoding="utf-8") for path in (ROOT / "edu_tui/library/decode").glob("*.py")
    ]
    call = r"\b(?:fields|own|inner)\.(?:text|prose|id|integer|maybe_integer|number|boolean|choice|records?|scalars?)\(\s*\"([a-z_A-Z-]+)\""
    keys = {key for source in sources for key in re.findall(call, source)}
    assert len(keys) > 40
    for key in keys - {"id"}:
        assert re.search(rf"`(?:[^`\n]*\b)?{re.escape(key)}\b", GUIDE), key


def test_each_dependency_has_its_reason() -> None:
    """docs/dependencies.md names everything that pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"].values()
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    asked += [line for extra in extras for line in extra]
    message = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    for name in (re.split(r"[<>=[]", line)[0] for line in asked):
        assert f"`{name}`" in message, name


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "content/README.md"]
)
def test_links_between_pages_lead_somewhere(page: str) -> None:
    """Every relative link and picture is a file of the project."""
    path = ROOT / page
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("page", [README, GUIDE, *PAGES], ids=["README.md", "guide", *NAMES])
def test_no_row_stands_outside_its_table(page: str) -> None:
    """What begins a table has the line below that makes it one, so no row is shown as it is typed."""
    for first, second in re.findall(r"(?:\A|\n\n)(\|[^\n]*)\n?([^\n]*)", page):
        assert re.fullmatch(r"[|\s:-]+", second), first


def test_what_the_guide_says_of_a_star() -> None:
    """What it calls shown has no finding, what it tells to write neither, and what it warns of has one."""
    match = re.search(r"\nA star with a space[^\n]+", GUIDE)
    assert match
    examples = re.findall(r"`([^`]+)`", match[0].replace("`check`", ""))
    wrong = {"5*3", "un*likely*"}
    assert wrong < set(examples)
    for example in examples:
        assert bool(problems(example)) == (example in wrong), example


def test_the_course_table_names_what_is_there() -> None:
    """docs/course.md names only modules, sections and sources of the shipped library."""
    from edu_tui.library.open_library import OpenLibrary

    open_library = OpenLibrary(ROOT / "content", None)
    contents = open_library.open("en")
    modules = {name: open_library.module(name, "en") for name in contents.entries}
    names = set(modules) | set(open_library.sources())
    names |= {part.id for module in modules.values() for part in module.sections}
    message = (ROOT / "docs" / "course.md").read_text(encoding="utf-8")
    rows = [line for line in message.splitlines() if line.startswith("|")]
    for name in re.findall(r"`([a-z0-9-]+)`", "\n".join(rows)):
        assert name in names, name
    assert set(modules) <= set(re.findall(r"`([a-z0-9-]+)`", message))

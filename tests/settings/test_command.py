"""A setting that is a program with its options: words in order, or a line that says what it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.system.settings.file import read
from edu_tui.system.settings.pages import as_toml
from edu_tui.system.settings.settle import gather
from tests.plain.program import run

if TYPE_CHECKING:
    from pathlib import Path

SHOULD = "`print_command` is a program and its options, each in quotes, such as"


def test_from_a_file_and_shown_again(tmp_path: Path) -> None:
    """The words stay as they are, `settings` prints them as a file has them, and that reads the same."""
    folder = tmp_path / "c" / "edu-tui"
    folder.mkdir(parents=True)
    words = ("lp", "-o", "job title", "$HOME;`x`", 'a "quote"')
    (folder / "settings.toml").write_text(f"print_command = {as_toml(words)}\n")
    assert read(folder / "settings.toml").values["print_command"] == words
    assert f"print_command = {as_toml(words)}" in run(tmp_path, "settings").out


def test_from_a_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A variable is parted as a shell parts words, and nothing in it is run."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path))
    found = gather({}, {"EDU_TUI_PRINT_COMMAND": "lp -o 'job title' $HOME;ls"})
    assert found.settings.print_command == ("lp", "-o", "job title", "$HOME;ls")
    (fault,) = gather({}, {"EDU_TUI_PRINT_COMMAND": "lp 'x"}).faults
    assert fault.line == 'EDU_TUI_PRINT_COMMAND: "lp \'x" has a quote without its end'


@pytest.mark.parametrize(
    "value", ["'lp -o x'", "[]", "['']", "['lp', 1]", '["l\\u0007p"]', "true", f"{['x'] * 41}"]
)
def test_what_cannot_be_a_command(tmp_path: Path, value: str) -> None:
    """A text, an empty list, other things in the list, characters that are none: said in one line."""
    path = tmp_path / "settings.toml"
    path.write_text(f"print_command = {value}\n")
    (fault,) = read(path).faults
    assert fault.line.startswith(f"{path}:1: {SHOULD}")

"""The example and the page of settings are made from the table, and the options agree with it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from edu_tui.cli import parser
from edu_tui.system.settings.file import read
from edu_tui.system.settings.pages import docs, example
from edu_tui.system.settings.settle import Settings, settle
from edu_tui.system.settings.table import BY_NAME, SETTINGS
from tests.plain.program import run


@pytest.fixture(autouse=True)
def no_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A user and a system without settings."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "s"))


def test_the_example_as_it_is_changes_nothing(tmp_path: Path) -> None:
    """Saved as it is printed, the example leaves every setting at its default."""
    path = tmp_path / "c" / "edu-tui" / "settings.toml"
    path.parent.mkdir(parents=True)
    before = settle({}, {})
    path.write_text(run(tmp_path, "settings", "--example").out)
    assert settle({}, {}) == before


def test_the_example_without_its_signs_is_what_holds_anyway(tmp_path: Path) -> None:
    """With each # before a setting taken away every line is valid, and what has a fixed default is it."""
    path = tmp_path / "settings.toml"
    path.write_text(re.sub(r"^#(?! )", "", example(), flags=re.M))
    settings_file = read(path)
    assert settings_file.faults == ()
    assert list(tomllib.loads(path.read_text())) == [setting.name for setting in SETTINGS]
    for name, value in settings_file.values.items():
        if BY_NAME[name].kind in {"switch", "number"}:
            assert value == BY_NAME[name].default


def test_the_example_fits_a_terminal() -> None:
    """No line is wider than 79 columns."""
    assert max(map(len, example().splitlines())) <= 79


def test_every_setting_has_its_field_and_its_row() -> None:
    """The record that commands get, the page of docs and the table have the same settings."""
    names = [setting.name for setting in SETTINGS]
    assert [*names, "origins"] == list(Settings._fields)
    assert re.findall(r"^\| `([a-z_]+)` \|", docs(), re.M) == names


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda one: one.name)
def test_flags_are_options_of_the_program(setting: object) -> None:
    """Each flag of the table is an option; one that gives a value or turns it on has the same help."""
    assert setting in SETTINGS
    one = next(known for known in SETTINGS if known is setting)
    options = {name: action for action in parser()._actions for name in action.option_strings}
    for place, flag in enumerate(one.flags):
        if flag:
            assert (options[flag].metavar or "") == one.metavar
            assert place or options[flag].help == one.help


def test_every_variable_is_told() -> None:
    """The page of docs names the variable of every setting, and the file that stands there is fresh."""
    page = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
    assert page == docs()
    for setting in SETTINGS:
        assert f"`{setting.variable}`" in page

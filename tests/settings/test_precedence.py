"""Which layer counts, asked of the real command: default, system file, user file, variable, flag."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from edu_tui.system.paths import _config_folders, config_folders
from tests.plain.program import run

if TYPE_CHECKING:
    from pathlib import Path


class Case(NamedTuple):
    """A setting with a value of its own in each layer, as TOML, then as variable and flag have it."""

    name: str
    system: str
    user: str
    variable: tuple[str, str]
    """What is set, and what then holds."""
    flag: tuple[str, str] | None = None
    words: str = ""


CASES = [
    Case("library", "'/s'", "'/u'", ("/e", '"/e"'), ("--library=/f", '"/f"')),
    Case("language", "'sv'", "'uk'", ("et", '"et"'), ("--lang=fr", '"fr"')),
    Case("clinic", "'/s'", "'/u'", ("/e", '"/e"'), ("--clinic=/f", '"/f"')),
    Case("plain", "true", "false", ("1", "true"), ("--no-plain", "false")),
    Case("plain", "false", "true", ("0", "false"), ("--plain", "true")),
    Case("ascii", "true", "false", ("", "false"), ("--ascii", "true")),
    Case("ascii", "false", "true", ("no", "false"), ("--ascii", "true")),
    Case("look", "'dark'", "'light'", ("contrast", '"contrast"'), ("--look=dark", '"dark"')),
    Case("detail", "true", "false", ("YES", "true")),
    Case("record", "false", "true", ("1", "true"), ("--no-record", "false")),
    Case("data", "'/s'", "'/u'", ("/e", '"/e"')),
    Case("review_per_day", "1", "2", ("3", "3")),
    Case("sync_to", "['https://s']", "['https://u']", ("https://e", '["https://e"]')),
    Case("lrs_home", "'https://s'", "'https://u'", ("https://e", '"https://e"')),
]


def said(out: str, name: str) -> tuple[str, str]:
    """A setting's value and where it comes from, as `edu-tui settings` says them."""
    match = re.search(rf"^(?:# )?{name} =(.*)\n#   ([a-z ]+): ", out, re.M)
    assert match is not None, out
    return match[1].strip(), match[2]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.name}-{case.user}")
def test_the_later_layer_counts(tmp_path: Path, case: Case) -> None:
    """With each further layer its own value holds, and it is said where that comes from."""
    system, user = tmp_path / "s" / "edu-tui", tmp_path / "c" / "edu-tui"
    more = {"XDG_CONFIG_DIRS": str(tmp_path / "s")}
    assert said(run(tmp_path, "settings", **more).out, case.name)[1] == "default"
    for folder, value, source in (
        (system, case.system, "system file"),
        (user, case.user, "user file"),
    ):
        folder.mkdir(parents=True)
        (folder / "settings.toml").write_text(f"{case.name} = {value}\n")
        held = said(run(tmp_path, "settings", **more).out, case.name)
        assert held == (value.replace("'", '"'), source)
    given, value = case.variable
    more[f"EDU_TUI_{case.name.upper()}"] = given
    held = said(run(tmp_path, "settings", **more).out, case.name)
    assert held == (value, "environment" if given else "user file")
    if case.flag:
        flag, value = case.flag
        assert said(run(tmp_path, flag, "settings", **more).out, case.name) == (value, "flag")


@pytest.mark.parametrize(
    ("user", "more", "value", "by"),
    [
        ("plain = false", {"ACCESSIBLE": "1"}, "true", "environment: ACCESSIBLE"),
        ("plain = false", {"TERM": "dumb"}, "true", "environment: TERM=dumb"),
        ("plain = true", {"ACCESSIBLE": "0"}, "true", "user file: "),
        ("", {"ACCESSIBLE": "1", "EDU_TUI_PLAIN": "0"}, "false", "environment: EDU_TUI_PLAIN"),
        ("", {"ACCESSIBLE": "", "EDU_TUI_PLAIN": ""}, "false", "default: "),
    ],
)
def test_variables_that_programs_share(
    tmp_path: Path, user: str, more: dict[str, str], value: str, by: str
) -> None:
    """`ACCESSIBLE` and `TERM=dumb` go before files; the program's own variable goes before them."""
    folder = tmp_path / "c" / "edu-tui"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(user)
    assert f"plain = {value}\n#   {by}" in run(tmp_path, "settings", **more).out


@pytest.mark.parametrize(
    ("user", "more", "look", "by"),
    [
        ("light = true", {}, "light", "user file: "),
        ("light = false", {}, "dark", "user file: "),
        ("look = 'contrast'\nlight = true", {}, "contrast", "user file: "),
        ("light = true\nlook = 'contrast'", {}, "contrast", "user file: "),
        ("look = 'contrast'", {"EDU_TUI_LIGHT": "1"}, "light", "environment: EDU_TUI_LIGHT"),
        ("", {"EDU_TUI_LIGHT": "off", "EDU_TUI_LOOK": "Contrast"}, "contrast", "environment: EDU_TUI_LOOK"),
    ],
)  # fmt: skip
def test_whether_it_is_light_may_still_be_set(
    tmp_path: Path, user: str, more: dict[str, str], look: str, by: str
) -> None:
    """The switch that was there before the third look still means dark or light, in its own layer."""
    folder = tmp_path / "c" / "edu-tui"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(user)
    assert f'look = "{look}"\n#   {by}' in run(tmp_path, "settings", **more).out


def test_the_nearer_of_two_system_folders_counts(tmp_path: Path) -> None:
    """`XDG_CONFIG_DIRS` names the folder that counts most first."""
    for name, value in (("near", "true"), ("far", "false")):
        (tmp_path / name / "edu-tui").mkdir(parents=True)
        (tmp_path / name / "edu-tui" / "settings.toml").write_text(f"detail = {value}\n")
    out = run(tmp_path, "settings", XDG_CONFIG_DIRS=f"{tmp_path}/near:{tmp_path}/far").out
    assert f"detail = true\n#   system file: {tmp_path}/near/" in out


@pytest.mark.parametrize(
    "environ",
    [
        {"HOME": "/h"},
        {"HOME": "/h", "XDG_CONFIG_HOME": "/c"},
        {"HOME": "/h", "XDG_CONFIG_HOME": "not/absolute"},
        {"HOME": "/h", "XDG_CONFIG_HOME": ""},
        {"HOME": "/h", "XDG_CONFIG_DIRS": "/one:/two"},
        {"HOME": "/h", "XDG_CONFIG_DIRS": ":relative:/two:"},
        {"HOME": "relative"},
        {},
    ],
    ids=str,
)
def test_the_folders_are_those_of_platformdirs(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str]
) -> None:
    """What is worked out without loading platformdirs is what platformdirs says."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CONFIG_DIRS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert config_folders() == _config_folders()


def test_paths_in_a_file_are_from_that_file(tmp_path: Path) -> None:
    """A relative path starts at the file's folder, `~` at home; one in a variable where the reader is."""
    folder = tmp_path / "c" / "edu-tui"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text('library = "../lib"\ndata = "~/kept"\n')
    out = run(tmp_path, "settings", EDU_TUI_CLINIC="words.yaml").out
    assert f'library = "{folder}/../lib"' in out
    assert f'data = "{tmp_path}/kept"' in out
    assert 'clinic = "words.yaml"' in out
    assert f'data = "{tmp_path}/k"' in run(tmp_path, "settings", EDU_TUI_DATA="~/k").out


def test_nothing_is_written(tmp_path: Path) -> None:
    """Asking for settings, an example or an opinion leaves the home as it was."""
    before = sorted(tmp_path.rglob("*"))
    for words in (["settings"], ["settings", "--example"], ["doctor"]):
        assert run(tmp_path, *words).status == 0
    assert sorted(tmp_path.rglob("*")) == before


def test_what_is_printed_is_a_file_of_settings(tmp_path: Path) -> None:
    """What `edu-tui settings` prints can be kept as the file and then says the same."""
    words = ("--lang", "es", "--ascii")
    out = run(tmp_path, *words, "settings", EDU_TUI_DATA='/with "quotes" and \\').out
    folder = tmp_path / "c" / "edu-tui"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(out)
    again = run(tmp_path, "settings").out
    for name in ("language", "ascii", "data"):
        assert said(again, name) == (said(out, name)[0], "user file")
    assert os.fspath(folder / "settings.toml") in again

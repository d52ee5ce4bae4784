"""A settings file that the version before gave as an example, with every setting in use."""

from __future__ import annotations

import tomllib
from pathlib import Path
from shutil import copy, copytree

from edu_tui.system.settings.table import BY_FORMER_NAME
from tests.plain.program import run
from tests.plain.sample import write_library

KEPT = Path(__file__).parent / "data" / "settings.toml"


def test_every_setting_of_before_means_the_same(tmp_path: Path) -> None:
    """Each is known and has the value that the file gives it; folders and files are told in full."""
    folder = tmp_path / "c" / "edu-tui"
    folder.mkdir(parents=True)
    copy(KEPT, folder / "settings.toml")
    (folder / "clinic.yaml").write_text('clinic:\n  phone: "555 0199"\n')
    copytree(write_library(tmp_path / "made"), tmp_path / "my-library")
    ran = run(tmp_path, "settings")
    assert (ran.status, ran.err) == (0, "")
    before, now = tomllib.loads(KEPT.read_text(encoding="utf-8")), tomllib.loads(ran.out)
    assert before.keys() & BY_FORMER_NAME.keys() == {"light"}
    before["look"] = "light" if before.pop("light") else "dark"
    places = {"library", "clinic", "data", "roster"}
    assert now.keys() == before.keys()
    assert {name: now[name] for name in now.keys() - places} == {
        name: before[name] for name in before.keys() - places
    }
    assert all(Path(now[name]).name == Path(before[name]).name for name in places)

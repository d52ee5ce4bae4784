"""Arrows point one way only; each heavy library has one door."""

from __future__ import annotations

import subprocess
import sys

import pytest

from .source import NAMES, ROOT, SOURCES, Source

DOORS: dict[str, str | tuple[str, ...]] = {
    "sqlite3": ("edu_tui.library", "edu_tui.records"),
    "fsrs": "edu_tui.learning",
    "psycopg": "edu_tui.staff.central",
    "http": "edu_tui.staff.sync",
    "segno": "edu_tui.handout",
    "weasyprint": "edu_tui.handout",
    "yaml": "edu_tui.library",
    "textual": ("edu_tui.ui.tui", "edu_tui.kiosk"),
    "rich": "edu_tui.ui.tui",
}
NEVER = {"pydantic", "click", "typer", "requests", "socket"}
WEB = {"urllib.request", "urllib.error"}
"""As `http`: only what sends staff records on may speak to the network."""


def test_the_import_contracts_hold() -> None:
    """import-linter finds nothing against the contracts of pyproject.toml."""
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run())", "--no-cache"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout
    assert "kept" in done.stdout


@pytest.mark.parametrize("source", SOURCES, ids=NAMES)
def test_each_heavy_library_is_imported_in_one_place(source: Source) -> None:
    """YAML, Textual, Rich and SQLite are imported by the one package that owns them."""
    for name in source.imports(for_types=True):
        assert not any(name == no or name.startswith(f"{no}.") for no in NEVER), name
        assert name not in WEB or source.name.startswith("edu_tui.staff.sync"), name
        door = DOORS.get(name.partition(".")[0])
        if door and not _only_for_types(source, name):
            assert source.name.startswith(door), name


def _only_for_types(source: Source, name: str) -> bool:
    return name not in source.imports()


@pytest.mark.parametrize(
    "source",
    [source for source in SOURCES if source.name.startswith("edu_tui.ui.tui")],
    ids=lambda one: one.name,
)
def test_no_part_of_the_screen_imports_the_app(source: Source) -> None:
    """Widgets and the screen talk upward by messages; only the command starts the app."""
    assert "edu_tui.ui.tui.app" not in source.imports(for_types=True)

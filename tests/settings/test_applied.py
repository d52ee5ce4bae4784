"""What is set is done: which library opens, how it is shown, and where records are kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from edu_tui.cli import parser
from edu_tui.commands import open as opening
from edu_tui.commands.library import settings
from tests.plain.program import run
from tests.plain.sample import write_library
from tests.terminal.terminal import SAMPLE, Terminal

SHIPPED = Path(__file__).parents[2] / "content"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The small library's folder."""
    return write_library(tmp_path / "library")


def save(home: Path, text: str) -> None:
    """The user's file of settings."""
    folder = home / "c" / "edu-tui"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.toml").write_text(text)


def test_the_library_and_language_of_every_command(tmp_path: Path, library: Path) -> None:
    """`list`, `read` and `check` take the library of the settings, and the language; flags go before."""
    save(tmp_path, f'library = "{library}"\nlanguage = "es"\n')
    assert "the-day" in run(tmp_path, "list").out
    assert run(tmp_path, "read", "the-day").out.startswith("El día\n")
    assert run(tmp_path, "read", "the-day", "--lang", "en").out.startswith("The day\n")
    assert "en/torn.yaml" in run(tmp_path, "check").out
    assert "going-home" in run(tmp_path, "list", "--library", str(SHIPPED)).out


def test_the_clinic_of_the_settings_is_on_paper_too(tmp_path: Path, library: Path) -> None:
    """`read` prints the clinic's own number, from the settings or from clinic.yaml beside them."""
    assert "Call 555 0100" in run(tmp_path, "read", "the-day", "--library", str(library)).out
    save(tmp_path, f'library = "{library}"\n')
    (tmp_path / "c" / "edu-tui" / "clinic.yaml").write_text('clinic:\n  phone: "555 0199"\n')
    assert "Call 555 0199" in run(tmp_path, "read", "the-day").out
    (tmp_path / "c" / "edu-tui" / "other.yaml").write_text('clinic:\n  phone: "555 0177"\n')
    save(tmp_path, f'library = "{library}"\nclinic = "other.yaml"\n')
    assert "Call 555 0177" in run(tmp_path, "read", "the-day").out


@pytest.mark.parametrize(
    ("more", "reason"),
    [({}, "plain in your settings"), ({"EDU_TUI_PLAIN": "1"}, "EDU_TUI_PLAIN")],
)
def test_plain_mode_says_who_wanted_it(
    tmp_path: Path, library: Path, more: dict[str, str], reason: str
) -> None:
    """Plain mode by the settings begins with its reason as by any other way."""
    save(tmp_path, f'plain = true\nlibrary = "{library}"\n')
    assert run(tmp_path, **more).out.startswith(f"Plain mode ({reason}). Line by line.\n")


def test_what_a_visit_begins_with(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, library: Path
) -> None:
    """The look, detail and the questions a day are those of the settings when the journey begins."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    save(tmp_path, f'library = "{library}"\nlook = "contrast"\ndetail = true\nreview_per_day = 2\n')
    options = parser([]).parse_args([])
    visit = opening._journey(options, settings(options)).visit
    visit.open_library.close()
    assert (visit.look, visit.detailed, visit.per_day) == ("contrast", True, 2)


@pytest.mark.parametrize("more", [{}, {"EDU_TUI_RECORD": "0"}, {"EDU_TUI_DATA": "~/mine"}])
def test_records_are_kept_where_and_when_it_is_set(tmp_path: Path, more: dict[str, str]) -> None:
    """By default in the data folder, in another where one is set, and nowhere when just reading."""
    typed = "1\n1\n1\n1\nq\n"
    ran = run(tmp_path, "--plain", "--library", str(SAMPLE), typed=typed, **more)
    assert ran.status == 0, ran.err
    kept = [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("records.sqlite")]
    if "EDU_TUI_RECORD" in more:
        assert sorted(tmp_path.rglob("*")) == []
    else:
        assert kept == ["mine/records.sqlite" if more else ".local/share/edu-tui/records.sqlite"]


def test_ascii_of_the_settings_is_seen_and_can_be_undone(tmp_path: Path) -> None:
    """The full screen draws with ASCII alone when a file says so, and not when a variable says no."""
    home = tmp_path / "home"
    (home / "config" / "edu-tui").mkdir(parents=True)
    (home / "config" / "edu-tui" / "settings.toml").write_text("ascii = true\n")
    ways: tuple[tuple[dict[str, Any], bool], ...] = (({}, True), ({"EDU_TUI_ASCII": "0"}, False))
    for more, alone in ways:
        with Terminal(home, **more) as terminal:
            terminal.wait_for("The day itself", "6 min")
            terminal.press("1", "Step by step")
            assert terminal.text.isascii() is alone

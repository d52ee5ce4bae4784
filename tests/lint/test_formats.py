"""`edu-tui check`: the report for people, programs and code hosts, its options and exit codes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from edu_tui.cli import main
from edu_tui.library.check import CheckReport
from edu_tui.library.finding import Finding
from edu_tui.library.judging import Waived
from edu_tui.library.lint.rules import RULES
from edu_tui.ui.plain.code_hosts import as_github

HERE = Path(__file__).parent
MODULE = "en/blood-test.yaml"
SHOUT = "warning: Do not drive if you feel faint"
WAIVER = "waive:\n  - {rule: W114, unit: after-the-test, why: It is a quotation., by: A nurse}\n"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clean library in the folder where the program is started."""
    folder = Path(shutil.copytree(HERE / "library", tmp_path / "my library"))
    monkeypatch.chdir(tmp_path)
    return folder


def change(library: Path, old: str, new: str) -> None:
    """Change the module's text."""
    path = library / MODULE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def checked(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """Exit code and output of a check."""
    status = main(["check", *words])
    return status, capsys.readouterr().out


def test_a_clean_library(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line, exit 0."""
    assert checked(capsys, "my library") == (0, "No findings in 5 files.\n")


def test_a_warning(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its line, a caret and its rule; a warning alone ends with 0."""
    change(library, SHOUT, f"{SHOUT}!")
    status, out = checked(capsys, "my library")
    assert status == 0
    assert f"{MODULE}:40:44: warning: " in out
    assert "full stop is calmer [W114]\n" in out
    assert out.endswith("Why? edu-tui check --explain W114\n1 warning in 5 files.\n")


def test_an_error(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An error ends with 1, and comes in the order of the file."""
    change(library, SHOUT, f"{SHOUT}!")
    change(library, "Some tests need", "This test cures fear. Some tests need")
    status, out = checked(capsys, "my library")
    assert status == 1
    assert out.index("[W112]") < out.index("[W114]")


def test_one_file(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A module alone is judged as in its library."""
    change(library, SHOUT, f"{SHOUT}!")
    assert "[W114]" in checked(capsys, f"my library/{MODULE}")[1]


def test_a_waived_finding(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is counted, and told with its reason."""
    change(library, SHOUT, f"{SHOUT}!")
    change(library, "objectives:", f"{WAIVER}objectives:")
    status, out = checked(capsys, "my library")
    assert status == 0
    assert "waived: " in out
    assert "[W114] - It is a quotation. (A nurse)\n" in out
    assert out.endswith("No findings in 5 files. 1 waived.\n")


def test_chosen_rules(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only they are told, in any letter case; what cannot be read is told too."""
    change(library, SHOUT, f"{SHOUT}!")
    change(library, "Some tests need", "This test cures fear. Some tests need")
    assert "[W114]" not in checked(capsys, "my library", "--rule", "w112")[1]
    both = checked(capsys, "my library", "--rule", "W112", "--rule", "W114")[1]
    assert "[W112]" in both
    assert "[W114]" in both
    change(library, "minutes: 3", "minutes: x")
    assert checked(capsys, "my library", "--rule", "W112")[0] == 1


@pytest.mark.parametrize("option", ["--rule", "--explain"])
def test_no_such_rule(library: Path, capsys: pytest.CaptureFixture[str], option: str) -> None:
    """Used wrongly: exit 2 and the nearest."""
    assert main(["check", "my library", option, "W11"]) == 2
    assert "did you mean `W11" in capsys.readouterr().err


def test_an_explanation(capsys: pytest.CaptureFixture[str]) -> None:
    """Why, a bad and a good example; no library is read."""
    status, out = checked(capsys, "--explain", "r006")
    assert status == 0
    assert out.startswith("R006 (error): ")
    assert "\n  not: " in out
    assert "\n  but: " in out


def test_json(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is waived is apart, with its reason."""
    change(library, SHOUT, f"{SHOUT}!")
    change(library, "objectives:", f"{WAIVER}objectives:")
    change(library, "Some tests need", "This test cures fear. Some tests need")
    found = json.loads(checked(capsys, "my library", "--format", "json")[1])
    assert [one["code"] for one in found["findings"]] == ["W112"]
    assert [(one["code"], one["why"], one["by"]) for one in found["waived"]] == [
        ("W114", "It is a quotation.", "A nurse")
    ]


def sarif(library: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """The log of a library with an error, a warning and a waived one."""
    change(library, SHOUT, f"{SHOUT}!")
    change(library, "objectives:", f"{WAIVER}objectives:")
    change(library, "Some tests need", "This test cures fear. Some tests need")
    change(library, "tip: Drink", "tip: Please! Drink")
    result: dict[str, Any] = json.loads(checked(capsys, "my library", "--format", "sarif")[1])
    return result


def test_sarif_has_what_the_standard_asks_for(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Required properties, types and values of SARIF 2.1.0."""
    log = sarif(library, capsys)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "edu-tui"
    ids = [rule["id"] for rule in driver["rules"]]
    assert ids == [rule.id for rule in RULES]
    assert all(rule["shortDescription"]["text"] for rule in driver["rules"])
    assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
    for result in run["results"]:
        assert result["message"]["text"]
        assert result["level"] in {"none", "note", "warning", "error"}
        assert result["ruleId"] in ids
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        assert region["startLine"] >= 1
        assert region["startColumn"] >= 1


def test_sarif_places_and_suppressions(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Paths are relative to where the program was started and quoted; a waiver suppresses."""
    (run,) = sarif(library, capsys)["runs"]
    rows = [(one["ruleId"], one["level"], one.get("suppressions", [])) for one in run["results"]]
    reason = {"kind": "inSource", "justification": "It is a quotation. (A nurse)"}
    assert rows == [("W112", "error", []), ("W114", "warning", []), ("W114", "warning", [reason])]
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert place == f"my%20library/{MODULE}"


def test_github(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One command a finding, at the file as the repository has it."""
    change(library, SHOUT, f"{SHOUT}!")
    out = checked(capsys, "my library", "--format", "github")[1]
    assert out.startswith(f"::warning file=my library/{MODULE},line=40,col=44,title=W114::section ")


def test_github_escapes() -> None:
    """A colon and a comma in a property, a percent sign and a line end anywhere."""
    finding = Finding("a,b:c.yaml", 1, 2, "error", "R006", "", "50% of\nit: yes, all", "")
    report = CheckReport((finding._replace(severity="info"), finding), 1, (), "/lib")
    assert as_github(report).splitlines() == [
        "::notice file=/lib/a%2Cb%3Ac.yaml,line=1,col=2,title=R006::50%25 of%0Ait: yes, all",
        "::error file=/lib/a%2Cb%3Ac.yaml,line=1,col=2,title=R006::50%25 of%0Ait: yes, all",
    ]


def test_a_waived_finding_is_no_annotation() -> None:
    """Whoever reviews sees what is to be done."""
    finding = Finding("a.yaml", 1, 2, "warning", "R007", "", "x", "")
    assert as_github(CheckReport((), 1, (Waived(finding, "why", "who"),), "/lib")) == ""


@pytest.mark.parametrize(
    ("words", "loaded"), [(["read", "going-home"], False), (["check"], True), (["list"], False)]
)
def test_only_check_loads_the_rules(words: list[str], loaded: bool, tmp_path: Path) -> None:
    """Reading costs nothing of judging, and judging loads nothing slow."""
    code = (
        "import sys; from edu_tui.cli import main; main(sys.argv[1:]);"
        "print([n for n in sys.modules if n.startswith('edu_tui.library.lint')], file=sys.stderr);"
        "sys.exit(bool({'dataclasses', 'inspect', 'textual', 'gzip'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        text=True,
        env={"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "PATH": ""},
        check=True,
    )
    assert (done.stderr.strip() != "[]") == loaded

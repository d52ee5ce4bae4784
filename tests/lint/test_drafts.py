"""A module that cannot be read as a whole: the words of it that could be read are judged in the same run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from edu_tui.library.lint import length, signs, wording

from .seeds_base import CLEAN, problems, swap
from .test_faults import FAULTS, findings

if TYPE_CHECKING:
    from pathlib import Path

OF_WORDS = [path for path in FAULTS if path.name[0] in "rw" and not path.name.startswith("waive")]
KEYS = [
    (number, match["lead"] + match["key"], match["value"])
    for number, line in enumerate(CLEAN.split("\n"), 1)
    if (match := re.match(r"(?P<lead>\s*(?:- )?)(?P<key>[a-z_]+): (?P<value>[^|\[{]+)$", line))
]
BREAKS = ("{key}: {value}: more", "{key}: [one, two]", '{key}: "{value}', "{key} {value}", "")


@pytest.mark.parametrize("file", OF_WORDS, ids=lambda path: path.stem)
def test_a_wrong_number_hides_no_finding_about_words(file: Path, tmp_path: Path) -> None:
    """Each fault of words is told at its line, beside the number that is none."""
    expected = re.match(r"# (\S+) on line (\d+)\n", file.read_text(encoding="utf-8"))
    assert expected
    text = re.sub(r"(?m)^minutes: .*$", "minutes: six", file.read_text(encoding="utf-8"))
    broken = tmp_path / "broken.yaml"
    broken.write_text(text, encoding="utf-8")
    assert sorted(findings(tmp_path / "library", broken)) == sorted(
        [
            (expected[1], int(expected[2])),
            ("wrong-type", text[: text.index("minutes:")].count("\n") + 1),
        ]
    )


@pytest.mark.parametrize("file", OF_WORDS, ids=lambda path: path.stem)
def test_an_error_of_yaml_hides_no_finding_about_one_text(file: Path, tmp_path: Path) -> None:
    """Faults that need no other text to be seen are told beside it; those that need all texts wait."""
    expected = re.match(r"# (\S+) on line (\d+)\n", file.read_text(encoding="utf-8"))
    assert expected
    text = re.sub(r"(?m)^minutes: .*$", "minutes: @six", file.read_text(encoding="utf-8"))
    broken = tmp_path / "broken.yaml"
    broken.write_text(text, encoding="utf-8")
    alone = {rule.id for rule in (*length.RULES, *wording.RULES, *signs.RULES)}
    told = [each for each in findings(tmp_path / "library", broken) if each[0] != "bad-yaml"]
    assert told == ([(expected[1], int(expected[2]))] if expected[1] in alone else [])


@pytest.mark.parametrize("how", BREAKS)
def test_no_rule_is_led_astray_by_what_could_not_be_read(how: str, tmp_path: Path) -> None:
    """A clean module that is broken at any one key has no finding of a rule: nothing is judged that was guessed."""
    lines = CLEAN.split("\n")
    for number, key, value in KEYS:
        new = [how.format(key=key, value=value)] if how else []
        text = "\n".join([*lines[: number - 1], *new, *lines[number:]])
        told = problems(tmp_path, text)
        errors = [each for each in told if each.severity == "error" and not each.code[0].isupper()]
        assert not errors or [each for each in told if each.code[0].isupper()] == []


def test_a_waiver_outlives_a_fault_of_the_format(tmp_path: Path) -> None:
    """It is not called useless while what it is for cannot be read; one for an unknown rule is told at once."""
    waive = "waive:\n  - {rule: N305, why: So it is., by: A. Author}\n"
    text = swap("minutes: 4", "minutes: six", CLEAN) + waive
    assert [each.code for each in problems(tmp_path, text)] == ["wrong-type"]
    text = text.replace("N305", "N999")
    assert [each.code for each in problems(tmp_path, text)] == ["wrong-type", "unknown-rule"]


def test_the_rest_of_a_broken_glossary_still_explains(tmp_path: Path) -> None:
    """A word that is there twice, or a key that is none, makes no other word unexplained."""
    told = problems(tmp_path, CLEAN)
    assert told == []
    path = tmp_path / "en/glossary.yaml"
    path.write_text(path.read_text() + "  - {term: ketamine, plian: A medicine.}\n")
    from edu_tui.library.check import check
    from edu_tui.library.lint.judge import Rules

    assert {each.file for each in check(tmp_path, Rules()).findings} == {"en/glossary.yaml"}

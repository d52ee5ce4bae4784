"""What a rule says to write can be written, and the rule is then content, and so is every other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.library.lint.rules import RULES
from tests.library.obedient import mended, obey

from .seeds import SEEDS, Seed
from .seeds_base import CLEAN, problems, swap
from .test_seeds import NAMES

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("seed", SEEDS, ids=NAMES)
def test_a_rule_that_says_what_to_write_is_content_with_it(seed: Seed, tmp_path: Path) -> None:
    """Done to the letter, the module is clean; where the words are left to the author, nothing is done."""
    module = swap(seed.old, seed.bad, CLEAN)
    found = problems(tmp_path, module)
    after = mended(module, found)
    assert [each.message for each in problems(tmp_path, after) if obey(module, found[0])] == []


def test_some_rules_say_what_to_write(tmp_path: Path) -> None:
    """The test above is not empty: at least these have advice that was followed."""
    followed = {
        seed.rule
        for seed in SEEDS
        for found in problems(tmp_path, swap(seed.old, seed.bad, CLEAN))
        if obey(swap(seed.old, seed.bad, CLEAN), found)
    }
    assert followed >= {"A707", "A709", "N310", "T901", "Q630"}


WAIVER = "waive:\n  - {rule: W1O1, why: So it is., by: A. Author}\n"


@pytest.mark.parametrize(
    ("waive", "left"),
    [
        ("  - {rule: W101, why: So it is., by: A. Author}\n", []),
        ("  - {rule: W101, why: So it is., by: A. Author}\n" * 2, ["empty"]),
        ("  - {rule: W101, unit: evning, why: So it is., by: A. Author}\n", ["useless-waiver"]),
        ("  - {rule: B41, why: So it is., by: A. Author}\n", ["useless-waiver"]),
    ],
)
def test_a_waiver_that_is_told_to_go_can_go(waive: str, left: list[str], tmp_path: Path) -> None:
    """One of several, or the last with its key; a rule or a part that is offered may be waived, and is there."""
    module = f"{CLEAN}waive:\n{waive}"
    told = problems(tmp_path, module)
    assert told
    after = mended(module, told)
    assert [each.code for each in problems(tmp_path, after)] == left


def test_no_rule_is_offered_that_cannot_be_waived(tmp_path: Path) -> None:
    """Whatever is typed: the rule that is named may be waived."""
    able = {rule.id for rule in RULES if not rule.binding}
    for rule in RULES:
        typed = WAIVER.replace("W1O1", f"{rule.id}x")
        (found,) = problems(tmp_path, CLEAN + typed)
        near = found.message.rpartition("did you mean `")[2].partition("`")[0]
        assert near in able

"""The rules on structure, numbers, questions, access and balance, each on a real library.

Every seed is one change to a module that is clean; it is found by its rule alone, at its line, and a
change very much like it is not.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from edu_tui.library.check import check
from edu_tui.library.lint.judge import Rules
from edu_tui.library.lint.rules import RULES

from . import plain_texts
from .judging import verdict
from .seeds import SEEDS, Seed
from .seeds_base import CLEAN, line_of, problems, swap

MINE = [rule.id for rule in RULES if rule.id[0] in "SNPQABT"]
WORDS = [name for name in MINE if name[0] != "T"]
"""What texts of other hands are held to: a purpose is a key of this format alone."""
UNSEEDED = {"S215", "Q625", "Q627", "Q628", "Q629"}
"""S215 needs a module that names nobody to call, which takes more than one change; see below. The others
are about banks, which modules for patients have not: `test_bank.py`."""
OTHERS = Path(__file__).parent / "others"
NAMES = [f"{seed.rule}-{number}" for number, seed in enumerate(SEEDS, 1)]


def test_the_clean_module_is_clean(tmp_path: Path) -> None:
    """No rule of any family finds anything in it."""
    assert problems(tmp_path, CLEAN) == []


@pytest.mark.parametrize("seed", SEEDS, ids=NAMES)
def test_a_fault_is_found_by_its_rule_alone(seed: Seed, tmp_path: Path) -> None:
    """At the line it stands in, and nothing else is said."""
    module = swap(seed.old, seed.bad, CLEAN)
    pairs = [(problem.code, problem.line) for problem in problems(tmp_path, module)]
    assert pairs == [(seed.rule, line_of(seed.at, module))]


@pytest.mark.parametrize("seed", SEEDS, ids=NAMES)
def test_what_only_looks_like_it_is_left_alone(seed: Seed, tmp_path: Path) -> None:
    """The same place written well has no finding."""
    assert problems(tmp_path, swap(seed.old, seed.good, CLEAN)) == []


def test_every_rule_has_a_seed() -> None:
    """A rule without one is not known to work."""
    assert {seed.rule for seed in SEEDS} | UNSEEDED == set(MINE)
    assert len(SEEDS) >= 40


def test_a_must_know_needs_someone_to_call(tmp_path: Path) -> None:
    """A module that never says whom to call or tell is found by S215."""
    module = swap("    call: Chest pain? Call 911 at once.\n", "", CLEAN)
    module = swap("[before, tell, emergency, ask]", "[before, tell, call, emergency, ask]", module)
    module = swap(" No ride? Call {clinic.phone} before you come.", "", module)
    module = swap(
        "      you_can: Ask for a chair with wheels.\n",
        "",
        module.replace("          you_can", "      you_can"),
    )
    module = swap(
        "how fast you are.", "if you are quick.", module.replace("does not tell", "does not show")
    )
    module = swap(
        "teach_back: Tell us in your own words how you get home.",
        "teach_back: How do you get home?",
        module,
    )
    assert [problem.code for problem in problems(tmp_path, module)] == ["S215"]


def test_texts_of_ten_other_topics_are_left_alone() -> None:
    """Plain texts on inhalers, blood tests, sleep and the like have no finding of these families."""
    report = check(OTHERS, Rules(WORDS))
    assert report.files == 12
    assert [(finding.file, finding.line, finding.code) for finding in report.findings] == []


@pytest.mark.parametrize("name", plain_texts.TEXTS)
def test_another_hand_s_plain_texts_are_left_alone(name: str) -> None:
    """Nor have the ten texts that someone else wrote."""
    text = plain_texts.module(name).replace(f"id: {name}", "id: a-module")
    assert [
        (finding.code, finding.line, finding.message) for finding in verdict(text, *WORDS).findings
    ] == []

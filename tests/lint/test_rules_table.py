"""The table of rules, its page, and what every rule promises."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from edu_tui.library.decode.module import decode_module
from edu_tui.library.lint.explain import explain, page
from edu_tui.library.lint.rules import FAMILIES, RULES

from .judging import module, verdict

if TYPE_CHECKING:
    from edu_tui.library.lint.rule import Rule

DOCS = Path(__file__).parents[2] / "docs"


def test_ids_are_unique_and_in_order() -> None:
    """A letter for the family and three digits."""
    ids = [rule.id for rule in RULES]
    assert ids == sorted(set(ids))
    assert all(re.fullmatch(r"[A-Z]\d{3}", name) for name in ids)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_why_in_one_sentence(rule: Rule) -> None:
    """Title without a full stop, one sentence why, a bad and a good example that differ."""
    assert rule.title[-1] not in ".!"
    assert rule.why.endswith(".")
    assert rule.bad != rule.good
    for words in (rule.title, rule.why, rule.bad, rule.good):
        assert "\n" not in words
        assert words


def test_the_page_of_rules_is_fresh() -> None:
    """docs/rules.md is what the table makes, and has every rule once."""
    message = (DOCS / "rules.md").read_text(encoding="utf-8")
    assert message == page()
    assert re.findall(r"^### (\S+)", message, re.M) == [
        rule.id for family in FAMILIES for rule in family.RULES
    ]


def test_an_explanation_has_everything() -> None:
    """Why, the examples, the limits."""
    for rule in RULES:
        message = explain(rule)
        assert rule.why in message
        assert rule.bad in message
        assert rule.good in message
        assert rule.limits in message


ANY = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\x85\u2028\u2029"),
    max_size=80,
)
WORDS = ["Do not", " without ", "[[", "]]", "[[sedative]]", "FDA", " is given", "!", ". ", "and/or"]
SIGNS = [
    "*",
    "**",
    "\n",
    "\n\n- ",
    "7",
    "İ",
    "ß",
    "’",
    "—",
    "{clinic.phone}",
    "[@x]",
    "100% safe",
    "²",
]
ODD = st.lists(st.sampled_from([*WORDS, *SIGNS, "cure", "vomit"]), max_size=12).map("".join)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.one_of(ANY, ODD), st.one_of(ANY, ODD))
def test_no_rule_ever_raises(text: str, key: str) -> None:
    """Whatever the words are, there are findings or none, each within the file."""
    words = " ".join(key.split()).replace("\\", "").replace('"', "") or "x"
    message = module(f"a {text}", more=f'    key_message: "{words}"\n')
    assume(decode_module("en/a-module.yaml", message).model is not None)
    count = message.count("\n") + 1
    for finding in verdict(message).findings:
        assert 1 <= finding.line <= count
        assert finding.column >= 1

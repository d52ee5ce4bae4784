"""No rule cries wolf on plain texts of other topics."""

from __future__ import annotations

import pytest

from edu_tui.library.lint.rules import RULES

from .judging import verdict
from .plain_texts import TEXTS, module

WORDS = [rule.id for rule in RULES if rule.id[0] in "RW"]


@pytest.mark.parametrize("name", TEXTS)
def test_a_plain_text_is_left_alone(name: str) -> None:
    """The rules on reading ease and on words find nothing in it."""
    text = module(name).replace(f"id: {name}", "id: a-module")
    assert [
        (finding.code, finding.line, finding.message) for finding in verdict(text, *WORDS).findings
    ] == []

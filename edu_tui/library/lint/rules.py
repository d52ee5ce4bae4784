"""The one table of rules: a row of each family's own table, in order of their ids.

To add a rule: a row in its family's `RULES`. To add a family: a file beside this one with a tuple `RULES`,
and its name here. docs/rules.md has every rule with its family.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.lint import (
    access,
    action,
    answers,
    asking,
    balance,
    bank,
    clarity,
    exact,
    length,
    numbers,
    people,
    provenance,
    purposes,
    reading,
    reasons,
    signs,
    slips,
    structure,
    wording,
)

if TYPE_CHECKING:
    from edu_tui.library.lint.rule import Rule

FAMILIES = (
    reading,
    length,
    wording,
    people,
    slips,
    clarity,
    structure,
    action,
    numbers,
    exact,
    provenance,
    asking,
    answers,
    reasons,
    bank,
    access,
    signs,
    balance,
    purposes,
)
RULES: tuple[Rule, ...] = tuple(
    sorted((rule for family in FAMILIES for rule in family.RULES), key=lambda rule: rule.id)
)


def by_id() -> dict[str, Rule]:
    """Each rule under its id."""
    return {rule.id: rule for rule in RULES}

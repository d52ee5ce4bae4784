"""A warning may be set aside, in writing; what is set aside is not hidden."""

from __future__ import annotations

import pytest

from edu_tui.library.decode.module import decode_module
from edu_tui.library.lint.rules import RULES

from .judging import module, told, verdict

SHOUT = module("Do not drive!", more="    tip: Rest well!\n")


def waived(entry: str) -> str:
    """The module with a waiver, which stands on line 11 or later."""
    return f"{SHOUT}waive:\n  - {{{entry}}}\n"


def test_a_waived_warning_is_kept_with_its_reason() -> None:
    """It is no finding any more, and is told with why and by whom."""
    made = verdict(waived("rule: W114, why: It is a quotation., by: A nurse"), "W114")
    assert made.findings == ()
    assert [(waiver.finding.code, waiver.why, waiver.by) for waiver in made.waived] == [
        ("W114", "It is a quotation.", "A nurse"),
        ("W114", "It is a quotation.", "A nurse"),
    ]


def test_a_waiver_for_one_part_leaves_the_others() -> None:
    """What is found elsewhere is still found."""
    text = waived("rule: W114, unit: first, why: x, by: y").replace(
        "summary: What", "summary: Now! What"
    )
    assert [(report.code, report.line) for report in told(text, "W114")] == [("W114", 3)]


def test_a_waiver_of_another_rule_waives_nothing() -> None:
    """Each rule needs its own."""
    text = waived("rule: R007, why: x, by: y")
    assert [report.code for report in told(text, "W114", "R007")] == [
        "W114",
        "W114",
        "useless-waiver",
    ]


def test_what_keeps_the_reader_safe_from_the_program_cannot_be_waived() -> None:
    """The finding stays, and the waiver is refused."""
    text = module("\u2713 Bring your list.", more="waive:\n  - {rule: A704, why: x, by: y}\n")
    assert [report.code for report in told(text, "A704")] == ["A704", "not-waivable"]
    assert [rule.id for rule in RULES if rule.binding] == ["A704", "N308", "Q621", "Q629"]


def test_an_error_can_be_waived() -> None:
    """It is told with its reason, as a warning is."""
    long = " ".join(["word"] * 30)
    text = module(f"A {long}.", more="waive:\n  - {rule: R006, why: A quotation., by: y}\n")
    assert told(text, "R006") == []
    assert len(verdict(text, "R006").waived) == 1


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("rule: W999, why: x, by: y", "unknown-rule"),
        ("rule: W114, unit: frist, why: x, by: y", "unknown-reference"),
        ("rule: R006, why: x, by: y", "useless-waiver"),
    ],
)
def test_a_waiver_that_fits_nothing_is_found(entry: str, code: str) -> None:
    """At its own line, so that it can be deleted or mended."""
    text = waived(entry)
    assert (code, 12) in [(report.code, report.line) for report in told(text)]


def test_the_nearest_is_offered() -> None:
    """A slip in an id is named."""
    findings = verdict(waived("rule: W114, unit: frist, why: x, by: y")).findings
    assert any("did you mean `first`" in finding.message for finding in findings)


def test_a_waiver_is_not_judged_by_rules_that_did_not_run() -> None:
    """With `--rule` a waiver of another rule is neither used nor useless."""
    assert told(waived("rule: W114, why: x, by: y"), "R006") == []


@pytest.mark.parametrize("missing", ["rule", "why", "by"])
def test_a_waiver_needs_a_reason_and_a_name(missing: str) -> None:
    """Without one the module cannot be read."""
    entry = {"rule": "W114", "why": "x", "by": "y"}
    del entry[missing]
    text = waived(", ".join(f"{key}: {value}" for key, value in entry.items()))
    findings = decode_module("en/a-module.yaml", text).findings
    assert [finding.code for finding in findings] == ["missing-key"]

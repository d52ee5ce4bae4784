"""Glossary and bibliography."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.library.decode.reference import decode_glossary, decode_sources, terms_by_form

from .samples import GLOSSARY, SOURCES, swap

if TYPE_CHECKING:
    from edu_tui.model.reference import Source


def source(lines: str) -> Source:
    """The one source of these lines."""
    decoded = decode_sources("sources.yaml", f"references:\n  - id: a\n    type: book\n{lines}")
    assert decoded.findings == ()
    assert decoded.model is not None
    return decoded.model[0]


def test_terms_are_found_by_every_form() -> None:
    """The name and the other forms lead to the same term, in any case."""
    terms = decode_glossary("en/glossary.yaml", GLOSSARY).model
    assert terms is not None
    forms = terms_by_form(terms)
    assert set(forms) == {"dissociation", "dissociative", "infusion"}
    assert forms["dissociative"].say == "dis-SO-see-AY-shun"


def test_a_form_belongs_to_one_term() -> None:
    """A form that two terms claim is a finding at the second."""
    text = swap("plain: A drip in the arm.", "plain: A drip., also: [DISSOCIATION]", GLOSSARY)
    (finding,) = decode_glossary("en/glossary.yaml", text).findings
    assert (finding.line, finding.code) == (3, "duplicate-term")


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        ("    issued: {date-parts: [[2019, 3]]}\n", "2019"),
        ("    issued: {date-parts: [['2019']]}\n", "2019"),
        ("    issued: 2019\n", "2019"),
        ("    issued: 2019-03-21\n", "2019"),
        ("    issued: [{year: 2019, month: 3}]\n", "2019"),
        ("    issued: {raw: 2019-03}\n", "2019"),
        ("", ""),
    ],
)
def test_the_year_comes_from_any_shape_of_date(lines: str, year: str) -> None:
    """CSL dates have several shapes; reference managers write all of them."""
    assert source(f"    title: T\n{lines}").year == year


def test_names_come_from_any_shape_of_author() -> None:
    """People by family name with their particle, institutions as written."""
    got = source(
        "    title: T\n    author:\n      - {family: Smith, given: A}\n"
        "      - {literal: A Ministry}\n"
        "      - {family: Berg, given: B, non-dropping-particle: van den}\n"
        "    accessed: {date-parts: [[2026, 1, 5]]}\n"
    )
    assert got.author == ("Smith", "A Ministry", "van den Berg")
    assert got.accessed == "2026-01-05"


def test_other_keys_of_reference_managers_are_allowed() -> None:
    """What is not shown is passed over here, and only here."""
    decoded = decode_sources("sources.yaml", SOURCES)
    assert decoded.findings == ()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("issued: {date-parts: [[2023, 10]]}", "issued: {season: 1}", "wrong-type"),
        ("issued: {date-parts: [[2023, 10]]}", "issued: soon", "wrong-type"),
        ("author: [{literal: A maker}]", "author: [[A maker]]", "wrong-type"),
        ("id: label-2023", "id: label 2023", "bad-id"),
        ("title: Prescribing", "titel: Prescribing", "unknown-key"),
    ],
)
def test_a_source_that_cannot_be_shown_is_a_finding(old: str, new: str, code: str) -> None:
    """Dates, names and ids have to be readable."""
    decoded = decode_sources("sources.yaml", swap(old, new, SOURCES))
    assert decoded.model is None
    assert [finding.code for finding in decoded.findings] == [code]

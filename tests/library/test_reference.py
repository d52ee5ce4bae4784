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
        ("issued: {date-parts: [[2023, 10]]}", "issued: 2019-13", "wrong-type"),
        ("issued: {date-parts: [[2023, 10]]}", "issued: {date-part: [[2023]], raw: 2023}", "unknown-key"),
        ("URL: https://example.org/label", "accessed: 2026-13-45", "wrong-type"),
        ("URL: https://example.org/label", "accessed: {date-parts: [[2026, 2, 30]]}", "wrong-type"),
        ("URL: https://example.org/label", "accessed: yesterday", "wrong-type"),
        ("type: report", "type: wepage", "bad-choice"),
        ("type: report", "type: Report", "bad-choice"),
        ("publisher: A maker", "publishr: A maker", "unknown-key"),
        ("publisher: A maker", "chekced: in full", "unknown-key"),
        ("publisher: A maker", "doi: 10.1000/182", "unknown-key"),
        ("publisher: A maker", "checked: yes", "bad-choice"),
        ("publisher: A maker", "checked: 2026-01-05", "bad-choice"),
        ("publisher: A maker", "checked: In full", "bad-choice"),
        ("publisher: A maker", "DOI: hello", "wrong-type"),
        ("publisher: A maker", "DOI: https://doi.org/10.1000/182", "wrong-type"),
        ("publisher: A maker", "DOI: 10.1000", "wrong-type"),
        ("https://example.org/label", "example.org/label", "wrong-type"),
        ("https://example.org/label", "ftp://example.org/label", "wrong-type"),
        ("https://example.org/label", "https://a b.org", "wrong-type"),
        ("author: [{literal: A maker}]", "author: [{literal: A maker, giving: B}]", "unknown-key"),
    ],
)  # fmt: skip
def test_a_source_that_cannot_be_shown_is_a_finding(old: str, new: str, code: str) -> None:
    """Dates, names, ids, DOIs and addresses have to be what they are called; kinds and keys are those of CSL."""
    decoded = decode_sources("sources.yaml", swap(old, new, SOURCES))
    assert decoded.model is None
    assert [finding.code for finding in decoded.findings] == [code]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("    type: wepage\n", "did you mean `webpage`?"),
        ("    type: x\n", "CSL has report, webpage and others"),
        ("    type: book\n    DOI: https://doi.org/10.1000/182\n", "write `10.1000/182`"),
        ("    type: book\n    URL: example.org/a\n", "write `https://example.org/a`"),
        ("    type: book\n    checked: exerpt\n", "did you mean `excerpt`?"),
        ("    type: book\n    DIO: 10.1000/182\n", "did you mean `DOI`?"),
        ("    type: book\n    volum: 3\n", "did you mean `volume`?"),
        ("    type: book\n    zzz: 3\n", "known here are DOI, URL, accessed"),
    ],
)
def test_a_source_is_told_how_it_is_written(lines: str, said: str) -> None:
    """The nearest of a closed list, or the form that is meant."""
    text = f"references:\n  - id: a\n    title: T\n{lines}"
    (found,) = decode_sources("sources.yaml", text).findings
    assert said in found.message


@pytest.mark.parametrize(
    "line",
    [
        "DOI: 10.1016/S0140-6736(19)31234-5", "DOI: 10.1000.10/123456", "URL: http://localhost:8080/a",
        "URL: https://example.org?x=1#y", "URL: https://пример.рф/а", "ISSN: 1234-5678", "citation-key: a",
        "PMID: 123", "title-short: A", "custom: {a: b}", "accessed: [{year: 2026, month: 2, day: 28}]",
        "author: [{family: A, suffix: Jr., dropping-particle: de}]", "issued: {date-parts: [[2024, 2, 29]], circa: true}",
    ],
)  # fmt: skip
def test_what_reference_managers_write_is_taken(line: str) -> None:
    """Forms of DOIs and addresses that are seen in the wild, and keys of CSL that are not shown."""
    text = f"references:\n  - id: a\n    type: book\n    title: T\n    {line}\n"
    assert decode_sources("sources.yaml", text).findings == ()

"""Paper and records held against each other: what was changed on either side is found out and named."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_tui.staff.certificate.paper import as_html, as_text, fields_of, labels
from edu_tui.staff.certificate.verify import verify_code, verify_paper
from edu_tui.staff.records.record import COLUMNS, sealed
from edu_tui.staff.records.store import StaffFile
from edu_tui.system.errors import EduError
from tests.staff.making import MAY

from .passes import change, code_of, filled, first

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FORMS = pytest.mark.parametrize("form", [as_text, as_html], ids=["text", "page"])
ALL = [one.strip('"') for one in COLUMNS.split(", ")]
FORGED = {
    "learner": ("n-104", "n-105"),
    "name": ("Ana Ruiz", "Bo Lee"),
    "module": ("Watching a session (", "Driving home ("),
    "version": ("1a2b3c4d", "1a2b3c4e"),
    "hash": ("c0ffeec0", "c0ffeec1"),
    "passed": ("5 May 2026, 12:02", "5 May 2026, 12:03"),
    "until": ("5 May 2027", "5 May 2037"),
    "must-know": ("all 5 right", "all 6 right"),
    "first": ("4 of 5 right", "5 of 5 right"),
    "final": ("all 5 right", "all 7 right"),
    "mastery": ("80 in 100", "90 in 100"),
    "scope": ("the whole module", "the whole course"),
    "state": ("Not yet reviewed by a clinician", "Reviewed by a clinician"),
    "superseded": ("25 May 2026", "26 May 2026"),
}
"""What stands in a field, and what somebody makes of it."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "staff.sqlite"


@FORMS
def test_what_was_made_is_verified(path: Path, form: Callable[..., str]) -> None:
    """Each certificate by its code and by its paper, for its learner and for anybody; an older one, too."""
    file = filled(path)
    for learner in ("n-104", "n-105"):
        certificate = first(file, learner)
        paper = form(certificate, "Ana Ruiz")
        for whose in ("", learner):
            assert verify_code(file, code_of(certificate), whose).holds
            verdict = verify_paper(file, paper, whose, {learner: "Ana Ruiz"})
            assert (verdict.differs, verdict.unchecked) == ((), ())
            assert verdict.certificate == certificate


@FORMS
def test_a_paper_on_its_way_is_the_same(path: Path, form: Callable[..., str]) -> None:
    """Other ends of lines, spaces at them, a code typed by hand: nothing was changed."""
    file = filled(path)
    paper = form(first(file))
    half, rest = code_of(first(file)).split()
    for other in (
        paper.replace("\n", "\r\n"),
        paper.replace("\n", "  \n"),
        f"\n\n{paper}\n\n",
        paper.replace(half, half.lower().replace("0", "o")).replace(rest, rest.replace("-", "")),
    ):
        assert verify_paper(file, other).differs == ()


def test_a_paper_from_before_the_next_pass_is_the_same(path: Path) -> None:
    """It could not say that the module was passed again."""
    file = filled(path)
    certificate = first(file)
    assert certificate.superseded
    assert verify_paper(file, as_text(certificate._replace(superseded=0))).holds


def test_every_field_is_tried() -> None:
    """The table of forgeries has all fields."""
    assert {*FORGED, "code"} == set(labels())


@FORMS
@pytest.mark.parametrize("field", FORGED)
def test_a_field_that_was_changed_is_named(
    path: Path, form: Callable[..., str], field: str
) -> None:
    """Whatever one field says instead: not verified, and the field is named with both words."""
    file = filled(path)
    paper = form(first(file), "Ana Ruiz")
    label = labels()[field]
    text, forged = FORGED[field]
    at = paper.index(text, paper.index(f"{label}:" if form is as_text else f"<dt>{label}</dt>"))
    verdict = verify_paper(
        file, paper[:at] + forged + paper[at + len(text) :], names={"n-104": "Ana Ruiz"}
    )
    assert not verdict.holds
    (message,) = verdict.differs
    assert message.startswith(f"`{label}`: on paper ")
    assert forged.rstrip("( ") in message


@FORMS
def test_a_field_that_is_gone_is_named(path: Path, form: Callable[..., str]) -> None:
    """As if it had never been there."""
    file = filled(path)
    paper = form(first(file))
    for key in ("hash", "until", "first", "state"):
        label = labels()[key]
        if form is as_text:
            gone = re.sub(rf"^{label}:.*\n", "", paper, flags=re.MULTILINE)
        else:
            gone = re.sub(rf"<dt>{label}</dt>\n<dd>.*</dd>\n", "", paper)
        assert gone != paper
        (message,) = verify_paper(file, gone).differs
        assert message.startswith(f"`{label}`: on paper nothing; on record ")


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("Learner:               n-105\n", "`Learner` stands on paper more than once"),
        ("Grade:                 excellent\n", "words that no certificate has: Grade: excellent"),
        ("With honours.\n", "words that no certificate has: With honours."),
    ],
)
def test_what_stands_there_besides_is_named(path: Path, more: str, told: str) -> None:
    """A second learner, a field that is not ours, a line of praise: not verified."""
    file = filled(path)
    paper = as_text(first(file))
    for at in (paper.index("Version:"), len(paper), 0):
        assert told in verify_paper(file, paper[:at] + more + paper[at:]).differs


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("<p>With honours.</p>", "words that no certificate has: With honours."),
        ("<dl><dt>Learner</dt><dd>n-105</dd></dl>", "`Learner` stands on paper more than once"),
        ("<dl><dt>Grade</dt><dd>high</dd></dl>", "words that no certificate has: Grade: high"),
        ("<script>document.title = 1</script>", "words that no certificate has: document.title"),
    ],
)
def test_what_stands_on_a_page_besides_is_named(path: Path, more: str, told: str) -> None:
    """The same of a page, shown or hidden."""
    file = filled(path)
    page = as_html(first(file)).replace("</main>", f"{more}</main>")
    assert any(one.startswith(told) for one in verify_paper(file, page).differs)


def test_a_name_is_checked_where_a_roster_has_it(path: Path) -> None:
    """No record has a name: without a roster it is said that nobody checked it."""
    file = filled(path)
    paper = as_text(first(file), "Ana Ruiz")
    verdict = verify_paper(file, paper)
    assert verdict.holds
    assert verdict.unchecked == (
        "the name, Ana Ruiz: names are in no record, and no roster here has it",
    )
    other = verify_paper(file, paper, names={"n-104": "Bo Lee"})
    assert other.differs == ("`Name`: on paper Ana Ruiz; on record Bo Lee",)
    assert verify_paper(file, as_text(first(file)), names={"n-104": "Bo Lee"}).holds


# codes


def test_another_learners_code(path: Path) -> None:
    """It is verified for its own learner, and for another it says whose it is."""
    file = filled(path)
    code = code_of(first(file, "n-105"))
    verdict = verify_code(file, code, "n-104")
    assert verdict.differs == ("the learner: it is of n-105, not of n-104",)
    paper = as_text(first(file)).replace(code_of(first(file)).split()[0], code.split()[0])
    paper = paper.replace(code_of(first(file)).split()[1], code.split()[1])
    assert "`Learner`: on paper n-104; on record n-105" in verify_paper(file, paper).differs


@pytest.mark.parametrize(
    ("group", "part"),
    [
        (0, "the learner"),
        (1, "the module or its text"),
        (2, "the day"),
        (3, "the scores"),
        (4, "the answers"),
        (5, "the record as a whole"),
        (6, "the record as a whole"),
        (7, "the record as a whole"),
    ],
)
def test_a_code_that_differs_in_one_group(path: Path, group: int, part: str) -> None:
    """Says which part that group is for."""
    file = filled(path)
    groups = re.findall(r"\w{5}", code_of(first(file)))
    groups[group] = "00000" if groups[group] != "00000" else "11111"
    verdict = verify_code(file, " ".join(groups))
    (message,) = verdict.differs
    assert message.startswith(part)


@FORMS
def test_a_code_of_nobodys(path: Path, form: Callable[..., str]) -> None:
    """No attempt has it; of a paper it is found out whose it should be, and that its code is not."""
    file = filled(path)
    assert "no attempt on record has it" in verify_code(file, "2" * 40).differs[0]
    for forged in ("22222-" * 3 + "22222", "22222"):
        half = code_of(first(file)).split()
        paper = form(first(file)).replace(half[0], forged).replace(half[1], forged)
        (message,) = verify_paper(file, paper).differs
        assert message.startswith("`Code`: on paper 22222")
        assert message.endswith(f"on record {' '.join(half)}")


def test_what_is_no_code_and_no_certificate(path: Path) -> None:
    """Said as what it is, and not as a forgery."""
    file = filled(path)
    for text in ("", "ABC", "U" * 39 + "!"):
        with pytest.raises(EduError, match="no code of a certificate"):
            verify_code(file, text)
    for text in ("", "Dear Ana", "<html><p>Hello</p></html>", "Learner: n-104"):
        with pytest.raises(EduError, match="no certificate"):
            verify_paper(file, text)
    assert verify_code(StaffFile(path.with_name("none.sqlite")), "2" * 40).certificate is None


# records


@pytest.mark.parametrize("kind", ["passed", "answered"])
@pytest.mark.parametrize("column", ALL)
def test_a_record_that_was_changed_is_named(path: Path, kind: str, column: str) -> None:
    """One column of the pass or of an answer, by SQL: not verified, and it says which record."""
    file = filled(path)
    code, paper = code_of(first(file)), as_text(first(file))
    which = "passed" if kind == "passed" else "answered' and unit = '?other-2' and \"try\" = '2"
    ((name,),) = _asked(
        path, f"select id from record where kind = '{which}' and at < {MAY + 200_000}"
    )
    value: object = MAY + 5 if column == "at" else 9
    change(path, f'update record set "{column}" = ? where id = ?', value, name)
    for verdict in (verify_code(file, code), verify_paper(file, paper)):
        assert not verdict.holds
        names = [one for one in verdict.differs if one.startswith("a record was changed")]
        assert len(names) == 1, verdict.differs
        assert (name if column != "id" else "(9)") in names[0]
        if kind == "answered" and column not in {"unit", "kind"}:
            assert "the answer to other-2" in names[0]


PARTS = {
    "learner": "the learner",
    "module": "the module or its text",
    "language": "the module or its text",
    "version": "the module or its text",
    "at": "the day",
    "attempt": "the answers behind it",
}


@pytest.mark.parametrize("column", PARTS)
def test_a_pass_that_was_changed_and_sealed_again_is_named(path: Path, column: str) -> None:
    """Who changes a record and makes its digest anew has changed what the code was made of."""
    file = filled(path)
    certificate = first(file)
    value: Any = MAY + 5 if column == "at" else "other"
    forged = sealed(certificate.record._replace(**{column: value}))
    change(
        path,
        f"update record set {column} = ?, digest = ? where id = ?",
        value,
        forged.digest,
        forged.id,
    )
    verdict = verify_code(file, code_of(certificate))
    assert verdict.differs[0].startswith(PARTS[column])
    assert not any("a record was changed" in one for one in verdict.differs)


def test_scores_that_were_made_better_are_named(path: Path) -> None:
    """In a pass that was sealed again: the old code tells, and so does a certificate that is made now."""
    file = filled(path)
    certificate = first(file)
    better = certificate.record.detail.replace('"first":[4,5]', '"first":[5,5]')
    forged = sealed(certificate.record._replace(detail=better))
    change(
        path,
        "update record set detail = ?, digest = ? where id = ?",
        better,
        forged.digest,
        forged.id,
    )
    assert "the scores" in verify_code(file, code_of(certificate)).differs
    again = first(file)
    assert not again.holds
    (message,) = verify_code(file, code_of(again)).differs
    assert message.startswith("the scores: they are not what the answers on record come to")


def test_an_answer_that_was_taken_out_is_noticed(path: Path) -> None:
    """Or put in: the part of the answers differs, and the scores no longer come from them."""
    file = filled(path)
    code = code_of(first(file))
    change(
        path,
        "delete from record where kind = 'answered' and unit = '?safe-1' and attempt = ?",
        first(file).record.attempt,
    )
    verdict = verify_code(file, code)
    assert verdict.differs[0] == "the answers behind it"
    assert verdict.differs[1].startswith("the scores: they are not what")


def test_a_pass_that_cannot_be_read_is_said(path: Path) -> None:
    """Details that are no JSON, or no day: not verified, and the broken record is named."""
    file = filled(path)
    certificate = first(file)
    for detail in ("{", "[]", "{}", certificate.record.detail.replace("2027-05-05", "2027-99-99")):
        change(path, "update record set detail = ? where id = ?", detail, certificate.record.id)
        verdict = verify_code(file, code_of(certificate), "n-104")
        assert not verdict.holds
        assert certificate.record.id in verdict.differs[-1]
        alone = verify_code(file, "2" * 40, "n-104")
        assert alone.differs[0].startswith("the code: no attempt on record has it")
        assert certificate.record.id in alone.differs[1]


def test_what_was_put_into_a_record_does_not_act_on_the_terminal(path: Path) -> None:
    """Escape sequences in a record or on paper are told as what they are."""
    file = filled(path)
    certificate = first(file)
    paper = as_text(certificate)
    change(path, "update record set version = ? where id = ?", "\x1b[2J", certificate.record.id)
    verdict = verify_paper(file, paper.replace("n-104", "n\x1b[31m"))
    assert verdict.differs
    assert "\x1b" not in "".join(verdict.differs)


# at random


@pytest.fixture(scope="module")
def steady(tmp_path_factory: pytest.TempPathFactory) -> StaffFile:
    """A file that nobody changes."""
    return filled(tmp_path_factory.mktemp("steady") / "staff.sqlite")


edits = st.text(st.characters(codec="utf-8", exclude_categories=["Zs", "Zl", "Zp", "Cc", "Cs"]))


@given(data=st.data())
def test_any_edit_of_a_paper_is_found_out(steady: StaffFile, data: st.DataObject) -> None:
    """Characters taken out, put in or exchanged anywhere in what it says: never verified."""
    paper = as_text(first(steady))
    start = data.draw(st.integers(0, len(paper) - 1))
    end = data.draw(st.integers(start, min(len(paper), start + 6)))
    edited = paper[:start] + data.draw(edits) + paper[end:]
    same = _flat(edited) == _flat(paper)
    try:
        verdict = verify_paper(steady, edited)
    except EduError:
        assert not same
        return
    # A code may be spelled with other letters that look the same.
    respelled = _alike(edited) == _alike(paper)
    assert verdict.holds == same or (verdict.holds and respelled), verdict.differs


def _flat(paper: str) -> str:
    """What it says: without spaces, and without the line below its head."""
    return "".join(paper.replace("=", "").split())


def _alike(paper: str) -> str:
    return (
        re.sub(r"[-.\u2010-\u2015]", "", _flat(paper))
        .upper()
        .translate(str.maketrans("OILU", "011V"))
    )


@given(data=st.data())
def test_any_edit_of_a_record_is_found_out(tmp_path_factory: Any, data: st.DataObject) -> None:
    """Any column of any record of the attempt, any other value: never verified, always with a reason."""
    path = tmp_path_factory.mktemp("edited") / "staff.sqlite"
    file = filled(path)
    certificate = first(file)
    record = data.draw(st.sampled_from([certificate.record, *certificate.answers]))
    at = data.draw(st.integers(0, len(ALL) - 1))
    old = record[at]
    number = st.integers(-(2**63), 2**63 - 1)
    new = data.draw(number if isinstance(old, int) else st.text(max_size=20))
    if new == old:
        return
    change(path, f'update record set "{ALL[at]}" = ? where id = ?', new, record.id)
    verdict = verify_code(file, code_of(certificate))
    assert not verdict.holds
    assert any("a record was changed" in one for one in verdict.differs), verdict.differs


def _asked(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute(query).fetchall()


def test_fields_have_no_words_twice(path: Path) -> None:
    """Each label is another one, and none begins another: a reader of text could not tell them apart."""
    names = [f"{field.label}:" for field in fields_of(first(filled(path)), "x")]
    assert len({*names}) == len(names)
    assert not [
        name for name in names for other in names if name != other and other.startswith(name)
    ]

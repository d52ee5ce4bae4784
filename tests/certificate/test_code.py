"""The code of a certificate: typed however people type it, and each group for its own part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_tui.staff.certificate.code import differing, groups_of, printed, typed
from edu_tui.staff.certificate.facts import Certificate
from edu_tui.staff.records.record import sealed
from edu_tui.staff.records.rows import record_of
from tests.staff.making import passed

if TYPE_CHECKING:
    from edu_tui.staff.records.record import Record

GROUPS = ("learner", "text", "days", "scores", "answers")


def certificate() -> Certificate:
    """One that is always the same."""
    events = [
        event._replace(id=f"id-{at}") for at, event in enumerate(passed()) if event.kind != "began"
    ]
    records = [record_of(event, "n-104", "north", "a-device") for event in events]
    title, state, until = "Watching a session", "unreviewed", "2027-05-05"
    scores = (4, 5), (5, 5), (5, 5), 80, "all"
    return Certificate(records[-1], tuple(records[:-1]), title, *scores, "c0ffee", state, until)


CODE = "ESPR3-1HBEE-ZM8MQ-QD08E 2SDE2-0BPZM-3916X-WQ2JX"


def test_the_code_never_changes() -> None:
    """The same pass has the same code for ever: certificates on paper outlive programs."""
    first, second = printed(groups_of(certificate()))
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}", first)
    assert f"{first} {second}" == CODE


letters = st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=40, max_size=40)
between = st.sampled_from(["", " ", "-", " - ", "\n", "\u2013", "."])
alike = {"0": "0oO", "1": "1iIlL", "V": "vVuU"}


@given(code=letters, data=st.data())
def test_it_is_the_same_code_however_it_is_typed(code: str, data: st.DataObject) -> None:
    """Small letters, O for 0, I and L for 1, other spaces and hyphens, or none."""
    sloppy = "".join(
        data.draw(between) + data.draw(st.sampled_from(alike.get(char, char + char.lower())))
        for char in code
    )
    assert "".join(typed(sloppy)) == code


@pytest.mark.parametrize("text", ["", "ABC", "A" * 39, "A" * 41, "A" * 39 + "!", "\u00e9" * 40])
def test_what_is_no_code(text: str) -> None:
    """Too short, too long, other letters: none."""
    assert typed(text) == ()


def _record(made: Certificate, **more: Any) -> Certificate:
    return made._replace(record=sealed(made.record._replace(**more)))


def _answer(made: Certificate, **more: Any) -> Certificate:
    changed: Record = sealed(made.answers[3]._replace(**more))
    return made._replace(answers=(*made.answers[:3], changed, *made.answers[4:]))


CHANGES = [
    (lambda one: _record(one, learner="n-105"), "learner"),
    (lambda one: _record(one, module="handover"), "text"),
    (lambda one: _record(one, language="es"), "text"),
    (lambda one: _record(one, version="0"), "text"),
    (lambda one: one._replace(hash="0"), "text"),
    (lambda one: _record(one, at=one.record.at + 1), "days"),
    (lambda one: one._replace(until="2027-05-06"), "days"),
    (lambda one: one._replace(first=(5, 5)), "scores"),
    (lambda one: one._replace(final=(4, 5)), "scores"),
    (lambda one: one._replace(must_know=(4, 5)), "scores"),
    (lambda one: one._replace(mastery=70), "scores"),
    (lambda one: one._replace(scope="changes"), "scores"),
    (lambda one: _answer(one, result="shown"), "answers"),
    (lambda one: _answer(one, must_know=0), "answers"),
    (lambda one: one._replace(answers=one.answers[1:]), "answers"),
]


@pytest.mark.parametrize(("change", "part"), CHANGES)
def test_what_is_changed_changes_its_own_group(change: Any, part: str) -> None:
    """And the last three, which stand for everything; no other."""
    before = certificate()
    assert differing(groups_of(before), groups_of(change(before))) == (part, "whole")


@pytest.mark.parametrize(
    "change",
    [
        lambda one: _record(one, site="south"),
        lambda one: _record(one, device="other"),
        lambda one: _record(one, id="other"),
        lambda one: _record(one, course="other"),
        lambda one: _record(one, detail="{}"),
        lambda one: one._replace(state="reviewed"),
    ],
)
def test_what_has_no_group_of_its_own_changes_the_last(change: Any) -> None:
    """The site, the device, how the text stood: in the last three groups alone."""
    before = certificate()
    assert differing(groups_of(before), groups_of(change(before))) == ("whole",)


def test_each_part_has_one_group() -> None:
    """Groups and parts are in one order."""
    mine = groups_of(certificate())
    for at, part in enumerate(GROUPS):
        other = (*mine[:at], "00000", *mine[at + 1 :])
        assert differing(mine, other) == (part,)
    assert differing(mine, (*mine[:7], "00000")) == ("whole",)

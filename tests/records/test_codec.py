"""The codec: a form for every kind of fact, a check for every field, and the same detail out as in."""

from __future__ import annotations

from typing import get_args

import pytest

from edu_tui.learning.event import ReaderFact
from edu_tui.records.codec import FORMS, FactForm
from edu_tui.staff.learning.event import StaffFact
from edu_tui.staff.records.fault import STAFF_FORMS


@pytest.mark.parametrize(
    ("facts", "forms"), [(ReaderFact, FORMS), (StaffFact, STAFF_FORMS)], ids=["reader", "staff"]
)
def test_every_fact_has_a_form(facts: object, forms: dict[str, FactForm]) -> None:
    """None is left without a kind, and under each kind is the class that has it."""
    assert {form.fact for form in forms.values()} == set(get_args(facts))
    for kind, form in forms.items():
        needed = dict.fromkeys(form.fields[key] for key in form.needed)
        assert form.fact(**needed, kind=kind).kind == kind


@pytest.mark.parametrize(
    "form", [*FORMS.values(), *STAFF_FORMS.values()], ids=[*FORMS, *STAFF_FORMS]
)
def test_every_field_is_looked_at(form: FactForm) -> None:
    """No key that becomes a field goes by unchecked, and nothing that is null becomes one."""
    for key in form.fields:
        assert not form.checks[key](None), key

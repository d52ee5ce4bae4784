"""A kind of question that is forgotten in one of the tables: the type checker misses the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from edu_tui.library.decode.module import decode_module
from edu_tui.library.decode.question import READERS
from edu_tui.model.question import BODIES, KINDS, AnyBody, Kind
from edu_tui.model.signed import Around, signed_text
from edu_tui.model.version import module_version, unit_versions
from edu_tui.staff.sync.xapi import FORMS
from tests.library.pairs import PAIRS, WITH_PAIRS
from tests.library.samples import MODULE, swap

if TYPE_CHECKING:
    from edu_tui.model.module import Module


def module(text: str) -> Module:
    model = decode_module("en/going-home.yaml", text).model
    assert model is not None
    return model


def test_every_kind_is_in_every_table() -> None:
    """Read from YAML, given out as a statement, and one of those that rooms match over."""
    assert set(get_args(Kind)) == set(KINDS) == set(READERS) == set(FORMS)
    bodies = {type(question.body) for question in module(WITH_PAIRS).questions}
    assert bodies == set(BODIES.values())
    assert all(issubclass(body, get_args(AnyBody)) for body in bodies)


def words_of_pairs() -> list[tuple[str, str, bool]]:
    """Each text of the pairs with another in its place, and whether it is a part of what is asked."""
    changed = [("Who does each", "Who does all", True), ("Think of the day", "Think", False)]
    for pair in module(WITH_PAIRS).questions[-1].body.review(()):
        changed += [
            (f"left: {pair.text}", "left: Other words", True),
            (pair.why, "Because.", False),
        ]
    rights = ("right: The doctor", "right: A friend you named", '"{clinic.name} by phone"')
    changed += [
        (right, right.replace("right: ", "right: Not ").replace("by", "with a"), True)
        for right in rights
    ]
    return [*changed, ("id: ride, left", "id: cab, left", True)]


@pytest.mark.parametrize(("old", "new", "asked"), words_of_pairs())
def test_each_word_of_a_pair_counts(old: str, new: str, asked: bool) -> None:
    """It changes what is signed and the module's version; the question's own where an answer hangs on it."""
    before, after = module(WITH_PAIRS), module(MODULE + swap(old, new, PAIRS))
    around = Around({}, {}, {})
    assert signed_text(before, around) != signed_text(after, around)
    assert module_version(before) != module_version(after)
    assert (unit_versions(before)["?who"] != unit_versions(after)["?who"]) is asked


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("right: The doctor, ", "", "missing-key", "`right:` is missing"),
        ("right: The doctor", "right: a FRIEND you  named", "duplicate-text", "same `right`"),
        ("left: Takes you home", "left: Answers at night", "duplicate-text", "same `left`"),
        ("id: ride", "id: ready", "duplicate-id", "another pair here has the id"),
        (PAIRS[PAIRS.index("      - {id: ride") :], "", "too-few", "at least 2 entries, found 1"),
        ("    pairs:\n", "    paris:\n", "unknown-key", "did you mean `pairs`?"),
    ],
)
def test_what_is_wrong_with_pairs_is_told(old: str, new: str, code: str, message: str) -> None:
    """Where, what, and what to do."""
    findings = decode_module("en/going-home.yaml", MODULE + swap(old, new, PAIRS)).findings
    assert any(finding.code == code and message in finding.message for finding in findings), (
        findings
    )

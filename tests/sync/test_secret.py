"""What never shows who or with what: a login where it is printed, the actor of a statement."""

from __future__ import annotations

import json

from edu_tui.staff.sync.secret import Login
from edu_tui.staff.sync.xapi import KINDS, statement
from tests.staff.records import some_records

from .store import HOME


def test_a_login_is_printed_without_its_secret() -> None:
    """Wherever it gets into a message, a log or a traceback: the key is there, the secret is not."""
    login = Login("the-key", "hunter2")
    for told in (repr(login), str(login), f"{login}", f"{[login]}"):
        assert "the-key" in told
        assert "hunter2" not in told


def test_an_actor_is_an_account_and_nothing_else() -> None:
    """A learner or an observer is known by an opaque id of this home: nothing else stands there to name them."""
    agents = 0
    for record in some_records(120, "statements"):
        if record.kind not in KINDS:
            continue
        made = json.loads(statement(record, HOME))
        actor, observer = made["actor"], made["context"].get("instructor")
        assert actor["account"] == {"homePage": HOME, "name": record.learner}
        for one in (actor, observer) if observer else (actor,):
            agents += 1
            assert set(one) == {"objectType", "account"}
            assert set(one["account"]) == {"homePage", "name"}
    assert agents > 50

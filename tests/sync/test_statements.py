"""Statements: what stands in them and what never does; every kind taken by the validator and by a real store."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from edu_tui.staff.records.record import sealed
from edu_tui.staff.records.schema import SENT_KINDS
from edu_tui.staff.sync.lrs import Lrs
from edu_tui.staff.sync.target import RefusedError
from edu_tui.staff.sync.xapi import KINDS, statement
from tests.staff.records import NOON, some_records

from .device import Device
from .store import HOME, LOGIN, Store, running
from .tools import ralph, validation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from edu_tui.staff.records.record import Record

RECORDS = [record for record in some_records(120, "statements") if record.kind in KINDS]
CHECK = """
const check = require('@learninglocker/xapi-validation').default;
const lines = require('fs').readFileSync(0, 'utf8').split('\\n').filter(Boolean);
for (const line of lines) console.log(JSON.stringify(check(JSON.parse(line)).map(String)));
"""

MODEL = """
import sys
from pydantic import ValidationError
from ralph.models.xapi.base.statements import BaseXapiStatement
for line in sys.stdin.buffer:
    try:
        print(bool(BaseXapiStatement.model_validate_json(line)))
    except ValidationError:
        print(False)
"""


def made(record: Record) -> dict[str, Any]:
    """Its statement as plain data."""
    result: dict[str, Any] = json.loads(statement(record, HOME))
    return result


def one(kind: str, **changed: Any) -> Record:
    """A record of that kind, with something else in it."""
    return next(record for record in RECORDS if record.kind == kind)._replace(**changed)


def odd_ones() -> list[Record]:
    """What is rare, but may be: every form of question, no language, no course, letters of all sorts."""
    answers = [
        one("answered", detail=json.dumps({"form": form, "chosen": chosen}), result=result)
        for form, chosen, result in (
            ("single", ["a"], "right"),
            ("order", ["c", "a"], "shown"),
            ("judge", [["chest-pain", "Call 911 now"], ["dizzy", "Sit\u00ad down, \u00e9t\u00e9"]], "shown"),
            ("number", ["120"], "right"),
            ("", [], "blank"),
            ("multiple", [], "unsure"),
        )
    ]  # fmt: skip
    scores = {"first": [0, 0], "final": [0, 0], "must_know": [5, 5]}
    return [
        *answers,
        one("answered", misconceptions="drives-home eats-before"),
        one("passed", detail=json.dumps(scores), language="", course="", site="", version=""),
        one("observed", result="not-yet", learner="A.b_c-9", unit=""),
        one("completed", module="m \u00fc/?#[]", at=NOON + 7),
    ]


def verdicts(statements: list[bytes]) -> list[list[str]]:
    """What the validator of another store has against each."""
    done = subprocess.run(
        ["node", "-e", CHECK], input=b"\n".join(statements), capture_output=True, check=True, cwd=validation()
    )  # fmt: skip
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_statement_is_valid() -> None:
    """The validator finds nothing in any kind of statement, and does find a fault that is put in."""
    records = [*RECORDS, *odd_ones()]
    assert {record.kind for record in records} == set(KINDS)
    good = [statement(record, HOME) for record in records]
    found = verdicts([*good, good[0].replace(b'"objectType":"Agent"', b'"objectType":"Robot"')])
    assert found[:-1] == [[]] * len(good)
    assert found[-1]


def test_every_statement_is_one_of_ralphs() -> None:
    """Ralph's own strict model takes every statement, and not one with a fault that is put in."""
    good = [statement(record, HOME) for record in [*RECORDS, *odd_ones()]]
    bad = good[0].replace(b'"completion":true', b'"completion":"perhaps"')
    assert bad != good[0]
    given = b"\n".join([*good, bad])
    done = subprocess.run([ralph(), "-c", MODEL], input=given, capture_output=True, check=True)
    assert done.stdout.decode().splitlines() == ["True"] * len(good) + ["False"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A learning record store."""
    with running(tmp_path_factory.mktemp("ralph")) as made:
        yield made


def of_device(seed: str) -> list[Record]:
    """What a device has that becomes statements."""
    return [record for record in some_records(120, seed) if record.kind in KINDS]


def test_a_real_store_takes_every_statement(tmp_path: Path, store: Store) -> None:
    """Ralph stores each once, in their order; a second run, and a lost list of what was sent, add nothing."""
    records = of_device("all")
    device = Device(tmp_path, 0, records=records)
    target = Lrs(store.url, HOME, LOGIN, alone=True)
    assert device.send(target) == (len(records), 0, "")
    assert device.send(target) == (0, 0, "")
    device.ask("delete from delivery")
    assert device.send(target) == (len(records), 0, "")
    known = {record.id: record for record in records}
    stored = [each for each in store.statements() if each["id"] in known]
    assert [each["id"] for each in stored] == list(known)
    for each in stored:
        sent = made(known[each["id"]])
        assert {name: each[name] for name in sent} == sent


def test_a_real_store_refuses_what_it_should(tmp_path: Path, store: Store) -> None:
    """Ralph refuses a statement that is none, and one that says something else than before: both are parked."""
    records = of_device("some")
    target = Lrs(store.url, HOME, LOGIN, alone=True)
    assert Device(_folder(tmp_path, "a"), 0, records=records[:5]).send(target).sent == 5
    records[2] = sealed(records[2]._replace(learner="n-77"))
    records[40] = sealed(records[40]._replace(id="no-uuid"))
    second = Device(_folder(tmp_path, "b"), 0, records=records)
    assert second.send(target) == (len(records) - 2, 2, "")
    known = {record.id for record in records}
    assert sum(each["id"] in known for each in store.statements()) == len(records) - 1
    states = second.states(target.name)
    assert states[records[2].id][0] == states[records[40].id][0] == "parked"
    assert states[records[2].id][1].startswith("409 ")
    assert states[records[40].id][1].startswith(("400 ", "422 "))


def test_a_wrong_secret_at_a_real_store(tmp_path: Path, store: Store) -> None:
    """One clear line, and everything waits; with the right one it all goes."""
    device = Device(tmp_path, 20, "secret")
    target = Lrs(store.url, HOME, {**LOGIN, "EDU_TUI_LRS_SECRET": "other"}, alone=True)
    done = device.send(target)
    assert done.sent == 0
    assert "it does not know this key, or the secret is wrong (401" in done.trouble
    assert device.send(Lrs(store.url, HOME, LOGIN, alone=True)).trouble == ""


def _folder(parent: Path, name: str) -> Path:
    (parent / name).mkdir()
    return parent / name


# what stands in them


def test_what_every_statement_says() -> None:
    """Who, by an opaque id of the clinic's; which attempt; when, in UTC to the millisecond; our own profile."""
    record = one("answered", at=NOON + 123)
    found = made(record)
    assert found["id"] == record.id
    assert found["actor"]["account"] == {"homePage": HOME, "name": record.learner}
    assert found["timestamp"] == "2026-11-25T12:00:00.123Z"
    assert found["context"]["registration"] == record.attempt
    category = [each["id"] for each in found["context"]["contextActivities"]["category"]]
    assert category == ["urn:edu-tui:xapi:profile:staff"]


def test_scores_are_on_passed_and_failed_alone() -> None:
    """As in cmi5; scaled from 0 to 1, without the must-knows, and none where nothing else was asked."""
    for record in RECORDS:
        assert ("score" in made(record).get("result", {})) == (record.kind in {"passed", "failed"})
    assert made(one("passed"))["result"]["score"] == {"scaled": 0.8, "raw": 4, "min": 0, "max": 5}
    assert made(one("passed"))["result"]["success"] is True
    assert made(one("failed"))["result"]["success"] is False
    none = {"first": [0, 0], "final": [0, 0], "must_know": [5, 5]}
    assert "score" not in made(one("passed", detail=json.dumps(none)))["result"]


def test_answers_are_told_and_what_is_right_is_not() -> None:
    """Choices, orders and sortings in xAPI's own form; "I'm not sure" is no answer, and not right."""
    single, order, judge, _, blank, unsure, *_ = (made(record) for record in odd_ones())
    pairs = [(each["object"]["definition"]["interactionType"], each["result"].get("response")) for each in (single, order, judge, blank, unsure)]  # fmt: skip
    assert pairs == [
        ("choice", "a"),
        ("sequencing", "c[,]a"),
        ("matching", "chest-pain[.]Call 911 now[,]dizzy[.]Sit\u00ad down, \u00e9t\u00e9"),
        ("other", None),
        ("choice", None),
    ]
    assert [each["result"]["success"] for each in (single, order, unsure)] == [True, False, False]
    assert b"correctResponsesPattern" not in b"".join(statement(record, HOME) for record in RECORDS)


def test_what_stays_here() -> None:
    """No note of an observer, no device, no day of hiring and no role is in any statement."""
    assert set(SENT_KINDS) - set(KINDS) == {"enrolled", "voided"}
    text = b"".join(statement(record, HOME) for record in RECORDS).decode()
    assert "rn-7" in text
    for word in ("Calm", RECORDS[0].device, "hired", "2026-11-02", '"role"', "enrolled"):
        assert word not in text


def test_the_same_record_gives_the_same_bytes() -> None:
    """Also in another process, on another day: what was lost can be made again."""
    assert statement(RECORDS[3], HOME) == statement(some_records(120, "statements")[4], HOME)


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (one("passed", detail="[]"), "its detail cannot be read"),
        (one("passed", detail="{"), "its detail cannot be read"),
        (one("passed", detail="{}"), r"its score \(final\) cannot be read"),
        (one("failed", detail='{"final": [6, 5], "must_know": [1, 1], "first": [1, 1]}'), "is none: 6 of 5"),
        (one("answered", detail="{}"), "its answer cannot be read"),
        (one("began", at=10**17), "its time is none"),
    ],
)  # fmt: skip
def test_what_can_be_no_statement(record: Record, told: str) -> None:
    """A record that cannot be told is refused with why, before anything is sent."""
    with pytest.raises(RefusedError, match=told):
        statement(record, HOME)

"""Out and in again: an export is all of it, and an import is all of it or nothing."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edu_tui.learning.event import QuestionAnswered
from edu_tui.records.codec import FORMS, row_of
from edu_tui.records.line import LONGEST
from edu_tui.records.log import Log
from edu_tui.records.transfer import events_in, lines_of
from edu_tui.system.errors import TransferError
from tests.happened import happened

from .making import answered, forgotten, times

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from edu_tui.learning.event import Event

HEAD = b'{"format":"edu-tui records","version":1,"events":1}\n'


def exported(log: Log) -> bytes:
    return "".join(lines_of([event for _, event in log.events()])).encode()


def taken(data: bytes) -> list[Event]:
    return events_in(io.BytesIO(data))


def name(number: int) -> str:
    return str(UUID(int=number, version=4))


GOOD = answered(5)._replace(id=name(5))


def line(**changed: Any) -> bytes:
    """An event's line with something else in it; `...` takes a field away."""
    fields = {**row_of(GOOD)._asdict(), **changed}
    kept = {key: value for key, value in fields.items() if value is not ...}
    return json.dumps(kept).encode() + b"\n"


ids = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,5})?", fullmatch=True)
words = st.text(max_size=30)
plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(-1e9, 1e9) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)
DETAILS: dict[str, st.SearchStrategy[Any]] = {
    "anchor": st.integers(0, 10**6),
    "detailed": st.booleans(),
    "last": st.booleans(),
    "chosen": st.lists(ids | st.tuples(ids, words).map(list), max_size=4),
    "try": st.integers(0, 9),
    "verdict": st.sampled_from(["right", "try-again", "shown", "unsure"]),
    "behaviour": ids,
    "ask": words,
    "card": st.tuples(
        st.integers(0, 10**13), st.integers(0, 10**13), st.floats(0, 99), st.floats(1, 10)
    ).map(list),
    "text": words,
    "why": st.sampled_from(["own", "page", "missed", "unsure"]),
    "note": words,
    "day": st.dates().map(str) | st.just(""),
    "new": plain.filter(lambda value: not isinstance(value, (dict, list))),
}
events = st.builds(
    happened,
    kind=st.sampled_from(list(FORMS)).filter(lambda kind: kind != "forgotten"),
    at=st.integers(0, 2 * 10**12),
    module=ids | st.just(""),
    language=st.sampled_from(["en", "es", "pt-BR", ""]),
    version=st.from_regex(r"[0-9a-f]{16}", fullmatch=True) | st.just(""),
    unit=ids | ids.map("?{}".format) | st.tuples(ids, ids).map("/".join) | st.just(""),
    unit_version=st.from_regex(r"[0-9a-f]{16}", fullmatch=True),
    detail=st.fixed_dictionaries(
        {"verdict": DETAILS.pop("verdict"), "right": st.booleans()}, optional=DETAILS
    ),
)


@settings(max_examples=60)
@given(st.lists(events, max_size=8))
def test_on_another_machine_it_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, happened: list[Event]
) -> None:
    """Whatever was kept: exported and taken in elsewhere it is equal, and exported there the same bytes."""
    folder = tmp_path_factory.mktemp("transfer")
    here, there = Log(folder / "here.sqlite"), Log(folder / "there.sqlite")
    here.append(happened)
    # Of drafts of one thing only the last is kept.
    kept = [event for _, event in here.events()]
    data = exported(here)
    assert there.merge(taken(data)) == (len(kept), 0, 0, 0)
    assert [event for _, event in there.events()] == kept
    assert exported(there) == data
    assert there.merge(taken(data)) == (0, len(kept), 0, 0)
    assert exported(there) == data
    here.close()
    there.close()


def test_an_export_can_be_read_by_other_programs() -> None:
    """UTF-8 with readable letters, one object a line, keys always in the same order, a head that counts."""
    shown = QuestionAnswered("shown", ask="\u00bfMa\u00f1ana?")
    event = answered(5)._replace(id=name(5), fact=shown)
    text = "".join(lines_of([event]))
    head, one = text.splitlines()
    assert json.loads(head) == {"format": "edu-tui records", "version": 1, "events": 1}
    assert "\u00bfMa\u00f1ana?" in one
    assert list(json.loads(one)) == [
        *("id", "at", "kind", "module", "language", "version", "unit", "unit_version", "detail")
    ]


def test_two_machines_come_to_know_the_same(tmp_path: Path) -> None:
    """Each takes in the other's export: both have all of it, once, whoever was first."""
    log, other = Log(tmp_path / "one.sqlite"), Log(tmp_path / "other.sqlite")
    log.append([answered(1), answered(4)])
    other.append([answered(2), answered(3)])
    assert log.merge(taken(exported(other))) == (2, 0, 0, 0)
    assert other.merge(taken(exported(log))) == (2, 2, 0, 0)
    assert sorted(times(log.events())) == sorted(times(other.events())) == [1, 2, 3, 4]


def test_the_forgotten_does_not_come_back(tmp_path: Path) -> None:
    """An export from before brings back nothing that was forgotten since, and all the rest."""
    log = Log(tmp_path / "records.sqlite")
    log.append(
        [
            answered(1, unit="?drive"),
            answered(2, unit="?sleep"),
            answered(3, "the-day", "?drive"),
            answered(4, "after", "?drive"),
        ]
    )
    before = exported(log)
    log.forget(forgotten(10, "going-home", "?drive"))
    log.forget(forgotten(11, "the-day"))
    assert log.merge(taken(before)) == (0, 2, 2, 0)
    later = answered(12, "the-day", "?drive")._replace(id=name(12))
    assert log.merge([later]) == (1, 0, 0, 0)
    assert times(log.events()) == [2, 4, 10, 11, 12]
    log.forget(forgotten(20))
    assert log.merge(taken(before)) == (0, 0, 4, 0)
    assert times(log.events()) == [20]


def test_what_was_forgotten_elsewhere_is_forgotten_here(tmp_path: Path) -> None:
    """A wish to forget travels with the export; what is newer than the wish stays."""
    here, there = Log(tmp_path / "here.sqlite"), Log(tmp_path / "there.sqlite")
    here.append([answered(1), answered(2), answered(3, "the-day")])
    there.merge(taken(exported(here)))
    there.forget(forgotten(10, "going-home"))
    here.append([answered(11)])
    here.memo(1)
    here.keep_memo(1, 4, "folded")
    assert here.merge(taken(exported(there))) == (1, 1, 0, 2)
    assert sorted(times(here.events())) == [3, 10, 11]
    assert here.memo(1) == (0, "")
    assert there.merge(taken(exported(here))) == (1, 2, 0, 0)
    assert sorted(times(there.events())) == [3, 10, 11]


def test_a_clock_that_went_back_costs_nothing(tmp_path: Path) -> None:
    """What was kept after something was forgotten stays through a merge, though its time is earlier."""
    log = Log(tmp_path / "records.sqlite")
    log.forget(forgotten(1000))
    log.append([answered(500)])
    log.merge([answered(2000)._replace(id=name(9))])
    assert times(log.events()) == [1000, 500, 2000]


WRONG: list[tuple[bytes, str]] = [
    (b"", "it is empty"),
    (b"\n\n", "it is empty"),
    (b"hello\n", "line 1: this is no export"),
    (b"[]\n", "line 1: this is no export"),
    (b'{"format":"another"}\n', "line 1: this is no export"),
    (b'{"format":"edu-tui records","version":true,"events":0}\n', "line 1: this is no export"),
    (b'{"format":"edu-tui records","version":1,"events":-1}\n', "line 1: this is no export"),
    (b'{"format":"edu-tui records","version":2,"events":0}\n', "line 1: a newer edu-tui"),
    ("{}\n".encode("utf-16"), "line 1: this is no export"),
    (b"\x89PNG\r\n\x1a\n\x00\x00", "line 1: this is no export"),
    (bytes(LONGEST + 10), "line 1: this is no export"),
    (HEAD, "tells of 1 record, but 0 are there"),
    (HEAD + line() + line(id=name(6)), "tells of 1 record, but 2 are there"),
    (HEAD + line()[:50], "line 2: it is not whole"),
    (HEAD + b'"text"\n', "line 2: it is not an object"),
    (HEAD + b"\n\n" + b"\xff\n", "line 4: it is not UTF-8 text"),
    (HEAD + b"x" * (LONGEST + 10), "line 2: it is longer than any record"),
    (HEAD + b"[" * 100_000 + b"\n", "line 2: it is not whole"),
    (HEAD + line(at=...), "line 2: `at` is missing"),
    (HEAD + line(mood="calm"), "line 2: there is no `mood`"),
    (HEAD + b'{"id":1,"id":2}\n', "line 2: it has a key twice"),
    (HEAD + line(id="5"), "line 2: `id` cannot be 5"),
    (HEAD + line(id=name(0xABC).upper()), "line 2: `id` cannot be"),
    (HEAD + line(at="5"), "line 2: `at` cannot be 5"),
    (HEAD + line(at=-1), "line 2: `at` cannot be -1"),
    (HEAD + line(at=True), "line 2: `at` cannot be true"),
    (HEAD + line(at=5.0), "line 2: `at` cannot be 5.0"),
    (HEAD + line(at=10**15), "line 2: `at` cannot be"),
    (HEAD + line(at=0).replace(b'"at": 0', b'"at": ' + b"9" * 5000), "line 2: it is not whole"),
    (
        HEAD + line(at=0).replace(b'"at": 0', b'"at": ' + b"9" * 400),
        "line 2: `at` cannot be so large",
    ),
    (HEAD + line(at=0).replace(b'"at": 0', b'"at": NaN'), "line 2: NaN is no number"),
    (HEAD + line(kind="slept"), "line 2: slept is no kind of record that this edu-tui knows"),
    (HEAD + line(kind=["read"]), "line 2: "),
    (HEAD + line(module="../etc"), "line 2: `module` cannot be ../etc"),
    (HEAD + line(module="x" * 300), "line 2: `module` cannot be xxx"),
    (HEAD + line(unit="a/b/c"), "line 2: `unit` cannot be"),
    (HEAD + line(language="en\n"), "line 2: `language` cannot be en?"),
    (HEAD + line(version=None), "line 2: `version` cannot be null"),
    (HEAD + line(detail=[]), "line 2: `detail` cannot be []"),
    (HEAD + line(detail={}), "line 2: `detail.verdict` is missing"),
    (HEAD + line(detail={"verdict": "wrong"}), "line 2: `detail.verdict` cannot be wrong"),
    (HEAD + line(detail={"verdict": ["right"]}), "line 2: `detail.verdict` cannot be"),
    (HEAD + line(detail={"verdict": "right", "try": "1"}), "line 2: `detail.try`"),
    (HEAD + line(detail={"verdict": "right", "chosen": {}}), "line 2: `detail.chosen`"),
    (HEAD + line(detail={"verdict": "right", "card": [1, 2, 3]}), "line 2: `detail.card`"),
    (HEAD + line(detail={"verdict": "right", "card": [1, 10**15, 1, 1]}), "line 2: `detail.card`"),
    (HEAD + line(detail={"verdict": "right", "ask": "\x1b[31m"}), "line 2: it has a character"),
    (HEAD + line(detail={"verdict": "right", "\u202e": 1}), "line 2: it has a character"),
    (HEAD + line(detail={"verdict": "right", "x": 1e300}), "line 2: `detail` cannot be"),
    (HEAD + line(kind="appointed", detail={"day": "2026-02-30"}), "line 2: `detail.day`"),
    (
        HEAD + line(detail={"verdict": "right", "x": [[[[[[[1]]]]]]]}),
        "line 2: its detail has too many",
    ),
]


@pytest.mark.parametrize(("data", "told"), WRONG, ids=[told[:60] for _, told in WRONG])
def test_what_is_wrong_is_named_with_its_line(data: bytes, told: str) -> None:
    """The first thing that is wrong is told in one short line that ends by saying nothing was taken in."""
    with pytest.raises(TransferError) as caught:
        taken(data)
    value = str(caught.value)
    assert value.startswith(told) or told in value
    assert value.endswith(". Nothing was taken in.")
    assert value.isprintable()
    assert len(value) < 160


def test_the_line_that_is_good_is_good() -> None:
    """The line that the wrong ones were made from is taken in; so are a mark of order and Windows' ends."""
    assert taken(HEAD + line()) == [GOOD]
    assert taken(b"\xef\xbb\xbf" + (HEAD + line()).replace(b"\n", b"\r\n")) == [GOOD]


def one_line(message: str) -> None:
    assert message.isprintable()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)
changes: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
    st.sampled_from([*GOOD._asdict(), "other"]), json_values, max_size=3
)
details: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
    st.sampled_from(list(DETAILS)), json_values, min_size=1, max_size=4
)
any_line = (
    st.binary(max_size=200)
    | json_values.map(lambda value: json.dumps(value).encode())
    | changes.map(lambda changed: line(**changed))
    | details.map(lambda detail: line(detail={"verdict": "right", **detail}))
)


@settings(max_examples=300)
@given(st.lists(any_line, min_size=1, max_size=3))
def test_anything_may_come_in(tmp_path_factory: pytest.TempPathFactory, given: list[bytes]) -> None:
    """Whatever the lines hold, they are refused in one line, or all taken in, kept and exported again."""
    head = HEAD.replace(b":1}", b":%d}" % len(given))
    try:
        found = taken(head + b"\n".join(given))
    except TransferError as error:
        one_line(str(error))
        return
    log = Log(tmp_path_factory.mktemp("any") / "records.sqlite")
    log.merge(found)
    kept = [event for _, event in log.events()]
    assert {event.id for event in kept} == {event.id for event in found}
    assert taken(exported(log)) == kept
    log.close()


@pytest.mark.parametrize("spoil", [lambda lines: lines[:-1], lambda lines: [*lines[:-1], "{}\n"]])
def test_nothing_is_taken_in_where_one_line_is_wrong(
    tmp_path: Path, spoil: Callable[[list[str]], list[str]]
) -> None:
    """An export whose last line is missing or wrong changes nothing, not even a file is made."""
    events = [answered(number)._replace(id=name(number)) for number in range(50)]
    data = "".join(spoil(list(lines_of(events)))).encode()
    log = Log(tmp_path / "records.sqlite")
    with pytest.raises(TransferError):
        log.merge(taken(data))
    assert list(tmp_path.iterdir()) == []


def test_two_wishes_of_one_moment_are_both_kept(tmp_path: Path) -> None:
    """Had forgotten at the very same time on two machines: each wish outlasts the other's arrival."""
    one, other = Log(tmp_path / "one.sqlite"), Log(tmp_path / "other.sqlite")
    for log, unit in ((one, ""), (other, "?drive")):
        log.append([answered(1, unit="?drive")])
        log.forget(forgotten(10, "going-home", unit))
    assert other.merge([event for _, event in one.events()]) == (1, 0, 0, 0)
    wishes = [event.unit for _, event in other.events() if event.kind == "forgotten"]
    assert sorted(wishes) == ["", "?drive"]

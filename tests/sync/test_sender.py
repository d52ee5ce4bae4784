"""Sending to a real PostgreSQL: everything once, whatever is cut; what is refused keeps nothing back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.staff.records.record import sealed
from edu_tui.staff.sync.central import OTHER, CentralTarget
from edu_tui.staff.sync.outbox import CHANGED, Outbox
from edu_tui.staff.sync.target import Answer, Parcel, UnreachableError
from tests.staff.records import fill, some_records

from .device import Device

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.central.server import Postgres

COUNT = "select count(*), count(distinct id) from edu_tui.record"


class CutMiddle(CentralTarget):
    """A real central database to which the line is cut after each batch is in, before it is told."""

    def __init__(self, url: str, cuts: int) -> None:
        super().__init__(url)
        self.cuts = cuts
        self.bodies: list[bytes] = []

    def send(self, parcels: Sequence[Parcel]) -> Answer:
        self.bodies += [parcel.body for parcel in parcels]
        answer = super().send(parcels)
        if self.cuts:
            self.cuts -= 1
            raise UnreachableError("cut")
        return answer


def test_everything_arrives_once_and_is_marked(tmp_path: Path, postgres: Postgres) -> None:
    """A thousand records and more, in batches; a second run has nothing to do."""
    url = postgres.database()
    device = Device(tmp_path, 1200)
    done = device.send(CentralTarget(url))
    assert done == (1200, 0, "")
    assert postgres.ask(url, COUNT) == [(1200, 1200)]
    assert {state for state, _ in device.states(CentralTarget(url).name).values()} == {"sent"}
    assert device.told == [500, 1000, 1200]
    assert device.send(CentralTarget(url)) == (0, 0, "")


def test_what_was_sent_need_not_be_kept(tmp_path: Path, postgres: Postgres) -> None:
    """After it is acknowledged the copy that was sent is gone from the file; the record is there."""
    device = Device(tmp_path, 20)
    device.send(CentralTarget(postgres.database()))
    assert device.ask("select count(*), count(body) from delivery") == [(20, 0)]
    assert device.ask("select count(*) from record") == [(20,)]


def test_what_was_sent_stays_sent(tmp_path: Path, postgres: Postgres) -> None:
    """A run that was slower, and was refused what another has sent meanwhile, does not put it aside."""
    device = Device(tmp_path, 3)
    target = CentralTarget(postgres.database())
    device.send(target)
    before = device.states(target.name)
    slower = Outbox(device.path)
    slower.park(target.name, dict.fromkeys(before, "it came too late"))
    slower.close()
    assert device.states(target.name) == before
    assert {state for state, _ in before.values()} == {"sent"}


def test_only_what_is_meant_to_leaves_the_device(tmp_path: Path, postgres: Postgres) -> None:
    """Reading, practice, unfinished choices stay; so does an answer outside of an assessment."""
    records = some_records(40)
    stays = [
        record._replace(kind=kind, attempt=attempt)
        for record, kind, attempt in zip(
            records,
            ["read", "stopped", "walked", "answered", "chose", "asked"],
            ["", "", "", "", "a", ""],
            strict=False,
        )
    ]
    url = postgres.database()
    device = Device(tmp_path, 0, records=[*stays, *records[10:]])
    assert device.send(CentralTarget(url)).sent == 30
    kinds = {kind for (kind,) in postgres.ask(url, "select distinct kind from edu_tui.record")}
    assert kinds == {"enrolled", "completed", "began", "answered", "passed", "failed", "observed"}
    assert len(device.states(CentralTarget(url).name)) == 30


def test_a_line_that_is_cut_after_the_fact(tmp_path: Path, postgres: Postgres) -> None:
    """What was stored and not told is sent again, byte for byte, and stands there once."""
    url = postgres.database()
    device = Device(tmp_path, 300)
    target = CutMiddle(url, cuts=2)
    assert device.send(target) == (300, 0, "")
    assert target.bodies[:300] == target.bodies[300:600] == target.bodies[600:]
    assert postgres.ask(url, COUNT) == [(300, 300)]
    assert len(device.waits) == 2


def test_nothing_is_marked_while_nobody_answers(tmp_path: Path) -> None:
    """After a run to nobody everything waits as before; the waits grew, and then it is left."""
    device = Device(tmp_path, 30)
    done = device.send(CentralTarget("postgresql://u@127.0.0.1:1/edu"))
    assert (done.sent, done.parked) == (0, 0)
    assert "refused" in done.trouble
    assert device.ask("select count(*) from delivery where state <> 'waiting'") == [(0,)]
    assert len(device.waits) == 5
    assert device.waits == sorted(device.waits)


def test_it_goes_on_when_the_server_is_there_again(tmp_path: Path, postgres: Postgres) -> None:
    """What was kept for a server that was away is what it gets later."""
    url = postgres.database()
    device = Device(tmp_path, 30)

    class Away(CentralTarget):
        def send(self, parcels: Sequence[Parcel]) -> Answer:
            raise UnreachableError("away")

    assert device.send(Away(url)).sent == 0
    kept = dict(device.ask("select id, body from delivery"))
    target = CutMiddle(url, 0)
    assert device.send(target).sent == 30
    assert target.bodies == [kept[record.id] for record in device.records]


def test_a_refused_record_is_parked_and_the_rest_arrive(tmp_path: Path, postgres: Postgres) -> None:
    """Two that no database takes, among six hundred: each is found, parked with why, and alone left out."""
    url = postgres.database()
    records = some_records(600)
    records[17] = sealed(records[17]._replace(try_=2**40))
    records[555] = sealed(records[555]._replace(detail="a\0b"))
    device = Device(tmp_path, 0, records=records)
    done = device.send(CentralTarget(url))
    assert done == (598, 2, "")
    states = device.states(CentralTarget(url).name)
    assert {name for name, (state, _) in states.items() if state == "parked"} == {records[17].id, records[555].id}  # fmt: skip
    assert "out of range" in states[records[17].id][1]
    assert "NUL" in states[records[555].id][1]
    assert postgres.ask(url, COUNT) == [(598, 598)]
    assert device.send(CentralTarget(url)) == (0, 0, "")


def test_the_same_id_with_other_content_is_parked(tmp_path: Path, postgres: Postgres) -> None:
    """What stands in the central database stays as it is; the other is parked, and says so."""
    url = postgres.database()
    device = Device(tmp_path, 50)
    device.send(CentralTarget(url))
    (tmp_path / "b").mkdir()
    other = sealed(device.records[3]._replace(result="shown"))
    second = Device(tmp_path / "b", 0, records=[other, *some_records(10, "b")])
    assert second.send(CentralTarget(url)) == (10, 1, "")
    assert second.states(CentralTarget(url).name)[other.id] == ("parked", OTHER)
    kept = postgres.ask(url, "select digest from edu_tui.record where id = %s", other.id)
    assert kept == [(device.records[3].digest,)]


def test_a_record_that_was_tampered_with_never_leaves(tmp_path: Path, postgres: Postgres) -> None:
    """It no longer fits its digest: it is parked with that reason, and the rest go."""
    url = postgres.database()
    records = some_records(30)
    records[4] = records[4]._replace(result="right", try_=1, learner="n-999")
    device = Device(tmp_path, 0, records=records)
    assert device.send(CentralTarget(url)) == (29, 1, "")
    assert device.states(CentralTarget(url).name)[records[4].id] == ("parked", CHANGED)
    assert postgres.ask(url, "select 1 from edu_tui.record where learner = 'n-999'") == []


def test_nothing_but_parked_ones_ends_too(tmp_path: Path, postgres: Postgres) -> None:
    """A whole batch that can never be sent does not hide what comes after it."""
    records = [record._replace(digest="no") for record in some_records(700)]
    device = Device(tmp_path, 0, records=[*records, *some_records(5, "good")])
    assert device.send(CentralTarget(postgres.database())) == (5, 700, "")


def test_what_was_parked_can_be_sent_again(tmp_path: Path, postgres: Postgres) -> None:
    """After the cause is gone `retry` makes it anew and it arrives."""
    url = postgres.database()
    name = CentralTarget(url).name
    device = Device(tmp_path, 20)
    outbox = Outbox(device.path)
    target = CentralTarget(url)
    assert len(outbox.next(target, 20)) == 20
    outbox.park(name, {device.records[0].id: "for a reason"})
    counts = outbox.counts(name, target.kinds)
    assert (counts.sent, counts.waiting, counts.parked) == (0, 19, (("for a reason", 1, (device.records[0].id,)),))  # fmt: skip
    assert outbox.retry(name) == 1
    outbox.close()
    assert device.send(target) == (20, 0, "")


def test_two_targets_do_not_know_of_each_other(tmp_path: Path, postgres: Postgres) -> None:
    """What one has got the other gets as well."""
    first, second = postgres.database(), postgres.database()
    device = Device(tmp_path, 40)
    assert device.send(CentralTarget(first)).sent == 40
    assert device.send(CentralTarget(second)).sent == 40
    assert postgres.ask(second, COUNT) == [(40, 40)]


def test_a_record_written_meanwhile_goes_with_it(tmp_path: Path, postgres: Postgres) -> None:
    """What is recorded while others are sent is sent in the same run."""
    url = postgres.database()
    device = Device(tmp_path, 30)
    more = some_records(7, "more")

    class Writes(CentralTarget):
        def send(self, parcels: Sequence[Parcel]) -> Answer:
            if more:
                fill(device.path, more)
                more.clear()
            return super().send(parcels)

    assert device.send(Writes(url)).sent == 37

"""The central database as a target: records as they are, all columns."""

from __future__ import annotations

from json import dumps, loads
from typing import TYPE_CHECKING

from edu_tui.staff.central.database import Central
from edu_tui.staff.central.failure import CentralError
from edu_tui.staff.records.record import Record
from edu_tui.staff.records.schema import SENT_KINDS
from edu_tui.staff.sync.target import Answer, Parcel, RefusedError, UnreachableError, UnusableError

if TYPE_CHECKING:
    from collections.abc import Sequence

OTHER = "a record with this id, but with other content, is there already"


class CentralTarget:
    """A central database."""

    most = 500
    kinds: tuple[str, ...] = SENT_KINDS

    def __init__(self, url: str) -> None:
        self._central = Central(url)
        self.name = self._central.name

    def prepare(self) -> None:
        """Make the tables where there are none, bring them up to date where they are older."""
        try:
            self._central.prepare()
        except CentralError as error:
            raise _told(error) from error

    def body(self, record: Record) -> bytes:
        """Its columns as a JSON array."""
        return dumps(record, ensure_ascii=False, separators=(",", ":")).encode()

    def send(self, parcels: Sequence[Parcel]) -> Answer:
        """Put a batch in, in one transaction; each is stored where its own digest stands there then."""
        records = [_record(parcel) for parcel in parcels]
        try:
            there = self._central.put(records)
        except CentralError as error:
            raise _told(error) from error
        stored = {record.id for record in records if there.get(record.id) == record.digest}
        refused = {
            record.id: OTHER for record in records if record.id in there and record.id not in stored
        }
        return Answer(stored, refused)

    def close(self) -> None:
        """Let go of it."""
        self._central.close()


def _record(parcel: Parcel) -> Record:
    """The record in it; raises RefusedError where it is not as it was put there."""
    try:
        record = Record(*loads(parcel.body))
    except (ValueError, TypeError, RecursionError):
        record = None
    if record is None or record.id != parcel.id or not _is_typed(record):
        raise RefusedError("what was to be sent of it was changed by hand")
    return record


def _is_typed(record: Record) -> bool:
    """Whether each field is of its own sort."""
    numbers = {"at", "try_", "must_know"}
    fields = record._asdict().items()
    return all(type(value) is (int if name in numbers else str) for name, value in fields)


def _told(error: CentralError) -> Exception:
    if error.sort == "content":
        return RefusedError(str(error))
    kind = UnreachableError if error.sort == "passing" else UnusableError
    return kind(str(error))

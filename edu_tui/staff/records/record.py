"""Staff records: an event with whose it is and where it happened, in the columns that reports ask for.

The same columns stand in the file of a device and in a central database, so that one query serves both.
The digest is over all of them: a record that was changed no longer fits its own.
"""

from __future__ import annotations

from hashlib import blake2b
from json import dumps
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

SIZE = 16
"""Bytes of a digest."""


class Record(NamedTuple):
    """One record; the fields are the columns, in their order."""

    id: str
    """A UUID."""
    site: str
    """The clinic's short name, of the settings; empty where none is set."""
    device: str
    """A UUID that the file was given when it was made."""
    learner: str
    """An opaque id; which person it is, only a roster on the manager's machine says."""
    at: int
    """Milliseconds since 1970, UTC."""
    kind: str
    """The word for what happened: `kind` of a fact (`staff/learning/event.py`, `learning/event.py`)."""
    course: str
    module: str
    language: str
    version: str
    unit: str
    unit_version: str
    attempt: str
    """A UUID; empty outside of assessments."""
    try_: int
    """Of an answer, from 1; else 0."""
    result: str
    """Of an answer its verdict (`right`, `shown`, `unsure`, `blank`); of an observation `can` or `not-yet`."""
    must_know: int
    """1 for an answer to a must-know item, else 0."""
    misconceptions: str
    """Ids of those behind what was chosen, with a space between; empty for none."""
    detail: str
    """The rest as JSON: one object, keys in order."""
    digest: str = ""
    """Hexadecimal; see `digest_of`."""


ENDS = frozenset({"passed", "failed", "voided"})
"""Kinds that end an attempt."""
COLUMNS = (
    "id, site, device, learner, at, kind, course, module, language, version, unit, unit_version,"
    ' attempt, "try", result, must_know, misconceptions, detail, digest'
)
"""As SQL names them, on a device and in the central database."""


def digest_of(record: Record) -> str:
    """The digest of all other fields: BLAKE2b over their JSON array, without spaces."""
    fields = list(record._replace(digest=""))[:-1]
    text = dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return blake2b(text.encode(), digest_size=SIZE).hexdigest()


def sealed(record: Record) -> Record:
    """With its digest."""
    return record._replace(digest=digest_of(record))


def is_whole(record: Record) -> bool:
    """Whether it still fits its digest."""
    return record.digest == digest_of(record)


def late_ends(records: Iterable[tuple[int, Record]]) -> set[str]:
    """Ids of the records that end an attempt which had ended before, in the order in which they came.

    An attempt ends once. Files of before that was seen to when it is kept may hold more.
    """
    first: dict[str, tuple[int, str]] = {}
    ends = [(order, record) for order, record in records if record.kind in ENDS and record.attempt]
    for order, record in ends:
        first[record.attempt] = min(
            (order, record.id), first.get(record.attempt, (order, record.id))
        )
    return {record.id for _, record in ends} - {name for _, name in first.values()}

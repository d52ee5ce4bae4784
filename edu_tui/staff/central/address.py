"""The address of a central database, and how it is told: libpq's own form, never with a password.

libpq finds the password where it always does: in PGPASSWORD, PGPASSFILE or ~/.pgpass.
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

from edu_tui.system.errors import UsageError

SCHEMES = ("postgresql://", "postgres://")
_SECRET = ("password", "sslpassword")
_PLACE = ("host", "hostaddr", "port", "dbname")
"""What else than the path may say where it is."""


class Address(NamedTuple):
    """Where the database is."""

    url: str
    """As libpq takes it."""
    name: str
    """As it is shown and kept: the same without the user and without how to connect."""


def is_address(given: str) -> bool:
    """Whether that is meant to be a central database."""
    return given.startswith(SCHEMES)


def address(given: str) -> Address:
    """The address; raises UsageError for one that is none, or that holds a password."""
    try:
        parts = urlsplit(given)
        words = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        raise UsageError(
            "that is no address of a database; it looks like postgresql://USER@HOST/DATABASE"
        ) from None
    user, _, place = parts.netloc.rpartition("@")
    if user.partition(":")[2] or any(key in _SECRET for key, _ in words):
        raise UsageError(
            "a password does not belong in the address: every program on this computer can see it "
            "there. Put it into ~/.pgpass, PGPASSFILE or PGPASSWORD, and take it out of the address."
        )
    where = "&".join(f"{key}={value}" for key, value in words if key in _PLACE)
    name = f"postgresql://{place}{parts.path}"
    return Address(given, f"{name}?{where}" if where else name)

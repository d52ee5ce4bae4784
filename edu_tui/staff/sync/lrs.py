"""A learning record store as a target: batches of statements over HTTPS, as xAPI 1.0.3 has it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from edu_tui.staff.sync.http import HERE, Reply, post
from edu_tui.staff.sync.secret import Login, login
from edu_tui.staff.sync.target import (
    Answer,
    FailedError,
    Parcel,
    RefusedError,
    UnreachableError,
    UnusableError,
)
from edu_tui.staff.sync.xapi import KINDS, statement
from edu_tui.system.errors import UsageError
from edu_tui.system.shown import shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from edu_tui.staff.records.record import Record

VERSION = "1.0.3"
LONGEST = 300
"""Characters of a reason."""
_REFUSED = {400, 409, 413, 422}
_LATER = {408, 425, 429}
_WHY = {
    401: "it does not know this key, or the secret is wrong",
    403: "this key may not write statements there",
    404: "there is no learning record store at this address",
    405: "there is no learning record store at this address",
}
NO_HOME = (
    "statements need your clinic's own address, so that your learners' ids are yours: set `lrs_home` "
    "(or EDU_TUI_LRS_HOME), such as https://clinic.example/staff"
)


class Lrs:
    """A learning record store."""

    most = 50
    kinds: tuple[str, ...] = KINDS

    def __init__(self, url: str, home: str, environ: Mapping[str, str], *, alone: bool) -> None:
        """Raises UsageError for an address that cannot be, or that is not safe."""
        self.name = name_of(url)
        self._home = home.rstrip("/")
        self._environ = environ
        self._alone = alone
        self._login: Login | None = None

    def prepare(self) -> None:
        """Know who is sending, and for whom."""
        if not self._home.startswith(("https://", "http://")) or not urlsplit(self._home).hostname:
            raise UnusableError(f"{self.name}: {NO_HOME}")
        host = urlsplit(self.name).hostname or ""
        self._login = login(host, self._environ, alone=self._alone)

    def body(self, record: Record) -> bytes:
        """Its statement."""
        return statement(record, self._home)

    def send(self, parcels: Sequence[Parcel]) -> Answer:
        """Post a batch: exactly the bytes that were kept, with commas between."""
        body = b"[" + b",".join(parcel.body for parcel in parcels) + b"]"
        reply = post(self.name, f"{self.name}/statements", body, self._headers())
        return self._judged(reply, [parcel.id for parcel in parcels])

    def close(self) -> None:
        """Nothing is held."""

    def _headers(self) -> dict[str, str]:
        assert self._login is not None
        return {
            "Authorization": f"Basic {self._login.basic}",
            "Content-Type": "application/json",
            "X-Experience-API-Version": VERSION,
        }

    def _judged(self, reply: Reply, ids: list[str]) -> Answer:
        status = reply.status
        if status == 204:
            # Some say so where they had all of them before.
            return Answer(ids)
        if status == 200:
            return Answer(self._named(reply, ids))
        message = f"{self.name}: {_WHY.get(status, 'it answered')} ({self._said(reply)})"
        if status in _REFUSED:
            raise RefusedError(self._said(reply))
        if status == 500:
            raise FailedError(message, reply.after)
        if status in _LATER or status > 500:
            raise UnreachableError(message, reply.after)
        if 300 <= status < 400:
            raise UnusableError(
                f"{self.name}: it sends on to another address ({status}); use that."
            )
        raise UnusableError(message)

    def _named(self, reply: Reply, ids: list[str]) -> list[str]:
        """Ids that it says are stored. What it had before some leave out: that is sent once more, alone."""
        try:
            named = json.loads(reply.body)
        except ValueError:
            named = None
        if not isinstance(named, list):
            raise UnreachableError(
                f"{self.name}: it answered, but not as a learning record store does."
            )
        # A UUID may be written in capitals.
        stored = {name.lower() for name in named if isinstance(name, str)}
        return [name for name in ids if name.lower() in stored]

    def _said(self, reply: Reply) -> str:
        """The status and what it said, in one line that moves no cursor and holds no secret."""
        words = shown(reply.body[:4000].decode("utf-8", "replace"))
        if self._login is not None and self._login.secret:
            for secret in (self._login.secret, self._login.basic):
                words = words.replace(secret, "...")
        return f"{reply.status} {words}".strip()[:LONGEST]


def name_of(given: str) -> str:
    """The address as it is shown, kept and used; raises UsageError for one that is none, or not safe."""
    try:
        parts = urlsplit(given)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise UsageError(f"that is no address: {given.rpartition('@')[2]}") from None
    if "@" in parts.netloc:
        raise UsageError(
            "a key does not belong in the address: every program on this computer can see it there. "
            "Set EDU_TUI_LRS_KEY and EDU_TUI_LRS_SECRET, or use ~/.netrc."
        )
    if not host or parts.query or parts.fragment:
        raise UsageError(
            f"{given} is no address of a learning record store; it looks like https://lrs.example/xapi"
        )
    if parts.scheme == "http" and host not in HERE:
        raise UsageError(
            f"{given}: without HTTPS everybody on the way can read it. Use https://; http:// is only "
            "for this machine."
        )
    named = f"[{host}]" if ":" in host else host
    place = f"{named}:{port}" if port else named
    path = parts.path.rstrip("/").removesuffix("/statements")
    return f"{parts.scheme}://{place}{path}"

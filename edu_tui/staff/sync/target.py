"""What a place to send to can do, and how it says no."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from edu_tui.system.errors import EduError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from edu_tui.staff.records.record import Record


class Parcel(NamedTuple):
    """One record as it is sent."""

    id: str
    body: bytes
    tries: int = 0
    """How often the other side has failed on it."""


class Answer(NamedTuple):
    """What the other side said of a batch; of what is in neither it has said nothing."""

    stored: Collection[str]
    """Ids that it has now, or had before."""
    refused: Mapping[str, str] = {}
    """Reason by id."""


class Target(Protocol):
    """A place that records are sent to."""

    name: str
    """Its address, as it is shown and kept; nothing secret is in it."""
    most: int
    """Records in a batch."""
    kinds: tuple[str, ...]
    """Kinds of records that it gets."""

    def prepare(self) -> None:
        """Before the first batch; raises UnreachableError or UnusableError."""

    def body(self, record: Record) -> bytes:
        """What will be sent for it; raises RefusedError for what can never be sent."""

    def send(self, parcels: Sequence[Parcel]) -> Answer:
        """Send a batch.

        Raises RefusedError for a batch in which something is refused, and nothing of it is stored;
        FailedError where the other side answered that it failed; UnreachableError where it may work
        later; UnusableError where it will not before somebody mends something.
        """

    def close(self) -> None:
        """Let go of it."""


class SendError(EduError):
    """Something was not sent; the words say why, with nothing secret in them."""


class RefusedError(SendError):
    """The other side does not take it as it is."""


class UnreachableError(SendError):
    """It may work later."""

    def __init__(self, message: str, after: float = 0) -> None:
        super().__init__(message)
        self.after = after
        """Seconds to wait at least, where the other side has said so."""


class FailedError(UnreachableError):
    """The other side was reached, and failed: perhaps of itself, perhaps on what it was sent."""


class UnusableError(SendError):
    """It will not work before somebody mends something."""

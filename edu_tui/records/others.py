"""What other programs have kept in the same file since this one looked last."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from edu_tui.learning.event import Event


class Others:
    """Tells what others have kept from what was kept here."""

    def __init__(self, again: tuple[type[NamedTuple], ...] = ()) -> None:
        self._again = again
        """Facts of which what was kept later counts."""
        self.seen = 0
        """The serial number up to which everything is known here."""
        self._own: set[str] = set()

    def kept(self, events: Iterable[Event]) -> None:
        """These were kept here, and are no news."""
        self._own.update(event.id for event in events)

    def looked(self, upto: int) -> None:
        """Everything up to that serial number is known."""
        self.seen = upto
        self._own.clear()

    def after(self, last: int) -> int:
        """The serial number after which there may be news, in a file whose last is that.

        A file that was put back to an older state has fewer: then all of it is looked at.
        """
        return self.seen if self.seen <= last else 0

    def news(self, numbered: Sequence[tuple[int, Event]], last: int) -> list[Event]:
        """Of the events after `seen`, those that others have kept; from now on they are known.

        What was kept here among them comes again in its turn where what was kept later counts.
        """
        fresh = [event for _, event in numbered if event.id not in self._own]
        if fresh:
            fresh = [
                event
                for _, event in numbered
                if event.id not in self._own or isinstance(event.fact, self._again)
            ]
        self.looked(last)
        return fresh

"""Sending to one target: batch by batch, until nothing waits or it is no use to go on now.

Nothing is marked as sent before the other side has said that it has it. A batch in which something is
refused is halved until the record is found; that one is parked, and the rest go on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.staff.sync.target import FailedError, RefusedError, SendError, UnreachableError
from edu_tui.system.errors import RecordsError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from edu_tui.staff.sync.outbox import Outbox
    from edu_tui.staff.sync.pace import RetryPace
    from edu_tui.staff.sync.target import Parcel, Target

PATIENCE = 8
"""So often the other side may fail on one record by itself, while it takes others, before it is parked."""
SUSPECT = 100
"""So many refused in a row and none taken: then it is not the records. The rest wait."""
SILENT = "it answered, but did not say that it has them"


class Sent(NamedTuple):
    """What a run came to."""

    sent: int
    parked: int
    trouble: str = ""
    """Why it ended before everything was sent; empty when nothing waits."""


class Sender:
    """One run to one target."""

    def __init__(
        self, outbox: Outbox, target: Target, pace: RetryPace, tell: Callable[[int], object]
    ) -> None:
        self._outbox = outbox
        self._target = target
        self._pace = pace
        self._tell = tell
        self._most = target.most
        self._sent = self._parked = self._in_a_row = 0
        self._before = outbox.put_aside

    def run(self) -> Sent:
        """Send all that waits."""
        while True:
            try:
                self._target.prepare()
                while parcels := self._outbox.next(self._target, self._most):
                    self._send(parcels)
                    self._most = min(self._target.most, self._most * 2)
                self._outbox.nothing_left(self._target.name)
            except UnreachableError as error:
                if not self._pace.may_try_again(error.after):
                    return self._ended(str(error))
            except RecordsError as error:
                if error.reason != "busy" or not self._pace.may_try_again():
                    return self._ended(error.fact)
            except SendError as error:
                return self._ended(str(error))
            else:
                return self._ended("")

    def _ended(self, trouble: str) -> Sent:
        return Sent(self._sent, self._parked + self._outbox.put_aside - self._before, trouble)

    def _send(self, parcels: Sequence[Parcel]) -> None:
        try:
            answer = self._target.send(parcels)
        except RefusedError as error:
            self._refused(parcels, str(error))
        except FailedError as error:
            self._failed(parcels, error)
        else:
            stored = {parcel.id for parcel in parcels}.intersection(answer.stored)
            self._stored(stored)
            self._park(answer.refused)
            if not stored and not answer.refused:
                raise UnreachableError(f"{self._target.name}: {SILENT}.")

    def _stored(self, ids: set[str]) -> None:
        if not ids:
            return
        self._outbox.acknowledge(self._target.name, ids)
        self._sent += len(ids)
        self._in_a_row = 0
        self._pace.went_well()
        self._tell(self._sent)

    def _refused(self, parcels: Sequence[Parcel], reason: str) -> None:
        if len(parcels) == 1:
            self._park({parcels[0].id: reason})
            return
        middle = len(parcels) // 2
        self._send(parcels[:middle])
        self._send(parcels[middle:])

    def _park(self, refused: Mapping[str, str]) -> None:
        if not refused:
            return
        self._outbox.park(self._target.name, refused)
        self._parked += len(refused)
        self._in_a_row += len(refused)
        if self._in_a_row >= SUSPECT:
            raise SendError(
                f"the last {self._in_a_row} records were all refused, so it may not be the records: "
                f"{next(iter(refused.values()))}"
            )

    def _failed(self, parcels: Sequence[Parcel], error: FailedError) -> None:
        """It may be one of these records: they go behind the others, and fewer go at once."""
        self._outbox.failed(self._target.name, [parcel.id for parcel in parcels], str(error))
        self._most = max(1, len(parcels) // 2)
        first = parcels[0]
        if len(parcels) == 1 and self._sent and first.tries + 1 >= PATIENCE:
            self._park({first.id: f"it failed on this {first.tries + 1} times: {error}"})
            return
        raise error

"""Drafting: what the reader writes and has not added yet is there again, also after the program has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.learning.event import DraftSaved

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.learning.event import Event
    from edu_tui.learning.my_questions import Ask, Draft, Why

OFTEN = 5_000
"""Milliseconds of writing after which a draft is on the disk, however the program ends."""


class Drafting:
    """The drafts of one visit."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._waiting: tuple[Draft, Event] | None = None
        """What has been written since a draft was kept last; None for nothing."""
        self._in_file = {draft.key for draft in visit.history.drafts.all}
        """Which drafts the file may have."""
        self._kept_at = 0

    @property
    def all(self) -> tuple[Draft, ...]:
        """What was begun and neither added nor thrown away, the oldest first."""
        return self._visit.history.drafts.all

    def of(self, ask: Ask) -> str:
        """The words begun for that; empty for none."""
        return self._visit.history.drafts.of(ask)

    @property
    def lasts(self) -> bool:
        """Whether a draft is there after the program has ended. What staff have not added is nobody's record."""
        visit = self._visit
        return (
            visit.keeper.on
            and not visit.keeper.trouble
            and Action.KEPT not in visit.profile.withheld
        )

    def write(self, draft: Draft) -> None:
        """These are the words now; on the disk after a while, and with `keep`."""
        if draft.text == self.of(draft.ask):
            return
        ask = draft.ask
        why: Why = "missed" if ask.by_itself else ask.why
        saved = DraftSaved(draft.text, why, draft.about)
        event = self._visit.event(saved, unit=ask.place)._replace(module=ask.module)
        self._waiting = draft, event
        self._visit.history.apply(event)
        if event.at - self._kept_at >= OFTEN:
            self.keep()

    def keep(self) -> None:
        """What was written last outlives the program, where that is kept at all.

        What was thrown away leaves the file also while nothing is kept.
        """
        if self._waiting is None:
            return
        (draft, event), self._waiting = self._waiting, None
        if not (self.lasts or (self.is_in_file(draft) and not draft.text)):
            return
        self._kept_at = event.at
        self._visit.keeper.keep(event, sure=False)
        if draft.text:
            self._in_file.add(draft.key)
        elif not self._visit.keeper.trouble:
            self._in_file.discard(draft.key)

    def is_in_file(self, draft: Draft) -> bool:
        """Whether words of that draft may be in the file."""
        return draft.key in self._in_file

"""Drafting: what the reader writes and has not added yet is there again, also after the program has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.learning.event import DraftSaved

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.learning.event import Event
    from edu_tui.learning.history import History
    from edu_tui.learning.my_questions import Ask, Draft, Why
    from edu_tui.records.keeper import Recorder

OFTEN = 5_000
"""Milliseconds of writing after which a draft is on the disk, however the program ends."""


class Drafting:
    """The drafts of one visit."""

    def __init__(
        self,
        keeper: Recorder,
        history: History,
        event: Callable[[DraftSaved, Ask], Event],
        *,
        may_last: bool,
    ) -> None:
        self._keeper = keeper
        self._history = history
        self._event = event
        """That a draft was saved, as it happens now."""
        self._may_last = may_last
        self._waiting: tuple[Draft, Event] | None = None
        """What has been written since a draft was kept last; None for nothing."""
        self._in_file = {draft.key for draft in history.drafts.all}
        """Which drafts the file may have."""
        self._kept_at = 0

    @property
    def all(self) -> tuple[Draft, ...]:
        """What was begun and neither added nor thrown away, the oldest first."""
        return self._history.drafts.all

    def of(self, ask: Ask) -> str:
        """The words begun for that; empty for none."""
        return self._history.drafts.of(ask)

    @property
    def lasts(self) -> bool:
        """Whether a draft is there after the program has ended. What staff have not added is nobody's record."""
        return self._may_last and self._keeper.on and not self._keeper.trouble

    def write(self, draft: Draft) -> None:
        """These are the words now; on the disk after a while, and with `keep`."""
        if draft.text == self.of(draft.ask):
            return
        ask = draft.ask
        why: Why = "missed" if ask.by_itself else ask.why
        saved = DraftSaved(draft.text, why, draft.about)
        event = self._event(saved, ask)
        self._waiting = draft, event
        self._history.apply(event)
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
        self._keeper.keep(event, sure=False)
        if draft.text:
            self._in_file.add(draft.key)
        elif not self._keeper.trouble:
            self._in_file.discard(draft.key)

    def is_in_file(self, draft: Draft) -> bool:
        """Whether words of that draft may be in the file."""
        return draft.key in self._in_file

"""Writing: a question of the reader's own, or a note to what is on the list. Nothing written is lost.

Owns that words stay until they are added or thrown away: a draft is there again whenever its place is
opened, and what is too long is said and never cut.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from edu_tui.journey.action import Action
from edu_tui.journey.anywhere.danger import HelpFirst, danger_in
from edu_tui.journey.place import Navigation, Place, swap
from edu_tui.journey.view import Field, Request, Row, View
from edu_tui.layout.ask import ask_words
from edu_tui.layout.part import Gap, words
from edu_tui.learning.my_questions import LONGEST, Ask, Draft, tidy
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part

NEAR = 200
"""Characters before the limit from which it is said how many there are."""


class Write(Place):
    """A field of several lines, and rows that add what is in it, leave it for later, or throw it away."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._text = draft.text
        """As it was typed."""

    @override
    def view(self, room: Room) -> View:
        """The field and its rows."""
        about = self._draft.about
        label = say("My question or note") if about else say("My question")
        parts: list[Part | Row] = [words(text, "soft") for text in self._told(room)]
        parts += [Gap()] if parts else []
        parts.append(Row(Request(Action.KEEP), say("Add it to my questions")))
        stays = say("what you wrote stays") if self._words else ""
        parts.append(Row(Request(Action.UP), say("Go back without adding"), detail=stays))
        if self._words:
            parts.append(Row(Request(Action.CLEAR), say("Throw away what I wrote")))
        return View(
            where=(say("My questions"),),
            parts=tuple(parts),
            keys=frozenset({Action.UP}),
            field=Field(label, self._text, live=False, lines=True, used=self._used()),
        )

    def _told(self, room: Room) -> list[str]:
        """What it is about, and what Enter does, where a key does it."""
        ask = self._draft.ask
        about = self._draft.about
        if ask.why != "own":
            about = ask_words(ask, self.visit.voice().clinic, self.visit.words_of(ask))
        texts = [say("About: {title}", title=about)] if about else []
        if room.medium == "words":
            return texts
        if not self.visit.profile.can_quit:
            return [*texts, say("Enter adds it.")]
        return [*texts, say("Enter adds it. Ctrl+J begins a new line.")]

    @property
    def _words(self) -> str:
        return tidy(self._text)

    def _used(self) -> str:
        length = len(self._words)
        return say("{n} of {most}", n=length, most=LONGEST) if length > LONGEST - NEAR else ""

    @override
    def typed(self, text: str) -> None:
        """The words so far: a draft from the first one on."""
        self._text = text
        self._keep("" if self._words == self._draft.ask.note else self._words)

    def _keep(self, text: str) -> None:
        self.visit.drafting.write(self._draft._replace(text=text))

    @override
    def do(self, do: Request) -> Navigation | None:
        """Add what was written, leave it for later, or throw it away."""
        if do.action in {Action.UP, Action.BACK, Action.HOME}:
            return self._leave(Action.HOME if do.action is Action.HOME else Action.UP)
        if do.action is Action.CLEAR:
            return Navigation("pop", said=self._throw_away())
        return self._add() if do.action is Action.KEEP else None

    def _leave(self, on: Literal[Action.UP, Action.HOME]) -> Navigation:
        """What was written waits; that nobody sees it is no reason to keep help from who is in danger."""
        waits = self.visit.drafting.of(self._draft.ask)
        return kept_so(self.visit, waits, self._later(), on)

    def _throw_away(self) -> str:
        self._keep("")
        self.visit.drafting.keep()
        if self.visit.drafting.is_in_file(self._draft):
            return say("It is thrown away here, but it could not be deleted from the file yet.")
        return say("It is thrown away.")

    def _later(self) -> str:
        if not self.visit.drafting.of(self._draft.ask):
            return ""
        if self.visit.drafting.lasts:
            return say("Not added yet. It waits in My questions.")
        return say("Not added yet. It waits in My questions until you leave.")

    def _add(self) -> Navigation:
        text, ask = self._words, self._draft.ask
        if not text and not ask.note:
            return Navigation("stay", said=say("Type your question first."))
        if len(text) > LONGEST:
            return Navigation("stay", said=too_long(len(text) - LONGEST))
        if ask.why == "own":
            message = self.visit.ask(ask._replace(text=text))
        else:
            message = self.visit.note(ask._replace(note=text))
        # Also where the list has it already, or has lost the note: there is nothing left to add.
        self._keep("")
        return kept_so(self.visit, text, message)


def kept_so(
    visit: Visit, text: str, message: str, on: Literal[Action.UP, Action.HOME] = Action.UP
) -> Navigation:
    """On to where the reader goes; by way of crisis help where their words speak of danger."""
    danger = danger_in(visit, text)
    if danger:
        return swap(HelpFirst(danger, message, on))
    return Navigation("home" if on is Action.HOME else "pop", said=message)


def too_long(over: int) -> str:
    """What to do with words that are too long by so many characters."""
    return say(
        "Too long by {n} character. Make it shorter, or write two questions. It is still here.",
        "Too long by {n} characters. Make it shorter, or write two questions. It is still here.",
        n=over,
    )


def write_about(visit: Visit, about: tuple[str, str, str] | None) -> Place:
    """Where the reader writes about the page that is open, or about nothing in particular.

    Always something new, or what was begun about it and not added: what was added is changed from the
    list alone.
    """
    module, place, title = about or ("", "", "")
    ask = Ask("", module, place, "own")
    return Write(Draft(visit.drafting.of(ask), ask, title))


def write_on(visit: Visit, ask: Ask) -> Place:
    """Where the reader writes a note to what is on the list, or changes it."""
    title = visit.words_of(ask) or ask.text
    return Write(Draft(visit.drafting.of(ask) or ask.note, ask, title))


def go_on_writing(visit: Visit, draft: Draft) -> Place:
    """Where that was begun; what it belongs to may have left the list since."""
    ask = draft.ask
    if ask.why == "own":
        return Write(draft)
    return Write(draft._replace(ask=visit.asks.find(ask) or ask._replace(text=draft.about)))

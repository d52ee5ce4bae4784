"""My questions: what to ask a person, from pages, from answers, and in the reader's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.action import Action
from edu_tui.journey.anywhere.danger import danger_in, help_row
from edu_tui.journey.mine.writing import go_on_writing, write_about, write_on
from edu_tui.journey.place import STAY, Navigation, Place, push
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.ask import ask_words, is_about_question
from edu_tui.layout.line import Span
from edu_tui.layout.part import Gap, Heading, Labelled, words
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.learning.my_questions import Ask

SHORT = 160
"""Characters of a question in the list; all of it is on its own page."""


class Asks(Place):
    """The list; a row opens one question, to take it off."""

    alone: ClassVar[bool] = True

    @override
    def view(self, room: Room) -> View:
        """One row a question."""
        asks = self.visit.asks.asks
        own = [f"{ask.note} {'' if is_about_question(ask) else ask.text}" for ask in asks]
        own += [draft.text for draft in self.visit.drafting.all]
        danger = danger_in(self.visit, " ".join(own))
        parts: list[Part | Row] = [help_row(self.visit, danger), Gap()] if danger else []
        parts += [
            words(say("Show this list to a nurse or a doctor.")),
            words(_kept(self.visit), "soft"),
            Gap(),
        ]
        if not (asks or self.visit.drafting.all):
            parts += [words(say("Nothing here yet. Press + on any page to ask about it.")), Gap()]
        parts += [
            Row(
                Request(Action.ONE, str(index)),
                said_as(self.visit, ask),
                detail=_detail(self.visit, ask),
            )
            for index, ask in enumerate(asks)
        ]
        parts += [
            Row(
                Request(Action.DRAFT, str(index)), in_short(draft.text), detail=say("not added yet")
            )
            for index, draft in enumerate(self.visit.drafting.all)
        ]
        parts.append(Row(Request(Action.WRITE), say("Write a question of my own")))
        if asks:
            parts.append(Row(Request(Action.TAKE), say("Take it with me, on paper or on my phone")))
        parts.append(Row(Request(Action.UP), say("Go back")))
        return View(
            where=(say("My questions"),),
            parts=tuple(parts),
            keys=frozenset({Action.BACK, Action.UP}),
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Open one, or write one."""
        if do.action is Action.ONE:
            return push(OneAsk(self.visit.asks.asks[int(do.what)]))
        if do.action is Action.DRAFT:
            return push(go_on_writing(self.visit, self.visit.drafting.all[int(do.what)]))
        if do.action is Action.WRITE:
            return push(write_about(self.visit, None))
        return STAY if do.action is Action.ASKED else None


def _kept(visit: Visit) -> str:
    keeper = visit.keeper
    if not keeper.on or keeper.trouble:
        return say("What you add now is not kept when you quit.")
    if keeper.unkept:
        return say("What you added while just reading is not kept when you quit.")
    return say("It is kept on this computer until you delete it.")


def _detail(visit: Visit, ask: Ask) -> str:
    entry = visit.contents.entries.get(ask.module)
    if ask.why == "own" and entry is not None:
        return say("my own words, about {title}", title=entry.title)
    return why_words(visit, ask)


class OneAsk(Place):
    """One question of the list."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    @override
    def view(self, room: Room) -> View:
        """The question, the words to say, and what can be done with it."""
        ask = self.visit.asks.find(self._ask) or self._ask
        self._ask = ask
        head, *rest = shown(self.visit, ask).split("\n")
        parts: list[Part | Row] = [Heading(head), *map(words, rest)]
        parts += [words(why_words(self.visit, ask), "soft"), Gap()]
        if ask.note:
            first, *others = ask.note.split("\n")
            parts += [Labelled(say("My own words"), (Span(first),)), *map(words, others), Gap()]
        if ask.by_itself:
            parts += [Labelled(say("You can say"), (Span(words_to_say(ask)),)), Gap()]
        parts.append(Row(Request(Action.UP), say("Keep it and go back")))
        if ask.place:
            parts.append(Row(Request(Action.OPEN_IT), say("Go to where it comes from")))
        if ask.why != "own":
            label = say("Change my own words") if ask.note else say("Add my own words")
            parts.append(Row(Request(Action.WRITE), label))
        parts.append(Row(Request(Action.REMOVE), say("Take it off the list")))
        return View(
            where=(say("My questions"),),
            parts=tuple(parts),
            keys=frozenset({Action.BACK, Action.UP}),
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Take it off, write about it, go where it is from."""
        if do.action is Action.REMOVE:
            self.visit.drop(self._ask)
            brief = say("Taken off the list, until you quit.")
            return Navigation(
                "pop", said=brief if self.visit.keeper.only_now else say("Taken off the list.")
            )
        if do.action is Action.WRITE:
            return push(write_on(self.visit, self._ask))
        if do.action is Action.OPEN_IT:
            from edu_tui.journey.reading.units import open_unit

            return open_unit(self.visit, self._ask.module, self._ask.place)
        return None


def shown(visit: Visit, ask: Ask) -> str:
    """Its text as it is read here, after what it is."""
    return ask_words(ask, visit.voice().clinic, visit.words_of(ask))


def said_as(visit: Visit, ask: Ask) -> str:
    """The reader's own words where there are some, else what it is about."""
    return in_short(ask.note if ask.note and ask.why == "page" else shown(visit, ask))


def in_short(text: str) -> str:
    """The beginning of what is long: a row is no page."""
    flat = " ".join(text.split())
    return flat if len(flat) <= SHORT else flat[: SHORT - 4].rsplit(" ", 1)[0] + " ..."


def words_to_say(ask: Ask) -> str:
    """A sentence to read out to a nurse."""
    if ask.why == "unsure":
        return say("I am not sure about this. Can you explain it to me?")
    return say("I did not get this right. Can you go over it with me?")


def why_words(visit: Visit, ask: Ask) -> str:
    """Why it is on the list."""
    if ask.note and ask.why == "page":
        return say("about: {title}", title=shown(visit, ask))
    why = {
        "own": say("my own words"),
        "page": say("ask about this page"),
        "missed": say("not clear yet"),
        "unsure": say("I was not sure"),
    }[ask.why]
    return say("{why}, with my own words", why=why) if ask.note else why

"""My questions: what to ask a person, from pages, from answers, and in the reader's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.danger import HelpFirst, danger_in, help_row
from edu_tui.journey.place import STAY, Move, Place, push, swap
from edu_tui.journey.view import Do, Field, Row, View
from edu_tui.learning.my_questions import Ask
from edu_tui.page.ask import ask_words
from edu_tui.page.line import Span
from edu_tui.page.part import Gap, Heading, Labelled, words
from edu_tui.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.page.line import Room
    from edu_tui.page.part import Part


class Asks(Place):
    """The list; a row opens one question, to take it off."""

    alone: ClassVar[bool] = True

    def view(self, visit: Visit, room: Room) -> View:
        """One row a question."""
        del room
        asks = visit.asks.asks
        own = " ".join(f"{ask.note} {'' if ask.by_itself else ask.text}" for ask in asks)
        danger = danger_in(visit, own)
        parts: list[Part | Row] = [help_row(visit, danger), Gap()] if danger else []
        parts += [
            words(say("Show this list to a nurse or a doctor.")),
            words(_kept(visit), "soft"),
            Gap(),
        ]
        if not asks:
            parts += [words(say("Nothing here yet. Press + on any page to ask about it.")), Gap()]
        parts += [
            Row(Do("one", str(index)), said_as(visit, ask), detail=_detail(visit, ask))
            for index, ask in enumerate(asks)
        ]
        parts.append(Row(Do("write"), say("Write a question of my own")))
        if asks:
            parts.append(Row(Do("take"), say("Take it with me, on paper or on my phone")))
        parts.append(Row(Do("up"), say("Go back")))
        return View(
            where=(say("My questions"),), parts=tuple(parts), keys=frozenset({"back", "up"})
        )

    def do(self, visit: Visit, do: Do) -> Move | None:
        """Open one, or write one."""
        if do.action == "one":
            return push(OneAsk(visit.asks.asks[int(do.what)]))
        if do.action == "write":
            return push(Write(Ask("", "", "", "own")))
        return STAY if do.action == "asked" else None


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

    def view(self, visit: Visit, room: Room) -> View:
        """The question, the words to say, and what can be done with it."""
        del room
        ask = visit.asks.find(self._ask) or self._ask
        self._ask = ask
        parts: list[Part | Row] = [
            Heading(shown(visit, ask)),
            words(why_words(visit, ask), "soft"),
            Gap(),
        ]
        if ask.note:
            parts += [Labelled(say("My own words"), (Span(ask.note),)), Gap()]
        if ask.by_itself:
            parts += [Labelled(say("You can say"), (Span(words_to_say(ask)),)), Gap()]
        parts.append(Row(Do("up"), say("Keep it and go back")))
        if ask.place:
            parts.append(Row(Do("open_it"), say("Go to where it comes from")))
        if ask.why != "own":
            label = say("Change my own words") if ask.note else say("Add my own words")
            parts.append(Row(Do("write"), label))
        parts.append(Row(Do("remove"), say("Take it off the list")))
        return View(
            where=(say("My questions"),), parts=tuple(parts), keys=frozenset({"back", "up"})
        )

    def do(self, visit: Visit, do: Do) -> Move | None:
        """Take it off, write about it, go where it is from."""
        if do.action == "remove":
            visit.drop(self._ask)
            return Move("pop", said=say("Taken off the list."))
        if do.action == "write":
            return push(Write(self._ask))
        if do.action == "open_it":
            from edu_tui.journey.units import open_unit

            return open_unit(visit, self._ask.module, self._ask.place)
        return None


class Write(Place):
    """The reader's own words: a question of their own, or a note to what is on the list."""

    def __init__(self, ask: Ask, about: str = "") -> None:
        self._ask = ask
        self._about = about
        self._text = ask.note

    def view(self, visit: Visit, room: Room) -> View:
        """A field, and the rows that keep or drop it."""
        del room
        about: tuple[Part, ...] = ()
        title = self._about or shown(visit, self._ask)
        label = say("My question or note") if title else say("My question")
        if title:
            about = (words(say("About: {title}", title=title), "soft"), Gap())
        return View(
            where=(say("My questions"),),
            parts=(
                *about,
                Row(Do("keep"), say("Add it to my questions")),
                Row(Do("up"), say("Go back without adding")),
            ),
            keys=frozenset({"up"}),
            field=Field(label, self._text, live=False),
        )

    def typed(self, visit: Visit, text: str) -> None:
        """The words so far."""
        del visit
        self._text = text

    def do(self, visit: Visit, do: Do) -> Move | None:
        """Keep what was typed."""
        if do.action != "keep":
            return None
        text = " ".join(self._text.split())
        if not text and not self._ask.note:
            return Move("stay", said=say("Type your question first."))
        if self._ask.why == "own":
            return _kept_so(visit, text, visit.ask(self._ask._replace(text=text)))
        return _kept_so(visit, text, visit.note(self._ask._replace(note=text)))


def _kept_so(visit: Visit, text: str, said: str) -> Move:
    """Back to where the reader was; by way of crisis help where their words speak of danger."""
    danger = danger_in(visit, text)
    return swap(HelpFirst(danger, said)) if danger else Move("pop", said=said)


def write_about(visit: Visit, about: tuple[str, str, str] | None) -> Place:
    """Where the reader writes about the page that is open, or about nothing in particular.

    Always something new: what was written before is changed from the list alone.
    """
    del visit
    module, place, title = about or ("", "", "")
    return Write(Ask("", module, place, "own"), title)


def shown(visit: Visit, ask: Ask) -> str:
    """Its text as it is read here, after what it is."""
    return ask_words(ask, visit.voice().clinic)


def said_as(visit: Visit, ask: Ask) -> str:
    """The reader's own words where there are some, else what it is about."""
    return ask.note if ask.note and ask.why == "page" else shown(visit, ask)


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

"""My questions: what to ask a person, from pages, from answers, and in the reader's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.place import STAY, Move, Place, push
from edu_tui.journey.view import Do, Field, Row, View
from edu_tui.learning.my_questions import Ask
from edu_tui.page.part import Gap, Heading, words
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
        parts: list[Part | Row] = [
            words(say("Show this list to a nurse or a doctor.")),
            words(say("It is not kept when you quit."), "soft"),
            Gap(),
        ]
        if not asks:
            parts += [words(say("Nothing here yet. Press + on any page to ask about it.")), Gap()]
        parts += [
            Row(Do("one", str(index)), ask.text, detail=why_words(ask))
            for index, ask in enumerate(asks)
        ]
        parts += [
            Row(Do("write"), say("Write a question of my own")),
            Row(Do("up"), say("Go back")),
        ]
        return View(
            where=(say("My questions"),), parts=tuple(parts), keys=frozenset({"back", "up"})
        )

    def do(self, visit: Visit, do: Do) -> Move | None:
        """Open one, or write one."""
        if do.action == "one":
            return push(OneAsk(visit.asks.asks[int(do.what)]))
        if do.action == "write":
            return push(Write())
        return STAY if do.action == "asked" else None


class OneAsk(Place):
    """One question of the list."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def view(self, visit: Visit, room: Room) -> View:
        """The question, and whether to take it off."""
        del visit, room
        return View(
            where=(say("My questions"),),
            parts=(
                Heading(self._ask.text),
                words(why_words(self._ask), "soft"),
                Gap(),
                Row(Do("up"), say("Keep it and go back")),
                Row(Do("remove"), say("Take it off the list")),
            ),
            keys=frozenset({"back", "up"}),
        )

    def do(self, visit: Visit, do: Do) -> Move | None:
        """Take it off."""
        if do.action != "remove":
            return None
        visit.asks.remove(self._ask)
        return Move("pop", said=say("Taken off the list."))


class Write(Place):
    """A question in the reader's own words."""

    def __init__(self) -> None:
        self._text = ""

    def view(self, visit: Visit, room: Room) -> View:
        """A field, and the rows that keep or drop it."""
        del visit, room
        return View(
            where=(say("My questions"),),
            parts=(
                Row(Do("keep"), say("Add it to my questions")),
                Row(Do("up"), say("Go back without adding")),
            ),
            keys=frozenset({"up"}),
            field=Field(say("My question"), self._text, live=False),
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
        if not text:
            return Move("stay", said=say("Type your question first."))
        added = visit.asks.add(Ask(text, "", "", "own"))
        said = say("Added to my questions.") if added else say("It is in my questions already.")
        return Move("pop", said=said)


def why_words(ask: Ask) -> str:
    """Why it is on the list."""
    return {
        "own": say("my own words"),
        "page": say("ask about this page"),
        "missed": say("not clear yet"),
        "unsure": say("I was not sure"),
    }[ask.why]

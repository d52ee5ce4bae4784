"""How it went: a kind sentence and the sum, then what keeps safe and is not clear, then what to do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import Navigation, Place, push
from edu_tui.journey.questions.feedback import right_answer_parts
from edu_tui.journey.reading.again import place_of
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, Words, words
from edu_tui.layout.text import spans
from edu_tui.model.module import title_of
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room, Tone
    from edu_tui.layout.part import Part
    from edu_tui.learning.item import Item
    from edu_tui.model.module import Module


class ResultsPolicy(ABC):
    """What differs between how a practice, a review and an exam are told of."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit

    @property
    @abstractmethod
    def items(self) -> tuple[Item, ...]:
        """Every question, in the order asked."""

    @abstractmethod
    def module_of(self, item: Item) -> Module:
        """The one that it is from."""

    @abstractmethod
    def where(self) -> tuple[str, ...]:
        """The top line."""

    @abstractmethod
    def opening(self) -> list[Part]:
        """A sentence, and the sum."""

    def safety(self) -> tuple[str, Tone]:
        """What is said of all that keeps safe, before what is not clear of it; empty for nothing."""
        return "", "plain"

    def unsafe(self) -> list[Item]:
        """What keeps safe and was answered, but is not clear."""
        return [
            item
            for item in self.items
            if item.question.must_know and item.mark in ("missed", "unsure")
        ]

    def to_read(self) -> list[Item]:
        """What is taught again at a row of its own."""
        return self.unsafe()

    def closing(self) -> list[Part]:
        """The rest, and what comes of it."""
        return []

    @abstractmethod
    def rows(self) -> list[Row]:
        """Ways on, but for reading again what is not safe yet."""

    def mark(self, item: Item) -> tuple[str, Tone]:
        """What became of a question, where all answers are shown."""
        return mark_words(item)

    def do(self, do: Request) -> Navigation | None:
        """What its own rows ask for."""
        del do
        return None


def mark_words(item: Item) -> tuple[str, Tone]:
    """What became of a question in practice."""
    tone: Tone = "good" if item.mark == "clear" else "talk"
    words_of_mark = {
        "clear": say("[+] Clear"),
        "missed": say("[~] To talk about"),
        "unsure": say("[?] To talk about: you were not sure"),
    }
    return words_of_mark.get(item.mark, say("[ ] Left for later")), tone


class Results(Place):
    """The outcome of a run that is over."""

    def __init__(self, policy: ResultsPolicy) -> None:
        self._policy = policy

    @override
    def view(self, room: Room) -> View:
        """The sum, what keeps safe, the rest, the rows."""
        policy = self._policy
        parts: list[Part | Row] = [*policy.opening()]
        safety, tone = policy.safety()
        parts += [Gap(), words(safety, tone)] if safety else []
        for item in policy.unsafe():
            ask = spans(item.question.ask, self.visit.voice(), "strong")
            parts += [Gap(), Words(ask, "! "), *right_answer_parts(self.visit, item)]
        closing = policy.closing()
        parts += [Gap(), *closing] if closing else []
        return View(
            where=policy.where(),
            parts=(*parts, Gap(), *self._read_again(), *policy.rows()),
            keys=frozenset({Action.BACK, Action.UP, Action.ASKED, Action.HOME}),
        )

    def _read_again(self) -> list[Row]:
        """What teaches that which is not safe yet, each once."""
        rows: dict[tuple[str, str], Row] = {}
        items = self._policy.items
        for item in self._policy.to_read():
            module, name = self._policy.module_of(item), item.question.teaches
            title = title_of(module, name)
            if title:
                label = say("Read again: {title}", title=title)
                rows[module.id, name] = Row(Request(Action.REREAD, str(items.index(item))), label)
        return list(rows.values())

    @override
    def shows(self) -> str:
        """The module that was asked about; empty where there were several."""
        modules = {self._policy.module_of(item).id for item in self._policy.items}
        return modules.pop() if len(modules) == 1 else ""

    @override
    def do(self, do: Request) -> Navigation | None:
        """Read again, see all answers, or what the run's own rows ask for."""
        if do.action is Action.REREAD:
            return self._reread(self._policy.items[int(do.what)])
        if do.action is Action.ANSWERS:
            from edu_tui.journey.questions.answers import Answers

            return push(Answers(self._policy.items, self._policy.mark))
        return self._policy.do(do)

    def _reread(self, item: Item) -> Navigation | None:
        module, back = self._policy.module_of(item), say("Back to how it went")
        place = place_of(module, item.question.teaches, back)
        return push(place) if place is not None else None

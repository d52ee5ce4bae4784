"""The take-away as one value, and what is chosen from it: what keeps the reader safe, what to ask.

No medicine is written here. What is safety is what a must-know question teaches; what anything is
carried for says its author (`purpose`). So a clinic's own modules are served like those that ship.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.layout.ask import is_about_question
from edu_tui.model import markup
from edu_tui.model.version import question_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from edu_tui.handout.plan import PlanNote
    from edu_tui.learning.my_questions import Ask
    from edu_tui.model.library import Library
    from edu_tui.model.module import Module, Section
    from edu_tui.model.question import Question
    from edu_tui.model.reference import Source, Term
    from edu_tui.model.review import State


class Unsure(NamedTuple):
    """A question that the reader missed or was not sure about."""

    module: Module
    question: Question


class Takeaway(NamedTuple):
    """Everything that one handout is made of."""

    library: Library
    language: str
    modules: tuple[Module, ...]
    """As their reader may see them, in the order of reading."""
    sources: Mapping[str, Source]
    terms: Mapping[str, Term]
    """By name and other forms, in lower case."""
    made_on: date
    asks: tuple[Ask, ...] = ()
    asked: Mapping[tuple[str, str], str] = {}
    """By module and unit name, what stands for a quiz question among these, as its module has it now."""
    unsure: tuple[Unsure, ...] = ()
    """What keeps the reader safe first; of any module, not of `modules` alone."""
    besides: tuple[Module, ...] = ()
    """Further modules, of which only what is in `unsure` is printed."""
    personal: bool = False
    """Whether it is one reader's own: their questions are theirs alone to see."""
    whole: bool = False
    """Whether the modules are printed in full."""
    versions: tuple[str, ...] = ()
    """Of the whole file of each module, also of those besides: that is what a clinician signs."""
    states: tuple[State, ...] = ()
    """How the sign-off of each of these stands on the day the take-away is made."""
    plan: PlanNote | None = None
    """What the reader was given to read, where they were; printed with its code."""
    left_out: Mapping[str, str] = MappingProxyType({})
    """Titles of modules that belong here and cannot be shown, by id."""

    @property
    def printed(self) -> tuple[Module, ...]:
        """Every module that something is printed of."""
        return (*self.modules, *self.besides)

    @property
    def is_whole_course(self) -> bool:
        """Whether it is about every module that patients read."""
        about = {*(module.id for module in self.modules), *self.left_out}
        return len(self.modules) > 1 and about.issuperset(self.library.for_patients())

    @property
    def has_a_day(self) -> bool:
        """Whether something is done to the reader, after which they go home."""
        return any(
            module.walkthrough or module.purposes.issuperset({"before", "after"})
            for module in self.modules
        )


class MustKnow(NamedTuple):
    """One thing that keeps the reader safe."""

    question: Question
    section: Section | None
    """What teaches it; None where that is a step or a route."""


def must_knows(modules: tuple[Module, ...]) -> list[MustKnow]:
    """What keeps the reader safe, nothing twice."""
    known: dict[str, MustKnow] = {}
    for module in modules:
        sections = {one.id: one for one in module.sections if one.key_message}
        for question in _must_know(module):
            section = sections.get(question.teaches)
            message = section.key_message if section else question.ask
            known.setdefault(message, MustKnow(question, section))
    return list(known.values())


def lists_in(text: str) -> list[markup.Block]:
    """The lists of a text, each with the paragraph that leads to it; what stands between them explains."""
    blocks = markup.parse(text)
    return [
        block
        for block, following in zip(blocks, [*blocks[1:], None], strict=True)
        if block.kind != "paragraph" or (following and following.kind != "paragraph")
    ]


def still_to_ask(takeaway: Takeaway) -> list[Ask]:
    """My questions, without those whose answer is in the take-away already."""
    return [
        ask
        for ask in takeaway.asks
        if ask.note or not ask.by_itself or not is_answered(ask, takeaway)
    ]


def known_words(ask: Ask, takeaway: Takeaway) -> str:
    """What it asks by its module; empty where that does not say it."""
    return takeaway.asked.get((ask.module, ask.place), "") if is_about_question(ask) else ""


def is_answered(ask: Ask, takeaway: Takeaway) -> bool:
    """Whether it is a question of the library whose answer is in the take-away."""
    answered = {(topic.module.id, question_unit(topic.question.id)) for topic in takeaway.unsure}
    return (ask.module, ask.place) in answered


def _must_know(module: Module) -> Iterator[Question]:
    return (question for question in module.questions if question.must_know)

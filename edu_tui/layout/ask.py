"""A thing to ask in a few words, for a nurse who is shown it.

What joined because a quiz question was not clear is put as a question to a person, never as what the
quiz asked: "You have thoughts of suicide. What do you do?" must not be read as if the reader said so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.model.markup import plain
from edu_tui.model.module import title_of
from edu_tui.model.version import question_unit
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edu_tui.learning.my_questions import Ask
    from edu_tui.model.module import Module
    from edu_tui.model.question import Question


def to_ask(module: Module, question: Question) -> str:
    """What to ask a nurse where this question is not clear, with the library's marks."""
    if question.to_ask:
        return question.to_ask
    title = title_of(module, question.teaches) or module.title
    return say("Please explain to me: {title}", title=title)


def is_about_question(ask: Ask) -> bool:
    """Whether it stands for a quiz question: its words are then worked out from the module."""
    return ask.why != "own" and ask.place.startswith("?")


def words_from(module: Module, ask: Ask) -> str:
    """What it asks by what the module says now, with the library's marks; empty where that is gone."""
    if not is_about_question(ask):
        return ""
    for question in module.questions:
        if question_unit(question.id) == ask.place:
            return to_ask(module, question)
    return ""


def asked_in(ask: Ask) -> str:
    """Before words that were kept with it, where nobody can work them out any more: a nurse may be shown
    the list, and they may be the quiz's own; empty for the reader's own.
    """
    return say("A quiz question:") if is_about_question(ask) else ""


def ask_words(ask: Ask, clinic: Mapping[str, str], known: str = "") -> str:
    """What it asks: in the words worked out for it, else in those kept with it, after what they are."""
    return plain(known, clinic) if known else f"{asked_in(ask)} {ask.shown(clinic)}".strip()

"""What is the reader's own on the take-away: what to ask, and what was not clear, with its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.handout.content import is_answered, still_to_ask
from edu_tui.layout.ask import asked_in
from edu_tui.layout.line import Span
from edu_tui.layout.part import Blank, Gap, Heading, Labelled, Words, words
from edu_tui.layout.text import spans, words_of
from edu_tui.model.kinds.body import right_reasons
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.handout.content import Takeaway
    from edu_tui.layout.part import Part
    from edu_tui.layout.text import TextVoice
    from edu_tui.learning.my_questions import Ask
    from edu_tui.model.question import Question

LINES = 3
"""Empty lines for more questions."""


def mine_parts(takeaway: Takeaway, voice: TextVoice) -> list[Part]:
    """My questions, with lines to write on; then what I was not sure about."""
    asks = still_to_ask(takeaway)
    titles = {module.id: module.title for module in takeaway.printed}
    made: list[Part] = [Gap(), Heading(say("My questions"), level=2), Gap()]
    made.append(words(say("Show these to a nurse or a doctor.")))
    made.append(Gap())
    for number, ask in enumerate(asks, 1):
        made += _ask(ask, number, titles.get(ask.module, ""), voice)
        if ask.by_itself and not is_answered(ask, takeaway):
            # A bare question would only frighten: it says at least who has the answer.
            made.append(Words((Span(say("Its answer is not on this paper. Please ask.")),), "   "))
    made += [Blank(f"{number}.") for number in range(len(asks) + 1, len(asks) + LINES + 1)]
    if takeaway.unsure:
        made += [Gap(), Heading(say("What I was not sure about"), level=2), Gap()]
        made.append(words(say("These are quiz questions, each with its answer.")))
    for one in takeaway.unsure:
        made += [Gap(), Heading(words_of(one.question.ask, voice)), Gap()]
        made += answer_parts(one.question, voice)
    return made


def answer_parts(question: Question, voice: TextVoice) -> list[Part]:
    """What is right, and why."""
    made: list[Part] = []
    for one in right_reasons(question.body):
        why = (_strong(one.text, voice), *spans(one.why, voice))
        if one.place:
            made.append(Words(spans(one.text, voice), f"{one.place}. "))
            made += [Words(spans(one.why, voice))] if one.why else []
        elif one.group:
            group = question.body.group_text(one.group, lambda text: words_of(text, voice))
            made.append(Labelled(group, why))
        else:
            made.append(Words(why, "- "))
    return made


def _ask(ask: Ask, number: int, title: str, voice: TextVoice) -> list[Part]:
    lead = f"{number}. "
    # A question of the library has the library's marks; a reader's words are only words.
    first, *others = ask.text.split("\n") if ask.why == "own" else [ask.shown(voice.clinic)]
    said: tuple[Span, ...] = (Span(first, "strong"),)
    if ask.by_itself:
        said = (Span(f"{asked_in(ask)} ", "soft"), *said)
    if title and ask.why != "own":
        said = (*said, Span(f" ({title})", "soft"))
    under = [Words((Span(one, "strong"),), " " * len(lead)) for one in others if one]
    notes = [Words((Span(one),), " " * len(lead)) for one in ask.note.split("\n") if one]
    return [Words(said, lead), *under, *notes]


def _strong(text: str, voice: TextVoice) -> Span:
    return Span(f"{_ended(words_of(text, voice))} ", "strong")


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."

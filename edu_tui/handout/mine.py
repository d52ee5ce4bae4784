"""What is the reader's own on the take-away: what to ask, and what was not clear, with its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.handout.content import is_answered, known_words, still_to_ask
from edu_tui.layout.ask import asked_in
from edu_tui.layout.line import Span
from edu_tui.layout.part import Blank, Gap, Heading, Labelled, Words, words
from edu_tui.layout.text import spans, words_of
from edu_tui.model.kinds.body import right_reasons
from edu_tui.model.markup import plain
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.handout.content import Takeaway
    from edu_tui.layout.part import Part
    from edu_tui.layout.text import TextVoice
    from edu_tui.learning.my_questions import Ask
    from edu_tui.model.question import Question

LINES = 3
"""Empty lines for more questions."""


def mine_parts(takeaway: Takeaway, voice: TextVoice, lines: int = LINES) -> list[Part]:
    """My questions, with lines to write on; then what I was not sure about."""
    asks = still_to_ask(takeaway)
    titles = {module.id: module.title for module in takeaway.printed}
    parts: list[Part] = [Gap(), Heading(say("My questions"), level=2), Gap()]
    parts.append(words(say("Show these to a nurse or a doctor.")))
    parts.append(Gap())
    for number, ask in enumerate(asks, 1):
        known = plain(known_words(ask, takeaway), voice.clinic)
        parts += _ask(ask, number, titles.get(ask.module, ""), known, voice)
        if ask.by_itself and not is_answered(ask, takeaway):
            # A bare question would only frighten: it says at least who has the answer.
            parts.append(Words((Span(say("Its answer is not on this paper. Please ask.")),), "   "))
    parts += [Blank(f"{number}.") for number in range(len(asks) + 1, len(asks) + lines + 1)]
    if takeaway.unsure:
        parts += [Gap(), Heading(say("What I was not sure about"), level=2), Gap()]
        parts.append(words(say("These are quiz questions, each with its answer.")))
    for topic in takeaway.unsure:
        parts += [Gap(), Heading(words_of(topic.question.ask, voice)), Gap()]
        parts += answer_parts(topic.question, voice)
    return parts


def answer_parts(question: Question, voice: TextVoice) -> list[Part]:
    """What is right, and why."""
    parts: list[Part] = []
    for reason in right_reasons(question.body):
        why = (_strong(reason.text, voice), *spans(reason.why, voice))
        if reason.place:
            parts.append(Words(spans(reason.text, voice), f"{reason.place}. "))
            parts += [Words(spans(reason.why, voice))] if reason.why else []
        elif reason.group:
            group = question.body.group_text(reason.group, lambda text: words_of(text, voice))
            parts.append(Labelled(group, why))
        else:
            parts.append(Words(why, "- "))
    return parts


def _ask(ask: Ask, number: int, title: str, known: str, voice: TextVoice) -> list[Part]:
    lead = f"{number}. "
    # A question of the library has the library's marks; a reader's words are only words.
    first, *others = ask.text.split("\n") if ask.why == "own" else [ask.shown(voice.clinic)]
    first = known or first
    line_spans: tuple[Span, ...] = (Span(first, "strong"),)
    if asked_in(ask) and not known:
        line_spans = (Span(f"{asked_in(ask)} ", "soft"), *line_spans)
    if title and ask.why != "own":
        line_spans = (*line_spans, Span(f" ({title})", "soft"))
    under = [Words((Span(text, "strong"),), " " * len(lead)) for text in others if text]
    notes = [Words((Span(text),), " " * len(lead)) for text in ask.note.split("\n") if text]
    return [Words(line_spans, lead), *under, *notes]


def _strong(text: str, voice: TextVoice) -> Span:
    return Span(f"{ended(words_of(text, voice))} ", "strong")


def ended(text: str) -> str:
    """As a sentence, so that what comes after begins a new one."""
    return text if text.endswith((".", "?", "!", ":")) else f"{text}."

"""Questions on paper: all to be tried first, the answers with their reasons apart from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from edu_tui.layout.line import Span
from edu_tui.layout.part import Gap, Heading, Labelled, Words, words
from edu_tui.layout.text import spans, words_of
from edu_tui.model.kinds.choice import Choice
from edu_tui.model.kinds.judge import Judge
from edu_tui.model.kinds.match import Match
from edu_tui.model.kinds.order import Order
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from edu_tui.layout.part import Part
    from edu_tui.layout.text import TextVoice
    from edu_tui.model.kinds.body import Reason
    from edu_tui.model.question import Question

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def questions_parts(questions: Sequence[Question], voice: TextVoice) -> list[Part]:
    """Each question with what there is to choose; nothing in it tells the answer."""
    if not questions:
        return []
    parts: list[Part] = [Gap(), Heading(say("Questions"), level=2)]
    for number, question in enumerate(questions, 1):
        parts += [Gap(), Heading(_title(number, len(questions))), Words(spans(question.ask, voice))]
        parts += [words(_how(question)), *_choices(question, voice)]
    return parts


def answers_parts(questions: Sequence[Question], voice: TextVoice) -> list[Part]:
    """The answer to each, and why; then why the others are not."""
    if not questions:
        return []
    parts: list[Part] = [Gap(), Heading(say("Answers and why"), level=2)]
    for number, question in enumerate(questions, 1):
        parts += [Gap(), Heading(_title(number, len(questions))), Words(spans(question.ask, voice))]
        if question.must_know:
            parts.append(words(say("This one keeps you safe.")))
        parts += _answer(question, voice)
        if question.teach_back:
            parts.append(Labelled(say("In your own words"), spans(question.teach_back, voice)))
    return parts


def question_texts(questions: Sequence[Question]) -> Iterator[str]:
    """Every text of the questions that may cite a source, in the order of reading."""
    for question in questions:
        yield question.ask
    for question in questions:
        yield from (reason.why for _, reason in _lettered(question))


def _title(number: int, total: int) -> str:
    return say("Question {n} of {total}", n=number, total=total)


def _how(question: Question) -> str:
    body = question.body
    match body:
        case Choice():
            return (
                say("Choose one.") if body.to_choose == 1 else say("Choose {n}.", n=body.to_choose)
            )
        case Order():
            return say("Put them in order: first what comes first.")
        case Judge():
            return say("Sort each one: {groups}.", groups=", ".join(body.groups))
        case Match():
            return say("Match each letter with a number.")
        case _:
            assert_never(body)


def _choices(question: Question, voice: TextVoice) -> list[Part]:
    lettered = sorted(_lettered(question), key=lambda pair: pair[0])
    choices: list[Part] = [
        Words(spans(reason.text, voice), f"{letter}) ") for letter, reason in lettered
    ]
    for group, number in _numbered(question).items():
        text = question.body.group_text(group, str)
        choices += [*([Gap()] if number == 1 else []), Words(spans(text, voice), f"{number}. ")]
    return choices


def _answer(question: Question, voice: TextVoice) -> list[Part]:
    parts: list[Part] = []
    for letter, reason in _lettered(question):
        if reason.place:
            text = (Span(f"{letter}) "), *spans(reason.text, voice))
            parts.append(Words(text, f"{reason.place}. "))
            parts += [Words(spans(reason.why, voice))] if reason.why else []
        else:
            span = Span(f"{letter}) {_ended(words_of(reason.text, voice))} ", "strong")
            parts.append(
                Labelled(_label(question, reason, voice), (span, *spans(reason.why, voice)))
            )
    return parts


def _label(question: Question, reason: Reason, voice: TextVoice) -> str:
    """Whether an option is right; or what a thing is sorted into or matched with."""
    if not reason.group:
        return say("Yes") if reason.right else say("No")
    group = question.body.group_text(reason.group, lambda text: words_of(text, voice))
    number = _numbered(question).get(reason.group)
    return f"{number}. {group}" if number else group


def _lettered(question: Question) -> list[tuple[str, Reason]]:
    """What there is to choose with its letter: the right ones first, an order in its right order."""
    body = question.body
    ids, _ = body.on_paper(keep_order=question.keep_order)
    letters = dict(zip(ids, LETTERS, strict=False))
    reasons = (
        (letters[reason.id], reason) for reason in body.review(body.empty) if reason.id in letters
    )
    return sorted(reasons, key=lambda pair: (not pair[1].right, pair[1].place, pair[0]))


def _numbered(question: Question) -> dict[str, int]:
    """The groups that are listed, by the numbers that stand before them."""
    _, groups = question.body.on_paper(keep_order=question.keep_order)
    return {group: number for number, group in enumerate(groups, 1)}


def _ended(text: str) -> str:
    """As a sentence, so that the reason after it begins a new one."""
    return text if text.endswith((".", "?", "!")) else f"{text}."

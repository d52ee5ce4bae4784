"""Questions on paper: all to be tried first, the answers with their reasons apart from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from edu_tui.layout.line import Span
from edu_tui.layout.part import Gap, Heading, Labelled, Words, words
from edu_tui.layout.text import spans, words_of
from edu_tui.model.kinds.choice import Choice
from edu_tui.model.kinds.judge import Judge
from edu_tui.model.kinds.order import Order
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from edu_tui.layout.part import Part
    from edu_tui.layout.text import Voice
    from edu_tui.model.kinds.body import Reason
    from edu_tui.model.question import Question

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def questions_parts(questions: Sequence[Question], voice: Voice) -> list[Part]:
    """Each question with what there is to choose; nothing in it tells the answer."""
    if not questions:
        return []
    made: list[Part] = [Gap(), Heading(say("Questions"), level=2)]
    for number, question in enumerate(questions, 1):
        made += [Gap(), Heading(_title(number, len(questions))), Words(spans(question.ask, voice))]
        made += [words(_how(question)), *_choices(question, voice)]
    return made


def answers_parts(questions: Sequence[Question], voice: Voice) -> list[Part]:
    """The answer to each, and why; then why the others are not."""
    if not questions:
        return []
    made: list[Part] = [Gap(), Heading(say("Answers and why"), level=2)]
    for number, question in enumerate(questions, 1):
        made += [Gap(), Heading(_title(number, len(questions))), Words(spans(question.ask, voice))]
        if question.must_know:
            made.append(words(say("This one keeps you safe.")))
        made += _answer(question, voice)
        if question.teach_back:
            made.append(Labelled(say("In your own words"), spans(question.teach_back, voice)))
    return made


def question_texts(questions: Sequence[Question]) -> Iterator[str]:
    """Every text of the questions that may cite a source, in the order of reading."""
    for question in questions:
        yield question.ask
    for question in questions:
        yield from (one.why for _, one in _lettered(question))


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
        case _:
            assert_never(body)


def _choices(question: Question, voice: Voice) -> list[Part]:
    return [
        Words(spans(one.text, voice), f"{letter}) ")
        for letter, one in sorted(_lettered(question), key=lambda pair: pair[0])
    ]


def _answer(question: Question, voice: Voice) -> list[Part]:
    made: list[Part] = []
    for letter, one in _lettered(question):
        if one.place:
            text = (Span(f"{letter}) "), *spans(one.text, voice))
            made.append(Words(text, f"{one.place}. "))
            made += [Words(spans(one.why, voice))] if one.why else []
            continue
        label = say("Yes") if one.right else say("No")
        if one.group:
            label = question.body.group_text(one.group, lambda text: words_of(text, voice))
        said = Span(f"{letter}) {_ended(words_of(one.text, voice))} ", "strong")
        made.append(Labelled(label, (said, *spans(one.why, voice))))
    return made


def _lettered(question: Question) -> list[tuple[str, Reason]]:
    """What there is to choose with its letter: the right ones first, an order in its right order."""
    body = question.body
    letters = dict(zip(body.on_paper(keep_order=question.keep_order), LETTERS, strict=False))
    reasons = ((letters[one.id], one) for one in body.review(body.empty) if one.id in letters)
    return sorted(reasons, key=lambda pair: (not pair[1].right, pair[1].place, pair[0]))


def _ended(text: str) -> str:
    """As a sentence, so that the reason after it begins a new one."""
    return text if text.endswith((".", "?", "!")) else f"{text}."

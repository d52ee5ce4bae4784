"""Questions on paper: all to be tried first, the answers with their reasons apart from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.layout.line import Span
from edu_tui.layout.part import Gap, Heading, Labelled, Words, words
from edu_tui.layout.text import spans, words_of
from edu_tui.model.question import Choice, Order
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from edu_tui.layout.part import Part
    from edu_tui.layout.text import Voice
    from edu_tui.model.question import Judge, Option, OrderItem, Question

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
        body = question.body
        if isinstance(body, Order):
            yield body.why
        elif isinstance(body, Choice):
            yield from (one.why for _, one in _reasons(question, body))
        else:
            yield from (one.why for one in body.situations)


def _title(number: int, total: int) -> str:
    return say("Question {n} of {total}", n=number, total=total)


def _how(question: Question) -> str:
    body = question.body
    if isinstance(body, Order):
        return say("Put them in order: first what comes first.")
    if isinstance(body, Choice):
        count = len(body.right)
        return say("Choose one.") if count == 1 else say("Choose {n}.", n=count)
    return say("Sort each one: {groups}.", groups=", ".join(body.groups))


def _choices(question: Question, voice: Voice) -> list[Part]:
    body = question.body
    if isinstance(body, Choice):
        texts = [one.text for one in _options(question, body)]
    elif isinstance(body, Order):
        texts = [one.text for one in _mixed(body.items)]
    else:
        texts = [one.text for one in body.situations]
    return [
        Words(spans(text, voice), f"{letter}) ")
        for letter, text in zip(LETTERS, texts, strict=False)
    ]


def _options(question: Question, body: Choice) -> Sequence[Option]:
    """By their words, for the author writes the right one first; numbers stay as they are."""
    if question.keep_order or question.kind == "number":
        return body.options
    return sorted(body.options, key=lambda one: one.text.casefold())


def _mixed(items: tuple[OrderItem, ...]) -> list[OrderItem]:
    """By their words, unless that is the right order."""
    mixed = sorted(items, key=lambda one: one.text.casefold())
    return mixed if tuple(mixed) != items else [*mixed[1:], *mixed[:1]]


def _answer(question: Question, voice: Voice) -> list[Part]:
    body = question.body
    if isinstance(body, Choice):
        return [
            Labelled(
                say("Yes") if one.right else say("No"),
                (
                    Span(f"{letter}) {_ended(words_of(one.text, voice))} ", "strong"),
                    *spans(one.why, voice),
                ),
            )
            for letter, one in _reasons(question, body)
        ]
    if isinstance(body, Order):
        lettered = {
            one.id: letter for letter, one in zip(LETTERS, _mixed(body.items), strict=False)
        }
        made: list[Part] = [
            Words((Span(f"{lettered[one.id]}) "), *spans(one.text, voice)), f"{n}. ")
            for n, one in enumerate(body.items, 1)
        ]
        return [*made, Words(spans(body.why, voice))] if body.why else made
    return _sorted(body, voice)


def _reasons(question: Question, body: Choice) -> list[tuple[str, Option]]:
    """The options with their letters, the right ones first."""
    lettered = zip(LETTERS, _options(question, body), strict=False)
    return sorted(lettered, key=lambda pair: not pair[1].right)


def _sorted(body: Judge, voice: Voice) -> list[Part]:
    return [
        Labelled(
            one.group,
            (
                Span(f"{letter}) {_ended(words_of(one.text, voice))} ", "strong"),
                *spans(one.why, voice),
            ),
        )
        for letter, one in zip(LETTERS, body.situations, strict=False)
    ]


def _ended(text: str) -> str:
    """As a sentence, so that the reason after it begins a new one."""
    return text if text.endswith((".", "?", "!")) else f"{text}."

"""A question's rows, and what is told after an answer: the program's kind words, the author's reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.view import Request, Row
from edu_tui.layout.line import Span
from edu_tui.layout.part import Box, Gap, Words, words
from edu_tui.layout.text import spans, words_of
from edu_tui.learning.answer import to_choose
from edu_tui.model.question import Choice, Judge, Order
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Tone
    from edu_tui.layout.part import Part
    from edu_tui.layout.text import Voice
    from edu_tui.learning.item import Item
    from edu_tui.learning.reason import Reason, Verdict
    from edu_tui.model.question import Question


def option_rows(visit: Visit, item: Item, situation: str, *, unsure: bool) -> list[Part | Row]:
    """What can be chosen now, and "I'm not sure" at the end."""
    body, voice = item.question.body, visit.voice()
    rows: list[Part | Row]
    if isinstance(body, Choice):
        rows = [_option(item, name, body, voice, unsure=unsure) for name in item.shown]
    elif isinstance(body, Order):
        rows = [_place(item, name, body, voice) for name in item.shown]
    elif situation:
        rows = _groups(item, situation, body, voice)
    else:
        rows = [_sorted(item, name, body, voice) for name in item.shown]
    mark = "(*)" if unsure else "( )"
    return [*rows, Row(Request(Action.UNSURE), say("I'm not sure"), mark)]


def asked_texts(question: Question) -> tuple[str, ...]:
    """What is asked and what there is to choose, as written."""
    body = question.body
    if isinstance(body, Choice):
        chosen = [one.text for one in body.options]
    elif isinstance(body, Order):
        chosen = [one.text for one in body.items]
    else:
        chosen = [one.text for one in body.situations]
    return (question.ask, *chosen)


def row_of(item: Item, do: Request, situation: str) -> int:
    """Which row was chosen: it keeps the focus."""
    if do.action is Action.UNSURE:
        body = item.question.body
        return len(body.groups) if isinstance(body, Judge) and situation else len(item.shown)
    return item.shown.index(do.what) if do.what in item.shown else 0


def _option(item: Item, name: str, body: Choice, voice: Voice, *, unsure: bool) -> Row:
    option = next(one for one in body.options if one.id == name)
    chosen = item.is_chosen(name) and not unsure
    if item.question.kind == "multiple":
        mark = "[x]" if chosen else "[ ]"
    else:
        mark = "(*)" if chosen else "( )"
    detail = say("tried") if name in item.tried else ""
    label = words_of(option.text, voice)
    return Row(Request(Action.OPTION, name), label, " - " if name in item.tried else mark, detail)


def _place(item: Item, name: str, body: Order, voice: Voice) -> Row:
    text = words_of(next(one.text for one in body.items if one.id == name), voice)
    place = item.place_of(name)
    return Row(Request(Action.OPTION, name), text, f"[{place}]" if place else "[ ]")


def _groups(item: Item, situation: str, body: Judge, voice: Voice) -> list[Part | Row]:
    text = next(one.text for one in body.situations if one.id == situation)
    number = item.shown.index(situation) + 1
    head = say("{n} of {total}", n=number, total=len(item.shown))
    chosen = item.group_of(situation)
    rows: list[Part | Row] = [Words(spans(text, voice, "strong"), f"{head}: "), Gap()]
    rows += [
        Row(Request(Action.GROUP, group), group, "(*)" if group == chosen else "( )")
        for group in body.groups
    ]
    return rows


def _sorted(item: Item, name: str, body: Judge, voice: Voice) -> Row:
    text = words_of(next(one.text for one in body.situations if one.id == name), voice)
    return Row(Request(Action.SITUATION, name), text, detail=f"({item.group_of(name)})")


def told(visit: Visit, item: Item, look: str) -> list[Part]:
    """How to answer; or what became of the answer, and why."""
    verdict = item.verdict
    if verdict is None:
        if item.done:
            return [Gap(), words(say("You left this question for now."))]
        return [words(_how(item), "soft")]
    if verdict.kind == "try-again":
        return [*_try_again(visit, item, verdict, look), words(_how(item), "soft")]
    return _final(visit, item, verdict)


def _how(item: Item) -> str:
    kind = item.question.kind
    if kind == "multiple":
        return say("Choose {n}.", n=to_choose(item.question))
    if kind == "order":
        return say("Choose them in order: first what comes first.")
    if kind == "judge":
        return say("Sort each one. You can change it before you check.")
    if item.is_complete:
        return say("Choose it again to check, or choose another.")
    return say("Choose one.")


def _try_again(visit: Visit, item: Item, verdict: Verdict, look: str) -> list[Part]:
    made: list[Part] = [Gap()]
    lines = [Span(say("Not quite yet. "), "strong")]
    for reason in verdict.reasons:
        said = words_of(reason.text, visit.voice())
        lines.append(Span(f"{said}: " if len(verdict.reasons) > 1 else ""))
        lines += [*spans(reason.why, visit.voice()), Span(" ")]
    if item.question.kind == "order":
        lines.append(Span(say("Some are not in their place. ")))
    elif not verdict.reasons:
        lines.append(Span(say("Something is still missing. ")))
    if verdict.hint:
        lines += [*spans(verdict.hint, visit.voice()), Span(" ")]
    if look:
        lines.append(Span(say("You can look at: {title}.", title=look), "soft"))
    made.append(Box(say("Try once more"), tuple(lines), "talk"))
    return made


def _final(visit: Visit, item: Item, verdict: Verdict) -> list[Part]:
    heads: dict[str, tuple[str, Tone]] = {
        "right": (say("[+] That's right."), "good"),
        "shown": (say("[~] Not quite. Here is the answer."), "talk"),
        "unsure": (say("[?] Good that you said so. Here is the answer."), "talk"),
        "noted": (say("Noted."), "plain"),
    }
    head, tone = heads[verdict.kind]
    made: list[Part] = [Gap(), words(head, tone)]
    for reason in verdict.reasons:
        made += reason_parts(visit, reason, item)
    if item.mark != "clear":
        made += [Gap(), words(_aside(visit, item), "soft")]
    return made


def _aside(visit: Visit, item: Item) -> str:
    if item.question.must_know and visit.profile.in_clinic:
        return say(
            "This one keeps you safe. Please talk about it with a nurse before you go. "
            "It is in my questions now."
        )
    if item.question.must_know:
        return say(
            "This one keeps you safe. Please talk about it with your clinic. "
            "It is in my questions now."
        )
    return say("It is in my questions now, so that you can ask a person.")


def reason_parts(visit: Visit, reason: Reason, item: Item) -> list[Part]:
    """One option, item or situation, whether it is so, and why."""
    body, text = item.question.body, words_of(reason.text, visit.voice())
    if isinstance(body, Order):
        number = next(i for i, one in enumerate(body.items, 1) if one.id == reason.id)
        made: list[Part] = [words(f"{number}. {text}")]
        return [*made, Gap(), Words(spans(reason.why, visit.voice()))] if reason.why else made
    label = f"{text} ({reason.group})" if reason.group else text
    if not reason.right:
        label = say("{text} (your answer)", text=label) if reason.chosen else label
    return [
        Gap(),
        Words((Span(label, "strong" if reason.right else "plain"),)),
        Words(spans(reason.why, visit.voice()), "  "),
    ]


def answer_of(visit: Visit, item: Item) -> str:
    """The right answer in a few words."""
    body, voice = item.question.body, visit.voice()
    if isinstance(body, Choice):
        return ", ".join(words_of(one.text, voice) for one in body.options if one.right)
    if isinstance(body, Order):
        return ", ".join(words_of(one.text, voice) for one in body.items)
    return "; ".join(f"{words_of(one.text, voice)}: {one.group}" for one in body.situations)

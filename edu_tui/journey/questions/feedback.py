"""A question's rows, and what is told after an answer: the program's kind words, the author's reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from edu_tui.journey.action import Action
from edu_tui.journey.view import Request, Row
from edu_tui.layout.line import Span
from edu_tui.layout.part import Box, Gap, Labelled, Words, words
from edu_tui.layout.text import spans, words_of
from edu_tui.model.kinds.choice import Choice
from edu_tui.model.kinds.judge import Judge
from edu_tui.model.kinds.match import Match
from edu_tui.model.kinds.order import Order
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Tone
    from edu_tui.layout.part import Part
    from edu_tui.layout.text import TextVoice
    from edu_tui.learning.item import Item
    from edu_tui.learning.reason import Verdict
    from edu_tui.model.kinds.body import Reason
    from edu_tui.model.question import Question


def option_rows(visit: Visit, item: Item, situation: str, *, unsure: bool) -> list[Part | Row]:
    """What can be chosen now, and "I'm not sure" at the end."""
    rows: list[Part | Row]
    if item.groups:
        rows = _groups(item, situation, visit.voice())
    else:
        rows = [*_rows(visit, item, item.shown, unsure=unsure)]
    mark = "(*)" if unsure else "( )"
    return [*rows, Row(Request(Action.UNSURE), say("I'm not sure"), mark)]


def order_rows(item: Item) -> list[Row]:
    """What can be done to an order as a whole; nothing where there is none."""
    if not isinstance(item.question.body, Order):
        return []
    return [
        Row(Request(Action.UNDO), say("Take the last one back")),
        Row(Request(Action.CLEAR), say("Start again")),
    ]


def sorted_rows(visit: Visit, item: Item) -> list[Part | Row]:
    """What is sorted or matched so far, to change one; all of it after a try.

    They are asked for in the order of these rows, so that each new one stands last and places stay.
    """
    names = [name for name in item.shown if item.tries or item.is_chosen(name)]
    if not item.groups or not names:
        return []
    head = words(say("To change one, choose it:"), "soft")
    return [Gap(), head, *_rows(visit, item, names, unsure=False)]


def _rows(visit: Visit, item: Item, names: Sequence[str], *, unsure: bool) -> list[Row]:
    voice = visit.voice()
    texts = {reason.id: words_of(reason.text, voice) for reason in item.question.body.review(())}
    return [_row(item, name, texts[name], voice, unsure=unsure) for name in names]


def asked_texts(question: Question) -> tuple[str, ...]:
    """What is asked and what there is to choose, as written."""
    return (question.ask, *question.body.texts)


def unsure_row(item: Item) -> int:
    """Where "I'm not sure" stands; the row that leads on is the next."""
    return len(item.groups or item.shown)


def row_of(item: Item, do: Request) -> int:
    """Which row was chosen: it keeps the focus."""
    if do.action is Action.UNSURE:
        return unsure_row(item)
    return item.shown.index(do.what) if do.what in item.shown and not item.groups else 0


def _row(item: Item, name: str, text: str, voice: TextVoice, *, unsure: bool) -> Row:
    """One thing to choose, place or sort, with what became of it in characters."""
    body = item.question.body
    match body:
        case Choice():
            chosen = item.is_chosen(name) and not unsure
            one, mark = ("[x]", "[ ]") if body.to_choose > 1 else ("(*)", "( )")
            if name in item.tried:
                return Row(Request(Action.OPTION, name), text, " - ", say("tried"))
            return Row(Request(Action.OPTION, name), text, one if chosen else mark)
        case Order():
            return Row(Request(Action.OPTION, name), text, f"[{item.place_of(name) or ' '}]")
        case Judge() | Match():
            group = _group(item, name, voice)
            return Row(Request(Action.SITUATION, name), text, detail=f"({group})" if group else "")
        case _:
            assert_never(body)


def _group(item: Item, name: str, voice: TextVoice) -> str:
    """The words of the group that a situation is sorted into; empty when it is not yet."""
    group = item.group_of(name)
    return item.question.body.group_text(group, lambda text: words_of(text, voice)) if group else ""


def _groups(item: Item, situation: str, voice: TextVoice) -> list[Part | Row]:
    body = item.question.body
    text = next(reason.text for reason in body.review(()) if reason.id == situation)
    number = item.shown.index(situation) + 1
    head = say("{n} of {total}", n=number, total=len(item.shown))
    chosen = item.group_of(situation)
    rows: list[Part | Row] = [Words(spans(text, voice, "strong"), f"{head}: "), Gap()]
    for group in item.groups:
        label = body.group_text(group, lambda text: words_of(text, voice))
        mark = "(*)" if group == chosen else "( )"
        taken = _taken(item, situation, group, voice)
        rows.append(Row(Request(Action.GROUP, group), label, mark, taken))
    return rows


def _taken(item: Item, situation: str, group: str, voice: TextVoice) -> str:
    """What else is matched with it, for each is used once; nothing where things are sorted."""
    body = item.question.body
    match body:
        case Match():
            texts = {reason.id: words_of(reason.text, voice) for reason in body.review(())}
            others = (one for one in item.shown if one != situation and item.group_of(one) == group)
            named = "; ".join(texts[one] for one in others)
            return say("with: {texts}", texts=named) if named else ""
        case Choice() | Order() | Judge():
            return ""
        case _:
            assert_never(body)


def clue_parts(visit: Visit, item: Item) -> list[Part]:
    """The author's hint, before the first try."""
    return [Gap(), Box(say("A clue"), spans(item.question.hint, visit.voice()), "talk")]


def feedback_parts(visit: Visit, item: Item, *, unsure: bool) -> list[Part]:
    """How to answer, `unsure` where "I'm not sure" is chosen; or what became of the answer, and why."""
    verdict = item.verdict
    if verdict is None:
        if item.done:
            return [Gap(), words(say("You left this question for now."))]
        return [words(how_to_answer(item, unsure=unsure), "soft")]
    if verdict.kind == "try-again":
        return [*_try_again(visit, verdict), words(how_to_answer(item, unsure=unsure), "soft")]
    return _final(visit, item, verdict)


def how_to_answer(item: Item, *, checks: bool = True, unsure: bool = False) -> str:
    """How to answer; `checks` where the answer is checked on the spot."""
    body = item.question.body
    if unsure:
        return say("To check, choose it again.")
    match body:
        case Choice() if body.to_choose > 1:
            return say("Choose {n}.", n=body.to_choose)
        case Choice():
            again = checks and item.is_complete
            return say("To check, choose it again.") if again else say("Choose one.")
        case Order():
            if item.is_complete:
                return say("To move one, choose it.")
            return say("Choose them in order, first to last.")
        case Judge():
            message = say("Sort each one.")
        case Match():
            message = say("Find what belongs to each one.")
        case _:
            assert_never(body)
    return f"{message} {say('You can change it before you check.')}" if checks else message


def _try_again(visit: Visit, verdict: Verdict) -> list[Part]:
    parts: list[Part] = [Gap()]
    lines = [Span(say("Not quite yet. "), "strong")]
    for reason in verdict.reasons:
        message = words_of(reason.text, visit.voice())
        lines.append(Span(f"{message}: " if len(verdict.reasons) > 1 else ""))
        lines += [*spans(reason.why, visit.voice()), Span(" ")]
    if not verdict.reasons:
        lines.append(Span(say("Some are not in their place. ")))
    if verdict.hint:
        lines += [*spans(verdict.hint, visit.voice()), Span(" ")]
    parts.append(Box(say("Try once more"), tuple(lines), "talk"))
    return parts


def _final(visit: Visit, item: Item, verdict: Verdict) -> list[Part]:
    heads: dict[str, tuple[str, Tone]] = {
        "right": (say("[+] That's right."), "good"),
        "shown": (say("[~] Not quite. Here is the answer."), "talk"),
        "unsure": (say("[?] Good that you said so. Here is the answer."), "talk"),
        "noted": (say("Noted."), "plain"),
    }
    head, tone = heads[verdict.kind]
    parts: list[Part] = [Gap(), words(head, tone)]
    for reason in verdict.reasons:
        parts += reason_parts(visit, reason, item)
    if item.mark != "clear":
        parts += [Gap(), words(_aside(visit, item), "soft")]
    return parts


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
    voice = visit.voice()
    text = words_of(reason.text, voice)
    if reason.place:
        parts: list[Part] = [words(f"{reason.place}. {text}")]
        return [*parts, Gap(), Words(spans(reason.why, voice))] if reason.why else parts
    label = _with_group(item, reason, " ({group})", voice)
    if not reason.right:
        label = say("{text} (your answer)", text=label) if reason.chosen else label
    return [
        Gap(),
        Words((Span(label, "strong" if reason.right else "plain"),)),
        Words(spans(reason.why, visit.voice()), "  "),
    ]


def right_answer_parts(visit: Visit, item: Item) -> list[Part]:
    """The right answer, a thing a row; what the reader said instead; why."""
    # After a first miss the answer is empty again, or only what of it was right.
    given = item.answer if item.missed is None else item.missed
    reasons, voice = item.question.body.review(given), visit.voice()
    right = [reason for reason in reasons if reason.right]
    answers = [_with_group(item, reason, ": {group}", voice) for reason in right]
    if len(right) == 1:
        parts: list[Part] = [Labelled(say("Answer"), (Span(answers[0], "strong"),))]
    else:
        leads = [f"  {reason.place or '-'}{'.' if reason.place else ''} " for reason in right]
        listed = zip(answers, leads, strict=True)
        parts = [
            words(say("Answer"), "label"),
            *(Words((Span(text),), lead) for text, lead in listed),
        ]
    wrong = [reason for reason in reasons if reason.chosen and not reason.right]
    if item.mark != "missed":
        wrong = []
    for reason in wrong:
        text = _with_group(item, reason, ": {group}", voice)
        parts.append(Labelled(say("You said"), (Span(text),)))
    whys = right if len(right) == 1 else wrong
    parts += [Labelled(say("Why"), spans(reason.why, voice)) for reason in whys if reason.why]
    return parts


def _with_group(item: Item, reason: Reason, form: str, voice: TextVoice) -> str:
    """A reason's text, with the group that it speaks of where there is one."""
    text = words_of(reason.text, voice)
    if not reason.group:
        return text
    group = item.question.body.group_text(reason.group, lambda one: words_of(one, voice))
    return text + form.replace("{group}", group)

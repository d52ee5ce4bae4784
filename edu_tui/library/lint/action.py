"""S: something to remember, someone to call, a way to show it was understood."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.lint.rule import Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.lint.subject import Subject

_CALLS = """
911 988 112 999 ask call calls called calling phone ring tell tells text avise llame pregunte dígale
"""
_SAYS_WHOM = frozenset(_CALLS.split())
_YES_OR_NO = re.compile(
    r"(?:^|[.!?:]\s+)(?:so,? |now,? )?(?:do|did|does|are|is|was|were|will|can|could|have|has|would|should) (?:you|it|this|that|i|we|everything|there)\b[^?]*\?",
    re.I,
)
_OPEN = re.compile(
    r"\b(?:tell|show|explain|say|describe|teach|name|walk|how|what|when|where|which|who|whom|why)\b",
    re.I,
)


def _no_key_message(subject: Subject) -> Iterator[Problem]:
    asked = {question.teaches for question in subject.module.questions}
    for part, section in subject.sections:
        to_act_on = section.id in asked or any(
            callout.kind != "tip" for callout in section.callouts
        )
        if part.audience == "patient" and to_act_on and not section.key_message:
            message = "no `key_message`: write the one thing to remember of this section"
            yield Problem(message, part)


def _nobody_to_call(subject: Subject) -> Iterator[Problem]:
    must = next(
        (
            part
            for part, question in subject.questions
            if question.must_know and part.audience == "patient"
        ),
        None,
    )
    if must is None or not _SAYS_WHOM.isdisjoint(subject.vocabulary):
        return
    if not any(box.kind == "call" for _, section in subject.sections for box in section.callouts):
        message = "a must-know, and nowhere whom to call or tell: add a `call:` box to a section"
        yield Problem(message, must)


def _no_teach_back(subject: Subject) -> Iterator[Problem]:
    for part, question in subject.questions:
        unit = part.unit("teach_back")
        if unit is None:
            if question.must_know and part.audience == "patient":
                message = (
                    "a must-know without `teach_back`: write what the nurse asks the patient to"
                )
                yield Problem(f'{message} say: "Tell us how ..."', part)
        elif (match := _YES_OR_NO.search(unit.plain)) and not _OPEN.search(
            unit.plain[: match.start()] + unit.plain[match.end() :]
        ):
            message = 'can be answered with yes or no: begin with "Tell us" or "How"'
            yield Problem(message, unit, match.start())


RULES: tuple[Rule, ...] = (
    Rule(
        "S203",
        "warning",
        "A key message where there is something to act on",
        "Who is asked about a section, or warned in it, needs to be told what matters most there.",
        "A section with a `warning` and no `key_message`",
        "key_message: Someone else takes you home.",
        _no_key_message,
        "Sections with a question, a warning or a call-out.",
    ),
    Rule(
        "S215",
        "warning",
        "A must-know says whom to call",
        "Who has understood the danger has to know whom to turn to.",
        "A must-know question in a module that never says whom to call, tell or ask",
        "call: Call {clinic.phone}.",
        _nobody_to_call,
    ),
    Rule(
        "S218",
        "error",
        "A must-know has a teach-back that cannot be answered yes or no",
        "People say yes when asked if they have understood.",
        "Do you understand that you may not drive?",
        "Tell us in your own words how you get home.",
        _no_teach_back,
    ),
)

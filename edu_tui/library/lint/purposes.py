"""T: what of a module its reader takes along, and for what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.lint.rule import Problem, Rule
from edu_tui.model.module import PURPOSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from edu_tui.library.lint.subject import Subject


def _lacking(subject: Subject) -> Iterator[Problem]:
    if not (subject.is_for_patients and subject.sections):
        return
    module = subject.module
    held = module.for_audience("patient").purposes
    missing = [name for name in PURPOSES if name not in held and name not in module.not_about]
    if missing:
        message = f"nothing to take along for {_listed(missing)}: write such a `purpose` on a "
        message += f"section or a box, or `not_about: [{', '.join(missing)}]`"
        yield Problem(message, None)
    if denied := [name for name in module.not_about if name in held]:
        message = f"`not_about` has {_listed(denied)}, and a part of this module is for it: "
        yield Problem(f"{message}delete it there", None)


def _nowhere(subject: Subject) -> Iterator[Problem]:
    asked = {question.teaches for question in subject.module.questions if question.must_know}
    for part, section in subject.sections:
        if part.audience == "patient" and section.id in asked and section.purpose is None:
            message = "a must-know teaches this, and it has no `purpose`: say what it is "
            yield Problem(f"{message}carried for: {', '.join(PURPOSES)}", part)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


RULES: tuple[Rule, ...] = (
    Rule(
        "T901",
        "warning",
        "A module says what it is carried for",
        "What a patient needs on the day is on the paper only where its author says what it is for.",
        "A module without `purpose: ask`, and without `not_about: [ask]`",
        "not_about: [ask]",
        _lacking,
        "Modules for patients.",
    ),
    Rule(
        "T902",
        "warning",
        "What a must-know teaches has a purpose",
        "What keeps a patient safe has to stand where they look for it.",
        "A must-know about a section without `purpose`",
        "purpose: after",
        _nowhere,
        "Sections of modules for patients.",
    ),
)

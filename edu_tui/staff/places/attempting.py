"""An attempt as something that happens: begun, taken up again, chosen, handed in, each on record."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from edu_tui.learning.answer import as_plain, from_plain
from edu_tui.model.version import asked_version, question_unit, unit_versions
from edu_tui.staff.learning.assessment import Attempt, draw, passed_parts
from edu_tui.staff.learning.event import (
    AnswerChosen,
    AnswerHandedIn,
    AttemptBegun,
    AttemptEnded,
    AttemptVoided,
)
from edu_tui.staff.learning.renewal import good_until
from edu_tui.staff.places import onboarding

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.learning.event import Event
    from edu_tui.learning.item import Item
    from edu_tui.model.library import Course
    from edu_tui.model.module import Module
    from edu_tui.staff.learning.attempts import BegunAttempt

SEEDS = 2**48


def begin(visit: Visit, course: Course, module: Module) -> tuple[str, Attempt] | None:
    """Begin an attempt, and have it on record; its id. None where another window has begun one, or has
    used up the day's attempts. Raises RecordsError where it cannot be kept: then none is begun.
    """
    pairs: list[tuple[str, Attempt]] = []

    def decide() -> list[Event]:
        pairs.clear()
        attempts = onboarding.attempts_of(visit)
        left = onboarding.left_today(visit, course, module.id)
        if not left or attempts.open_in(module.id) is not None:
            return []
        begun, attempt = _drawn(visit, course, module)
        pairs.append((begun.attempt, attempt))
        return [visit.event(begun, module)]

    visit.settle(decide)
    return pairs[0] if pairs else None


def _drawn(visit: Visit, course: Course, module: Module) -> tuple[AttemptBegun, Attempt]:
    state = onboarding.stands(visit, course, module.id)
    seed = visit.rng.randrange(SEEDS)
    shown = onboarding.attempts_of(visit).shown(module.id)
    drawn = draw(onboarding.bank_of(module, state), seed, shown)
    mastery = course.mastery or 0
    begun = AttemptBegun(
        attempt=str(uuid4()),
        course=course.id,
        seed=seed,
        drawn=tuple(question.id for question in drawn),
        versions=tuple(asked_version(question) for question in drawn),
        scope=onboarding.scope_of(state),
        tries=course.tries,
        mastery=mastery,
    )
    return begun, Attempt(drawn, mastery, course.tries, seed)


def taken_up(visit: Visit, module: Module, begun: BegunAttempt) -> Attempt | None:
    """The attempt as it was left: the same items, order and answers; None where an item has changed."""
    by_id = {question.id: question for question in module.assessment}
    drawn = [by_id[name] for name in begun.drawn if name in by_id]
    if tuple(asked_version(question) for question in drawn) != begun.versions:
        return None
    attempt = Attempt(drawn, begun.mastery, begun.tries, begun.seed)
    handed = onboarding.attempts_of(visit).handed.get(begun.id, 0)
    for number in range(1, begun.tries + 1):
        if number == attempt.number:
            recall(visit, begun.id, attempt)
        if number <= handed:
            attempt.hand_in()
            if attempt.may_try_again:
                attempt.again()
    return attempt


def recall(visit: Visit, attempt_id: str, attempt: Attempt) -> None:
    """Choose in the open try what is known to be chosen in it, here or in another window."""
    drafts = onboarding.attempts_of(visit).drafts.get(attempt_id, {})
    answers, unsure = {}, []
    for item in attempt.run.items:
        draft = drafts.get(f"{attempt.number} {item.question.id}")
        if draft is None:
            continue
        if draft.unsure:
            unsure.append(item.question.id)
        answer = from_plain(item.question, draft.chosen)
        if answer is not None:
            answers[item.question.id] = answer
    attempt.recall(answers, unsure)


def void(visit: Visit, course: Course, module: Module, begun: BegunAttempt) -> None:
    """One of its items asks something else now: it does not count, unless it has ended meanwhile.

    Raises RecordsError where that cannot be kept.
    """

    def decide() -> list[Event]:
        if onboarding.attempts_of(visit).is_over(begun.id):
            return []
        return [visit.event(AttemptVoided(begun.id, course.id), module)]

    visit.settle(decide)


def tell_choice(visit: Visit, module: Module, attempt_id: str, number: int, item: Item) -> None:
    """An answer that can still be changed is kept, so that an interruption loses none."""
    question = item.question
    chosen = AnswerChosen(
        attempt=attempt_id,
        try_no=number,
        chosen=as_plain(item.answer),
        unsure=item.mark == "unsure",
    )
    visit.record(chosen, module, question_unit(question.id), asked_version(question), sure=False)


def is_elsewhere(visit: Visit, attempt_id: str, number: int) -> bool:
    """Whether another window has ended the attempt, or handed that try in."""
    attempts = onboarding.attempts_of(visit)
    return attempts.is_over(attempt_id) or number <= attempts.handed.get(attempt_id, 0)


def hand_in(
    visit: Visit, course: Course, module: Module, attempt_id: str, attempt: Attempt
) -> Attempt | None:
    """Have the open try judged, and on record with what the attempt comes to where that is the end.

    What counts is what is chosen on record at that moment, in whatever window it was chosen. The attempt
    as it is judged; None where another window was first: then nothing of this is kept.
    Raises RecordsError where it cannot be kept: then it is not handed in, and nothing is judged.
    """
    judged: Attempt | None = None

    def decide() -> list[Event]:
        nonlocal judged
        judged = None
        if is_elsewhere(visit, attempt_id, attempt.number):
            return []
        recall(visit, attempt_id, attempt)
        judged = attempt.judged()
        begun, items = onboarding.attempts_of(visit).begun[attempt_id], judged.run.items
        number = attempt.number
        events = [_answered(visit, course, module, attempt_id, number, item) for item in items]
        if judged.over:
            events.append(_ended(visit, course, module, begun, judged))
        return events

    visit.settle(decide)
    return judged


def _answered(
    visit: Visit, course: Course, module: Module, attempt_id: str, number: int, item: Item
) -> Event:
    question = item.question
    verdict = item.verdict.kind if item.verdict else "noted"
    answered = AnswerHandedIn(
        attempt=attempt_id,
        verdict="blank" if verdict == "noted" else verdict,
        try_no=number,
        chosen=as_plain(item.answer),
        course=course.id,
        behaviour="assess",
        form=question.kind,
        must_know=question.must_know,
        misconceptions=tuple(question.body.misconceptions(item.answer)),
    )
    return visit.event(answered, module, question_unit(question.id), asked_version(question))


def _ended(
    visit: Visit, course: Course, module: Module, begun: BegunAttempt, attempt: Attempt
) -> Event:
    from edu_tui.model.signed import hash_of_text

    result = attempt.result()
    before = onboarding.attempts_of(visit).passed(module.id) if begun.scope == "changes" else None
    # Where only what changed was asked, the rest is as old as it was.
    until = before.until if before else good_until(course, onboarding.today(visit))
    asked = {item.question.family for item in attempt.items}
    parts = passed_parts(module, unit_versions(module), asked, before.parts if before else None)
    ended = AttemptEnded(
        kind="passed" if result.passed else "failed",
        attempt=begun.id,
        course=course.id,
        title=module.title,
        scope=begun.scope,
        first=result.first,
        final=result.final,
        must_know=result.must_know,
        mastery=attempt.mastery,
        parts=parts if result.passed else {},
        hash=hash_of_text(visit.open_library.sign_offs.text(module)),
        state=visit.state_of(module.id).kind,
        until=until if result.passed else "",
    )
    return visit.event(ended, module)

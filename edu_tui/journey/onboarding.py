"""What a visit knows of a staff course: which course a module is of, how it stands, the attempt that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from edu_tui.errors import BrokenModuleError
from edu_tui.journey.days import day_of
from edu_tui.learning.answer import as_plain, from_plain, misconceptions
from edu_tui.learning.assessment import Attempt, draw, owed
from edu_tui.learning.comprehension import Now, begun_on, comprehension
from edu_tui.learning.renewal import good_until
from edu_tui.model.version import asked_version, question_unit, unit_versions
from edu_tui.page.day import day_in_words
from edu_tui.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.learning.attempts import Begun
    from edu_tui.learning.comprehension import Comprehension
    from edu_tui.learning.event import Event
    from edu_tui.learning.item import Item
    from edu_tui.model.library import Course
    from edu_tui.model.module import Module
    from edu_tui.model.question import Question

SEEDS = 2**48


def course_of(visit: Visit, module_id: str) -> Course | None:
    """The first staff course that has it; None for who is not staff."""
    if visit.profile.audience != "staff":
        return None
    courses = visit.contents.library.courses
    staff = (one for one in courses if one.audience == "staff" and one.mastery is not None)
    return next((one for one in staff if module_id in one.modules), None)


def today(visit: Visit) -> str:
    """The learner's day."""
    return day_of(visit.clock())


def stands(visit: Visit, course: Course, module_id: str) -> Comprehension:
    """How a module stands for this learner today; only of one that was passed its text is looked at."""
    attempts = visit.history.attempts
    now: Now | None = None
    if attempts.passed(module_id) is not None and visit.may_show(module_id):
        try:
            module = visit.module(module_id)
        except BrokenModuleError:
            pass
        else:
            now = Now(module, unit_versions(module))
    return comprehension(attempts, course, module_id, now, today(visit))


def left_today(visit: Visit, course: Course, module_id: str) -> int:
    """Attempts that may still be begun today."""
    begun = begun_on(visit.history.attempts, module_id, today(visit), day_of)
    return max(0, course.attempts_per_day - begun)


def stands_words(state: Comprehension) -> str:
    """The same in a few words."""
    if state.kind == "passed" and state.passed is not None:
        if state.passed.until:
            return say("passed, good until {day}", day=day_in_words(state.passed.until))
        return say("passed")
    if state.kind == "changed":
        return say("passed before it changed")
    if state.kind == "lapsed":
        return say("passed once, not good any more")
    if state.kind == "open":
        return say("begun")
    if state.kind == "failed":
        return say("not passed yet")
    return ""


# an attempt


def scope_of(state: Comprehension) -> str:
    """What the next attempt is about."""
    return "changes" if state.kind == "changed" and state.owed.families else "all"


def bank_of(module: Module, state: Comprehension) -> tuple[Question, ...]:
    """The items that the next attempt draws from."""
    if scope_of(state) == "all":
        return module.assessment
    return tuple(one for one in module.assessment if one.family in state.owed.families)


def begin(visit: Visit, course: Course, module: Module) -> tuple[str, Attempt]:
    """Begin an attempt, and have it on record; its id."""
    state = stands(visit, course, module.id)
    seed, attempt_id = visit.rng.randrange(SEEDS), str(uuid4())
    drawn = draw(bank_of(module, state), seed, visit.history.attempts.shown(module.id))
    mastery = course.mastery or 0
    visit.did(
        "began",
        module,
        attempt=attempt_id,
        course=course.id,
        seed=seed,
        drawn=[one.id for one in drawn],
        versions=[asked_version(one) for one in drawn],
        scope=scope_of(state),
        tries=course.tries,
        mastery=mastery,
    )
    return attempt_id, Attempt(drawn, mastery, course.tries, seed)


def taken_up(visit: Visit, module: Module, begun: Begun) -> Attempt | None:
    """The attempt as it was left: the same items, order and answers; None where an item has changed."""
    by_id = {one.id: one for one in module.assessment}
    drawn = [by_id[name] for name in begun.drawn if name in by_id]
    if tuple(asked_version(one) for one in drawn) != begun.versions:
        return None
    attempt = Attempt(drawn, begun.mastery, begun.tries, begun.seed)
    handed = visit.history.attempts.handed.get(begun.id, 0)
    for number in range(1, begun.tries + 1):
        _recall(visit, begun, attempt, number)
        if number <= handed:
            attempt.hand_in()
            if attempt.may_try_again:
                attempt.again()
    return attempt


def _recall(visit: Visit, begun: Begun, attempt: Attempt, number: int) -> None:
    if attempt.number != number:
        return
    drafts = visit.history.attempts.drafts.get(begun.id, {})
    answers, unsure = {}, []
    for item in attempt.run.items:
        draft = drafts.get(f"{number} {item.question.id}")
        if draft is None:
            continue
        if draft.unsure:
            unsure.append(item.question.id)
        answer = from_plain(item.question, draft.chosen)
        if answer is not None:
            answers[item.question.id] = answer
    attempt.recall(answers, unsure)


def void(visit: Visit, course: Course, module: Module, begun: Begun) -> None:
    """One of its items asks something else now: it does not count."""
    visit.did("voided", module, attempt=begun.id, course=course.id)


def tell_choice(visit: Visit, module: Module, attempt_id: str, number: int, item: Item) -> None:
    """An answer that can still be changed is kept, so that an interruption loses none."""
    question = item.question
    visit.did(
        "chose",
        module,
        question_unit(question.id),
        asked_version(question),
        attempt=attempt_id,
        chosen=as_plain(item.answer),
        unsure=item.mark == "unsure",
        **{"try": number},
    )


def hand_in(
    visit: Visit, course: Course, module: Module, attempt_id: str, attempt: Attempt
) -> None:
    """Have the open try judged, and on record with what the attempt comes to where that is the end."""
    begun = visit.history.attempts.begun[attempt_id]
    items = attempt.hand_in()
    events = [_answered(visit, course, module, attempt_id, attempt.number, item) for item in items]
    if attempt.over:
        events.append(_ended(visit, course, module, begun, attempt))
    visit.did_together(events)


def _answered(
    visit: Visit, course: Course, module: Module, attempt_id: str, number: int, item: Item
) -> Event:
    question = item.question
    verdict = item.verdict.kind if item.verdict else "blank"
    return visit.event(
        "answered",
        module,
        question_unit(question.id),
        asked_version(question),
        attempt=attempt_id,
        course=course.id,
        behaviour="assess",
        chosen=as_plain(item.answer),
        verdict="blank" if verdict == "noted" else verdict,
        must_know=question.must_know,
        misconceptions=list(misconceptions(question, item.answer)),
        **{"try": number},
    )


def _ended(visit: Visit, course: Course, module: Module, begun: Begun, attempt: Attempt) -> Event:
    from edu_tui.model.signed import hash_of_text

    result = attempt.result()
    before = visit.history.attempts.passed(module.id)
    until = good_until(course, today(visit))
    if begun.scope == "changes" and before is not None:
        # Only what changed was asked: the rest is as old as it was.
        until = before.until
    return visit.event(
        "passed" if result.passed else "failed",
        module,
        attempt=begun.id,
        course=course.id,
        scope=begun.scope,
        first=result.first,
        final=result.final,
        must_know=result.must_know,
        mastery=attempt.mastery,
        parts=unit_versions(module) if result.passed else {},
        hash=hash_of_text(visit.shelf.sign_offs.text(module)),
        state=visit.state_of(module.id).kind,
        until=until if result.passed else "",
    )


def still_owed(visit: Visit, module: Module) -> tuple[str, ...]:
    """Sections that have changed since the learner passed, and that were not read again since."""
    passed = visit.history.attempts.passed(module.id)
    if passed is None:
        return ()
    left = owed(module, passed.parts, unit_versions(module))
    read = visit.standing(module.id).read
    return tuple(name for name in left.sections if name not in read)

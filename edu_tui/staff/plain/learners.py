"""The learners of a device: who they are, when they were here last, what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.layout.day import day_in_words, day_of
from edu_tui.layout.line import Span, plain
from edu_tui.layout.wrap import wrap
from edu_tui.staff.learning.attempts import Attempts
from edu_tui.staff.learning.comprehension import comprehension
from edu_tui.staff.learning.event import LearnerEnrolled, SkillObserved
from edu_tui.staff.records.learners import twins
from edu_tui.staff.records.roster import named
from edu_tui.system.shown import shown
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from edu_tui.learning.event import Event
    from edu_tui.model.library import Course
    from edu_tui.records.rows import LeftOutRecord
    from edu_tui.staff.learning.attempts import Enrolled
    from edu_tui.staff.learning.comprehension import Comprehension

HANG = "  "
MOST_NAMED = 20
"""Records that are named."""


class ListedLearner(NamedTuple):
    """A learner, and what is known of them."""

    id: str
    attempts: Attempts
    seen: int
    """When they did something last; 0 for never."""
    has_pin: bool


def person(learner: str, events: Iterable[Event], *, has_pin: bool) -> ListedLearner:
    """From what is on record."""
    attempts, seen = Attempts(), 0
    for event in events:
        attempts.apply(event)
        if not isinstance(event.fact, LearnerEnrolled | SkillObserved):
            # Those are by others, and do not say that the learner was here.
            seen = max(seen, event.at)
    return ListedLearner(learner, attempts, seen, has_pin)


def listing(
    people: Sequence[ListedLearner],
    courses: Sequence[Course],
    names: dict[str, str],
    today: str,
    width: int,
) -> str:
    """Each with what is open on that day, by the records alone: no module is looked at."""
    by_id = {course.id: course for course in courses}
    blocks = [_lines(learner, by_id, names, today) for learner in people]
    return "\n".join(_fitted(block, width) for block in blocks)


def left_out(records: Sequence[LeftOutRecord], width: int) -> str:
    """Records that count for nothing, each with whose it is and what is wrong; empty for none."""
    if not records:
        return ""
    head = say(
        "{n} record does not count:",
        "{n} records do not count:",
        n=len(records),
    )
    lines = ["", head, *(f"- {record}" for record in records[:MOST_NAMED])]
    if len(records) > MOST_NAMED:
        lines.append(say("- and {n} more", "- and {n} more", n=len(records) - MOST_NAMED))
    return _fitted(lines, width)


def alike(learners: Sequence[str], width: int) -> str:
    """Ids that differ by capital letters alone, which may be one person; empty where there are none."""
    lines = [
        say(
            "{ids} differ by capital letters alone. If that is one person, go on with one of them: what "
            "was passed under the other does not count for it.",
            ids=", ".join(map(shown, several)),
        )
        for several in twins(learners)
    ]
    return _fitted(["", *lines], width) if lines else ""


def _lines(
    learner: ListedLearner, courses: Mapping[str, Course], names: dict[str, str], today: str
) -> list[str]:
    seen = (
        say("last here on {day}", day=day_in_words(day_of(learner.seen)))
        if learner.seen
        else say("never here")
    )
    parts = [
        named(shown(learner.id), names),
        seen,
        *([say("has a PIN")] if learner.has_pin else []),
    ]
    lines = [", ".join(parts)]
    if not learner.attempts.enrolled:
        lines.append(HANG + say("not enrolled: edu-tui staff add {id}", id=learner.id))
    for course, enrolled in learner.attempts.enrolled.items():
        known = courses.get(course)
        if known is None:
            message = say("enrolled in {course}, which this library does not have", course=course)
            lines.append(HANG + message)
        else:
            lines += _of_course(learner.attempts, enrolled, known, today)
    return lines


def _of_course(attempts: Attempts, enrolled: Enrolled, course: Course, today: str) -> list[str]:
    role = next((role for role in course.roles if role.id == enrolled.role), None)
    modules = role.modules if role else course.modules
    skills = role.skills if role else tuple(skill.id for skill in course.skills)
    states = {name: comprehension(attempts, course, name, None, today) for name in modules}
    to_pass = [name for name, state in states.items() if not state.holds]
    to_see = [name for name in skills if not _is_seen(attempts, name)]
    who = enrolled.role or say("the whole course")
    if enrolled.role and role is None:
        who = say("{role}, which the course has no more", role=enrolled.role)
    hired = say("hired {day}", day=day_in_words(enrolled.hired)) if enrolled.hired else ""
    counts = [
        say("{n} of {of} modules passed", n=len(modules) - len(to_pass), of=len(modules)),
        say("{n} of {of} skills seen", n=len(skills) - len(to_see), of=len(skills)),
    ]
    result = [HANG + ", ".join(filter(None, [f"{course.id}: {who}", hired, *counts]))]
    together: dict[str, list[str]] = {}
    for name in to_pass:
        together.setdefault(_when(states[name], today), []).append(name + _how(states[name]))
    for when, several in together.items():
        result.append(HANG + say("{when}: {names}", when=when, names=", ".join(several)))
    if to_see:
        result.append(HANG + say("to be seen: {names}", names=", ".join(to_see)))
    return result


def _is_seen(attempts: Attempts, skill: str) -> bool:
    seen = attempts.observed.get(skill)
    return seen is not None and seen.result == "can"


def _when(state: Comprehension, today: str) -> str:
    """By when it has to be passed."""
    if not state.due:
        return say("to pass")
    day = day_in_words(state.due)
    late = state.due < today
    return say("overdue since {day}", day=day) if late else say("to pass by {day}", day=day)


def _how(state: Comprehension) -> str:
    """What there is of a module that is not passed."""
    if state.kind == "open":
        return f" ({say('begun')})"
    return f" ({say('tried')})" if state.kind == "failed" else ""


def _fitted(texts: Iterable[str], width: int) -> str:
    """Each in lines of that width, what goes on further in than its beginning."""
    lines: list[str] = []
    for text in texts:
        begin = HANG if text.startswith(HANG) else ""
        wrapped = wrap((Span(text.removeprefix(begin)),), width, begin, HANG * 2)
        lines += [plain(line).rstrip() for line in wrapped]
    return "".join(f"{line}\n" for line in lines)

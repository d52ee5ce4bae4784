"""Reports in words: shared by what is printed and what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from edu_tui.records.rows import LeftOutRecord
    from edu_tui.staff.learning.comprehension import Comprehension
    from edu_tui.staff.report.board import Board
    from edu_tui.staff.report.due import Due
    from edu_tui.staff.report.items import CountedMistake, ItemReport
    from edu_tui.staff.report.progress import LearnerProgress, ReportedModule, SkillProgress

    Day = Callable[[str], str]
    """How a day is told: as it is kept in tables, in words elsewhere."""

MOST_NAMED = 20
"""Records that are named; JSON has all."""


def read_words(module: ReportedModule, day: Day = str) -> str:
    """Whether it was read to its end."""
    if module.completion == "none":
        return say("not read")
    if module.completion == "changed":
        return say("changed since")
    return day(module.read_on)


def understood_words(module: ReportedModule, day: Day = str) -> str:
    """Whether it was understood, until when, and how often it was not."""
    state = module.understood
    message = _passed_words(module, state, day)
    if not state.failures:
        return message or (say("begun") if state.kind == "open" else say("not begun"))
    failed = say("failed once", "failed {n} times", n=state.failures)
    if message:
        return say("{told}; {failed} since", told=message, failed=failed)
    return say("{failed}, begun again", failed=failed) if state.kind == "open" else failed


def _passed_words(module: ReportedModule, state: Comprehension, day: Day) -> str:
    if state.passed is None:
        return ""
    passed = day(module.passed_on)
    if state.kind == "changed":
        return say("passed {day}, changed since", day=passed)
    if not state.due:
        return say("passed {day}", day=passed)
    if state.kind == "lapsed":
        return say("passed {day}, ended {end}", day=passed, end=day(state.due))
    return say("passed {day}, until {end}", day=passed, end=day(state.due))


def skill_words(skill: SkillProgress, day: Day = str) -> str:
    """Whether somebody has seen it."""
    if skill.result == "none":
        return say("not seen")
    fields = {"day": day(skill.on), "observer": skill.observer}
    if skill.result == "can":
        return say("seen {day} by {observer}", **fields)
    return say("not there yet, {day}, {observer}", **fields)


def role_words(progress: LearnerProgress, day: Day) -> str:
    """Their role, and since when."""
    if not progress.enrolled:
        return say("Not enrolled in this course.")
    role = progress.role_title or say("The whole course")
    if progress.role and not progress.role_title:
        role = say("The whole course: it has no role {role} any more", role=progress.role)
    if not progress.hired:
        return f"{role}."
    return say("{role}, hired {day}.", role=role, day=day(progress.hired))


def facts_words(progress: LearnerProgress) -> str:
    """The three facts beside each other; nothing of skills where none are asked for."""
    read = say("read {n} of {of}", n=progress.read, of=len(progress.modules))
    passed = say("understood {n} of {of}", n=progress.passed, of=len(progress.modules))
    if not progress.skills:
        return f"{read}, {passed}"
    return f"{read}, {passed}, {say('skills seen {n} of {of}', n=progress.seen, of=len(progress.skills))}"


def when_words(due: Due) -> str:
    """How far off the last day for it is."""
    if due.why == "changed":
        return say("owed now")
    if due.days is None:
        return say("no day is set")
    if due.days == 0:
        return say("today is the last day")
    if due.overdue:
        return say("{n} day over", "{n} days over", n=-due.days)
    return say("in {n} day", "in {n} days", n=due.days)


def why_words(due: Due) -> str:
    """Why it is due."""
    message = {
        "new": say("never passed"),
        "lapsed": say("the pass has ended"),
        "renew": say("the pass ends"),
        "changed": _outstanding_words(due),
    }[due.why]
    if not due.failures:
        return message
    failed = say("failed once", "failed {n} times", n=due.failures)
    return f"{message}, {failed}"


def _outstanding_words(due: Due) -> str:
    read = say("{n} section", "{n} sections", n=due.sections)
    answer = say("{n} question", "{n} questions", n=due.items)
    return say("the text changed: {read}, {answer}", read=read, answer=answer)


def item_words(item: ItemReport) -> str:
    """What is asked; the id where the library has it no more."""
    ask = " ".join(item.ask.split()) or item.item
    return say("Safety: {ask}", ask=ask) if item.must_know else ask


def went_words(item: ItemReport) -> str:
    """How the first tries went."""
    parts = [say("{right} of {n} right at once.", right=item.right, n=item.answered)]
    if item.unsure:
        parts.append(say("{n} not sure.", "{n} not sure.", n=item.unsure))
    if item.blank:
        parts.append(say("{n} left empty.", "{n} left empty.", n=item.blank))
    return " ".join(parts)


def chosen_words(counted_mistake: CountedMistake) -> str:
    """What was chosen instead, and what is behind it."""
    mistake = counted_mistake.mistake
    fields = {"text": mistake.text, "belief": mistake.belief}
    if not mistake.text:
        return mistake.belief
    if mistake.how == "placed":
        return say('"{text}" at place {belief}', **fields)
    if mistake.how == "sorted":
        return say('"{text}" sorted as "{belief}"', **fields)
    if mistake.how == "matched":
        return say('"{text}" matched with "{belief}"', **fields)
    return say('"{text}": {belief}', **fields)


def left_out_words(board: Board) -> list[str]:
    """What does not count, and what cannot be right; a line for each record, after one that says so."""
    texts: list[str] = []
    if board.left_out:
        texts += _several(
            say(
                "{n} record does not count here.",
                "{n} records do not count here.",
                n=len(board.left_out),
            ),
            board.left_out,
        )
    if board.doubtful:
        texts += _several(
            say(
                "The time of {n} record cannot be right. It counts all the same.",
                "The times of {n} records cannot be right. They count all the same.",
                n=len(board.doubtful),
            ),
            board.doubtful,
        )
    return texts


def _several(head: str, records: Sequence[LeftOutRecord]) -> list[str]:
    more = len(records) - MOST_NAMED
    texts = [head, *(f"- {record}" for record in records[:MOST_NAMED])]
    return [*texts, say("- and {n} more", "- and {n} more", n=more)] if more > 0 else texts

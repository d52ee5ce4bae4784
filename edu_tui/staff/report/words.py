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


def read_words(one: ReportedModule, day: Day = str) -> str:
    """Whether it was read to its end."""
    if one.completion == "none":
        return say("not read")
    if one.completion == "changed":
        return say("changed since")
    return day(one.read_on)


def understood_words(one: ReportedModule, day: Day = str) -> str:
    """Whether it was understood, until when, and how often it was not."""
    state = one.understood
    told = _passed_words(one, state, day)
    if not state.failures:
        return told or (say("begun") if state.kind == "open" else say("not begun"))
    failed = say("failed once", "failed {n} times", n=state.failures)
    if told:
        return say("{told}; {failed} since", told=told, failed=failed)
    return say("{failed}, begun again", failed=failed) if state.kind == "open" else failed


def _passed_words(one: ReportedModule, state: Comprehension, day: Day) -> str:
    if state.passed is None:
        return ""
    passed = day(one.passed_on)
    if state.kind == "changed":
        return say("passed {day}, changed since", day=passed)
    if not state.due:
        return say("passed {day}", day=passed)
    if state.kind == "lapsed":
        return say("passed {day}, ended {end}", day=passed, end=day(state.due))
    return say("passed {day}, until {end}", day=passed, end=day(state.due))


def skill_words(one: SkillProgress, day: Day = str) -> str:
    """Whether somebody has seen it."""
    if one.result == "none":
        return say("not seen")
    told = {"day": day(one.on), "observer": one.observer}
    if one.result == "can":
        return say("seen {day} by {observer}", **told)
    return say("not there yet, {day}, {observer}", **told)


def role_words(one: LearnerProgress, day: Day) -> str:
    """Their role, and since when."""
    if not one.enrolled:
        return say("Not enrolled in this course.")
    role = one.role_title or say("The whole course")
    if one.role and not one.role_title:
        role = say("The whole course: it has no role {role} any more", role=one.role)
    if not one.hired:
        return f"{role}."
    return say("{role}, hired {day}.", role=role, day=day(one.hired))


def facts_words(one: LearnerProgress) -> str:
    """The three facts beside each other; nothing of skills where none are asked for."""
    read = say("read {n} of {of}", n=one.read, of=len(one.modules))
    passed = say("understood {n} of {of}", n=one.passed, of=len(one.modules))
    if not one.skills:
        return f"{read}, {passed}"
    return f"{read}, {passed}, {say('skills seen {n} of {of}', n=one.seen, of=len(one.skills))}"


def when_words(one: Due) -> str:
    """How far off the last day for it is."""
    if one.why == "changed":
        return say("owed now")
    if one.days is None:
        return say("no day is set")
    if one.days == 0:
        return say("today is the last day")
    if one.overdue:
        return say("{n} day over", "{n} days over", n=-one.days)
    return say("in {n} day", "in {n} days", n=one.days)


def why_words(one: Due) -> str:
    """Why it is due."""
    told = {
        "new": say("never passed"),
        "lapsed": say("the pass has ended"),
        "renew": say("the pass ends"),
        "changed": _owed_words(one),
    }[one.why]
    if not one.failures:
        return told
    failed = say("failed once", "failed {n} times", n=one.failures)
    return f"{told}, {failed}"


def _owed_words(one: Due) -> str:
    read = say("{n} section", "{n} sections", n=one.sections)
    answer = say("{n} question", "{n} questions", n=one.items)
    return say("the text changed: {read}, {answer}", read=read, answer=answer)


def item_words(one: ItemReport) -> str:
    """What is asked; the id where the library has it no more."""
    ask = " ".join(one.ask.split()) or one.item
    return say("Safety: {ask}", ask=ask) if one.must_know else ask


def went_words(one: ItemReport) -> str:
    """How the first tries went."""
    told = [say("{right} of {n} right at once.", right=one.right, n=one.answered)]
    if one.unsure:
        told.append(say("{n} not sure.", "{n} not sure.", n=one.unsure))
    if one.blank:
        told.append(say("{n} left empty.", "{n} left empty.", n=one.blank))
    return " ".join(told)


def chosen_words(one: CountedMistake) -> str:
    """What was chosen instead, and what is behind it."""
    mistake = one.mistake
    told = {"text": mistake.text, "belief": mistake.belief}
    if not mistake.text:
        return mistake.belief
    if mistake.how == "placed":
        return say('"{text}" at place {belief}', **told)
    if mistake.how == "sorted":
        return say('"{text}" sorted as "{belief}"', **told)
    if mistake.how == "matched":
        return say('"{text}" matched with "{belief}"', **told)
    return say('"{text}": {belief}', **told)


def left_out_words(board: Board) -> list[str]:
    """What does not count, and what cannot be right; a line for each record, after one that says so."""
    told: list[str] = []
    if board.left_out:
        told += _several(
            say(
                "{n} record does not count here.",
                "{n} records do not count here.",
                n=len(board.left_out),
            ),
            board.left_out,
        )
    if board.doubtful:
        told += _several(
            say(
                "The time of {n} record cannot be right. It counts all the same.",
                "The times of {n} records cannot be right. They count all the same.",
                n=len(board.doubtful),
            ),
            board.doubtful,
        )
    return told


def _several(head: str, records: Sequence[LeftOutRecord]) -> list[str]:
    more = len(records) - MOST_NAMED
    told = [head, *(f"- {one}" for one in records[:MOST_NAMED])]
    return [*told, say("- and {n} more", "- and {n} more", n=more)] if more > 0 else told

"""Reports on paper: columns where they help, sentences where they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.layout.day import day_in_words
from edu_tui.layout.line import cells, plain
from edu_tui.layout.wrap import wrap_text
from edu_tui.staff.records.roster import named
from edu_tui.staff.report import words
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from edu_tui.staff.report.board import Board
    from edu_tui.staff.report.due import Due
    from edu_tui.staff.report.items import ItemReport
    from edu_tui.staff.report.progress import LearnerProgress

GAP = 2
HANG = "  "
NARROWEST = 16
"""Columns that what is wrapped keeps."""
MOST_WRONG = 3
"""Wrong answers told of an item; JSON has all."""


def as_text(name: str, board: Board, width: int) -> str:
    """A report by its name, no line longer than `width`."""
    table = {"progress": _progress, "due": _due, "items": _items}[name](board, width)
    lines = [*_head(board, width), "", *table, *_left_out(board, width)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _head(board: Board, width: int) -> list[str]:
    title = f"{board.title}, {board.site}" if board.site else board.title
    return _wrapped(f"{title}. {day_in_words(board.today)}.", width)


def _left_out(board: Board, width: int) -> list[str]:
    lines = []
    for word in words.left_out_words(board):
        first, *rest = _wrapped(word, width - len(HANG))
        lines += [first, *(f"{HANG}{line}" for line in rest)]
    return ["", *lines] if lines else []


# who is ready


def _progress(board: Board, width: int) -> Iterator[str]:
    if not board.learners:
        yield say("There is nothing to report yet: nobody is enrolled in this course.")
        return
    yield say("{ready} of {n} ready.", ready=board.ready, n=len(board.learners))
    for learner in board.learners:
        yield ""
        yield from _learner(board, learner, width)


def _learner(board: Board, progress: LearnerProgress, width: int) -> Iterator[str]:
    state = say("ready") if progress.ready else say("not ready yet")
    yield from _wrapped(f"{named(progress.learner, dict(board.names))}: {state}", width)
    yield from _wrapped(words.role_words(progress, day_in_words), width, "  ")
    facts = words.facts_words(progress)
    yield from _wrapped(f"{facts[:1].upper()}{facts[1:]}.", width, "  ")
    head = (say("Module"), say("Read"), say("Understood"))
    rows = [(part.title, words.read_words(part), words.understood_words(part)) for part in progress.modules]  # fmt: skip
    yield from _table(head, rows, width, (0,))
    if progress.skills:
        seen = [(skill.title, words.skill_words(skill)) for skill in progress.skills]
        yield from _table((say("Skill"), say("Seen")), seen, width, (0,))


# who is due


def _due(board: Board, width: int) -> Iterator[str]:
    if not board.due:
        if not board.learners:
            yield say("There is nothing to report yet: nobody is enrolled in this course.")
            return
        yield say("Nobody is due within {n} day.", "Nobody is due within {n} days.", n=board.within)
        return
    groups: dict[str, list[Due]] = {}
    for due in board.due:
        groups.setdefault(_group(due, board.within), []).append(due)
    for number, (title, group) in enumerate(groups.items()):
        if number:
            yield ""
        yield title
        head = (say("Who"), say("Module"), say("By"), say("Why"))
        rows = [_due_row(board, due) for due in group]
        yield from _table(head, rows, width, (0, 1, 3))


def _group(due: Due, within: int) -> str:
    if due.overdue:
        return say("Overdue")
    if due.why == "changed":
        return say("Changed since they passed")
    if due.days is None:
        return say("No day is set")
    return say("Due within {n} day", "Due within {n} days", n=within)


def _due_row(board: Board, due: Due) -> tuple[str, ...]:
    by = words.when_words(due) if due.why == "changed" or not due.due else due.due
    why = words.why_words(due)
    if due.days is not None and due.why != "changed":
        why = f"{words.when_words(due)}: {why}"
    return named(due.learner, dict(board.names)), due.title, by, why


# what fails


def _items(board: Board, width: int) -> Iterator[str]:
    if not board.items:
        yield say("There is nothing to report yet: no assessment has been handed in.")
        return
    fails = [item for item in board.items if item.current and item.fails]
    old = [item for item in board.items if not item.current]
    fine = len(board.items) - len(fails) - len(old)
    if fails:
        yield say("These were not always right at the first try, safety first:")
        for number, item in enumerate(fails, 1):
            yield from _item(number, item, width)
    parts = []
    if fine:
        parts.append(
            say("{n} item was right each time.", "{n} items were right each time.", n=fine)
        )
    if old:
        parts.append(
            say(
                "{n} item that is asked otherwise now is left out; CSV and JSON have it.",
                "{n} items that are asked otherwise now are left out; CSV and JSON have them.",
                n=len(old),
            )
        )
    if parts and fails:
        yield ""
    yield from _wrapped(" ".join(parts), width) if parts else ()


def _item(number: int, item: ItemReport, width: int) -> Iterator[str]:
    lead = f"{number:>3}. "
    yield from _wrapped(words.item_words(item), width, lead, " " * len(lead))
    indent = " " * len(lead)
    yield from _wrapped(words.went_words(item), width, indent)
    for at, wrong in enumerate(item.wrong[:MOST_WRONG]):
        begin = say("Most often instead") if at == 0 else say("Also")
        text = words.chosen_words(wrong)
        message = say("{begin} ({n}): {text}", begin=begin, n=wrong.times, text=text)
        yield from _wrapped(message, width, indent)
    if item.place:
        yield from _wrapped(say("The item: {place}", place=item.place), width, indent)
        yield from _wrapped(say("The passage: {place}", place=item.passage), width, indent)


# lines


def _table(
    head: Sequence[str], rows: Sequence[Sequence[str]], width: int, gives_way: Sequence[int]
) -> Iterator[str]:
    """Columns under a head; those that give way are wrapped first, then those that take most."""
    yield ""
    wide = [max(cells(row[at]) for row in (head, *rows)) for at in range(len(head))]
    room = width - GAP * len(head)
    while sum(wide) > room and max(wide) > NARROWEST:
        wordy = [at for at in gives_way if wide[at] > NARROWEST] or range(len(wide))
        wide[max(wordy, key=wide.__getitem__)] -= 1
    for row in (head, *rows):
        columns = [[plain(spans) for spans in wrap_text(text, size)] for text, size in zip(row, wide, strict=True)]  # fmt: skip
        for at in range(max(map(len, columns))):
            parts = [column[at] if at < len(column) else "" for column in columns]
            yield " " * GAP + (" " * GAP).join(
                part + " " * (size - cells(part)) for part, size in zip(parts, wide, strict=True)
            )


def _wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    rest = first if rest is None else rest
    lines = wrap_text(text, width - len(first))
    return [(first if at == 0 else rest) + plain(line) for at, line in enumerate(lines)]

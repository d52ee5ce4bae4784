"""What can be typed: the words of the action table, said in full at first and briefly from then on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.journey.action import ANYWHERE, BINDINGS, BY_ACTION, BY_TYPED, Action
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edu_tui.journey.view import Field, Row, View

REPEAT = "r"
AGAIN = "t"
"""Type into the field again."""
_ALSO = {"exit": Action.QUIT}
"""What people type for an action besides its name."""
_FULL = (
    Action.HELP,
    Action.BACK,
    Action.HOME,
    Action.OUTLINE,
    Action.FIND,
    Action.CRISIS,
    Action.QUIT,
)


def enter_row(view: View) -> int | None:
    """The row that an empty line chooses; None where it chooses nothing.

    An empty line never answers a question: people press Enter to hear more. It may check an answer
    that was chosen by its number, or go on from it where nothing is checked.
    """
    rows = view.rows
    if not rows:
        return None
    focus = min(view.focus, len(rows) - 1)
    check = next((i for i, row in enumerate(rows) if row.do.action is Action.CHECK), None)
    if view.careful and (check is not None or rows[focus].mark):
        if check is None:
            return _on_from_chosen(rows)
        return check if view.can_check else None
    return focus


def _on_from_chosen(rows: Sequence[Row]) -> int | None:
    """The row that leads on, which stands after "I'm not sure"; None where not one thing is chosen."""
    if not any(row.mark == "(*)" and row.do.action is not Action.GROUP for row in rows):
        return None
    return next((i for i, row in enumerate(rows, 1) if row.do.action is Action.UNSURE), None)


class PromptKind(NamedTuple):
    """What makes one prompt differ from another in more than its numbers."""

    numbered: bool
    """Whether rows have numbers of their own."""
    careful: bool
    """Whether an empty line answers nothing."""
    words: bool
    """Whether words can be typed too."""


def kind_of(view: View) -> PromptKind:
    """The kind of a place's prompt."""
    numbered = any(row.number for row in view.rows)
    return PromptKind(numbered, view.careful, view.field is not None)


def prompt(view: View, *, full: bool, as_before: str = "") -> str:
    """One line: the numbers, and what an empty line does; in full with how it is typed, and the way to help.

    In short, of the rows only those `as_before` are named where some were not said.
    """
    row = enter_row(view)
    enter = "" if row is None else numbers_of(view.rows)[row]
    more = ""
    if view.field is not None and view.field.lines:
        more = say("More words go on with it.") if view.field.value else say("Words begin it.")
    return f"{more} {_full(view, enter) if full else _short(view.rows, enter, as_before)}".lstrip()


def _full(view: View, enter: str) -> str:
    alone = say("; Enter alone: {n}", n=enter) if enter else ""
    again = say("{key} type again, ", key=AGAIN) if view.field else ""
    if view.field is not None and view.field.aside:
        again = say("Words find a line. ")
    return f"{_numbers(view.rows)}{alone}. {again}{say('? help, ! crisis help')}:"


def _short(rows: tuple[Row, ...], enter: str, as_before: str) -> str:
    if not rows:
        return say("A letter:")
    if len(rows) == 1 and enter:
        return say("Enter for {n}:", n=enter)
    numbers = say("1 to {n}", n=len(rows))
    if any(row.number for row in rows):
        numbers = say("A number")
    elif len(rows) <= 2:
        numbers = say("1 or 2") if len(rows) == 2 else "1"
    if as_before:
        numbers = say("{numbers} as before", numbers=as_before)
    return say("{numbers}, Enter for {n}:", numbers=numbers, n=enter) if enter else f"{numbers}:"


def field_prompt(field: Field, *, begun: bool) -> str:
    """What to type into a field, and what ends it."""
    if begun:
        return say("More, or Enter alone to end:")
    if field.lines:
        return say("{label} (type words; Enter alone ends them):", label=field.label)
    return say("{label} (type words, then Enter):", label=field.label)


def numbers_of(rows: Sequence[Row]) -> list[str]:
    """What is typed to choose each row: its own number; else its place among those that a digit opens, and
    after all of these the others.
    """
    own = {row.number for row in rows}
    free = [str(n) for n in range(1, len(rows) + len(own) + 1) if str(n) not in own]
    digits = iter(free)
    others = iter(free[sum(row.digit and not row.number for row in rows) :])
    return [row.number or next(digits if row.digit else others) for row in rows]


def _numbers(rows: tuple[Row, ...]) -> str:
    if any(row.number for row in rows):
        return say("Type a number")
    if not rows:
        return say("Type a letter, then Enter")
    if len(rows) == 1:
        return say("Type 1, then Enter")
    if len(rows) == 2:
        return say("Type 1 or 2, then Enter")
    return say("Type 1 to {n}, then Enter", n=len(rows))


def all_words() -> str:
    """The words that work nearly everywhere, once in full."""
    known = [
        f"{BY_ACTION[action].typed} {say(BY_ACTION[action].label).lower()}" for action in _FULL
    ]
    known.insert(1, say("{key} read again", key=REPEAT))
    return say("You can type: {words}.", words=", ".join(known))


def action_of(typed: str) -> Action | None:
    """The action a word asks for, by its letter, its name or its label; None for none."""
    word = typed.casefold()
    if action := BY_TYPED.get(word) or _ALSO.get(word):
        return action
    for binding in BINDINGS:
        if binding.typed and word in {binding.action, say(binding.label).casefold()}:
            return binding.action
    return None


def works_here(action: Action, view: View) -> bool:
    """Whether it does anything at this place."""
    return action in view.keys or action in ANYWHERE or action is Action.BACK

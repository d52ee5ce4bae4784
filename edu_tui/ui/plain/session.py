"""A journey as a conversation: a page is said, a line is typed, what follows is said.

A page is said when it is come to, and in full when it is asked for again; at the same place only what is
new is said, and what a listener knows already is left out (`said_before.py`). The session adds nothing of its own: what is there to choose is the journey's.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from edu_tui.journey.action import BY_ACTION, BY_TYPED, Action
from edu_tui.journey.anywhere.danger import danger_in, help_now
from edu_tui.journey.view import Request
from edu_tui.layout.line import Room, plain
from edu_tui.layout.wrap import wrap_text
from edu_tui.system.errors import OutputError
from edu_tui.system.wording import say
from edu_tui.ui.plain.ends import ending_at_once
from edu_tui.ui.plain.prompt import (
    AGAIN,
    REPEAT,
    action_of,
    all_words,
    enter_row,
    field_prompt,
    works_here,
)
from edu_tui.ui.plain.said_before import SaidBefore
from edu_tui.ui.plain.sheet import PlainBlock, echo, lines_of, sheet
from edu_tui.ui.plain.streams import Lines

if TYPE_CHECKING:
    from typing import TextIO

    from edu_tui.journey.journey import Journey
    from edu_tui.journey.place import Place
    from edu_tui.journey.view import Row
    from edu_tui.ui.plain.sheet import PlainSheet

STRIDE = 500
"""Modules read between two lines about progress."""
MOST_DIGITS = 4
NUMBER = re.compile(r"\d+(?:\.\d+)*", re.A)
"""A row's number, with that of each heading over it where there are some."""
MOST_SHOWN = 30
"""Characters of a line that means nothing, said back."""


def run(
    journey: Journey, reason: str, given: TextIO | None = None, out: TextIO | None = None
) -> int:
    """Say and listen until the reader leaves or there is no more input; the exit status."""
    lines = Lines(given or sys.stdin, out or sys.stdout)
    with ending_at_once():
        try:
            Session(journey, lines).run(reason)
        except KeyboardInterrupt:
            lines.put([""])
            lines.flush()
            return 130
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(error) from error
    return 0


class Session:
    """One conversation."""

    def __init__(self, journey: Journey, lines: Lines) -> None:
        self._journey = journey
        self._lines = lines
        self._room = Room(lines.width, 0, "words")
        self._before = SaidBefore()
        self._place: Place | None = None
        """The place that was said last."""
        self._sheet = sheet(journey.shown, self._room)
        self._typing = False
        """Whether the next line goes into the field."""
        self._written: list[str] = []
        """Lines that are in the field, where it takes several."""
        self._language = ""
        """The language whose index is up to date."""

    def run(self, reason: str) -> None:
        """From the first line to the goodbye."""
        self._say(say("Plain mode ({reason}). Line by line.", reason=reason))
        self._bring_up_to_date()
        self._say(all_words())
        self._page()
        while not self._journey.over:
            typed = self._lines.ask(self._prompt())
            if typed is None:
                self._end_of_input()
                break
            self._take(typed)
        self._say(say("Goodbye."))
        self._lines.flush()

    def _bring_up_to_date(self) -> None:
        """Read what changed in the library; say how far it is where that takes long."""
        visit = self._journey.visit
        said = 0

        def progress(done: int, total: int) -> None:
            nonlocal said
            if done // STRIDE > said:
                said = done // STRIDE
                self._say(
                    say("Getting the library ready: {done} of {total}", done=done, total=total)
                )
                self._lines.flush()

        visit.contents = visit.open_library.refresh(visit.language, progress)
        self._language = visit.language

    # saying

    def _say(self, text: str) -> None:
        if not text:
            return
        self._lines.put(plain(line) for line in wrap_text(text, self._lines.width))

    def _see(self) -> PlainSheet:
        """Where the journey is now."""
        if self._journey.visit.language != self._language:
            self._bring_up_to_date()
        return sheet(self._journey.view(self._room), self._room)

    def _page(self) -> None:
        """Say the whole page."""
        # A window may have another size by now.
        self._room = Room(self._lines.width, 0, "words")
        self._sheet, self._place = self._see(), self._journey.place
        view = self._sheet.view
        self._lines.put([""])
        self._say(view.said)
        self._lines.put([""] if view.said else [])
        self._lines.put(self._sheet.head)
        state = "" if self._place.speaks_alone else self._before.state(view.state)
        for text in filter(None, (state, view.notice)):
            self._say(f"{text}.")
        self._lines.put(["", *lines_of(self._before.new(self._units())), ""])

    def _units(self) -> list[PlainBlock]:
        """What is said of the page: no row where a line goes into the field, for its number would be words."""
        if not self._typing:
            return list(self._sheet.units)
        words = [unit for unit in self._sheet.units if unit.do is None]
        back = BY_ACTION[Action.BACK].typed
        other = say("Enter alone tells what else you can do. {key} goes back.", key=back)
        return words if self._written else [*words, PlainBlock(("",)), PlainBlock((other,))]

    def _follow(self, chosen: Row | None = None) -> None:
        """Say what came of a choice: a new page, or what is new on this one."""
        now = self._see()
        stays = self._journey.place is self._place and now.view.where == self._sheet.view.where
        if not stays:
            # A page says itself where one has come to.
            field = now.view.field
            self._typing = field is not None and not (field.value or field.aside)
            self._page()
            return
        message = now.view.said or (echo(chosen, self._sheet, now) if chosen else "")
        self._say(message)
        news = now.news(self._sheet, chosen.do if chosen else None)
        self._lines.put([*news, ""] if news else [])
        if not (message or news):
            self._say(say("Nothing changes here."))
        self._sheet = now

    def _prompt(self) -> str:
        field = self._sheet.view.field
        if self._typing and field is not None:
            return field_prompt(field, begun=bool(self._written))
        return self._before.prompt(self._sheet.view)

    # listening

    def _take(self, typed: str) -> None:
        """Do what a line asks for; a line that means nothing loses nothing."""
        text = typed.casefold()
        digits = typed.rstrip(".)")
        if self._typing and text != REPEAT and text not in BY_TYPED:
            self._into_field(typed)
        elif text == REPEAT:
            self._before.forget()
            self._page()
        elif text == AGAIN and self._sheet.view.field is not None:
            self._typing, self._written = True, []
        elif NUMBER.fullmatch(digits):
            self._number(digits)
        elif typed:
            self._word(typed)
        else:
            self._enter()

    def _into_field(self, typed: str) -> None:
        """Words go to the place; none leave the field for the rows.

        Where words are not looked for as they come, Enter after them does what the first row says, as it
        does on the full screen; asked for once more, they can be typed once more. A field of several lines
        takes line after line, so that a paste stays whole, until an empty one.
        """
        field = self._sheet.view.field
        if field is not None and field.lines and typed:
            self._written.append(typed)
            self._journey.typed("\n".join(self._written))
            return
        self._typing = False
        typed = typed or "\n".join(self._written)
        if typed:
            self._journey.typed(typed)
        view = self._see().view
        if not typed or view.field is None or view.field.live:
            self._page()
            return
        place = self._journey.place
        self._do(view.rows[0].do)
        # What was refused and is still there is shown with its rows, and not written over.
        self._typing = self._journey.place is place and not (self._journey.over or view.field.lines)

    def _end_of_input(self) -> None:
        """Lines that nothing has ended are ended by the end of the input."""
        if self._written:
            self._into_field("")

    def _enter(self) -> None:
        view = self._sheet.view
        row = enter_row(view)
        if row is None:
            self._say(say("Enter alone chooses nothing here. Type a number first."))
        else:
            self._choose(view.rows[row])

    def _number(self, digits: str) -> None:
        parts = [str(int(part)) for part in digits.split(".") if len(part) <= MOST_DIGITS]
        number = ".".join(parts)
        row = self._sheet.numbered(digits) or self._sheet.numbered(number)
        if row is not None:
            self._choose(row)
        elif hidden := self._journey.place.numbered(number):
            self._do(hidden)
        else:
            self._say(say("There is no number {n} here.", n=digits[: 2 * MOST_DIGITS]))

    def _word(self, typed: str) -> None:
        action = action_of(typed)
        find = BY_ACTION[Action.FIND].typed
        if typed.startswith(find) and typed != find:
            self._do(Request(Action.FIND, typed.removeprefix(find).strip()))
            return
        if action and works_here(action, self._sheet.view):
            self._do(Request(action))
        elif (field := self._sheet.view.field) is not None and field.lines:
            # More words after those that are there: nothing typed is lost.
            self._typing, self._written = True, field.value.splitlines()
            self._into_field(typed)
        elif action:
            self._say(say('"{word}" does nothing here.', word=typed))
        elif danger := danger_in(self._journey.visit, typed):
            self._do(help_now(danger))
        elif field is not None and field.aside:
            self._into_field(typed)
        else:
            shown = typed if len(typed) <= MOST_SHOWN else f"{typed[:MOST_SHOWN]}..."
            self._say(say('"{word}" is not something to type here.', word=shown))

    def _choose(self, row: Row) -> None:
        self._do(row.do, row)

    def _do(self, do: Request, row: Row | None = None) -> None:
        self._typing, self._written = False, []
        if do.action is Action.HELP:
            self._before.forget()
        self._journey.do(do)
        if not self._journey.over:
            self._follow(row)
        if self._journey.later is not None:
            self._lines.flush()
            self._do(self._journey.later)

"""Codes for a phone, one after the other, each as large as the screen has room for; then the same in words."""

from __future__ import annotations

import os
from itertools import zip_longest
from typing import TYPE_CHECKING

from edu_tui.handout.code import code_lines, size_of, version_in
from edu_tui.handout.codes import codes_of, least_version
from edu_tui.journey.action import Action
from edu_tui.journey.place import STAY, Navigation, Place
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.line import Room, Span, line, plain, width_of
from edu_tui.layout.look import has_halves
from edu_tui.layout.part import Drawn, Gap, Heading, Words, words
from edu_tui.layout.wrap import wrap_text
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edu_tui.handout.codes import Codes
    from edu_tui.handout.content import Takeaway
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Line
    from edu_tui.layout.part import Part

BESIDE, BETWEEN = 16, 3
"""Columns of words right of a code, and those that are left free before them."""
ABOVE = 1
"""Lines over a code where words do not fit beside it."""
KEYS = 1
"""Lines under a code."""


class CodePlace(Place):
    """One code at a time, then what they say and what they do not; only that where no code fits."""

    def __init__(self, takeaway: Takeaway) -> None:
        self._lines = code_lines(takeaway)
        self._made: tuple[object, Codes | None] = (None, None)
        """What the codes were made for, and the codes."""
        self._at = 0
        """Which code is shown, counted from 0; behind the last are the words."""

    @override
    def view(self, room: Room) -> View:
        """The code whose turn it is, or what all of them say."""
        made = self._codes(room)
        many = len(made.codes) if made else 0
        self._at = min(self._at, many)
        if made is None or self._at == many:
            return self._in_words(made, room)
        last = self._at == many - 1
        onward = say("In words") if last else say("Next code")
        told = self._told(made)
        labels = ((Action.OPEN, onward), (Action.NEXT, onward), (Action.MORE, say("In words")))
        code = made.codes[self._at].lines
        return View(
            (told[0],),
            (Drawn((_with_words(code, told, self._space(room)),)),),
            frozenset({Action.BACK, Action.UP, *([] if last else [Action.MORE])}),
            labels,
            bare=True,
        )

    def _told(self, made: Codes) -> list[str]:
        """What stands beside a code."""
        many = len(made.codes)
        told = [say("Code {n} of {total}", n=self._at + 1, total=many) if many > 1 else ""]
        told.append(say("Point the camera of your phone here."))
        told.append(say("Then go to the next code.") if self._at < many - 1 else "")
        if made.left_out:
            told.append(_not_all(self._lines, made))
        return [text for text in told if text]

    def _in_words(self, made: Codes | None, room: Room) -> View:
        back = Row(Request(Action.UP), say("Go back"))
        rows = [back, Row(Request(Action.READ), say("Show the codes"))] if made else [back]
        parts: list[Part] = []
        if made is None and room.medium != "words":
            parts += [words(text) for text in self._no_room(room)]
            parts.append(Gap())
        left_out = made.left_out if made else ()
        parts += _items(made.said if made else [forms[0] for forms in self._lines])
        if left_out:
            parts += [Gap(), Heading(say("Not in the codes, for want of room"))]
            parts += [words(_instead(self.visit)), Gap(), *_items(left_out)]
        return View(
            (say("Codes for your phone") if made else say("For your phone"),),
            (*parts, Gap(), *rows),
            frozenset({Action.BACK, Action.UP}),
        )

    def _no_room(self, room: Room) -> list[str]:
        """That no code fits, in which window one does, and what to do instead."""
        told = [say("A code does not fit on this screen.")]
        version = least_version(self._lines)
        if version:
            columns, lines = size_of(version, halves=_halves(room))
            # So many as the window has beside what a code may have of it.
            columns += room.window[0] - room.whole[0] + BETWEEN + BESIDE
            lines += room.window[1] - room.whole[1]
            size = say("{columns} columns and {lines} lines", columns=columns, lines=lines)
            told.append(say("It needs a window of {size}.", size=size))
        return [*told, _instead(self.visit)]

    def _space(self, room: Room) -> tuple[int, int]:
        return room.whole if room.whole[1] else (room.width, room.height)

    def _codes(self, room: Room) -> Codes | None:
        if room.medium == "words":
            return None
        halves = _halves(room)
        width, height = self._space(room)
        version = max(
            version_in(width - BETWEEN - BESIDE, height, halves=halves),
            version_in(width, height - ABOVE, halves=halves),
        )
        if self._made[0] != (version, halves):
            self._made = (version, halves), codes_of(self._lines, version, halves=halves)
        return self._made[1]

    @override
    def do(self, do: Request) -> Navigation | None:
        """The next code or the one before, or the words of all."""
        many = len(self._made[1].codes) if self._made[1] else 0
        if do.action in {Action.NEXT, Action.MORE} and self._at < many:
            self._at = self._at + 1 if do.action is Action.NEXT else many
        elif do.action is Action.BACK and self._at > 0:
            self._at -= 1
        elif do.action is Action.READ and many:
            self._at = 0
        else:
            return None
        return STAY


def _halves(room: Room) -> bool:
    return has_halves(room.medium, os.environ)


def _with_words(
    code: Sequence[Line], told: Sequence[str], space: tuple[int, int]
) -> tuple[Line, ...]:
    """The code with words right of it, or over it where there is no room for them."""
    width = width_of(code[0])
    left = space[0] - width - BETWEEN
    if left < BESIDE:
        over = [*wrap_text(" ".join(told), space[0])][: max(ABOVE, space[1] - len(code))]
        return (*([line(plain(one), "strong") for one in over]), *code)
    beside: list[str] = []
    for text in told:
        beside += [*map(plain, wrap_text(text, left)), ""]
    pairs = zip_longest(code, beside[: len(code)], fillvalue="")
    gap = Span(" " * BETWEEN)
    return tuple((*drawn, gap, Span(str(text))) for drawn, text in pairs)


def _items(texts: Sequence[str]) -> list[Part]:
    return [Words(words(text).spans, "- ") for text in texts]


def _not_all(lines: Sequence[object], made: Codes) -> str:
    n, total = len(lines) - len(made.left_out), len(lines)
    return say("The codes hold {n} of {total} lines. M tells the rest.", n=n, total=total)


def _instead(visit: Visit) -> str:
    """How to take along what a code cannot hold."""
    if visit.profile.saves_files:
        return say("You can save a page.")
    return say("Ask the front desk for this on paper.")

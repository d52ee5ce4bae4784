"""A code to scan: what of the take-away a phone is told, and how a code is drawn.

Black on white in every palette, with the quiet zone that the standard asks for: a picture that a
machine has to read is no matter of taste.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.handout.content import known_words, must_knows, still_to_ask
from edu_tui.handout.plan import phone_lines
from edu_tui.layout.ask import asked_in
from edu_tui.layout.line import Span
from edu_tui.layout.review import short_words
from edu_tui.model.kinds.body import right_reasons
from edu_tui.model.markup import plain
from edu_tui.model.review import UNREVIEWED
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from edu_tui.handout.content import Takeaway, Unsure
    from edu_tui.layout.line import Line, Tone
    from edu_tui.learning.my_questions import Ask
    from edu_tui.model.library import CrisisLine
    from edu_tui.model.module import Module, Purpose
    from edu_tui.model.question import Question

QUIET = 4
"""Empty modules around the code."""
SMALLEST = 21
"""Modules at a side of version 1; each version has `STEP` more."""
STEP = 4
LARGEST = 40
"""The last version that there is."""
NUMBER = re.compile(r"\+?\d(?:[\d ()./-]*\d)?")
"""As one dials it."""
URGENT: tuple[Purpose | None, ...] = (
    "emergency", "call", "after", "tell", "before", "day", "ask", None
)  # fmt: skip
"""Purposes in the order in which a phone needs them: what cannot wait, then the way home and the night."""
SHORT = re.compile(r"\d{3}")
"""One that is known by heart."""


class Code(NamedTuple):
    """A code, and what a phone makes of it."""

    text: str
    lines: tuple[Line, ...]


def code_lines(takeaway: Takeaway) -> list[tuple[str, ...]]:
    """What is worth taking along, the most urgent first; each as it stands, and shorter if it can be.

    Whom to call, what the reader asks in their own words, what keeps them safe (first what was not clear),
    the answers to the rest that was not clear, what is on the list because it was not.
    """
    library = takeaway.library
    lines = [_call(crisis_line) for crisis_line in _in_order(library.crisis)]
    # A clinic's words are worth their room once they hold a number to call.
    lines += [
        (words,) for words in library.clinic.values() if any(word.isdigit() for word in words)
    ]
    own: list[tuple[str, ...]] = []
    by_itself: list[tuple[str, ...]] = []
    for ask in still_to_ask(takeaway):
        text = _ask(ask, library.clinic, known_words(ask, takeaway))
        (by_itself if ask.by_itself else own).append((text,))
    lines += own
    lines += phone_lines(takeaway.plan)[:1] if takeaway.plan else []
    unsure = {topic.question for topic in takeaway.unsure}
    first = _messages(takeaway, takeaway.printed, lambda question: question in unsure)
    rest = _messages(takeaway, takeaway.modules, lambda question: question not in unsure)
    lines += [(message,) for message in dict.fromkeys([*first, *rest])]
    lines += [
        (_stated(takeaway, topic.module, _answered(topic, library.clinic)),)
        for topic in takeaway.unsure
    ]
    return lines + by_itself


def _messages(
    takeaway: Takeaway, modules: Iterable[Module], wanted: Callable[[Question], bool]
) -> list[str]:
    """The key messages of what keeps safe, for those questions."""
    found = [
        (must_know.section, module)
        for module in modules
        for must_know in must_knows((module,))
        if must_know.section and wanted(must_know.question)
    ]
    found.sort(key=lambda each: URGENT.index(each[0].purpose))
    clinic = takeaway.library.clinic
    return [
        _stated(takeaway, module, plain(section.key_message, clinic)) for section, module in found
    ]


def _stated(takeaway: Takeaway, module: Module, text: str) -> str:
    """With what its sign-off lacks: on a phone each line may end up alone."""
    names = (printed.id for printed in takeaway.printed)
    states = dict(zip(names, takeaway.states, strict=False))
    lacking = short_words(states.get(module.id, UNREVIEWED))
    return f"{text} ({lacking})" if lacking else text


def _in_order(lines: Iterable[CrisisLine]) -> list[CrisisLine]:
    """As the library has them, but after the others a line that is a way on from another's number."""
    known: set[str] = set()
    first: list[CrisisLine] = []
    after: list[CrisisLine] = []
    for line in lines:
        numbers = NUMBER.findall(line.how)
        (after if numbers and numbers[0] in known else first).append(line)
        known.update(numbers)
    return first + after


def _call(crisis_line: CrisisLine) -> tuple[str, ...]:
    """Who answers and how to reach them, from all words to the least that still says both."""
    shorter = crisis_line.how.split(",")[0]
    *before, last = shorter.split() or [""]
    # Three digits that come last are dialled as they are. "Text HELP to", "and press 1" are a way to go,
    # and half of it leads to somebody else.
    is_all = SHORT.fullmatch(last) and all(word.islower() for word in before[1:])
    least = last if is_all else shorter
    names = [word for word in crisis_line.name.split() if not NUMBER.fullmatch(word)] or [
        crisis_line.name
    ]
    forms = (
        f"{crisis_line.name}: {crisis_line.how}",
        f"{crisis_line.name}: {shorter}",
        f"{' '.join(names[-2:])}: {least}",
        f"{names[-1]}: {least}",
    )
    different = sorted(dict.fromkeys(forms), key=len, reverse=True)
    # Never just one: by its forms a way to call somebody is known, which no code may cut.
    return tuple(different * 2 if len(different) == 1 else different)


def _answered(unsure: Unsure, clinic: Mapping[str, str]) -> str:
    """The question with what is right: alone it would leave its reader without an answer."""
    body = unsure.question.body

    def said(text: str) -> str:
        return plain(text, clinic)

    right = [
        f"{said(reason.text)} = {body.group_text(reason.group, said)}"
        if reason.group
        else said(reason.text)
        for reason in right_reasons(body)
    ]
    return say("Quiz: {ask}", ask=f"{said(unsure.question.ask)} {'; '.join(right)}")


def _ask(ask: Ask, clinic: Mapping[str, str], known: str) -> str:
    words = " ".join((plain(known, clinic) or ask.shown(clinic)).split())
    return say("Quiz: {ask}", ask=words) if asked_in(ask) and not known else words


def code_of(
    lines: Sequence[tuple[str, ...]], width: int, height: int, *, halves: bool
) -> Code | None:
    """One code that says most of these in so many columns and lines; None where not even one fits.

    With `halves` one line shows two rows of modules; without, a module is two columns wide.
    """
    version = version_in(width, height, halves=halves)
    space = capacity(version) if version else 0
    chosen = chosen_of([line for line in lines if len(line) > 1], [], space)
    chosen = chosen_of([line for line in lines if len(line) == 1], chosen, space)
    return drawn_code("\n".join(chosen), halves=halves) if chosen else None


def version_in(width: int, height: int, *, halves: bool) -> int:
    """The largest version that so many columns and lines have room for; 0 for none."""
    side = min(width, height * 2) if halves else min(width // 2, height)
    return max(0, min(LARGEST, (side - 2 * QUIET - SMALLEST) // STEP + 1))


def size_of(version: int, *, halves: bool) -> tuple[int, int]:
    """Columns and lines that a code of that version takes."""
    side = SMALLEST + STEP * (version - 1) + 2 * QUIET
    return (side, (side + 1) // 2) if halves else (side * 2, side)


@cache
def capacity(version: int) -> int:
    """Bytes that a code of that version holds."""
    return bisect_left(range(1, 3000), x=True, key=lambda size: not _fits("x" * size, version))


def size_of_text(text: str) -> int:
    """Bytes that a code keeps it in."""
    return len(text.encode())


def chosen_of(lines: Sequence[tuple[str, ...]], before: Sequence[str], space: int) -> list[str]:
    """As many as fit, each at its shortest; then each, in order, in as many words as are room for."""
    kept: list[tuple[str, ...]] = []
    for line in lines:
        if size_of_text("\n".join([*before, *(one[-1] for one in kept), line[-1]])) <= space:
            kept.append(line)
    texts = [variants[-1] for variants in kept]
    for at, variants in enumerate(kept):
        fitting = (
            variant
            for variant in variants[:-1]
            if size_of_text("\n".join([*before, *texts[:at], variant, *texts[at + 1 :]])) <= space
        )
        texts[at] = next(fitting, texts[at])
    return [*before, *texts]


def _fits(text: str, version: int) -> bool:
    from segno import DataOverflowError, make

    try:
        # With a mask given none is looked for, which is most of the work.
        make(text, version=version, error="l", mask=0, micro=False, encoding="utf-8")
    except DataOverflowError:
        return False
    return True


def drawn_code(text: str, *, halves: bool) -> Code:
    """The smallest code that says it: the easiest to scan."""
    rows = _rows(text)
    return Code(text, tuple(_halved(rows) if halves else _doubled(rows)))


def _rows(text: str) -> list[list[bool]]:
    """Rows of modules, True for a dark one."""
    from segno import make

    code = make(text, error="l", micro=False, encoding="utf-8")
    return [[bool(printed) for printed in row] for row in code.matrix_iter(border=QUIET)]


def _halved(rows: list[list[bool]]) -> Iterator[Line]:
    glyphs = {
        (False, False): " ",
        (True, False): "▀",
        (False, True): "▄",
        (True, True): "█",
    }
    below = [*rows[1::2], [False] * len(rows[0])]
    for upper, lower in zip(rows[::2], below, strict=False):
        pairs = zip(upper, lower, strict=True)
        yield (Span("".join(glyphs[pair] for pair in pairs), "code"),)


def _doubled(rows: list[list[bool]]) -> Iterator[Line]:
    """Spaces alone: what every font has."""
    for row in rows:
        line: list[Span] = []
        for dark in row:
            tone: Tone = "ink" if dark else "code"
            if line and line[-1].tone == tone:
                line[-1] = Span(line[-1].text + "  ", tone)
            else:
                line.append(Span("  ", tone))
        yield tuple(line)

"""The take-away as parts. A short paper is made by what things are carried for, and keeps to its pages;
a whole one has every text.

Written to be read by somebody who is tired or afraid: what to do stands before why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.handout.about import about_of, phones_of, text_of, title_of
from edu_tui.handout.content import must_knows
from edu_tui.handout.ending import ending_parts
from edu_tui.handout.fit import LARGE, NORMAL, fitted, height, limit, pages_for
from edu_tui.handout.mine import LINES, answer_parts, mine_parts
from edu_tui.handout.pieces import (
    DETAIL,
    LISTS,
    MORE,
    PICTURES,
    at_once,
    laid,
    pieces_of,
    ride_lines,
)
from edu_tui.handout.plan import plan_parts
from edu_tui.layout.crisis import crisis_in_short, crisis_parts
from edu_tui.layout.large import number_in
from edu_tui.layout.line import Room
from edu_tui.layout.paper import whole_parts
from edu_tui.layout.part import Blank, Gap, Heading, Words, words
from edu_tui.layout.picture import with_picture
from edu_tui.layout.text import TextVoice, spans
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.handout.content import MustKnow, Takeaway
    from edu_tui.handout.fit import PaperSize
    from edu_tui.handout.pieces import PaperPiece
    from edu_tui.layout.part import Part
    from edu_tui.model.library import Library
    from edu_tui.model.module import Module, Purpose

NAMED = 3
"""Things that are named of those that had no room; the rest is counted."""
ROOM = Room(72, 0, "words")


class Numbering(Mapping[str, int]):
    """Sources numbered from 1 as they are first cited: in the order of reading, and only what is shown."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    @override
    def __getitem__(self, name: str) -> int:
        return self._numbers.setdefault(name, len(self._numbers) + 1)

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    @override
    def __len__(self) -> int:
        return len(self._numbers)


class LaidPaper(NamedTuple):
    """A take-away as it is laid out."""

    front: tuple[Part, ...]
    """Over all columns."""
    body: tuple[Part, ...]
    pages: int
    """Of paper, A4 or Letter; 0 for a whole one, of which nobody has counted them."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """All of it, in reading order."""
        return (*self.front, *self.body)


def sheet_of(takeaway: Takeaway, *, large: bool = False, tighter: float = 1.0) -> LaidPaper:
    """The paper of a take-away; with less on it where `tighter` is under 1."""
    return _whole(takeaway) if takeaway.whole else _short(takeaway, tighter, large=large)


def pages_in_words(takeaway: Takeaway, *, large: bool = False) -> str:
    """How much paper it takes, before it is made; empty for a whole one."""
    pages = sheet_of(takeaway, large=large).pages
    return say("{n} page", "{n} pages", n=pages) if pages else ""


def _short(takeaway: Takeaway, tighter: float, *, large: bool) -> LaidPaper:
    """With lines for more questions where there is room, and no page for a few words."""
    paper = LARGE if large else NORMAL
    paper = paper._replace(lines=paper.lines * tighter)
    most = limit(len(takeaway.modules), large=large)
    pieces = pieces_of(takeaway, TextVoice(takeaway.library.clinic, {}))
    sheet, out = _on(takeaway, pieces, paper, most, LINES)
    if sheet.pages > most or any(piece.rank <= LISTS for piece in out):
        sheet, out = _on(takeaway, pieces, paper, most, 1)
    if sheet.pages > 1:
        fewer, out = _on(takeaway, pieces, paper, sheet.pages - 1, 1)
        if fewer.pages < sheet.pages and all(piece.rank >= MORE for piece in out):
            return fewer
    return sheet


def _on(
    takeaway: Takeaway, pieces: Sequence[PaperPiece], paper: PaperSize, most: int, lines: int
) -> tuple[LaidPaper, list[PaperPiece]]:
    """The paper on at most so many pages, if that can be; and what it has no room for."""
    voice = TextVoice(takeaway.library.clinic, {})
    heads, front = part_names(takeaway.library), _short_front(takeaway)
    last = (*plan_parts(takeaway.plan), *mine_parts(takeaway, voice, lines))
    over = height(front, paper, across=True)

    def body(kept: list[PaperPiece], out: list[PaperPiece]) -> tuple[Part, ...]:
        return (*laid(kept, heads), *last, *_ending(out))

    def needed(kept: list[PaperPiece], out: list[PaperPiece]) -> int:
        return pages_for(over + height(body(kept, out), paper), paper)

    kept, out = fitted(pieces, lambda kept, out: needed(kept, out) <= most)
    return LaidPaper(front, body(kept, out), needed(kept, out)), out


def part_names(library: Library) -> dict[Purpose | None, str]:
    """What stands over each part of the paper."""
    number = next((number_in(line.how) for line in library.crisis if line.emergency), "")
    calls = (
        say("Call us / call {number}", number=number)
        if number
        else say("Call us, or call for help")
    )
    return {
        "before": say("Before you come"),
        "tell": say("Tell your team"),
        "day": say("On the day"),
        "after": say("Afterwards"),
        "call": calls,
        "emergency": calls,
        "ask": say("Ask"),
        None: say("Remember"),
    }


def _short_front(takeaway: Takeaway) -> tuple[Part, ...]:
    one = takeaway.modules[0].title if len(takeaway.modules) == 1 else ""
    heading = Heading(one or title_of(takeaway), level=1)
    about = [f"{title_of(takeaway)}."] if one else []
    if len(takeaway.modules) > 1:
        about = [say("This paper is about: {title}", title=f"{about_of(takeaway)}.")]
    told: list[Part] = [heading, words(" ".join([*about, *text_of(takeaway)]), "soft"), Gap()]
    told.append(
        words(say("Your care team knows you. If they tell you something else, follow them."))
    )
    told += _left_out(takeaway)
    told += [Gap(), Heading(say("Crisis help"), level=2), Gap()]
    told += crisis_in_short(takeaway.library, hours=True, heading=False)
    phones = phones_of(takeaway)
    told += [Gap(), words(". ".join(phones), "strong") if phones else _phone_line()]
    return tuple(told)


def _left_out(takeaway: Takeaway) -> Iterator[Part]:
    """What belongs on it and cannot be shown."""
    for title in takeaway.left_out.values():
        missing = say(
            "This part could not be printed: {title}. Ask your clinic for it.", title=title
        )
        yield from (Gap(), words(missing, "strong"))


def _phone_line() -> Blank:
    return Blank(say("The phone of my clinic:"))


def _ending(out: list[PaperPiece]) -> list[Part]:
    """What is not on a short paper, and where it is."""
    names = dict.fromkeys(_named(piece) for piece in reversed(out))
    listed = "; ".join([*names][:NAMED])
    if len(names) > NAMED:
        listed = say("{what}; and {n} more", what=listed, n=len(names) - NAMED)
    texts = [say("There was no room for: {what}.", what=listed)] if names else []
    texts.append(
        say(
            "More is in the program: the whole text, its numbers and its sources. "
            "All of it on paper: edu-tui handout --full"
        )
    )
    return [Gap(), words(" ".join(texts), "soft")]


def _named(piece: PaperPiece) -> str:
    if piece.rank == PICTURES:
        return say("pictures")
    if piece.rank == MORE:
        return say("more to remember")
    if piece.rank == DETAIL:
        return say("what happens at each step")
    return piece.title


def _whole(takeaway: Takeaway) -> LaidPaper:
    """Everything: what keeps the reader safe, what is their own, and each text in full with its sources."""
    voice = TextVoice(takeaway.library.clinic, Numbering())
    parts = _front(takeaway)
    parts += _safety(takeaway, voice)
    parts += plan_parts(takeaway.plan)
    parts += mine_parts(takeaway, voice)
    if any(module.walkthrough for module in takeaway.modules):
        parts += [Gap(), words(at_once(), "strong")]
    for module in takeaway.modules:
        parts += _module(module, voice)
    return LaidPaper((), (*parts, *ending_parts(takeaway, voice, parts)), 0)


def _front(takeaway: Takeaway) -> list[Part]:
    parts: list[Part] = [Heading(title_of(takeaway), level=1)]
    parts += [words(" ".join(text_of(takeaway)), "soft"), Gap()]
    if takeaway.modules:
        parts += [words(say("This paper is about: {title}", title=about_of(takeaway))), Gap()]
    parts.append(
        words(say("Your care team knows you. If they tell you something else, follow them."))
    )
    parts += _left_out(takeaway)
    parts += [Gap(), Heading(say("Crisis help"), level=2), Gap()]
    parts += crisis_parts(takeaway.library)
    phones: list[Part] = [words(text, "strong") for text in phones_of(takeaway)]
    return [*parts, Gap(), *(phones or [_phone_line()])]


def _safety(takeaway: Takeaway, voice: TextVoice) -> list[Part]:
    """What keeps the reader safe, and who takes them home."""
    facts = must_knows(takeaway.modules)
    parts: list[Part] = []
    if facts:
        parts += [Gap(), Heading(say("What keeps you safe"), level=2), Gap()]
    for must_know in facts:
        parts += _must_know(must_know, voice)
    if takeaway.has_a_day:
        parts += [Gap(), Heading(say("My ride home"), level=2), Gap(), *ride_lines()]
    return parts


def _must_know(must_know: MustKnow, voice: TextVoice) -> list[Part]:
    if must_know.section is None:
        asked = Words(spans(must_know.question.ask, voice, "strong"))
        return [Gap(), asked, *answer_parts(must_know.question, voice), Gap()]
    return [Words(spans(must_know.section.key_message, voice, "strong"), "- ")]


def _module(module: Module, voice: TextVoice) -> list[Part]:
    parts: list[Part] = [Gap(), Heading(module.title, level=2), Gap()]
    parts += with_picture(module.picture, [Words(spans(module.summary, voice))], ROOM)
    return parts + [_deeper(part) for part in whole_parts(module, voice, ROOM, detailed=True)]


def _deeper(part: Part) -> Part:
    """A heading of a module printed alone, under the module's own title."""
    return part._replace(level=part.level + 1) if isinstance(part, Heading) else part

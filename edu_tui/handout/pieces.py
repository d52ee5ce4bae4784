"""What a short paper may hold, by what it is carried for; each piece with how much it matters.

Nothing is taken by its key or its place: what a section, a list or a box is for says its author.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.handout.content import lists_in, must_knows
from edu_tui.handout.mine import answer_parts, ended
from edu_tui.layout.figure import step_time
from edu_tui.layout.line import Span
from edu_tui.layout.part import Blank, Gap, Heading, Pictured, Words
from edu_tui.layout.section import callout_title
from edu_tui.layout.step import brief, phase_name, told_parts
from edu_tui.layout.text import parts, parts_of, spans
from edu_tui.model.module import PURPOSES
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from edu_tui.handout.content import Takeaway
    from edu_tui.layout.line import Tone
    from edu_tui.layout.part import Part
    from edu_tui.layout.text import TextVoice
    from edu_tui.model.module import Callout, Module, Phase, Purpose, Route, Section

MUST = 0
"""Is on every paper, however many pages that takes."""
LISTS, MESSAGES, DAY, DETAIL, MORE, PICTURES = range(1, 7)
"""Ranks of what is left out where there is no room, the last first."""
_SAFETY: frozenset[Purpose | None] = frozenset({"tell", "call", "emergency"})
"""Purposes whose lists are on every paper."""


class PaperPiece(NamedTuple):
    """Some lines of a paper that are there together or not at all."""

    purpose: Purpose | None
    """The part of the paper; None for what is only worth remembering."""
    title: str
    """Of the section or route: said over the first of its pieces."""
    rank: int
    parts: tuple[Part, ...]
    shorter: tuple[Part, ...] = ()
    """What stands in its place where it has no room."""
    rank_of_shorter: int = MUST
    is_message: bool = False
    """Whether it says by itself what it is about."""


def pieces_of(takeaway: Takeaway, voice: TextVoice) -> list[PaperPiece]:
    """All of them in the order of the paper, none twice; what calls for help stays with its section."""
    must = {id(one.section) for one in must_knows(takeaway.modules)}
    found = [
        piece
        for module in takeaway.modules
        for section in module.sections
        for piece in _of_section(section, voice, must=id(section) in must)
    ]
    for module in takeaway.modules:
        found += _of_day(module, voice)
    found += _untaught(takeaway, voice)
    if takeaway.has_a_day:
        found.append(PaperPiece("before", say("My ride home"), LISTS, ride_lines()))
    order: dict[Purpose | None, float] = {name: at for at, name in enumerate([*PURPOSES, None])}
    # Both stand under one heading, and what cannot wait is read first.
    order["emergency"] = order["call"] - 0.5
    once = {(piece.purpose, piece.parts): piece for piece in reversed(found)}
    kept = [piece for piece in found if once[piece.purpose, piece.parts] is piece]
    return sorted(kept, key=lambda piece: order[piece.purpose])


def ride_lines() -> tuple[Part, ...]:
    """Lines to fill in before the day."""
    return (
        Blank(say("Day and time of my visit:")),
        Blank(say("Who takes me home, and their phone:")),
        Blank(say("Who is with me after:")),
    )


def _of_section(section: Section, voice: TextVoice, *, must: bool) -> Iterator[PaperPiece]:
    purpose, title = section.purpose, section.title
    if section.key_message:
        rank = MUST if must else MESSAGES if purpose else MORE
        message = Words(spans(section.key_message, voice, "strong"), "" if purpose else "- ")
        yield PaperPiece(purpose, title if purpose else "", rank, (message,), is_message=True)
    if section.picture and purpose:
        yield PaperPiece(purpose, title, PICTURES, (Pictured(section.picture),))
    for one in section.lists:
        rank = MUST if one.purpose in _SAFETY else LISTS
        yield PaperPiece(one.purpose, title, rank, tuple(parts(one.text, voice)))
    if purpose and (listed := lists_in(section.text)):
        rank = MUST if purpose in _SAFETY else LISTS
        yield PaperPiece(purpose, title, rank, tuple(parts_of(listed, voice)))
    for box in section.callouts:
        where = section.purpose_of(box)
        if where or box.kind == "warning":
            rank = LISTS if box.kind == "tip" else MUST
            yield PaperPiece(where, title, rank, (_box(box, voice),))


def _of_day(module: Module, voice: TextVoice) -> Iterator[PaperPiece]:
    """What to tell staff on the day; then each way of the day, in full or as a list of what and when."""
    routes = module.walkthrough.routes if module.walkthrough else ()
    urgent: dict[str, Phase] = {}
    for step in (step for route in routes for step in route.steps if step.tell_staff_if):
        urgent.setdefault(step.tell_staff_if, step.phase)
    if urgent:
        lead = (Words((Span(at_once(), "strong"),)), Gap())
        signs = tuple(Words(spans(text, voice), "- ") for text in urgent)
        in_short = tuple(
            _in_a_row(phase, urgent, voice) for phase in dict.fromkeys(urgent.values())
        )
        yield PaperPiece("day", say("Tell us at once"), DETAIL, (*lead, *signs), (*lead, *in_short))
    for route in routes:
        title = say("The day: {title}", title=route.title)
        shorter = tuple(_steps(route, voice, whole=False))
        whole = tuple(_steps(route, voice, whole=True))
        yield PaperPiece("day", title, DETAIL, whole, shorter, DAY)


def _in_a_row(phase: Phase, urgent: Mapping[str, Phase], voice: TextVoice) -> Words:
    """What to tell in one part of the day, one after the other."""
    texts = (text for text, when in urgent.items() if when == phase)
    return Words((Span(f"{phase_name(phase)}: ", "strong"), *spans(" ".join(texts), voice)), "- ")


def _steps(route: Route, voice: TextVoice, *, whole: bool) -> Iterator[Part]:
    """Each step: when and what, then what is told of it, each with its label."""
    for number, step in enumerate(route.steps, 1):
        lead, when = f"{number}. ", step_time(step)
        line = [Span(f"{ended(step.title)} ", "strong")]
        line += [Span(f"{ended(when)} ", "soft")] if when else []
        yield Words(tuple(line), lead)
        told = told_parts(brief(step)._replace(tell_staff_if=""), voice) if whole else []
        for part in told:
            label = Span(f"{part.label}: ", part.tone)
            yield Words((label, *part.spans), " " * len(lead))


def _untaught(takeaway: Takeaway, voice: TextVoice) -> Iterator[PaperPiece]:
    """Must-knows that no section with a key message teaches: the question with its answer."""
    for must_know in must_knows(takeaway.modules):
        if must_know.section is None:
            asked = Words(spans(must_know.question.ask, voice, "strong"))
            answers = answer_parts(must_know.question, voice)
            yield PaperPiece("day", "", MUST, (asked, *answers))


def at_once() -> str:
    """Whom the words of a step mean: the paper is read at home, where no nurse is."""
    return say(
        "At the clinic, tell the nurse now. At home, call your clinic now. In danger, or if nobody "
        "answers, use the crisis help at the top of this paper."
    )


def _box(callout: Callout, voice: TextVoice) -> Words:
    """A box as a line that begins with what is over it: a frame would take the room of a line more.

    Whom to call says its own text: "Call us" before "Call 911" would be two orders.
    """
    if callout.kind == "call":
        return Words(spans(callout.text, voice, "strong"))
    tone: Tone = "warning" if callout.kind == "warning" else "label"
    title = Span(f"{callout_title(callout.kind)}: ", tone)
    return Words((title, *spans(callout.text, voice)))


def laid(pieces: Sequence[PaperPiece], heads: dict[Purpose | None, str]) -> Iterator[Part]:
    """The pieces under the headings of their parts and sections; a message alone needs no title over it."""
    head, title = "", ""
    alone = Counter((heads[piece.purpose], piece.title) for piece in pieces)
    for piece in pieces:
        under = heads[piece.purpose], piece.title
        if under[0] != head:
            head, title = under[0], ""
            yield from (Gap(), Heading(head, level=2), Gap())
        if piece.title != title:
            title = piece.title
            bare = title in {"", head} or (alone[under] == 1 and piece.is_message)
            yield from (Gap(),) if bare else (Gap(), Heading(title), Gap())
        yield from piece.parts

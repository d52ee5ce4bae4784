"""A step of a walkthrough as parts: the rail, the time, what happens, what you may notice and do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.layout.figure import step_time
from edu_tui.layout.line import Line, Room, Span, Tone, cells
from edu_tui.layout.part import Drawn, Gap, Heading, Labelled, Part, Words, words
from edu_tui.layout.picture import left_out, with_picture
from edu_tui.layout.pixels import drawn
from edu_tui.layout.text import TextVoice, numbered, spans
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edu_tui.learning.walk import RailPart, Walk
    from edu_tui.model.module import Phase, Step
    from edu_tui.model.picture import Picture

RAIL = 50
"""Below so many columns the rail is a line of words."""
ROWS, ROWS_FOR_FINGERS = 4, 12
"""Lines that the rows of a step take, with the gap over them."""


def step_cited(step: Step) -> dict[str, int]:
    """The sources of a step and their numbers."""
    texts = (step.happens, step.you_may_notice, step.you_can, step.tell_staff_if, step.staff_note)
    return numbered(texts, step.sources)


def phase_name(phase: Phase) -> str:
    """A part of the day."""
    return {"before": say("Before"), "during": say("During"), "after": say("After")}[phase]


def step_parts(walk: Walk, voice: TextVoice, room: Room) -> list[Part]:
    """Everything of a step that is not empty, in a fixed order; with its picture where both fit one page."""
    parts = _parts(walk, voice, room, walk.step.picture)
    if _is_high(parts, walk.step.picture, room):
        parts = _parts(walk, voice, room, None)
        caption = walk.step.picture.caption if walk.step.picture else ""
        parts += [Gap(), words(caption, "label")] if caption else []
    return parts


def leaves_picture_out(walk: Walk, voice: TextVoice, room: Room) -> bool:
    """Whether the step has a picture that could be drawn, and there is no room for it."""
    picture = walk.step.picture
    if picture is None:
        return False
    parts = _parts(walk, voice, room, picture)
    return left_out([picture], room) or _is_high(parts, picture, room)


def _is_high(parts: Sequence[Part], picture: Picture | None, room: Room) -> bool:
    """Whether a picture that is drawn makes these more than a page with its rows holds."""
    if picture is None or not room.height or left_out([picture], room):
        return False
    lines = sum(len(chunk) for part in parts for chunk in part.chunks(room))
    rows = ROWS_FOR_FINGERS if room.touched else ROWS
    return drawn(picture, room) != [] and lines > room.height - rows


def _parts(walk: Walk, voice: TextVoice, room: Room, picture: Picture | None) -> list[Part]:
    step = walk.step
    told = told_parts(step, voice)
    when, title = when_words(step, room), Heading(step.title)
    if room.medium == "words":
        return [title, words(when, "soft"), Gap(), *with_picture(picture, told, room)]
    if room.tight:
        after = Span(f". {when}" if when else "", "soft")
        gap = [] if room.narrow else [Gap()]
        return [
            Words((Span(step.title, "heading"), after)),
            *gap,
            *with_picture(picture, told, room),
        ]
    whole: list[Part] = [Heading(when, "soft"), title, Gap(), *told]
    return [_rail(walk, room), Gap(), *with_picture(picture, whole, room)]


def when_words(step: Step, room: Room) -> str:
    """When it is and how long it takes; with the part of the day where no rail shows it."""
    when = step_time(step)
    if room.medium == "words":
        when = f"{phase_name(step.phase)}. {when}".rstrip(" .")
    if step.minutes:
        lasts = say("{n} minute", "{n} minutes", n=step.minutes)
        when = say("{when}, takes about {lasts}", when=when, lasts=lasts)
    return when


def brief(step: Step) -> Step:
    """What a short list of the day tells of a step: what happens, what one can do, what to speak up about."""
    return step._replace(you_may_notice="", who=(), watched=(), staff_note="")


def told_parts(step: Step, voice: TextVoice) -> list[Labelled]:
    """What is told of a step, each with its label."""
    hints = [
        (say("What happens"), step.happens),
        (say("You may notice"), step.you_may_notice),
        (say("You can"), step.you_can),
        (say("Tell us at once"), step.tell_staff_if),
        (say("With you"), ", ".join(step.who)),
        (say("We watch"), ", ".join(step.watched)),
        (say("For staff"), step.staff_note),
    ]
    urgent = say("Tell us at once")
    result: list[Labelled] = []
    for label, text in hints:
        if text:
            tone: Tone = "warning" if label == urgent else "label"
            result.append(Labelled(label, spans(text, voice), tone))
    return result


def _rail(walk: Walk, room: Room) -> Drawn:
    rail = walk.rail()
    if room.width < RAIL:
        here = [
            f"[{phase_name(part.phase)}]" if part.here else phase_name(part.phase) for part in rail
        ]
        return Drawn((((Span("  ".join(here), "mark"),),),))
    return Drawn(((_names(rail), _track(rail, room)),))


def _column(part: RailPart) -> int:
    return max(cells(phase_name(part.phase)) + 4, part.total + 2)


def _names(rail: tuple[RailPart, ...]) -> Line:
    spans_: list[Span] = []
    for part in rail:
        name = phase_name(part.phase)
        shown = f"[{name}]" if part.here else f" {name} "
        spans_.append(Span(shown.ljust(_column(part)), "strong" if part.here else "soft"))
        spans_.append(Span(" "))
    return tuple(spans_)


def _track(rail: tuple[RailPart, ...], room: Room) -> Line:
    spans_: list[Span] = []
    for part in rail:
        done = room.glyph("■", "#") * part.done
        here = ">" if part.here else ""
        rest = room.glyph("·", ".") * (part.total - part.done - len(here))
        # The bar keeps ">" from beginning the line: that is the mark of focus.
        spans_ += [Span("|" + done + here, "mark"), Span(rest, "rest")]
        spans_.append(Span(" " * (_column(part) - part.total)))
    return tuple(spans_)

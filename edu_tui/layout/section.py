"""A section as parts: title, text, detail, figure, call-outs, and the key message in a box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.layout.figure import figure_parts
from edu_tui.layout.part import Box, Gap, Heading, Part
from edu_tui.layout.picture import with_picture
from edu_tui.layout.text import TextVoice, numbered, parts, spans
from edu_tui.model.figure import Timeline
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.layout.line import Room, Tone
    from edu_tui.model.module import CalloutKind, Section, Walkthrough


def cited(section: Section) -> dict[str, int]:
    """The sources of a section and their numbers, the same whether detail is shown or not."""
    texts = [section.body, section.key_message, *[callout.text for callout in section.callouts]]
    figure = section.figure.cited if section.figure else ()
    first = numbered(texts, figure)
    later = numbered([section.more])
    for source in later:
        first.setdefault(source, len(first) + 1)
    return first


def section_parts(
    section: Section,
    walkthrough: Walkthrough | None,
    voice: TextVoice,
    room: Room,
    *,
    detailed: bool,
) -> list[Part]:
    """Everything of a section, in reading order."""
    head: list[Part] = [Heading(section.title), Gap()]
    return head + body_parts(section, walkthrough, voice, room, detailed=detailed)


def body_parts(
    section: Section,
    walkthrough: Walkthrough | None,
    voice: TextVoice,
    room: Room,
    *,
    detailed: bool,
) -> list[Part]:
    """What stands under a section's title."""
    result = with_picture(section.picture, parts(section.body, voice), room)
    if detailed and section.more:
        result += [Gap(), Heading(say("More detail"), "label"), *parts(section.more, voice)]
    if section.figure is not None:
        data = section.figure.data
        route = None
        if isinstance(data, Timeline) and walkthrough is not None:
            route = walkthrough.route(data.route)
        result += [Gap(), *figure_parts(section.figure, room, route, voice.numbers)]
    for callout in section.callouts:
        tone: Tone = "warning" if callout.kind == "warning" else "box"
        box = Box(callout_title(callout.kind), spans(callout.text, voice), tone)
        result += [Gap(), *with_picture(callout.picture, [box], room)]
    if section.key_message:
        result += [Gap(), Box(say("Remember"), spans(section.key_message, voice, "strong"))]
    return result


def callout_title(kind: CalloutKind) -> str:
    """What stands over a call-out."""
    return {"warning": say("Take care"), "tip": say("Good to know"), "call": say("Call us")}[kind]

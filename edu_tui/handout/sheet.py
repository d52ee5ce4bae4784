"""The take-away as parts, in the order in which it helps: safety first, then when to call, then the rest.

Written to be read by somebody who is tired or afraid: what to do stands before why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from edu_tui.handout.content import CALLING, calls, lists_in, must_knows
from edu_tui.handout.ending import ending_parts
from edu_tui.handout.mine import answer_parts, mine_parts
from edu_tui.handout.plan import plan_parts
from edu_tui.layout.crisis import crisis_parts
from edu_tui.layout.day import day_in_words
from edu_tui.layout.figure import figure_in_words, step_time, table_of
from edu_tui.layout.line import Span
from edu_tui.layout.paper import whole_parts
from edu_tui.layout.part import Blank, Box, Gap, Heading, Labelled, Pictured, Words, words
from edu_tui.layout.picture import with_picture
from edu_tui.layout.review import together
from edu_tui.layout.section import callout_title
from edu_tui.layout.step import brief, told_parts
from edu_tui.layout.text import TextVoice, parts_of, spans
from edu_tui.layout.text import parts as text_parts
from edu_tui.model import markup
from edu_tui.model.library import in_language
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.handout.content import MustKnow, Takeaway
    from edu_tui.layout.line import Room, Tone
    from edu_tui.layout.part import Part
    from edu_tui.model.module import Callout, Module, Section, Walkthrough


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


def sheet_parts(takeaway: Takeaway, room: Room) -> list[Part]:
    """Everything, in reading order; `room` has the medium of words."""
    voice = TextVoice(takeaway.library.clinic, Numbering())
    parts = _front(takeaway)
    parts += _help(takeaway)
    parts += _safety(takeaway, voice)
    parts += _calling(takeaway, voice, room)
    parts += plan_parts(takeaway.plan)
    parts += mine_parts(takeaway, voice)
    for module in takeaway.modules:
        parts += _module(module, voice, room, whole=takeaway.whole)
    return parts + ending_parts(takeaway, voice, parts)


def title_of(takeaway: Takeaway) -> str:
    """What stands over all of it."""
    title = in_language(takeaway.library.title, takeaway.language)
    return say("{title}: to take with you", title=title)


def about_of(takeaway: Takeaway) -> str:
    """What it is about, in words: the whole course, or the titles of its modules."""
    if takeaway.is_whole_course:
        return say("the whole course")
    return ", ".join(module.title for module in takeaway.modules)


def _front(takeaway: Takeaway) -> list[Part]:
    parts: list[Part] = [Heading(title_of(takeaway), level=1)]
    texts = [say("Made on {day}.", day=day_in_words(takeaway.made_on.isoformat()))]
    if together(takeaway.states):
        texts.append(f"{together(takeaway.states)}.")
    parts += [words(" ".join(texts), "soft"), Gap()]
    if takeaway.modules:
        parts += [words(say("This paper is about: {title}", title=about_of(takeaway))), Gap()]
    parts.append(
        words(say("Your care team knows you. If they tell you something else, follow them."))
    )
    for title in takeaway.left_out.values():
        missing = say(
            "This part could not be printed: {title}. Ask your clinic for it.", title=title
        )
        parts += [Gap(), words(missing, "strong")]
    return parts


def _safety(takeaway: Takeaway, voice: TextVoice) -> list[Part]:
    """What keeps the reader safe, and who takes them home."""
    facts = must_knows(takeaway.modules)
    parts: list[Part] = []
    if facts:
        parts += [Gap(), Heading(say("What keeps you safe"), level=2), Gap()]
    for must_know in facts:
        parts += _must_know(must_know, voice)
    if takeaway.has_a_day:
        parts += [Gap(), Heading(say("My ride home"), level=2), Gap()]
        parts += [
            Blank(say("Day and time of my visit:")),
            Blank(say("Who takes me home:")),
            Blank(say("Their phone:")),
            Blank(say("Who is with me after:")),
        ]
    return parts


def _must_know(must_know: MustKnow, voice: TextVoice) -> list[Part]:
    if must_know.section is None:
        asked = Words(spans(must_know.question.ask, voice, "strong"))
        return [Gap(), asked, *answer_parts(must_know.question, voice), Gap()]
    return [Words(spans(must_know.section.key_message, voice, "strong"), "- ")]


def _help(takeaway: Takeaway) -> list[Part]:
    """Whom to call now: before everything else, for who picks the paper up in a bad moment."""
    parts: list[Part] = [Gap(), Heading(say("Crisis help"), level=2), Gap()]
    parts += crisis_parts(takeaway.library)
    return [*parts, Gap(), Blank(say("The phone of my clinic:"))]


def _calling(takeaway: Takeaway, voice: TextVoice, room: Room) -> list[Part]:
    """The lists of what to call about, and whom; the full text has them where they belong.

    A list that its author does not call one of these is none, whatever stands beside it.
    """
    sections = [] if takeaway.whole else calls(takeaway.modules)
    parts: list[Part] = [Gap(), Heading(say("When to call, and whom"), level=2)] if sections else []
    for section in sections:
        parts += [Gap(), Heading(section.title)]
        for one in section.lists:
            parts += [Gap(), *text_parts(one.text, voice)] if one.purpose in CALLING else []
        parts += [Gap(), *_lists(section, voice)] if section.purpose in CALLING else []
        for callout in section.callouts:
            if callout.kind == "call":
                parts += [Gap(), *_box(callout, voice, room)]
    return parts


def _lists(section: Section, voice: TextVoice) -> list[Part]:
    """The lists of a section, each with the paragraph that leads to it.

    Who looks for help looks for a list; what stands between the lists explains.
    """
    kept = lists_in(section.text)
    # Where it draws a shared list, its own text explains that.
    return parts_of(kept or ([] if section.lists else markup.parse(section.text)), voice)


def _module(module: Module, voice: TextVoice, room: Room, *, whole: bool) -> list[Part]:
    """A module in full, or what to remember of it."""
    parts: list[Part] = [Gap(), Heading(module.title, level=2), Gap()]
    parts += with_picture(module.picture, [Words(spans(module.summary, voice))], room)
    if whole:
        return parts + [_deeper(part) for part in whole_parts(module, voice, room, detailed=True)]
    if any(section.key_message for section in module.sections):
        parts += [Gap(), Heading(say("Remember"))]
    for section in module.sections:
        if section.key_message:
            lead_spans = (
                Span(f"{_ended(section.title)} ", "strong"),
                *spans(section.key_message, voice),
            )
            parts.append(Words(lead_spans, "- "))
    for section in module.sections:
        parts += _apart(section, voice, room)
    return parts + (_day(module.walkthrough, voice) if module.walkthrough else [])


def _apart(section: Section, voice: TextVoice, room: Room) -> list[Part]:
    """What stands out of a section: its picture, its warnings, and its figure in words."""
    parts: list[Part] = [Gap(), Pictured(section.picture)] if section.picture else []
    for callout in section.callouts:
        if callout.kind == "warning":
            parts += [Gap(), *_box(callout, voice, room)]
    if section.figure is not None:
        in_words = figure_in_words(section.figure, voice.numbers)
        table = table_of(section.figure, voice.numbers)
        label = say("In short") if table else section.figure.title
        parts += [Gap(), *([table] if table else []), Labelled(label, in_words)]
    return parts


def _day(walkthrough: Walkthrough, voice: TextVoice) -> list[Part]:
    """Each way of the day on one list: when and what, then what is told of it, each with its label."""
    steps = [step for route in walkthrough.routes for step in route.steps]
    parts: list[Part] = (
        [Gap(), words(at_once(), "strong")] if any(step.tell_staff_if for step in steps) else []
    )
    for route in walkthrough.routes:
        parts += [Gap(), Heading(say("The day: {title}", title=route.title)), Gap()]
        for number, step in enumerate(route.steps, 1):
            when = step_time(step)
            lead_spans = [Span(f"{_ended(step.title)} ", "strong")]
            lead_spans += [Span(f"{_ended(when)} ", "soft")] if when else []
            lead = f"{number}. "
            parts.append(Words(tuple(lead_spans), lead))
            parts += [Pictured(step.picture)] if step.picture else []
            for part in told_parts(brief(step), voice):
                label = Span(f"{part.label}: ", part.tone)
                parts.append(Words((label, *part.spans), " " * len(lead)))
    return parts


def at_once() -> str:
    """Whom the words of a step mean: the paper is read at home, where no nurse is."""
    return say(
        '"Tell us at once" means: at the clinic, tell the nurse now. At home, call your clinic now. '
        "In danger, or if nobody answers, use the crisis help at the top of this paper."
    )


def _box(callout: Callout, voice: TextVoice, room: Room) -> list[Part]:
    tone: Tone = "warning" if callout.kind == "warning" else "box"
    box = Box(callout_title(callout.kind), spans(callout.text, voice), tone)
    return with_picture(callout.picture, [box], room)


def _deeper(part: Part) -> Part:
    """A heading of a module printed alone, under the module's own title."""
    return part._replace(level=part.level + 1) if isinstance(part, Heading) else part


def _ended(text: str) -> str:
    """As a sentence, so that what comes after begins a new one."""
    return text if text.endswith((".", "?", "!", ":")) else f"{text}."

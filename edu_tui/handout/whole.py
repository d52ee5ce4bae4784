"""The whole paper: what keeps the reader safe, what is their own, and each text in full with its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from edu_tui.handout.about import about_of, help_parts, text_of, title_of
from edu_tui.handout.content import must_knows
from edu_tui.handout.ending import ending_parts
from edu_tui.handout.fit import LaidPaper
from edu_tui.handout.mine import answer_parts, mine_parts
from edu_tui.handout.pieces import at_once, ride_lines
from edu_tui.handout.plan import plan_parts
from edu_tui.layout.crisis import crisis_parts
from edu_tui.layout.line import Room
from edu_tui.layout.paper import whole_parts
from edu_tui.layout.part import Gap, Heading, Words, words
from edu_tui.layout.picture import with_picture
from edu_tui.layout.text import TextVoice, spans
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.handout.content import MustKnow, Takeaway
    from edu_tui.layout.part import Part
    from edu_tui.model.module import Module

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


def whole_paper(takeaway: Takeaway) -> LaidPaper:
    """Everything, in the order in which it matters."""
    voice = TextVoice(takeaway.library.clinic, Numbering())
    parts = _front(takeaway)
    parts += _safety(takeaway, voice)
    parts += plan_parts(takeaway.plan)
    parts += mine_parts(takeaway, voice)
    if any(module.walkthrough for module in takeaway.modules):
        parts += [
            Gap(),
            Heading(say("Tell us at once"), level=2),
            Gap(),
            words(at_once(), "strong"),
        ]
    for module in takeaway.modules:
        parts += _module(module, voice)
    return LaidPaper((), (*parts, *ending_parts(takeaway, voice, parts)), 0)


def _front(takeaway: Takeaway) -> list[Part]:
    parts: list[Part] = [Heading(title_of(takeaway), level=1)]
    parts += [words(" ".join(text_of(takeaway)), "soft"), Gap()]
    if takeaway.modules:
        parts += [words(say("This paper is about: {title}", title=about_of(takeaway))), Gap()]
    return parts + help_parts(takeaway, crisis_parts(takeaway.library))


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

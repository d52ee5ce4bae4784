"""What a module is, in a few lines, before it is opened: beside home, where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.progress import section_progress
from edu_tui.journey.view import View
from edu_tui.layout.part import Gap, Heading, Words, words
from edu_tui.layout.text import spans
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.part import Part


def preview_of(visit: Visit, module_id: str) -> View | None:
    """Summary, parts with how they stand, and how much keeps safe; None where it cannot be opened."""
    entry = visit.contents.entries.get(module_id)
    if entry is None or entry.state != "ready" or not visit.may_show(module_id):
        return None
    standing, outline = visit.standing(module_id), visit.outline(module_id)
    parts: list[Part] = [Heading(entry.title), Gap(), Words(spans(entry.summary, visit.voice()))]
    parts.append(Gap())
    for part in outline:
        if part.kind == "section":
            asked = [other.unit for other in outline if other.teaches == part.unit]
            state = section_progress(standing, part.unit, asked)
            parts.append(words(f"{part.title} ({state})" if state else part.title))
        elif part.kind == "route":
            steps = sum(other.unit.startswith(f"{part.unit}/") for other in outline)
            count = say("{n} step", "{n} steps", n=steps)
            parts.append(words(f"{part.title} ({count})"))
    safety = visit.safety_questions(module_id)
    if safety:
        clear = sum(unit in standing.clear for unit in safety)
        text = say("Safety points clear: {n} of {of}", n=clear, of=len(safety))
        parts += [Gap(), words(text, "soft")]
    return View(where=(entry.title,), parts=tuple(parts))

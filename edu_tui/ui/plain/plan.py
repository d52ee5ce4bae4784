"""A plan as who made it is told of it: the code, what it opens, the day, how to use it."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.handout.plan import how_to_use
from edu_tui.layout.day import day_in_words
from edu_tui.layout.line import plain, width_of
from edu_tui.layout.wrap import wrap_text
from edu_tui.system.shown import harmless
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edu_tui.handout.code import Code
    from edu_tui.handout.plan import PlanNote

WIDTH = 79
NARROWEST, BETWEEN = 32, 3
"""Columns of what is said beside a picture, at least, and of what is left free between."""


class PlanReport(NamedTuple):
    """All that is said of a new plan."""

    note: PlanNote
    unsigned: tuple[str, ...]
    """Titles of parts that a waiting room does not show as they are now."""
    picture: Code | None
    """The code to scan; None where none is drawn."""


def plan_report(report: PlanReport, width: int = WIDTH) -> str:
    """The lines before the picture."""
    note = report.note
    lines = [say("Code: {code}", code=note.code), "", say("It opens, in this order:")]
    lines += [f"  {at}. {title}" for at, title in enumerate(note.titles, 1)]
    day = day_in_words(note.day) if note.day else say("not set")
    lines += [say("Appointment: {day}", day=day), "", say("How the patient uses it:")]
    phone = say("On a phone: scan the picture. It keeps the code and the list as a note.")
    uses = (*how_to_use(note.code), *((phone,) if report.picture else ()))
    lines += [f"  - {use}" for use in uses]
    lines.append(say("The code has no name in it, and nobody keeps a list of codes."))
    if report.unsigned:
        titles = "; ".join(report.unsigned)
        lines += [
            "",
            say("Not signed off yet. A waiting room does not show: {titles}", titles=titles),
        ]
    return "".join(f"{line}\n" for text in lines for line in _fitted(text, width))


def beside_picture(report: PlanReport, picture: Code, columns: int) -> list[str]:
    """The picture in a terminal's colors, and all that is said right of it; nothing where that is too narrow."""
    width = max(map(width_of, picture.lines))
    left = columns - width - BETWEEN
    if left < NARROWEST:
        return []
    told = harmless(plan_report(report, min(WIDTH, left))).splitlines()
    drawn = picture_lines(picture, colors=True)
    pairs = zip_longest(drawn, told, fillvalue="")
    return [f"{line or ' ' * width}{' ' * BETWEEN}{text}".rstrip() for line, text in pairs]


def picture_lines(picture: Code, *, colors: bool) -> list[str]:
    """The picture: black on white whatever the terminal's colors, or as ink on paper."""
    if not colors:
        return [plain(line).rstrip() for line in picture.lines]
    drawn = []
    for line in picture.lines:
        pieces = (f"\x1b[{_COLORS[span.tone]}m{span.text}" for span in line)
        drawn.append(f"{''.join(pieces)}\x1b[0m")
    return drawn


_COLORS = {"code": "30;47", "ink": "37;40"}
"""For each tone of a picture: black on white, and the other way round."""


def _fitted(text: str, width: int) -> Sequence[str]:
    inner = text.lstrip()
    lead = text[: len(text) - len(inner)]
    if not inner:
        return [""]
    rest = "  " if inner.startswith("- ") else "   " if lead else ""
    wrapped = [plain(line) for line in wrap_text(inner, width - len(lead), rest=rest)]
    return [f"{lead}{line}" for line in wrapped]

"""Figures: the keys each kind has, and the sums that have to be right before one is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from edu_tui.library.decode.citations import read_sources
from edu_tui.model.figure import Bar, Bars, Figure, Flow, FlowStep, Group, IconArray, Timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.library.decode.fields import Fields

FigureKind = Literal["icon-array", "bars", "timeline", "flow"]
KINDS: tuple[FigureKind, ...] = ("icon-array", "bars", "timeline", "flow")
MOST_PEOPLE = 1000


def read_figure(fields: Fields) -> Figure:
    """The `figure:` of a section."""
    kind = fields.choice("kind", KINDS)
    known = fields.has("kind") and _is_known(fields)
    title = fields.text("title")
    alt = fields.text("alt")
    how = fields.text("how_to_read", needed=False)
    sources = read_sources(fields)
    data = _DATA[kind](fields) if known else Timeline("")
    fields.finish(closed=known)
    return Figure(title, alt, how, sources, data)


def _is_known(fields: Fields) -> bool:
    return getattr(fields.node_of("kind"), "value", None) in KINDS


def _icon_array(fields: Fields) -> IconArray:
    of = fields.integer("of", 1, MOST_PEOPLE)
    groups = fields.records("groups", "group", lambda own: _group(own, of))
    if len(groups) > 3:
        fields.report_key("groups", "too-many", f"at most 3 groups, found {len(groups)}")
    who, over = fields.text("who", needed=False), fields.text("over", needed=False)
    return IconArray(of, groups, who, over, fields.text("means", needed=False))


def _group(fields: Fields, of: int) -> Group:
    group = Group(fields.text("label"), fields.integer("count", 0, of))
    fields.finish()
    return group


def _bars(fields: Fields) -> Bars:
    bars = Bars(
        fields.text("unit"),
        fields.records("bars", "bar", _bar),
        fields.text("who", needed=False),
        fields.text("over", needed=False),
    )
    if any(bar.value < 0 for bar in bars.bars):
        fields.report_key("bars", "out-of-range", "bars begin at zero; no value may be below it")
    return bars


def _bar(fields: Fields) -> Bar:
    bar = Bar(fields.text("label"), fields.number("value"), fields.text("group", needed=False))
    fields.finish()
    return bar


def _timeline(fields: Fields) -> Timeline:
    return Timeline(fields.id("route"))


def _flow(fields: Fields) -> Flow:
    return Flow(fields.records("steps", "step", _flow_step, low=2, part="link"))


def _flow_step(fields: Fields) -> FlowStep:
    step = FlowStep(
        fields.text("title"),
        fields.text("caption"),
        fields.choice("certainty", ("shown", "likely", "unproven")),
    )
    fields.finish()
    return step


_DATA: dict[FigureKind, Callable[[Fields], IconArray | Bars | Timeline | Flow]] = {
    "icon-array": _icon_array,
    "bars": _bars,
    "timeline": _timeline,
    "flow": _flow,
}

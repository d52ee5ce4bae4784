"""Figures: the keys each kind has, and the sums that have to be right before one is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from edu_tui.library.decode.citations import read_sources
from edu_tui.library.decode.names import unique
from edu_tui.model.figure import (
    Bar,
    Bars,
    Compare,
    ComparedCell,
    ComparedOption,
    ComparedRow,
    Figure,
    Flow,
    FlowStep,
    Group,
    IconArray,
    Timeline,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.library.decode.fields import Fields

FigureKind = Literal["icon-array", "bars", "timeline", "flow", "compare"]
KINDS: tuple[FigureKind, ...] = ("icon-array", "bars", "timeline", "flow", "compare")
_OWN_KEYS: dict[str, FigureKind] = {
    "bars": "bars", "route": "timeline", "steps": "flow", "rows": "compare", "groups": "icon-array",
}  # fmt: skip
MOST_PEOPLE = 1000
MOST_OPTIONS = 5


def read_figure(fields: Fields) -> Figure:
    """The `figure:` of a section."""
    _, kind = fields.kind(KINDS, _OWN_KEYS)
    title = fields.text("title")
    alt = fields.text("alt")
    how = fields.text("how_to_read", needed=False)
    sources = read_sources(fields)
    data = _DATA[kind](fields) if kind else Timeline("")
    fields.finish(closed=kind is not None)
    return Figure(title, alt, how, sources, data)


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


def _compare(fields: Fields) -> Compare:
    known = fields.records("options", "option", _option, low=2)
    unique(fields, "id", "option", ((option.id, own.node_of("id")) for option, own in known))
    options = tuple(option for option, _ in known)
    if len(options) > MOST_OPTIONS:
        message = f"at most {MOST_OPTIONS} options stand side by side, found {len(options)}"
        fields.report_key("options", "too-many", message)
    ids = [option.id for option in options]
    return Compare(options, fields.records("rows", "row", lambda own: _compare_row(own, ids)))


def _option(fields: Fields) -> tuple[ComparedOption, Fields]:
    option = ComparedOption(fields.id(), fields.text("label"))
    fields.finish()
    return option, fields


def _compare_row(fields: Fields, options: list[str]) -> ComparedRow:
    row = ComparedRow(
        fields.text("ask"), fields.records("cells", "cell", lambda own: _cell(own, options))
    )
    fields.finish()
    there = {cell.option for cell in row.cells}
    for option in options:
        said = option in there or option in fields.document.unread
        if option and not said and fields.has("cells"):
            message = f"nothing is said of `{option}`; where nobody knows, write {{option: {option}, text: Not known}}"
            fields.report_key("cells", "missing-key", message)
    return row


def _cell(fields: Fields, options: list[str]) -> ComparedCell:
    option = fields.id("option")
    if option and option not in options:
        message = f"there is no option `{option}` in this figure"
        fields.not_among(fields.node_of("option"), "unknown-reference", message, option, options)
    counted = fields.has("groups")
    of = fields.integer("of", 1, MOST_PEOPLE) if counted else 0
    cell = ComparedCell(
        option,
        fields.text("text"),
        of,
        fields.records("groups", "group", lambda own: _group(own, of)) if counted else (),
        fields.text("who", needed=False),
        fields.text("over", needed=False),
        read_sources(fields),
    )
    fields.finish()
    return cell


_DATA: dict[FigureKind, Callable[[Fields], IconArray | Bars | Timeline | Flow | Compare]] = {
    "icon-array": _icon_array,
    "bars": _bars,
    "timeline": _timeline,
    "flow": _flow,
    "compare": _compare,
}

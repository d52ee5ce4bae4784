"""The top and bottom lines: where I am, the review state, what has just happened, which keys work."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.widget import Widget

from edu_tui.journey.action import AWAY_AT_ONCE, BY_ACTION, Action, Hint, bottom_line, key_name
from edu_tui.journey.view import FOCUSED, UNFOCUSED, Request, View, header
from edu_tui.layout.line import BLANK, Line, Room, Span, cells, line, plain
from edu_tui.layout.wrap import wrap_text
from edu_tui.system.typing import override
from edu_tui.system.wording import say
from edu_tui.ui.tui.widgets.asked import Requested
from edu_tui.ui.tui.widgets.strip import EMPTY, MARGIN, lit, strip_of

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Size
    from textual.strip import Strip

    from edu_tui.layout.line import Medium
    from edu_tui.ui.tui.palette import Palette

BY_FINGER = 24
"""Lines of a screen on which keys may be three lines high: news or nothing, the key, nothing."""
ROOMY = 20
"""From so many lines there is an empty one under the top lines."""
TOP, ROOMY_TOP = 2, 3
"""Lines at the top at least."""
BESIDE_NEWS = 7
"""Lines that long news leaves free: two at the top, two of the page, the one after it, two at the bottom."""


class Edge(Widget):
    """Lines that change only with the view."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.palette = palette
        self.view = EMPTY
        self._made: tuple[int, list[Line]] = (-1, [])
        """A width, and the lines in it."""

    def show(self, view: View, palette: Palette) -> None:
        """Draw that view's lines."""
        worn = self.palette
        self.view, self.palette = view, palette
        self.renew(whole=worn != palette)

    def renew(self, *, whole: bool = False) -> None:
        """Make the lines anew; draw nothing when they are the same, unless all has changed."""
        width = self.size.width
        before, self._made = self._made, (width, self.lines(width))
        if whole or before[0] != width:
            self.refresh()
            return
        for y, (old, new) in enumerate(zip_longest(before[1], self._made[1])):
            if old != new:
                self.refresh(Region(0, y, width, 1))

    def lines(self, width: int) -> list[Line]:
        """The lines to draw at that width; none where a kind of edge has nothing to say."""
        del width
        return []

    @override
    def render_line(self, y: int) -> Strip:
        """One of the lines."""
        width = self.size.width
        if self._made[0] != width:
            self._made = width, self.lines(width)
        lines = self._made[1]
        return strip_of(lines[y] if y < len(lines) else BLANK, width, self.palette)


class Top(Edge):
    """Where I am and how far; the review state; whether nothing is kept."""

    def __init__(self, palette: Palette, medium: Medium) -> None:
        super().__init__(palette)
        self._medium = medium

    def fit(self, view: View, window: Size) -> int:
        """Be as high as it has to be, with an empty line below where there is room; how many lines."""
        lines = len(self._header(view, window.width))
        height = max(lines, ROOMY_TOP if window.height >= ROOMY else TOP)
        self.styles.height = height
        return height

    @override
    def lines(self, width: int) -> list[Line]:
        """Two lines, or three."""
        return self._header(self.view, width)

    @override
    def render_line(self, y: int) -> Strip:
        """One of the lines; over what is loud they are a band across the whole window."""
        strip = super().render_line(y)
        if not self.view.loud or y >= TOP:
            return strip
        return lit(strip, 0, self.size.width, self.palette.tones["match"])

    def _header(self, view: View, width: int) -> list[Line]:
        return header(view, Room(width - MARGIN - 1, 0, self._medium))


class TooSmall(Edge):
    """Over everything in a window in which nothing can be read: what to do."""

    def __init__(self, palette: Palette, least: Size) -> None:
        super().__init__(palette)
        self._least = least

    def fit(self, window: Size) -> None:
        """Be there or not."""
        self.display = window.width < self._least.width or window.height < self._least.height

    @override
    def lines(self, width: int) -> list[Line]:
        """Whom to call, where that was asked for; else one sentence and the key to it."""
        room = max(1, width - MARGIN)
        texts = self.view.small
        if not texts:
            crisis = BY_ACTION[Action.CRISIS]
            texts = (
                say("Please make the window larger."),
                f"{key_name(crisis.keys[0])} {say(crisis.label)}",
            )
        return [spans for text in texts for spans in wrap_text(text, room)]


class Label(Edge):
    """The words over the field, with the mark of focus while typing goes there."""

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        self.typing = True
        self.indent = 0
        """Columns to the left of it."""

    @override
    def lines(self, width: int) -> list[Line]:
        """One line."""
        lead = FOCUSED if self.typing else UNFOCUSED
        field = self.view.field
        name, used = (field.label, field.used) if field else ("", "")
        spans = line(" " * (self.indent - MARGIN) + f"{lead}{name}:", "label")
        return [(*spans, *line(f" {used}", "talk")) if used else spans]


class Bottom(Edge):
    """What has just happened, and the keys; each can be touched."""

    def __init__(self, palette: Palette, *, touched: bool = False) -> None:
        super().__init__(palette)
        self.more = False
        """Whether there is more below than can be seen."""
        self._touched = touched
        self._touched_action: Action | None = None
        """What a touch began on; empty for nothing."""
        self._pointed: Action | None = None
        """Over which key the mouse is; None for none."""

    @override
    def show(self, view: View, palette: Palette) -> None:
        """Draw that view's lines, with nothing pointed at: other keys may stand there now."""
        self._pointed = None
        super().show(view, palette)

    def fit(self, window: Size) -> int:
        """Where the screen is touched and there is room, keys are as high as a finger; how many lines."""
        height = 3 if self._touched and window.height >= BY_FINGER else 2
        self.styles.height = height
        return height

    def tell_more(self, *, more: bool) -> None:
        """Say that there is more below, or that there is not."""
        if self.more != more:
            self.more = more
            self.renew()

    @override
    def lines(self, width: int) -> list[Line]:
        """A line of news, then the keys."""
        room = width - MARGIN - 1
        goes_on = self._pointed is Action.MOVE_ON
        return [line(self._news(room), "pointed" if goes_on else "talk"), self._keys(room)]

    def news_above(self, view: View, window: Size, width: int) -> list[Line]:
        """What is too long for the one line of news: all of it, for the last lines of a page that wide.

        `window` is the whole of the screen.
        """
        if not view.said or self._fits(view.said, window.width - MARGIN - 1):
            return []
        room, most = max(1, width - MARGIN - 1), max(1, window.height - BESIDE_NEWS)
        lines = [plain(spans) for spans in wrap_text(view.said, room)]
        if len(lines) > most:
            lines[most - 1 :] = [_cut(" ".join(lines[most - 1 :]), room)]
        return [BLANK, *(line(text, "talk") for text in lines)]

    @staticmethod
    def _fits(message: str, room: int) -> bool:
        """Whether it fits beside the word for more below, which may come and go while it is read."""
        return cells(message) + 2 + cells(say("(more)")) <= room

    def _news(self, room: int) -> str:
        """What has happened, and that there is more below, in a word where both do not fit."""
        more = say("More below: press Down.") if self.more else ""
        message = self.view.said if self._fits(self.view.said, room) else ""
        if message and more and cells(message) + 2 + cells(more) > room:
            more = say("(more)")
        return f"{message}  {more}".strip() if message else _cut(more, room)

    def _hints(self, room: int) -> tuple[list[Hint], int]:
        """The keys that work here, and the columns between two of them."""
        view = self.view
        labels = dict(view.labels)
        if view.loud:
            labels[Action.UP] = say("Go back")
            hints = bottom_line(frozenset({Action.UP}), room, labels, view.always & AWAY_AT_ONCE)
        else:
            hints = bottom_line(view.keys, room, labels, view.always)
        wide = sum(hint.width + 2 for hint in hints) - 2 <= room
        return hints, 2 if wide else 1

    def _keys(self, room: int) -> Line:
        hints, between = self._hints(room)
        spans: list[Span] = []
        for hint in hints:
            spans += [Span(" " * between)] if spans else []
            if hint.action is self._pointed:
                spans.append(Span(f"{hint.key} {hint.label}", "pointed"))
            else:
                spans += [Span(hint.key, "strong"), Span(" " + hint.label, "soft")]
        return tuple(spans)

    def action_at(self, x: int) -> Action | None:
        """The action whose key is drawn at that column."""
        hints, between = self._hints(self.size.width - MARGIN - 1)
        at = MARGIN
        for hint in hints:
            if at <= x < at + hint.width:
                return hint.action
            at += hint.width + between
        return None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Where a touch began; nothing happens yet."""
        self._touched_action = self._action_under(event)

    def on_click(self, event: events.Click) -> None:
        """A touched key does what the key does, where the touch ends on the key that it began on."""
        began, self._touched_action = self._touched_action, None
        if began and began is self._action_under(event):
            self.post_message(Requested(Request(began)))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The key that the mouse is over is lit; what a finger is drawn over is not."""
        self._point(None if event.button else self._action_under(event))

    def on_leave(self) -> None:
        """It points at something else."""
        self._point(None)

    def _point(self, at: Action | None) -> None:
        if at is not self._pointed:
            self._pointed = at
            self.renew()

    def _action_under(self, event: events.MouseEvent) -> Action | None:
        """What a touch there asks for."""
        if event.y == 0 and self.more:
            return Action.MOVE_ON
        # The line of news belongs to the keys while it is empty, and an empty one below always.
        news = self._news(self.size.width - MARGIN - 1)
        return self.action_at(event.x) if event.y >= 1 or not news else None


def _cut(text: str, room: int) -> str:
    return text if cells(text) <= room else text[: max(0, room - 3)] + "..."

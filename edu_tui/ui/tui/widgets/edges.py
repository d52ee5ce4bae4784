"""The top and bottom lines: where I am, the review state, what has just happened, which keys work."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.action import AWAY_AT_ONCE, BY_ACTION, Action, Hint, bottom_line, key_name
from edu_tui.journey.view import FOCUSED, UNFOCUSED, Request, View, header
from edu_tui.layout.line import BLANK, Line, Room, Span, cells, line, plain
from edu_tui.layout.wrap import wrap_text
from edu_tui.system.typing import override
from edu_tui.system.wording import say
from edu_tui.ui.tui.widgets.asked import Requested
from edu_tui.ui.tui.widgets.still import Still
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
"""From so many lines there is an empty one under the top lines, and one for news over the keys."""
ONE_LINE, BY_KEYS = 40, 40
"""Columns from which news and keys may stand on one line, and those that the keys need of it."""
TOP, ROOMY_TOP = 2, 3
"""Lines at the top at least."""
BESIDE_NEWS = 7
"""Lines that long news leaves free: two at the top, two of the page, the one after it, two at the bottom."""


class Edge(Still):
    """Lines that change only with the view."""

    LEFT: ClassVar[int] = MARGIN
    """Columns before its lines."""

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
        # What is not on the screen has no width, and its lines are made when it comes.
        before, self._made = self._made, (width, self.lines(width) if width else [])
        if whole or before[0] != width:
            self.refresh()
            return
        pairs = enumerate(zip_longest(before[1], self._made[1]))
        self.refresh_lines([y for y, (old, new) in pairs if old != new])

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
        return strip_of(lines[y] if y < len(lines) else BLANK, width, self.palette, self.LEFT)


class Top(Edge):
    """Where I am and how far; the review state; whether nothing is kept."""

    def __init__(self, palette: Palette, medium: Medium) -> None:
        super().__init__(palette)
        self._medium = medium

    def fit(self, view: View, window: Size) -> int:
        """Be as high as it has to be, with an empty line below where there is room; how many lines."""
        lines = len(self._header(view, window.width))
        height = 0 if view.bare else max(lines, ROOMY_TOP if window.height >= ROOMY else TOP)
        self.styles.height = height
        self.display = bool(height)
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
        return header(view, Room(width - MARGIN, 0, self._medium))


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

    LEFT: ClassVar[int] = MARGIN - len(FOCUSED)

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        self.typing = True

    @override
    def lines(self, width: int) -> list[Line]:
        """One line."""
        lead = FOCUSED if self.typing else UNFOCUSED
        field = self.view.field
        name, used = (field.label, field.used) if field else ("", "")
        spans = line(f"{lead}{name}:", "label")
        return [(*spans, *line(f" {used}", "talk")) if used else spans]


class Bottom(Edge):
    """What has just happened, and the keys; each can be touched."""

    def __init__(self, palette: Palette, *, touched: bool = False) -> None:
        super().__init__(palette)
        self.more = False
        """Whether there is more below than can be seen."""
        self._touched = touched
        self._is_one_line = False
        """Whether there is no line of news."""
        self._touched_action: Action | None = None
        """What a touch began on; empty for nothing."""
        self._pointed: Action | None = None
        """Over which key the mouse is; None for none."""

    @override
    def show(self, view: View, palette: Palette) -> None:
        """Draw that view's lines, with nothing pointed at: other keys may stand there now."""
        self._pointed = None
        super().show(view, palette)

    def fit(self, window: Size, *, bare: bool = False) -> int:
        """As high as a finger where the screen is touched and there is room; in a low window, a line."""
        height = self.height_in(window, bare=bare)
        self._is_one_line = height == 1
        self.styles.height = height
        return height

    def height_in(self, window: Size, *, bare: bool) -> int:
        """So many lines, under a view that is bare or not."""
        low = window.height < ROOMY or bare
        if self._touched and window.height >= BY_FINGER:
            return 3
        return 1 if low and window.width >= ONE_LINE else 2

    def tell_more(self, *, more: bool) -> None:
        """Say that there is more below, or that there is not."""
        if self.more != more:
            self.more = more
            self.renew()

    @override
    def lines(self, width: int) -> list[Line]:
        """A line of news, then the keys; in a low window both on one line."""
        room = width - MARGIN
        goes_on = self._pointed is Action.MOVE_ON
        news = line(self._news(room), "pointed" if goes_on else "talk")
        keys = self._keys(room)
        return [(*news, *keys)] if self._is_one_line else [news, keys]

    def news_above(self, view: View, window: Size, width: int) -> list[Line]:
        """What is too long for the one line of news: all of it, for the last lines of a page that wide.

        `window` is the whole of the screen.
        """
        if not view.said or self._fits(view.said, window.width - MARGIN):
            return []
        room, most = max(1, width - MARGIN), max(1, window.height - BESIDE_NEWS)
        lines = [plain(spans) for spans in wrap_text(view.said, room)]
        if len(lines) > most:
            lines[most - 1 :] = [_cut(" ".join(lines[most - 1 :]), room)]
        return [BLANK, *(line(text, "talk") for text in lines)]

    def _fits(self, message: str, room: int) -> bool:
        """Whether it fits beside the word for more below, which may come and go while it is read."""
        kept = self._crisis.width + 1 if self._is_one_line else 0
        return cells(message) + self._space + cells(say("(more)")) + kept <= room

    @property
    def _space(self) -> int:
        """Columns between two things that are told."""
        return 1 if self._is_one_line else 2

    @property
    def _crisis(self) -> Hint:
        """The one key that is told also beside what has just happened."""
        return bottom_line(frozenset(), 0, {}, frozenset({Action.CRISIS}))[0]

    def _message(self, room: int) -> str:
        """What has happened, where the page need not tell it."""
        return self.view.said if self._fits(self.view.said, room) else ""

    def _news(self, room: int) -> str:
        """What has happened, and that there is more below, in a word where both do not fit."""
        more = say("More below: press Down.") if self.more else ""
        message = self._message(room)
        beside = BY_KEYS if self._is_one_line else cells(message) + self._space if message else 0
        if more and beside and beside + cells(more) > room:
            more = say("(more)")
        return f"{message}{' ' * self._space}{more}".strip() if message else _cut(more, room)

    def _hints(self, room: int) -> tuple[list[Hint], int, int]:
        """The keys that work here, the column of the first, and the columns between two of them."""
        view, news = self.view, self._news(room)
        start = cells(news) + 1 if self._is_one_line and news else 0
        labels = dict(view.labels)
        if view.loud:
            labels[Action.UP] = say("Go back")
            keys, always = frozenset({Action.UP}), view.always & AWAY_AT_ONCE
        else:
            keys, always = view.keys, view.always
        hints = bottom_line(keys, room - start, labels, always)
        if start and self._message(room):
            hints = [self._crisis]
        wide = sum(hint.width + 2 for hint in hints) - 2 <= room - start
        return hints, start, 2 if wide else 1

    def _keys(self, room: int) -> Line:
        hints, start, between = self._hints(room)
        spans = [Span(" ")] if start else []
        for number, hint in enumerate(hints):
            spans += [Span(" " * between)] if number else []
            if hint.action is self._pointed:
                spans.append(Span(f"{hint.key} {hint.label}", "pointed"))
            else:
                spans += [Span(hint.key, "strong"), Span(" " + hint.label, "soft")]
        return tuple(spans)

    def action_at(self, x: int) -> Action | None:
        """The action whose key is drawn at that column."""
        hints, start, between = self._hints(self.size.width - MARGIN)
        at = MARGIN + start
        if MARGIN <= x < at:
            return Action.MOVE_ON if self.more else None
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
        if self._is_one_line:
            return self.action_at(event.x)
        if event.y == 0 and self.more:
            return Action.MOVE_ON
        # The line of news belongs to the keys while it is empty, and an empty one below always.
        news = self._news(self.size.width - MARGIN)
        return self.action_at(event.x) if event.y >= 1 or not news else None


def _cut(text: str, room: int) -> str:
    return text if cells(text) <= room else text[: max(0, room - 3)] + "..."

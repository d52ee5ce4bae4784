"""The one screen: it shows where the journey is, and tells the journey what was asked."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.screen import Screen

from edu_tui.journey.action import AT_ROW, BY_KEY, Action
from edu_tui.journey.view import Request
from edu_tui.system.typing import override
from edu_tui.system.wording import say
from edu_tui.ui.tui.held import Held
from edu_tui.ui.tui.palette import Palette, palette
from edu_tui.ui.tui.voice import ScreenVoice
from edu_tui.ui.tui.widgets.asked import Requested
from edu_tui.ui.tui.widgets.edges import Bottom, TooSmall, Top
from edu_tui.ui.tui.widgets.entry import FieldArea
from edu_tui.ui.tui.widgets.field import CLEAR, Refused, Typed, edits
from edu_tui.ui.tui.widgets.outline import COLUMNS, OutlineBeside
from edu_tui.ui.tui.widgets.right import RightOfPage
from edu_tui.ui.tui.widgets.sheet import MOST, Sheet
from edu_tui.ui.tui.widgets.still import Across
from edu_tui.ui.tui.widgets.strip import EMPTY, MARGIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult

    from edu_tui.journey.journey import Journey
    from edu_tui.journey.view import View
    from edu_tui.layout.line import Medium, Room
    from edu_tui.layout.look import Depth

DRAWN = 0.05
"""Seconds in which what is said is written to the terminal, before what takes long begins."""
PREVIEWED = 120
"""From so many columns home has what the marked module is beside it."""
BESIDE = 100
"""From so many columns the outline stands beside the page."""
ENDS = {"home": -1_000_000, "end": 1_000_000}
"""Keys to the first row and the last: beyond the ends nothing moves."""
NOTED = 140
"""From so many columns side notes stand right of it."""


class Page(Screen[None], inherit_bindings=False):
    """Everything there is to see."""

    ALLOW_SELECT: ClassVar[bool] = False
    AUTO_FOCUS: ClassVar[str] = ""

    class LanguageChanged(Message):
        """Another language is read: its part of the index may be old."""

    class Shown(Message):
        """The first view is on the screen: there is time for other things."""

    def __init__(
        self,
        journey: Journey,
        depth: Depth,
        medium: Medium,
        clock: Callable[[], float],
        least: Size,
    ) -> None:
        super().__init__()
        self._journey = journey
        self._depth = depth
        self._held = Held(clock)
        self._worn: Palette | None = None
        self._medium = medium
        self._least = least
        self._has_shown = False
        self._shown_in = Size(0, 0)
        """The size of the screen that was last filled."""
        self._in_outline = False
        """Whether keys go to the outline beside the page."""
        self._entry = FieldArea(self.palette)
        self._voice = ScreenVoice(journey, self.post_message)

    @property
    def palette(self) -> Palette:
        """The colours in use."""
        shown, visit = self._journey.shown, self._journey.visit
        return palette(self._depth, "contrast" if shown.loud else visit.look)

    @override
    def compose(self) -> ComposeResult:
        """Top, field, outline and sheet, bottom."""
        touched = self._journey.visit.profile.touched
        yield Top(self.palette, self._medium)
        yield self._entry.label
        with Across():
            yield OutlineBeside(self.palette, self._medium, touched=touched)
            yield Sheet(self.palette, self._medium, touched=touched, id="page")
            yield RightOfPage(self.palette, self._medium)
        yield Bottom(self.palette, touched=touched)
        yield TooSmall(self.palette, self._least)

    def on_mount(self) -> None:
        """Remember the parts: a query on each key would cost more than drawing."""
        self._top, self._bottom = self.query_one(Top), self.query_one(Bottom)
        self._sheet, self._outline = self.query_one("#page", Sheet), self.query_one(OutlineBeside)
        self._right = self.query_one(RightOfPage)
        self._too_small = self.query_one(TooSmall)
        self._sheet.focus()
        self._make_room()
        # Filled before the first layout, the first paint has words and is not an empty screen.
        self._expect(self._journey.view(self._room))
        self.show()
        self.call_after_refresh(self._laid_out)
        self.screen_layout_refresh_signal.subscribe(self, self._laid_out, immediate=True)

    def _make_room(self) -> None:
        """The keys as high as there is room for; at last only what to do."""
        self._bottom.fit(self.size)
        self._too_small.fit(self.size)

    def on_unmount(self) -> None:
        """The voice goes with the screen."""
        self._voice.close()

    def on_resize(self) -> None:
        """The same parts in another room."""
        self._make_room()

    @on(ScreenVoice.Lost)
    def _show_that(self) -> None:
        self.show()

    @on(Sheet.Resized)
    def _fill(self) -> None:
        """Show what stands in another room, where it is not made for that; the cursor moves along."""
        if self._shown_in == self.size and all(sheet.is_filled for sheet in self._sheets):
            at = self.app.cursor_position
            self._follow_cursor()
            if at != self.app.cursor_position:
                # Textual moves the terminal's cursor when it draws.
                self._top.refresh(Region(0, 0, 1, 1))
        else:
            self.show()

    @property
    def _sheets(self) -> list[Sheet]:
        """Those that are on the screen."""
        return [sheet for sheet in (self._sheet, self._outline) if sheet.display]

    def _laid_out(self, _screen: Screen[object] | None = None) -> None:
        """What was expected is there, or something else is."""
        for sheet in self._sheets:
            sheet.expected = Region()
        self.call_next(self._fill)

    def _expect(self, view: View) -> None:
        """Where the sheets will be after the next layout, so that it draws the new view at once."""
        left = COLUMNS if self._outline.display else 0
        top, bottom = self._top.fit(view, self.size), self._bottom.fit(self.size)
        above = top + self._entry.lines
        height = max(0, self.size.height - above - bottom)
        self._outline.expected = Region(0, above, left, height)
        self._sheet.expected = Region(left, above, min(MOST, self.size.width - left), height)

    def show(self) -> None:
        """Show where the journey is now."""
        if self._journey.over:
            self.app.exit()
            return
        self._shown_in = self.size
        view = self._journey.view(self._room)
        self.app.title = self._journey.title
        self._hold_field(view)
        outline = self._journey.beside(self._outline.room) if self.size.width >= BESIDE else None
        beside, label = outline is not None, self._entry.label
        if (self._outline.display, label.display) != (beside, bool(view.field)):
            self._outline.display, label.display = beside, bool(view.field)
            self._expect(view)
            view = self._journey.view(self._room)
            outline = self._journey.beside(self._outline.room) if beside else None
        colours = self.palette
        self._dress(colours)
        # Another height gives the sheet another size, and it is filled once more when it has it.
        self._top.fit(view, self.size)
        self._bottom.fit(self.size, bare=view.bare)
        self._sheet.styles.max_width = "100%" if view.bare else MOST
        self._top.show(view, colours)
        self._entry.show(view, colours, self.size)
        self._in_outline = self._in_outline and beside
        if outline is not None:
            self._outline.show(outline, colours, cursor=self._in_outline)
        self._too_small.show(view, colours)
        news = self._bottom.news_above(view, self.size, self._sheet.width)
        elsewhere = self._entry.typing or self._in_outline or view.bare
        self._sheet.show(view, colours, cursor=not elsewhere, news=news)
        self._bottom.show(view, colours)
        self._moved()
        self._follow_cursor()
        self._voice.tell(self._sheet.focused_row)
        if not self._has_shown:
            self._has_shown = True
            self.call_after_refresh(self.post_message, self.Shown())

    @property
    def _room(self) -> Room:
        """The room for a view's words, and what there is for one that takes it all."""
        keys = self._bottom.height_in(self.size, bare=True)
        whole = self.size.width - MARGIN, self.size.height - keys
        return self._sheet.room._replace(whole=whole, window=(self.size.width, self.size.height))

    def _follow_cursor(self) -> None:
        """Bring the cursor to where the focus stands now."""
        if self._journey.shown.bare:
            # Under what is drawn, which a cursor would blot.
            self._sheet.unfocus_cursor(elsewhere=True)
            self.app.cursor_position = Offset(0, self.size.height - 1)
            return
        self._set_typing(typing=self._entry.typing)

    def _dress(self, colours: Palette) -> None:
        """Give Textual's own parts the same colours."""
        if colours == self._worn:
            return
        self._worn = colours
        self.app.theme = colours.textual_theme
        self.styles.color, self.styles.background = colours.css
        self._entry.dress(colours)

    def _hold_field(self, view: View) -> None:
        """Each place has a field of its own; one that goes gives its keys back."""
        if self._entry.hold(self._journey.place, view, self, self.palette):
            # At once: the next key may have been pressed already.
            self.set_focus(self._entry.field or self._sheet)
            self.call_after_refresh(self._follow_cursor)

    @on(Typed)
    async def _type(self, event: Typed) -> None:
        """Tell what is typed; what it finds is shown at once."""
        if event.field is not self._entry.field:
            # Typed just before another place was opened: it is for the place that it was typed at.
            self._entry.tell_late(event.field, self._journey)
            return
        self._entry.typing = not self._entry.is_aside
        self._entry.tell(self._journey)
        self.show()
        # The field has told this screen that it changed; the sheet does only now. A screen that is
        # idle in between paints twice, a frame apart.
        await asyncio.sleep(0)

    @on(Refused)
    def _refuse(self) -> None:
        """More was pasted than a field holds."""
        self._journey.tell(say("That is too much to put in here. Nothing of it was taken."))
        self.show()

    @on(Requested)
    def _ask(self, event: Requested) -> None:
        """A row was chosen, or a key touched; another key may have come before this and led elsewhere."""
        sheet = self._outline if event.beside else self._sheet
        if event.turn not in {0, sheet.turn}:
            return
        if event.beside:
            self._do(event.request, beside=True)
        elif event.request.action is Action.OPEN:
            self._choose()
        elif event.request.action is Action.MOVE_ON:
            self._move(5)
        else:
            self._do(event.request)

    @property
    def stands(self) -> tuple[object, ...]:
        """Where the page is: what a key that does something changes."""
        sheet = self._sheet
        where = (sheet.turn, sheet.focused_row, sheet.more_below, self.app.cursor_position)
        beside = (self._in_outline, self._outline.focused_row)
        return (self._journey.place, self._entry.text, *where, *beside)

    def row_at(self, y: int) -> int:
        """The row drawn on that line of the screen, from 0; -1 for none."""
        return self._sheet.row_at(y - self._sheet.region.y)

    @on(Sheet.Moved)
    def _tell_move(self) -> None:
        self._moved()
        self._voice.tell(self._sheet.focused_row)

    def _moved(self) -> None:
        self._show_right()
        self._bottom.tell_more(more=self._sheet.more_below)

    @property
    def _active(self) -> Sheet:
        """The sheet that keys go to."""
        return self._outline if self._in_outline else self._sheet

    def _show_right(self) -> None:
        """Right of home what the marked module is, right of a page its notes, where there is room."""
        right, width = self._right, self.size.width
        shown, there = None, False
        if self._journey.previews:
            # It keeps its room while the mark is on another row, or the list would jump.
            there = width >= PREVIEWED
            right.fit(width - MOST, 0)
            shown = self._journey.preview(self._sheet.focused_request) if there else None
        elif width >= NOTED:
            outline = COLUMNS if self._outline.display else 0
            shown = self._journey.notes(right.fit(width - outline - MOST, self._sheet.room.height))
            there = shown is not None
        if right.display != there:
            right.display = there
        if there:
            right.show(shown or EMPTY, self.palette)

    def _do(self, do: Request, *, beside: bool = False) -> None:
        language = self._journey.visit.language
        if do.action in AT_ROW and not do.what and (row := self._sheet.focused_row) >= 0:
            do = do._replace(what=self._journey.shown.rows[row].do.what)
        self._entry.tell(self._journey)
        place = self._journey.place
        if beside:
            self._journey.do_beside(do)
        else:
            self._journey.do(do)
        self._in_outline = self._in_outline and self._journey.place is place
        self.show()
        self._entry.take(self._journey.shown)
        if self._journey.later is not None:
            # When it is on the screen that this takes a while.
            self.set_timer(DRAWN, partial(self._do, self._journey.later))
        if self._journey.visit.language != language:
            self.post_message(self.LanguageChanged())

    @property
    def _in_small(self) -> frozenset[Action]:
        """What works also where no page can be shown; and the way back from whom to call."""
        back = {Action.UP, Action.BACK} if self._journey.shown.small else set()
        return frozenset({Action.QUIT, Action.CRISIS, *back})

    def on_key(self, event: events.Key) -> None:
        """Arrows and Enter do everything; the rest is in the one table."""
        key = event.key
        self._voice.hush()
        if self._entry.field and edits(key, typing=self._entry.typing):
            return
        event.stop()
        held = self._held.repeats(key) and self._journey.shown.careful
        if held or (self._too_small.display and BY_KEY.get(key) not in self._in_small):
            return
        if key in {"tab", "shift+tab"} and self._outline.display and not self._entry.typing:
            self._change_sides()
        elif key in {"up", "down", "tab", "shift+tab"}:
            self._move(1 if key in {"down", "tab"} else -1, by_line="tab" not in key)
        elif key in ENDS:
            self._active.move(ENDS[key])
        elif key == CLEAR and self._entry.field:
            self._entry.field.clear_or_restore()
        elif key == "enter":
            self._enter()
        elif key.isdecimal() and key != "0" and not self._entry.takes_digits:
            self._sheet.choose(int(key))
        else:
            self._act(BY_KEY.get(key) or BY_KEY.get(event.character or ""), key)

    def _act(self, action: Action | None, key: str) -> None:
        offered = self._journey.shown.keys
        if self._in_outline or self._journey.shown.folds:
            folds = {"left": Action.FOLD, "right": Action.UNFOLD}
            marked = self._active.focused_request
            if key in folds and marked is not None:
                self._do(Request(folds[key], marked.what), beside=self._in_outline)
                return
        if (self._outline.display and action is Action.OUTLINE) or (
            self._in_outline and action is Action.UP
        ):
            self._change_sides()
        elif action is Action.NEXT and action not in offered and not self._journey.shown.bare:
            if key != "space":
                self._move(5)
            elif self._journey.shown.careful and self._sheet.focused_mark:
                self._sheet.choose()
            else:
                self._move(1)
        elif key == "pageup" and Action.BACK not in offered:
            self._move(-5)
        elif action:
            self._do(Request(action))

    def _enter(self) -> None:
        """In the field for the row that follows from all that is typed, else for the row in focus."""
        if typing := self._entry.typing:
            self._entry.tell(self._journey)
            self.show()
        if typing:
            self._active.choose_row(self._journey.shown.focus)
        else:
            self._choose()

    def _choose(self) -> None:
        """The row in focus; where there is none, what comes next."""
        if self._journey.shown.bare:
            self._do(Request(Action.NEXT))
        else:
            self._active.choose()

    def _move(self, by: int, *, by_line: bool = False) -> None:
        """Between lines of the field, the field and the rows, and between rows."""
        if by_line and self._entry.typing and self._entry.move(by):
            return
        if self._entry.field:
            back = by < 0 and not self._entry.typing and self._sheet.focused_row <= 0
            if back or self._entry.typing:
                if back or by > 0:
                    self._set_typing(typing=back)
                return
        self._active.move(by)

    def _change_sides(self) -> None:
        """Keys go to the outline beside the page, or back to the page."""
        self._in_outline = not self._in_outline
        self._sheet.unfocus_cursor(elsewhere=self._in_outline)
        self._outline.unfocus_cursor(elsewhere=not self._in_outline)

    def _set_typing(self, *, typing: bool) -> None:
        self._entry.typing = typing
        self._entry.label.renew()
        self._sheet.unfocus_cursor(elsewhere=typing or self._in_outline)
        if self._entry.field and typing:
            self.app.cursor_position = self._entry.field.cursor_screen_offset

"""The screen of a visit: what a visitor may do there at all, and what happens when they do nothing.

Owns that no key, touch, paste or reply leads anywhere but through the journey: what is not let in here
reaches no widget, and no action of Textual runs but those that move within a field.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.geometry import Size

from edu_tui.journey.action import Action
from edu_tui.journey.view import Request
from edu_tui.kiosk.places.aside import Hidden, Leaving, StaffDoor, StillThere
from edu_tui.kiosk.visits.crash import places
from edu_tui.kiosk.visits.idle import Pressed
from edu_tui.system.typing import override
from edu_tui.ui.tui.app import EduApp
from edu_tui.ui.tui.gone import TerminalGone
from edu_tui.ui.tui.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.driver import Driver

    from edu_tui.journey.journey import Journey
    from edu_tui.journey.place import Place
    from edu_tui.kiosk.visits.idle import Idle
    from edu_tui.kiosk.visits.wire import Kind, Wire
    from edu_tui.layout.line import Medium
    from edu_tui.layout.look import Depth

PATIENCE = 24
"""Signs of life that drawing may give in place of the loop's own."""
OFTEN = 10.0
"""Seconds between two looks at least, while a visit goes on."""
LATE = 0.01
"""Seconds that a timer is set late: one that is early finds nothing to do and is set again."""
MORE_TIME = frozenset({"f8", "2"})
"""Keys that ask for more time where it is offered; every other key goes on."""
MORE_TIME_ROW = 1
EDITS = frozenset(
    {"cursor_left", "cursor_right", "home", "end", "delete_left", "delete_right", "submit"}
)
"""Actions of a field; all others are nobody's."""


class VisitApp(EduApp):
    """One visit. `leave` ends its process and is told why: `left`, `idle`, `staff`, `gone`."""

    READS_BESIDE: ClassVar[bool] = False
    LEAST: ClassVar[Size] = Size(40, 10)
    """A line of keys that leads to help at once, hides and ends does not fit a narrower one."""
    CSS_PATH: ClassVar[str] = "../../ui/tui/page.tcss"

    def __init__(
        self,
        journey: Journey,
        *,
        idle: Idle,
        wire: Wire,
        leave: Callable[[str], None],
        check_pin: Callable[[str], str],
        chord: tuple[str, ...] = (),
        speed: float = 1.0,
        beat: float = 5.0,
        depth_: Depth | None = None,
        medium_: Medium | None = None,
        driver_class: type[Driver] | None = None,
    ) -> None:
        super().__init__(journey, depth_=depth_, medium_=medium_, driver_class=driver_class)
        self._idle = idle
        self._wire = wire
        self._leave = leave
        self._check_pin = check_pin
        self._chord = chord
        self._pressed: tuple[str, ...] = ()
        self._held = Pressed(idle.clock)
        self._speed = speed
        self._every = beat
        self._beaten = self._told_alive = time.monotonic()
        self._wake: asyncio.TimerHandle | None = None
        self._touched_asleep: int | None = None
        """The row that a touch began on while the page was not to be seen; None where no such touch goes on."""
        self._staff = False
        visit = journey.visit
        self._at_first = (visit.language, visit.look, visit.detailed)

    # from start to end

    def on_mount(self) -> None:
        """Show signs of life from now on."""
        asyncio.get_running_loop().set_exception_handler(self._failed)
        self._beat()

    def _beat(self) -> None:
        self._beaten = self._told_alive = time.monotonic()
        self._wire.say("beat")
        asyncio.get_running_loop().call_later(self._every, self._beat)

    def alive(self) -> None:
        """A slow terminal takes what is drawn little by little: that is no hanging, but for a while."""
        now = time.monotonic()
        if self._told_alive + self._every < now < self._beaten + self._every * PATIENCE:
            self._told_alive = now
            self._wire.say("beat")

    @on(Page.Shown)
    def _told(self) -> None:
        self._wire.say("shown")

    @on(TerminalGone)
    def _no_terminal(self) -> None:
        self._leave("gone")

    @override
    def exit(self, *given: Any, **named: Any) -> None:
        """The visit is over; so is its process, at once."""
        del given, named
        self._leave("staff" if self._staff else "left")

    def stop(self) -> None:
        """End the app and not the process, after a rehearsal."""
        super().exit()

    def _failed(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Something failed beside the screen; a callback that fails may be the one that reads keys."""
        del loop
        error = context.get("exception")
        kind: Kind = "crash" if "handle" in context else "note"
        self._wire.say(kind, places(error) if error else "asyncio")
        if kind == "crash":
            self._leave("crash")

    @override
    def _handle_exception(self, error: Exception) -> None:
        self._wire.say("crash", places(error))
        self._leave("crash")

    @override
    def _fatal_error(self) -> None:
        self._leave("crash")

    @override
    def panic(self, *renderables: Any) -> None:
        """Nothing is shown of what went wrong."""
        del renderables
        self._wire.say("crash", "panic")
        self._leave("crash")

    # what is let in

    @override
    async def on_event(self, event: events.Event) -> None:
        """Keys and touches pass here first."""
        if isinstance(event, (events.Paste, events.AppBlur, events.AppFocus)):
            return
        if isinstance(event, events.InputEvent) and not (event.is_forwarded or self._admits(event)):
            return
        await super().on_event(event)

    def _admits(self, event: events.InputEvent) -> bool:
        """Whether it goes on to the page; a key or a touch that only wakes does nothing else."""
        if isinstance(event, events.MouseDown):
            self._touched_asleep = None
        elif isinstance(event, events.MouseEvent) and self._touched_asleep is not None:
            return self._wakes(event)
        if isinstance(event, events.Key) and self._lies(event.key):
            return False
        asleep = isinstance(self.journey.place, (Hidden, StillThere))
        self._idle.touched()
        self._idle.begun = True
        if isinstance(event, events.Key) and self._completes_chord(event.key):
            self._open(StaffDoor(self._check))
            return False
        if asleep and isinstance(event, events.MouseDown):
            self._touched_asleep = self._page.row_at(event.y)
        elif asleep:
            self._answer(wanted=isinstance(event, events.Key) and event.key in MORE_TIME)
        self._sleep()
        return not asleep

    def _lies(self, key: str) -> bool:
        """Whether nobody presses it: what lies on a key keeps no visit open."""
        return self._page.is_mounted and self._held.lies(key, self._page.stands)

    def _wakes(self, event: events.MouseEvent) -> bool:
        """A touch acts where it ends: only one that began there too asks for more time."""
        if isinstance(event, events.MouseUp):
            row, self._touched_asleep = self._touched_asleep, None
            if isinstance(self.journey.place, (Hidden, StillThere)):
                self._idle.touched()
                self._answer(wanted=row == MORE_TIME_ROW == self._page.row_at(event.y))
        return False

    def _answer(self, *, wanted: bool) -> None:
        """To what stands before the page: on with it; from "are you still there" with more time."""
        wanted = wanted and isinstance(self.journey.place, StillThere)
        self._back()
        if wanted:
            self.go(Request(Action.TIME))

    def _completes_chord(self, key: str) -> bool:
        if not self._chord:
            return False
        self._pressed = (*self._pressed, key)[-len(self._chord) :]
        if self._pressed != self._chord:
            return False
        self._pressed = ()
        return True

    def _check(self, pin: str) -> str:
        refused = self._check_pin(pin)
        self._staff = not refused
        return refused

    @override
    async def run_action(self, action: Any, *given: Any, **named: Any) -> bool:
        """Only what moves within a field, whoever asks for more."""
        name = action if isinstance(action, str) else str(action[1])
        return name in EDITS and await super().run_action(action, *given, **named)

    @override
    async def _broker_event(
        self, event_name: str, event: events.Event, default_namespace: Any
    ) -> bool:
        """Nothing that is written on the screen can be clicked but rows and keys."""
        return False

    @override
    def watch_title(self, title: str) -> None:
        """The window's title is the supervisor's, and tells nothing of a visit."""

    @override
    def copy_to_clipboard(self, text: str) -> None:
        """There is no clipboard here."""

    @override
    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Nothing is opened."""

    @override
    def save_screenshot(self, *given: Any, **named: Any) -> str:
        """Nothing is written."""
        del given, named
        return ""

    @override
    def deliver_screenshot(self, *given: Any, **named: Any) -> None:
        """Nothing is written."""

    # when nobody is there

    def _sleep(self) -> None:
        """Wake when there is something to do; a timer that is set already looks again by itself."""
        if self._wake is None:
            after = self._idle.until_next()
            if after is not None:
                # A place may have other limits by then.
                after = min(after, OFTEN) / self._speed + LATE
                self._wake = asyncio.get_running_loop().call_later(after, self.look)

    def look(self) -> None:
        """See how long nobody has pressed a key, and do what is to be done."""
        self._wake = None
        self._idle.leaving = isinstance(self.journey.place, Leaving)
        if self.journey.visit.unhurried and not self._idle.longer:
            self._idle.need_more_time()
        step = self._idle.step()
        if step != "none" and not self._is_begun:
            # Somebody passed by and touched an arrow: there is nothing to clear.
            self._idle.begun = self._idle.warned = False
        elif step == "warn":
            self._open(StillThere())
            self._count()
            self.bell()
        elif step == "count":
            self._count()
        elif step == "over":
            self._leave("idle")
            return
        self._sleep()

    def _count(self) -> None:
        place = self.journey.place
        left = self._idle.left
        if isinstance(place, StillThere) and place.left != left:
            place.left = left
            self._page.show()

    @property
    def _is_begun(self) -> bool:
        visit = self.journey.visit
        return self.journey.begun or self._at_first != (visit.language, visit.look, visit.detailed)

    def _open(self, place: Place) -> None:
        self.journey.visit_place(place)
        self._show()

    def _back(self) -> None:
        self.go(Request(Action.GO_ON))

    def go(self, do: Request) -> None:
        """Do it at the place that is open, and show what comes of it."""
        self.journey.do(do)
        self._show()

    def _show(self) -> None:
        # A page that has not begun yet shows where the journey is when it does.
        if self._page.is_mounted:
            self._page.show()

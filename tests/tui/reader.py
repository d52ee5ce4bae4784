"""Someone at the screen: presses keys, touches rows, and sees only characters."""

from __future__ import annotations

import asyncio
import re
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Size

from edu_tui.journey.journey import Journey
from edu_tui.journey.profile import STUDY
from edu_tui.journey.view import FOCUSED
from edu_tui.journey.visit import Visit
from edu_tui.library.open_library import OpenLibrary
from edu_tui.records.keeper import Recorder
from edu_tui.records.log import Log
from edu_tui.ui.tui.app import EduApp
from edu_tui.ui.tui.widgets.edges import Bottom
from edu_tui.ui.tui.widgets.field import LineField
from edu_tui.ui.tui.widgets.outline import OutlineBeside
from edu_tui.ui.tui.widgets.sheet import Sheet
from edu_tui.ui.tui.widgets.writing import Writing
from tests.opened import opened
from tests.slices import extension_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from rich.segment import Segment

    from edu_tui.journey.profile import Profile
    from edu_tui.layout.line import Medium
    from edu_tui.layout.look import Depth
    from edu_tui.records.keeper import EventLog

SAMPLE = Path(__file__).parent / "sample"
SHIPPED = Path(__file__).parents[2] / "content"
MOST = 3000
"""Keys after which a test is said to go in circles."""
PATIENCE = 20.0
"""Seconds after which the screen is said never to come to rest."""
ROW = re.compile(r"(> |  )(\d) ")


class Clock:
    """Time that moves only when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Reader:
    """One person in front of one screen."""

    def __init__(self, app: EduApp, clock: Clock) -> None:
        self.app = app
        self.clock = clock
        self._pressed = 0
        self._seen: list[str] = []

    async def sit_down(self) -> None:
        """Wait until the first screen is there and the library has been read."""
        await self._rest()

    async def _rest(self) -> None:
        """Wait until every message is handled, nothing is left to draw, and no file is being read."""
        loop = asyncio.get_running_loop()
        end = loop.time() + PATIENCE
        # Nor has asyncio one for "nothing to do": whoever handles a message stands in line here.
        in_line = vars(loop)["_ready"]
        self._seen = []
        while self.app.is_running:
            await asyncio.sleep(0)
            assert loop.time() < end, "the screen does not come to rest"
            if in_line:
                continue
            # Textual has no public word for "drawn": these are all that it keeps waiting.
            screen = self.app.screen
            waiting = (
                screen._layout_required
                or screen._repaint_required
                or screen._dirty_widgets
                or screen._callbacks
                or self.app._resize_event
                or len(self.app.workers)
            )
            if not waiting:
                return
            await asyncio.sleep(0.001)

    # what is seen

    @property
    def segments(self) -> list[list[Segment]]:
        """Every line of the screen with its colours."""
        return [list(strip) for strip in self.app.screen._compositor.render_strips()]

    @property
    def lines(self) -> list[str]:
        """Every line of the screen, without the blanks at its end."""
        if not self._seen:
            self._seen = ["".join(piece.text for piece in line).rstrip() for line in self.segments]
        return self._seen

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    @property
    def words(self) -> str:
        """The whole screen's words with one blank between them."""
        return " ".join(self.text.split())

    @property
    def outline(self) -> int:
        """Columns that the outline takes."""
        beside = self.app.screen.query_one(OutlineBeside)
        return beside.size.width if beside.display else 0

    @property
    def keys(self) -> int:
        """Lines of news and keys under the page."""
        return self.app.screen.query_one(Bottom).size.height

    @property
    def field(self) -> LineField | Writing | None:
        """The field on the screen."""
        matches = self.app.screen.query("LineField, Writing")
        shown = [
            field for field in matches if field.display and isinstance(field, (LineField, Writing))
        ]
        assert len(shown) <= 1
        return shown[0] if shown else None

    @property
    def column(self) -> list[str]:
        """The lines of the column in which one reads and chooses, top and bottom lines left out."""
        sheet = self.app.screen.query_one("#page", Sheet).region
        start = self.field.region.y - 1 if self.field else sheet.y
        return [line[self.outline :] for line in self.lines[start : sheet.bottom]]

    @property
    def marked(self) -> list[int]:
        """Indexes of the lines of the screen that begin with the mark of focus."""
        lines, outline = self.lines, self.outline
        return [
            index
            for index, line in enumerate(lines)
            if f"{line[outline:] if 1 < index < len(lines) - self.keys else line} ".lstrip().startswith(
                FOCUSED
            )
        ]

    @property
    def focused(self) -> str:
        """The line in focus, without the mark."""
        (index,) = self.marked
        return self.lines[index][self.outline :].strip().removeprefix(FOCUSED)

    @property
    def rows(self) -> dict[int, int]:
        """Digits that can be seen before rows, and the line of each."""
        rows = {}
        left = self._left
        for index, line in enumerate(self.lines[: -self.keys]):
            match = ROW.match(line[left:])
            if match and index > 1:
                rows[int(match[2])] = index
        return rows

    @property
    def _left(self) -> int:
        (index,) = self.marked
        line = self.lines[index]
        return self.outline + len(line[self.outline :]) - len(line[self.outline :].lstrip())

    def row(self, words: str) -> int:
        """The digit of the row in sight with those words; 0 where there is none."""
        for number, index in self.rows.items():
            ends = [line for line in self.rows.values() if line > index]
            shown = " ".join(self.lines[index : min(ends, default=index + 4)])
            if words in " ".join(shown.split()):
                return number
        return 0

    # what is done

    async def press(self, *keys: str) -> None:
        """Press keys, a second apart."""
        for key in keys:
            self.clock.now += 1.0
            await self._key(key)

    async def hold(self, key: str, times: int) -> None:
        """Hold a key down: it comes again every thirtieth of a second."""
        for _ in range(times):
            self.clock.now += 0.03
            await self._key(key)

    async def _key(self, key: str) -> None:
        if not self.app.is_running:
            return
        self._pressed += 1
        assert self._pressed < MOST, f"going in circles:\n{self.text}"
        self._send(key)
        await self._rest()

    def _send(self, key: str) -> None:
        named = {"?": "question_mark", "!": "exclamation_mark", "/": "slash", "+": "plus"}
        name = named.get(key, "space" if key == " " else key)
        character = " " if name == "space" else key if len(key) == 1 else None
        if key == "enter":
            character = "\r"
        event = events.Key(name, character)
        event.set_sender(self.app)
        driver = self.app._driver
        assert driver is not None
        driver.send_message(event)

    async def write(self, text: str) -> None:
        """Type words."""
        await self.press(*text)

    async def touch(self, words: str) -> None:
        """Click the row in sight with those words, anywhere but at its beginning."""
        number = self.row(words)
        # A row without a digit is known by its line.
        lines = [y for y, line in enumerate(self.lines[: -self.keys]) if words in line]
        assert number or lines, f"no row {words!r} in\n{self.text}"
        await self.click(self._left + 8, self.rows[number] if number else lines[-1])

    async def click(self, x: int, y: int) -> None:
        """Press and release the mouse."""
        self.clock.now += 1.0
        for kind in (events.MouseDown, events.MouseUp, events.Click):
            await self._mouse(kind, x, y)

    async def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the mouse at one place and release it at another."""
        self.clock.now += 1.0
        await self.press_mouse(*start)
        await self._terminal_mouse(events.MouseMove, *end)
        await self.release_mouse(*end)

    async def press_mouse(self, x: int, y: int) -> None:
        """Press the mouse and hold it."""
        await self._terminal_mouse(events.MouseDown, x, y)

    async def release_mouse(self, x: int, y: int) -> None:
        """Let go of the mouse."""
        await self._terminal_mouse(events.MouseUp, x, y)

    async def point(self, x: int, y: int) -> None:
        """Move the mouse there, no button pressed."""
        await self._terminal_mouse(events.MouseMove, x, y, button=0)

    async def _terminal_mouse(
        self, kind: type[events.MouseEvent], x: int, y: int, button: int = 1
    ) -> None:
        """As a terminal tells it: whether it is a click is the program's to say."""
        event = kind(
            widget=None, x=x, y=y, delta_x=0, delta_y=0, button=button,
            shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y,
        )  # fmt: skip
        event.set_sender(self.app)
        driver = self.app._driver
        assert driver is not None
        driver.send_message(event)
        await self._rest()

    async def wheel(self, by: int) -> None:
        """Turn the mouse wheel over the page."""
        kind = events.MouseScrollDown if by > 0 else events.MouseScrollUp
        for _ in range(abs(by)):
            await self._mouse(kind, self.outline + 10, len(self.lines) // 2)

    async def wheel_beside(self, by: int) -> None:
        """Turn the mouse wheel over the outline beside the page."""
        kind = events.MouseScrollDown if by > 0 else events.MouseScrollUp
        for _ in range(abs(by)):
            await self._mouse(kind, 10, len(self.lines) // 2)

    async def _mouse(self, kind: type[events.MouseEvent], x: int, y: int) -> None:
        widget, _ = self.app.get_widget_at(x, y)
        event = kind(
            widget=widget, x=x, y=y, delta_x=0, delta_y=0, button=1,
            shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y,
        )  # fmt: skip
        self.app.screen._forward_event(event)
        await self._rest()

    async def resize(self, width: int, height: int) -> None:
        """Make the window larger or smaller."""
        size = Size(width, height)
        driver = self.app._driver
        assert driver is not None
        driver._size = size
        self.app.post_message(events.Resize(size, size))
        await self._rest()
        assert len(self.lines) == height

    # ways of choosing

    async def choose(self, words: str) -> None:
        """Choose the row with those words, with arrows and Enter."""
        await self.find(words)
        await self.press("enter")

    async def find(self, words: str) -> None:
        """Bring the mark to the row with those words."""
        tries = 2
        while not self._in_focus(words):
            before = self.text
            await self.press("down")
            if self.text == before:
                tries -= 1
                assert tries, f"no row {words!r} in\n{before}"
                await self.top()

    async def top(self) -> None:
        """Go up as far as it goes."""
        before = None
        while before != (now := (self.text, self.app.cursor_position)):
            before = now
            await self.press("up")

    def _in_focus(self, words: str) -> bool:
        (index,) = self.marked
        number = next((n for n, line in self.rows.items() if line == index), 0)
        if number:
            return number == self.row(words)
        # A row without a digit is known by its first line.
        return words in " ".join(self.lines[index].split())

    async def choose_by_digit(self, words: str) -> None:
        """Choose the row with those words by the digit before it."""
        labels = [row.label for row in self.app.journey.shown.rows]
        # A row just out of sight has its digit too.
        below = next((n for n, label in enumerate(labels, 1) if label.startswith(words)), 0)
        number = self.row(words) or below
        assert 0 < number <= 9, f"no row {words!r} that a digit reaches:\n{self.text}"
        await self.press(str(number))

    async def choose_by_mouse(self, words: str) -> None:
        """Turn the wheel until the row with those words is in sight, and click it."""
        before = ""
        while not self.row(words) and before != self.text:
            before = self.text
            await self.wheel(1)
        while not self.row(words):
            before = self.text
            await self.wheel(-1)
            assert before != self.text, f"no row {words!r}"
        await self.touch(words)


@asynccontextmanager
async def sitting(
    folder: Path = SAMPLE,
    size: tuple[int, int] = (80, 24),
    *,
    depth: Depth = "full",
    medium: Medium = "unicode",
    cache: Path | None = None,
    seed: int = 1,
    records: Path | None = None,
    profile: Profile = STUDY,
    log: EventLog | None = None,
) -> AsyncIterator[Reader]:
    """A reader before a library that has just been opened, its index known."""
    open_library = OpenLibrary(folder, cache) if cache else opened(folder)
    log = Log(records) if records else log
    keeper = Recorder(log) if log is not None else None
    journey = Journey(
        Visit(open_library, open_library.refresh("en"), profile, Random(seed), keeper),
        extension=extension_of(profile),
    )
    clock = Clock()
    app = EduApp(journey, depth_=depth, medium_=medium, clock=clock)
    reader = Reader(app, clock)
    async with app.run_test(size=size):
        await reader.sit_down()
        yield reader
    journey.visit.keeper.close()
    open_library.close()


def squeezed(lines: Sequence[str]) -> str:
    """Lines as one run of words."""
    return " ".join(" ".join(lines).split())

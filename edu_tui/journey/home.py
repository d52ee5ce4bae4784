"""Home: what this library is, where to go on, and its modules in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.action import Action
from edu_tui.journey.extension import Extended
from edu_tui.journey.place import STAY, Navigation, push
from edu_tui.journey.plan.planned import code_row, plan_rows
from edu_tui.journey.progress import module_progress
from edu_tui.journey.questions.before_after import change_words, course_row
from edu_tui.journey.questions.ready import ready_now
from edu_tui.journey.reading.going_on import going_on
from edu_tui.journey.view import Listing, Request, Row, View
from edu_tui.layout.part import Gap, words
from edu_tui.layout.review import short_words
from edu_tui.system.typing import override
from edu_tui.system.wording import language_name, say

if TYPE_CHECKING:
    from edu_tui.journey.extension import Extension
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.library.open_library import Entry


class Home(Extended):
    """The outline of the library; the bottom of the stack, or what a welcome leads to."""

    tells_trouble: ClassVar[bool] = True
    tells_progress: ClassVar[bool] = True

    def __init__(self, *, lowest: bool = True) -> None:
        self._lowest = lowest
        self._last = ""

    @override
    def view(self, room: Room) -> View:
        """Where to go on, the modules, then what else there is."""
        entries = self.visit.entries()
        compact = bool(room.height) and room.height < 16
        before: list[Part | Row] = []
        trouble = self.visit.keeper.trouble or self.visit.keeper.notice
        if trouble:
            before += [words(trouble, "talk"), Gap()]
        elif not compact:
            before += [words(_greeting(self.visit)), Gap()]
        first = _first_rows(self.visit, self.extension)
        before += [*first, Gap()] if first else []
        if not entries:
            before.append(words(say("This library has no parts yet.")))
        after: tuple[Part | Row, ...] = (
            Gap(),
            *course_row(self.visit),
            Row(Request(Action.ASKED), say("My questions"), detail=_count(len(self.visit.asks))),
            Row(Request(Action.WORDS), say("What the words mean")),
            Row(Request(Action.FIND), say("Find a word")),
            Row(Request(Action.TAKE), say("Take it with me, on paper or on my phone")),
            *_last_rows(self.visit, lowest=self._lowest),
        )
        focus = 0
        if self._last:
            places = (i for i, entry in enumerate(entries) if entry.id == self._last)
            focus = next(places, -len(first)) + len(first)
        return View(
            where=(self.visit.title,),
            parts=Listing(
                before,
                len(entries),
                lambda at: module_row(self.visit, self.extension, entries[at]),
                after,
            ),
            keys=frozenset({Action.FIND, Action.WORDS, Action.LANGUAGE, Action.ASKED}),
            labels=((Action.OPEN, say("Open")),),
            said=_getting_ready(self.visit),
            focus=focus,
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Open a module; up and back have nowhere to go from here."""
        if do.action is Action.MODULE:
            self._last = do.what
            return open_module(self.visit, do.what)
        if do.action is Action.RESUME:
            self._last = self.visit.history.last
            return open_module(self.visit, self.visit.history.last)._replace(then=do)
        if do.action is Action.REVIEW:
            from edu_tui.journey.questions.review import review

            return push(review(self.visit))
        if do.action is Action.GUESS:
            from edu_tui.journey.questions.guessing import guess

            return push(guess(self.visit))
        if self._lowest and do.action in {Action.BACK, Action.UP, Action.HOME}:
            return STAY
        move = self.extension.do(self.visit, do)
        if move is not None:
            self._last = do.what
        return move


def open_module(visit: Visit, module_id: str) -> Navigation:
    """Go to a module, or to a calm page that says why it cannot be shown."""
    from edu_tui.journey.broken import Broken
    from edu_tui.journey.module import ModulePlace
    from edu_tui.system.errors import BrokenModuleError

    try:
        module = visit.module(module_id)
    except BrokenModuleError as error:
        return push(Broken(visit.contents.entries[module_id].title, error))
    return push(ModulePlace(module))


def _greeting(visit: Visit) -> str:
    if not visit.history.is_empty:
        return f"{say('Welcome back. Take your time.')} {change_words(visit)}".rstrip()
    return say("What would you like to know? Take your time.")


def _first_rows(visit: Visit, extension: Extension) -> list[Row]:
    """Where the reader stopped, and what is ready to be asked again."""
    rows = [*plan_rows(visit), *extension.home_rows(visit)]
    on = going_on(visit)
    if on is not None:
        rows.append(on)
    ready = len(ready_now(visit))
    if ready:
        label = say("{n} short question is ready", "{n} short questions are ready", n=ready)
        minutes = say("{n} minute", "{n} minutes", n=-(-ready // 3))
        rows.append(Row(Request(Action.REVIEW), label, detail=minutes))
    return rows


def module_row(visit: Visit, extension: Extension, entry: Entry) -> Row:
    """A module of the outline: its title, and how it stands."""
    if entry.state in {"broken", "missing"}:
        return Row(
            Request(Action.MODULE, entry.id), entry.title, detail=say("This part cannot be shown")
        )
    if not visit.may_show(entry.id):
        message = say("This part is being checked by the clinic")
        return Row(Request(Action.MODULE, entry.id), entry.title, detail=message)
    details = []
    if entry.steps:
        details.append(say("step by step"))
    if entry.minutes:
        details.append(say("{n} minute", "{n} minutes", n=entry.minutes))
    if entry.language != visit.language:
        details.append(say("in {language}", language=language_name(entry.language)))
    if visit.reviewed().mixed:
        details.append(short_words(visit.state_of(entry.id)))
    details += _states(visit, extension, entry)
    return Row(
        Request(Action.MODULE, entry.id), entry.title, detail=", ".join(filter(None, details))
    )


def _states(visit: Visit, extension: Extension, entry: Entry) -> list[str]:
    """How a module stands, in words; what matters most first."""
    return [*extension.states(visit, entry), *module_progress(visit, entry)]


def _last_rows(visit: Visit, *, lowest: bool) -> list[Row]:
    rows = []
    if visit.profile.keeps_records and Action.KEPT not in visit.profile.withheld:
        rows.append(Row(Request(Action.KEPT), say("What is kept about me"), detail=_keeps(visit)))
    if lowest and visit.profile.audience == "patient":
        rows.insert(0, code_row())
    if not lowest:
        rows.append(Row(Request(Action.UP), say("Go back")))
    return rows


def _count(number: int) -> str:
    return str(number) if number else ""


def _keeps(visit: Visit) -> str:
    return "" if visit.keeper.on else say("nothing: just reading")


def _getting_ready(visit: Visit) -> str:
    if visit.getting_ready is None:
        return ""
    done, total = visit.getting_ready
    return say("Getting the library ready: {done} of {total}", done=done, total=total)

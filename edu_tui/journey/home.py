"""Home: what this library is, where to go on, and its modules in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.action import Action
from edu_tui.journey.extension import Extended
from edu_tui.journey.finding.tree import CROWD, Node, Tree
from edu_tui.journey.place import STAY, Navigation, push
from edu_tui.journey.plan.planned import code_row, plan_rows
from edu_tui.journey.progress import course_progress, module_progress
from edu_tui.journey.questions.before_after import change_words, course_row
from edu_tui.journey.questions.ready import ready_now
from edu_tui.journey.reading.going_on import going_on
from edu_tui.journey.view import Listing, Request, Row, View
from edu_tui.layout.part import Gap, Heading, words
from edu_tui.layout.review import short_words
from edu_tui.system.typing import override
from edu_tui.system.wording import language_name, say

if TYPE_CHECKING:
    from edu_tui.journey.extension import Extension
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.library.open_library import Entry


COMPACT = 16
"""Under so many lines the words make room for the rows."""
COLUMNS = 64
"""From so many columns the minutes have a column of their own."""
MINUTES = 8
"""Columns of it."""


class Home(Extended):
    """All there is to read, by course and chapter; the bottom of the stack, or what a welcome leads to."""

    tells_trouble: ClassVar[bool] = True
    tells_progress: ClassVar[bool] = True

    def __init__(self, *, lowest: bool = True) -> None:
        self._lowest = lowest
        self._last = ""
        self._tree: Tree | None = None
        self._contents: object = None
        """The contents that the tree was made from."""

    @override
    def view(self, room: Room) -> View:
        """How far the reader is, where to go on, the modules, then what else there is."""
        compact = bool(room.height) and room.height < COMPACT
        before: list[Part | Row] = []
        trouble = self.visit.keeper.trouble or self.visit.keeper.notice
        if trouble:
            before += [words(trouble, "talk"), Gap()]
        elif not compact:
            before += [words(_greeting(self.visit)), Gap()]
        nodes = self._nodes()
        if not (compact or self._folds):
            before += course_progress(self.visit, room)
        first = _first_rows(self.visit, self.extension)
        before += [*first, Gap()] if first else []
        if not self.visit.entries():
            before.append(words(say("This library has no parts yet.")))
        after: tuple[Part | Row, ...] = (
            Gap(),
            *self._withheld_rows(),
            *course_row(self.visit),
            Row(Request(Action.ASKED), say("My questions"), detail=_count(len(self.visit.asks))),
            Row(Request(Action.WORDS), say("What the words mean")),
            Row(Request(Action.FIND), say("Find a word")),
            Row(Request(Action.TAKE), say("Take it with me, on paper or on my phone")),
            Row(Request(Action.OUTLINE), say("All parts and pages, in order")),
            *_last_rows(self.visit, lowest=self._lowest),
        )
        return View(
            where=(self.visit.title,),
            parts=Listing(before, len(nodes), lambda at: self._line(nodes, at, room), after),
            keys=frozenset(
                {Action.FIND, Action.WORDS, Action.LANGUAGE, Action.ASKED, Action.OUTLINE}
            ),
            labels=((Action.OPEN, say("Open")),),
            said=_getting_ready(self.visit),
            focus=self._focus(nodes, len(first)),
        )

    def _nodes(self) -> list[Node]:
        """Headings and modules, from the top; of many modules the headings fold."""
        if self._tree is None or self._contents is not self.visit.contents:
            unfolded = self._tree.unfolded if self._tree else set()
            self._tree, self._contents = Tree(self.visit), self.visit.contents
            self._tree.unfolded |= unfolded
            if not self._folds:
                self._tree.unfold_headings()
        return self._tree.nodes(folded_modules=True)

    @property
    def _folds(self) -> bool:
        return len(self.visit.entries()) > CROWD

    def _line(self, nodes: list[Node], at: int, room: Room) -> Part | Row:
        node = nodes[at]
        if node.kind == "module":
            entry = self.visit.contents.entries[node.module]
            row = module_row(self.visit, self.extension, entry, room)
            return row._replace(number=".".join(map(str, node.path))) if self._folds else row
        if not self._folds:
            return Heading(node.title, "label", 3 if node.depth else 2)
        unfolded = self._tree is not None and node.key in self._tree.unfolded
        mark = "-" if unfolded else "+"
        return Row(
            Request(Action.NODE, node.key),
            node.title,
            mark,
            tone="strong",
            digit=False,
            indent=node.depth,
            number=".".join(map(str, node.path)),
        )

    def _focus(self, nodes: list[Node], first: int) -> int:
        """The row that was chosen last; else the first."""
        rows = [node for node in nodes if node.kind == "module" or self._folds]
        if not self._last:
            modules = (i for i, node in enumerate(rows) if node.module)
            return 0 if first else next(modules, 0)
        places = (i for i, node in enumerate(rows) if self._last in (node.module, node.key))
        return next(places, -first) + first

    def _withheld_rows(self) -> list[Part | Row]:
        """What no clinic answers for yet stands last, and cannot be opened."""
        if not self.visit.profile.signed_only:
            return []
        withheld = [entry for entry in self.visit.entries() if not self.visit.may_show(entry.id)]
        if not withheld:
            return []
        return [*(module_row(self.visit, self.extension, entry) for entry in withheld), Gap()]

    @override
    def do(self, do: Request) -> Navigation | None:
        """Open a module; up and back have nowhere to go from here."""
        if do.action is Action.NODE and self._tree is not None:
            self._tree.unfolded ^= {do.what}
            self._last = do.what
            return STAY
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
    """Where the reader stopped, and what is ready to be asked again: apart from the list, without digits."""
    rows = [*plan_rows(visit), *extension.home_rows(visit)]
    on = going_on(visit)
    if on is not None:
        rows.append(on)
    ready = len(ready_now(visit))
    if ready:
        label = say("{n} short question is ready", "{n} short questions are ready", n=ready)
        minutes = say("{n} minute", "{n} minutes", n=-(-ready // 3))
        rows.append(Row(Request(Action.REVIEW), label, detail=minutes))
    numbers = ("0", *(f"0.{n}" for n in range(1, len(rows))))
    return [row._replace(digit=False, number=n) for row, n in zip(rows, numbers, strict=False)]


def module_row(visit: Visit, extension: Extension, entry: Entry, room: Room | None = None) -> Row:
    """A module with how it stands and how long it takes; in columns where there is that room."""
    do = Request(Action.MODULE, entry.id)
    if entry.state in {"broken", "missing"}:
        return Row(do, entry.title, detail=say("This part cannot be shown"))
    if not visit.may_show(entry.id):
        message = say("This part is being checked by the clinic")
        return Row(do, entry.title, detail=message, digit=False)
    states = _states(visit, extension, entry)
    if entry.steps and not states:
        states.append(say("step by step"))
    if entry.language != visit.language:
        states.append(say("in {language}", language=language_name(entry.language)))
    if visit.reviewed().mixed:
        states.append(short_words(visit.state_of(entry.id)))
    state = ", ".join(filter(None, states))
    minutes = say("{n} minute", "{n} minutes", n=entry.minutes) if entry.minutes else ""
    if room is None or room.medium == "words" or room.width < COLUMNS:
        return Row(do, entry.title, detail=", ".join(filter(None, (state, minutes))))
    short = say("{n} min", "{n} min", n=entry.minutes) if entry.minutes else ""
    return Row(do, entry.title, detail=f"{state}{short.rjust(MINUTES)}")


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

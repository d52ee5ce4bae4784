"""Reading: a section a page or a few, never a wall; the place in it survives a resize."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.extension import Extended
from edu_tui.journey.place import POP, STAY, Navigation, push, swap
from edu_tui.journey.questions.runs import run_about
from edu_tui.journey.reading.pager import END, Pager
from edu_tui.journey.reading.pictures import Pictures, picture_keys
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.section import cited, section_parts
from edu_tui.learning.event import PageOpened, SectionRead
from edu_tui.learning.standing import is_unchanged
from edu_tui.model import markup
from edu_tui.model.version import question_unit, version_of
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.reading.pager import Start
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.model.module import Module, Section


class Reading(Extended):
    """One section of a module; going on leads to the next."""

    def __init__(
        self, module: Module, index: int, *, start: Start = 0, return_to: str = ""
    ) -> None:
        self._module = module
        self._index = index
        self._leaves = Pager(start)
        self._return_to = return_to
        """Words for the only way on, where this section is read again in between."""

    @property
    def section(self) -> Section:
        """The section shown."""
        return self._module.sections[self._index]

    @cached_property
    def _cited(self) -> dict[str, int]:
        """The section's sources and their numbers."""
        return cited(self.section)

    @cached_property
    def _version(self) -> str:
        return version_of(self.section)

    @override
    def view(self, room: Room) -> View:
        """One page, and at its end the ways on."""
        section, module = self.section, self._module
        detailed = self.visit.detailed
        text = self._leaves.text(
            (self.visit.contents, room, detailed),
            lambda: section_parts(
                section,
                module.walkthrough,
                self.visit.voice(self._cited),
                room,
                detailed=detailed,
            ),
        )
        on = [Row(Request(Action.NEXT), say("Next page"))]
        parts = self._leaves.lay(text, room, self._rows(room), on, [MENU])
        self._remember()
        more = say("Less detail") if self.visit.detailed else say("More detail")
        return View(
            where=self._where(),
            parts=parts,
            keys=self._keys() | picture_keys(section.pictures, room),
            labels=((Action.OPEN, say("Go on")), (Action.MORE, more)),
        )

    def _remember(self) -> None:
        """Which page is open, and, with the last one, that the section is read."""
        module, name = self._module, self.section.id
        at, standing = self.visit.history.trace(module.id).stop, self.visit.standing(module.id)
        here = name, self._leaves.start, self.visit.detailed
        # A look at a word that was looked for leads nobody away from where they read.
        reads = not (self._return_to or self._leaves.looked_up)
        moved = reads and (at is None or here != (at.unit, at.anchor, at.detailed))
        news = self._leaves.last and name not in standing.read
        if not (moved or news):
            return
        if moved:
            anchor, detailed = self._leaves.start, self.visit.detailed
            self.visit.record(PageOpened(anchor, detailed), module, name, self._version, sure=False)
        if news:
            self.visit.record(SectionRead(), module, name, self._version)
            self.extension.section_read(self.visit, module)

    def _keys(self) -> frozenset[Action]:
        keys = {
            Action.NEXT,
            Action.BACK,
            Action.ASK,
            Action.WORDS,
            Action.FIND,
            Action.OUTLINE,
            Action.UP,
            Action.HOME,
        }
        if self.section.more:
            keys.add(Action.MORE)
        if self.sources_here():
            keys.add(Action.SOURCES)
        if self._questions():
            keys.add(Action.SKIP)
        return frozenset(keys)

    def _where(self) -> tuple[str, ...]:
        total = len(self._module.sections)
        where = [self._module.title, say("part {n} of {total}", n=self._index + 1, total=total)]
        where += self._leaves.how_far
        left = round(self._module.minutes * (total - self._index) / total)
        if left >= 1:
            where.append(say("about {n} minute left", "about {n} minutes left", n=left))
        return tuple(where)

    def _rows(self, room: Room) -> list[Row]:
        if self._return_to:
            return [Row(Request(Action.UP), self._return_to)]
        rows: list[Row] = []
        standing = self.visit.standing(self._module.id)
        unclear = [
            name for name in self._questions() if standing.mark(question_unit(name)) != "clear"
        ]
        if unclear:
            ask = say("Answer {n} short question", "Answer {n} short questions", n=len(unclear))
            rows.append(Row(Request(Action.QUIZ), ask))
        rows.append(self._on_row(room))
        if self.section.more and not room.tight:
            label = say("Less detail") if self.visit.detailed else say("More detail")
            rows.append(Row(Request(Action.MORE), label))
        return rows

    def _on_row(self, room: Room) -> Row:
        following = self._index + 1
        if following < len(self._module.sections):
            title = self._module.sections[following].title
            short = room.tight and room.narrow
            label = say("Next part") if short else say("Go on: {title}", title=title)
            return Row(Request(Action.ON), label)
        return Row(Request(Action.ON), say("Finish: {title}", title=self._module.title))

    def _questions(self) -> list[str]:
        return [
            question.id
            for question in self._module.questions
            if question.teaches == self.section.id
        ]

    @override
    def do(self, do: Request) -> Navigation | None:
        """Page on and back, more and less, questions, sources."""
        if do.action is Action.NEXT:
            return STAY if self._leaves.turn() else self._on()
        if do.action is Action.BACK:
            return STAY if self._leaves.turn_back() else self._before()
        if do.action in {Action.ON, Action.SKIP}:
            return self._on()
        if do.action is Action.MORE and self.section.more:
            self.visit.detailed = not self.visit.detailed
            message = (
                say("More detail is shown.")
                if self.visit.detailed
                else say("Less detail is shown.")
            )
            return Navigation("stay", said=message)
        if do.action is Action.QUIZ:
            run = run_about(self.visit, self._module, {self.section.id})
            return push(self.questions(self._module, run))
        if do.action is Action.PICTURE and self.section.pictures:
            return push(Pictures(self.section.pictures))
        if do.action is Action.SOURCES:
            from edu_tui.journey.reading.sources import Sources

            return push(Sources(self.section.title, self.sources_here(), do.what))
        return None

    def _on(self) -> Navigation:
        if self._return_to:
            return POP
        if self._index + 1 < len(self._module.sections):
            return swap(Reading(self._module, self._index + 1))
        self.visit.record(PageOpened(), self._module, sure=False)
        message = say("You have come to the end of {title}.", title=self._module.title)
        return Navigation("pop", said=message)

    def _before(self) -> Navigation:
        if self._index > 0 and not self._return_to:
            return swap(Reading(self._module, self._index - 1, start=END))
        return POP

    @override
    def about(self) -> tuple[str, str, str] | None:
        """The section shown."""
        return self._module.id, self.section.id, self.section.title

    @override
    def words_here(self) -> tuple[str, ...]:
        """The terms that the section marks."""
        return terms_in(self.section.body, self.section.more, self.section.key_message)

    @override
    def sources_here(self) -> tuple[str, ...]:
        """Those of the section."""
        return tuple(self._cited)


MENU = Row(Request(Action.HELP), say("Other things you can do"))


def terms_in(*texts: str) -> tuple[str, ...]:
    """Glossary terms marked in the texts, each once, in order."""
    return tuple(
        dict.fromkeys(name for text in texts for _, name in markup.references(text, "term"))
    )


def resume(visit: Visit, module: Module) -> Reading:
    """The page where the reader stopped in this module, or its beginning.

    In a section that says something else by now, the place within it means nothing any more.
    """
    stop = visit.standing(module.id).stop
    ids = [section.id for section in module.sections]
    if stop is None or stop.unit not in ids:
        return Reading(module, 0)
    visit.detailed = stop.detailed
    same = is_unchanged(stop, visit.texts(module.id))
    return Reading(module, ids.index(stop.unit), start=stop.anchor if same else 0)


def read_again(module: Module, section_id: str, return_to: str = "") -> Reading | None:
    """That section from its beginning; None when this reader has no such section."""
    ids = [section.id for section in module.sections]
    if section_id not in ids:
        return None
    return Reading(module, ids.index(section_id), return_to=return_to)

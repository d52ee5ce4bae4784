"""The outline: all there is, in order, with how far the reader is; each line leads to that very part."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.action import BY_ACTION, Action, key_name
from edu_tui.journey.extension import Extended
from edu_tui.journey.finding.tree import FOLDS, Node, Tree, module_key
from edu_tui.journey.place import STAY, Navigation
from edu_tui.journey.progress import (
    module_progress,
    question_progress,
    section_progress,
    step_progress,
)
from edu_tui.journey.view import Field, Listing, Request, Row, View
from edu_tui.layout.part import Gap, words
from edu_tui.library.index.outline import looked_for as _looked_for
from edu_tui.system.typing import override
from edu_tui.system.wording import language_name, say

if TYPE_CHECKING:
    from edu_tui.journey.place import Place
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part

LEAST = 2
"""Longer than a blank and one letter: nearly every line has a word that begins with that."""
ROOMY = 40
"""From so many columns a module's minutes are told."""


class Outline(Extended):
    """The tree, opened at where the reader is."""

    alone: ClassVar[bool] = True
    tells_progress: ClassVar[bool] = True

    def __init__(self, come_from: Place, *, beside: bool = False) -> None:
        self._is_beside = beside
        """Whether it stands beside a page."""
        about = come_from.about()
        self._module, self._unit = about[:2] if about else (come_from.shows(), "")
        self._tree: Tree | None = None
        self._contents: object = None
        """The contents that the tree was made from."""
        self._query = ""
        self._has_typed = False
        """Whether something was typed since the lines were looked at."""
        self._nodes: list[Node] = []
        self._focus = 0
        self._turn = 0
        self._by_words = False
        """Whether it is told line by line."""

    @override
    def view(self, room: Room) -> View:
        """A row for each line that is seen."""
        self._by_words = room.medium == "words"
        self._look()
        before: list[Part | Row] = []
        if not self._nodes:
            before.append(words(self._nothing(), "soft"))
        after: tuple[Part | Row, ...] = (Gap(), *self._last_rows())
        return View(
            where=(say("Outline"),),
            parts=Listing(
                before, len(self._nodes), lambda at: self._row(self._nodes[at], room), after
            ),
            # On a screen letters look for a line; line by line they are typed as words that do something.
            keys=frozenset({Action.UP, Action.FIND})
            | (frozenset({Action.BACK, Action.HOME}) if room.medium == "words" else frozenset()),
            labels=((Action.OPEN, say("Open")),),
            field=None if self._is_beside else self._field(),
            focus=self._focus,
            focus_turn=self._turn,
            folds=True,
        )

    def _field(self) -> Field:
        return Field(say("Type to find a line"), self._query, live=True, aside=True)

    def _last_rows(self) -> list[Row]:
        if self._is_beside:
            return [Row(Request(Action.SIDE), say("Put the outline away"))]
        rows = [Row(Request(Action.UP), say("Go back"), number="0")]
        if len(_looked_for(self._query)) > LEAST:
            # Only titles are looked through here.
            label = say('Find "{words}" in the texts', words=self._query)
            rows.insert(0, Row(Request(Action.FIND, self._query), label, number="00"))
        if self.visit.outline_away and not self._by_words:
            rows.insert(0, Row(Request(Action.SIDE), say("Keep the outline beside the page")))
        return rows

    def _nothing(self) -> str:
        if self._query:
            return say('No line has "{words}".', words=self._query)
        return say("This library has no parts yet.")

    def _look(self) -> None:
        """The lines that are seen now."""
        mark = ""
        if self._tree is None or self._contents is not self.visit.contents:
            before, self._tree = self._tree, Tree(self.visit)
            self._contents = self.visit.contents
            here = self._tree.unfold_to(self._module, self._unit)
            mark = here or self._tree.key_of(self.visit.history.last)
            if before is not None:
                self._tree.unfolded |= before.unfolded
                mark = ""
        self._nodes = self._seen(self._tree)
        if mark:
            self._mark(mark)
        if self._has_typed:
            self._mark_first()

    def _seen(self, tree: Tree) -> list[Node]:
        looked_for = _looked_for(self._query)
        if len(looked_for) <= LEAST:
            return tree.nodes()
        return tree.nodes(self.visit.outlined(looked_for), looked_for)

    def _mark_first(self) -> None:
        """Move the mark to the first line that has what was typed and can be opened."""
        self._has_typed = False
        if not self._query:
            self._mark(module_key(self._module or self.visit.history.last))
            return
        looked_for = _looked_for(self._query)
        places = (
            at
            for at, node in enumerate(self._nodes)
            if node.module and looked_for in _looked_for(node.title)
        )
        self._focus, self._turn = next(places, 0), self._turn + 1

    def _mark(self, key: str) -> None:
        """Move the mark to that line, or where it is not seen to its module's."""
        keys = [node.key for node in self._nodes]
        wanted = key if key in keys else module_key(self._module)
        self._focus = keys.index(wanted) if wanted in keys else 0
        self._turn += 1

    def follow(self, place: Place) -> None:
        """Unfold to where the reader is now, and mark it."""
        about = place.about()
        here = about[:2] if about else (place.shows(), "")
        if here == (self._module, self._unit) or not here[0]:
            return
        self._module, self._unit = here
        if self._tree is not None:
            # Beside a question the others would only crowd the outline.
            key = self._tree.unfold_to(here[0], "" if here[1].startswith("?") else here[1])
            self._nodes = self._seen(self._tree)
            self._mark(key)

    # rows

    def _row(self, node: Node, room: Room) -> Row:
        fold = " "
        if node.kind in FOLDS:
            fold = "-" if self._is_unfolded(node) else "+"
        here = bool(node.module) and (node.module, node.unit) == (self._module, self._unit)
        return Row(
            Request(Action.NODE, node.key),
            node.title,
            "" if self._by_words else fold,
            detail=say("here") if here else self._detail(node, room),
            tone="strong" if here or node.kind in {"course", "chapter"} else "plain",
            indent=0 if self._by_words else 2 * node.depth,
            number=".".join(map(str, node.path)),
        )

    def _detail(self, node: Node, room: Room) -> str:
        if not node.module:
            return ""
        if node.kind == "module":
            return self._module_detail(node.module, room)
        standing = self.visit.standing(node.module)
        match node.kind:
            case "section":
                asked = [
                    part.unit
                    for part in self.visit.outline(node.module)
                    if part.teaches == node.unit
                ]
                return section_progress(standing, node.unit, asked)
            case "step":
                return step_progress(standing, node.unit)
            case "question":
                return question_progress(standing, node.unit)
            case _:
                return ""

    def _module_detail(self, module: str, room: Room) -> str:
        entry = self.visit.contents.entries[module]
        if entry.state in {"broken", "missing"}:
            return say("cannot be shown")
        details = [*self.extension.states(self.visit, entry), *module_progress(self.visit, entry)]
        if entry.minutes and (room.width >= ROOMY or self._by_words):
            details.append(say("{n} minute", "{n} minutes", n=entry.minutes))
        if entry.language != self.visit.language:
            details.append(say("in {language}", language=language_name(entry.language)))
        return ", ".join(details)

    def _is_unfolded(self, node: Node) -> bool:
        if self._tree is None:
            return False
        return node.key in self._tree.unfolded or bool(self._query and node.kind != "module")

    # doing

    @override
    def typed(self, text: str) -> None:
        """Only lines with those words are seen."""
        self._query = text.strip()
        self._has_typed = True

    @override
    def numbered(self, number: str) -> Request | None:
        """A line that is folded away: it is seen from then on."""
        path = tuple(map(int, number.split(".")))
        if self._tree is None or self._query or not (node := self._tree.unfold_at(path)):
            return None
        self._look()
        return Request(Action.NODE, node.key)

    @override
    def do(self, do: Request) -> Navigation | None:
        """Open a line, or fold it."""
        if do.action is Action.SIDE:
            self.visit.outline_away = not self.visit.outline_away
            key = key_name(BY_ACTION[Action.OUTLINE].keys[0])
            message = say("The outline is one key away: {key}.", key=key) if self._is_beside else ""
            return Navigation("stay" if self._is_beside else "pop", said=message)
        node = next((node for node in self._nodes if node.key == do.what), None)
        if node is None or self._tree is None:
            return STAY if do.action in {Action.NODE, Action.FOLD, Action.UNFOLD} else None
        match do.action:
            case Action.NODE if node.kind in {"course", "chapter"}:
                return self._fold(node, unfold=node.key not in self._tree.unfolded)
            case Action.NODE if self._by_words and self._may_unfold(node):
                return self._fold(node, unfold=True)
            case Action.NODE if node.kind == "questions":
                return open_part(self.visit, node.module, "")._replace(
                    then=Request(Action.RESUME, "questions")
                )
            case Action.NODE:
                return open_part(self.visit, node.module, node.unit)
            case Action.FOLD:
                return self._fold(node, unfold=False)
            case Action.UNFOLD:
                return self._fold(node, unfold=True)
            case _:
                return None

    def _may_unfold(self, node: Node) -> bool:
        """Line by line a module and a route are unfolded first, and opened when they are chosen again."""
        return self._tree is not None and node.kind in FOLDS and node.key not in self._tree.unfolded

    def _fold(self, node: Node, *, unfold: bool) -> Navigation:
        """What cannot be folded leads to the line over it, as in every tree."""
        if self._tree is None:
            return STAY
        unfolded, message = self._tree.unfolded, ""
        if unfold and node.kind in FOLDS:
            unfolded.add(node.key)
            self._mark(node.key)
            message = say("Opened: {title}", title=node.title)
        elif not unfold and node.kind in FOLDS and node.key in unfolded:
            unfolded.discard(node.key)
            self._mark(node.key)
            message = say("Folded: {title}", title=node.title)
        elif not unfold:
            over = [other for other in self._nodes if other.path == node.path[:-1]]
            self._mark(over[0].key if over else node.key)
        return Navigation("stay", said=message if self._by_words else "")


def open_part(visit: Visit, module_id: str, unit: str) -> Navigation:
    """Go to a module and on to that part of it; up and back lead to the module, and from there home."""
    from edu_tui.journey.home import open_module

    place = open_module(visit, module_id).place
    then = Request(Action.UNIT, unit) if unit else None
    return Navigation("jump", place, then=then)

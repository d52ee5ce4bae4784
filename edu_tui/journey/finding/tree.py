"""The tree of an outline: courses, chapters, modules, and what stands under those that are unfolded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from edu_tui.library.index.outline import looked_for
from edu_tui.model.library import in_language
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from edu_tui.journey.visit import Visit
    from edu_tui.library.index.outline import OutlinePart
    from edu_tui.model.library import Course

Kind = Literal["course", "chapter", "module", "section", "route", "step", "questions", "question"]
FOLDS: frozenset[Kind] = frozenset({"course", "chapter", "module", "route", "questions"})
"""Kinds with something under them."""
CROWD = 60
"""Modules that stand in one list; more of them are folded in groups, or nobody would find one."""
GROUP = 50
QUESTIONS = "?"
"""What stands for all questions of a module where the unit of a part is asked for."""


class Node(NamedTuple):
    """One line of the tree."""

    key: str
    kind: Kind
    title: str
    path: tuple[int, ...]
    """Its place among its siblings and that of each line above it, from 1."""
    module: str = ""
    """Of a module and all under it."""
    unit: str = ""
    """Of what stands under a module."""

    @property
    def depth(self) -> int:
        """How many lines it stands under."""
        return len(self.path) - 1


class OutlineHead(NamedTuple):
    """One line right under a module."""

    kind: Kind
    unit: str
    title: str


class Branch(NamedTuple):
    """A course, or a chapter of one: a heading, and what stands under it."""

    key: str
    kind: Kind
    title: str
    branches: tuple[Branch, ...]
    modules: tuple[str, ...]


def branches_of(visit: Visit) -> tuple[Branch, ...]:
    """The courses that this reader sees; of one alone its chapters or groups, for its heading says nothing."""
    seen: set[str] = set()
    courses = [_course(visit, course, seen) for course in visit.courses()]
    courses = [course for course in courses if course.modules or course.branches]
    if len(courses) == 1:
        return courses[0].branches or (courses[0]._replace(kind="module"),)
    return tuple(courses)


def _course(visit: Visit, course: Course, seen: set[str]) -> Branch:
    """One with all its modules that are not in a course before it and may be shown."""

    def shown(modules: Sequence[str]) -> tuple[str, ...]:
        names = [name for name in modules if name not in seen and name in visit.contents.entries]
        seen.update(names)
        return tuple(filter(visit.may_show, names))

    key, language = f"course {course.id}", visit.language
    title = in_language(course.title, language)
    chapters = [
        Branch(f"{key} {n}", "chapter", in_language(chapter.title, language), (), names)
        for n, chapter in enumerate(course.chapters)
        if (names := shown(chapter.modules))
    ]
    if chapters:
        return Branch(key, "course", title, tuple(chapters), ())
    modules = shown(course.modules)
    if len(modules) <= CROWD:
        return Branch(key, "course", title, (), modules)
    groups = [
        Branch(
            f"{key} {first}",
            "chapter",
            say("Parts {first} to {last}", first=first + 1, last=min(first + GROUP, len(modules))),
            (),
            modules[first : first + GROUP],
        )
        for first in range(0, len(modules), GROUP)
    ]
    return Branch(key, "course", title, tuple(groups), ())


class Tree:
    """What is unfolded, and the lines that are seen then."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._branches = branches_of(visit)
        entries = visit.entries()
        self.unfolded = {branch.key for branch in self._branches}
        if len(entries) > CROWD:
            last = visit.history.last
            first = _path_to(self._branches, entries[0].id)
            self.unfolded = set(_path_to(self._branches, last) or first)

    def unfold_to(self, module: str, unit: str) -> str:
        """Unfold what stands over that part; its key, or that of the nearest line over it."""
        keys = _path_to(self._branches, module)
        if not keys:
            return ""
        self.unfolded |= {*keys, module_key(module)}
        if not unit:
            return module_key(module)
        over = QUESTIONS if unit.startswith("?") else unit.partition("/")[0]
        if over != unit:
            self.unfolded.add(unit_key(module, over))
        return unit_key(module, unit)

    def key_of(self, module: str) -> str:
        """Of a module whose headings are unfolded for it; empty where it is not there."""
        keys = _path_to(self._branches, module)
        self.unfolded |= set(keys)
        return module_key(module) if keys else ""

    def unfold_headings(self) -> None:
        """Unfold every course and chapter."""
        self.unfolded |= {key for branch in self._branches for key in _keys(branch)}

    def unfold_at(self, path: tuple[int, ...]) -> Node | None:
        """The line at that place, with all that stands over it unfolded; None and nothing unfolded where
        there is none.
        """
        before = set(self.unfolded)
        node = None
        for depth in range(1, len(path) + 1):
            node = next((one for one in self.nodes() if one.path == path[:depth]), None)
            if node is None and depth == len(path):
                self.unfolded = before
            elif node is not None and depth < len(path):
                self.unfolded.add(node.key)
        return node

    def nodes(
        self,
        among: Collection[str] | None = None,
        words: str = "",
        *,
        folded_modules: bool = False,
    ) -> list[Node]:
        """The lines that are seen, from the top. Where some are looked for: these modules alone, and of each
        the parts with those words. What stands under modules can be left out.
        """
        nodes = self._under(self._branches, (), among, words)
        return [node for node in nodes if not (folded_modules and node.unit)]

    def _under(
        self,
        branches: Sequence[Branch],
        path: tuple[int, ...],
        among: Collection[str] | None,
        words: str,
    ) -> Iterator[Node]:
        number = 0
        for branch in branches:
            if among is not None and not _has_any(branch, among):
                continue
            number += 1
            # A course without a heading of its own.
            here = path if branch.kind == "module" else (*path, number)
            if branch.kind != "module":
                yield Node(branch.key, branch.kind, branch.title, here)
            if among is None and branch.key not in self.unfolded:
                continue
            yield from self._under(branch.branches, here, among, words)
            names = [name for name in branch.modules if among is None or name in among]
            for n, name in enumerate(names, 1):
                yield from self._module(name, (*here, n), words)

    def _module(self, name: str, path: tuple[int, ...], words: str) -> Iterator[Node]:
        entry = self._visit.contents.entries[name]
        yield Node(module_key(name), "module", entry.title, path, name)
        if not words and module_key(name) not in self.unfolded:
            return
        for number, (head, inner) in enumerate(_groups(self._visit.outline(name)), 1):
            shown = [part for part in inner if not words or has_words(part, words)]
            here = (*path, number)
            key = unit_key(name, head.unit)
            if not words or shown or has_words(head, words):
                yield Node(key, head.kind, head.title, here, name, head.unit)
            if words or key in self.unfolded:
                for n, part in enumerate(shown, 1):
                    unit = unit_key(name, part.unit)
                    yield Node(unit, part.kind, part.title, (*here, n), name, part.unit)


def _groups(parts: Sequence[OutlinePart]) -> Iterator[tuple[OutlineHead, list[OutlinePart]]]:
    """Sections, each alone; routes with their steps; the questions together."""
    steps: list[OutlinePart] = []
    for part in parts:
        if part.kind == "section":
            yield OutlineHead("section", part.unit, part.title), []
        elif part.kind == "route":
            steps = [step for step in parts if step.unit.startswith(f"{part.unit}/")]
            yield OutlineHead("route", part.unit, part.title), steps
    asked = [part for part in parts if part.kind == "question"]
    if asked:
        count = say("{n} question", "{n} questions", n=len(asked))
        yield OutlineHead("questions", QUESTIONS, count), asked


def module_key(module: str) -> str:
    """What stands for a module in the tree."""
    return f"module {module}"


def unit_key(module: str, unit: str) -> str:
    """What stands for a part of a module in the tree."""
    return f"unit {module} {unit}"


def has_words(part: OutlinePart | OutlineHead, words: str) -> bool:
    """Whether words, as `looked_for` writes them, stand in its title."""
    return words in looked_for(part.title)


def _has_any(branch: Branch, among: Collection[str]) -> bool:
    return any(name in among for name in branch.modules) or any(
        _has_any(inner, among) for inner in branch.branches
    )


def _keys(branch: Branch) -> Iterator[str]:
    yield branch.key
    for inner in branch.branches:
        yield from _keys(inner)


def _path_to(branches: Sequence[Branch], module: str) -> list[str]:
    """Keys of the headings over a module; none where it is not there."""
    for branch in branches:
        if module in branch.modules:
            return [branch.key]
        inner = _path_to(branch.branches, module)
        if inner:
            return [branch.key, *inner]
    return []

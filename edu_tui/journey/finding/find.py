"""Find: words in texts, steps, questions and the glossary; a hit opens its very page.

Who types a word of danger finds crisis help first, before any hits; where there are none, nothing
is said of that. Where nothing is found there is always somewhere else to go.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.action import Action
from edu_tui.journey.anywhere.danger import danger_in, help_row
from edu_tui.journey.place import STAY, Navigation, Place, push
from edu_tui.journey.view import Field, Request, Row, View
from edu_tui.layout.line import Span
from edu_tui.layout.part import Gap, Words, words
from edu_tui.system.errors import BrokenModuleError
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.layout.sought import SearchHighlight
    from edu_tui.library.danger import Danger
    from edu_tui.library.index.search import Hit, SearchResult
    from edu_tui.model.module import Module
    from edu_tui.model.spelling import Wanted

ELSEWHERE: tuple[tuple[Action, str], ...] = (
    (Action.OUTLINE, "All parts, in order"),
    (Action.NOTE, "Write a question to ask at your visit"),
    (Action.ASKED, "My questions"),
    (Action.CRISIS, "Crisis help"),
)
"""Where to go from here when nothing is found: an action, and its row in English."""
MOST = 20
"""Hits shown; more words find fewer."""


class Find(Place):
    """A field and what it finds."""

    alone: ClassVar[bool] = True

    def __init__(self, query: str = "") -> None:
        self._first = query
        """What is looked for when it is opened; empty for nothing yet."""
        self._query = ""
        self._hits: tuple[Hit, ...] = ()
        self._more = False
        """Whether there are more hits than are shown."""
        self._suggestions: tuple[str, ...] = ()
        self._sought: tuple[tuple[Wanted, ...], ...] = ()
        self._is_nothing = False
        """Whether nothing was found by what was typed; what is shown is then of the first suggestion."""
        self._danger: Danger = ""
        self._is_cut = False
        """Whether more was typed than is looked for."""

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What is shown as found, in order."""
        return self._hits

    @override
    def view(self, room: Room) -> View:
        """Hits as rows, each with its words in context."""
        if self._first:
            first, self._first = self._first, ""
            self.typed(first)
        parts: list[Part | Row] = []
        if self._danger:
            parts.append(help_row(self.visit, self._danger))
            parts += [Gap()] if self._hits else []
        # Beside crisis help it would sound as if there were none.
        nothing = bool(self._query) and self._is_nothing and not self._danger
        if nothing:
            parts.append(words(say('Nothing found for "{query}".', query=self._query)))
        for other in self._suggestions:
            parts.append(Row(Request(Action.TRY, other), say("Did you mean: {word}?", word=other)))
        for index, hit in enumerate(self._hits):
            parts.append(Row(Request(Action.HIT, str(index)), hit.title, detail=_where(hit)))
            if hit.context:
                context = (
                    Span(text, "match" if is_match else "soft") for text, is_match in hit.context
                )
                parts.append(Words(tuple(context), "  "))
        if nothing and not self._hits:
            parts += [Row(Request(action), say(label)) for action, label in self._elsewhere()]
        if not self._query:
            parts.append(
                words(say("Type a word or a question, such as: nausea, can I drive."), "soft")
            )
        if self._more:
            few = say("Only {n} are shown. Type more words to find fewer.", n=MOST)
            parts += [Gap(), words(few, "soft")]
        if self._is_cut:
            parts += [
                Gap(),
                words(say("That is long: only its first words are looked for."), "soft"),
            ]
        if self.visit.getting_ready is not None:
            parts += [Gap(), words(say("Some parts are still being read."), "soft")]
        return View(
            where=(say("Find"),),
            parts=(*parts, Gap(), Row(Request(Action.UP), say("Go back"))),
            keys=frozenset({Action.UP}),
            field=Field(say("Find"), self._query, live=True),
        )

    @override
    def typed(self, text: str) -> None:
        """Search as it is typed."""
        from edu_tui.library.index.search import is_too_long

        self._query = text.strip()
        self._danger = danger_in(self.visit, self._query)
        self._is_cut = is_too_long(self._query)
        result = self._search(self._query)
        self._is_nothing = not result.hits
        # A guess may turn the words round: none beside crisis help, and none that would ask for it.
        guesses = () if self._danger else result.suggestions
        self._suggestions = tuple(each for each in guesses if not danger_in(self.visit, each))
        if self._suggestions:
            result = self._search(self._suggestions[0])
        self._hits, self._more = result.hits[:MOST], len(result.hits) > MOST
        self._sought = result.sought

    def _search(self, query: str) -> SearchResult:
        """One more than is shown, to know whether there are more."""
        visit = self.visit
        return visit.open_library.search(
            query, visit.language, visit.profile.audience, MOST + 1, partial(_may_show, visit)
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Open a hit, or search for what was meant."""
        if do.action is Action.TRY:
            self.typed(do.what)
            return Navigation("stay")
        if do.action is Action.HIT:
            # A letter typed right after Enter may have changed what is found.
            place = int(do.what)
            return self._open(self._hits[place]) if place < len(self._hits) else STAY
        return None

    def _elsewhere(self) -> list[tuple[Action, str]]:
        """What this reader may do instead."""
        withheld = self.visit.profile.withheld
        return [(action, label) for action, label in ELSEWHERE if action not in withheld]

    def _open(self, hit: Hit) -> Navigation:
        """Where the hit stands; its module where that part is not there any more."""
        from edu_tui.journey.finding.glossary import Glossary
        from edu_tui.journey.home import open_module
        from edu_tui.layout.sought import sought

        if hit.kind == "word":
            return push(Glossary(opened=hit.place))
        try:
            module = self.visit.module(hit.module)
        except BrokenModuleError:
            return open_module(self.visit, hit.module)
        place = _place(self.visit, module, hit, sought(self._query, _around(hit), self._sought))
        if place is None:
            return open_module(self.visit, hit.module)
        if not hit.detailed or self.visit.detailed:
            return push(place)
        self.visit.detailed = True
        return push(place, say("More detail is shown."))


def _may_show(visit: Visit, module: str, term: str) -> bool:
    """Whether the module is signed off, or marks that term and is, where sign-off is required."""
    return visit.may_show(module) if module else visit.may_explain(term)


def _place(visit: Visit, module: Module, hit: Hit, start: SearchHighlight) -> Place | None:
    """The very page, in whatever room there is; None where the module has no such part any more."""
    from edu_tui.journey.questions.practice import ask_these
    from edu_tui.journey.reading.reading import Reading
    from edu_tui.journey.reading.walking import Walking
    from edu_tui.learning.walk import Walk

    if hit.kind == "question":
        known = any(question.id == hit.place for question in module.questions)
        return ask_these(visit, module, {hit.place}) if known else None
    if hit.kind == "section":
        ids = [section.id for section in module.sections]
        known = hit.place in ids
        return Reading(module, ids.index(hit.place), start=start) if known else None
    for route in module.walkthrough.routes if module.walkthrough else ():
        if route.id == hit.route and any(step.id == hit.place for step in route.steps):
            return Walking(module, Walk(route).to_step(hit.place), start=start)
    return None


def _around(hit: Hit) -> str:
    return "".join(text for text, _ in hit.context)


def _where(hit: Hit) -> str:
    """Which module it is in; for a step the route, for the same step may be on two."""
    if hit.kind == "word":
        return say("word")
    if hit.kind == "step":
        return say("{route}, step", route=hit.whole)
    if hit.kind == "question":
        return say("{module}, question", module=hit.module_title)
    return hit.module_title

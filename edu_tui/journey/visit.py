"""What all places share while the program runs: the library, what the reader did, how it is kept."""

from __future__ import annotations

from time import time_ns
from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.devices import Devices
from edu_tui.journey.known_texts import KnownTexts
from edu_tui.journey.mine.ask_words import AskWords
from edu_tui.journey.mine.drafting import Drafting
from edu_tui.journey.questions.open_runs import OpenRuns
from edu_tui.journey.questions.orders import Orders
from edu_tui.journey.signs import SignOffStatus
from edu_tui.learning.event import AskAdded, AskRemoved, Event, Forgotten
from edu_tui.learning.history import EMPTY
from edu_tui.learning.my_questions import beside
from edu_tui.learning.standing import ModuleVersions, standing
from edu_tui.library.signing.gate import gate
from edu_tui.model.library import in_language
from edu_tui.records.keeper import Recorder
from edu_tui.system.errors import WithheldError
from edu_tui.system.wording import say, use

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from random import Random

    from edu_tui.journey.profile import Profile
    from edu_tui.journey.signs import OutlineReview
    from edu_tui.layout.text import TextVoice
    from edu_tui.learning.event import DraftSaved, Fact
    from edu_tui.learning.my_questions import Ask, MyQuestions
    from edu_tui.learning.standing import ModuleProgress
    from edu_tui.library.index.outline import OutlinePart
    from edu_tui.library.open_library import Contents, Entry, OpenLibrary
    from edu_tui.model.library import Course
    from edu_tui.model.module import Module
    from edu_tui.model.review import State
    from edu_tui.system.settings.table import Look


DAY = 86_400_000
"""Milliseconds."""

UNKNOWN = standing(EMPTY, ModuleVersions("", {}), 0)
"""How a module stands that nobody has opened."""


def now() -> int:
    """Milliseconds since 1970, UTC."""
    return time_ns() // 1_000_000


class Visit:
    """One reader's stay: shared by every place, thrown away at the end."""

    def __init__(
        self,
        open_library: OpenLibrary,
        contents: Contents,
        profile: Profile,
        rng: Random,
        keeper: Recorder | None = None,
        clock: Callable[[], int] = now,
    ) -> None:
        self.open_library = open_library
        self.contents = contents
        self.profile = profile
        self.rng = rng
        self.clock = clock
        """Milliseconds since 1970, UTC."""
        self.keeper = keeper or Recorder()
        self.history = self.keeper.history(profile.fold)
        self._told = ""
        """What was last said about keeping."""
        self.per_day = 5
        """Review questions offered in a day."""
        self.devices = Devices()
        self.detailed = False
        """Whether the reader wants more detail."""
        self.look: Look = "dark"
        self.outline_away = False
        """Whether the reader wants no outline beside the page."""
        self.unhurried = False
        """Whether the reader has asked for more time than a screen in a waiting room gives."""
        self.getting_ready: tuple[int, int] | None = None
        """Modules read and modules in all while the index is being made; None when it is made."""
        self.chosen: tuple[str, ...] = ()
        """Modules that this run was started with, as a plan that is kept nowhere."""
        self._outline: tuple[Contents, list[Entry]] | None = None
        """The contents that `entries` was made from, and what it made."""
        self._safety: tuple[Contents, dict[str, tuple[str, ...]]] = contents, {}
        """The contents that `safety_questions` was asked of, and what it found."""
        self.opened: dict[str, tuple[Mapping[str, str], Module]] = {}
        """Modules that have changed since the learner passed them, with the versions they were read at."""
        self._known = KnownTexts(open_library, profile.audience)
        self._ask_words = AskWords()
        self.orders = Orders(self.keeper, self.history, rng)
        """In which order what there is to choose is shown."""
        self.runs = OpenRuns()
        """Questions that were left in the middle."""
        self.signs = SignOffStatus(open_library, clock)
        self.drafting = Drafting(
            self.keeper,
            self.history,
            self._draft_saved,
            may_last=Action.KEPT not in profile.withheld,
        )
        use(contents.language)

    @property
    def language(self) -> str:
        """Code of the language being read."""
        return self.contents.language

    @property
    def title(self) -> str:
        """The library's title."""
        return in_language(self.contents.library.title, self.language)

    def courses(self) -> list[Course]:
        """Those for this audience; a learner's own come before those for patients."""
        courses = self.contents.library.courses
        staff = [course for course in courses if course.audience == "staff"]
        patients = [course for course in courses if course.audience == "patient"]
        return [*staff, *patients] if self.profile.audience == "staff" else patients

    def entries(self) -> list[Entry]:
        """Each module of those courses, once, in order."""
        if self._outline is not None and self._outline[0] is self.contents:
            return self._outline[1]
        seen = dict.fromkeys(name for course in self.courses() for name in course.modules)
        known = self.contents.entries
        self._outline = self.contents, [known[name] for name in seen if name in known]
        return self._outline[1]

    def outline(self, module_id: str) -> tuple[OutlinePart, ...]:
        """What of a module this reader may see, by title; nothing while it has not been read."""
        parts = self.open_library.outline(module_id, self.language)
        if self.profile.audience == "staff":
            return parts
        return tuple(part for part in parts if part.audience == "patient")

    def safety_questions(self, module_id: str) -> tuple[str, ...]:
        """Unit names of the questions that keep a reader of that module safe."""
        if self._safety[0] is not self.contents:
            self._safety = self.contents, {}
        known = self._safety[1]
        if module_id not in known:
            parts = self.outline(module_id)
            known[module_id] = tuple(part.unit for part in parts if part.must_know)
        return known[module_id]

    def outlined(self, words: str) -> frozenset[str]:
        """Modules in whose outline those words stand, without accents and capitals."""
        return self.open_library.outlined(words, self.language)

    def module(self, module_id: str) -> Module:
        """The module as this reader may see it; raises `BrokenModuleError`."""
        whole_module = self.open_library.module(module_id, self.language)
        module = whole_module.for_audience(self.profile.audience)
        self._known.opened(self.contents, whole_module, module)
        self.signs.opened(whole_module)
        if self.profile.signed_only:
            refusal = gate(self.state_of(module_id), f"{module_id} ({whole_module.language})")
            if refusal is not None:
                raise WithheldError(refusal.visitor)
        return module

    def may_show(self, module_id: str) -> bool:
        """Whether a clinic answers for it, where that is asked for."""
        return not self.profile.signed_only or self.state_of(module_id).may_be_shown

    def may_explain(self, term: str) -> bool:
        """Whether a glossary entry may be shown: a sign-off is for the words that its module marks."""
        return not self.profile.signed_only or self.signs.explains(self.contents, term)

    # what the reader did

    @property
    def asks(self) -> MyQuestions:
        """The reader's list of questions."""
        return self.history.asks

    def record(
        self,
        fact: Fact,
        module: Module | None = None,
        unit: str = "",
        version: str = "",
        *,
        sure: bool = True,
    ) -> None:
        """It happened: it is known from now on, and kept before this returns, where it can be.

        What is not `sure` is safe from a crash at once, and from a power cut with the next answer: the page
        that is open comes with each turn of a page.
        """
        self._take(self.event(fact, module, unit, version), sure=sure)

    def event(
        self, fact: Fact, module: Module | None = None, unit: str = "", version: str = ""
    ) -> Event:
        """What happens now, as it will be kept."""
        event = Event(fact, self._moment(), unit=unit, unit_version=version)
        if module is None:
            return event
        return event._replace(
            module=module.id, language=module.language, version=self._known.version_of(module)
        )

    def _draft_saved(self, saved: DraftSaved, ask: Ask) -> Event:
        return self.event(saved, unit=ask.place)._replace(module=ask.module)

    def skipped(self, module: Module, unit: str, version: str) -> None:
        """A question was left without an answer: counted where visits are, and kept nowhere."""
        self.keeper.skipped(module.id, module.language, unit, version)

    def ask(self, ask: Ask) -> str:
        """Put it on the list of questions; what became of it, in words."""
        self.catch_up()
        if not self.asks.is_new(ask):
            return say("It is in my questions already.")
        return self.note(ask)

    def note(self, ask: Ask) -> str:
        """Put it on the list with these own words, in place of those it had; what became of it."""
        before = self.asks.find(ask)
        self.catch_up()
        known = self.asks.find(ask)
        self._listed(AskAdded, beside(ask, before, known))
        if self.keeper.only_now:
            brief = say("Added to my questions, until you quit.")
            return say("Your words are kept, until you quit.") if known else brief
        return say("Your words are kept.") if known else say("Added to my questions.")

    def words_of(self, ask: Ask) -> str:
        """What stands for a quiz question, as its module has it now; empty for what is no such thing, or
        where the module cannot tell.
        """
        return self._ask_words.of(self.contents, self.module, ask)

    def drop(self, ask: Ask) -> None:
        """Take it off the list."""
        self._listed(AskRemoved, ask)

    def _listed(self, fact: type[AskAdded | AskRemoved], ask: Ask) -> None:
        happened = fact(ask.text, ask.why, ask.note)
        self._take(Event(happened, self._moment(), ask.module, self.language, unit=ask.place))

    def keep_or_not(self) -> str:
        """Stop keeping, or keep again; what that means, in words."""
        keeper = self.keeper
        if not keeper.can_keep:
            return say("Nothing is kept in this run.")
        keeper.on = not keeper.on
        if keeper.on:
            return say("What you do from now on is kept on this computer.")
        return say("Just reading: nothing is kept from now on.")

    @property
    def notice(self) -> str:
        """That what happens now is not kept, as long as that is so; in few words, for every page."""
        if not self.profile.keeps_records:
            return ""
        if not self.keeper.on:
            return say("Just reading")
        if not self.keeper.trouble:
            return ""
        if Action.KEPT in self.profile.withheld:
            return say("What you do now is not kept")
        return say("Not kept now: press K to see why")

    def news(self) -> str:
        """What has just gone wrong with keeping, once."""
        now = self.keeper.trouble or self.keeper.notice
        fresh, self._told = now != self._told, now
        return now if fresh else ""

    def forget(self, module: str, unit: str) -> bool:
        """That part, that module, or everything is as if it had never happened; False when it cannot be."""
        event = Event(Forgotten(), self._moment(), module, unit=unit)
        if not self.keeper.forget(event):
            return False
        self.history.apply(event)
        self.runs.forget(module)
        return True

    def settle(self, decide: Callable[[], Iterable[Event]]) -> tuple[Event, ...]:
        """What `decide` says happens as one thing, by what is on record then; raises RecordsError: then not."""
        given = self.keeper.settle(self.history.apply, decide)
        for event in given:
            self.history.apply(event)
        return given

    def catch_up(self) -> None:
        """Know what another window has kept meanwhile."""
        for event in self.keeper.news():
            self.history.apply(event)

    def _take(self, event: Event, *, sure: bool = True) -> None:
        self.history.apply(event)
        self.keeper.keep(event, sure=sure)

    def _moment(self) -> int:
        """Now; a clock that goes back a little does not change the order of things."""
        moment, latest = self.clock(), self.history.latest
        return latest + 1 if moment <= latest < moment + DAY else moment

    # how far the reader is

    def standing(self, module_id: str) -> ModuleProgress:
        """How a module stands for this reader now."""
        if module_id not in self.history.traces:
            return UNKNOWN
        return standing(self.history.trace(module_id), self.texts(module_id), self.clock())

    def texts(self, module_id: str) -> ModuleVersions:
        """What a module says now: as it was opened, or as the index knows it."""
        return self._known.of(self.contents, module_id)

    def get_ready(self) -> None:
        """Load what the reader is going to need; for a thread beside the screen."""
        if self.keeper.can_keep:
            from edu_tui.learning.spacing import get_ready

            get_ready()

    def switch(self, language: str) -> None:
        """Read on in another language of the library."""
        self.contents = self.open_library.open(language)
        use(language)

    def voice(self, numbers: Mapping[str, int] | None = None) -> TextVoice:
        """How texts are spoken here."""
        from edu_tui.layout.text import TextVoice

        return TextVoice(self.contents.library.clinic, numbers or {})

    def state_of(self, module_id: str) -> State:
        """How a module's sign-off stands today: of the text that was opened, or as the index knows it."""
        return self.signs.state_of(self.contents, module_id)

    def reviewed(self) -> OutlineReview:
        """How the sign-offs of the whole outline stand today."""
        return self.signs.reviewed(self.contents, self.entries())

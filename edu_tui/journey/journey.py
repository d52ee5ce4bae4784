"""The way through the program: a stack of places, and what works at all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import ALWAYS, ALWAYS_IN_KIOSK, OF_TERMINAL, Action
from edu_tui.journey.anywhere.away import AWAY, Here
from edu_tui.journey.extension import Extended, Extension
from edu_tui.journey.home import Home
from edu_tui.journey.place import HOME, POP, STAY, Navigation, Place, push
from edu_tui.journey.view import Request, View
from edu_tui.layout.review import review_words, short_words
from edu_tui.learning.my_questions import Ask
from edu_tui.system.settings.table import LOOKS
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.finding.outline import Outline
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.learning.quiz_run import QuizRun
    from edu_tui.model.module import Module

_LEAVING = {
    Action.BACK: POP,
    Action.UP: POP,
    Action.HOME: HOME,
    Action.QUIT: Navigation("quit"),
}


class Journey:
    """Where the reader is. `over` turns true when they have left."""

    def __init__(
        self, visit: Visit, first: Place | None = None, extension: Extension | None = None
    ) -> None:
        self.visit = visit
        self.extension = extension or Extension()
        self.over = False
        self.begun = False
        """Whether the reader has been anywhere but at the first place."""
        self._places: list[Place] = []
        self._put(first or Home())
        self._beside: Outline | None = None
        self._noted: object = None
        """What the notes were made for last: a key that only moves the mark makes none anew."""
        self._notes: View | None = None
        self._said = ""
        self.later: Request | None = None
        """What a front end asks for when it has shown what is said now."""
        self.shown = View(where=(), parts=())
        """The view that was asked for last."""

    @property
    def place(self) -> Place:
        """The place shown now."""
        return self._places[-1]

    @property
    def at_home(self) -> bool:
        """Whether home is shown."""
        return len(self._places) == 1

    def view(self, room: Room) -> View:
        """What to show now, in that room."""
        view = self.place.view(room)
        trouble = self.visit.news()
        trouble = "" if self.place.tells_trouble else trouble
        self._said = trouble or self.visit.devices.news() or self._said
        state, brief = ("", "") if self.place.speaks_alone else self._state()
        self.shown = view._replace(
            said=self._said or view.said,
            state=state,
            brief=brief,
            notice="" if self.place.speaks_alone else self.visit.notice,
            leads=(view.keys & {Action.SOURCES} | {Action.WORDS}) - self.visit.profile.withheld,
            always=(ALWAYS if self.visit.profile.can_quit else ALWAYS_IN_KIOSK)
            | self.visit.devices.reading
            | (view.always - ALWAYS),
        )
        return self.shown

    def _state(self) -> tuple[str, str]:
        """The review state of the module that is being read, or of all; in words, and in fewer."""
        name = self._read
        if not name:
            return self.visit.reviewed()[:2]
        state = self.visit.state_of(name)
        return review_words(state), short_words(state)

    @property
    def title(self) -> str:
        """That of the module that is being read, or of the library; never what a reader has typed."""
        entry = self.visit.contents.entries.get(self._read)
        return entry.title if entry else self.visit.title

    @property
    def _read(self) -> str:
        """The module that is being read, also while something stands before it; empty for none."""
        shown = (place.shows() for place in reversed(self._places))
        return next((name for name in shown if name), "")

    def beside(self, room: Room) -> View | None:
        """The outline that stands beside the page of a module, at where the reader is; None where there is
        no such page, or the reader has put it away.
        """
        if self.visit.outline_away or self.place.about() is None:
            return None
        if self._beside is None:
            from edu_tui.journey.finding.outline import Outline

            self._beside = Outline(self.place, beside=True)
            self._give(self._beside)
        self._beside.follow(self.place)
        return self._beside.view(room)

    @property
    def previews(self) -> bool:
        """Whether this is the list of modules, beside which the marked one may be told of."""
        return isinstance(self.place, Home)

    def preview(self, marked: Request | None) -> View | None:
        """What the module of a marked row is, for the room beside home; None where there is nothing to say."""
        if marked is None or marked.action is not Action.MODULE or not self.previews:
            return None
        from edu_tui.journey.preview import preview_of

        return preview_of(self.visit, marked.what)

    def notes(self, room: Room) -> View | None:
        """The words and sources of the page that is shown, for the room right of it; None without any."""
        if self.place.about() is None:
            return None
        on = self.place, self.shown.where, self.shown.keys, self.visit.language, room
        if on != self._noted:
            from edu_tui.journey.reading.notes import notes_on

            self._noted, self._notes = on, notes_on(self.place, self.shown.keys, room)
        return self._notes

    def do_beside(self, do: Request) -> None:
        """Do what a row of that outline asks for."""
        self._said = ""
        move = self._beside.do(do) if self._beside else None
        if move is not None:
            self._follow(move)

    def do(self, do: Request) -> None:
        """Do what a key, a row or a typed word asks for; what does not work here does nothing."""
        self._said = ""
        if do.action in self.visit.profile.withheld:
            return
        move = self.place.do(do)
        if move is None:
            move = self._common(do)
        self._follow(move)

    def visit_place(self, place: Place) -> None:
        """Go to a place that no choice leads to: the program itself has something to say."""
        self._follow(push(place))

    def typed(self, text: str, place: Place | None = None) -> None:
        """Pass on what has been typed so far into the field of a place that is open; else of this one."""
        if place is None:
            self._said = ""
            place = self.place
        if place in self._places:
            place.typed(text)

    def tell(self, message: str) -> None:
        """Say something that no choice led to, until the next one."""
        self._said = message

    def _follow(self, move: Navigation) -> None:
        self.later = move.later
        self._said = move.said
        self.begun = self.begun or move.kind in {"push", "swap"}
        if move.kind != "stay":
            self.visit.drafting.keep()
            self.place.leave()
        if move.kind == "quit":
            self.over = True
        elif move.kind == "home":
            del self._places[1:]
        elif move.kind == "pop" and len(self._places) > 1:
            self._places.pop()
        elif move.kind == "swap" and move.place is not None:
            del self._places[-1:]
            self._put(move.place)
        elif move.kind == "jump" and move.place is not None:
            homes = [depth for depth, place in enumerate(self._places) if isinstance(place, Home)]
            del self._places[homes[-1] + 1 if homes else 1 :]
            self._put(move.place)
        elif move.kind == "push" and move.place is not None:
            self._push(move.place)
        if move.kind != "stay":
            self._opened()
        if move.then is not None:
            self.do(move.then)

    def _opened(self) -> None:
        self.extension.opened(self.visit, self.place)

    def _push(self, place: Place) -> None:
        """A place of a kind that is open already is gone back to, so that the stack stays short."""
        for depth, open_place in enumerate(self._places[1:], 1):
            if type(open_place) is type(place) and place.alone:
                del self._places[depth:]
                break
        self._put(place)

    def _put(self, place: Place) -> None:
        self._give(place)
        self._places.append(place)

    def _give(self, place: Place) -> None:
        place.visit, place.questions = self.visit, self._questions
        if isinstance(place, Extended):
            place.extension = self.extension

    def _questions(self, module: Module, run: QuizRun) -> Place:
        from edu_tui.journey.questions.practice import practice

        return practice(self.visit, module, run)

    def _common(self, do: Request) -> Navigation:
        if do.action in _LEAVING:
            return _LEAVING[do.action]
        if do.action is Action.ASK:
            return self._ask()
        if do.action is Action.PRIVATE:
            return Navigation("stay", said=self.visit.keep_or_not())
        if do.action is Action.TIME and not self.visit.profile.can_quit:
            self.visit.unhurried = True
            return Navigation("stay", said=say("You have ten times as long now. Take your time."))
        if do.action is Action.LOOK:
            visit = self.visit
            visit.look = LOOKS[(LOOKS.index(visit.look) + 1) % len(LOOKS)]
            return Navigation("stay", said=_look_words(visit))
        if do.action in OF_TERMINAL:
            self.visit.devices.terminal(do.action)
            return STAY
        if do.action in self.visit.devices.reading:
            from edu_tui.journey.anywhere.aloud import asked

            return asked(self.visit.devices.aloud, do.action)
        if do.action in AWAY:
            return push(AWAY[do.action](Here(self.place, self.shown, do.what)))
        aside = self.extension.aside(do.action)
        return push(aside) if aside else STAY

    def _ask(self) -> Navigation:
        about = self.place.about()
        if about is None:
            return push(AWAY[Action.ASKED](Here(self.place, self.shown, "")))
        module, place, text = about
        return Navigation("stay", said=self.visit.ask(Ask(text, module, place, "page")))


def _look_words(visit: Visit) -> str:
    """Which look it is now, and how a reader of their own keeps it."""
    names = {"dark": say("Dark"), "light": say("Light"), "contrast": say("High contrast")}
    named = say("{look} colors.", look=names[visit.look])
    if not visit.profile.can_quit:
        return named
    return f"{named} {say('To keep them, set `look` in your settings.')}"

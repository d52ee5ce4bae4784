"""What another window has done with the same attempt: it is said, and what counts is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import Navigation, Place, swap
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.day import day_in_words
from edu_tui.layout.part import Gap, Heading, words
from edu_tui.staff.learning.assessment import needed
from edu_tui.staff.places import attempting
from edu_tui.staff.places.onboarding import attempts_of
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.visit import Visit
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.model.library import Course
    from edu_tui.model.module import Module
    from edu_tui.staff.learning.attempts import Ended
    from edu_tui.staff.places.flow import AssessmentFlow


def elsewhere(
    visit: Visit, flow: AssessmentFlow, course: Course, module: Module, attempt_id: str
) -> Navigation:
    """From an attempt that went on in another window to where it stands now."""
    attempts = attempts_of(visit)
    ended = attempts.ended.get(attempt_id)
    if ended is not None:
        return swap(HandedIn(module, ended))
    begun = attempts.begun.get(attempt_id)
    attempt = attempting.taken_up(visit, module, begun) if begun is not None else None
    if attempt is None:
        message = say(
            "In another window it was found that a question has changed. It does not count."
        )
        return swap(flow.begin(course, module), message)
    message = say(
        "This try was handed in in another window, with the answers chosen until then. "
        "What is chosen after that does not count."
    )
    return swap(flow.pause(course, module, attempt_id, attempt), message)


class HandedIn(Place):
    """An attempt that was handed in in another window, and what it came to there."""

    def __init__(self, module: Module, ended: Ended) -> None:
        self._module = module
        self._ended = ended

    @override
    def view(self, room: Room) -> View:
        """That it was handed in, the result that counts, and the way back."""
        ended = self._ended
        message = say(
            "This attempt was handed in in another window, with the answers chosen until then. "
            "What is chosen after that does not count."
        )
        head = say("[+] Passed.") if ended.passed else say("[~] Not passed yet.")
        parts: list[Part | Row] = [words(message, "talk"), Gap(), Heading(head), Gap()]
        right, of = ended.must_know
        if of:
            safety = say("Safety: {right} of {of} right. All have to be.", right=right, of=of)
            parts.append(words(safety, "good" if right == of else "talk"))
        right, of = ended.final
        if of:
            rest = say(
                "The rest: {right} of {of} right. At least {needed} have to be.",
                right=right,
                of=of,
                needed=needed(ended.mastery, of),
            )
            parts.append(words(rest))
        if ended.until:
            parts.append(words(say("It is good until {day}.", day=day_in_words(ended.until))))
        rows = [Row(Request(Action.UP), say("Done"))]
        if ended.passed and self.visit.profile.saves_files:
            rows.insert(0, Row(Request(Action.CERTIFICATE), say("Your certificate")))
        return View(
            where=(self._module.title, say("How it went")),
            parts=(*parts, Gap(), *rows),
            keys=frozenset({Action.UP, Action.HOME}),
        )

    @override
    def shows(self) -> str:
        """The module that was assessed."""
        return self._module.id

    @override
    def do(self, do: Request) -> Navigation | None:
        """Keep the certificate."""
        if do.action is not Action.CERTIFICATE:
            return None
        from edu_tui.journey.place import push
        from edu_tui.staff.places.certificates import Certificates

        return push(Certificates(self._module.id))

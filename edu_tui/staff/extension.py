"""What the staff side adds to the journey: assessments at home and on a module's page, and their facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.extension import Extension
from edu_tui.journey.home import open_module
from edu_tui.journey.place import push
from edu_tui.journey.view import Request, Row
from edu_tui.staff.places.flow import AssessmentPlace
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.place import Navigation, Place
    from edu_tui.journey.visit import Visit
    from edu_tui.library.open_library import Entry
    from edu_tui.model.module import Module


class StaffExtension(Extension):
    """For a learner. What reads files or judges is loaded with the first need of it."""

    @override
    def home_rows(self, visit: Visit) -> list[Row]:
        """The assessment that was begun last and not handed in."""
        from edu_tui.staff.places.onboarding import open_attempts

        begun = next(open_attempts(visit), None)
        if begun is None:
            return []
        title = visit.contents.entries[begun.module].title
        label = say("Go on with your assessment: {title}", title=title)
        return [Row(Request(Action.ASSESS, begun.module), label)]

    @override
    def module_rows(self, visit: Visit, module: Module) -> list[Row]:
        """To be assessed, how that stands, and what there is to show for it."""
        if not module.assessment:
            return []
        from edu_tui.staff.places import onboarding

        course = onboarding.course_of(visit, module.id)
        if course is None:
            return []
        state = onboarding.stands(visit, course, module.id)
        begun = onboarding.attempts_of(visit).open_in(module.id)
        label = say("Go on with your assessment") if begun else say("Take the assessment")
        message = onboarding.stands_words(state, course, onboarding.today(visit))
        do = Request(Action.ASSESS, begun.id if begun else "")
        rows = [Row(do, label, detail=message or say("not taken yet"))]
        if state.passed is not None and visit.profile.saves_files:
            rows.append(Row(Request(Action.CERTIFICATE), say("Your certificate")))
        return rows

    @override
    def states(self, visit: Visit, entry: Entry) -> list[str]:
        """Whether it is passed, and until when."""
        from edu_tui.staff.places import onboarding

        course = onboarding.course_of(visit, entry.id)
        if course is None or not entry.assessed:
            return []
        state = onboarding.stands(visit, course, entry.id)
        message = onboarding.stands_words(state, course, onboarding.today(visit))
        return [message] if message else []

    @override
    def do(self, visit: Visit, do: Request, module: Module | None = None) -> Navigation | None:
        """Be assessed, or see the certificate; from home the module is opened on the way."""
        if do.action is Action.ASSESS and module is None:
            from edu_tui.staff.places.onboarding import attempts_of

            begun = attempts_of(visit).open_in(do.what)
            then = Request(Action.ASSESS, begun.id if begun else "")
            return open_module(visit, do.what)._replace(then=then)
        if do.action is Action.ASSESS and module is not None:
            from edu_tui.staff.places.assessing import assess

            return assess(visit, module, do.what)
        if do.action is Action.CERTIFICATE and module is not None:
            from edu_tui.staff.places.certificates import Certificates

            return push(Certificates(module.id))
        return None

    @override
    def opened(self, visit: Visit, place: Place) -> None:
        """Another window may have changed how assessments stand; a place of one is told of the others."""
        if isinstance(place, AssessmentPlace):
            from edu_tui.staff.places.assessing import FLOW

            place.flow = FLOW
        if place.tells_progress:
            visit.catch_up()

    @override
    def section_read(self, visit: Visit, module: Module) -> None:
        """Where it was the last of a course's module, that is a fact of its own."""
        from edu_tui.staff.places.onboarding import tell_completed

        tell_completed(visit, module)

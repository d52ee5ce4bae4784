"""A module's front page: what it gives, and the ways through it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from edu_tui.journey.action import Action
from edu_tui.journey.extension import Extended
from edu_tui.journey.place import STAY, Navigation, push
from edu_tui.journey.progress import section_progress
from edu_tui.journey.questions.before_after import module_row
from edu_tui.journey.questions.beginning import GO_ON, all_answers, question_rows
from edu_tui.journey.reading.pictures import Pictures, picture_keys
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, Heading, Words, words
from edu_tui.layout.picture import with_picture
from edu_tui.layout.review import reviewer_words
from edu_tui.layout.text import spans
from edu_tui.model.version import question_unit, step_unit
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part
    from edu_tui.learning.standing import ModuleProgress
    from edu_tui.model.module import Module, Walkthrough
    from edu_tui.model.picture import Picture


class ModulePlace(Extended):
    """Where a module begins."""

    tells_progress: ClassVar[bool] = True

    def __init__(self, module: Module) -> None:
        self._module = module

    @override
    def view(self, room: Room) -> View:
        """Summary, what the reader can do afterwards, and the rows."""
        module = self._module
        compact = bool(room.height) and room.height < 16
        parts: list[Part | Row] = [Heading(module.title)]
        parts += [] if compact else [Gap()]
        about: list[Part] = [Words(spans(module.summary, self.visit.voice()))]
        if module.objectives and not compact:
            about += [Gap(), words(say("Afterwards you can:"), "label")]
            for objective in module.objectives:
                about.append(Words(spans(objective.text, self.visit.voice()), "- "))
        parts += with_picture(module.picture, about, room)
        reviewer = "" if compact else reviewer_words(self.visit.state_of(module.id))
        parts += [Gap(), words(f"{reviewer}.", "soft")] if reviewer else []
        parts += self._changed(self.visit.standing(module.id))
        parts.append(Gap())
        parts += self._rows()
        parts += self._contents()
        return View(
            where=(module.title, say("{n} minute", "{n} minutes", n=module.minutes)),
            parts=tuple(parts),
            keys=frozenset({Action.BACK, Action.FIND, Action.WORDS, Action.OUTLINE})
            | picture_keys(self._pictures, room),
        )

    @property
    def _pictures(self) -> tuple[Picture, ...]:
        return (self._module.picture,) if self._module.picture else ()

    def _rows(self) -> list[Row]:
        module = self._module
        standing = self.visit.standing(module.id)
        rows = []
        if module.walkthrough is not None:
            rows += self._walk_rows(module.walkthrough, standing)
        if module.sections:
            rows.append(self._read_row(standing))
        rows += question_rows(self.visit, module) if module.questions else []
        rows += self.extension.module_rows(self.visit, module)
        rows += module_row(self.visit, module)
        unclear = standing.to_talk_about
        if unclear:
            count = len(unclear)
            rows.append(
                Row(Request(Action.RETRY), say("Go over what was not clear"), detail=str(count))
            )
        return rows

    def _contents(self) -> list[Part | Row]:
        """A row for each section and route, with how it stands; none where there is only one."""
        module, standing = self._module, self.visit.standing(self._module.id)
        asked: dict[str, list[str]] = {}
        for question in module.questions:
            asked.setdefault(question.teaches, []).append(question_unit(question.id))
        rows = [
            Row(
                Request(Action.UNIT, section.id),
                section.title,
                detail=section_progress(standing, section.id, asked.get(section.id, [])),
            )
            for section in module.sections
        ]
        for route in module.walkthrough.routes if module.walkthrough else ():
            seen = [step_unit(route.id, step.id) in standing.walked for step in route.steps]
            steps = say("{n} step", "{n} steps", n=len(seen))
            detail = say("{done} of {total} seen", done=sum(seen), total=len(seen))
            detail = detail if any(seen) else steps
            rows.append(Row(Request(Action.UNIT, route.id), route.title, detail=detail))
        if len(rows) < 2:
            return []
        return [Gap(), words(say("In this part"), "label"), *rows]

    def _walk_rows(self, walkthrough: Walkthrough, standing: ModuleProgress) -> list[Row]:
        """Where the reader stopped on the way, if it was before the end, and the whole of it."""
        rows = []
        for route in walkthrough.routes:
            ids = [step_unit(route.id, step.id) for step in route.steps]
            at = standing.step.unit if standing.step else ""
            if at in ids[1:-1]:
                detail = say("step {n} of {total}", n=ids.index(at) + 1, total=len(ids))
                rows.append(
                    Row(
                        Request(Action.WALK_ON),
                        say("Go on: {title}", title=route.title),
                        "",
                        detail,
                    )
                )
        detail = say("step by step")
        return [*rows, Row(Request(Action.WALK), walkthrough.title, detail=detail)]

    def _changed(self, standing: ModuleProgress) -> list[Part]:
        """What says something else than when the reader read it."""
        titles = {section.id: section.title for section in self._module.sections}
        names = [titles[name] for name in standing.changed if name in titles]
        if names:
            shown = "; ".join(names)
            return [words(say("Changed since you read it: {titles}.", titles=shown), "talk")]
        if any(not name.startswith("?") for name in standing.changed):
            return [words(say("Some steps have changed since you read them."), "talk")]
        if standing.changed:
            return [words(say("Some questions have changed since you answered them."), "talk")]
        return []

    def _read_row(self, standing: ModuleProgress) -> Row:
        module = self._module
        read, total = len(standing.read), len(module.sections)
        if read >= total:
            return Row(Request(Action.READ), say("Read about it"), detail=say("read"))
        if read:
            detail = say("{done} of {total} read", done=read, total=total)
            return Row(Request(Action.READ), say("Go on reading"), detail=detail)
        if standing.stop:
            return Row(Request(Action.READ), say("Go on reading"), detail=say("begun"))
        detail = say("{n} short part", "{n} short parts", n=total)
        return Row(Request(Action.READ), say("Read about it"), detail=detail)

    @override
    def do(self, do: Request) -> Navigation | None:
        """Walk, read or answer; `resume` goes on where the reader stopped."""
        if do.action is Action.WALK_ON or (do.action is Action.RESUME and do.what == "step"):
            from edu_tui.journey.reading.walking import resume as resume_walk

            return push(resume_walk(self.visit, self._module))
        if do.action is Action.WALK:
            from edu_tui.journey.reading.walking import start

            return push(start(self._module))
        if do.action is Action.RESUME and do.what == "questions":
            from edu_tui.journey.questions.practice import go_on

            return push(go_on(self.visit, self._module))
        if do.action in {Action.READ, Action.RESUME}:
            from edu_tui.journey.reading.reading import resume

            return push(resume(self.visit, self._module))
        if do.action is Action.UNIT:
            from edu_tui.journey.reading.unit_place import place_of_unit

            place = place_of_unit(self.visit, self._module, do.what)
            return push(place) if place is not None else STAY
        if do.action in {Action.QUIZ, Action.RETRY}:
            from edu_tui.journey.questions.practice import ask_again, ask_all, go_on

            begin = ask_all if do.action is Action.QUIZ else ask_again
            return push((go_on if do.what == GO_ON else begin)(self.visit, self._module))
        if do.action is Action.PICTURE and self._pictures:
            return push(Pictures(self._pictures))
        if do.action is Action.ANSWERS:
            return push(all_answers(self.visit, self._module))
        if do.action is Action.GUESS:
            from edu_tui.journey.questions.guessing import guess

            return push(guess(self.visit, self._module))
        return self.extension.do(self.visit, do, self._module)

    @override
    def about(self) -> tuple[str, str, str] | None:
        """The module as a whole."""
        return self._module.id, "", self._module.title

"""Moving one thing of an order: earlier, later, or out of it. The same by key, by number and by touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import POP, STAY, Navigation, Place
from edu_tui.journey.view import Request, Row, View
from edu_tui.layout.part import Gap, Words, words
from edu_tui.layout.text import spans
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.journey.questions.policy import QuestionPolicy
    from edu_tui.layout.line import Room
    from edu_tui.layout.part import Part

BY = {Action.EARLIER: -1, Action.LATER: 1}
"""Places that each way leads on."""


class Moving(Place):
    """Where one item of the current question stands, and where it can go."""

    def __init__(self, policy: QuestionPolicy, name: str) -> None:
        self._policy = policy
        self._name = name
        self._focus = 0

    @override
    def view(self, room: Room) -> View:
        """The order so far, and the ways for this one."""
        policy, voice = self._policy, self.visit.voice()
        parts: list[Part | Row] = [words(say("Your order so far:"), "soft")]
        item = policy.run.current
        if item is not None:
            texts = {reason.id: reason.text for reason in item.question.body.review(())}
            chosen = sorted(filter(item.place_of, item.shown), key=item.place_of)
            for place, name in enumerate(chosen, 1):
                here = name == self._name
                lead = f"[{place}] " if here else f" {place}. "
                parts.append(Words(spans(texts[name], voice, "strong" if here else "plain"), lead))
        parts += [
            Gap(),
            Row(Request(Action.EARLIER, self._name), say("One place earlier")),
            Row(Request(Action.LATER, self._name), say("One place later")),
            Row(Request(Action.REMOVE), say("Take it out")),
            Row(Request(Action.UP), say("Back to the question")),
        ]
        return View(
            where=(self._policy.module.title, say("Move one")),
            parts=tuple(parts),
            keys=frozenset({Action.BACK, Action.UP, Action.EARLIER, Action.LATER}),
            focus=self._focus,
            careful=True,
        )

    @override
    def do(self, do: Request) -> Navigation | None:
        """Move it, or take it out and go back."""
        instead = self._policy.before(do)
        if instead is not None:
            return instead
        if do.action in BY:
            self._focus = 0 if do.action is Action.EARLIER else 1
            return moved(self._policy, self._name, do.action)
        if do.action is not Action.REMOVE:
            return None
        item = self._policy.run.current
        if item is not None and item.place_of(self._name):
            self._policy.run.choose(self._name)
            tell_chosen(self._policy)
        return POP

    @override
    def shows(self) -> str:
        """The module that the question is from."""
        return self._policy.module.id


def moved(policy: QuestionPolicy, name: str, way: Action) -> Navigation:
    """Move it one place that way; where it cannot, that is said."""
    before = policy.run.current
    if before is None or not before.place_of(name):
        return Navigation("stay", said=say("Choose one that has a place in your order."))
    policy.run.move(name, BY[way])
    if policy.run.current == before:
        is_first = way is Action.EARLIER
        return Navigation(
            "stay", said=say("It comes first.") if is_first else say("It comes last.")
        )
    tell_chosen(policy)
    return STAY


def tell_chosen(policy: QuestionPolicy) -> None:
    """Tell the policy that the current question has another answer, not checked yet."""
    if policy.run.current is not None:
        policy.chosen(policy.run.current)

"""From a code to things that happened: the same ids each time, and only what is not known yet."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from edu_tui.learning.history import History
from edu_tui.learning.resume_code import ResumeState
from edu_tui.learning.resumed import Resumed
from edu_tui.library.decode.module import decode_module
from edu_tui.model.version import unit_versions
from tests.library.samples import MODULE, swap

if TYPE_CHECKING:
    from edu_tui.learning.event import Event
    from edu_tui.model.module import Module

COURSE = ("going-home", "session")
WAY = ResumeState(frozenset({"going-home"}), frozenset({"going-home"}))
TEXT = "Going home: something was not clear"


def module(text: str = MODULE) -> Module:
    model = decode_module("en/going-home.yaml", text).model
    assert model is not None
    return model


def after(*events: Event) -> History:
    history = History()
    for event in events:
        history.apply(event)
    return history


def resumed(history: History | None = None, at: int = 5, way: ResumeState = WAY) -> Resumed:
    return Resumed(way, COURSE, history or History(), at)


def test_every_section_that_patients_see_counts_as_read_as_it_is_now() -> None:
    """With its version, so that a later change of the text is noticed; staff's sections are left out."""
    (event,) = resumed().read(module())
    assert (event.kind, event.unit, event.at) == ("read", "not-driving", 5)
    assert event.unit_version == unit_versions(module())["not-driving"]


def test_what_was_read_here_is_not_read_again_unless_it_has_changed() -> None:
    """A section known as it is now is left alone; one that says something else by now is taken."""
    history = after(*resumed().read(module()))
    assert resumed(history, at=9).read(module()) == []
    changed = module(swap("Reaction time stays slow.", "You react slowly.", MODULE))
    assert [event.unit for event in resumed(history, at=9).read(changed)] == ["not-driving"]


def test_the_ids_follow_from_the_code_and_the_course() -> None:
    """Entered again later they are the same; another code's are others. Each is a UUID."""
    first = [*resumed(at=1).read(module()), *resumed(at=1).asked(module(), TEXT)]
    second = [*resumed(at=2).read(module()), *resumed(at=2).asked(module(), TEXT)]
    other = resumed(way=WAY._replace(talk=frozenset())).read(module())
    assert [event.id for event in first] == [event.id for event in second]
    assert {event.id for event in first}.isdisjoint(event.id for event in other)
    for event in first:
        assert str(UUID(event.id)) == event.id


def test_something_to_talk_about_is_put_on_the_list_once() -> None:
    """In the words given, for the module as a whole; not where it stands there already."""
    (event,) = resumed().asked(module(), TEXT)
    assert (event.kind, event.module, event.unit) == ("asked", "going-home", "")
    history = after(event)
    assert [ask.text for ask in history.asks.asks] == [TEXT]
    assert resumed(history).asked(module(), TEXT) == []


def test_what_the_code_does_not_say_is_not_taken() -> None:
    """A module that is neither read nor to talk about gives nothing."""
    nothing = resumed(way=ResumeState(frozenset(), frozenset()))
    assert nothing.read(module()) == []
    assert nothing.asked(module(), TEXT) == []

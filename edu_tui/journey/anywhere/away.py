"""The places that a key, or a row at more than one place, leads to; each loaded when it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.journey.action import Action

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.journey.place import Place
    from edu_tui.journey.view import View


class Here(NamedTuple):
    """Where a key was pressed."""

    place: Place
    shown: View
    about: str
    """What the request was about; empty for nothing in particular."""


def _help(here: Here) -> Place:
    from edu_tui.journey.anywhere.help import Guide

    return Guide(here.shown)


def _crisis(here: Here) -> Place:
    from edu_tui.journey.anywhere.crisis import Crisis

    return Crisis("emergency" if here.about == "emergency" else "crisis")


def _find(here: Here) -> Place:
    from edu_tui.journey.finding.find import Find

    return Find(here.about)


def _outline(here: Here) -> Place:
    from edu_tui.journey.finding.outline import Outline

    return Outline(here.place)


def _words(here: Here) -> Place:
    from edu_tui.journey.finding.glossary import Glossary

    return Glossary(opened=here.about) if here.about else Glossary(here.place.words_here())


def _asked(_: Here) -> Place:
    from edu_tui.journey.mine.my_questions import Asks

    return Asks()


def _note(here: Here) -> Place:
    from edu_tui.journey.mine.writing import write_about

    return write_about(here.place.visit, here.place.about())


def _take(here: Here) -> Place:
    from edu_tui.journey.taking.takeaway import TakeAway

    read = here.place.about()
    return TakeAway((read[0],) if read else ())


def _kept(_: Here) -> Place:
    from edu_tui.journey.mine.kept import WhatIsKept

    return WhatIsKept()


def _minutes(_: Here) -> Place:
    from edu_tui.journey.reading.minutes import Minutes

    return Minutes()


def _language(_: Here) -> Place:
    from edu_tui.journey.anywhere.language import Tongue

    return Tongue()


def _plan(_: Here) -> Place:
    from edu_tui.journey.plan.my_plan import MyPlan

    return MyPlan()


def _have_code(_: Here) -> Place:
    from edu_tui.journey.plan.having_code import HavingCode

    return HavingCode()


AWAY: dict[Action, Callable[[Here], Place]] = {
    Action.HELP: _help,
    Action.CRISIS: _crisis,
    Action.FIND: _find,
    Action.OUTLINE: _outline,
    Action.WORDS: _words,
    Action.ASKED: _asked,
    Action.NOTE: _note,
    Action.TAKE: _take,
    Action.KEPT: _kept,
    Action.MINUTES: _minutes,
    Action.LANGUAGE: _language,
    Action.PLAN: _plan,
    Action.HAVE_CODE: _have_code,
}
"""How each is made."""

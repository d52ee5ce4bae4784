"""The places that are one key away from everywhere, each loaded when it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.journey.action import Action

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.journey.place import Place
    from edu_tui.journey.view import View


def _help(here: Place, shown: View, about: str) -> Place:
    from edu_tui.journey.anywhere.help import Guide

    return Guide(shown)


def _crisis(here: Place, shown: View, about: str) -> Place:
    from edu_tui.journey.anywhere.crisis import Crisis

    return Crisis("emergency" if about == "emergency" else "crisis")


def _find(here: Place, shown: View, about: str) -> Place:
    from edu_tui.journey.finding.find import Find

    return Find()


def _words(here: Place, shown: View, about: str) -> Place:
    from edu_tui.journey.finding.glossary import Glossary

    return Glossary(here.words_here())


def _asked(here: Place, shown: View, about: str) -> Place:
    from edu_tui.journey.mine.my_questions import Asks

    return Asks()


def _note(here: Place, shown: View, about: str) -> Place:
    from edu_tui.journey.mine.writing import write_about

    return write_about(here.visit, here.about())


def _take(here: Place, shown: View, about: str) -> Place:
    from edu_tui.journey.taking.takeaway import TakeAway

    read = here.about()
    return TakeAway((read[0],) if read else ())


def _kept(here: Place, shown: View, about: str) -> Place:
    from edu_tui.journey.mine.kept import Kept

    return Kept()


def _minutes(here: Place, shown: View, about: str) -> Place:
    from edu_tui.journey.reading.minutes import Minutes

    return Minutes()


def _language(here: Place, shown: View, about: str) -> Place:
    from edu_tui.journey.anywhere.language import Tongue

    return Tongue()


AWAY: dict[Action, Callable[[Place, View, str], Place]] = {
    Action.HELP: _help,
    Action.CRISIS: _crisis,
    Action.FIND: _find,
    Action.WORDS: _words,
    Action.ASKED: _asked,
    Action.NOTE: _note,
    Action.TAKE: _take,
    Action.KEPT: _kept,
    Action.MINUTES: _minutes,
    Action.LANGUAGE: _language,
}
"""Made from the place that is open, its view, and what was asked for."""

"""What is kept about the reader, in plain words: by module with titles and days, or entry by entry."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from edu_tui.journey.days import day_of
from edu_tui.journey.reading.units import unit_title
from edu_tui.layout.ask import ask_words, is_about_question, words_from
from edu_tui.layout.day import day_in_words
from edu_tui.layout.line import plain
from edu_tui.layout.wrap import wrap_text
from edu_tui.learning.history import History
from edu_tui.learning.item import TO_TALK_ABOUT
from edu_tui.system.errors import EduError, RecordsError
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from edu_tui.learning.event import Event
    from edu_tui.learning.guesses import Guess
    from edu_tui.learning.my_questions import Ask, Draft
    from edu_tui.learning.trace import ReadingStop, Trace
    from edu_tui.library.open_library import OpenLibrary
    from edu_tui.model.module import Module
    from edu_tui.records.log import Log


class Titles:
    """What a reader knows modules and their parts by; ids where the library does not tell."""

    def __init__(self, open_library: OpenLibrary, language: str) -> None:
        self._open_library = open_library
        self._language = language
        self._modules: dict[str, Module | None] = {}
        self._clinic: Mapping[str, str] | None = None

    def module(self, name: str) -> str:
        """A module's title."""
        module = self._look(name)
        return module.title if module else name

    def unit(self, module: str, unit: str) -> str:
        """The title of a section or a step; a question's own words."""
        whole_module = self._look(module)
        return (unit_title(whole_module, unit, self.clinic) if whole_module else "") or unit.lstrip(
            "?"
        )

    def ask(self, ask: Ask) -> str:
        """What is asked, as its module has it now; else as it was kept."""
        module = self._look(ask.module) if is_about_question(ask) else None
        return ask_words(ask, self.clinic, words_from(module, ask) if module else "")

    @property
    def clinic(self) -> Mapping[str, str]:
        """The clinic's own words; none where the library is gone or broken."""
        if self._clinic is None:
            try:
                self._clinic = self._open_library.library().clinic
            except EduError:
                self._clinic = {}
        return self._clinic

    def _look(self, name: str) -> Module | None:
        if name not in self._modules:
            try:
                self._modules[name] = self._open_library.module(name, self._language)
            # What is kept is shown all the same where the library is gone or broken.
            except EduError:
                self._modules[name] = None
        return self._modules[name]


def files(log: Log) -> str:
    """Each file that holds records, and how large it is."""
    try:
        paths = log.files()
    except RecordsError as error:
        if error.reason != "not-a-file":
            raise
        return say(
            "{path}\n    Not an ordinary file. Move it away, so that records can be kept there.\n",
            path=log.path,
        )
    if log.path not in paths:
        paths = (log.path, *paths)
    return "".join(f"{path}\n    {_size(path)}\n" for path in paths)


def summary(events: Sequence[Event], titles: Titles, width: int) -> str:
    """By module: what was read, walked and answered, and when; then the list of questions."""
    history = History()
    for event in sorted(events, key=lambda event: event.at):
        history.apply(event)
    if history.is_empty and not (history.appointment or history.plan.parts):
        return say("Nothing is kept about you.") + "\n"
    days = _days(min(event.at for event in events), history.latest)
    message = say("{n} entry, {days}.", "{n} entries, {days}.", n=len(events), days=days)
    lines = [f"{say('Kept about you, on this computer only:')} {message}"]
    for name in dict.fromkeys([*history.traces, *history.guesses.modules]):
        lines += ["", titles.module(name), *_of_module(name, history.trace(name), titles)]
        lines += _guessed(name, history.guesses.of(name), titles)
    if len(history.asks) or history.drafts.all:
        lines += ["", say("My questions")]
        lines += [line for ask in history.asks.asks for line in _of_ask(ask, titles)]
        lines += [_of_draft(draft, titles) for draft in history.drafts.all]
    if history.plan.parts:
        lines += ["", say("My plan")]
        lines += [f"  - {titles.module(name)}" for name in history.plan.parts]
    if history.appointment:
        day = day_in_words(history.appointment)
        lines += ["", say("My next appointment: {day}", day=day)]
    lines += ["", say("Each entry by itself: edu-tui records show --all")]
    lines.append(say("To delete: edu-tui records delete"))
    return "".join(f"{line}\n" for text in lines for line in _fitted(text, width))


def every_entry(events: Sequence[Event]) -> str:
    """One line an entry, with all that is in it, in the order they were kept."""
    from edu_tui.records.codec import detail_of
    from edu_tui.records.rows import json_of

    lines = []
    for event in events:
        clock = time.strftime("%H:%M:%S", time.localtime(event.at / 1000))
        where = " ".join(part for part in (event.module, event.unit) if part)
        versions = " ".join(
            part for part in (event.language, event.version, event.unit_version) if part
        )
        texts = [
            f"{_day(event.at)} {clock}",
            event.kind,
            where,
            f"({versions})" if versions else "",
        ]
        detail = detail_of(event)
        texts.append(json_of(detail) if detail else "")
        lines.append(_shown("  ".join(part for part in texts if part)))
    return "".join(f"{line}\n" for line in lines)


# parts of the summary


def _of_module(name: str, trace: Trace, titles: Titles) -> Iterator[str]:
    for unit, seen in trace.read.items():
        title = titles.unit(name, unit)
        yield say("  Read on {day}: {title}", day=_day(seen.at), title=title)
    for route in dict.fromkeys(unit.partition("/")[0] for unit in trace.walked):
        yield _walked(name, route, trace, titles)
    for unit, answer in trace.answers.items():
        day, title = _day(answer.at), titles.unit(name, unit)
        if answer.mark in TO_TALK_ABOUT:
            yield say("  To talk about, asked on {day}: {title}", day=day, title=title)
        else:
            yield say("  Clear on {day}: {title}", day=day, title=title)
    if trace.stop is not None:
        yield _stopped(name, trace.stop, titles)


def _guessed(name: str, guesses: Mapping[str, Guess], titles: Titles) -> Iterator[str]:
    # Whether it was right is told by nobody who has not read yet.
    for unit, guess in guesses.items():
        day, title = _day(guess.at), titles.unit(name, unit)
        yield say("  Guessed before reading, on {day}: {title}", day=day, title=title)


def _walked(name: str, route: str, trace: Trace, titles: Titles) -> str:
    steps = [seen for unit, seen in trace.walked.items() if unit.partition("/")[0] == route]
    words = say(
        "  Walked through, last on {day}: {title} ({n} step)",
        "  Walked through, last on {day}: {title} ({n} steps)",
        day=_day(max(seen.at for seen in steps)),
        title=titles.unit(name, route),
        n=len(steps),
    )
    return words + (say(", to the end") if route in trace.walked_out else "")


def _stopped(name: str, stop: ReadingStop, titles: Titles) -> str:
    title = titles.unit(name, stop.unit)
    return say("  Page that was open on {day}: {title}", day=_day(stop.at), title=title)


def _of_ask(ask: Ask, titles: Titles) -> Iterator[str]:
    about = f" ({titles.module(ask.module)})" if ask.module else ""
    yield f"  - {_shown(titles.ask(ask))}{about}"
    if ask.note:
        yield f"    {say('My words:')} {_shown(ask.note)}"


def _of_draft(draft: Draft, titles: Titles) -> str:
    about = f" ({titles.module(draft.ask.module)})" if draft.ask.module else ""
    return say("  - {words}, not added yet", words=f"{_shown(draft.text)}{about}")


def _days(first: int, last: int) -> str:
    if _day(first) == _day(last):
        return _day(first)
    return say("{first} to {last}", first=_day(first), last=_day(last))


def _day(at: int) -> str:
    return day_in_words(day_of(at))


def _size(path: Path) -> str:
    from edu_tui.records.file import is_damaged

    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return say("Nothing is kept here yet.")
    shown = say("{n} bytes", n=size) if size < 1000 else say("{n} kB", n=round(size / 1000))
    if path.name.endswith(("-wal", "-shm")):
        return say("{size}, belongs to the file while a program has it open", size=shown)
    if is_damaged(path):
        return say("{size}, damaged and moved aside", size=shown)
    if ".before-v" in path.name:
        return say("{size}, a copy from before a newer edu-tui", size=shown)
    return shown


def _fitted(text: str, width: int) -> list[str]:
    """Its lines; what goes on stands further in than its beginning."""
    inner = text.lstrip()
    lead = text[: len(text) - len(inner)]
    if not inner:
        return [""]
    # Room for the lead is made by wrapping with it, and by hanging what follows.
    wrapped = [
        plain(line) for line in wrap_text(inner, width - len(lead), rest="    " if lead else "")
    ]
    return [f"{lead}{line}" for line in wrapped]


def _shown(text: str) -> str:
    """On one line, without anything that acts on a terminal."""
    return "".join(char if char.isprintable() else " " for char in text)

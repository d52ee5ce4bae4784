"""A small library on the disk in which modules are signed as the program signs them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from edu_tui.library.lint.sentences import sentences
from edu_tui.library.open_library import OpenLibrary
from edu_tui.library.signing.file import add, text_file
from edu_tui.library.signing.state import state_of
from edu_tui.library.signing.survey import Survey
from edu_tui.model.review import SignOff, Withdrawal
from edu_tui.model.signed import hash_of_text

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.library.signing.survey import Surveyed
    from edu_tui.model.review import State

DAY = "2026-11-25"
UNTIL = "2027-11-25"
NOON = int(datetime(2026, 11, 25, 12).timestamp() * 1000)
"""Of that day, wherever the tests run."""


def text_of(folder: Path, module: str, language: str = "en", clinic: Path | None = None) -> str:
    """What a sign-off of that module would be for now."""
    open_library = OpenLibrary(folder, None, clinic)
    return open_library.sign_offs.text(open_library.module(module, language))


def sign(
    folder: Path, module: str = "going-home", language: str = "en", *, until: str = UNTIL
) -> SignOff:
    """Sign it as it is now."""
    text = text_of(folder, module, language)
    hashed = hash_of_text(text)
    entry = SignOff(
        module, language, hashed, "Ana Ruiz", "MD", "medical director", "all of it", DAY, until
    )
    add(folder, [entry], {text_file(module, language): text})
    return entry


def withdraw(folder: Path, module: str = "going-home", language: str = "en") -> None:
    """Take the sign-off back."""
    add(folder, [Withdrawal(module, language, DAY, "Ana Ruiz", "A dose is wrong.")], {})


def state(
    folder: Path,
    module: str = "going-home",
    language: str = "en",
    *,
    today: str = DAY,
    clinic: Path | None = None,
) -> State:
    """How it stands, asked by a program that has just started."""
    open_library = OpenLibrary(folder, None, clinic)
    return state_of(open_library.sign_offs.review(open_library.module(module, language)), today)


def survey(folder: Path, today: str = DAY) -> Survey:
    """The library as `edu-tui review` sees it."""
    return Survey(OpenLibrary(folder, None), folder, today, sentences)


def surveyed(folder: Path, module: str = "going-home", language: str = "en") -> Surveyed:
    """One module of it."""
    return survey(folder).one(module, language)

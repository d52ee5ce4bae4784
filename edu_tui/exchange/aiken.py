"""Aiken: a question on a line, options that begin with a letter, then `ANSWER: B`.

The form is Moodle's (docs.moodle.org, Aiken format): one right answer, capital letters, `.` or `)` after
them. Small letters and several lines of a question are taken too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.exchange.incoming import BankError, Incoming

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPTION = re.compile(r"([A-Za-z])[.)]\s+(.*\S)\s*")
_ANSWER = re.compile(r"ANSWER\s*:\s*(.*?)\s*", re.I)


def read_aiken(name: str, text: str) -> tuple[Incoming, ...]:
    """All of its questions; raises BankError with the line of the first thing that is wrong."""
    return tuple(_questions(name, text))


def _questions(name: str, text: str) -> Iterator[Incoming]:
    begun, ask = 0, list[str]()
    options: dict[str, str] = {}
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.strip()
        answer = _ANSWER.fullmatch(line)
        option = _OPTION.fullmatch(line)
        if answer:
            yield _question(f"{name}:{number}", begun, ask, options, answer[1])
            begun, ask, options = 0, [], {}
        elif option and ask:
            letter = option[1].upper()
            if letter in options:
                raise BankError(f"{name}:{number}: there are two options {letter}.")
            options[letter] = option[2]
        elif line and options:
            raise BankError(
                f"{name}:{number}: after the options of a question comes `ANSWER: ` and its letter."
            )
        elif line:
            begun = begun or number
            ask.append(line)
    if ask:
        raise BankError(f"{name}:{begun}: this question has no `ANSWER: ` line.")


def _question(
    where: str, begun: int, ask: list[str], options: dict[str, str], typed: str
) -> Incoming:
    if not ask:
        raise BankError(f"{where}: an answer without a question before it.")
    if len(options) < 2:
        raise BankError(f"{where}: a question needs two options or more, each on a line: `A. ...`")
    letter = typed.rstrip(".)").upper()
    if letter not in options:
        raise BankError(
            f"{where}: the answer {typed or 'is missing'}; it has {', '.join(options)}."
        )
    wrong = tuple(text for name, text in options.items() if name != letter)
    return Incoming(begun, " ".join(ask), (options[letter],), wrong)

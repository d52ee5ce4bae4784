"""Aiken: a question on a line, options that begin with a letter, then `ANSWER: B`.

The form is Moodle's (docs.moodle.org, Aiken format): one right answer, capital letters from A without a
hole, `.` or `)` after them. Small letters and several lines of a question are taken too. A line that only
looks like an option, an answer or a reason is refused: taken for words of a question it would change it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.exchange.incoming import PAIRS, BankError, Incoming

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPTION = re.compile(r"([A-Za-z])[.)]\s+(.*\S)\s*", re.A)
_ANSWER = re.compile(r"ANSWER\s*:\s*(.*?)\s*", re.I)
_NEAR = (
    (re.compile(r"=.*\S\s*->\s*\S"), f"Aiken has no pairs to match. {PAIRS}"),
    (
        re.compile(
            r"(?:[-*+=~>\u2022\u2013\u2014]\s*)?"
            r"(?:[\[(<]\s*[^\W\d_]\s*[\])>]|[^\W\d_]\s*[.):\]](?![^\W\d_]\.)"
            r"|[A-Z]\s*[-\u2013\u2014=]\s|[A-Z]\t|[\uff21-\uff3a\uff41-\uff5a])"
            r"|[A-Z]$"
        ),
        "this looks like an option; write its letter, a point, a space and its words: `A. Sit down`",
    ),
    (
        re.compile(
            r"\W{0,3}(?:ANSWERS?|ANS|KEY|CORRECT(?:\s+ANSWER)?|SOLUTION)\b\s*"
            r"(?:[:=.-]|[A-Za-z]\W*$)",
            re.I,
        ),
        "this looks like an answer; write `ANSWER: ` and one letter, on a line of its own",
    ),
    (
        re.compile(
            r"\W{0,3}(?:FEEDBACK|EXPLANATION|RATIONALE|REASON|HINT|REFERENCES?|SOURCE|POINTS?|GRADE)\s*:",
            re.I,
        ),
        "Aiken has no place for this; delete the line, and write it as `why` once the module is made",
    ),
)
"""What is none of Aiken's lines and none of a question's: `A.Sit`, `A: x`, `*A. x`, `[A] x`, `A` alone."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


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
            options[_letter(f"{name}:{number}", option[1].upper(), options)] = option[2]
        elif near := _near(line):
            raise BankError(f"{name}:{number}: {near}.")
        elif line and options:
            raise BankError(
                f"{name}:{number}: after the options of a question comes `ANSWER: ` and its letter."
            )
        elif line:
            begun = begun or number
            ask.append(line)
    if ask:
        raise BankError(f"{name}:{begun}: this question has no `ANSWER: ` line.")


def _letter(where: str, letter: str, options: dict[str, str]) -> str:
    """The next letter; raises BankError where it is another."""
    if letter in options:
        raise BankError(f"{where}: there are two options {letter}.")
    if letter != LETTERS[len(options)]:
        raise BankError(
            f"{where}: option {letter} comes where {LETTERS[len(options)]} is due: option letters "
            "begin at A and leave none out. Is a line before it not read as an option?"
        )
    return letter


def _near(line: str) -> str:
    """What a line seems to be meant for, and how that is written; empty for words of a question."""
    return next((message for pattern, message in _NEAR if pattern.match(line)), "")


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

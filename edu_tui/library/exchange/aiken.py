"""Aiken: a question on a line, options that begin with a letter, then `ANSWER: B`.

The form is Moodle's (docs.moodle.org, Aiken format): one right answer, capital letters from A without a
hole, `.` or `)` after them. Small letters and several lines of a question are taken too. A line that only
looks like an option, an answer or a reason is refused: taken for words of a question it would change it.
"""

from __future__ import annotations

import re

from edu_tui.library.exchange.incoming import PAIRS, BankError, Incoming

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
    """All of its questions; raises BankError with every fault and its line."""
    reading = _Reading(name)
    for number, line in enumerate(text.split("\n"), 1):
        reading.take(number, line.strip())
    reading.end()
    if reading.faults:
        raise BankError(*reading.faults)
    return tuple(reading.questions)


class _Reading:
    """One file, line by line; a question that has a fault has no second one that only follows from it."""

    def __init__(self, name: str) -> None:
        self.questions: list[Incoming] = []
        self.faults: list[str] = []
        self._name = name
        self._begin()

    def _begin(self, number: int = 0, line: str = "") -> None:
        self._begun, self._ask = number, [line] if line else []
        self._options: dict[str, str] = {}
        self._spoiled = False

    def take(self, number: int, line: str) -> None:
        """The next line, without the white space around it."""
        answer = _ANSWER.fullmatch(line)
        option = _OPTION.fullmatch(line)
        if answer:
            self._answered(number, answer[1])
            self._begin()
        elif option and self._ask:
            self._option(number, option[1].upper(), option[2])
        elif option:
            self._follows(number, "an option without a question before it")
        elif near := _near(line):
            self._fault(number, near)
        elif line and self._options and not self._spoiled:
            self._fault(number, "after the options of a question comes `ANSWER: ` and its letter")
            self._begin(number, line)
            self._spoiled = True
        elif line and self._options:
            self._begin(number, line)
        elif line:
            self._begun = self._begun or number
            self._ask.append(line)

    def end(self) -> None:
        """After the last line."""
        if self._ask:
            self._follows(self._begun, "this question has no `ANSWER: ` line")

    def _fault(self, number: int, message: str) -> None:
        self.faults.append(f"{self._name}:{number}: {message}.")
        self._spoiled = True

    def _follows(self, number: int, message: str) -> None:
        if not self._spoiled:
            self._fault(number, message)

    def _option(self, number: int, letter: str, words: str) -> None:
        last = max(self._options, default="")
        due = LETTERS[(LETTERS.index(last) + 1) % len(LETTERS)] if last else LETTERS[0]
        if letter in self._options:
            self._follows(number, f"there are two options {letter}")
        elif letter != due:
            message = f"option {letter} comes where {due} is due: option letters begin at A and "
            message += "leave none out. Is a line before it not read as an option?"
            self._follows(number, message)
        self._options[letter] = words

    def _answered(self, number: int, typed: str) -> None:
        letter, options = typed.rstrip(".)").upper(), self._options
        if not self._ask:
            self._follows(number, "an answer without a question before it")
        elif len(options) < 2:
            self._follows(number, "a question needs two options or more, each on a line: `A. ...`")
        elif letter not in options:
            wanted = typed or "is missing"
            self._follows(number, f"the answer {wanted}; it has {', '.join(options)}")
        if not self._spoiled:
            wrong = tuple(text for name, text in options.items() if name != letter)
            asked = " ".join(self._ask)
            self.questions.append(Incoming(self._begun, asked, (options[letter],), wrong))


def _near(line: str) -> str:
    """What a line seems to be meant for, and how that is written; empty for words of a question."""
    return next((message for pattern, message in _NEAR if pattern.match(line)), "")

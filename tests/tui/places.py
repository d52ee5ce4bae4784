"""The way to every kind of screen, in rows chosen and keys pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .reader import Reader

QUIZ = ("choose The day itself", "choose See if it is clear")
MULTIPLE = (*QUIZ, "press n")
NUMBER = (*MULTIPLE, "press n")
ORDER = (*NUMBER, "press n")
JUDGE = (*ORDER, "press n")
READ = ("choose The day itself", "choose Read about it")
WALK = ("choose The day itself", "choose Step by step", "choose A drip in the arm")
UNSURE = ("choose I'm not sure", "choose Check my answer")
SKIP_REST = ("press n", "press n", "press n", "press n")

WAYS: dict[str, tuple[str, ...]] = {
    "home": (),
    "module": ("choose The day itself",),
    "reading": READ,
    "reading, more detail": (*READ, "press m"),
    "reading, a long part": (*READ, "go on to What you may feel"),
    "reading, with a picture": (*READ, "go on to How long you stay"),
    "routes": WALK[:2],
    "first step": WALK,
    "second step": (*WALK, "go on to The medicine starts"),
    "last step": (*WALK, "go on to The medicine starts", "go on to You rest"),
    "all steps": (*WALK, "press p"),
    "single": QUIZ,
    "single, chosen": (*QUIZ, "choose Drive home"),
    "single, missed once": (*QUIZ, "choose Drive home", "choose Check my answer"),
    "single, missed twice": (
        *QUIZ,
        "choose Drive home",
        "choose Check my answer",
        "choose Drive a little",
        "choose Check my answer",
    ),
    "single, right": (*QUIZ, "choose Get a ride home", "choose Check my answer"),
    "single, unsure": (*QUIZ, *UNSURE),
    "single, read again": (*QUIZ, *UNSURE, "choose Read again"),
    "multiple": MULTIPLE,
    "multiple, chosen": (*MULTIPLE, "choose Close your eyes", "choose Walk around"),
    "multiple, missed once": (
        *MULTIPLE,
        "choose Close your eyes",
        "choose Walk around",
        "choose Check my answer",
    ),
    "multiple, missed twice": (
        *MULTIPLE,
        "choose Close your eyes",
        "choose Walk around",
        "choose Check my answer",
        "choose Read your mail",
        "choose Check my answer",
    ),
    "multiple, unsure": (*MULTIPLE, *UNSURE),
    "number": NUMBER,
    "number, chosen": (*NUMBER, "choose 50"),
    "number, missed once": (*NUMBER, "choose 50", "choose Check my answer"),
    "number, missed twice": (
        *NUMBER,
        "choose 50",
        "choose Check my answer",
        "choose 90",
        "choose Check my answer",
    ),
    "number, unsure": (*NUMBER, *UNSURE),
    "order": ORDER,
    "order, begun": (*ORDER, "choose You rest"),
    "order, missed once": (
        *ORDER,
        "choose You rest",
        "choose The drip starts",
        "choose You arrive",
        "choose Check my answer",
    ),
    "order, missed twice": (
        *ORDER,
        "choose You rest",
        "choose The drip starts",
        "choose You arrive",
        "choose Check my answer",
        "choose You rest",
        "choose Take it out",
        "choose You rest",
        "choose Check my answer",
    ),
    "order, unsure": (*ORDER, *UNSURE),
    "judge": JUDGE,
    "judge, begun": (*JUDGE, "choose Safe"),
    "judge, sorted": (*JUDGE, "choose Not safe", "choose Not safe", "choose Not safe"),
    "judge, missed once": (
        *JUDGE,
        "choose Not safe",
        "choose Not safe",
        "choose Not safe",
        "choose Check my answer",
    ),
    "judge, missed twice": (
        *JUDGE,
        "choose Not safe",
        "choose Not safe",
        "choose Not safe",
        "choose Check my answer",
        "choose Safe",
        "choose Not safe",
        "choose Check my answer",
    ),
    "judge, unsure": (*JUDGE, *UNSURE),
    "results, must know missed": (*QUIZ, *UNSURE, "choose Next question", *SKIP_REST),
    "results, nothing missed": (
        *QUIZ,
        "choose Get a ride home",
        "choose Check my answer",
        "choose Next question",
        *SKIP_REST,
    ),
    "kind stop": (
        *QUIZ,
        *UNSURE,
        "choose Next question",
        *UNSURE,
        "choose Next question",
        *UNSURE,
        "choose Next question",
    ),
    "answers": (
        *QUIZ,
        *UNSURE,
        "choose Next question",
        *SKIP_REST,
        "choose See all answers and why",
    ),
    "words": ("press g",),
    "words of a page": (*READ, "go on to What you may feel", "press g"),
    "sources": (*READ, "press s"),
    "my questions, none": ("press y",),
    "my questions": (*READ, "press +", "press y"),
    "one question": (*READ, "press +", "press y", "choose No driving"),
    "write": ("press y", "choose Write a question"),
    "find": ("press /",),
    "find, with hits": ("press /", "write safe"),
    "find, without": ("press /", "write zebra"),
    "find, moved": ("press /", "write safe", "press down", "press down"),
    "language": ("press l",),
    "help": ("press ?",),
    "help on reading": (*READ, "press ?"),
    "crisis": ("press !",),
    "broken": ("choose A broken part",),
}

SOME = ("home", "module", "reading", "reading, a long part", "routes", "second step", "all steps", "single", "single, missed once", "single, right", "results, must know missed", "kind stop", "words", "sources", "crisis", "my questions", "find, with hits", "language", "help", "broken")  # fmt: skip
"""One of each sort."""


async def go(reader: Reader, name: str) -> None:
    """Go there from home."""
    for step in WAYS[name]:
        await follow(reader, step)


async def follow(reader: Reader, step: str) -> None:
    """One step of a way."""
    verb, _, what = step.partition(" ")
    if verb == "choose":
        await reader.choose(what)
    elif verb == "press":
        await reader.press(what)
    elif verb == "write":
        await reader.write(what)
    else:
        await go_on_to(reader, what.removeprefix("on to "))


async def go_on_to(reader: Reader, title: str) -> None:
    """Turn pages until one begins the part with that title."""
    while not reader.row(f"Go on: {title}"):
        before = reader.text
        await reader.press("space")
        assert reader.text != before, f"never came to {title!r}:\n{before}"
    await reader.choose(f"Go on: {title}")

"""The number of the fold: it changes whenever the same events come to something else than before."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import Any

from edu_tui.learning.history import FOLD

from .days import Diary

COMES_TO = {
    2: "76f9a726e8e7526f",
    3: "f076b6acd11f7634",
    4: "7c1bb854a03f4ef8",
    5: "2d2e7e1a719e5de4",
    6: "cfea2d34adb1700c",
}
"""What the diary below comes to, by the number of the fold. A line is only ever added."""


def everything() -> Diary:
    """Something of every kind, of a reader and of staff, and what changes or takes back something else."""
    diary = Diary()
    diary.record("stopped", "ride", anchor=2000, detailed=True).record("read", "ride").record(
        "stopped"
    )
    diary.record("walked", "infusion/arrive").record("walked", "infusion/leave", last=True)
    diary.record("stopped", "sleep", anchor=10).record("read", "sleep", "v2", language="es")
    card = [7, 1, 1.5, 2.5]
    diary.answered("a", "try-again").answered("a", "right", **dict[str, Any]({"try": 2}), card=card)
    diary.answered("b", "shown", card=None).answered("c", "unsure", behaviour="review", card=card)
    diary.answered("b", "shown").answered("a", "right", **dict[str, Any]({"try": 1}))
    diary.answered("d", "right", behaviour="guess").answered("e", "right", module="day")
    diary.record("guessed", "?a", right=False).record("guessed", "?f", right=True)
    diary.record("asked", "ride", text="Your ride", why="page", note="My sister?")
    diary.record("asked", "", text="May I eat?", why="own").record(
        "asked", "", text="may I  EAT?", why="own"
    )
    diary.record("asked", "sleep", text="Sleep", why="page").record(
        "dropped", "sleep", text="", why="page"
    )
    diary.record("drafted", "ride", text="My bus", why="own", about="Your ride")
    diary.record("drafted", "sleep", text="A nap", why="own").record(
        "asked", "sleep", text="A nap", why="own"
    )
    diary.record("appointed", module="", day="2026-12-01")
    diary.record("planned", module="", parts=["day", "home"], missing=1)
    diary.record("read", "gone", module="old").record("forgotten", module="old").record(
        "forgotten", "?e", module="day"
    )
    diary.record("enrolled", module="", course="staff", role="nurse", hired="2026-11-01")
    diary.record("completed", module="watching")
    began: dict[str, Any] = {
        "course": "staff",
        "seed": 3,
        "drawn": ["x", "y"],
        "versions": ["1", "2"],
        "tries": 2,
    }
    ended: dict[str, Any] = {
        "first": [1, 1],
        "final": [1, 1],
        "must_know": [1, 1],
        "parts": {"?x": "1"},
        "until": "2027",
    }
    for attempt, end in (
        ("one", "passed"),
        ("two", "failed"),
        ("three", "voided"),
        ("four", "chose"),
    ):
        diary.record("began", module="watching", attempt=attempt, **began)
        diary.record(
            "chose",
            "?x",
            module="watching",
            attempt=attempt,
            chosen=["p"],
            **dict[str, Any]({"try": 1}),
        )
        diary.record(
            "answered",
            "?x",
            module="watching",
            attempt=attempt,
            chosen=["q"],
            verdict="right",
            **dict[str, Any]({"try": 1}),
        )
        more: dict[str, Any] = {} if end in {"chose", "voided"} else ended
        diary.record(end, "?y", module="watching", attempt=attempt, **more)
        diary.record("failed", module="watching", attempt="one", **ended)
    diary.record(
        "observed", module="", skill="signs", result="not-yet", observer="n-1", note="Soon."
    )
    return diary


def test_who_folds_otherwise_gives_the_fold_another_number() -> None:
    """What a program before has written down would be gone on with by other rules: so it has to be thrown away."""
    plain = json.dumps(everything().history.as_plain())
    assert blake2b(plain.encode(), digest_size=8).hexdigest() == COMES_TO[FOLD]

"""Behaviours: how a run treats its questions. Owns that difference; an item never knows which one it is under."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Behaviour(NamedTuple):
    """The rules of one way to ask."""

    id: Literal["guess", "check", "assess", "review"]
    tries: int
    """How often an item may be checked before its answer is shown."""
    verdict: Literal["at-once", "at-end", "never"]
    """`at-end`: nothing is told, and every answer can be changed, until the run is handed in. `never`: the same,
    but such a run is not handed in at all.
    """
    stops_after: int
    """Items missed or unsure in a row before the run stops kindly; 0 for never."""
    marks: bool
    """Whether an answer says something about the reader: a guess before reading does not."""


GUESS = Behaviour("guess", tries=1, verdict="never", stops_after=0, marks=False)
CHECK = Behaviour("check", tries=2, verdict="at-once", stops_after=3, marks=True)
ASSESS = Behaviour("assess", tries=1, verdict="at-end", stops_after=0, marks=True)
REVIEW = Behaviour("review", tries=1, verdict="at-once", stops_after=0, marks=True)

"""The names that statements are made of: verbs, kinds of activities, and what is our own.

Verbs and their rules are those of ADL and cmi5 where they fit; cmi5's own category is never used, for it
belongs to what an LMS launches. Our own names are URNs: nothing is to be fetched there.
"""

from __future__ import annotations

from urllib.parse import quote

_ADL = "http://adlnet.gov/expapi"
_OURS = "urn:edu-tui:xapi"
PROFILE = f"{_OURS}:profile:staff"
"""Category of every statement, and with it the promise of docs/sync.md."""
VERBS = {
    "began": (f"{_ADL}/verbs/initialized", "initialized"),
    "answered": (f"{_ADL}/verbs/answered", "answered"),
    "completed": (f"{_ADL}/verbs/completed", "completed"),
    "passed": (f"{_ADL}/verbs/passed", "passed"),
    "failed": (f"{_ADL}/verbs/failed", "failed"),
    "observed": (f"{_OURS}:verb:was-observed", "was observed in"),
}
"""IRI and display by kind of record."""
COURSE = f"{_ADL}/activities/course"
MODULE = f"{_ADL}/activities/module"
ASSESSMENT = f"{_ADL}/activities/assessment"
INTERACTION = f"{_ADL}/activities/cmi.interaction"
SKILL = f"{_OURS}:activity:skill"


def extension(name: str) -> str:
    """The name of an extension of ours."""
    return f"{_OURS}:extension:{name}"


def activity(home: str, *path: str) -> str:
    """The id of an activity: below the clinic's own address, for a module there may not be ours."""
    return "/".join([home, *(quote(segment, safe="") for segment in path)])

"""A staff record as an xAPI 1.0.3 statement, by the rules of cmi5 where they fit.

- The actor is an account with an opaque id; no name, no e-mail. Nor does a statement hold an observer's
  note, the device, or the words of a question.
- `score` stands on `passed` and `failed` alone; it counts the items that are not must-know, as
  everywhere. A `failed` may thus have a high score: a must-know was missed.
- What is right is not told (`correctResponsesPattern`): the items of a bank are asked again.
- `enrolled` becomes no statement: whom a clinic employs as what, and since when, is not learning.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from json import dumps
from typing import TYPE_CHECKING, Any, TypeAlias

from edu_tui.records.fields import WrongFieldError
from edu_tui.records.rows import detail_of
from edu_tui.staff.sync.iri import (
    ASSESSMENT,
    COURSE,
    INTERACTION,
    MODULE,
    PROFILE,
    SKILL,
    VERBS,
    activity,
    extension,
)
from edu_tui.staff.sync.target import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.staff.records.record import Record

    Plain: TypeAlias = dict[str, Any]
    Maker: TypeAlias = Callable[[Record, Plain, str], Plain]

KINDS = tuple(VERBS)
_START = datetime(1970, 1, 1, tzinfo=UTC)
FORMS = {
    **dict.fromkeys(("single", "multiple", "number"), "choice"),
    "order": "sequencing",
    **dict.fromkeys(("judge", "match"), "matching"),
}


def statement(record: Record, home: str) -> bytes:
    """The statement, as it is sent; raises RefusedError for a record that cannot be one."""
    detail = _detail(record)
    verb, display = VERBS[record.kind]
    body = {
        "id": record.id,
        "actor": _agent(record.learner, home),
        "verb": {"id": verb, "display": {"en-US": display}},
        **_MAKERS[record.kind](record, detail, home),
        "timestamp": _time(record.at),
    }
    body["context"] = {**_context(record, home), **body.get("context", {})}
    return dumps(body, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _agent(name: str, home: str) -> Plain:
    return {"objectType": "Agent", "account": {"homePage": home, "name": name}}


def _time(at: int) -> str:
    try:
        return f"{(_START + timedelta(milliseconds=at)).isoformat('T', 'milliseconds')[:-6]}Z"
    except OverflowError:
        raise RefusedError("its time is none") from None


def _detail(record: Record) -> Plain:
    try:
        return detail_of(record.detail)
    except WrongFieldError as error:
        raise RefusedError(str(error)) from None


def _activity(kind: str, *path: str, **more: Any) -> Plain:
    return {
        "objectType": "Activity",
        "id": activity(*path),
        "definition": {"type": kind, **more},
    }


def _module(record: Record, home: str) -> Plain:
    return _activity(MODULE, home, "modules", record.module)


def _assessment(record: Record, home: str) -> Plain:
    return _activity(ASSESSMENT, home, "modules", record.module, "assessment")


def _context(record: Record, home: str) -> Plain:
    """What every statement says of where it belongs."""
    groups: Plain = {"category": [{"objectType": "Activity", "id": PROFILE}]}
    if record.course:
        groups["grouping"] = [_activity(COURSE, home, "courses", record.course)]
    if record.kind == "answered":
        groups["parent"] = [_assessment(record, home)]
    elif record.kind in {"began", "passed", "failed"}:
        groups["parent"] = [_module(record, home)]
    known = {
        "registration": record.attempt,
        "platform": "edu-tui",
        "language": record.language,
        "revision": record.version,
    }
    interaction: Plain = {name: value for name, value in known.items() if value}
    interaction["contextActivities"] = groups
    if record.site:
        interaction["extensions"] = {extension("site"): record.site}
    return interaction


def _completed(record: Record, detail: Plain, home: str) -> Plain:
    del detail
    return {"object": _module(record, home), "result": {"completion": True}}


def _began(record: Record, detail: Plain, home: str) -> Plain:
    del detail
    return {"object": _assessment(record, home)}


def _answered(record: Record, detail: Plain, home: str) -> Plain:
    form = FORMS.get(str(detail.get("form", "")), "other")
    item = record.unit.removeprefix("?")
    path = (home, "modules", record.module, "assessment", item)
    extensions: Plain = {
        extension("verdict"): record.result,
        extension("try"): record.try_,
        extension("must-know"): bool(record.must_know),
        extension("item-version"): record.unit_version,
    }
    if record.misconceptions:
        extensions[extension("misconceptions")] = record.misconceptions.split()
    result: Plain = {"success": record.result == "right", "extensions": extensions}
    if record.result not in {"unsure", "blank"}:
        result["response"] = _response(detail.get("chosen"))
    interaction = _activity(INTERACTION, *path, interactionType=form)
    return {"object": interaction, "result": result}


def _response(chosen: Any) -> str:
    """Ids, or pairs of them, with xAPI's own delimiters."""
    if not isinstance(chosen, list):
        raise RefusedError("its answer cannot be read")
    pairs = (
        "[.]".join(map(str, choice)) if isinstance(choice, list) else str(choice)
        for choice in chosen
    )
    return "[,]".join(pairs)


def _ended(record: Record, detail: Plain, home: str) -> Plain:
    right, of = _score(detail, "final")
    extensions: Plain = {
        extension("must-know"): list(_score(detail, "must_know")),
        extension("first-try"): list(_score(detail, "first")),
        extension("mastery"): detail.get("mastery"),
        extension("scope"): detail.get("scope"),
        extension("text"): detail.get("hash"),
        extension("until"): detail.get("until"),
    }
    known = {name: value for name, value in extensions.items() if value not in (None, "")}
    result: Plain = {"success": record.kind == "passed", "extensions": known}
    if of:
        result["score"] = {"scaled": round(right / of, 4), "raw": right, "min": 0, "max": of}
    return {"object": _assessment(record, home), "result": result}


def _score(detail: Plain, name: str) -> tuple[int, int]:
    try:
        right, of = map(int, detail[name])
    except (KeyError, TypeError, ValueError):
        raise RefusedError(f"its score ({name}) cannot be read") from None
    if not 0 <= right <= of:
        raise RefusedError(f"its score ({name}) is none: {right} of {of}")
    return right, of


def _observed(record: Record, detail: Plain, home: str) -> Plain:
    interaction: Plain = {
        "object": _activity(SKILL, home, "skills", str(detail.get("skill", ""))),
        "result": {"success": record.result == "can"},
    }
    if observer := str(detail.get("observer", "")):
        interaction["context"] = {"instructor": _agent(observer, home)}
    return interaction


_MAKERS: dict[str, Maker] = {
    "completed": _completed,
    "began": _began,
    "answered": _answered,
    "passed": _ended,
    "failed": _ended,
    "observed": _observed,
}

"""Reports for programs: CSV with a header that stays, and JSON. Learners are ids in them, never names.

The headers and keys are a promise; docs/reports.md says what each means. `FORMAT` changes when one of
them changes its meaning.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from edu_tui.staff.report import tabular

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from edu_tui.records.rows import LeftOutRecord
    from edu_tui.staff.report.board import Board

FORMAT = 1
PROGRESS = (
    "site", "course", "learner", "role", "hired", "ready", "what", "id", "completion", "read_on",
    "comprehension", "failures", "passed_on", "due", "skill", "seen_on", "observer",
)  # fmt: skip
DUE = (
    "site", "course", "learner", "role", "module", "why", "due", "days", "failures", "sections", "items",
)  # fmt: skip
ITEMS = (
    "site", "course", "module", "language", "item", "version", "current", "must_know", "answered",
    "right", "unsure", "blank", "share", "mistake", "times", "text", "belief", "place", "passage", "ask",
)  # fmt: skip

Row = tuple[object, ...]


def _progress(board: Board) -> Iterator[Row]:
    for learner in board.learners:
        who = (
            board.site,
            board.course.id,
            learner.learner,
            learner.role,
            learner.hired,
            learner.ready,
        )
        for part in learner.modules:
            state = part.understood
            read = (part.completion, part.read_on)
            passed = (state.kind, state.failures, part.passed_on, state.due)
            yield (*who, "module", part.module, *read, *passed, "", "", "")
        for skill in learner.skills:
            seen = (skill.result, skill.on, skill.observer)
            yield (*who, "skill", skill.skill, "", "", "", None, "", "", *seen)


def _due(board: Board) -> Iterator[Row]:
    for due in board.due:
        what = (due.learner, due.role, due.module, due.why, due.due, due.days)
        yield (board.site, board.course.id, *what, due.failures, due.sections, due.items)


def _items(board: Board) -> Iterator[Row]:
    """Of what was chosen instead, the commonest."""
    for item in board.items:
        which = (item.module, item.language, item.item, item.version, item.current, item.must_know)
        went = (item.answered, item.right, item.unsure, item.blank, item.share)
        most = item.wrong[0] if item.wrong else None
        wrong: Row = ("", 0, "", "")
        if most is not None:
            wrong = (most.mistake.id, most.times, most.mistake.text, most.mistake.belief)
        where = (item.place, item.passage, " ".join(item.ask.split()))
        yield (board.site, board.course.id, *which, *went, *wrong, *where)


class Form(NamedTuple):
    """A report as rows."""

    header: tuple[str, ...]
    rows: Callable[[Board], Iterator[Row]]


FORMS = {
    "progress": Form(PROGRESS, _progress),
    "due": Form(DUE, _due),
    "items": Form(ITEMS, _items),
}


def as_csv(name: str, board: Board, *, bom: bool = False) -> str:
    """A report by its name."""
    form = FORMS[name]
    return "".join(tabular.lines(form.header, form.rows(board), bom=bom))


def as_json(name: str, board: Board) -> str:
    """One object: what it is about, and a list of the same name."""
    objects = {"progress": _learners, "due": _due_objects, "items": _item_objects}[name](board)
    about: dict[str, Any] = {
        "format": FORMAT,
        "report": name,
        "site": board.site,
        "course": board.course.id,
        "day": board.today,
        "left_out": len(board.left_out),
        "left_out_records": _named(board.left_out),
        "doubtful_records": _named(board.doubtful),
    }
    if name == "due":
        about["within"] = board.within
    key = "learners" if name == "progress" else name
    return json.dumps({**about, key: objects}, ensure_ascii=True, indent=2) + "\n"


def _named(records: Iterable[LeftOutRecord]) -> list[dict[str, Any]]:
    return [record._asdict() for record in records]


def _learners(board: Board) -> list[dict[str, Any]]:
    return [
        {
            "learner": learner.learner,
            "enrolled": learner.enrolled,
            "role": learner.role,
            "hired": learner.hired,
            "ready": learner.ready,
            "modules": [
                {
                    "id": part.module,
                    "completion": part.completion,
                    "read_on": part.read_on,
                    "comprehension": part.understood.kind,
                    "failures": part.understood.failures,
                    "passed_on": part.passed_on,
                    "due": part.understood.due,
                }
                for part in learner.modules
            ],
            "skills": [
                {
                    "id": skill.skill,
                    "result": skill.result,
                    "on": skill.on,
                    "observer": skill.observer,
                }
                for skill in learner.skills
            ],
        }
        for learner in board.learners
    ]


def _due_objects(board: Board) -> list[dict[str, Any]]:
    return [dict(zip(DUE[2:], row[2:], strict=True)) for row in _due(board)]


def _item_objects(board: Board) -> list[dict[str, Any]]:
    """With everything that was chosen instead."""
    objects = []
    for item, row in zip(board.items, _items(board), strict=True):
        fields = dict(zip(ITEMS, row, strict=True))
        for name in ("site", "course", "mistake", "times", "text", "belief"):
            del fields[name]
        wrong = [{**chosen.mistake._asdict(), "times": chosen.times} for chosen in item.wrong]
        objects.append({**fields, "wrong": wrong})
    return objects

"""Versions: what a module, and each part of it, means, as short hashes.

Layout never changes a version: how lines are broken, comments, and the order of keys are nothing a
reader sees. Fields that are empty do not count, so a new field in the format leaves old versions alone.
"""

from __future__ import annotations

from hashlib import blake2b
from json import dumps
from typing import TYPE_CHECKING, Any

from edu_tui.model.markup import folded
from edu_tui.model.picture import Drawing

if TYPE_CHECKING:
    from edu_tui.model.module import Module
    from edu_tui.model.question import Question

SIZE = 8
"""Bytes of a hash: enough to tell the versions of one text apart."""


def version_of(record: object) -> str:
    """The version of anything made of this model's records."""
    text = dumps(_meaning(record), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return blake2b(text.encode(), digest_size=SIZE).hexdigest()


def module_version(module: Module) -> str:
    """The version of a whole module; what an author waived, or says it is not about, is no part of it."""
    return version_of(module._replace(waivers=(), not_about=()))


def unit_versions(module: Module) -> dict[str, str]:
    """The version of each section, step, question and bank item, by its unit name."""
    versions = {section.id: version_of(section) for section in module.sections}
    for route in module.walkthrough.routes if module.walkthrough else ():
        versions |= {step_unit(route.id, step.id): version_of(step) for step in route.steps}
    asked = (*module.questions, *module.assessment)
    versions |= {question_unit(question.id): asked_version(question) for question in asked}
    return versions


def asked_version(question: Question) -> str:
    """The version of what a reader answers: the stem, what there is to choose, and what is right.

    Reasons and hints are left out: who answered before they were mended has answered all the same.
    """
    return version_of((question.kind, question.ask, question.body.asked))


def step_unit(route: str, step: str) -> str:
    """The name of a step among the units of its module: routes may name their steps alike."""
    return f"{route}/{step}"


def question_unit(question: str) -> str:
    """The name of a question among the units of its module: a section may be called the same."""
    return f"?{question}"


def _meaning(value: Any) -> Any:
    """Plain data that says the same; empty fields are left out of records."""
    if isinstance(value, str):
        return folded(value)
    if isinstance(value, Drawing):
        return value.hash
    if hasattr(value, "_asdict"):
        fields = {name: _meaning(item) for name, item in value._asdict().items()}
        return {
            name: field
            for name, field in fields.items()
            if field or (field == 0 and field is not False)
        }
    if isinstance(value, dict):
        return {name: _meaning(item) for name, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [_meaning(item) for item in value]
    return value

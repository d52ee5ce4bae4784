"""From nodes to a module: a valid frozen model or a list of findings, never half of each.

References to other files (glossary, sources, placeholders) do not make a module unreadable; they are
handed on in `uses` and checked by `check`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from edu_tui.library.decode.bank import check_families
from edu_tui.library.decode.fields import Fields
from edu_tui.library.decode.figure import read_figure
from edu_tui.library.decode.names import ID, id_nodes, unique
from edu_tui.library.decode.picture import picture_of
from edu_tui.library.decode.question import read_bank_item, read_question
from edu_tui.library.decode.sheet import read_sheet
from edu_tui.library.decode.walkthrough import read_walkthrough
from edu_tui.library.finding import Finding, has_errors, quoted
from edu_tui.library.source.document import Use
from edu_tui.library.source.nodes import Mapping
from edu_tui.library.source.yaml_text import read_yaml
from edu_tui.model.module import (
    PURPOSES,
    Callout,
    Module,
    Objective,
    Section,
    SharedList,
    Waiver,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.library.source.document import Document
    from edu_tui.model.module import CalloutKind, Purpose, Walkthrough
    from edu_tui.model.question import Question

T = TypeVar("T")
CALLOUTS: tuple[CalloutKind, ...] = ("warning", "tip", "call")


class Decoded(NamedTuple, Generic[T]):
    """What came of one file."""

    draft: T | None
    """What could be read of it, for whoever judges its words; shown to nobody. None where that was nothing."""
    findings: tuple[Finding, ...]
    document: Document
    """For the places of what it refers to."""

    @property
    def model(self) -> T | None:
        """What it holds; None when there is an error among the findings."""
        return None if has_errors(self.findings) else self.draft

    @property
    def uses(self) -> list[Use]:
        """What it refers to in other files."""
        return self.document.uses


def decode_text(file: str, text: str, read: Callable[[Fields], T], part: str = "") -> Decoded[T]:
    """Read a whole file by a function that takes its root's fields; `part` is what the root is."""
    document = read_yaml(file, text)
    draft: T | None = None
    if document.root is not None or not document.findings:
        # read the fields even where the YAML has findings: all of them come in one run
        draft = read(Fields(document, document.root, "", part))
    return Decoded(draft, tuple(sorted(document.findings)), document)


def decode_module(file: str, text: str) -> Decoded[Module]:
    """The module in a file such as `en/going-home.yaml`; folder and stem are its language and id."""
    folder, _, name = file.rpartition("/")
    stem = name.rpartition(".")[0]
    language = folder.rpartition("/")[2]
    return decode_text(file, text, lambda fields: _module(fields, stem, language), "module")


def _module(fields: Fields, stem: str, language: str) -> Module:
    module_id = _module_id(fields, stem)
    title = fields.text("title")
    summary = fields.text("summary")
    minutes = fields.integer("minutes", 1, 600)
    objectives = fields.records("objectives", "objective", _objective, needed=False)
    sections = fields.records("sections", "section", _section)
    walkthrough = fields.record("walkthrough", read_walkthrough, needed=False)
    questions = fields.records("questions", "question", read_question, needed=False, low=0)
    bank = _bank(fields)
    picture = picture_of(fields)
    not_about = _not_about(fields)
    sheets = fields.records("sheets", "sheet", read_sheet, needed=False)
    waivers = fields.records("waive", "waiver", read_waiver, needed=False)
    fields.finish()
    for part, noun in (
        ("objectives", "objective"),
        ("sections", "section"),
        ("sheets", "sheet"),
    ):
        _unique_ids(fields, part, noun)
    asked = [*questions, *bank]
    unique(fields, "id", "question", ((question.id, own.node_of("id")) for question, own in asked))
    module = Module(
        module_id,
        language,
        title,
        summary,
        minutes,
        objectives,
        tuple(section for section, _ in sections),
        walkthrough,
        tuple(question for question, _ in questions),
        waivers,
        tuple(item for item, _ in bank),
        picture,
        not_about,
        sheets=sheets,
    )
    _check_places(module, sections)
    _check_distinct(module, sections)
    _check_questions(module, asked)
    check_families(bank)
    return module


def _module_id(fields: Fields, stem: str) -> str:
    """The file's name, where that may be an id."""
    scalar = fields.scalar("id")
    if scalar is None or scalar.value == stem:
        return fields.id() if scalar else ""
    if ID.fullmatch(stem):
        message = f"the id has to be the file's name without `.yaml`: `{stem}`"
        fields.report(scalar, "bad-id", message)
        return stem
    module_id = fields.id()
    message = (
        f"the file has to be called `{module_id}.yaml`; rename it, or delete it if it is a copy"
    )
    fields.report(scalar, "bad-id", message)
    return module_id


def _bank(fields: Fields) -> tuple[tuple[Question, Fields], ...]:
    return fields.records(
        "assessment", "item", read_bank_item, needed=False, low=0, part="question"
    )


def _objective(fields: Fields) -> Objective:
    objective = Objective(fields.id(), fields.text("text"))
    fields.finish()
    return objective


def read_waiver(fields: Fields) -> Waiver:
    """A rule that is set aside, and who says why."""
    waiver = Waiver(
        fields.name("rule"), fields.id("unit", needed=False), fields.text("why"), fields.text("by")
    )
    fields.finish()
    return waiver


def _section(fields: Fields) -> tuple[Section, Fields]:
    section = Section(
        id=fields.id(),
        title=fields.text("title"),
        text=fields.text("text"),
        more=fields.text("more", needed=False),
        key_message=fields.text("key_message", needed=False),
        callouts=tuple(box for kind in CALLOUTS if (box := _callout(fields, kind))),
        figure=fields.record("figure", read_figure, needed=False),
        audience=fields.audience(),
        purpose=_purpose(fields),
        picture=picture_of(fields),
        lists=_lists(fields),
    )
    fields.finish()
    return section, fields


def _callout(fields: Fields, kind: CalloutKind) -> Callout | None:
    """A box: its text alone, or under keys of its own with a picture."""

    def boxed(own: Fields) -> Callout:
        box = Callout(kind, own.text("text"), picture_of(own), _purpose(own))
        own.finish()
        return box

    if isinstance(fields.node_of(kind), Mapping):
        return fields.record(kind, boxed, part="call-out")
    text = fields.text(kind, needed=False)
    return Callout(kind, text) if text else None


def _purpose(fields: Fields) -> Purpose | None:
    written = fields.node_of("purpose") is not None
    return fields.choice("purpose", PURPOSES) if written else None


def _lists(fields: Fields) -> tuple[SharedList, ...]:
    """The lists that are drawn, known by their ids alone: they stand in another file."""
    items = fields.scalars("lists", needed=False)
    fields.document.uses.extend(Use("list", item.value, item, 0, fields.where) for item in items)
    unique(fields, "id", "entry", ((item.value, item) for item in items))
    return tuple(SharedList(item.value, None, "") for item in items)


def _not_about(fields: Fields) -> tuple[Purpose, ...]:
    """Purposes, each once."""
    items = fields.scalars("not_about", needed=False)
    for item in items:
        if item.value not in PURPOSES:
            message = f"expected one of {', '.join(PURPOSES)}; found {quoted(item.value)}"
            fields.report(item, "bad-choice", message)
    unique(fields, "name", "entry", ((item.value, item) for item in items))
    named = {item.value for item in items}
    return tuple(purpose for purpose in PURPOSES if purpose in named)


def _unique_ids(fields: Fields, key: str, noun: str) -> None:
    unique(fields, "id", noun, id_nodes(fields.node_of(key)))


def _check_places(module: Module, sections: tuple[tuple[Section, Fields], ...]) -> None:
    """A timeline draws a route that is there."""
    from edu_tui.model.figure import Timeline

    routes = [route.id for route in module.walkthrough.routes] if module.walkthrough else []
    for section, fields in sections:
        data = section.figure.data if section.figure else None
        if isinstance(data, Timeline) and data.route and data.route not in routes:
            message = f"there is no route `{data.route}` in this module's walkthrough"
            node = fields.node_of("figure")
            fields.not_among(node, "unknown-reference", message, data.route, routes)


def _check_distinct(module: Module, sections: tuple[tuple[Section, Fields], ...]) -> None:
    """A question names the part to read again by one id, whatever sort of part it is."""
    steps = _walkthrough_ids(module.walkthrough)
    for section, fields in sections:
        if section.id and section.id in steps:
            message = f"a route or step of this module has the id `{section.id}` too; rename one"
            fields.report_key("id", "duplicate-id", message)


def _check_questions(module: Module, questions: list[tuple[Question, Fields]]) -> None:
    """What a question teaches and its objective are parts of the same module."""
    places = {section.id for section in module.sections} | _walkthrough_ids(module.walkthrough)
    objectives = {objective.id for objective in module.objectives}
    for question, fields in questions:
        if question.teaches and question.teaches not in places:
            message = f"no section, route or step of this module has the id `{question.teaches}`"
            node = fields.node_of("teaches")
            fields.not_among(node, "unknown-reference", message, question.teaches, sorted(places))
        if question.objective and question.objective not in objectives:
            message = f"no objective of this module has the id `{question.objective}`"
            node, known = fields.node_of("objective"), sorted(objectives)
            fields.not_among(node, "unknown-reference", message, question.objective, known)


def _walkthrough_ids(walkthrough: Walkthrough | None) -> set[str]:
    routes = walkthrough.routes if walkthrough else ()
    return {route.id for route in routes} | {step.id for route in routes for step in route.steps}

"""The glossary and the bibliography: files that modules refer to.

The bibliography is CSL-YAML as reference managers write it, so its keys that are not shown are passed
over there, and there alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.decode.csl import (
    CHECKED,
    OF_A_DATE,
    OF_A_NAME,
    PASSED_OVER,
    TYPES,
    doi_fault,
    is_date,
    url_fault,
)
from edu_tui.library.decode.fields import Fields
from edu_tui.library.decode.module import Decoded, decode_text
from edu_tui.library.decode.names import unique
from edu_tui.library.finding import did_you_mean, quoted
from edu_tui.library.source.nodes import Mapping, Scalar, Sequence, is_whole
from edu_tui.model.reference import Source, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from edu_tui.library.source.nodes import Node

_SOURCE_ID = re.compile(r"[A-Za-z0-9][\w-]*")


def decode_glossary(file: str, text: str) -> Decoded[tuple[Term, ...]]:
    """The terms of a `glossary.yaml`."""
    return decode_text(file, text, _glossary)


def terms_by_form(terms: Iterable[Term]) -> dict[str, Term]:
    """Every form of a term in lower case, as `[[...]]` may name it."""
    return {form.lower(): term for term in terms for form in (*term.also, term.term)}


def decode_sources(file: str, text: str) -> Decoded[tuple[Source, ...]]:
    """The entries of a `sources.yaml`."""
    return decode_text(file, text, _sources)


def _glossary(fields: Fields) -> tuple[Term, ...]:
    rows = fields.records("terms", "term", _term, low=0)
    fields.finish()
    names: list[tuple[str, Node | None]] = []
    for term, own in rows:
        names.append((term.term.lower(), own.node_of("term")))
        also = own.node_of("also")
        items = also.items if isinstance(also, Sequence) else ()
        names += [(item.value.lower(), item) for item in items if isinstance(item, Scalar)]
    unique(fields, "term", "term", names)
    return tuple(term for term, _ in rows)


def _term(fields: Fields) -> tuple[Term, Fields]:
    term = Term(
        fields.text("term"),
        fields.text("say", needed=False),
        fields.text("plain"),
        tuple(form for form, _ in fields.texts("also", low=1)),
    )
    fields.finish()
    return term, fields


def _sources(fields: Fields) -> tuple[Source, ...]:
    rows = fields.records("references", "source", _source, low=0)
    fields.finish()
    unique(fields, "id", "source", ((source.id, own.node_of("id")) for source, own in rows))
    return tuple(source for source, _ in rows)


def _source(fields: Fields) -> tuple[Source, Fields]:
    scalar = fields.scalar("id")
    if scalar and not _SOURCE_ID.fullmatch(scalar.value):
        message = f"{quoted(scalar.value)} cannot be cited; use letters, digits and hyphens"
        fields.report(scalar, "bad-id", message)
    source = Source(
        id=scalar.value if scalar else "",
        type=_type(fields),
        title=fields.text("title"),
        author=_authors(fields),
        year=_date(fields, "issued")[:4],
        container=fields.text("container-title", needed=False),
        doi=_formed(fields, "DOI", doi_fault),
        url=_formed(fields, "URL", url_fault),
        accessed=_date(fields, "accessed"),
        note=fields.text("note", needed=False),
        checked=fields.choice("checked", CHECKED) if fields.has("checked") else "",
    )
    fields.pass_over(PASSED_OVER)
    fields.finish()
    return source, fields


def _type(fields: Fields) -> str:
    scalar = fields.scalar("type")
    if scalar is None:
        return ""
    if scalar.value not in TYPES:
        near = did_you_mean(scalar.value, TYPES) or "; CSL has report, webpage and others"
        fields.report(
            scalar, "bad-choice", f"there is no type of source {quoted(scalar.value)}{near}"
        )
    return scalar.value


def _formed(fields: Fields, key: str, fault: Callable[[str], str]) -> str:
    """A text of a form of its own."""
    scalar = fields.scalar(key, needed=False)
    if scalar is None:
        return ""
    if message := fault(scalar.value.strip()):
        fields.report(scalar, "wrong-type", message)
    return scalar.value.strip()


def _authors(fields: Fields) -> tuple[str, ...]:
    """CSL has a list of names; one plain text is taken as one name."""
    node = fields.node_of("author")
    if node is None:
        return ()
    items = node.items if isinstance(node, Sequence) else (node,)
    names = []
    for item in items:
        name = _name(fields, item)
        if name:
            names.append(name)
        else:
            fields.wrong_type(item, "a name: {family: ..., given: ...} or {literal: ...}")
    return tuple(names)


def _name(fields: Fields, node: Node) -> str:
    if isinstance(node, Scalar):
        return fields.words(node, "author")
    if not isinstance(node, Mapping):
        return ""
    _closed(fields, node, OF_A_NAME)
    parts = {
        key.value: fields.words(value, "author")
        for key, value in node.pairs
        if isinstance(value, Scalar)
    }
    particle = parts.get("non-dropping-particle", "")
    family = " ".join(part for part in (particle, parts.get("family", "")) if part)
    return (parts.get("literal") or family or parts.get("given", "")).strip()


def _date(fields: Fields, key: str) -> str:
    """`2019-03` from any of the shapes a CSL date has."""
    node = fields.node_of(key)
    text = _date_text(node)
    for inner in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(inner, Mapping):
            _closed(fields, inner, OF_A_DATE)
    if node is not None and is_whole(node) and not is_date(text):
        message = (
            "expected a year such as 2019, a day of the calendar such as 2019-03-21, "
            "or {date-parts: [[2019, 3]]}"
        )
        fields.report(node, "wrong-type", message)
    return text


def _closed(fields: Fields, node: Mapping, keys: frozenset[str]) -> None:
    """Tell of keys that CSL does not have there."""
    if all(key.value in keys for key, _ in node.pairs):
        return
    inner = Fields(fields.document, node, fields.where, fields.part)
    inner.pass_over(keys)
    inner.finish()


def _date_text(node: Node | None) -> str:
    if isinstance(node, Scalar):
        return node.value.strip()
    if isinstance(node, Sequence):
        first = node.items[0] if node.items else None
        if isinstance(first, Scalar):
            parts = [part.value for part in node.items if isinstance(part, Scalar)]
            return "-".join(part.zfill(2) for part in parts)
        return _date_text(first)
    if isinstance(node, Mapping):
        parts_by_key = {key.value: value for key, value in node.pairs}
        if "date-parts" in parts_by_key:
            return _date_text(parts_by_key["date-parts"])
        if "year" in parts_by_key:
            return _date_text(parts_by_key["year"])
        return _date_text(parts_by_key.get("raw") or parts_by_key.get("literal"))
    return ""

"""The text that a sign-off is for: every word that reading a module shows, one text a line.

It is a form that is never laid out another way, so that its hash says whether a module still says what
was signed; and it is plain enough to be kept beside the sign-off and compared by eye. A line says where
it belongs before it says what is there. Changing this form takes every sign-off back: give it a new
`FORM` then, and a reason.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from edu_tui.model import markup
from edu_tui.model.picture import Drawing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from edu_tui.model.module import Module
    from edu_tui.model.reference import Source, Term

FORM = 1
SIZE = 32
"""Bytes of a hash. `b2sum --length=256` makes the same of the same text."""
_WRAPPERS = ("body", "data")
"""Fields that hold one of several kinds of record; the author never wrote their names."""


class Around(NamedTuple):
    """What a module refers to, and is shown with it."""

    terms: Mapping[str, Term]
    """By every form in lower case."""
    sources: Mapping[str, Source]
    clinic: Mapping[str, str]
    """The library's own words for placeholders, not those that a clinic has put in their place."""


def hash_of_text(text: str) -> str:
    """The hash that a sign-off holds."""
    return blake2b(text.encode(), digest_size=SIZE).hexdigest()


def signed_text(module: Module, around: Around) -> str:
    """All of it: for staff too, whatever its audience; without what an author waived, or says it is not about."""
    lines = [f"form {FORM}: {module.id}, {module.language}"]
    lines += _of_record(module._replace(waivers=(), not_about=()), "", leave=("id", "language"))
    texts = list(_texts(module))
    for name, forms in _terms(texts, around.terms).items():
        term = around.terms[name]
        path = f"word {term.term}"
        lines += [f"{path}, used for: {form}" for form in forms if form != name]
        lines += _line(path, "say", term.say)
        lines += _line(path, "plain", term.plain)
    for name in dict.fromkeys(_cited(module, texts)):
        if name in around.sources:
            source = around.sources[name]._replace(type="", accessed="")
            lines += _of_record(source, f"source {name}", leave=("id",))
    for name in _referred(texts, "clinic"):
        lines += _line("clinic", name, around.clinic.get(name, ""))
    return "".join(f"{line}\n" for line in lines)


def words_marked(module: Module, terms: Mapping[str, Term]) -> tuple[str, ...]:
    """The glossary's entries that a module marks, each by its own form in lower case."""
    return tuple(_terms(list(_texts(module)), terms))


def _of_record(record: Any, path: str, leave: tuple[str, ...] = ()) -> Iterator[str]:
    """A line for each text within, and one for a drawing's hash; empty fields have none, so that a new field changes no old text."""
    for name, field in record._asdict().items():
        value = field.hash if isinstance(field, Drawing) else field
        if name in leave or (name, value) == ("audience", "patient"):
            continue
        inner = path if name in _WRAPPERS else _joined(path, name)
        if hasattr(value, "_asdict"):
            yield from _of_record(value, inner)
        elif isinstance(value, tuple) and value and hasattr(value[0], "_asdict"):
            text = _joined(path, name.removesuffix("s"))
            for place, item in enumerate(value, 1):
                own = getattr(item, "id", "")
                yield from _of_record(item, f"{text} {own or place}", ("id",))
        elif isinstance(value, tuple):
            for item in value:
                yield from _line(path, name, item)
        else:
            yield from _line(path, name, value)


def _line(path: str, name: str, value: object) -> Iterator[str]:
    """The lines of one field: a text has one for each of its paragraphs."""
    if value is True:
        value = "yes"
    if value is None or value is False or value == "":
        return
    where = _joined(path, name)
    for block in markup.folded(str(value)).split("\n"):
        yield f"{where}: {block}"


def _joined(path: str, name: str) -> str:
    return f"{path}, {name}" if path else name


def _texts(value: Any) -> Iterator[str]:
    """Every text within records."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)


def _referred(texts: list[str], kind: markup.PieceKind) -> dict[str, None]:
    """The names that texts refer to, each once, in the order of reading."""
    return dict.fromkeys(name for text in texts for _, name in markup.references(text, kind))


def _terms(texts: list[str], terms: Mapping[str, Term]) -> dict[str, list[str]]:
    """The glossary's entries that are marked, each with the forms that it is marked by."""
    result: dict[str, list[str]] = {}
    for name in _referred(texts, "term"):
        form = name.lower()
        term = terms.get(form)
        if term is not None:
            forms = result.setdefault(term.term.lower(), [])
            forms += [] if form in forms else [form]
    return result


def _cited(module: Module, texts: list[str]) -> Iterator[str]:
    """Sources that the text cites, then those that figures and steps are made from."""
    yield from _referred(texts, "cite")
    for section in module.sections:
        yield from section.figure.cited if section.figure else ()
    for route in module.walkthrough.routes if module.walkthrough else ():
        for step in route.steps:
            yield from step.sources

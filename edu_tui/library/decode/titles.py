"""A title in each of a library's languages."""

from __future__ import annotations

from edu_tui.library.decode.fields import Fields
from edu_tui.library.finding import quoted
from edu_tui.library.source.nodes import Mapping


def read_titles(fields: Fields, key: str, languages: tuple[str, ...]) -> dict[str, str]:
    """A title by language; one plain text is in the source language."""
    node = fields.node_of(key)
    if not isinstance(node, Mapping):
        text = fields.text(key)
        return {languages[0] if languages else "": text}
    inner = Fields(fields.document, node, fields.where, fields.part)
    titles: dict[str, str] = {}
    for name in inner.written():
        if languages and name.value not in languages:
            message = f"{quoted(name.value)} is not in `languages`"
            free = [each for each in languages if not inner.has(each)]
            inner.not_among(name, "bad-choice", message, name.value, free)
        titles[name.value] = inner.text(name.value, like=key)
    if not titles:
        inner.report(node, "empty", f"`{key}` needs a text")
    return titles

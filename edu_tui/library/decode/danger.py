"""`danger_words:` of a library: what people type in each language who need help now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.danger import entry_of, has_words
from edu_tui.library.decode.names import unique
from edu_tui.library.finding import quoted
from edu_tui.model.library import DangerWords

if TYPE_CHECKING:
    import re

    from edu_tui.library.decode.fields import Fields


def read_danger_words(
    fields: Fields, languages: tuple[str, ...], code: re.Pattern[str]
) -> tuple[DangerWords, ...]:
    """By language, also of one that the library is not in: a reader may type their own.

    A language of the library in which no such word is known gets a warning.
    """
    read = fields.record("danger_words", lambda own: _by_language(own, code), needed=False)
    words = read or ()
    written = {danger_words.language for danger_words in words}
    node = fields.node_of("languages")
    for name in languages if node is not None else ():
        if node is not None and code.fullmatch(name) and name not in written | _shipped(name):
            message = (
                f"the program knows no words of danger in {quoted(name)}, so nobody who types one "
                f"is shown crisis help first: add `danger_words: {{{name}: ...}}`"
            )
            fields.document.report(
                node.line, node.column, "no-danger-words", message, fields.where, "warning"
            )
    return words


def _shipped(language: str) -> set[str]:
    return {language} if has_words(language) else set()


def _by_language(fields: Fields, code: re.Pattern[str]) -> tuple[DangerWords, ...]:
    danger_words = []
    for key in fields.written():
        if not code.fullmatch(key.value):
            message = f"{quoted(key.value)} is not a language code such as `en` or `es`"
            fields.report(key, "bad-choice", message)
        own = fields.record(key.value, _kinds, part="danger words")
        if own is not None:
            danger_words.append(DangerWords(key.value, *own))
    return tuple(danger_words)


def _kinds(fields: Fields) -> tuple[tuple[str, ...], tuple[str, ...]]:
    kinds = _entries(fields, "crisis"), _entries(fields, "emergency")
    fields.finish()
    return kinds


def _entries(fields: Fields, key: str) -> tuple[str, ...]:
    items = fields.texts(key, low=1)
    for words, item in items:
        try:
            entry_of(words)
        except ValueError as error:
            fields.report(item, "bad-choice", f"{quoted(words)}: {error}")
    unique(fields, "name", "entry", items)
    return tuple(words for words, _ in items)

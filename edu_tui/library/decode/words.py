"""`words.yaml`: what people type in each language when they mean words that the texts use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.decode.library import LANGUAGE
from edu_tui.library.decode.module import Decoded, decode_text
from edu_tui.library.decode.names import unique
from edu_tui.library.finding import did_you_mean, quoted
from edu_tui.library.source.yaml_file import LIBRARY_FILE
from edu_tui.model.everyday import EverydayWords
from edu_tui.model.spelling import words_in

if TYPE_CHECKING:
    from collections.abc import Collection

    from edu_tui.library.decode.fields import Fields
    from edu_tui.library.source.nodes import Node, Scalar

MOST = 12
"""Words of an entry: no more of a question are looked for."""


def decode_words(
    file: str, text: str, languages: Collection[str] | None = None
) -> Decoded[tuple[EverydayWords, ...]]:
    """The everyday words of each language.

    `languages` are those of the library, and no others may be named; None where they cannot be known.
    """
    return decode_text(file, text, lambda fields: _by_language(fields, languages))


def _by_language(fields: Fields, languages: Collection[str] | None) -> tuple[EverydayWords, ...]:
    words = []
    for key in fields.written():
        if not LANGUAGE.fullmatch(key.value):
            message = f"{quoted(key.value)} is not a language code such as `en` or `es`"
            fields.report(key, "bad-choice", message)
        elif languages is not None and key.value not in languages:
            message = f"{quoted(key.value)} is not in the `languages` of {LIBRARY_FILE}"
            fields.report(key, "unknown-key", message + did_you_mean(key.value, languages))
        own = fields.record(key.value, _language, part="everyday words")
        if own is not None:
            words.append(EverydayWords(key.value, *own))
    return tuple(words)


def _language(fields: Fields) -> tuple[tuple[tuple[str, tuple[str, ...]], ...], tuple[str, ...]]:
    means = fields.record("means", _means, needed=False, part="everyday words") or ()
    small = fields.texts("small", low=1)
    for text, item in small:
        if len(words_in(text)) != 1:
            fields.report(item, "bad-choice", f"{quoted(text)} has to be one word")
    _once(fields, small)
    fields.finish()
    return means, tuple(text for text, _ in small)


def _means(fields: Fields) -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = []
    keys = fields.written()
    for key in keys:
        _is_entry(fields, key, key.value)
        typed = fields.texts(key.value, needed=True, low=1)
        for text, item in typed:
            _is_entry(fields, item, text)
            if words_in(text) and words_in(text) == words_in(key.value):
                message = f"{quoted(text)} finds itself; write what else people type for it"
                fields.report(item, "duplicate-name", message)
        _once(fields, typed)
        rows.append((key.value, tuple(text for text, _ in typed)))
    _once(fields, [(key.value, key) for key in keys])
    return tuple(rows)


def _is_entry(fields: Fields, node: Node, text: str) -> None:
    """Letters or digits, and no more words than are typed in one order."""
    count = len(words_in(text))
    if not count:
        fields.report(node, "bad-choice", f"{quoted(text)} has no letters")
    elif count > MOST:
        message = f"{quoted(text)} has {count} words; write {MOST} or fewer"
        fields.report(node, "bad-choice", message)


def _once(fields: Fields, typed: Collection[tuple[str, Scalar]]) -> None:
    """Capitals, accents and signs make no other entry."""
    unique(fields, "name", "entry", ((" ".join(words_in(text)), item) for text, item in typed))

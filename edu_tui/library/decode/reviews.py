"""`reviews.yaml`: sign-offs and withdrawals, in the order in which they were given.

The program writes this file. One that was changed by hand may still be read; where anything in it
cannot be, none of it counts, for nobody knows what else was changed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.decode.library import LANGUAGE
from edu_tui.library.decode.module import Decoded, decode_text
from edu_tui.library.finding import quoted
from edu_tui.library.source.document import Use
from edu_tui.model.review import Entry, SignOff, Withdrawal

if TYPE_CHECKING:
    from edu_tui.library.decode.fields import Fields

HASH = re.compile(r"[0-9a-f]{64}")


def decode_reviews(file: str, text: str) -> Decoded[tuple[Entry, ...]]:
    """Its entries; its `uses` are the modules they are about, `language/module`."""
    return decode_text(file, text, _reviews)


def _reviews(fields: Fields) -> tuple[Entry, ...]:
    entries = fields.records("reviews", "entry", _entry, low=0, part="sign-off")
    fields.finish()
    signed: set[tuple[str, str]] = set()
    for entry, own in entries:
        about = entry.module, entry.language
        if isinstance(entry, SignOff):
            signed.add(about)
        elif about not in signed:
            message = f"nobody had signed {quoted(entry.module)} in `{entry.language}` before this"
            own.not_among(own.node_of("module"), "bad-order", message, entry.module, ())
    return tuple(entry for entry, _ in entries)


def _entry(fields: Fields) -> tuple[Entry, Fields]:
    module, language = fields.id("module"), fields.name("language")
    node = fields.scalar("module")
    if language and not LANGUAGE.fullmatch(language):
        fields.report_key("language", "bad-language", f"{quoted(language)} is not a language code")
    elif node and language:
        fields.document.uses.append(Use("signed", f"{language}/{module}", node, 0, fields.where))
    entry: Entry
    if fields.has("withdrawn"):
        day = fields.day("withdrawn")
        entry = Withdrawal(module, language, day, fields.text("by"), fields.text("reason"))
    else:
        entry = SignOff(
            module,
            language,
            _hash(fields),
            fields.text("reviewer"),
            fields.text("credential"),
            fields.text("role"),
            fields.text("scope"),
            fields.day("date"),
            fields.day("review_by"),
        )
        if entry.review_by < entry.date and entry.review_by:
            fields.report_key("review_by", "bad-order", f"this is before its `date`, {entry.date}")
    fields.finish()
    return entry, fields


def _hash(fields: Fields) -> str:
    scalar = fields.scalar("hash")
    if scalar is None:
        return ""
    if not HASH.fullmatch(scalar.value):
        message = f"expected a hash of 64 digits and letters a to f, found {quoted(scalar.value)}"
        fields.report(scalar, "bad-hash", message)
    return scalar.value

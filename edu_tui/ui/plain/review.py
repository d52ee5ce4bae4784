"""How the sign-offs of a library stand, for a clinician and an author; and what is about to be signed.

The JSON keys are a promise: `format` changes when one of them changes its meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.layout.line import plain
from edu_tui.layout.review import short_words
from edu_tui.layout.wrap import wrap_text
from edu_tui.library.finding import as_text as finding_text
from edu_tui.library.signing.changes import count, sentences_in
from edu_tui.library.signing.gate import reason
from edu_tui.system.wording import language_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from edu_tui.library.judging import Waived
    from edu_tui.library.signing.changes import Change, Split
    from edu_tui.library.signing.survey import Surveyed

FORMAT = 1
MOST_ID = 30
"""Columns of the ids; what is said of a longer one begins on the next line."""
MOST_CHANGES = 40
"""Places shown of one module: past that it is another text."""


def as_text(items: Sequence[Surveyed], width: int) -> str:
    """A table of all, then what changed, sentence by sentence."""
    lines: list[str] = []
    column = min(MOST_ID, max((len(item.module) for item in items), default=0)) + 2
    for language in dict.fromkeys(item.language for item in items):
        lines += [""] if lines else []
        lines.append(f"{language_name(language)} ({language})")
        for item in items:
            if item.language == language:
                lines += _row(item, column, width)
    for item in items:
        lines += _detail(item, width)
    good = sum(is_current(item) for item in items)
    lines += ["", f"{good} of {len(items)} reviewed, and as they were signed."]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def as_json(items: Iterable[Surveyed]) -> str:
    """One object: `format`, `modules`, each with its `state`, who signed, and its `changes`.

    `changes` is null where the text that was signed is not at hand.
    """
    import json

    record = {"format": FORMAT, "modules": [_record(item) for item in items]}
    return json.dumps(record, ensure_ascii=True, indent=2) + "\n"


def offered(item: Surveyed, waived: Iterable[Waived], split: Split, width: int) -> str:
    """What somebody is about to sign: how much it is, and what is new since the last time."""
    sentences = sentences_in(item.text, split)
    words = {sentence.where for sentence in sentences if sentence.where.startswith("word ")}
    sources = {
        sentence.where.split(",")[0]
        for sentence in sentences
        if sentence.where.startswith("source ")
    }
    own = sum(
        not sentence.where.startswith(("word ", "source ", "clinic,")) for sentence in sentences
    )
    explained = len({where.rpartition(",")[0] for where in words})
    head = (
        f"{item.title}: {item.name}, {own} sentences and labels, {explained} words explained, "
        f"{len(sources)} sources"
    )
    lines = [plain(line) for line in wrap_text(head, width)]
    signed = item.state.signed if item.state else None
    if signed is None:
        lines.append("  Never signed before.")
    else:
        lines += _hanging(
            f"Signed on {signed.date} by {signed.reviewer}, {signed.credential}.", width
        )
        lines += _since(item, width)
    for waiver in waived:
        text = finding_text(waiver.finding._replace(source_line=""))
        lines += _hanging(f"Waived by {waiver.by} ({waiver.why}): {text}", width)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def is_current(item: Surveyed) -> bool:
    """Whether it is signed, as it was signed, and in time."""
    return item.state is not None and item.state.may_be_shown


# within


def _row(item: Surveyed, column: int, width: int) -> list[str]:
    hang = " " * column
    lines = [plain(line) for line in wrap_text(_said(item), width - column, rest="  ")]
    if len(item.module) + 2 > column:
        return [item.module, *(hang + line for line in lines)]
    return [item.module.ljust(column) + lines[0], *(hang + line for line in lines[1:])]


def _said(item: Surveyed) -> str:
    state = item.state
    if state is None:
        return "cannot be read; see edu-tui check"
    if state.signed is None:
        return short_words(state)
    signed = state.signed
    if state.kind == "reviewed":
        return (
            f"reviewed by {signed.reviewer}, {signed.credential}, {signed.date}; "
            f"again by {signed.review_by}"
        )
    if state.kind == "changed" and item.compared:
        number = count(item.changes)
        return f"changed since review: {number} {'sentence' if number == 1 else 'sentences'}"
    return short_words(state)


def _detail(item: Surveyed, width: int) -> list[str]:
    """Why it does not count, and what changed; nothing of what nobody ever signed."""
    state = item.state
    if state is None or state.signed is None or state.may_be_shown:
        return []
    head = [plain(line) for line in wrap_text(f"{item.name}: {reason(state)}.", width, rest="  ")]
    return ["", *head, *(_since(item, width) if state.kind == "changed" or item.changes else [])]


def _since(item: Surveyed, width: int) -> list[str]:
    if not item.compared:
        return _hanging(
            "Which sentences changed is not known: the text that was signed is not kept here.",
            width,
        )
    if not item.changes:
        return ["  Nothing has changed since."]
    lines = [line for change in item.changes[:MOST_CHANGES] for line in _change(change, width)]
    left = len(item.changes) - MOST_CHANGES
    return [*lines, *([f"  and {left} more places"] if left > 0 else [])]


def _change(change: Change, width: int) -> Iterator[str]:
    yield from _hanging(change.where, width)
    for lead, texts in (("was: ", change.was), ("now: ", change.now)):
        for text in texts or ("(nothing)",):
            yield from _hanging(lead + text, width, "    ")


def _hanging(text: str, width: int, lead: str = "  ") -> list[str]:
    # A signed text was kept by this program, but anyone may have written over it.
    shown = "".join(char if char.isprintable() else " " for char in text)
    return [lead + plain(line) for line in wrap_text(shown, width - len(lead), rest="  ")]


def _record(item: Surveyed) -> dict[str, object]:
    state = item.state
    signed, taken_back = (state.signed, state.withdrawn) if state else (None, None)
    return {
        "module": item.module,
        "language": item.language,
        "title": item.title,
        "state": state.kind if state else "broken",
        "may_be_shown": is_current(item),
        "signed": signed._asdict() if signed else None,
        "withdrawn": taken_back._asdict() if taken_back else None,
        "changes": [change._asdict() for change in item.changes] if item.compared else None,
    }

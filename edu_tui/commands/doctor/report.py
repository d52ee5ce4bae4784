"""What doctor found: for a person, and for other programs.

The JSON keys are a promise: `format` changes when one of them changes its meaning.
"""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edu_tui.commands.doctor.line import CheckSection, State

FORMAT = 1


def as_text(sections: Sequence[CheckSection], width: int) -> str:
    """Each line with its state first, what to do under it, and a last line that counts."""
    lines = []
    for section in sections:
        lines += [section.title]
        for line in section.lines:
            lines += _folded(f"{line.state}: {line.what}", width)
            if line.do:
                lines += _folded(f"  {line.do}", width)
            # Whole, however long: a command that is folded cannot be copied.
            lines += [f"    {command}" for command in line.run]
        lines.append("")
    problems, notes = count(sections, "problem"), count(sections, "note")
    message = {0: "No problem", 1: "1 problem"}.get(problems, f"{problems} problems")
    also = {0: "", 1: ", 1 note"}.get(notes, f", {notes} notes")
    return "\n".join([*lines, f"{message}{also}."]) + "\n"


def as_json(sections: Sequence[CheckSection]) -> str:
    """One object: `format`, `problems`, `notes`, `sections`; a line has `state`, `what`, `do`, `run`."""
    import json

    record = {
        "format": FORMAT,
        "problems": count(sections, "problem"),
        "notes": count(sections, "note"),
        "sections": [
            {"name": section.name, "lines": [line._asdict() for line in section.lines]}
            for section in sections
        ],
    }
    return json.dumps(record, ensure_ascii=True, indent=2) + "\n"


def count(sections: Sequence[CheckSection], state: State) -> int:
    """How many lines are of that state."""
    return sum(line.state == state for section in sections for line in section.lines)


def _folded(text: str, width: int) -> list[str]:
    """Never within a path: it is there to be copied."""
    indent = " " * (len(text) - len(text.lstrip()))
    return wrap(
        text, width, subsequent_indent=f"{indent}  ", break_long_words=False, break_on_hyphens=False
    )

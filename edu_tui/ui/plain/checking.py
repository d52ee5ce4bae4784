"""What a check found: for a person with a text editor, and for other programs.

The JSON keys are a promise: `format` changes when one of them changes its meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.finding import as_record, is_rule
from edu_tui.library.finding import as_text as finding_text
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.library.check import CheckReport
    from edu_tui.library.finding import Severity
    from edu_tui.library.judging import Waived
    from edu_tui.library.left_open import LeftOpen

FORMAT = 1
WIDTH = 79


def as_text(report: CheckReport, width: int = WIDTH) -> str:
    """Each finding with its line and a caret, what is waived, what is the clinic's to settle, and a
    last line that counts the findings.
    """
    lines = [finding_text(finding) for finding in report.findings]
    lines += [_waived(waiver) for waiver in report.waived]
    if any(is_rule(finding.code) for finding in report.findings):
        lines.append(say("Why? edu-tui check --explain {id}", id=_first_rule(report)))
    lines += _left_open(report.left_open, width)
    lines.append(_summary(report))
    return "\n".join(lines) + "\n"


def as_json(report: CheckReport) -> str:
    """One object: `format`, `files`, `errors`, `warnings`, `infos`, `findings`, `waived`, `unset`,
    `provisional`.

    A finding has `file`, `line`, `column`, `severity`, `code`, `where`, `message`, `source_line`; a
    waived one has `why` and `by` too. What is `unset` has `name` and `modules`; `provisional` are ids of
    courses.
    """
    import json

    record = {
        "format": FORMAT,
        "files": report.files,
        "errors": _count(report, "error"),
        "warnings": _count(report, "warning"),
        "infos": _count(report, "info"),
        "findings": [as_record(finding) for finding in report.findings],
        "waived": [
            {**as_record(waiver.finding), "why": waiver.why, "by": waiver.by}
            for waiver in report.waived
        ],
        "unset": [word._asdict() for word in report.left_open.words],
        "provisional": list(report.left_open.pass_marks),
    }
    return json.dumps(record, ensure_ascii=True, indent=2) + "\n"


def _count(report: CheckReport, severity: Severity) -> int:
    return sum(finding.severity == severity for finding in report.findings)


def _summary(report: CheckReport) -> str:
    files = say("{n} file", "{n} files", n=report.files)
    errors = _count(report, "error")
    warnings = _count(report, "warning")
    notes = _count(report, "info")
    parts = [say("{n} error", "{n} errors", n=errors)] if errors else []
    parts += [say("{n} warning", "{n} warnings", n=warnings)] if warnings else []
    parts += [say("{n} note", "{n} notes", n=notes)] if notes else []
    waived = ""
    if report.waived:
        waived = " " + say("{n} waived.", "{n} waived.", n=len(report.waived))
    if not parts:
        return say("No findings in {files}.", files=files) + waived
    return say("{found} in {files}.", found=", ".join(parts), files=files) + waived


def _left_open(left: LeftOpen, width: int) -> list[str]:
    """Words that the clinic sets, each with the modules that use it; pass marks nobody has agreed on."""
    from textwrap import fill

    lines = [say("Your clinic sets these words:")] if left.words else []
    lines += [
        fill(
            f"{word.name}: {', '.join(word.modules)}",
            width,
            initial_indent="  ",
            subsequent_indent="    ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        for word in left.words
    ]
    if left.words:
        lines.append(
            say("(under `clinic:` in a file of its own; till then the library's words are shown)")
        )
    lines += [
        say("The pass mark of the course `{id}` is provisional: `mastery_from` is empty.", id=name)
        for name in left.pass_marks
    ]
    return lines


def _waived(waived: Waived) -> str:
    """On one line: what was set aside, and by whom and why."""
    finding = waived.finding._replace(severity="info", source_line="")
    head = finding_text(finding).replace(": info: ", f": {say('waived')}: ", 1)
    return f"{head} - {waived.why} ({waived.by})"


def _first_rule(report: CheckReport) -> str:
    return next(finding.code for finding in report.findings if is_rule(finding.code))

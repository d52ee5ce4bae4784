"""What a check found: for a person with a text editor, and for other programs.

The JSON keys are a promise: `format` changes when one of them changes its meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.finding import as_record
from edu_tui.library.finding import as_text as finding_text
from edu_tui.wording import say

if TYPE_CHECKING:
    from edu_tui.library.check import Report

FORMAT = 1


def as_text(report: Report) -> str:
    """Each finding with its line and a caret, and a last line that counts them."""
    return "".join(f"{finding_text(one)}\n" for one in report.findings) + _summary(report) + "\n"


def as_json(report: Report) -> str:
    """One object: `format`, `files`, `errors`, `warnings`, `findings`.

    A finding has `file`, `line`, `column`, `severity`, `code`, `where`, `message`, `source_line`.
    """
    import json

    errors, warnings = _counts(report)
    record = {
        "format": FORMAT,
        "files": report.files,
        "errors": errors,
        "warnings": warnings,
        "findings": [as_record(one) for one in report.findings],
    }
    return json.dumps(record, ensure_ascii=True, indent=2) + "\n"


def _counts(report: Report) -> tuple[int, int]:
    errors = sum(one.severity == "error" for one in report.findings)
    return errors, len(report.findings) - errors


def _summary(report: Report) -> str:
    files = say("{n} file", "{n} files", n=report.files)
    errors, warnings = _counts(report)
    found = [say("{n} error", "{n} errors", n=errors)] if errors else []
    found += [say("{n} warning", "{n} warnings", n=warnings)] if warnings else []
    if not found:
        return say("No findings in {files}.", files=files)
    return say("{found} in {files}.", found=", ".join(found), files=files)

"""A check's report for places where code is reviewed: SARIF 2.1.0, and GitHub's own annotations.

Paths are given from where the program was started, so that a finding is shown at its line.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.library.check import CheckReport
    from edu_tui.library.finding import Finding

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL = {"error": "error", "warning": "warning", "info": "note"}
_COMMAND = {"error": "error", "warning": "warning", "info": "notice"}


def as_github(report: CheckReport) -> str:
    """One workflow command a finding: `::error file=...,line=...,col=...,title=R006::message`."""
    return "".join(f"{_command(finding, report.folder)}\n" for finding in report.findings)


def as_sarif(report: CheckReport, rules: Iterable[tuple[str, str, str]], version: str) -> str:
    """A log of one run; what authors waived is a suppressed result with its reason."""
    import json

    results = [_result(finding, report.folder) for finding in report.findings]
    for waived in report.waived:
        reason = f"{waived.why} ({waived.by})"
        suppressed = {"suppressions": [{"kind": "inSource", "justification": reason}]}
        results.append(_result(waived.finding, report.folder) | suppressed)
    driver = {
        "name": "edu-tui",
        "version": version,
        "rules": [
            {
                "id": name,
                "shortDescription": {"text": title},
                "fullDescription": {"text": why},
            }
            for name, title, why in rules
        ],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=True, indent=2) + "\n"


def _result(finding: Finding, folder: str) -> dict[str, Any]:
    region = {"startLine": finding.line, "startColumn": finding.column}
    place = {"artifactLocation": {"uri": _uri(finding.file, folder)}, "region": region}
    return {
        "ruleId": finding.code,
        "level": _LEVEL[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": place}],
    }


def _command(finding: Finding, folder: str) -> str:
    properties = {
        "file": _path(finding.file, folder),
        "line": str(finding.line),
        "col": str(finding.column),
        "title": finding.code,
    }
    given = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in properties.items())
    return f"::{_COMMAND[finding.severity]} {given}::{_escaped(_message(finding))}"


def _escaped(text: str, more: str = "") -> str:
    """As a workflow command asks: `%`, line ends, and in a property `:` and `,`."""
    for char in "%\r\n" + more:
        text = text.replace(char, f"%{ord(char):02X}")
    return text


def _message(finding: Finding) -> str:
    return f"{finding.where}: {finding.message}" if finding.where else finding.message


def _path(file: str, folder: str) -> str:
    """From where the program was started; whole where the library is elsewhere."""
    whole = os.path.join(folder, file)  # noqa: PTH118 - a report has names, not paths
    near = os.path.relpath(whole)
    return (whole if near.startswith("..") else near).replace(os.sep, "/")


def _uri(file: str, folder: str) -> str:
    from urllib.parse import quote

    path = _path(file, folder)
    return f"file://{quote(path)}" if path.startswith("/") else quote(path)

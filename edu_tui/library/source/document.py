"""One content file being read: its text, its nodes, and what was found wrong with it so far.

Findings are made here alone, so each has a place and its line, and no file can flood a report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.library.finding import Finding
from edu_tui.library.source.nodes import place, place_within

if TYPE_CHECKING:
    from edu_tui.library.finding import Severity
    from edu_tui.library.source.nodes import Node, Scalar
    from edu_tui.model.mark_problems import Sort

MAX_FINDINGS = 200


class Use(NamedTuple):
    """A place that refers to something in another file: a term, a source, a placeholder, a picture."""

    kind: str
    """`term`, `cite`, `clinic`, `module`, `list` or `picture`; `near ...` for what only looks like one of a text's marks."""
    name: str
    node: Scalar
    offset: int
    """Where in the scalar's value."""
    where: str
    sort: Sort = "marked"
    """Of the text that it stands in: a near miss is not to become a mark where there is no room for it."""
    key: str = ""
    """Of that text, as an author writes it; of a near miss alone."""


class Document:
    """A file, its root node, its findings and its references."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self.uses: list[Use] = []
        self.lost = ""
        """What of the text could not be read and was left out, so that the rest could be."""
        self.unread = ""
        """That, and what stands under keys that mean nothing: names may be in it that seem to be missing."""
        self.refused: set[int] = set()
        """Where values begin that are of another kind than they should be; nobody judges their words."""

    @property
    def full(self) -> bool:
        """Whether no one would read any more findings of this file."""
        return len(self.findings) >= MAX_FINDINGS

    def report(
        self,
        line: int,
        column: int,
        code: str,
        message: str,
        where: str = "",
        severity: Severity = "error",
    ) -> None:
        """Keep a finding at a line and column."""
        if not self.full:
            self.findings.append(self.finding(line, column, code, message, where, severity))

    def finding(
        self,
        line: int,
        column: int,
        code: str,
        message: str,
        where: str = "",
        severity: Severity = "error",
    ) -> Finding:
        """A finding about this file that someone else keeps."""
        source_line = self.source_line(line)
        return Finding(self.file, line, column, severity, code, where, message, source_line)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset in the file's text."""
        return place(self.text, offset)

    def report_at(self, offset: int, code: str, message: str) -> None:
        """Keep a finding at an offset in the file's text."""
        self.report(*place(self.text, offset), code, message)

    def report_node(self, node: Node, code: str, message: str, where: str = "") -> None:
        """Keep a finding at a node."""
        self.report(node.line, node.column, code, message, where)

    def report_within(
        self,
        scalar: Scalar,
        offset: int,
        code: str,
        message: str,
        where: str = "",
        severity: Severity = "error",
    ) -> None:
        """Keep a finding at one character of a scalar's value."""
        if not self.full:
            spot = place_within(self.text, scalar, offset)
            self.report(*spot, code, message, where, severity)

    def source_line(self, line: int) -> str:
        """That line of the file, or nothing when it has fewer."""
        lines = self.text.split("\n")
        return lines[line - 1] if line <= len(lines) else ""

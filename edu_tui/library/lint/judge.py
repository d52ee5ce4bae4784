"""Judging one module: every rule of the table, then what its author has waived.

A waiver needs a reason and a name. It sets aside what a rule finds, unless the rule keeps the reader
safe from the program itself. One that names no rule, or that there is nothing to waive for, is itself a finding, so that
none outlives its cause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.finding import did_you_mean, quoted
from edu_tui.library.judging import ContentVerdict, Waived
from edu_tui.library.left_open import LeftOpen
from edu_tui.library.lint import length, signs, wording
from edu_tui.library.lint.lexicon import Lexicon
from edu_tui.library.lint.rules import RULES, by_id
from edu_tui.library.lint.subject import Subject
from edu_tui.library.lint.unit import Part
from edu_tui.library.source.document import MAX_FINDINGS
from edu_tui.library.source.nodes import Mapping as Keys
from edu_tui.library.source.nodes import Sequence
from edu_tui.model.module import Module
from edu_tui.system.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from edu_tui.library.check import CheckReport
    from edu_tui.library.finding import Finding, Severity
    from edu_tui.library.judging import Case
    from edu_tui.library.lint.rule import Problem, Rule
    from edu_tui.model.module import Waiver


_OF_ONE_TEXT = frozenset((*length.RULES, *wording.RULES, *signs.RULES))
"""Those that need no other text of the file to be right, and so hold where some of it could not be read."""


def known_rule(name: str) -> Rule:
    """The rule of that id, in any letter case; raises UsageError."""
    rules = by_id()
    rule = rules.get(name.upper())
    if rule is None:
        near = did_you_mean(name.upper(), rules) or "; docs/rules.md has them all"
        raise UsageError(f"there is no rule {quoted(name)}{near}")
    return rule


class Rules:
    """A choice of rules; a judge for `library.check`."""

    def __init__(self, only: Collection[str] = ()) -> None:
        self.rules = tuple(rule for rule in RULES if not only or rule.id in only)
        self._lexicons: dict[str, Lexicon] = {}

    def __call__(self, case: Case, /) -> ContentVerdict:
        """What is wrong with a module."""
        subject = Subject(case if case.whole else _words_of(case), self._lexicon(case))
        rules = self.rules
        if case.document.lost:
            rules = tuple(rule for rule in rules if rule in _OF_ONE_TEXT)
        problems = [
            (rule, problem)
            for rule in rules
            if rule.speaks(subject.language)
            for problem in rule.check(subject)
        ]
        # a waiver may be for what could not be read
        verdict = _Verdicts(subject, self.rules if case.whole else ()).of(problems)
        subject.release()
        return verdict

    def narrowed(self, report: CheckReport) -> CheckReport:
        """Without warnings about the format and what is left open, where only some rules were asked for."""
        if len(self.rules) == len(RULES):
            return report
        chosen = {rule.id for rule in self.rules}
        kept = [
            finding
            for finding in report.findings
            if finding.severity == "error" or finding.code in chosen
        ]
        return report._replace(findings=tuple(kept), left_open=LeftOpen())

    def _lexicon(self, case: Case) -> Lexicon:
        """Words once looked at stay known, for all modules that share a glossary."""
        kept = self._lexicons.get(case.module.language)
        if kept is None or (kept.glossary is not case.glossary and kept.glossary != case.glossary):
            kept = Lexicon(case.module.language, case.glossary)
            self._lexicons[case.module.language] = kept
        return kept


def _words_of(case: Case) -> Case:
    """A module that could not be read as a whole, as its words alone: no rule trusts its numbers or what is right."""
    read = case.module
    module = Module(
        read.id, read.language, read.title, read.summary, 0, (), (), None, (), read.waivers
    )
    return case._replace(module=module, library=case.library and case.library._replace(courses=()))


class _Verdicts:
    """Turns problems into findings, and some of those into waived ones."""

    def __init__(self, subject: Subject, rules: Iterable[Rule]) -> None:
        self._subject = subject
        self._ran = {rule.id for rule in rules}
        self._used: set[int] = set()
        self._findings: list[Finding] = []
        self._waived: list[Waived] = []

    def of(self, problems: Iterable[tuple[Rule, Problem]]) -> ContentVerdict:
        """The verdict on a module."""
        for rule, problem in problems:
            self._tell(rule, problem)
        self._judge_waivers()
        return ContentVerdict(tuple(self._findings), tuple(self._waived))

    def _tell(self, rule: Rule, problem: Problem) -> None:
        severity = problem.severity or rule.severity
        finding = self._finding(rule.id, severity, problem)
        part = _part(problem)
        for place, waiver in enumerate(self._subject.module.waivers):
            if _covers(waiver, rule, part) and not rule.binding:
                self._used.add(place)
                self._waived.append(Waived(finding, waiver.why, waiver.by))
                return
        if len(self._findings) < MAX_FINDINGS:
            self._findings.append(finding)

    def _finding(self, code: str, severity: Severity, problem: Problem) -> Finding:
        document, at = self._subject.document, problem.at
        if at is None:
            return document.finding(1, 1, code, problem.message, "", severity)
        if isinstance(at, Part):
            spot, where = (at.node.line, at.node.column), at.where
        else:
            spot, where = self._subject.place(at, problem.offset), at.part.where
        return document.finding(*spot, code, problem.message, where, severity)

    def _judge_waivers(self) -> None:
        if not self._subject.module.waivers:
            return
        known = by_id()
        named = {name for part in self._subject.parts for name in part.ids}
        nodes = _waiver_nodes(self._subject)
        this = "this waiver" if len(nodes) > 1 else "`waive`"
        for place, (waiver, node) in enumerate(
            zip(self._subject.module.waivers, nodes, strict=False)
        ):
            rule = known.get(waiver.rule)
            if rule is None:
                able = [name for name, each in known.items() if not each.binding]
                message = f"there is no rule {quoted(waiver.rule)}{did_you_mean(waiver.rule, able)}"
                self._refuse(node, "unknown-rule", message, "error")
            elif waiver.unit and waiver.unit not in named:
                message = f"no section, route, step or question has the id `{waiver.unit}`"
                message += did_you_mean(waiver.unit, sorted(named))
                if waiver.unit not in self._subject.document.lost:
                    self._refuse(node, "unknown-reference", message, "error")
            elif rule.binding and place not in self._used:
                message = f"{rule.id} cannot be waived; mend what it finds and delete {this}"
                self._refuse(node, "not-waivable", message, "error")
            elif place not in self._used and rule.id in self._ran:
                message = f"{rule.id} finds nothing here; delete {this}"
                self._refuse(node, "useless-waiver", message, "warning")

    def _refuse(self, node: Keys, code: str, message: str, severity: Severity) -> None:
        finding = self._subject.document.finding(
            node.line, node.column, code, message, "waive", severity
        )
        self._findings.append(finding)


def _part(problem: Problem) -> Part | None:
    if problem.at is None or isinstance(problem.at, Part):
        return problem.at
    return problem.at.part


def _covers(waiver: Waiver, rule: Rule, part: Part | None) -> bool:
    if waiver.rule != rule.id:
        return False
    return not waiver.unit or (part is not None and waiver.unit in part.ids)


def _waiver_nodes(subject: Subject) -> list[Keys]:
    """Where the waivers are written, in the same order as the records."""
    root = subject.document.root
    pairs = root.pairs if isinstance(root, Keys) else ()
    nodes = next((value for key, value in pairs if key.value == "waive"), None)
    items = nodes.items if isinstance(nodes, Sequence) else ()
    return [item for item in items if isinstance(item, Keys)]

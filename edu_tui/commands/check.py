"""`edu-tui check`: what an author has to mend; exit code 1 where there are errors."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from edu_tui import __version__
from edu_tui.commands.library import folder, settings
from edu_tui.commands.output import put
from edu_tui.commands.progress import Progress

if TYPE_CHECKING:
    from edu_tui.library.check import CheckReport


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to check, and how to tell it."""
    parser.add_argument(
        "folder",
        metavar="DIR",
        nargs="?",
        help="a library folder or one file in it (default: the library in use)",
    )
    parser.add_argument("--format", choices=["text", "json", "sarif", "github"], default="text")
    parser.add_argument(
        "--rule", metavar="ID", action="append", default=[], help="only this rule (more than once)"
    )
    parser.add_argument("--explain", metavar="ID", help="explain a rule, with examples")
    parser.add_argument(
        "--clinic",
        metavar="FILE",
        default=argparse.SUPPRESS,
        help="your clinic's own words: which of those that it has to set are missing",
    )
    parser.set_defaults(library=None)


def run(options: argparse.Namespace) -> int:
    """Check, and print what was found."""
    from edu_tui.library.check import check
    from edu_tui.library.lint.judge import Rules, known_rule
    from edu_tui.system.paths import clinic_file

    if options.explain:
        from edu_tui.library.lint.explain import explain

        put(explain(known_rule(options.explain)))
        return 0
    options.library = options.folder
    judge = Rules([known_rule(name).id for name in options.rule])
    clinic = settings(options).clinic or clinic_file()
    with Progress("checking", "Nothing was changed.") as progress:
        report = judge.narrowed(check(folder(options), judge, clinic, progress))
    put(_report(report, options.format))
    return 1 if any(finding.severity == "error" for finding in report.findings) else 0


def _report(report: CheckReport, form: str) -> str:
    from edu_tui.ui.plain import checking

    if form == "json":
        return checking.as_json(report)
    if form == "text":
        from edu_tui.ui.plain.streams import fit

        return checking.as_text(report, fit(sys.stdout))
    from edu_tui.library.lint.explain import summaries
    from edu_tui.ui.plain import code_hosts

    if form == "github":
        return code_hosts.as_github(report)
    return code_hosts.as_sarif(report, summaries(), __version__)

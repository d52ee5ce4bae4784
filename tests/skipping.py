"""What pytest does about skipped tests: it ends with what was not tried and why; in CI a skip is a failure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

import pytest

from tests.needs import IN_CI, INSTALL, need

if TYPE_CHECKING:
    from collections.abc import Generator

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test marked with `needs` is skipped where that is not installed."""
    for mark in item.iter_markers("needs"):
        need(*mark.args)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Of one test."""
    return _not_skipped((yield))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Of a file that is skipped as a whole."""
    return _not_skipped((yield))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What was not tried, and what to install for it."""
    reasons = Counter(_reason(one) for one in terminalreporter.stats.get("skipped", ()))
    if not reasons:
        return
    terminalreporter.section("not tried on this machine")
    for reason, count in sorted(reasons.items()):
        terminalreporter.line(f"{count:4}  {reason}")
    packages = {name for reason in reasons for name in reason.partition(INSTALL)[2].split()}
    if packages:
        terminalreporter.line(f"For all of it, on Debian: apt install {' '.join(sorted(packages))}")


def _not_skipped(report: Report) -> Report:
    if IN_CI and report.skipped:
        reason = _reason(report)
        report.outcome = "failed"
        report.longrepr = f"{reason}\nIn CI nothing may be skipped."
    return report


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Why it was skipped, on one line."""
    message = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return " ".join(message.removeprefix("Skipped: ").split())

"""The versions of the program and of what it is built on; none of it is loaded to be asked."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, requires, version

from edu_tui import __version__
from edu_tui.commands.doctor.line import CheckSection, Line, note, ok, problem
from edu_tui.library.index.engine import SQLITE, YAML, has_fast_yaml, has_full_text_search

AGAIN = "Install edu-tui again: what it is built on comes with it."
PACKAGES = (
    ("textual", "the full screen"),
    ("fsrs", "review over time"),
    ("segno", "codes to scan"),
)


def versions() -> CheckSection:
    """The whole of it."""
    lines = [
        ok(f"edu-tui {__version__}"),
        ok(
            f"{platform.python_implementation()} {platform.python_version()}, {platform.platform()}"
        ),
        *(_package(name, purpose) for name, purpose in PACKAGES),
        _sqlite(),
        _yaml(),
        _weasyprint(),
    ]
    return CheckSection("versions", "Versions", tuple(lines))


def _package(name: str, purpose: str) -> Line:
    text = _version(name)
    if not text:
        return problem(f"{name} is not installed: no {purpose.removeprefix('the ')}", AGAIN)
    exact = next(
        (requirement for requirement in _requirements() if requirement.startswith(f"{name}==")), ""
    )
    if exact and exact != f"{name}=={text}":
        made_for = exact.partition("==")[2]
        return problem(f"{name} {text} is not the one edu-tui is made for ({made_for})", AGAIN)
    return ok(f"{name} {text}: {purpose}")


def _sqlite() -> Line:
    if has_full_text_search():
        return ok(f"SQLite {SQLITE} with full-text search")
    return problem(
        f"SQLite {SQLITE} has no full-text search (FTS5): nothing can be found",
        "Use a Python whose SQLite has it.",
    )


def _yaml() -> Line:
    if has_fast_yaml():
        return ok(f"PyYAML {YAML} with libyaml")
    return note(
        f"PyYAML {YAML} without libyaml: a library is read ten times slower",
        "Install a PyYAML that was built with libyaml.",
    )


def _weasyprint() -> Line:
    text = _version("weasyprint")
    if text:
        return ok(f"weasyprint {text}: handouts as PDF")
    return note("weasyprint is not installed: no handouts as PDF", "Install edu-tui[pdf] for them.")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _requirements() -> list[str]:
    try:
        return requires("edu-tui") or []
    except PackageNotFoundError:
        # a copy of the source that was never installed
        return []

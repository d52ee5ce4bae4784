"""The commands: each parses its words, calls one thing, and turns the outcome into an exit code.

argparse, because click's import alone costs three bare interpreters, and `read`, `check` and
`--version` may cost five in all (docs/dependencies.md). Every front end is imported only by the
command that needs it.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, cast

from edu_tui import __version__
from edu_tui.errors import EduError, OutputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import ModuleType

    from edu_tui.journey.journey import Journey
    from edu_tui.library.check import Report
    from edu_tui.library.shelf import Shelf

EXAMPLES = """\
examples:
  edu-tui                          open the library
  edu-tui --plain                  the same, line by line: for screen readers and pipes
  edu-tui list                     the modules of the library
  edu-tui read going-home          one module as plain text
  edu-tui check my-library         what an author has to mend

Leave with q. Press ? on any screen for help, ! for crisis help.
"""


class Help(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal; argparse's own way to ask imports five compression modules."""

    def __init__(self, prog: str) -> None:
        try:
            columns = os.get_terminal_size().columns
        except OSError:
            columns = 80
        super().__init__(prog, width=columns - 1)


class Parser(argparse.ArgumentParser):
    """argparse, with the nearest spelling when a word is not known."""

    def __init__(self, **given: Any) -> None:
        super().__init__(formatter_class=Help, allow_abbrev=False, **given)

    def error(self, message: str) -> NoReturn:
        """One line: what is wrong and what to do; exit code 2."""
        unknown, _, choices = message.partition("invalid choice: ")[2].partition(" (choose from ")
        if choices:
            from difflib import get_close_matches

            names = [name.strip(" '\"") for name in choices.rstrip(")").split(",")]
            near = get_close_matches(unknown.strip("'\""), names, 1)
            message = f"there is no {unknown}" + (f"; did you mean {near[0]}?" if near else "")
        sys.stderr.write(f"edu-tui: {message}\nTry: {self.prog} --help\n")
        raise SystemExit(2)


def parser() -> Parser:
    """All commands and options."""
    made = Parser(
        prog="edu-tui",
        description="Patient education in the terminal: read, walk through a session, see if it is clear.",
        epilog=EXAMPLES,
    )
    made.add_argument("--version", action="version", version=f"edu-tui {__version__}")
    _where(made)
    made.add_argument("--plain", action="store_true", help="line by line, for screen readers")
    made.add_argument(
        "--no-plain", action="store_true", help="full screen, whatever ACCESSIBLE says"
    )
    made.add_argument("--ascii", action="store_true", help="draw with ASCII characters alone")
    made.set_defaults(run=_open)
    commands = made.add_subparsers(metavar="COMMAND", parser_class=Parser)
    listing = commands.add_parser("list", help="the modules of the library")
    _where(listing, again=True)
    listing.set_defaults(run=_list)
    reading = commands.add_parser("read", help="print a module as plain text")
    reading.add_argument("module", metavar="MODULE", help="its id, as `edu-tui list` shows it")
    reading.add_argument("--more", action="store_true", help="with all detail")
    reading.add_argument("--staff", action="store_true", help="with what is for staff")
    _where(reading, again=True)
    reading.set_defaults(run=_read)
    checking = commands.add_parser("check", help="what an author has to mend")
    checking.add_argument(
        "folder", metavar="DIR", nargs="?", help="a library or one file of it; else the one shipped"
    )
    checking.add_argument("--format", choices=["text", "json", "sarif", "github"], default="text")
    checking.add_argument(
        "--rule", metavar="ID", action="append", default=[], help="only this rule (more than once)"
    )
    checking.add_argument("--explain", metavar="ID", help="why there is that rule, with examples")
    checking.set_defaults(run=_check, library=None)
    return made


def _where(made: argparse.ArgumentParser, *, again: bool = False) -> None:
    """Which library and language; a command takes them before or after its name."""
    default = argparse.SUPPRESS if again else None
    made.add_argument(
        "--library", metavar="DIR", default=default, help="a library folder; else the one shipped"
    )
    made.add_argument("--lang", metavar="CODE", default=default, help="language code, such as en")
    made.add_argument(
        "--clinic", metavar="FILE", default=default, help="your clinic's own words and crisis lines"
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; every error of ours becomes one line and an exit code."""
    _have_streams()
    try:
        return _run(argv)
    except OutputError as error:
        _let_go_of_output()
        sys.stderr.write(f"edu-tui: {error}\n")
        return error.exit_code
    except EduError as error:
        sys.stderr.write(f"edu-tui: {error}\n")
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _let_go_of_output()
        return 0


def _run(argv: Sequence[str] | None) -> int:
    """The command's exit code; everything it has printed is out before it is given."""
    try:
        options = parser().parse_args(argv)
    except SystemExit:
        # `--help` and `--version` have printed by then.
        _print("")
        raise
    run: Callable[[argparse.Namespace], int] = options.run
    return run(options)


def _have_streams() -> None:
    """A stream that was closed before the program began takes what is written, and drops it."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def _let_go_of_output() -> None:
    """Who read it has gone, as `head` does; Python must not complain of that at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print(text: str) -> None:
    from edu_tui.plain.streams import fit

    try:
        fit(sys.stdout)
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error) from error


def _folder(options: argparse.Namespace) -> Path:
    from edu_tui.paths import shipped_library

    return Path(options.library) if options.library else shipped_library()


def _shelf(options: argparse.Namespace, *, cached: bool) -> Shelf:
    from edu_tui.library.shelf import Shelf
    from edu_tui.paths import cache_folder, clinic_file

    clinic = Path(options.clinic) if options.clinic else None
    if cached:
        return Shelf(_folder(options), cache_folder(), clinic or clinic_file())
    return Shelf(_folder(options), None, clinic)


def _plain_wanted(options: argparse.Namespace) -> str:
    """Why plain mode is used; empty when it is not. A flag goes before the environment."""
    if options.plain:
        return "--plain"
    if options.no_plain:
        return ""
    if os.environ.get("ACCESSIBLE", "0") not in {"", "0"}:
        return "ACCESSIBLE"
    if os.environ.get("TERM", "") == "dumb":
        return "TERM=dumb"
    return "" if sys.stdout.isatty() else "the output is not a terminal"


def _open(options: argparse.Namespace) -> int:
    reason = _plain_wanted(options)
    if not reason and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "there is no terminal to draw on. Run it in a terminal, or line by line: edu-tui --plain"
        )
    journey = _journey(options)
    if reason:
        from edu_tui.plain.session import run as run_plain

        return run_plain(journey, reason)
    if options.ascii:
        os.environ["EDU_TUI_ASCII"] = "1"
    # Nothing here talks to a network: without TLS asyncio loads sooner and takes 4 MiB less.
    sys.modules.setdefault("ssl", cast("ModuleType", None))
    from edu_tui.tui.app import run as run_tui

    return run_tui(journey)


def _journey(options: argparse.Namespace) -> Journey:
    from random import Random

    from edu_tui.journey.journey import Journey
    from edu_tui.journey.visit import Visit
    from edu_tui.learning.profile import STUDY

    shelf = _shelf(options, cached=True)
    language = options.lang or ""
    contents = shelf.glance(language) or shelf.open(language)
    return Journey(Visit(shelf, contents, STUDY, Random()))


def _list(options: argparse.Namespace) -> int:
    from edu_tui.plain.listing import listing
    from edu_tui.plain.streams import fit

    shelf = _shelf(options, cached=True)
    _print(listing(shelf.refresh(options.lang or ""), fit(sys.stdout)))
    return 0


def _read(options: argparse.Namespace) -> int:
    from edu_tui.plain.reading import read
    from edu_tui.plain.streams import fit

    _print(
        read(
            _shelf(options, cached=False),
            options.module,
            options.lang or "",
            audience="staff" if options.staff else "patient",
            more=options.more,
            width=fit(sys.stdout),
        )
    )
    return 0


def _check(options: argparse.Namespace) -> int:
    from edu_tui.library.check import check
    from edu_tui.lint.judge import Rules, known_rule

    if options.explain:
        from edu_tui.lint.explain import explain

        _print(explain(known_rule(options.explain)))
        return 0
    options.library = options.folder
    judge = Rules([known_rule(name).id for name in options.rule])
    report = judge.narrowed(check(_folder(options), judge))
    _print(_report(report, options.format))
    return 1 if any(finding.severity == "error" for finding in report.findings) else 0


def _report(report: Report, form: str) -> str:
    from edu_tui.plain import checking

    if form in {"text", "json"}:
        return checking.as_json(report) if form == "json" else checking.as_text(report)
    from edu_tui.lint.explain import summaries
    from edu_tui.plain import code_hosts

    if form == "github":
        return code_hosts.as_github(report)
    return code_hosts.as_sarif(report, summaries(), __version__)

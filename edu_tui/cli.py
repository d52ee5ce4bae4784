"""The command line: parses its words, runs one command, shows every error of ours in one line.

argparse, because click's import alone costs three bare interpreters, and `read`, `check` and
`--version` may cost five in all (docs/dependencies.md). Only the command that is named is loaded.
"""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

from edu_tui import __version__
from edu_tui.commands import open as opening
from edu_tui.commands import rooms
from edu_tui.commands.library import arguments as library_arguments
from edu_tui.commands.output import tell
from edu_tui.system.errors import EduError, OutputError
from edu_tui.system.typing import override

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

MOST_SHOWN = 100
"""Characters of a path in an error."""
EXAMPLES = """\
examples:
  edu-tui                          open the library
  edu-tui --plain                  the same, line by line: for screen readers and pipes
  edu-tui open going-home          start there
  edu-tui list                     list the modules of the library
  edu-tui read going-home          one module as plain text
  edu-tui check my-library         problems in the content, for authors

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

    @override
    def error(self, message: str) -> NoReturn:
        """One line: what is wrong and what to do; exit code 2."""
        unknown, _, choices = message.partition("invalid choice: ")[2].partition(" (choose from ")
        if choices:
            from difflib import get_close_matches

            names = [name.strip(" '\"") for name in choices.rstrip(")").split(",")]
            near = get_close_matches(unknown.strip("'\""), names, 1)
            message = f"there is no {unknown}" + (f"; did you mean {near[0]}?" if near else "")
        tell(f"{message}\nTry: {self.prog} --help")
        raise SystemExit(2)


def commands() -> dict[str, tuple[str, str]]:
    """Every command: its name, its module, and one line of help."""
    return {
        name: (f"{room.__name__}.{name}", command)
        for room in rooms()
        for name, command in room.COMMANDS.items()
    }


def parser(named: Collection[str] | None = None) -> Parser:
    """All commands and options; the arguments of the commands in `named` alone, or of all."""
    top = Parser(
        prog="edu-tui",
        description="Patient education in the terminal: read, walk through a session, see if it is clear.",
        epilog=EXAMPLES,
    )
    top.add_argument(
        "--debug", action="store_true", help="show where in the program an error comes from"
    )
    top.add_argument("--version", action="version", version=f"edu-tui {__version__}")
    library_arguments(top)
    opening.options_of(top)
    top.set_defaults(run=opening.run)
    added = top.add_subparsers(metavar="COMMAND", dest="command", parser_class=Parser)
    # Words alone can name a command; without any, home opens sooner.
    for name, (module, summary) in commands().items() if named is None or named else ():
        command = added.add_parser(name, help=summary)
        if named is None or name in named:
            file = import_module(module)
            file.arguments(command)
            command.set_defaults(run=file.run)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; every error of ours becomes one line and an exit code."""
    _have_streams()
    options = argparse.Namespace(debug=False, command=None)
    try:
        return _run(sys.argv[1:] if argv is None else argv, options)
    except OutputError as error:
        _release_output()
        tell(str(error))
        return error.exit_code
    except EduError as error:
        tell(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _release_output()
        return 0
    except OSError as error:
        # What no command foresaw of the machine: a name too long for it, a device that fails.
        name = str(error.filename or "")
        shown = name if len(name) <= MOST_SHOWN else f"{name[:MOST_SHOWN]}..."
        tell(f"{': '.join(part for part in (shown, error.strerror) if part)}.")
        _show_traceback(options)
        return 1
    except Exception as error:
        # What nobody foresaw at all: nobody is shown a traceback who has not asked for one.
        if sys.excepthook is not sys.__excepthook__:
            # A kiosk, which notes it in a log of its own.
            raise
        return _failed(error, options)


def _failed(error: Exception, options: argparse.Namespace) -> int:
    """What nobody foresaw, in one line; where it came from is in a file, unless nothing may be written."""
    from edu_tui.commands.library import settings
    from edu_tui.system import failure

    try:
        path = failure.keep(error, options.command or "open") if settings(options).record else None
    except EduError:
        path = None
    kind = type(error).__name__
    where = (
        f"Where is in {path}, without a word of yours: please send it with a bug report."
        if path
        else "Run it again with --debug to see where."
    )
    tell(f"something went wrong in the program itself ({kind}). {where}")
    _show_traceback(options)
    return failure.EXIT_CODE


def _show_traceback(options: argparse.Namespace) -> None:
    """Of the error that is being handled, where that was asked for."""
    if options.debug:
        from traceback import print_exc

        print_exc()


def _run(argv: Sequence[str], options: argparse.Namespace) -> int:
    """The command's exit code; everything it has printed is out before it is given."""
    try:
        parser(argv).parse_args(argv, options)
    except SystemExit:
        # `--help` and `--version` have printed by then.
        from edu_tui.commands.output import put

        put("")
        raise
    run: Callable[[argparse.Namespace], int] = options.run
    return run(options)


def _have_streams() -> None:
    """A stream that was closed before the program began takes what is written, and drops it."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def _release_output() -> None:
    """Who read it has gone, as `head` does; Python must not complain of that at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

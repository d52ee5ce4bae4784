"""`edu-tui resume`: the code from a waiting room, so that a reader goes on at home where they stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.commands.asked_for import code_meaning
from edu_tui.commands.library import arguments as library_arguments
from edu_tui.commands.resuming import add_way
from edu_tui.learning.plan import Plan

if TYPE_CHECKING:
    import argparse

EXAMPLES = """\
example:
  edu-tui resume 7K3M-9QXT-2B4D    continue where you stopped in the waiting room
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The code."""
    parser.epilog = EXAMPLES
    parser.add_argument(
        "code", metavar="CODE", nargs="+", help="the code as shown, such as 7K3M-9QXT-2B4D"
    )
    parser.add_argument("--yes", action="store_true", help="do not ask")
    library_arguments(parser, again=True)


def run(options: argparse.Namespace) -> int:
    """Say what the code says and what will be kept, ask once, keep it; open a plan."""
    meant = code_meaning(options, " ".join(options.code))
    if not isinstance(meant, Plan):
        return add_way(options, meant)
    from edu_tui.commands.open import start

    return start(options, meant)

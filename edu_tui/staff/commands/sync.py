"""`edu-tui sync`: staff records sent to a central database, or to a learning record store."""

from __future__ import annotations

import os
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

from edu_tui.commands.library import settings
from edu_tui.commands.output import put, tell
from edu_tui.commands.progress import Progress
from edu_tui.system.errors import EduError, RecordsError, UsageError
from edu_tui.system.shown import shown

if TYPE_CHECKING:
    import argparse
    from random import Random

    from edu_tui.staff.sync.outbox import DeliveryCounts, Outbox
    from edu_tui.staff.sync.target import Target

WHAT = """\
examples:
  edu-tui sync --to 'postgresql://edu_device@db.example/edu?sslmode=verify-full'
  edu-tui sync                      to everything that `sync_to` in the settings names
  edu-tui sync --every 15           the same again and again, with about 15 minutes between
  edu-tui sync --status             what was sent, what waits, what was refused and why

Passwords and keys never stand in a command: PGPASSWORD or ~/.pgpass for PostgreSQL; EDU_TUI_LRS_KEY and
EDU_TUI_LRS_SECRET, or ~/.netrc, for a learning record store. docs/sync.md tells all of it.

It ends with 0 when nothing is left to send, with 1 when something could not be sent or was refused.
"""
LONG = 86_400_000
"""Milliseconds that something may wait before it is a matter for somebody."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, how often; or how it stands."""
    parser.epilog = WHAT
    parser.add_argument("--to", metavar="URL", action="append", help="postgresql://USER@HOST/DATABASE or https://..., a learning record store; may be given again")  # fmt: skip
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--every", metavar="MINUTES", type=float, help="keep running, and send every so many minutes")  # fmt: skip
    how.add_argument("--status", action="store_true", help="send nothing; show the status, and exit with 1 if someone should look")  # fmt: skip
    how.add_argument("--forget", metavar="URL", help="send nothing; forget a target that is no longer used")  # fmt: skip
    parser.add_argument(
        "--retry-parked", action="store_true", help="retry records that were refused"
    )


def run(options: argparse.Namespace) -> int:
    """Send, or say how it stands."""
    from random import SystemRandom

    from edu_tui.staff.commands.staff_people import staff_path
    from edu_tui.staff.sync.outbox import Outbox
    from edu_tui.staff.sync.targets import targets

    wanted = settings(options)
    if (options.status or options.forget) and options.retry_parked:
        wrong = "--status" if options.status else "--forget"
        raise UsageError(f"{wrong} sends nothing: give it or --retry-parked.")
    if options.every is not None and not 0.1 <= options.every <= 10_080:
        raise UsageError("--every is a number of minutes, at most a week.")
    chosen = targets(options.to or wanted.sync_to, wanted.lrs_home, os.environ)
    outbox = Outbox(staff_path(wanted))
    try:
        if options.status:
            return _status(outbox, [target.name for target in chosen])
        if options.forget:
            return _forget(outbox, options.forget)
        if not chosen:
            raise UsageError(
                "where to? edu-tui sync --to URL, or `sync_to` in your settings; see edu-tui sync --help."
            )
        return _send(options, outbox, chosen, SystemRandom())
    except RecordsError as error:
        # Nobody is reading a module here, so what it means for reading is left out.
        damaged = f"{outbox.path} is damaged. Nothing was sent, and it is left as it is."
        raise EduError(damaged if error.reason == "damaged" else error.fact) from error
    finally:
        outbox.close()
        for target in chosen:
            target.close()


def _send(options: argparse.Namespace, outbox: Outbox, targets: list[Target], lot: Random) -> int:
    code = _once(outbox, targets, lot, again=options.retry_parked)
    while options.every is not None:
        # Not all devices of a clinic at the same moment.
        time.sleep(options.every * 60 * (0.9 + lot.random() / 5))
        code = _once(outbox, targets, lot, again=False)
    return code


def _once(outbox: Outbox, targets: list[Target], lot: Random, *, again: bool) -> int:
    """One run to every target; one that fails keeps none of the others from theirs."""
    from edu_tui.staff.sync.turn import BusyError, turn

    code = 0
    if not outbox.path.parent.is_dir():
        return max([_nothing_yet(target) for target in targets])
    try:
        with turn(outbox.path):
            there = outbox.is_there()
            for target in targets:
                code = max(
                    code, _one(outbox, target, lot, again) if there else _nothing_yet(target)
                )
    except BusyError as error:
        tell(str(error))
        return error.exit_code
    return code


def _one(outbox: Outbox, target: Target, lot: Random, again: bool) -> int:
    from edu_tui.staff.sync.pace import RetryPace
    from edu_tui.staff.sync.sender import Sender

    if again and (number := outbox.retry(target.name)):
        put(f"{target.name}: {_records(number)} that had been refused will be sent again.\n")
    waiting = outbox.counts(target.name, target.kinds).waiting
    stopped = "What was sent stays sent; the rest waits for the next time."
    try:
        with Progress(f"sending to {target.name}", stopped) as progress:
            pace = RetryPace(partial(_wait, target.name), lot)
            done = Sender(outbox, target, pace, lambda sent: progress(sent, waiting)).run()
    except EduError as error:
        tell(str(error))
        return error.exit_code
    finally:
        target.close()
    if done.sent or not (done.parked or done.trouble):
        put(f"{target.name}: {_records(done.sent) if done.sent else 'nothing new to be'} sent.\n")
    if done.parked:
        tell(
            f"{target.name}: {_records(done.parked)} refused and put aside; edu-tui sync --status says why."
        )
    if done.trouble:
        left = outbox.counts(target.name, target.kinds).waiting
        tell(f"{done.trouble.rstrip('.')}. {_records(left)} left for the next time.")
    return 1 if done.trouble or done.parked else 0


def _wait(name: str, seconds: float) -> None:
    """Wait before the next try, and say so where somebody looks on."""
    if sys.stderr.isatty():
        tell(f"{name}: it cannot be reached just now; again in {seconds:.0f} s ...")
    time.sleep(seconds)


def _nothing_yet(target: Target) -> int:
    """No records: all the same it is seen whether the other side can be used, and made ready."""
    try:
        target.prepare()
    except EduError as error:
        tell(str(error))
        return error.exit_code
    put(f"{target.name}: there are no staff records here yet, so nothing was sent.\n")
    return 0


# how it stands


def _status(outbox: Outbox, names: list[str]) -> int:
    from edu_tui.staff.sync.targets import kinds_of

    names = list(dict.fromkeys([*names, *outbox.names()]))
    if not names:
        put("Nothing is sent from here, and nothing ever was.\n")
        return 0
    code = 0
    for name in names:
        counts = outbox.counts(name, kinds_of(name))
        put(_told(name, counts))
        waits_long = counts.oldest and time.time() * 1000 - counts.oldest > LONG
        code = max(code, int(bool(counts.parked or waits_long)))
    return code


def _forget(outbox: Outbox, url: str) -> int:
    """A place that was mistyped, or is gone: nothing waits for it any more. No record goes by it."""
    from edu_tui.staff.sync.targets import name_of
    from edu_tui.staff.sync.turn import turn

    there = outbox.names()
    name = url if url in there else name_of(url)
    if name not in there:
        raise UsageError(f"nothing was ever to be sent to {name}. {_places(there)}")
    with turn(outbox.path):
        number = outbox.forget(name)
    put(f"Forgotten: {name}, and for {_records(number)} that it had them or waits for them.\n")
    put(
        "The records themselves are still here. What is sent there again is sent from the first on.\n"
    )
    return 0


def _places(names: list[str]) -> str:
    return f"There are: {', '.join(names)}" if names else "Nor to any other place."


def _told(name: str, counts: DeliveryCounts) -> str:
    parked = sum(group.number for group in counts.parked)
    last = f", last {_moment(counts.last)}" if counts.last else ""
    oldest = f", the oldest of {_moment(counts.oldest)}" if counts.oldest else ""
    lines = [
        shown(name),
        f"  sent     {counts.sent}{last}",
        f"  waiting  {counts.waiting}{oldest}",
        f"  refused  {parked}",
    ]
    for group in counts.parked:
        lines += [f"    {group.number} because: {shown(group.reason)}"]
        lines += [f"      {shown(record)}" for record in group.ids]
        if group.number > len(group.ids):
            lines += [f"      and {group.number - len(group.ids)} more"]
    return "\n".join(lines) + "\n"


def _moment(at: int) -> str:
    try:
        return time.strftime("%Y-%m-%d %H:%M", time.localtime(at / 1000))
    except (OverflowError, ValueError, OSError):
        return "a time that no calendar has"


def _records(number: int) -> str:
    return f"{number} record" if number == 1 else f"{number} records"

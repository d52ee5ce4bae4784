"""`edu-tui review`: who signed which module: to see, to sign, to take a sign-off back."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from edu_tui.commands.asking import Prompts, is_sure
from edu_tui.commands.library import arguments as library_arguments
from edu_tui.commands.library import folder, open_library, settings
from edu_tui.commands.output import put
from edu_tui.commands.progress import getting_ready
from edu_tui.system.errors import ReviewError, UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection

    from edu_tui.library.judging import Waived
    from edu_tui.library.signing.survey import Survey, Surveyed

WHAT = """\
examples:
  edu-tui --library my-library review                    how every module stands
  edu-tui --library my-library review status going-home  and which sentences changed
  edu-tui --library my-library review sign going-home    asks who you are, and to confirm
  edu-tui --library my-library review withdraw going-home --reason "The dose is wrong."

docs/review.md says what a sign-off means, and what takes it away.
"""
ASKED = {
    "reviewer": "Your name",
    "credential": "Your credential, such as MD or RN",
    "role": "Your role, such as medical director",
    "scope": "What you reviewed, such as all of it",
}
UNTIL = "Review again by, a day or a number of months (Enter: 12)"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to do; `status` when nothing is said."""
    parser.epilog = WHAT
    parser.set_defaults(part=_status, module=[], format="text")
    library_arguments(parser, again=True)
    parts = parser.add_subparsers(metavar="WHAT")
    status = parts.add_parser(
        "status", help="show each module's sign-off; exit code 0 if all are signed"
    )
    status.add_argument("module", metavar="MODULE", nargs="*", help="only these")
    status.add_argument("--format", choices=["text", "json"], default="text")
    status.set_defaults(part=_status)
    sign = parts.add_parser("sign", help="sign off modules, with your name")
    sign.add_argument("module", metavar="MODULE", nargs="*", help="ids of modules")
    sign.add_argument("--all", action="store_true", help="every module of the library")
    sign.add_argument("--reviewer", metavar="NAME", help="your name")
    sign.add_argument("--credential", metavar="TEXT", help="such as MD or RN")
    sign.add_argument("--role", metavar="TEXT", help="such as medical director")
    sign.add_argument("--scope", metavar="TEXT", help="what you reviewed")
    sign.add_argument(
        "--review-by", metavar="DAY", help="the last day it holds, or a number of months; else 12"
    )
    sign.add_argument("--yes", action="store_true", help="do not ask")
    sign.set_defaults(part=_sign)
    withdraw = parts.add_parser("withdraw", help="withdraw a sign-off; it stays on record")
    withdraw.add_argument("module", metavar="MODULE", nargs="+", help="ids of modules")
    withdraw.add_argument("--reason", metavar="TEXT", help="why")
    withdraw.add_argument("--by", metavar="NAME", help="your name")
    withdraw.add_argument("--yes", action="store_true", help="do not ask")
    withdraw.set_defaults(part=_withdraw)
    for part in (status, sign, withdraw):
        library_arguments(part, again=True)


def run(options: argparse.Namespace) -> int:
    """Do it."""
    from edu_tui.library.lint.sentences import sentences
    from edu_tui.library.signing.survey import Survey

    opened = open_library(options, cached=True)
    try:
        survey = Survey(opened, folder(options), time.strftime("%Y-%m-%d"), sentences)
        code: int = options.part(options, survey)
    finally:
        opened.close()
    return code


def _status(options: argparse.Namespace, survey: Survey) -> int:
    from edu_tui.library.signing.file import entries_in
    from edu_tui.ui.plain import review
    from edu_tui.ui.plain.streams import fit

    entries_in(survey.folder)
    wanted = [_language(options, survey)] if options.lang else []
    items = list(survey.all(wanted))
    for name in options.module:
        _known(name, {item.module for item in items})
    items = [item for item in items if not options.module or item.module in options.module]
    as_json = options.format == "json"
    put(review.as_json(items) if as_json else review.as_text(items, fit(sys.stdout)))
    return 0 if all(review.is_current(item) for item in items) else 1


# signing


def _sign(options: argparse.Namespace, survey: Survey) -> int:
    from functools import partial

    from edu_tui.library.signing.checks import MONTHS, last_day, on_one_line
    from edu_tui.library.signing.file import add, entries_in, text_file
    from edu_tui.model.review import Entry, SignOff
    from edu_tui.model.signed import hash_of_text

    _must_be_own(options)
    seen = entries_in(survey.folder)
    items = _chosen(options, survey)
    waived = _examine(survey, items)
    asking = Prompts(options, ("reviewer", "credential", "role", "scope"))
    _show(survey, items, waived)
    who = {
        name: asking.said(name, question, partial(on_one_line, name))
        for name, question in ASKED.items()
    }
    by = asking.said("review_by", UNTIL, partial(last_day, today=survey.today), str(MONTHS))
    put(
        f"{who['reviewer']}, {who['credential']}, {who['role']}, signs {_many(items)} "
        f"({who['scope']}). Review again by {by}.\n"
    )
    if not is_sure(options, "sign", "Nothing was signed."):
        return 1
    entries: list[Entry] = [
        SignOff(
            item.module,
            item.language,
            hash_of_text(item.text),
            **who,
            date=survey.today,
            review_by=by,
        )
        for item in items
    ]
    texts = {text_file(item.module, item.language): item.text for item in items}
    add(survey.folder, entries, texts, seen)
    put("".join(f"Signed: {item.name}\n" for item in items))
    # So that the next start knows it at once.
    with getting_ready() as progress:
        survey.open_library.refresh(items[0].language, progress)
    return 0


def _must_be_own(options: argparse.Namespace) -> None:
    """What came with the program goes with its next version, and the sign-offs with it."""
    if settings(options).library is None:
        raise UsageError(
            "the library that comes with edu-tui is nobody's to sign. Copy it, and sign your copy:\n"
            f"  cp -r {folder(options)} my-library\n"
            "  edu-tui --library my-library review sign"
        )


def _chosen(options: argparse.Namespace, survey: Survey) -> list[Surveyed]:
    """The modules asked for, each once, in a language that they are written in."""
    language = _language(options, survey)
    everything = list(dict.fromkeys(item.module for item in survey.all([language])))
    if getattr(options, "all", False) == bool(options.module):
        raise UsageError("name the modules to sign, or --all. edu-tui review shows them.")
    entries = []
    for name in dict.fromkeys(options.module or everything):
        _known(name, everything, language)
        entries.append(survey.one(name, language))
    return entries


def _examine(survey: Survey, items: list[Surveyed]) -> list[Waived]:
    """What authors set aside; raises ReviewError where there is anything to mend first."""
    from edu_tui.library.finding import as_text
    from edu_tui.library.lint.judge import Rules
    from edu_tui.library.signing.checks import examined
    from edu_tui.library.signing.file import entries_in

    entries_in(survey.folder)
    source = survey.open_library.library().languages[0]
    report = examined(survey.folder, items, source, Rules())
    wrong = [finding for finding in report.findings if finding.severity == "error"]
    if wrong:
        shown = "\n".join(as_text(finding) for finding in wrong[:10])
        more = f"\n(and {len(wrong) - 10} more)" if len(wrong) > 10 else ""
        raise ReviewError(f"nothing was signed. Errors have to be mended first:\n{shown}{more}")
    return list(report.waived)


def _show(survey: Survey, items: list[Surveyed], waived: list[Waived]) -> None:
    from edu_tui.ui.plain.review import offered
    from edu_tui.ui.plain.streams import fit

    for item in items:
        file = f"{item.language}/{item.module}.yaml"
        own = [waiver for waiver in waived if waiver.finding.file == file]
        put(offered(item, own, survey.split, fit(sys.stdout)))
    put("\n")


# withdrawing


def _withdraw(options: argparse.Namespace, survey: Survey) -> int:
    from functools import partial

    from edu_tui.library.signing.checks import on_one_line
    from edu_tui.library.signing.file import add, entries_in
    from edu_tui.model.review import Withdrawal

    seen = entries_in(survey.folder)
    items = _chosen(options, survey)
    latest = survey.open_library.sign_offs.latest()
    for item in items:
        review = latest.get((item.module, item.language))
        if review is None or review.signed is None or review.withdrawn is not None:
            raise UsageError(f"{item.name} is not signed, so there is nothing to take back.")
    asking = Prompts(options, ("by", "reason"))
    by = asking.said("by", "Your name", partial(on_one_line, "by"))
    reason = asking.said("reason", "Why", partial(on_one_line, "reason"))
    put(f"{by} takes back the sign-off of {_many(items)}: {reason}\n")
    if not is_sure(options, "withdraw", "Nothing was withdrawn."):
        return 1
    add(
        survey.folder,
        [Withdrawal(item.module, item.language, survey.today, by, reason) for item in items],
        {},
        seen,
    )
    put("".join(f"Withdrawn: {item.name}\n" for item in items))
    return 0


# within


def _language(options: argparse.Namespace, survey: Survey) -> str:
    """The language asked for, where the library has it, or its first one."""
    languages = survey.open_library.library().languages
    wanted = settings(options).language
    if wanted not in languages and options.lang:
        known = ", ".join(languages)
        raise UsageError(f"the library is not written in {wanted}. It is in {known}.")
    return wanted if wanted in languages else languages[0]


def _known(name: str, names: Collection[str], language: str = "") -> None:
    """Raises UsageError where there is no such module."""
    if name in names:
        return
    from edu_tui.library.finding import nearest

    near = nearest(name, names)
    within = f" in {language}" if language else ""
    hint = f"; did you mean {near}?" if near else "; edu-tui review shows all of them"
    raise UsageError(f"there is no module {name}{within}{hint}")


def _many(items: list[Surveyed]) -> str:
    names = ", ".join(item.name for item in items)
    return names if len(items) <= 3 else f"{len(items)} modules"

"""The parts of `edu-tui staff` that are about certificates: made from the records, and held against them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from edu_tui.commands.library import settings
from edu_tui.commands.output import put
from edu_tui.staff.commands.staff_people import known, opened, roster_of
from edu_tui.system.errors import EduError, UsageError

if TYPE_CHECKING:
    import argparse

    from edu_tui.staff.certificate.facts import Certificate

VERIFIED = """\
Verified means that the paper and the records on this computer agree: neither was
changed alone. It is no proof against someone who rewrites both.
"""
LARGEST = 1_000_000
"""Bytes of a file that could be a certificate."""


def arguments(parts: argparse._SubParsersAction[Any]) -> None:
    """One parser a part."""
    printing = parts.add_parser("certificate", help="print a learner's certificate for a module")
    printing.add_argument("learner", metavar="ID")
    printing.add_argument("module", metavar="MODULE")
    printing.add_argument("--format", choices=["text", "html", "pdf"], default="text")
    printing.add_argument("-o", "--output", metavar="FILE", help="write to FILE (required for PDF)")
    printing.add_argument("--force", action="store_true", help="overwrite FILE if it exists")
    printing.set_defaults(part=_certificate)
    verify = parts.add_parser(
        "verify",
        help="check a certificate against the records; exit code 0 if they agree",
        epilog=VERIFIED,
    )
    verify.add_argument(
        "code",
        metavar="CODE",
        nargs="+",
        help="the certificate's full code, or its text or HTML file",
    )
    verify.add_argument("--learner", metavar="ID", dest="whose", help="require this learner")
    verify.set_defaults(part=_verify)


def _certificate(options: argparse.Namespace) -> int:
    from edu_tui.staff.certificate.facts import certificates, latest
    from edu_tui.staff.certificate.paper import made

    if options.format == "pdf" and not options.output:
        raise UsageError("a PDF has to be written to a file: -o FILE")
    wanted = settings(options)
    names = roster_of(wanted)
    with opened(wanted) as file:
        learner = known(file, options.learner)
        every = certificates(file, learner)
    certificate = latest(
        certificate for certificate in every if certificate.record.module == options.module
    )
    if certificate is None:
        raise UsageError(_not_passed(learner, options.module, every))
    if not certificate.holds:
        raise EduError(_why_none(certificate))
    data = made(certificate, options.format, names.get(learner, ""))
    if options.output:
        from edu_tui.handout.keeping import keep

        keep(Path(options.output), data, private=True, replace=options.force)
        put(f"Written: {options.output}\n")
    else:
        put(data.decode())
    return 0


def _not_passed(learner: str, module: str, every: list[Certificate]) -> str:
    from edu_tui.library.finding import nearest

    passed = list(dict.fromkeys(certificate.record.module for certificate in every))
    near = nearest(module, passed)
    hint = f" Did you mean {near}?" if near else ""
    if not near and passed:
        hint = f" Passed: {', '.join(passed)}."
    return f"{learner} has not passed {module}, or not on this device.{hint}"


def _why_none(certificate: Certificate) -> str:
    """Why there is no certificate for a pass that is on record."""
    from edu_tui.layout.day import day_in_words, day_of
    from edu_tui.staff.certificate.code import groups_of, printed

    code = f"edu-tui staff verify {' '.join(printed(groups_of(certificate)))}"
    if certificate.is_late:
        return (
            "the only pass on record came after its attempt had been handed in in another window, so it "
            f"does not count. What it is: {code}"
        )
    if certificate.is_to_come:
        return (
            f"it was passed on {day_in_words(day_of(certificate.record.at))}, which lies in the future: it does "
            "not count yet. See that the clock of this computer is right."
        )
    return (
        "the records behind it were changed after they were made, so there is no certificate. What "
        f"was changed: {code}"
    )


def _verify(options: argparse.Namespace) -> int:
    from edu_tui.staff.certificate.verify import verify_code, verify_paper

    wanted = settings(options)
    paper, whose = _paper(options.code), options.whose or ""
    names = roster_of(wanted) if paper is not None else {}
    with opened(wanted) as file:
        if whose:
            whose = known(file, whose)
        if paper is None:
            verdict = verify_code(file, " ".join(options.code), whose)
        else:
            verdict = verify_paper(file, paper, whose, names)
    if verdict.certificate is None or not verdict.holds:
        put("Not verified. What does not agree:\n")
        put("".join(f"- {what}\n" for what in verdict.differs))
        return 1
    put(_told(verdict.certificate))
    put("".join(f"Not checked: {what}.\n" for what in verdict.unchecked))
    return 0


def _told(certificate: Certificate) -> str:
    from edu_tui.journey.days import day_of
    from edu_tui.journey.visit import now
    from edu_tui.layout.day import day_in_words

    record, until = certificate.record, certificate.until
    passed = day_in_words(day_of(record.at))
    message = f"Verified: {record.learner} passed {record.module} on {passed}.\n"
    if until:
        ran_out = until < day_of(now())
        message += f"It {'was good until' if ran_out else 'is good until'} {day_in_words(until)}.\n"
    if certificate.superseded:
        day = day_in_words(day_of(certificate.superseded))
        message += f"Passed again on {day}: a newer certificate stands for it.\n"
    return message


def _paper(typed: list[str]) -> str | None:
    """The text of a file; None where a code was typed."""
    if len(typed) > 1:
        return None
    path = Path(typed[0])
    try:
        if not path.is_file():
            if path.suffix in {".txt", ".html", ".pdf"}:
                raise UsageError(f"there is no file {path}.")
            return None
        data = path.read_bytes()[:LARGEST]
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}.") from error
    if data.startswith(b"%PDF"):
        raise UsageError("of a PDF the code is typed: edu-tui staff verify CODE")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{path} is no certificate: it is not text.") from None

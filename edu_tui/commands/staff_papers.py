"""The parts of `edu-tui staff` that are about certificates: made from the records, and held against them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from edu_tui.commands.library import arguments as library_arguments
from edu_tui.commands.library import settings, shelf
from edu_tui.commands.output import put
from edu_tui.commands.staff_people import known, roster_of, staff_file
from edu_tui.errors import EduError, UsageError

if TYPE_CHECKING:
    import argparse

    from edu_tui.certificate.facts import Certificate

LARGEST = 1_000_000
"""Bytes of a file that could be a certificate."""


def arguments(parts: argparse._SubParsersAction[Any]) -> None:
    """One parser a part."""
    made = parts.add_parser("certificate", help="what a learner has to show for a module")
    made.add_argument("learner", metavar="ID")
    made.add_argument("module", metavar="MODULE")
    made.add_argument("--format", choices=["text", "html", "pdf"], default="text")
    made.add_argument("-o", "--output", metavar="FILE", help="write it there; PDF has to be")
    made.add_argument("--force", action="store_true", help="write over FILE if it is there")
    made.set_defaults(part=_certificate)
    library_arguments(made, again=True)
    verify = parts.add_parser("verify", help="does a certificate agree with the records? 0 if so")
    verify.add_argument("code", metavar="CODE", nargs="+", help="its code, or a file: text or HTML")
    verify.add_argument("--learner", metavar="ID", dest="whose", help="whose it has to be")
    verify.set_defaults(part=_verify)
    library_arguments(verify, again=True)


def _certificate(options: argparse.Namespace) -> int:
    from edu_tui.certificate.facts import certificates

    wanted = settings(options)
    file = staff_file(wanted)
    learner = known(file, options.learner)
    found = certificates(file, learner, options.module)
    file.close()
    if not found:
        raise EduError(f"{learner} has not passed {options.module}, or not on this device.")
    data = _made(options, found[-1], roster_of(wanted).get(learner, ""))
    if options.output:
        from edu_tui.handout.keeping import keep

        keep(Path(options.output), data, private=True, replace=options.force)
        put(f"Written: {options.output}\n")
    elif options.format == "pdf":
        raise UsageError("a PDF has to be written to a file: -o FILE")
    else:
        put(data.decode())
    return 0


def _made(options: argparse.Namespace, certificate: Certificate, name: str) -> bytes:
    from edu_tui.certificate import paper

    title, language = _title(options, certificate), certificate.record.language
    if options.format == "pdf":
        return paper.as_pdf(certificate, title, name, language=language)
    if options.format == "html":
        return paper.as_html(certificate, title, name, language=language).encode()
    return paper.as_text(certificate, title, name).encode()


def _title(options: argparse.Namespace, certificate: Certificate) -> str:
    """What the library calls it; the id where it has no such module any more."""
    shelved = shelf(options, cached=False)
    try:
        entry = shelved.open(certificate.record.language).entries.get(certificate.record.module)
    finally:
        shelved.close()
    return entry.title if entry else certificate.record.module


def _verify(options: argparse.Namespace) -> int:
    from edu_tui.certificate.verify import verify_code, verify_paper
    from edu_tui.journey.days import day_of

    file = staff_file(settings(options))
    whose = options.whose or ""
    paper = _paper(options.code)
    if paper is None:
        found = verify_code(file, " ".join(options.code), whose)
    else:
        found = verify_paper(file, paper, whose)
    file.close()
    certificate = found.certificate
    if certificate is not None and found.holds:
        record = certificate.record
        put(f"Verified: {record.learner} passed {record.module} on {day_of(record.at)}.\n")
        if certificate.until:
            put(f"Good until {certificate.until}.\n")
        if certificate.superseded:
            put(f"Passed again on {day_of(certificate.superseded)}: a newer one stands for it.\n")
        return 0
    put("Not verified. What does not agree:\n")
    put("".join(f"- {what}\n" for what in found.differs))
    return 1


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

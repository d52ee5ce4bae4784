"""A certificate on paper: as text of at most 79 columns, as one page of HTML, as a tagged PDF."""

from __future__ import annotations

from html import escape
from time import gmtime, strftime
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.layout.day import day_in_words
from edu_tui.layout.line import Span, cells, plain
from edu_tui.layout.review import review_words
from edu_tui.layout.wrap import wrap, wrap_text
from edu_tui.model.review import UNREVIEWED, State
from edu_tui.staff.certificate.code import groups_of, printed
from edu_tui.system.shown import shown
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from edu_tui.staff.certificate.facts import Certificate

WIDTH = 79
_STATES = {
    "reviewed": State("reviewed"),
    "changed": State("changed"),
    "overdue": State("overdue"),
    "withdrawn": State("withdrawn"),
}


class CertificateField(NamedTuple):
    """One thing that it says."""

    id: str
    label: str
    lines: tuple[str, ...]
    """One; two of a code."""


def labels() -> dict[str, str]:
    """What each field is called, in the order they are read."""
    return {
        "learner": say("Learner"),
        # The one that is not from the records: a roster's.
        "name": say("Name"),
        "module": say("Module"),
        "version": say("Version"),
        "hash": say("Hash of the text"),
        "passed": say("Passed on"),
        "until": say("Good until"),
        "must-know": say("Safety questions"),
        "first": say("Others, first try"),
        "final": say("Others, in the end"),
        "mastery": say("Needed of the others"),
        "scope": say("What was asked"),
        "state": say("The text then"),
        "superseded": say("Passed again on"),
        "code": say("Code"),
    }


def fields_of(certificate: Certificate, name: str = "") -> tuple[CertificateField, ...]:
    """Everything it says; `name` from a roster, where there is one."""
    record, until = certificate.record, certificate.until
    module = f"{record.module}, {record.language}"
    values = {
        "learner": record.learner,
        "name": name,
        "module": f"{certificate.title} ({module})" if certificate.title else module,
        "version": record.version,
        "hash": certificate.hash,
        "passed": _when(record.at),
        "until": day_in_words(until) if until else say("no limit"),
        "must-know": _of(certificate.must_know),
        "first": _of(certificate.first),
        "final": _of(certificate.final),
        "mastery": say("{n} in 100", n=certificate.mastery),
        "scope": _scope(certificate.scope),
        "state": _state(certificate.state),
        "superseded": _when(certificate.superseded) if certificate.superseded else "",
    }
    lines: dict[str, tuple[str, ...]] = {
        key: (shown(value),) for key, value in values.items() if value
    }
    lines["code"] = printed(groups_of(certificate))
    return tuple(
        CertificateField(key, label, lines[key]) for key, label in labels().items() if key in lines
    )


def head() -> str:
    """What it is."""
    return say("Certificate")


def note() -> str:
    """What the code is for."""
    return say(
        "The code can be worked out again from the clinic's records: edu-tui staff verify CODE. It shows "
        "that this paper and the records agree."
    )


def as_text(certificate: Certificate, name: str = "") -> str:
    """On plain paper."""
    fields = fields_of(certificate, name)
    wide = max(cells(field.label) for field in fields) + 3
    lines = [head(), "=" * cells(head()), ""]
    for field in fields:
        begin = f"{field.label}:".ljust(wide)
        for value in field.lines:
            lines += [plain(line) for line in wrap((Span(value),), WIDTH, begin, " " * wide)]
            begin = " " * wide
    lines += ["", *(plain(line) for line in wrap_text(note(), WIDTH))]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def as_html(certificate: Certificate, name: str = "", *, style: str = "") -> str:
    """One page that prints and needs nothing else."""
    from edu_tui.handout.html import page_of

    rows = "\n".join(
        f"<div>\n<dt>{escape(field.label)}</dt>\n<dd>{_tagged(field)}</dd>\n</div>"
        for field in fields_of(certificate, name)
    )
    body = f"<h1>{escape(head())}</h1>\n<dl>\n{rows}\n</dl>\n<p>{escape(note())}</p>"
    record = certificate.record
    return page_of(record.language, f"{head()}: {record.module}", body, style)


def as_pdf(certificate: Certificate, name: str = "") -> bytes:
    """The same page; raises as `handout.pdf` does."""
    from edu_tui.handout.html import style_of
    from edu_tui.handout.pdf import pdf_of

    return pdf_of(as_html(certificate, name, style=style_of("pdf.css"))).data


def _tagged(field: CertificateField) -> str:
    """What it says as HTML; a code in letters that can be told apart."""
    if len(field.lines) == 1:
        return escape(field.lines[0])
    return "<br>".join(f"<code>{escape(line)}</code>" for line in field.lines)


def made(certificate: Certificate, form: str, name: str = "") -> bytes:
    """The file of that form: `text`, `html` or `pdf`."""
    if form == "pdf":
        return as_pdf(certificate, name)
    if form == "html":
        return as_html(certificate, name).encode(errors="replace")
    return as_text(certificate, name).encode(errors="replace")


def _of(score: tuple[int, int]) -> str:
    right, of = score
    if right == of:
        return say("all {n} right", n=of) if of else say("none were asked")
    return say("{right} of {of} right", right=right, of=of)


def _scope(scope: str) -> str:
    return say("only what had changed") if scope == "changes" else say("the whole module")


def _state(kind: str) -> str:
    return review_words(_STATES.get(kind, UNREVIEWED)) or say("Reviewed by a clinician")


def _when(at: int) -> str:
    """A day and a time in UTC: the same on every machine."""
    moment = gmtime(at / 1000)
    return f"{day_in_words(strftime('%Y-%m-%d', moment))}, {strftime('%H:%M', moment)} UTC"

"""A certificate on paper: as text of at most 79 columns, as one page of HTML, as a tagged PDF."""

from __future__ import annotations

from html import escape
from time import gmtime, strftime
from typing import TYPE_CHECKING

from edu_tui.certificate.code import groups_of, printed
from edu_tui.model.review import UNREVIEWED, State
from edu_tui.page.day import day_in_words
from edu_tui.page.review import review_words
from edu_tui.wording import say

if TYPE_CHECKING:
    from edu_tui.certificate.facts import Certificate

Fields = list[tuple[str, str]]
NAME = "Name"
"""The one field that is not from the records: a roster's."""
WIDTH = 79
_STATES = {
    "reviewed": State("reviewed"),
    "changed": State("changed"),
    "overdue": State("overdue"),
    "withdrawn": State("withdrawn"),
}


def fields_of(certificate: Certificate, title: str, name: str = "") -> Fields:
    """Everything it says, label by label, in the order it is read."""
    record = certificate.record
    made = [(say("Learner"), record.learner)]
    made += [(say(NAME), name)] if name else []
    made += [
        (
            say("Module"),
            f"{title} ({record.module}, {record.language})" if title else record.module,
        ),
        (say("Version"), record.version),
        (say("Hash of the text"), certificate.hash),
        (say("Passed on"), _when(record.at)),
        (
            say("Good until"),
            day_in_words(certificate.until) if certificate.until else say("no limit"),
        ),
        (say("Safety questions"), _of(certificate.must_know)),
        (say("Others, at the first try"), _of(certificate.first)),
        (say("Others, in the end"), _of(certificate.final)),
        (say("Needed of the others"), say("{n} in 100", n=certificate.mastery)),
        (say("What was asked"), _scope(certificate.scope)),
        (say("The text then"), _state(certificate.state)),
    ]
    if certificate.superseded:
        made.append((say("Passed again on"), _when(certificate.superseded)))
    first, second = printed(groups_of(certificate))
    return [*made, (say("Code"), f"{first} {second}")]


def as_text(certificate: Certificate, title: str, name: str = "") -> str:
    """On plain paper."""
    fields = fields_of(certificate, title, name)
    wide = max(len(label) for label, _ in fields) + 2
    lines = [say("CERTIFICATE"), ""]
    for label, value in fields:
        lines += _lines(f"{label}:".ljust(wide), value)
    return "\n".join([*lines, "", *_wrapped(_note()), ""])


def as_html(
    certificate: Certificate, title: str, name: str = "", *, language: str = "en", style: str = ""
) -> str:
    """One page that prints and needs nothing else."""
    from edu_tui.handout.html import page_of

    rows = "\n".join(
        f"<dt>{escape(label)}</dt>\n<dd>{escape(value)}</dd>"
        for label, value in fields_of(certificate, title, name)
    )
    head = escape(say("Certificate"))
    body = f"<h1>{head}</h1>\n<dl>\n{rows}\n</dl>\n<p>{escape(_note())}</p>"
    return page_of(language, f"{say('Certificate')} - {title}", body, style)


def as_pdf(certificate: Certificate, title: str, name: str = "", *, language: str = "en") -> bytes:
    """The same page; raises as `handout.pdf` does."""
    from edu_tui.handout.html import style_of
    from edu_tui.handout.pdf import pdf_of

    style = style_of("pdf.css")
    return pdf_of(as_html(certificate, title, name, language=language, style=style))


def _note() -> str:
    return say(
        "The code can be worked out again from the clinic's records: edu-tui staff verify CODE. It shows "
        "that this paper and the records agree."
    )


def _of(score: tuple[int, int]) -> str:
    return say("{right} of {of} right", right=score[0], of=score[1])


def _scope(scope: str) -> str:
    return say("only what had changed") if scope == "changes" else say("the whole module")


def _state(kind: str) -> str:
    return review_words(_STATES.get(kind, UNREVIEWED)) or say("Reviewed by a clinician")


def _when(at: int) -> str:
    """A day and a time in UTC: the same on every machine."""
    moment = gmtime(at / 1000)
    return f"{day_in_words(strftime('%Y-%m-%d', moment))}, {strftime('%H:%M', moment)} UTC"


def _lines(label: str, value: str) -> list[str]:
    room = WIDTH - len(label)
    chunks: list[str] = [""]
    for word in value.split(" "):
        while len(word) > room:
            chunks[-1:] = [*([chunks[-1]] if chunks[-1] else []), word[:room], ""]
            word = word[room:]  # noqa: PLW2901 - what is left of it
        joined = f"{chunks[-1]} {word}".strip()
        if len(joined) <= room:
            chunks[-1] = joined
        else:
            chunks.append(word)
    return [
        f"{label if at == 0 else ' ' * len(label)}{chunk}"
        for at, chunk in enumerate(chunks)
        if chunk
    ]


def _wrapped(text: str) -> list[str]:
    return _lines("", text)

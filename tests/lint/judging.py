"""A module's text in, what the rules say out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from edu_tui.library.decode.module import decode_module
from edu_tui.library.decode.reference import decode_glossary, terms_by_form
from edu_tui.library.judging import Case
from edu_tui.library.lint.judge import Rules
from edu_tui.library.lint.subject import Subject

if TYPE_CHECKING:
    from edu_tui.library.judging import ContentVerdict
    from edu_tui.model.library import Audience

GLOSSARY = """\
terms:
  - {term: dissociation, say: dis-SO-see-AY-shun, plain: Feeling far away.}
  - {term: FDA, say: eff dee AY, plain: The agency that checks medicines.}
  - {term: sedative, say: SED-uh-tiv, plain: A medicine that makes you sleepy.}
"""


class Told(NamedTuple):
    """A finding as the tables of the tests have it."""

    code: str
    line: int
    words: str
    """What stands in the file where it points, up to the end of the word."""


def case(text: str, *, glossary: str = GLOSSARY, language: str = "en", staff: bool = False) -> Case:
    """A module as `check` hands it to the judge."""
    decoded = decode_module(f"{language}/a-module.yaml", text)
    assert decoded.model is not None, decoded.findings
    terms = decode_glossary(f"{language}/glossary.yaml", glossary).model or ()
    audience: Audience = "staff" if staff else "patient"
    return Case(decoded.model, decoded.document, audience, None, terms_by_form(terms), {})


def subject(text: str) -> Subject:
    """A module as a rule sees it."""
    return Subject(case(text))


def module(text: str, *, more: str = "", top: str = "") -> str:
    """A module whose one section has this text, from line 8 on."""
    body = "\n".join(f"      {line}".rstrip() for line in text.split("\n"))
    return (
        f"id: a-module\ntitle: A title\nsummary: What to do.\nminutes: 2\nsections:\n"
        f"  - id: first\n    title: The first part\n    text: |\n{body}\n{more}{top}"
    )


def verdict(text: str, *rules: str, **given: Any) -> ContentVerdict:
    """What those rules say of a module's file; all rules where none is named."""
    return Rules(rules)(case(text, **given))


def told(text: str, *rules: str, **given: Any) -> list[Told]:
    """The findings, with the words they point at."""
    reports = []
    for finding in verdict(text, *rules, **given).findings:
        rest = finding.source_line[finding.column - 1 :].split()
        reports.append(Told(finding.code, finding.line, rest[0] if rest else ""))
    return reports

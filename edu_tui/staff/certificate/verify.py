"""A code, or a certificate as a file, beside the records: do they agree, and if not, in which part?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.layout.day import day_in_words, day_of
from edu_tui.staff.certificate.code import differing, groups_of, typed
from edu_tui.staff.certificate.facts import certificates
from edu_tui.staff.certificate.paper import fields_of, labels
from edu_tui.staff.certificate.read import read
from edu_tui.staff.records.record import is_whole
from edu_tui.system.errors import EduError
from edu_tui.system.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from edu_tui.staff.certificate.facts import Certificate
    from edu_tui.staff.certificate.read import ReadCertificate
    from edu_tui.staff.records.record import Record
    from edu_tui.staff.records.store import StaffFile

PARTS = {
    "learner": "the learner",
    "text": "the module or its text (module, language, version, hash)",
    "days": "the day it was passed, or until when it is good",
    "scores": "the scores",
    "answers": "the answers behind it",
    "whole": "the record as a whole",
}
CLOSE = 2
"""Groups that have to agree before a record is taken for the one that is meant."""
UNKNOWN = "the code: no attempt on record has it, or one like it"


class Verified(NamedTuple):
    """What came of it."""

    certificate: Certificate | None
    """The one on record that is meant; None where there is none."""
    differs: tuple[str, ...]
    """What does not agree, in words; empty when it is verified."""
    unchecked: tuple[str, ...] = ()
    """What stands on paper and not in the records, in words."""

    @property
    def holds(self) -> bool:
        """Whether paper and records agree."""
        return self.certificate is not None and not self.differs


def verify_code(file: StaffFile, code: str, learner: str = "") -> Verified:
    """A code as it was typed; raises EduError where it cannot be one."""
    groups = typed(code)
    if not groups:
        raise EduError(
            "that is no code of a certificate: it has 8 groups of 5 letters and digits, in two lines."
        )
    known = certificates(file)
    same = next((certificate for certificate in known if groups_of(certificate) == groups), None)
    if same is not None:
        return _judged(file, same, learner)
    mine = [
        certificate for certificate in known if not learner or certificate.record.learner == learner
    ]
    nearest = min(mine, key=lambda certificate: _apart(certificate, groups), default=None)
    if nearest is None or len(groups) - _apart(nearest, groups) < CLOSE:
        return Verified(None, (UNKNOWN, *_changed(_broken(file, learner))))
    parts = differing(groups_of(nearest), groups)
    # The whole differs with any part; it says something of its own only when no part does.
    named = [part for part in parts if part != "whole"] or ["whole"]
    return _judged(file, nearest, learner, tuple(PARTS[part] for part in named))


def verify_paper(
    file: StaffFile, text: str, learner: str = "", names: Mapping[str, str] | None = None
) -> Verified:
    """A certificate as we wrote it, as text or as a page, and a roster's names where there is one.

    Raises EduError where it is none.
    """
    paper = read(text)
    if "code" not in paper.fields:
        raise EduError("this is no certificate of edu-tui: it has no code.")
    verdict = _of_code(file, paper, learner)
    if verdict.certificate is None:
        return verdict
    fields = {field.id: " ".join(field.lines) for field in fields_of(verdict.certificate)}
    name = (names or {}).get(verdict.certificate.record.learner, "")
    unchecked = []
    if name:
        fields["name"] = shown(name)
    elif "name" in paper.fields:
        fields["name"] = paper.fields["name"]
        unchecked.append(
            f"the name, {shown(fields['name'])}: names are in no record, and no roster here has it"
        )
    return verdict._replace(
        differs=(*verdict.differs, *_beside(paper, fields)), unchecked=tuple(unchecked)
    )


def _of_code(file: StaffFile, paper: ReadCertificate, learner: str) -> Verified:
    """By its code; where no record has that, by what else it says."""
    try:
        verdict = verify_code(file, paper.fields["code"], learner)
    except EduError:
        verdict = Verified(None, (UNKNOWN,))
    if verdict.certificate is not None:
        return verdict
    wanted = ("learner", "module", "passed")
    for certificate in certificates(file):
        fields = {field.id: " ".join(field.lines) for field in fields_of(certificate)}
        if all(_same(fields.get(key, ""), paper.fields.get(key, "")) for key in wanted):
            return _judged(file, certificate, learner)
    return verdict


def _beside(paper: ReadCertificate, fields: Mapping[str, str]) -> list[str]:
    """Each field that is not on paper as it is on record, and what stands there besides."""
    wrong = []
    for key, label in labels().items():
        on_paper, on_record = paper.fields.get(key, ""), fields.get(key, "")
        same = _same_code if key == "code" else _same
        # A paper that is older than the next pass says nothing of it, or has no name on it.
        if same(on_paper, on_record) or (key in {"superseded", "name"} and not on_paper):
            continue
        wrong.append(
            f"`{label}`: on paper {shown(on_paper) or 'nothing'}; "
            f"on record {on_record or 'nothing'}"
        )
    wrong += [f"`{labels()[key]}` stands on paper more than once" for key in paper.twice]
    if paper.besides:
        wrong.append(f"words that no certificate has: {_short(shown(paper.besides))}")
    return wrong


def _judged(
    file: StaffFile, certificate: Certificate, learner: str, differs: tuple[str, ...] = ()
) -> Verified:
    texts = list(differs)
    if learner and certificate.record.learner != learner:
        texts.append(f"the learner: it is of {certificate.record.learner}, not of {learner}")
    texts += _changed(certificate.changed)
    if certificate.is_late:
        texts.append("the attempt: it had been handed in before, and what it came to then counts")
    if certificate.is_to_come:
        day = day_in_words(day_of(certificate.record.at))
        texts.append(f"the day: {day} lies in the future, so it does not count yet")
    if not certificate.adds_up:
        texts.append("the scores: they are not what the answers on record come to, or not a pass")
    if texts:
        # What was taken away from the attempt stands elsewhere now.
        texts += _changed(_broken(file, certificate.record.learner))
    return Verified(certificate, tuple(dict.fromkeys(texts)))


def _broken(file: StaffFile, learner: str) -> list[Record]:
    """Every record of a learner, or of all, that no longer fits its digest."""
    where, given = ("learner = ?", (learner,)) if learner else ("true", ())
    return [row for _, row in file.records(where, given) if not is_whole(row)]


def _changed(records: Iterable[Record]) -> list[str]:
    return [f"a record was changed after it was made: {_about(record)}" for record in records]


def _about(record: Record) -> str:
    what = {"passed": "the result", "failed": "a result", "answered": "the answer"}
    about = what.get(record.kind, f"`{shown(record.kind)}`")
    if record.unit:
        about += f" to {shown(record.unit.removeprefix('?'))}"
    module = f" in {shown(record.module)}" if record.module else ""
    return f"{about}{module} of {shown(record.learner)} ({shown(record.id)})"


def _apart(certificate: Certificate, groups: tuple[str, ...]) -> int:
    """How many groups differ."""
    return sum(mine != other for mine, other in zip(groups_of(certificate), groups, strict=True))


def _same(text: str, other: str) -> bool:
    """Where a line was broken says nothing."""
    return "".join(text.split()) == "".join(other.split())


def _same_code(text: str, other: str) -> bool:
    return typed(text) == typed(other) != ()


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."

"""A code, or a certificate as a file, beside the records: do they agree, and if not, in which part?"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

from edu_tui.certificate.code import differing, groups_of, typed
from edu_tui.certificate.facts import certificates
from edu_tui.certificate.paper import NAME, fields_of
from edu_tui.errors import EduError

if TYPE_CHECKING:
    from edu_tui.certificate.facts import Certificate
    from edu_tui.staff.store import StaffFile

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


class Verified(NamedTuple):
    """What came of it."""

    certificate: Certificate | None
    """The one on record that is meant; None where there is none."""
    differs: tuple[str, ...]
    """What does not agree, in words; empty when it is verified."""

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
    same = [one for one in known if groups_of(one) == groups]
    if same:
        return _judged(same[0], learner)
    mine = [one for one in known if not learner or one.record.learner == learner]
    nearest = min(mine, key=lambda one: len(differing(groups_of(one), groups)), default=None)
    if nearest is None or _agreeing(groups_of(nearest), groups) < CLOSE:
        return Verified(None, ("no attempt on record has this code, or one like it",))
    parts = differing(groups_of(nearest), groups)
    # The whole differs with any part; it says something of its own only when no part does.
    named = [part for part in parts if part != "whole"] or ["whole"]
    return _judged(nearest, learner, tuple(PARTS[part] for part in named))


def verify_paper(file: StaffFile, paper: str, learner: str = "") -> Verified:
    """A certificate as we wrote it, as text or as a page; raises EduError where it is none."""
    said = _fields_in(paper)
    if "Code" not in said:
        raise EduError("this is no certificate of edu-tui: it has no code.")
    found = verify_code(file, said["Code"], learner)
    if found.certificate is None:
        return found
    title = said.get("Module", "").rpartition(" (")[0]
    told = dict(fields_of(found.certificate, title))
    # Whether it was passed again since is no fault of a paper that is older.
    told.pop("Passed again on", None)
    wrong = [
        f"`{label}` on paper: {said.get(label, 'nothing')}; on record: {value}"
        for label, value in told.items()
        if label != "Code" and said.get(label) != value
    ]
    more = [f"`{name}` stands on paper alone" for name in said if name not in {*told, *_ALLOWED}]
    return found._replace(differs=(*found.differs, *wrong, *more))


_ALLOWED = frozenset({NAME, "Passed again on"})


def _judged(one: Certificate, learner: str, differs: tuple[str, ...] = ()) -> Verified:
    said = list(differs)
    if learner and one.record.learner != learner:
        said.append(f"the learner: it is of {one.record.learner}, not of {learner}")
    for record in one.changed:
        about = f"the answer to {record.unit.removeprefix('?')}" if record.unit else "the result"
        said.append(f"a record was changed after it was made: {about} ({record.id})")
    return Verified(one, tuple(dict.fromkeys(said)))


def _agreeing(mine: tuple[str, ...], other: tuple[str, ...]) -> int:
    return sum(one == two for one, two in zip(mine, other, strict=True))


# what stands on paper


class _Definitions(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self._tag = self._label = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in {"dt", "dd"}:
            self._tag = tag
            self._label = "" if tag == "dt" else self._label

    def handle_endtag(self, tag: str) -> None:
        self._tag = "" if tag == self._tag else self._tag

    def handle_data(self, data: str) -> None:
        if self._tag == "dt":
            self._label += data
        elif self._tag == "dd":
            self.fields[self._label] = self.fields.get(self._label, "") + data


def _fields_in(paper: str) -> dict[str, str]:
    if "<dl>" in paper:
        parser = _Definitions()
        parser.feed(paper)
        return {label.strip(): " ".join(value.split()) for label, value in parser.fields.items()}
    found: dict[str, str] = {}
    label = ""
    for line in paper.splitlines():
        begun = re.match(r"(\S[^:]*):\s+(\S.*)", line)
        if begun:
            label = begun[1]
            found[label] = begun[2].strip()
        elif line.startswith(" ") and label:
            # A long word goes on without a space, as it was broken.
            between = "" if _was_broken(found[label]) else " "
            found[label] += between + line.strip()
        else:
            label = ""
    return found


def _was_broken(value: str) -> bool:
    return bool(re.fullmatch(r"[0-9a-f]{30,}", value))

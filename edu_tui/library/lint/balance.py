"""B: balance.

What is approved and what is not, two medicines with names alike, and who gains by a choice: a reader
who cannot tell them apart cannot choose. Medicines and makers are data, in `drugs`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.lint.drugs import MEDICINES, NOT_APPROVED
from edu_tui.library.lint.phrases import Phrases
from edu_tui.library.lint.rule import Problem, Rule
from edu_tui.library.lint.search import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.lint.drugs import Medicine
    from edu_tui.library.lint.subject import Subject

_NOT_APPROVED = Pattern("|".join(NOT_APPROVED))
_BEFORE = 40
_NOT = re.compile(r"\b(?:not|never|no|nor|un|without|isn['’]t|hasn['’]t)\b[^.\n]*$", re.I)
_TREATS = r"(?:for|to treat|treats|treating|helps?|eases?|against|can treat|to help)"
_FORM = r"(?:treatments?|therap(?:y|ies)|infusions?|drips?|nasal sprays?|sprays?|lozenges?|tablets?|shots?|injections?|clinics?)"
_DIRECTIVE = Phrases(
    dict.fromkeys(
        (
            "you should choose",
            "you should pick",
            "you should opt for",
            "we recommend that you choose",
            "is the best choice for you",
            "is the right choice for you",
            "is the best option for you",
            "is the right option for you",
            "is your best choice",
            "is your best option",
            "the best choice for you is",
            "the right choice for you is",
            "you need this treatment",
            "you would be wrong to refuse",
        ),
        "say what each choice may bring, and let the reader choose with the team",
    )
)
_SELLING = Phrases(
    dict.fromkeys(
        (
            "book now",
            "call now to book",
            "sign up today",
            "special offer",
            "limited offer",
            "free consultation",
            "financing available",
            "our prices",
            "affordable price",
            "lowest price",
            "best price",
        ),
        "leave it out; say where to ask about cost",
    )
)
_PRICE = Pattern(r"[$€£] ?\d[\d,.]*\d|[$€£] ?\d|\b\d[\d,.]* (?:dollars|euros|pounds sterling)\b")
_NAMES = {
    name.lower(): f"{kind} of {medicine.name}"
    for medicine in MEDICINES
    for kind, names in (("a brand", medicine.brands), ("a maker", medicine.makers))
    for name in names
}
_BRANDS = Phrases(_NAMES)
_OFTEN = 1
"""A brand may be named once, to say which medicine is meant."""


class _Names:
    """Patterns for one medicine."""

    def __init__(self, medicine: Medicine) -> None:
        own = re.escape(medicine.name)
        uses = "|".join(re.escape(use.lower()).replace(r"\*", r"\w*") for use in medicine.off_label)
        self.medicine = medicine
        self.used = Pattern(rf"\b{own}\b[^.?!\n]*?\b{_TREATS}\b[^.?!\n]*?\b(?:{uses})\b")
        self.approved = Pattern(
            rf"\bapproved {own} (?:{_FORM}|for (?:{uses}))\b|\bfda[- ]approved {own}\b"
            rf"|\b{own}(?: {_FORM})? (?:is|was|has been|are|have been) (?:now )?(?:fda[- ])?approved {_TREATS} (?:\w+ )?(?:{uses})\b"
            rf"|\bapproved {own} {_TREATS} (?:\w+ )?(?:{uses})\b"
        )
        own_es = re.escape(f"{medicine.name.removesuffix('e')}a")
        self.approved_es = Pattern(
            rf"\b{own_es} aprobada por la fda\b|\bla fda (?:ha aprobado|aprobó|aprueba) la {own_es}\b"
            rf"|\b{own_es} (?:está|fue|es|ha sido) aprobada(?: por la fda)? para (?:la|el|tratar)\b"
        )
        others = [one for one in MEDICINES if one.name in medicine.not_the_same]
        names = "|".join(
            re.escape(name.lower()) for one in others for name in (one.name, *one.brands)
        )
        known = r"(?:also )?(?:known as|called|sold as|or brand name)"
        pairs = (rf"\b{own}(?: {_FORM})?", rf"(?:{names})(?: {_FORM})?")
        self.blended = Pattern(
            "|".join(
                rf"{one} ?(?:\((?:{known} |as |i\.e\.,? |e\.g\.,? )?{other}\)|/ ?{other}\b|,? {known} {other}\b)"
                for one, other in (pairs, pairs[::-1])
            )
        )


_OFF_LABEL = tuple(_Names(medicine) for medicine in MEDICINES if medicine.off_label)
_MISTAKEN = tuple(_Names(medicine) for medicine in MEDICINES if medicine.not_the_same)


def _status(subject: Subject) -> Iterator[Problem]:
    for names in _OFF_LABEL:
        own = names.medicine.name
        if own not in subject.vocabulary or any(_NOT_APPROVED.hits(subject)):
            continue
        for hit in names.used.hits(subject):
            if hit.meant:
                message = f"{own} for this use, and nowhere that the use is off-label: say so once"
                yield Problem(f"{message} in this module", hit.unit, hit.offset)
                break


def _falsely_approved(subject: Subject) -> Iterator[Problem]:
    for names in _OFF_LABEL:
        spanish = subject.language.partition("-")[0] == "es"
        for hit in (names.approved_es if spanish else names.approved).hits(subject):
            before = hit.unit.plain[max(0, hit.offset - _BEFORE) : hit.offset]
            if hit.meant and not _NOT.search(before):
                message = f'"{hit.words}": {names.medicine.name} is not approved for this use; say'
                yield Problem(f"{message} that it is off-label", hit.unit, hit.offset)


def _blended(subject: Subject) -> Iterator[Problem]:
    for names in _MISTAKEN:
        for hit in names.blended.hits(subject):
            if hit.meant:
                other = " and ".join((names.medicine.name, *names.medicine.not_the_same))
                message = f'"{hit.words}": {other} are two medicines; name the one that is meant'
                yield Problem(message, hit.unit, hit.offset)


def _directive(subject: Subject) -> Iterator[Problem]:
    for phrase in _DIRECTIVE.find(subject.script, subject.vocabulary):
        reported = phrase.unit.part.kind in {"wrong", "situation"} and phrase.unit.key == "text"
        if not reported:
            message = f'"{phrase.words}" chooses for the reader: {_DIRECTIVE.advice[phrase.phrase]}'
            yield Problem(message, phrase.unit, phrase.offset)


def _selling(subject: Subject) -> Iterator[Problem]:
    for hit in _PRICE.hits(subject):
        message = f'"{hit.words}" is a price, which changes and sells: say where to ask'
        yield Problem(message, hit.unit, hit.offset)
    for phrase in _SELLING.find(subject.script, subject.vocabulary):
        message = f'"{phrase.words}" sells: {_SELLING.advice[phrase.phrase]}'
        yield Problem(message, phrase.unit, phrase.offset)


def _brands(subject: Subject) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for phrase in _BRANDS.find(subject.script, subject.vocabulary):
        seen[phrase.phrase] = seen.get(phrase.phrase, 0) + 1
        if seen[phrase.phrase] == _OFTEN + 1:
            message = f'"{phrase.words}" again, {_NAMES[phrase.phrase]}: name the medicine, and the'
            yield Problem(f"{message} brand once at most", phrase.unit, phrase.offset)


RULES: tuple[Rule, ...] = (
    Rule(
        "B404",
        "error",
        "An off-label use is said to be one",
        "Who is offered a use that the regulator has not reviewed has to know it to consent.",
        "Ketamine is given for depression.",
        "Ketamine is given for depression. This use is off-label.",
        _status,
        "Medicines and uses of the table in `drugs.py`; once in a module is enough.",
        ("en",),
    ),
    Rule(
        "B408",
        "warning",
        "The reader chooses",
        "A text gives what each choice may bring; which matters most, only the reader knows.",
        "The drip is the best choice for you.",
        "The drip may work sooner. The spray is approved.",
        _directive,
        languages=("en",),
    ),
    Rule(
        "B409",
        "warning",
        "No prices and no offers",
        "Education that sells is advertising.",
        "Book now: a session is $400.",
        "Ask what a session costs, and what your insurance pays.",
        _selling,
    ),
    Rule(
        "B410",
        "error",
        "No approval where there is none",
        "Approved is the word that patients trust most.",
        "We offer FDA-approved ketamine treatment.",
        "The FDA has not approved ketamine for depression.",
        _falsely_approved,
        "Medicines and uses of the table in `drugs.py`; quotations and wrong answers are left alone.",
        ("en", "es"),
    ),
    Rule(
        "B411",
        "error",
        "Two medicines with names alike are told apart",
        "What is approved, known and safe for one does not hold for the other.",
        "Ketamine (esketamine) is a nasal spray.",
        "Esketamine is a nasal spray. Ketamine is another medicine.",
        _blended,
        "Medicines of the table in `drugs.py`; quotations and wrong answers are left alone.",
    ),
    Rule(
        "B412",
        "warning",
        "A brand is named once at most",
        "One name for one medicine is easier to follow, and belongs to no one.",
        "Spravato is a spray. Ask us about Spravato.",
        "Esketamine (Spravato) is a spray. Ask us about esketamine.",
        _brands,
        "Brands and makers of the table in `drugs.py`.",
    ),
)

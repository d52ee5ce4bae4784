"""W (continued): words that have to be taught, and who does what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.finding import quoted
from edu_tui.library.lint.passive import passives
from edu_tui.library.lint.phrases import Phrases, places
from edu_tui.library.lint.plain_words import offset_of
from edu_tui.library.lint.rule import Problem, Rule
from edu_tui.model.markup import references

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from edu_tui.library.lint.subject import Subject
    from edu_tui.library.lint.unit import Unit

HARD_WORD = 4
"""Syllables of a glossary word that has to be taught before it is used."""
PASSIVE_SHARE = 0.2
FEWEST_SENTENCES = 8
_CAPITALS = re.compile(r"(?<![\w-])(?:[A-Z]{2,6}|(?:[A-Z]\.){2,5})(?![\w]|-[a-z])")
_WORDS_IN_CAPITALS = (
    "US USA UK EU TV OK ID AM PM II III PIN DVD CD USB AIDS HIV DNA NOT NO AND OR ALL"
)
_KNOWN_CAPITALS = frozenset(_WORDS_IN_CAPITALS.split())
_NEGATIVE = re.compile(r"\b(?:not|never|cannot|\w+n['’]t)\b[^,;:]*\Z", re.I)
_SECOND_NEGATIVES = Phrases(
    {
        "unless": 'say when it is so, with "only if"',
        "without": "say what to do first",
        "not uncommon": "say how many of 100",
        "not unusual": "say how many of 100",
        "not unlikely": "say how many of 100",
        "not impossible": 'say "it can happen"',
        "not unable": 'say "able"',
        "not unaware": 'say "aware"',
    }
)


def _not_taught(subject: Subject) -> Iterator[Problem]:
    """Hard words of the glossary that are used before, or without, the link that explains them."""
    hard = [
        form for form in subject.vocabulary if form in subject.glossary and _is_hard(form, subject)
    ]
    if not hard:
        return
    uses = _first_uses(hard, subject)
    linked = _linked(subject, uses)
    for term, (start, form) in uses.items():
        taught = linked.get(term)
        if taught is None or _sentence_ends(subject.script.text[start:taught]):
            unit, offset = subject.script.at(start)
            how = f"link it here, as [[{form}]]"
            if not unit.takes_marks:
                how = f"link it in a text before, as [[{form}]], or use plain words (`{unit.key}` takes no marks)"
            yield Problem(f'"{form}" is used before it is explained: {how}', unit, offset)


def _is_hard(form: str, subject: Subject) -> bool:
    return subject.syllables[form] >= HARD_WORD


def _first_uses(forms: Iterable[str], subject: Subject) -> dict[str, tuple[int, str]]:
    """Of each term, where patients first read it in a sentence, and in which form."""
    first_uses: dict[str, tuple[int, str]] = {}
    for form in forms:
        for start in places(subject.script.lower, form):
            unit, _ = subject.script.at(start)
            # titles and summaries only announce
            if unit.prose and unit.part.kind not in {"module", "objective"}:
                term = subject.glossary[form].term
                first_uses[term] = min(first_uses.get(term, (start, form)), (start, form))
                break
    return first_uses


def _linked(subject: Subject, terms: Collection[str]) -> dict[str, int]:
    """Of each of these terms, where in the script it is first linked to the glossary."""
    passive_forms: dict[str, int] = {}
    start = 0
    for unit in subject.script.units:
        if "[[" in unit.raw:
            for place, name in references(unit.raw, "term"):
                term = subject.glossary.get(name.lower())
                if term is not None and term.term in terms and term.term not in passive_forms:
                    passive_forms[term.term] = start + offset_of(unit.raw, place, subject.clinic)
        start += len(unit.plain) + 1
    return passive_forms


def _sentence_ends(between: str) -> bool:
    return re.search(r"[.!?]\s|\n", between) is not None


def _initials(subject: Subject) -> Iterator[Problem]:
    """Capitals that stand for words, where they stand first and are not spelled out."""
    capitals = subject.lexicon.marked("W103", _capitals)
    for name in sorted(capitals.among(subject.tokens)):
        text = subject.script.text
        # a title may announce what the text then spells out
        uses = sorted(places(text, name), key=lambda at: not subject.script.at(at)[0].prose)
        first = uses[0] if uses else -1
        # a word that is there in small letters too is only emphasized
        if first < 0 or next(places(text, name.lower()), -1) >= 0:
            continue
        unit, offset = subject.script.at(first)
        if not _is_spelled_out(unit, offset, name) and not _is_linked(unit, name, subject):
            yield Problem(f'"{name}" is not spelled out: "the full words ({name})"', unit, offset)


def _capitals(token: str) -> tuple[str, ...]:
    return tuple(name for name in _CAPITALS.findall(token) if name not in _KNOWN_CAPITALS)


def _is_spelled_out(unit: Unit, offset: int, name: str) -> bool:
    before, after = unit.plain[:offset], unit.plain[offset + len(name) :]
    return before.endswith("(") or after.startswith(" (")


def _is_linked(unit: Unit, name: str, subject: Subject) -> bool:
    links = {link.lower() for _, link in references(unit.raw, "term")}
    term = subject.glossary.get(name.lower())
    return term is not None and any(subject.glossary.get(link) == term for link in links)


def _passive(subject: Subject) -> Iterator[Problem]:
    """Sections where more than a fifth is passive, and orders that do not say who does what."""
    for passage in subject.passages:
        total = len(passage.script.spans)
        if passage.part.kind != "section" or total < FEWEST_SENTENCES:
            continue
        passive_forms = passives(passage.script.tokens)
        if len(passive_forms) > PASSIVE_SHARE * total:
            some = ", ".join(f'"{part}"' for part in passive_forms[:3])
            message = (
                f"{len(passive_forms)} of {total} sentences are passive ({some}): say who does it"
            )
            yield Problem(message, passage.part)


def _two_negatives(subject: Subject) -> Iterator[Problem]:
    for phrase in _SECOND_NEGATIVES.find(subject.script, subject.vocabulary):
        before = re.split(r"[.!?]\s|\n", phrase.unit.plain[: phrase.offset])[-1]
        first = _NEGATIVE.search(before)
        if phrase.phrase.startswith("not ") or first:
            start = phrase.offset - len(before) + first.start() if first else phrase.offset
            words = phrase.unit.plain[start : phrase.offset + len(phrase.words)]
            advice = _SECOND_NEGATIVES.advice[phrase.phrase]
            yield Problem(f"two negatives, {quoted(words)}: {advice}", phrase.unit, start)


_EN = ("en",)
RULES: tuple[Rule, ...] = (
    Rule(
        "W102",
        "error",
        "Long medical words are explained where they are first used",
        "A word that is explained later is a word that was read without being understood.",
        "Dissociation may come and go. Staff call feeling far away [[dissociation]].",
        "You may feel far away from your body. Staff call this [[dissociation]].",
        _not_taught,
        f"Words of the glossary with {HARD_WORD} or more syllables, in sentences that patients read.",
        _EN,
    ),
    Rule(
        "W103",
        "error",
        "Initials are spelled out where they are first used",
        "Who does not know the letters can neither guess nor look them up.",
        "An ECG checks your heart.",
        "A test of your heartbeat (ECG) checks your heart.",
        _initials,
        "Linked to the glossary is spelled out too. US, TV, ID, DNA, HIV and the like are words.",
        _EN,
    ),
    Rule(
        "W104",
        "warning",
        "Say who does it",
        "A passive sentence hides who acts, so the reader cannot tell whether to do it.",
        "Your blood pressure will be monitored.",
        "A nurse checks your blood pressure.",
        _passive,
        f"Sections of {FEWEST_SENTENCES} sentences or more in which over a fifth is passive.",
        _EN,
    ),
    Rule(
        "W107",
        "warning",
        "One negative at most",
        "Two negatives have to be worked out like a sum.",
        "Do not stop your tablets without asking us.",
        "Ask us before you stop your tablets.",
        _two_negatives,
        "`Not ... unless`, `not ... without` and `not un...` in one clause.",
        _EN,
    ),
)

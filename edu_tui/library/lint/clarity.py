"""W (continued): words that have to be taught, and who does what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.finding import quoted
from edu_tui.library.lint.initials import initials
from edu_tui.library.lint.passive import passives
from edu_tui.library.lint.phrases import Phrases, places
from edu_tui.library.lint.plain_words import offset_of
from edu_tui.library.lint.rule import Problem, Rule
from edu_tui.library.lint.search import Pattern
from edu_tui.model.markup import references

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from edu_tui.library.lint.subject import Subject

HARD_WORD = 4
"""Syllables of a glossary word that has to be taught before it is used."""
PASSIVE_SHARE, SHORT_SHARE = 0.2, 0.5
"""Of many sentences, and of few."""
FEWEST_SENTENCES, ENOUGH_SENTENCES = 2, 8
_PASSIVE_ORDER = Pattern(
    r"\b(?:must|should|need to|needs to|has to|have to|is to|are to) (?:not )?(?:always |never )?be (?:taken|kept|given|avoided|swallowed|chewed|applied|stored|worn|cleaned|washed|changed|removed|checked|reported|followed|stopped|started|continued|brought|completed|signed|shaken|injected|placed|monitored|measured|notified|contacted|informed)\b"
)
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


def _passive(subject: Subject) -> Iterator[Problem]:
    """Sections where many sentences are passive, and orders that do not say who does what."""
    for hit in _PASSIVE_ORDER.hits(subject):
        message = f'"{hit.words}" does not say who: write "take it", or "a nurse checks it"'
        yield Problem(message, hit.unit, hit.offset)
    for passage in subject.passages:
        total = len(passage.script.spans)
        if passage.part.kind != "section" or total < FEWEST_SENTENCES:
            continue
        passive_forms = passives(passage.script.tokens)
        share = PASSIVE_SHARE if total >= ENOUGH_SENTENCES else SHORT_SHARE
        if len(passive_forms) > share * total:
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
        initials,
        "Linked to the glossary, or put after `or` or `called`, is spelled out too. US, TV, NHS, HIV, COVID and the like are words, and so are those of `style` in library.yaml. Numerals (`Stage IV`), quotations and how a word is said are left alone.",
        ("en", "es"),
    ),
    Rule(
        "W104",
        "warning",
        "Say who does it",
        "A passive sentence hides who acts, so the reader cannot tell whether to do it.",
        "Your blood pressure will be monitored.",
        "A nurse checks your blood pressure.",
        _passive,
        f"Orders (`must be taken`), sections of {ENOUGH_SENTENCES} sentences or more in which over a fifth is passive, and shorter ones in which over half is.",
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

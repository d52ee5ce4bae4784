"""R: how hard it is to read.

The measures are of sentences that patients read, detail and questions too, without titles and
labels; R014 is of what staff read in modules of their own. A measure of few words or sentences says
little, so it is told and gates nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.lint import readability
from edu_tui.library.lint.rule import Problem, Rule
from edu_tui.library.lint.sentences import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from edu_tui.library.lint.script import Script, Sentence
    from edu_tui.library.lint.subject import Subject

ENOUGH_WORDS = 100
ENOUGH_SENTENCES = 30
ENOUGH_IN_A_PART = 10
SLACK = 2
"""Grades above the house's aim from which a text is too hard."""
SMOG_HARD, SMOG_TARGET = 10.0, 8.0
POINTS = 6
"""Of INFLESZ to a grade, roughly."""
APART = 1.5
"""Grades by which a section is much harder than its module."""
STAFF = 9.0
"""They know their trade's words, and read between two patients."""


def _too_hard(subject: Subject) -> Iterator[Problem]:
    limit = subject.style.grade + SLACK
    if (grade := _certain_above(subject, limit)) is not None:
        message = f"reading grade {grade:.1f} (limit {limit})"
        yield Problem(f"{message}; the longest sentences: {longest(subject)}", None)


def _harder_than_aimed(subject: Subject) -> Iterator[Problem]:
    aim = subject.style.grade
    if _certain_above(subject, aim + SLACK) is None:
        grade = _certain_above(subject, aim)
        if grade is not None:
            message = f"reading grade {grade:.1f}; the target is {aim}"
            yield Problem(f"{message}; the longest sentences: {longest(subject)}", None)


def _certain_above(subject: Subject, limit: float) -> float | None:
    """The grade where it is above that, and would be in another sample of so many sentences too."""
    counts = subject.counts
    grade = readability.grade(counts)
    certain = grade - readability.spread(counts.sentences) > limit
    return grade if counts.words >= ENOUGH_WORDS and certain else None


def longest(subject: Subject, among: Iterable[tuple[Script, Sentence]] | None = None) -> str:
    """Where to begin: lines and lengths of the three longest sentences, of patients' where none are given."""
    chosen = subject.sentences if among is None else among
    rows = [(len(words(sentence.text)), script, sentence) for script, sentence in chosen]
    rows.sort(key=lambda row: -row[0])
    parts = []
    for length, script, sentence in rows[:3]:
        line, _ = subject.place(*script.at(sentence.start))
        parts.append(f"line {line} ({length} words)")
    return ", ".join(parts)


def _smog_too_hard(subject: Subject) -> Iterator[Problem]:
    smog, raw = _smog(subject)
    enough = subject.counts.sentences >= ENOUGH_SENTENCES
    if enough and smog > SMOG_HARD and _certain_above(subject, subject.style.grade) is None:
        message = f"SMOG {smog:.1f} ({raw:.1f} with the glossary's words; limit {SMOG_HARD:.0f})"
        yield Problem(f"{message}: {_long_words(subject)}", None)


def _smog(subject: Subject) -> tuple[float, float]:
    """With a glossary word counted once, and with each counted every time."""
    raw = readability.smog(subject.counts)
    if raw <= SMOG_TARGET:
        return raw, raw
    taught = sum(number for word, number in subject.long.items() if word in subject.terms)
    once = sum(word in subject.terms for word in subject.long)
    fewer = subject.counts._replace(long=subject.counts.long - taught + once)
    return readability.smog(fewer), raw


def _long_words(subject: Subject) -> str:
    rows = [(number, word) for word, number in subject.long.items() if word not in subject.terms]
    often = sorted(rows, key=lambda row: (-row[0], row[1]))[:5]
    return "long words are " + ", ".join(f"{word} ({number})" for number, word in often)


def _part_too_hard(subject: Subject) -> Iterator[Problem]:
    limit = subject.style.grade + SLACK
    least = max(limit, readability.grade(subject.counts) + APART)
    for passage in subject.passages:
        if passage.part.kind not in {"section", "walkthrough"}:
            continue
        grade = readability.grade(passage.counts)
        if passage.counts.sentences >= ENOUGH_IN_A_PART and grade > least:
            yield Problem(f"reading grade {grade:.1f}; split or shorten sentences", passage.part)


def _too_few_to_judge(subject: Subject) -> Iterator[Problem]:
    counts = subject.counts
    grade = readability.grade(counts)
    if counts.words < ENOUGH_WORDS and counts.sentences and grade > subject.style.grade + SLACK:
        give = readability.spread(counts.sentences)
        message = f"reading grade {grade:.1f}, give or take {give:.1f}: too few words to judge"
        yield Problem(message, None)


def _staff_too_hard(subject: Subject) -> Iterator[Problem]:
    module = subject.parts[0]
    if module.audience != "staff":
        return
    # apart, because the short options of many questions would hide a hard text
    for name, is_asked in (("the text", False), ("the questions", True)):
        prose = (unit for unit in subject.units if unit.prose)
        units = [unit for unit in prose if unit.part.within("question") == is_asked]
        passage = subject.passage(module, units)
        grade = readability.grade(passage.counts)
        if passage.counts.words >= ENOUGH_WORDS and grade > STAFF:
            among = ((passage.script, sentence) for sentence in passage.script.sentences)
            message = f"reading grade of {name} {grade:.1f} (limit for staff {STAFF})"
            yield Problem(f"{message}; the longest sentences: {longest(subject, among)}", None)


def _spanish_too_hard(subject: Subject) -> Iterator[Problem]:
    yield from _inflesz(subject, 0, 55, "mínimo 55")


def _spanish_harder_than_aimed(subject: Subject) -> Iterator[Problem]:
    yield from _inflesz(subject, 55, 65, "meta 65")


def _inflesz(subject: Subject, low: float, high: float, aim: str) -> Iterator[Problem]:
    value = readability.inflesz(subject.counts)
    certain = value + POINTS * readability.spread(subject.counts.sentences)
    if subject.counts.words >= ENOUGH_WORDS and (low or -1000) <= certain < high:
        name = readability.inflesz_name(value)
        message = f'INFLESZ {value:.1f} "{name}" ({aim})'
        yield Problem(f"{message}; the longest sentences: {longest(subject)}", None)


def _grades_apart(subject: Subject) -> Iterator[Problem]:
    smog, grade = _smog(subject)[0], readability.grade(subject.counts)
    enough = subject.counts.sentences >= ENOUGH_SENTENCES
    if enough and smog > SMOG_TARGET and smog - grade > 4:
        message = f"SMOG {smog:.1f} but reading grade {grade:.1f}: short sentences of long words"
        yield Problem(message, None)


RULES: tuple[Rule, ...] = (
    Rule(
        "R001",
        "error",
        "A reading grade of at most 8",
        "Most adults read with ease what is written for the sixth grade, and a worried reader reads less.",
        "Patients undergoing administration of the medication should anticipate temporary sensory alterations.",
        "You may see or hear things in a new way for an hour.",
        _too_hard,
        f"Flesch-Kincaid, of modules of {ENOUGH_WORDS} words or more, less what a sample of so many sentences may be off; two more than the `grade` of `style` in library.yaml. A grade is not a reader.",
        ("en",),
    ),
    Rule(
        "R002",
        "warning",
        "A reading grade of 6 or lower",
        "Grade 6 is what health bodies ask of patient texts.",
        "Before the procedure you will be asked to complete several questionnaires.",
        "Before we start, you fill in some forms.",
        _harder_than_aimed,
        "Measured as R001 is; `grade` of `style` in library.yaml sets another.",
        ("en",),
    ),
    Rule(
        "R003",
        "warning",
        f"A SMOG grade of at most {SMOG_HARD:.0f}",
        "SMOG counts words of three or more syllables, which slow a tired reader most.",
        "Supervision during administration is mandatory.",
        "Staff stay with you while you have it.",
        _smog_too_hard,
        f"From {ENOUGH_SENTENCES} sentences on; a glossary word counts once. Its error is 1.5 grades. Not told beside R001 and R002.",
        ("en",),
    ),
    Rule(
        "R005",
        "warning",
        "No section much harder than the rest",
        "A reader who gives up in one hard section does not come back for the easy ones.",
        "A section of grade 9 in a module of grade 5",
        "The same section in short sentences",
        _part_too_hard,
        f"Sections and walkthroughs of {ENOUGH_IN_A_PART} sentences or more, above the limit of R001 and {APART} grades above the module.",
        ("en",),
    ),
    Rule(
        "R010",
        "info",
        "Hard words in a very short module",
        "A grade of a few sentences can be off by two years, so it is told and gates nothing.",
        "Patients undergoing administration should anticipate alterations.",
        "You may feel strange for an hour.",
        _too_few_to_judge,
        languages=("en",),
    ),
    Rule(
        "R011",
        "error",
        "INFLESZ of 55 or more",
        "Below 55 a Spanish text is hard for most adults.",
        "La administración del medicamento requiere supervisión profesional continuada.",
        "Una enfermera está con usted todo el tiempo.",
        _spanish_too_hard,
        f"Of modules of {ENOUGH_WORDS} words or more; what a sample of so many sentences may be off is allowed for.",
        ("es",),
    ),
    Rule(
        "R012",
        "warning",
        "INFLESZ of 65 or more",
        "From 65 a Spanish text is quite easy, as patient texts should be.",
        "Posteriormente permanecerá en observación durante aproximadamente dos horas.",
        "Después se queda con nosotros unas dos horas.",
        _spanish_harder_than_aimed,
        "Measured as R011 is.",
        ("es",),
    ),
    Rule(
        "R013",
        "info",
        "The two grades agree",
        "Where SMOG is far above Flesch-Kincaid, short sentences of long words look easier than they are.",
        "Avoid alcohol, opioids, benzodiazepines, decongestants.",
        "Do not drink alcohol. Ask us about your other medicines.",
        _grades_apart,
        f"Where SMOG is above {SMOG_TARGET:.0f}.",
        ("en",),
    ),
    Rule(
        "R014",
        "warning",
        f"A reading grade of at most {STAFF:.0f} in modules for staff",
        "Staff read them between two patients, and for many English is not the first language.",
        "Discharge eligibility determination necessitates documented verification of transportation.",
        "Before a patient goes, write down who takes them home.",
        _staff_too_hard,
        f"Flesch-Kincaid, of {ENOUGH_WORDS} words or more; texts and questions are measured apart.",
        ("en",),
    ),
)

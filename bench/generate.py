"""Libraries of any number of modules, the same ones each time, in the format that authors write.

A module is about as long as a real one and has what real ones have: sections with detail, a picture
and call-outs, a walkthrough, questions, terms and sources.
"""

from __future__ import annotations

import sys
from hashlib import blake2b
from pathlib import Path

_WORDS = """
nurse chair drip arm ride home water light music blanket evening morning question answer breath
slow calm floaty dizzy nausea pressure pulse check wait rest talk ask tell plan friend phone
list medicine dose visit room door window hand voice time hour day sleep dream feel notice help
stop safe drive food drink alcohol tablet
"""
_SYLLABLES = "ba den fi gor hul jas ke lom min nor pu ras sel tam vo wen".split()  # noqa: SIM905
WORDS = [
    *_WORDS.split(),
    *[a + b + c for a in _SYLLABLES for b in _SYLLABLES for c in _SYLLABLES],
]
"""Some that people search for, then thousands more, as a language has: the later, the rarer."""
TERMS = 60
SOURCES = 30
SECTIONS = 6
STEPS = 8
QUESTIONS = 8
ROUGHLY = 15
"""Kilobytes of a module when nothing else is asked for."""


def title_of(number: int) -> str:
    """The title of a module of a generated library, from 1."""
    return f"Part {number:05d} of the course"


def library_title(count: int) -> str:
    """The title of a generated library."""
    return f"Library of {count}"


def state() -> str:
    """What tells one state of this generator from another: what it makes."""
    message = "".join([module(1), _library(1, []), _glossary(), _sources()])
    return blake2b(message.encode(), digest_size=4).hexdigest()


def generate(folder: Path, count: int, kilobytes: int = ROUGHLY) -> Path:
    """Write a library of so many modules; the folder itself is given back."""
    (folder / "en").mkdir(parents=True, exist_ok=True)
    names = [module_id(number) for number in range(1, count + 1)]
    (folder / "library.yaml").write_text(_library(count, names), "utf-8")
    (folder / "sources.yaml").write_text(_sources(), "utf-8")
    (folder / "reviews.yaml").write_text("reviews: []\n", "utf-8")
    (folder / "en" / "glossary.yaml").write_text(_glossary(), "utf-8")
    for number, name in enumerate(names, 1):
        (folder / "en" / f"{name}.yaml").write_text(module(number, kilobytes), "utf-8")
    return folder


def module_id(number: int) -> str:
    """The id of a module, from 1."""
    return f"module-{number:05d}"


def module(number: int, kilobytes: int = ROUGHLY) -> str:
    """One module's file."""
    talk = _Talk(number)
    sentences = max(1, round(3 * kilobytes / ROUGHLY))
    lines = [
        f"id: {module_id(number)}",
        f"title: {title_of(number)}",
        f"summary: {talk.sentence()}",
        f"minutes: {3 + number % 9}",
        "objectives:",
        *[f"  - {{id: goal-{n}, text: Say what goal {n} is.}}" for n in range(1, 4)],
        "sections:",
    ]
    for place in range(1, SECTIONS + 1):
        lines += _section(talk, place, sentences)
    lines += ["walkthrough:", "  title: What to expect on the day", "  routes:"]
    lines += ["    - id: day", "      title: The day itself", "      steps:"]
    for place in range(1, STEPS + 1):
        lines += _step(talk, place)
    lines.append("questions:")
    for place in range(1, QUESTIONS + 1):
        lines += _question(talk, place)
    return "\n".join(lines) + "\n"


class _Talk:
    """Sentences that are not two alike and the same each time: a small congruential generator."""

    def __init__(self, seed: int) -> None:
        self._state = seed * 2654435761 % 2**32

    def number(self, below: int) -> int:
        self._state = (self._state * 1664525 + 1013904223) % 2**32
        return (self._state >> 16) % below

    def sentence(self, length: int = 14) -> str:
        words = [self._word() for _ in range(length)]
        return f"{' '.join(words).capitalize()}."

    def _word(self) -> str:
        # The third power of an even share makes few words common and most words rare.
        share = self.number(2**16) / 2**16
        return WORDS[int(len(WORDS) * share**3)]

    def cited(self) -> str:
        term, source = self.number(TERMS), self.number(SOURCES)
        return f"{self.sentence(10)} See [[term {term}]]. [@source-{source}]"


def _section(talk: _Talk, place: int, sentences: int) -> list[str]:
    lines = [f"  - id: section-{place}", f"    title: Section {place} of this part", "    text: |"]
    for _ in range(sentences):
        lines += [f"      {talk.sentence()} {talk.cited()}", ""]
    lines += [f"      - {talk.sentence(8)}" for _ in range(3)]
    lines += ["    more: |", f"      {talk.cited()} {talk.sentence()}"]
    lines.append(f"    key_message: {talk.sentence(8)}")
    if place % 2:
        lines.append(f"    warning: {talk.sentence(9)}")
    if place == 2:
        lines += [
            "    figure:",
            "      kind: icon-array",
            "      title: How many of 100",
            "      of: 100",
            "      groups: [{label: With, count: 21}, {label: Without, count: 10}]",
            "      alt: Of 100 people 21 did with it and 10 without.",
            "      sources: [source-1]",
        ]
    return lines


def _step(talk: _Talk, place: int) -> list[str]:
    return [
        f"        - id: step-{place}",
        f"          phase: {'before' if place < 3 else 'during' if place < 7 else 'after'}",
        f"          at: {place * 10}" if 3 <= place < 7 else "          when: That day",
        f"          title: Step {place} of the day",
        f"          happens: {talk.sentence()}",
        f"          you_may_notice: {talk.sentence(9)}",
        f"          you_can: {talk.sentence(9)}",
        f"          tell_staff_if: {talk.sentence(9)}",
        "          who: [nurse]",
        "          watched: [blood pressure, oxygen]",
    ]


def _question(talk: _Talk, place: int) -> list[str]:
    section = (place - 1) % SECTIONS + 1
    return [
        f"  - id: question-{place}",
        "    kind: single",
        f"    teaches: section-{section}",
        "    objective: goal-1",
        "    keep_order: true",
        f"    ask: {talk.sentence(10)[:-1]}?",
        f"    hint: {talk.sentence(6)}",
        f"    answer: {{text: {talk.sentence(5)}, why: {talk.sentence(9)}}}",
        "    wrong:",
        *[
            f"      - {{id: wrong-{n}, text: {talk.sentence(5)}, misconception: slip-{n},"
            f" why: {talk.sentence(9)}}}"
            for n in (1, 2, 3)
        ],
    ]


def _library(count: int, names: list[str]) -> str:
    return (
        "format: 1\n"
        f"title: {{en: {library_title(count)}}}\n"
        "languages: [en]\n"
        "clinic: {name: your clinic, phone: the number on your card}\n"
        "crisis:\n  - {country: US, name: Emergency, how: Call 911, when: any time, emergency: true}\n"
        "courses:\n  - id: patient\n    title: {en: Everything}\n    audience: patient\n"
        "    modules:\n" + "".join(f"      - {name}\n" for name in names)
    )


def _glossary() -> str:
    talk = _Talk(1)
    rows = [
        f"  - {{term: term {n}, say: TERM {n}, plain: {talk.sentence(8)}}}\n" for n in range(TERMS)
    ]
    return "terms:\n" + "".join(rows)


def _sources() -> str:
    rows = [
        f"  - id: source-{n}\n    type: article-journal\n    title: Study number {n}\n"
        f"    author: [{{family: Author, given: A}}]\n    issued: {{date-parts: [[20{n:02d}]]}}\n"
        for n in range(SOURCES)
    ]
    return "references:\n" + "".join(rows)


def main() -> None:
    """`python -m bench.generate FOLDER COUNT [KILOBYTES]`."""
    folder, count, *rest = sys.argv[1:]
    generate(Path(folder), int(count), int(rest[0]) if rest else ROUGHLY)


if __name__ == "__main__":
    main()

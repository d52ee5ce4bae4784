"""What a rule sees: one module with its texts, and all it may refer to.

Whatever two rules need is made here once, when it is first asked for.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from edu_tui.library.lint.lexicon import Lexicon
from edu_tui.library.lint.outline import outline
from edu_tui.library.lint.plain_words import place_in_raw
from edu_tui.library.lint.readability import LONG, TextCounts, count, together
from edu_tui.library.lint.script import Script
from edu_tui.library.lint.sentences import words
from edu_tui.library.source.nodes import place_within
from edu_tui.model.library import Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from edu_tui.library.judging import Case
    from edu_tui.library.lint.script import Sentence
    from edu_tui.library.lint.unit import Kind, Part, Unit
    from edu_tui.model.module import Module, Route, Section, Step
    from edu_tui.model.question import Question
    from edu_tui.model.reference import Source, Term

T = TypeVar("T")
_APART: frozenset[Kind] = frozenset({"section", "sheet", "walkthrough", "list"})
"""The parts whose readability is measured apart."""


class Passage(NamedTuple):
    """Sentences and their measures: what patients read of one section, of the walkthrough, of all the rest."""

    part: Part
    script: Script
    counts: TextCounts


class Subject:
    """One module to be judged."""

    def __init__(self, case: Case, lexicon: Lexicon | None = None) -> None:
        self.module: Module = case.module
        self.language = case.module.language
        self.is_for_patients = case.audience == "patient"
        self.document = case.document
        self.library = case.library
        self.glossary: Mapping[str, Term] = case.glossary
        """By every form of a term in small letters."""
        self.sources: Mapping[str, Source] = case.sources
        self.clinic: dict[str, str] = case.library.clinic if case.library else {}
        self.style = case.library.style if case.library else Style()
        """What the library's house has agreed on."""
        self.lexicon = lexicon or Lexicon(self.language, case.glossary)
        """What is known of words, shared with other modules."""
        self.syllables = self.lexicon.syllables
        self.terms = self.lexicon.terms
        """Every word of the glossary's terms, in small letters."""
        self.parts = outline(case.document, case.audience, self.clinic)
        """Every part of the file, the module itself first, in reading order."""
        self._kinds: dict[Kind, list[Part]] = {}
        for part in self.parts:
            self._kinds.setdefault(part.kind, []).append(part)
        self.units = [unit for part in self.parts for unit in part.units]
        """Every text, patients' and staff's, in reading order."""
        self._script: Script | None = None
        self._staff: Script | None = None
        self._passages: list[Passage] | None = None
        self._tokens: frozenset[str] | None = None
        self._vocabulary: frozenset[str] | None = None
        self._counts: TextCounts | None = None
        self._long: Counter[str] | None = None

    def release(self) -> None:
        """Parts and units name each other; apart, they are freed at once and not by a search."""
        for part in self.parts:
            part.units.clear()
            part.parts.clear()

    # parts with their records

    @property
    def sections(self) -> list[tuple[Part, Section]]:
        """Sections of the file with their records."""
        return self._pairs("section", self.module.sections)

    @property
    def routes(self) -> list[tuple[Part, Route]]:
        """Routes of the walkthrough with their records."""
        walkthrough = self.module.walkthrough
        return self._pairs("route", walkthrough.routes if walkthrough else ())

    @property
    def steps(self) -> list[tuple[Part, Step]]:
        """Steps of all routes with their records."""
        return self._pairs("step", [step for _, route in self.routes for step in route.steps])

    @property
    def questions(self) -> list[tuple[Part, Question]]:
        """Questions with their records, then the bank's; a question's options are the parts within it."""
        return self._pairs("question", (*self.module.questions, *self.module.assessment))

    def _pairs(self, kind: Kind, records: Iterable[T]) -> list[tuple[Part, T]]:
        return list(zip(self._kinds.get(kind, ()), records, strict=False))

    def place(self, unit: Unit, offset: int) -> tuple[int, int]:
        """Line and column in the file of one character of a unit's plain words."""
        if unit.prose:
            offset = place_in_raw(unit.raw, offset, self.clinic)
        return place_within(self.document.text, unit.scalar, offset)

    # texts as one

    @property
    def script(self) -> Script:
        """All that patients read, labels too."""
        if self._script is None:
            self._script = Script(unit for unit in self.units if not unit.staff)
        return self._script

    @property
    def staff(self) -> Script:
        """All that only staff read."""
        if self._staff is None:
            self._staff = Script(unit for unit in self.units if unit.staff)
        return self._staff

    @property
    def tokens(self) -> frozenset[str]:
        """Everything that patients read between two spaces, once each."""
        if self._tokens is None:
            labels = Script(unit for unit in self.units if not unit.staff and not unit.prose)
            self._tokens = frozenset(labels.tokens).union(
                *[each.script.tokens for each in self.passages]
            )
        return self._tokens

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every different word that patients read, in small letters and straight apostrophes."""
        if self._vocabulary is None:
            bare = map(self.lexicon.bare.__getitem__, self.tokens)
            self._vocabulary = frozenset(chain.from_iterable(bare))
        return self._vocabulary

    # readability

    @property
    def passages(self) -> list[Passage]:
        """The sentences that patients read, without titles and labels."""
        if self._passages is None:
            held: dict[int, tuple[Part, list[Unit]]] = {}
            for part in self.parts:
                units = [unit for unit in part.units if unit.prose and not unit.staff]
                if units:
                    own = _apart(part)
                    held.setdefault(id(own), (own, []))[1].extend(units)
            self._passages = [self.passage(part, units) for part, units in held.values()]
        return self._passages

    @property
    def sentences(self) -> list[tuple[Script, Sentence]]:
        """Every sentence that patients read, with the script it stands in."""
        return [
            (each.script, sentence) for each in self.passages for sentence in each.script.sentences
        ]

    @property
    def counts(self) -> TextCounts:
        """Of all that patients read."""
        if self._counts is None:
            self._counts = together(each.counts for each in self.passages)
        return self._counts

    @property
    def long(self) -> Counter[str]:
        """How often each word of three or more syllables is in what patients read."""
        if self._long is None:
            tokens = [
                token
                for each in self.passages
                for token in each.script.tokens
                if self.syllables[token] >= LONG
            ]
            self._long = Counter(" ".join(words(token)).lower() for token in tokens)
        return self._long

    def passage(self, part: Part, units: Iterable[Unit]) -> Passage:
        """Those texts of a part as one, and measured."""
        script = Script(units)
        return Passage(part, script, count(script.tokens, len(script.spans), self.syllables))


def _apart(part: Part) -> Part:
    """The part whose readability a text counts for."""
    while part.kind not in _APART and part.parent is not None:
        part = part.parent
    return part

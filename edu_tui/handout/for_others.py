"""Papers for the people around the reader: the nurse who listens, and who takes them home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.handout.about import numbers_of
from edu_tui.handout.content import lists_in
from edu_tui.handout.fill import FillIn
from edu_tui.handout.html import usual_paper
from edu_tui.layout.line import Span
from edu_tui.layout.part import Blank, Gap, Heading, Labelled, Words, words
from edu_tui.layout.review import together
from edu_tui.layout.text import TextVoice, parts, parts_of, spans, words_of
from edu_tui.model import markup
from edu_tui.model.library import in_language
from edu_tui.model.sheet import BlankSheet
from edu_tui.model.version import question_unit
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from edu_tui.handout.gather import HandoutSource, Mine
    from edu_tui.layout.part import Part
    from edu_tui.model.module import Purpose, Section

NURSE, ESCORT = "nurse", "escort"
"""Their ids, beside those of a library's own sheets."""
FIRST = "! "
"""Before a line that was missed or not sure."""
FOR_ESCORT: tuple[Purpose, ...] = ("emergency", "call", "after")
"""What whoever is with the reader needs, the most urgent first."""
NIGHT = 3
"""Empty lines for what the escort sees."""


def for_nurse(
    source: HandoutSource, names: Sequence[str], own: Mine | None, made_on: date
) -> FillIn:
    """What the reader tells back in their own words: what was missed or not sure, then every must-know."""
    modules = [module for module, _ in source.reviewed(names, made_on)]
    clinic = source.open_library.library().clinic
    open_now = own.to_talk_about if own else frozenset()
    asked = [
        (module, question)
        for module in modules
        for question in module.questions
        if question.teach_back
        and (question.must_know or (module.id, question_unit(question.id)) in open_now)
    ]
    missed = [
        FIRST + markup.plain(question.teach_back, clinic)
        for module, question in asked
        if (module.id, question_unit(question.id)) in open_now
    ]
    rest = [
        markup.plain(question.teach_back, clinic)
        for module, question in asked
        if (module.id, question_unit(question.id)) not in open_now
    ]
    text = say(
        "For the nurse. Ask for each in the patient's own words. What was not told back is explained "
        "again, and asked again."
    )
    if missed:
        text += " " + say("Lines with an exclamation mark were missed or not sure: begin there.")
    columns = (say("Please tell me"), say("Told back"), say("Again"))
    title = say("Told back in own words")
    rows = tuple(dict.fromkeys([*missed, *rest]))
    sheet = BlankSheet(NURSE, title, text, columns, rows, 0)
    return _paper(source, names, sheet, made_on)._replace(marks=2)


def for_escort(source: HandoutSource, names: Sequence[str], made_on: date) -> FillIn:
    """What to know for the way home and the night: 911, the clinic, what to do and to leave."""
    voice = TextVoice(source.open_library.library().clinic, {})
    text = say(
        "Thank you for taking someone home after treatment. Please keep this page until the next day. "
        'In its lists, "you" is the person who was treated.'
    )
    sections = [
        section for module, _ in source.reviewed(names, made_on) for section in module.sections
    ]
    told = tuple(_for_escort(sections, voice))
    columns = (say("Time"), say("What I saw"), say("Whom I called"))
    sheet = BlankSheet(ESCORT, say("For who takes you home"), text, columns, (), NIGHT)
    return _paper(source, names, sheet, made_on)._replace(told=told)


def _for_escort(sections: Iterable[Section], voice: TextVoice) -> Iterator[Part]:
    """The lists of each purpose, then what is to be remembered with it; nothing twice."""
    known: set[str] = set()
    sections = list(sections)
    heads = (say("Call for help at once"), say("Call the clinic"), say("This evening and after"))
    for purpose, head in zip(FOR_ESCORT, heads, strict=True):
        messages = []
        yield Heading(head, level=2)
        if purpose == "call":
            yield from _phones(voice.clinic)
        for section in sections:
            texts = [listed.text for listed in section.lists if listed.purpose == purpose]
            own = section.purpose == purpose
            for text in dict.fromkeys(texts):
                if text not in known:
                    yield from (*parts(text, voice), Gap())
            known.update(texts)
            if own and (listed := lists_in(section.text)):
                yield from (
                    words(words_of(section.title, voice), "strong"),
                    *parts_of(listed, voice),
                )
                yield Gap()
            if own and section.key_message:
                messages.append(section.key_message)
        for message in dict.fromkeys(messages):
            yield Words(spans(message, voice, "strong"), "- ")
        yield Gap()


def _phones(clinic: Mapping[str, str]) -> Iterator[Part]:
    """The clinic's numbers; lines to write them on where its words hold none."""
    for number, label in zip(numbers_of(clinic), (say("By day"), say("At night")), strict=True):
        yield Labelled(label, (Span(number, "strong"),)) if number else Blank(f"{label}:")


def _paper(source: HandoutSource, names: Sequence[str], sheet: BlankSheet, made_on: date) -> FillIn:
    opened = source.open_library
    library, clinic = opened.library(), tuple(opened.library().clinic.items())
    title = in_language(library.title, source.language)
    states = [state for _, state in source.reviewed(names, made_on)]
    return FillIn(
        sheet, sheet.id, source.language, title, clinic, together(states), usual_paper(library)
    )

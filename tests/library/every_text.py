"""A library in which every key that holds words holds a word of its own: `zz_wrong_answer__why`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from edu_tui.library.decode.library import decode_clinic, decode_library
from edu_tui.library.decode.lists import decode_lists
from edu_tui.library.decode.module import decode_module
from edu_tui.library.decode.reference import decode_glossary, decode_sources
from edu_tui.library.decode.reviews import decode_reviews

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.library.decode.module import Decoded

LIBRARY = """\
format: 1
title:
  en: zz_library__title
languages: [en]
clinic:
  phone: zz_clinic__*
crisis:
  - country: zz_crisis_line__country
    name: zz_crisis_line__name
    how: zz_crisis_line__how
    when: zz_crisis_line__when
    emergency: true
danger_words:
  en:
    crisis: [end it all]
    emergency:
      - turns blue
courses:
  - id: patient
    title: zz_course__title
    audience: patient
    chapters:
      - title: zz_chapter__title
        modules: [every-text]
  - id: staff
    title: {en: Staff}
    audience: staff
    modules: [every-text]
    mastery: 80
    mastery_from: zz_course__mastery_from
    skills:
      - id: looks
        title: zz_skill__title
    roles:
      - id: nurse
        title: zz_role__title
        modules: [every-text]
"""
CLINIC = """\
clinic:
  phone: zz_clinic__*
crisis:
  - country: US
    name: zz_crisis_line__name
    how: zz_crisis_line__how
    emergency: true
"""
GLOSSARY = """\
terms:
  - term: zz_term__term
    say: zz_term__say
    plain: zz_term__plain
    also: [zz_term__also]
  - {term: nausea, plain: Feeling sick.}
"""
SOURCES = """\
references:
  - id: label
    type: report
    title: zz_source__title
    author:
      - literal: zz_source__author
      - {family: Second, given: Ann}
    issued: 2019
    container-title: zz_source__container-title
    DOI: 10.1000/182
    URL: https://example.org/label
    note: zz_source__note
    checked: not yet
"""
REVIEWS = f"""\
reviews:
  - module: every-text
    language: en
    hash: {"a" * 64}
    reviewer: zz_sign-off__reviewer
    credential: zz_sign-off__credential
    role: zz_sign-off__role
    scope: zz_sign-off__scope
    date: 2026-01-05
    review_by: 2027-01-05
  - module: every-text
    language: en
    withdrawn: 2026-02-05
    by: zz_sign-off__by
    reason: zz_sign-off__reason
"""
MODULE = """\
id: every-text
title: zz_module__title
summary: zz_module__summary
minutes: 4
objectives:
  - id: ride
    text: zz_objective__text
sheets:
  - id: list
    title: zz_sheet__title
    text: zz_sheet__text
    columns: [zz_sheet__columns, Two]
    rows: [zz_sheet__rows]
sections:
  - id: first
    title: zz_section__title
    text: zz_section__text
    more: zz_section__more
    key_message: zz_section__key_message
    warning: zz_section__warning
    tip: zz_section__tip
    call: zz_section__call
    picture:
      file: a-picture.svg
      alt: zz_picture__alt
      caption: zz_picture__caption
    figure:
      kind: icon-array
      title: zz_figure__title
      alt: zz_figure__alt
      how_to_read: zz_figure__how_to_read
      of: 100
      who: zz_figure__who
      over: zz_figure__over
      means: zz_figure__means
      groups:
        - {label: zz_group__label, count: 40}
  - id: second
    title: Second
    text: Two.
    tip:
      text: zz_call-out__text
      picture: {file: a-picture.svg, alt: A bed.}
    figure:
      kind: bars
      title: Bars
      alt: Bars in words.
      unit: zz_figure__unit
      bars:
        - label: zz_bar__label
          value: 3
          group: zz_bar__group
  - id: third
    title: Third
    text: Three.
    figure:
      kind: flow
      title: Flow
      alt: Flow in words.
      steps:
        - title: zz_link__title
          caption: zz_link__caption
          certainty: shown
        - {title: End, caption: The end., certainty: shown}
  - id: fourth
    title: Fourth
    text: Four.
    figure:
      kind: compare
      title: Side by side
      alt: Both in words.
      options:
        - {id: one, label: zz_option__label}
        - {id: other, label: Other}
      rows:
        - ask: zz_row__ask
          cells:
            - option: one
              text: zz_cell__text
              of: 100
              groups:
                - {label: Some, count: 4}
              who: zz_cell__who
              over: zz_cell__over
            - {option: other, text: Not known}
walkthrough:
  title: zz_walkthrough__title
  routes:
    - id: way
      title: zz_route__title
      steps:
        - id: come
          phase: before
          when: zz_step__when
          title: zz_step__title
          happens: zz_step__happens
          you_may_notice: zz_step__you_may_notice
          you_can: zz_step__you_can
          tell_staff_if: zz_step__tell_staff_if
          who:
            - zz_step__who
          watched: [zz_step__watched]
          staff_note: zz_step__staff_note
waive:
  - rule: R006
    why: zz_waiver__why
    by: zz_waiver__by
questions:
  - id: pick
    kind: single
    teaches: first
    must_know: true
    ask: zz_question__ask
    hint: zz_question__hint
    to_ask: zz_question__to_ask
    answer: {text: zz_answer__text, why: zz_answer__why}
    wrong:
      - id: one
        text: zz_wrong_answer__text
        misconception: mix-up
        why: zz_wrong_answer__why
      - {id: two, text: Last, misconception: mix-up, why: Because.}
    teach_back: zz_question__teach_back
  - id: line-up
    kind: order
    teaches: first
    ask: In which order?
    in_order:
      - id: one
        text: zz_item__text
      - {id: two, text: Then}
      - {id: three, text: Last}
    why: zz_question__why
  - id: sort
    kind: judge
    teaches: first
    ask: Which is which?
    groups:
      - zz_question__groups
      - Other
    situations:
      - id: one
        text: zz_situation__text
        group: zz_question__groups
        why: zz_situation__why
      - {id: two, text: Another, group: Other, why: Because.}
  - id: pair-up
    kind: match
    teaches: first
    ask: What belongs together?
    pairs:
      - id: one
        left: zz_pair__left
        right: zz_pair__right
        why: zz_pair__why
      - {id: two, left: Another, right: Other, why: Because.}
"""

LISTS = """\
lists:
  - id: call
    purpose: call
    text: zz_list__text
"""


class File(NamedTuple):
    """A kind of file: its name, its text, and what reads it."""

    name: str
    text: str
    decode: Callable[[str, str], Decoded[Any]]


FILES = (
    File("en/every-text.yaml", MODULE, decode_module),
    File("en/lists.yaml", LISTS, decode_lists),
    File("library.yaml", LIBRARY, decode_library),
    File("clinic.yaml", CLINIC, decode_clinic),
    File("en/glossary.yaml", GLOSSARY, decode_glossary),
    File("sources.yaml", SOURCES, decode_sources),
    File("reviews.yaml", REVIEWS, decode_reviews),
)
_WORD = re.compile(r"zz_([\w-]+?)__([\w*-]+)")


class Place(NamedTuple):
    """One text of a file."""

    file: File
    word: str
    """What stands there."""

    @property
    def part(self) -> str:
        """As the table of texts calls it."""
        return self._named[0]

    @property
    def key(self) -> str:
        """As an author writes it."""
        return self._named[1]

    @property
    def _named(self) -> tuple[str, str]:
        match = _WORD.fullmatch(self.word)
        assert match is not None
        return match[1].replace("_", " "), match[2]

    @property
    def alone(self) -> bool:
        """Whether it stands on a line of its own, not within brackets."""
        return bool(
            re.search(rf"^ *(?:- )?(?:[\w-]+: )?{re.escape(self.word)}$", self.file.text, re.M)
        )

    def filled(self, written: str) -> str:
        """The file with this in its place."""
        return self.file.text.replace(self.word, written)

    def indented(self, text: str) -> str:
        """A text as a block below its key."""
        line = next(line for line in self.file.text.split("\n") if self.word in line)
        indent = " " * (len(line) - len(line.lstrip(" -")) + 2)
        return "|\n" + "\n".join(f"{indent}{part}" if part else "" for part in text.split("\n"))

    @property
    def line(self) -> int:
        """Where it stands, from 1."""
        return self.file.text[: self.file.text.index(self.word)].count("\n") + 1


PLACES = tuple(
    Place(file, word)
    for file in FILES
    for word in dict.fromkeys(match.group() for match in _WORD.finditer(file.text))
)


def strings(value: object) -> list[str]:
    """Every text within records, in order."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.items() for text in strings(item)]
    if isinstance(value, (tuple, list)):
        return [text for item in value for text in strings(item)]
    return []

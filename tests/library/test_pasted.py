"""Text as people paste it from Word, mail and the web is shown as it is meant, or told at its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from edu_tui.layout.line import Room, plain
from edu_tui.layout.part import lines_of
from edu_tui.layout.text import TextVoice, parts
from edu_tui.library.decode.texts import sort_of
from edu_tui.model import markup

from .every_text import PLACES
from .test_nothing_lost import STEADY, findings, solid

if TYPE_CHECKING:
    from edu_tui.library.finding import Finding

TEXT = next(place for place in PLACES if place.word == "zz_section__text")
VOICE = TextVoice({"phone": "555 0100"}, {"label": 1})
SCREEN = Room(40, 0, "unicode")


def told(text: str) -> tuple[Finding, ...]:
    """What is found in a file with this below the key of a section's text."""
    return findings(TEXT, TEXT.indented(text))[0]


def places(text: str) -> list[tuple[int, int]]:
    """Line and column of each finding, within the text."""
    return [(finding.line - TEXT.line, finding.column - 6) for finding in told(text)]


def shown(text: str) -> list[str]:
    """Its lines on a screen of 40 columns."""
    return [plain(line).strip() for line in lines_of(parts(text, VOICE), SCREEN)]


LISTS = [
    ("Bring:\n\u2022 a list\n\u2022 a card", [(2, 1), (3, 1)]),
    ("\u00b7 Sit\n\u00b7 Rest", [(1, 1), (2, 1)]),
    ("\uf0b7 Sit\n\uf0b7 Rest", [(1, 1), (2, 1)]),
    ("\u25cf Sit\n\u25cb Rest", [(1, 1), (2, 1)]),
    ("+ Sit\n+ Rest", [(1, 1), (2, 1)]),
    ("Bring:\n\u2013 a list\n\u2013 a card", [(2, 1)]),
    ("Bring:\n\u2014 a list", [(2, 1)]),
    ("\u2013 Sit\n\u2013 Rest", [(1, 1)]),
    ("Bring:\no A list\no A card", [(2, 1)]),
    ("o Sit", [(1, 1)]),
    ("a) Sit\nb) Rest", [(1, 1)]),
    ("Do this.\na) Sit", [(2, 1)]),
    ("Do this:\n\n  A) Sit\n  B) Rest", [(3, 3)]),
    ("(1) Sit\n(2) Rest", [(1, 1)]),
    ("Do this:\n(a) Sit", [(2, 1)]),
    ("(i) Sit\n(ii) Rest", [(1, 1)]),
    ("a. Sit\nb. Rest", [(1, 1)]),
    ("A. Sit\nB. Rest", [(1, 1)]),
    ("i. Sit\nii. Rest", [(1, 1)]),
    ("I. Sit\nII. Rest", [(1, 1)]),
    ("iv) Sit\nv) Rest", [(1, 1)]),
    ("1.) Sit\n2.) Rest", [(1, 1)]),
    ("1] Sit\n2] Rest", [(1, 1)]),
    ("1.1 Sit\n1.2 Rest", [(1, 1)]),
    ("1.Sit\n2.Rest", [(1, 1), (2, 1)]),
    ("1)Sit", [(1, 1)]),
    ("-Sit\n-Rest", [(1, 1), (2, 1)]),
    ("- [ ] Sit\n- [x] Rest", [(1, 1), (2, 1)]),
    ("[ ] Sit", [(1, 1)]),
    ("- Sit\n  - here\n- Rest", [(2, 3)]),
    ("1. Sit\n   - here\n2. Rest", [(2, 4)]),
    ("1. Sit\n1. Rest", [(2, 1)]),
    ("1. Sit\n2. Rest\n4. Go", [(3, 1)]),
    ("1. Sit\n\n3. Rest", [(3, 1)]),
    ("- Sit\n-\n- Rest", [(2, 1)]),
    ("*\n\nRest", [(1, 1)]),
    ("\u2022\nSit", [(1, 1)]),
]
BY_CHANCE = [
    ("You can eat again at\n6. Before that, sip water.", [(2, 1)]),
    ("Wait for at least\n6. That is the rule.", [(2, 1)]),
    ("You can have\n1. Then wait.", [(2, 1)]),
    ("- Wait for at least\n6. That is the rule.", [(2, 1)]),
    ("- Wait\n- Rest until\n2) Then go.", [(3, 1)]),
    ("1. Wait until\n9. Then go.", [(2, 1)]),
    ("Come at\n* any time * or call.", [(2, 1)]),
]
SIGNS = [
    ("Fish &amp; chips&nbsp;", [(1, 6), (1, 17)]),
    ("Half is &frac12;, a smile &#128512; or &#x1F600;.", [(1, 9), (1, 27), (1, 40)]),
    ("Wait&nbsp here", [(1, 5)]),
    ('Say ""no"" then.', [(1, 5)]),
    ("Say ''no'' then.", [(1, 5)]),
    ("Say \u201c\u201cno\u201d\u201d then.", [(1, 5), (1, 9)]),
    ("Say ``no`` then.", [(1, 5)]),
    ("Press `Enter` now.", [(1, 7)]),
    ("So.\n```\ncode\n```", [(2, 1), (4, 1)]),
    ("So.\n~~~\ncode\n~~~", [(2, 1), (4, 1)]),
    ("| one | two |\n| --- | --- |", [(1, 1), (2, 1)]),
    ("one | two\n--- | ---\n1 | 2", [(1, 1), (2, 1)]),
    ("one | two\n1 | 2", [(1, 1)]),
    ("> They said so.\n> Twice.", [(1, 1), (2, 1)]),
    (">They said so.", [(1, 1)]),
    (">> \u201cSo\u201d", [(1, 1)]),
    ("# Rest\nSit.", [(1, 1)]),
    ("## Rest ##\nSit.", [(1, 1)]),
    ("So.\n  ###Rest\nSit.", [(2, 3)]),
    ("Rest\n====\nSit.", [(2, 1)]),
    ("Rest\n----\nSit.", [(2, 1)]),
    ("Sit.\n\n- - -\n\nRest.", [(3, 1)]),
    ("It is __so__.", [(1, 7)]),
    ("It is _so_, and _so on_.", [(1, 7), (1, 17)]),
    ("It is ~~so~~ or ==so==.", [(1, 7), (1, 17)]),
    ("It is <b>so</b>.", [(1, 7), (1, 12)]),
    ("Sit.<!-- rest -->", [(1, 5)]),
    ("See [the label](label.pdf) now.", [(1, 5)]),
    ("See [the label][1] now.", [(1, 5)]),
    ("See it[^1] now.", [(1, 7)]),
    ("![So](so.png)", [(1, 1)]),
    (r"Sit\_down and rest.\nThen go.", [(1, 4), (1, 20)]),
    ("It\u00e2\u20ac\u2122s a caf\u00c3\u00a9, 5\u00c2\u00b0.", [(1, 3), (1, 13), (1, 18)]),
    ("It=E2=80=99s so.", [(1, 3)]),
    ("Your medi-\ncine is here.", [(1, 10)]),
]


@pytest.mark.parametrize(("text", "at"), [*LISTS, *BY_CHANCE, *SIGNS])
def test_what_a_reader_would_see_raw_is_told(text: str, at: list[tuple[int, int]]) -> None:
    """At its sign, with what to write instead, wherever in the text it stands."""
    assert places(text) == at
    below = [(line + 2, column) for line, column in at]
    assert places(f"It is so.\n\n{text}") == below
    assert all("; " in finding.message or ": " in finding.message for finding in told(text))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("* Sit\n* Rest", ["- Sit", "- Rest"]),
        ("1) Sit\n2) Rest", ["1. Sit", "2. Rest"]),
        ("Do this:\n\n3. Sit\n4. Rest", ["Do this:", "", "3. Sit", "4. Rest"]),
        ("1. Sit\n2. Rest\n\nOr:\n\n1. Go\n2. Run", ["1. Sit", "2. Rest", "", "Or:", "", "1. Go", "2. Run"]),
        ("He said \u201cno\u201d \u2013 and \u2018why\u2019 \u2026", ["He said \u201cno\u201d \u2013 and \u2018why\u2019 \u2026"]),
        ("Diga \u00abs\u00ed\u00bb y espere.", ["Diga \u00abs\u00ed\u00bb y espere."]),
        ("Come at noon\n\u2013 or later.", ["Come at noon \u2013 or later."]),
        ("Agua\no t\u00e9.", ["Agua o t\u00e9."]),
        ("See step\n(1) first.", ["See step (1) first."]),
        ("Take vitamin\nA) or not.", ["Take vitamin A) or not."]),
        ("Ask Dr.\nA. Smith.", ["Ask Dr. A. Smith."]),
        ("\u2014 A. Smith", ["\u2014 A. Smith"]),
        ("A. Smith is here.", ["A. Smith is here."]),
        ("You need\n1.5 cups.", ["You need 1.5 cups."]),
        ("It was over\n>5 of them.", ["It was over >5 of them."]),
        ("You are\n#1 here.", ["You are #1 here."]),
        ("Q&A; AT&T; R&D, Q&As; fish & chips", ["Q&A; AT&T; R&D, Q&As; fish & chips"]),
        ("It is 5' 10'' tall, and 6'' wide.", ["It is 5' 10'' tall, and 6'' wide."]),
        ("Write to ann_lee_b@a.org or my_file_1.", ["Write to ann_lee_b@a.org or my_file_1."]),
        ("Name: ______ Date: ____", ["Name: ______ Date: ____"]),
        ("A short- and long-term check-up.", ["A short- and long-term check-up."]),
        ("A corto- o largo plazo.", ["A corto- o largo plazo."]),
        ("5 - 3 = 2\nor so", ["5 - 3 = 2 or so"]),
        ("NÃO \u00c2ngela", ["NÃO \u00c2ngela"]),
    ],
)  # fmt: skip
def test_what_is_shown_as_it_is_meant_is_left_alone(text: str, lines: list[str]) -> None:
    """Lists in two spellings, quotation marks, and lines that only look like something else."""
    assert told(text) == ()
    assert shown(text) == lines


ONE_LINE = [
    "Fish &amp; chips",
    "It is __so__.",
    "It is _so_.",
    "It is ~~so~~.",
    "It is <b>so</b>.",
    "See [it](a.pdf).",
    "See [it][1].",
    "Press `Enter`.",
    "Sit\\_down",
    'Say ""no"".',
    "It\u00e2\u20ac\u2122s so.",
]


@pytest.mark.parametrize("text", ONE_LINE)
def test_no_text_of_any_file_shows_it_raw(text: str) -> None:
    """Titles, labels, answers and a clinic's words among them; not what a person typed for others."""
    for place in PLACES:
        if sort_of(place.part, place.key) != "verbatim":
            assert findings(place, "'" + text + "'")[0], place.word


@pytest.mark.parametrize(
    "text", ["a) Sit down", "(1) Sit down", "B) Sit down", "1. Sit down", "- Sit down"]
)
def test_the_letter_that_came_along_with_an_answer_is_told(text: str) -> None:
    """It would stand beside the program's own."""
    for place in PLACES:
        if sort_of(place.part, place.key) == "short":
            (finding,) = findings(place, "'" + text + "'")[0]
            assert "is shown before the words; delete it" in finding.message


BITS = st.sampled_from(
    [
        *("Sit", "rest", "no", "5", "1", "2", "6", "a", "b", "o", "i", "A", "Smith", "x"),
        *("- ", "* ", "+ ", "1. ", "2. ", "6. ", "1) ", "2) ", "a) ", "(1) ", "o ", "\u2022 ", "\u2013 ", "\u00b7 "),
        *("&amp;", "&nbsp;", "&", ";", '"', '""', "''", "'", "\u201c", "\u201d", "\u2019", "`", "```", "~~", "~"),
        *("|", " | ", ">", "> ", "#", "## ", "__", "_", "*", "**", "[", "]", "(", ")", "![", "<b>", "</b>"),
        *("\\", "\\*", "---", "===", "-\n", "[[nausea]]", "[@label]", "{clinic.phone}", "=", "\u00c3\u00a9"),
        *(" ", " ", " ", ". ", ": ", ", ", "? ", "\n", "\n", "\n\n", "\n  "),
    ]
)  # fmt: skip
PASTED = st.lists(BITS, min_size=1, max_size=12).map("".join).map(str.strip).filter(bool)


@STEADY
@given(PASTED)
@example("\u2022 Sit\n\u2022 Rest")
@example("a | b\n1 | 2")
@example("1. Sit\n  * rest")
def test_no_sign_is_lost_between_the_file_and_the_screen(text: str) -> None:
    """Each sign of a pasted text stands on the screen in its order, is a mark, or there is a finding."""
    if told(text):
        return
    written = [(item.begin, item.start, item.kind) for item in markup.stretches(text)]
    signs = {"bullet": "-", "number": ".", "paragraph": ""}
    edits = [
        (begin, start, text[begin:start].rstrip("-*.) \n") + signs[kind])
        for begin, start, kind in written
    ]
    for mark in markup.marks(text):
        words = {"clinic": "555 0100", "cite": "[1]"}.get(mark.kind, mark.text)
        edits.append((mark.start, mark.end, words))
    expected = text
    for start, end, words in sorted(edits, reverse=True):
        expected = expected[:start] + words + expected[end:]
    assert solid("".join(shown(text))) == solid(expected)


RAW = re.compile(
    r"&\w+;|\*\*(?=\w)|(?<![\w/])(?:__|~~)[a-zA-Z]+(?:__|~~)(?!\w)|``|\[\[|\]\]|\[@|[{}\\]|\u00c3|<b>|\]\(\S+\)|(?:^|\n)\s*(?:[>#|\u2022]+\s|(?:---|===)\s*(?:\n|$))"
)


@STEADY
@given(PASTED)
@example("It is\n> so")
@example("It is\n\u2022 so")
def test_no_foreign_mark_comes_to_the_screen_without_a_finding(text: str) -> None:
    """Neither a mark with a slip in it nor one of another program: what is shown raw was told."""
    left = text
    for mark in reversed(markup.marks(text)):
        left = left[: mark.start] + "x" * (mark.kind != "star") + left[mark.end :]
    if RAW.search(left):
        assert told(text)

"""Nothing an author wrote is lost or changed without a finding, in any text of any file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from edu_tui.library.check import check
from edu_tui.library.decode.library import decode_library
from edu_tui.library.decode.module import decode_module
from edu_tui.library.decode.reference import decode_sources
from edu_tui.library.decode.texts import TEXTS, sort_of
from edu_tui.model import markup
from tests.pictures.samples import CALL

from . import every_text
from .every_text import FILES, PLACES, Place, strings
from .samples import write

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.library.finding import Finding

STEADY = settings(
    max_examples=250,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
BITS = st.sampled_from(
    [
        *[
            "Take",
            "pill",
            "5",
            "3",
            "2",
            "no",
            "#",
            "#2",
            "*",
            "**",
            "[[",
            "]]",
            "|",
            "[@",
            "]",
            "{",
            "}",
            "{{",
            ":",
            "-",
            "'",
            "é",
            "\\",
            "\\*",
            "&",
            "<",
            ">",
            "`",
            "%",
            "!",
            "?",
            "(",
            ")",
            "_",
        ],
        *[
            "clinic",
            "clinic.phone",
            "{clinic.phone}",
            "phone",
            "[nausea]",
            "[[nausea]]",
            "label",
            "[@label]",
        ],
        *(" ", " ", " ", "# ", " #", " # ", "[@label, p. 7]", ", ", ": ", "- ", "1. ", "* "),
        *("\n", "\n\n"),
    ]
)
TEXT = st.lists(BITS, min_size=1, max_size=9).map("".join).map(str.strip).filter(bool)
WORDS = {file.name: strings(file.decode(file.name, file.text).model) for file in FILES}


def findings(place: Place, written: str) -> tuple[tuple[Finding, ...], list[str] | None]:
    """What is told of a file with this in that place, and what is read there; None where it is refused."""
    decoded = place.file.decode(place.file.name, place.filled(written))
    if decoded.model is None:
        return decoded.findings, None
    made = strings(decoded.model)
    before = WORDS[place.file.name]
    assert len(made) == len(before)
    return decoded.findings, [
        text for text, word in zip(made, before, strict=True) if word == place.word
    ]


def solid(text: str) -> str:
    """Without white space, which is layout."""
    return "".join(text.split())


def is_kept(place: Place, text: str, written: str) -> None:
    """The text is read whole, or refused with an error where it stands."""
    told, read = findings(place, written)
    if read is not None:
        assert read
        assert {solid(one) for one in read} == {solid(text)}
        return
    errors = [finding for finding in told if finding.severity == "error"]
    last = place.line + written.count("\n") + 1
    # a bracket that is never closed is told where it opens; a line that has become a key, in the next
    assert any(place.line - 1 <= error.line <= last for error in errors)


def test_every_text_is_tried() -> None:
    """The files above hold each key of the table of texts, and nothing else is read as text."""
    tried = {(place.part, place.key) for place in PLACES}
    # a situation's group is one of the question's groups; words of danger and what people type, words alone
    apart = {("situation", "group"), ("danger words", "crisis"), ("danger words", "emergency")}
    apart |= {("everyday words", "small"), ("everyday words", "*")}
    assert {(part, key) for part, keys in TEXTS.items() for key in keys} - tried == apart
    for file in FILES:
        assert file.decode(file.name, file.text).findings == ()


@STEADY
@given(st.sampled_from(PLACES), TEXT)
@example(PLACES[5], "Press the # key")
def test_a_text_written_just_so_is_kept_or_refused(place: Place, text: str) -> None:
    """Typed after the key, as anyone does who knows nothing of YAML."""
    if text.startswith(("'", "|", ">")) or "\n" in text:
        return
    is_kept(place, text, text)


@STEADY
@given(st.sampled_from([place for place in PLACES if place.alone]), TEXT)
def test_a_text_in_a_block_is_kept(place: Place, text: str) -> None:
    """Below its key, after `|`, whatever it holds."""
    is_kept(place, text, place.indented(text))


@STEADY
@given(st.sampled_from(PLACES), TEXT.filter(lambda text: "\n" not in text))
def test_a_text_in_quotes_is_kept(place: Place, text: str) -> None:
    """In single quotes, with or without a comment after them."""
    is_kept(place, text, "'" + text.replace("'", "''") + "'")


@STEADY
@given(TEXT)
def test_what_is_read_is_shown(text: str) -> None:
    """Each letter and digit of a text that is free of findings is shown, or names what a mark refers to."""
    from edu_tui.model.mark_problems import problems

    if problems(text):
        return
    shown = text
    for mark in reversed(markup.marks(text)):
        words = "PHONE" if mark.kind == "clinic" else "" if mark.kind == "cite" else mark.text
        assert mark.kind != "cite" or not mark.text or "7" in mark.text
        shown = shown[: mark.start] + words + shown[mark.end :]
    message = markup.plain(text, {"phone": "PHONE"})
    assert [char for char in message if char.isalnum()] == [
        char for char in shown if char.isalnum()
    ]


CUT = [
    "Press the # key to reach a nurse.",
    "Take pill # 2 at noon",
    "Go to room #5",
    "You are #1",
    "Call 5 #",
]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.word)
@pytest.mark.parametrize("text", CUT)
def test_a_text_that_yaml_cuts_is_an_error_at_the_sign(place: Place, text: str) -> None:
    """In every text of every file: an error at the `#` that says to quote it, and never a cut text."""
    told, read = findings(place, text)
    assert read is None
    if place.alone:
        line = place.filled(text).split("\n")[place.line - 1]
        at = [
            (finding.line, finding.column)
            for finding in told
            if "quote the whole text" in finding.message
        ]
        assert at[0] == (place.line, line.index("#") + 1)


def test_words_of_danger_are_not_cut() -> None:
    """They are read by the program alone, and as much would be lost."""
    text = every_text.LIBRARY.replace("- turns blue", "- turns blue # or grey")
    (finding,) = decode_library("library.yaml", text).findings
    assert (finding.severity, "quote the whole text" in finding.message) == ("error", True)
    assert finding.source_line[finding.column - 1 :] == "# or grey"


@pytest.mark.parametrize(
    "text",
    [
        "minutes: 4  # about",
        "# a comment\nminutes: 4",
        "minutes: 4 #2",
    ],
)
def test_a_comment_on_its_own_line_or_after_a_number_stays_a_comment(text: str) -> None:
    """Where no text can be meant nothing is told."""
    message = every_text.MODULE.replace("minutes: 4", text)
    assert decode_module("en/every-text.yaml", message).findings == ()


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("Press the\n      # key to reach us", 1),
        ("Press the\n      longer\n      # key", 2),
    ],
)
def test_a_comment_further_in_than_its_key_is_more_of_the_text(written: str, line: int) -> None:
    """A line that begins with `#`, indented as a text that goes on."""
    place = next(place for place in PLACES if place.word == "zz_section__tip")
    told, read = findings(place, written)
    assert read is None
    assert [finding.line for finding in told] == [place.line + line]
    fine = findings(place, "Press it.\n    # a comment about the next key")
    assert fine[0] == ()


NEAR = [
    ("{Clinic.phone}", 0),
    ("{{clinic.phone}}", 0),
    ("{ clinic.phone }", 0),
    ("{phone}", 0),
    ("{clinic phone}", 0),
    ("{clinic.Phone}", 0),
    ("{clinic.phone", 0),
    ("clinic.phone}", 0),
    ("[clinic.phone]", 0),
    ("[[ nausea ]]", 0),
    ("[[nausea]", 0),
    ("[nausea]]", 7),
    ("[[[nausea]]]", 0),
    ("[[a|b|nausea]]", 0),
]
CITED = [
    ("[@ label]", 0),
    ("[@label", 0),
    ("[@label; @label]", 0),
    ("[@label, @label]", 0),
    ("[@label, and call the nurse at once]", 0),
]
STARS = [
    ("Take *both", 5),
    ("Take both* now", 9),
    ("Take **both", 5),
    ("Take **both* now", 5),
    ("*a **b* c**", 3),
]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.word)
def test_a_near_miss_of_a_mark_is_an_error_in_every_text(place: Place) -> None:
    """At its first character; except in what a person typed for others to read as it is."""
    if sort_of(place.part, place.key) == "verbatim":
        return
    for text, at in [*NEAR, *CITED[:2]]:
        told, read = findings(place, f"'Now {text} ok'")
        assert read is None, text
        line = place.filled(f"'Now {text} ok'").split("\n")[place.line - 1]
        assert (place.line, line.index(text) + at + 1) in [
            (finding.line, finding.column) for finding in told
        ], text


@pytest.mark.parametrize(("text", "at"), [*CITED, *STARS])
def test_what_is_left_open_in_a_marked_text_is_an_error_where_it_stands(text: str, at: int) -> None:
    """Citations that swallow words, and stars that begin or end nothing."""
    place = next(place for place in PLACES if place.word == "zz_section__text")
    told, read = findings(place, place.indented(text))
    assert read is None
    assert (place.line + 1, 7 + at) in [(finding.line, finding.column) for finding in told]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The patch is 5*3*2 inches.", "The patch is 5*3*2 inches."),
        ("Take 2*500*3 mg.", "Take 2*500*3 mg."),
        ("Rooms A*B*C", "Rooms A*B*C"),
        ("It is 5 * 3 inches", "It is 5 * 3 inches"),
        ("Press the * key", "Press the * key"),
        (r"Dial \*67 first", "Dial *67 first"),
        ("Take *both*, (*now*) or **never**.", "Take both, (now) or never."),
        ("***Both*** of *[[nausea]]*", "Both of nausea"),
        ("[[feeling\nsick|nausea]] now", "feeling sick now"),
    ],
)
def test_a_star_is_a_mark_only_around_words(text: str, shown: str) -> None:
    """Within words and numbers it stays, and so it does between spaces and after a backslash."""
    from edu_tui.model.mark_problems import problems

    assert markup.plain(text, {}) == shown
    within = [problem.severity for problem in problems(text)]
    assert within == (["warning"] if text.startswith(("The", "Take 2", "Rooms")) else [])


@pytest.mark.parametrize("mark", ["[[nausea]]", "{clinic.phone}", "[@label]", "*so*", "**so**"])
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.word)
def test_a_mark_is_read_or_refused_by_the_name_of_its_field(place: Place, mark: str) -> None:
    """As the table of texts says: nowhere is a mark shown as it was written."""
    told, read = findings(place, f"'Now {mark} ok'")
    sort = sort_of(place.part, place.key)
    if sort == "plain" or (sort == "short" and mark == "[@label]"):
        assert read is None
        name = place.key if place.key != "*" else "phone"
        name = "title" if (place.part, place.key) == ("library", "title") else name
        assert any(f"`{name}`" in finding.message for finding in told)
    else:
        assert read == [f"Now {mark} ok"] * len(read or [])
        assert told == ()


@pytest.mark.parametrize(
    ("written", "advice"),
    [("The \\* key", "write * alone"), ("Rest &amp; wait", "write `&`")],
)
def test_what_stands_for_a_sign_is_refused_where_there_are_no_marks(
    written: str, advice: str
) -> None:
    """A backslash before a star, and a code of a web page, would be shown as they stand."""
    for place in PLACES:
        if sort_of(place.part, place.key) == "plain":
            told, read = findings(place, f"'{written}'")
            assert read is None, place.word
            assert all(advice in finding.message for finding in told), place.word


def write_files(folder: Path, word: str, written: str) -> None:
    """The library of every text, with this in place of a word."""
    for file in FILES:
        (folder / file.name).parent.mkdir(exist_ok=True)
        message = file.text.replace("zz_clinic__*", "5 55").replace(word, written)
        (folder / file.name).write_text(message)
    write(folder, "pictures/a-picture.svg", CALL)


@pytest.mark.parametrize(
    ("word", "text", "advice"),
    [
        ("zz_section__title", "So [nausea] now", "`title` takes no marks, so `[nausea]` would"),
        ("zz_section__title", "So @label.", "`title` takes no marks, so `@label` would"),
        ("zz_section__title", "So clinic.phone now", "`title` takes no marks, so `clinic.phone` "),
        ("zz_answer__text", "So [label] now", "`text` has no room for a source's number"),
    ],
)
def test_nobody_is_sent_to_a_mark_that_the_field_does_not_take(
    tmp_path: Path, word: str, text: str, advice: str
) -> None:
    """A near miss in a title is to become plain words, and a source in an answer goes to its reason."""
    write_files(tmp_path, word, f"'{text}'")
    (finding,) = (finding for finding in check(tmp_path).findings if finding.severity == "error")
    assert finding.message.startswith(advice)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Call [nausea] now", "[[nausea]]"),
        ("It was so [label].", "[@label]"),
        ("It was so @label.", "[@label]"),
        ("Call clinic.phone now", "{clinic.phone}"),
    ],
)
def test_what_another_file_knows_is_missed_as_a_mark(tmp_path: Path, text: str, meant: str) -> None:
    """A term in single brackets, a source without its brackets, a placeholder without its braces."""
    write_files(tmp_path, "zz_section__tip", f'"{text}"')
    told = [finding for finding in check(tmp_path).findings if finding.severity == "error"]
    assert [(finding.file, finding.message) for finding in told] == [
        ("en/every-text.yaml", f"this is shown as it stands; did you mean {meant}?")
    ]
    line = told[0].source_line
    assert line[told[0].column - 1 :].startswith(("[", "@", "clinic"))


@pytest.mark.parametrize(
    "written",
    [
        ">\n      Bring:\n\n      - a list\n      - a card",
        ">\n      One paragraph.\n\n      Another one.",
        "Bring this\n      - a list\n      - a card",
        "'One.\n\n      Two.'",
    ],
)
def test_lists_and_paragraphs_that_yaml_folds_are_told(written: str) -> None:
    """They would run together: the text has to begin with `|`."""
    place = next(place for place in PLACES if place.word == "zz_section__tip")
    told, read = findings(place, written)
    assert read is None
    assert any("begin the text with `|`" in finding.message for finding in told)


def test_a_folded_text_of_one_paragraph_is_fine() -> None:
    """Lines that go on are one paragraph, as YAML has it."""
    place = next(place for place in PLACES if place.word == "zz_section__tip")
    assert findings(place, ">\n      One\n      paragraph.") == ((), ["One paragraph."])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("You can eat again at\n6. Before that, sip water.", [(2, 1)]),
        ("Call us\n- any time - or come", [(2, 1)]),
        ("Bring:\n- a list\n- a card", []),
        ("Do this:\n1. Sit.\n2. Rest.", []),
        ("It is so.\n\n- One\n- Two", []),
        ("Come on\n05. May", []),
    ],
)
def test_a_sentence_that_goes_on_as_an_item_is_told(text: str, told: list[tuple[int, int]]) -> None:
    """A warning at the sign; real lists are left alone, and a date is no item."""
    place = next(place for place in PLACES if place.word == "zz_section__text")
    found, read = findings(place, place.indented(text))
    assert read == [text]
    assert [(finding.line, finding.column) for finding in found] == [
        (place.line + line, 6 + column) for line, column in told
    ]
    assert "05" in markup.plain("Come on\n05. May", {})


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Bring:\n\u2022 a list\n\u2022 a card", 2),
        ("> They said so.", 1),
        ("```\ncode\n```", 1),
        ("| one | two |\n| --- | --- |", 1),
        ("Fish &amp; chips", 1),
    ],
)
def test_signs_of_other_programs_are_errors(text: str, line: int) -> None:
    """What would run together or be shown as a code, where it stands."""
    place = next(place for place in PLACES if place.word == "zz_section__text")
    told, read = findings(place, place.indented(text))
    assert read is None
    assert place.line + line in [finding.line for finding in told]


@pytest.mark.parametrize("year", ["2019 (revised 2021)", "2019a", "2019, in print"])
def test_what_stands_after_a_year_is_not_cut_off(year: str) -> None:
    """Only the year is shown, so nothing else may stand there."""
    text = every_text.SOURCES.replace("issued: 2019", f"issued: {year}")
    decoded = decode_sources("sources.yaml", text)
    assert [finding.code for finding in decoded.findings] == ["wrong-type"]

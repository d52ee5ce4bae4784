"""Pairs to match, through the real journey: views, keys, the mouse, line by line, on paper, in an assessment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from edu_tui.handout.mine import answer_parts
from edu_tui.journey.questions.feedback import right_answer_parts
from edu_tui.layout.line import Room, plain
from edu_tui.layout.part import Labelled, lines_of
from edu_tui.layout.text import TextVoice
from edu_tui.learning.item import deal
from edu_tui.library.decode.module import decode_module
from edu_tui.library.lint.judge import Rules
from edu_tui.library.open_library import OpenLibrary
from edu_tui.staff.report.items import CountedMistake
from edu_tui.staff.report.mistakes import Mistake, mistakes, told
from edu_tui.staff.report.words import chosen_words
from tests.journey.banked import Learner, bank_item, write_banked
from tests.journey.reader import Reader
from tests.library.pairs import ASK, LEFT, PAIRS, RIGHT, WITH_PAIRS
from tests.library.samples import MODULE, write, write_library
from tests.lint.judging import case
from tests.plain.program import Talk, run
from tests.tui.reader import sitting

if TYPE_CHECKING:
    from pathlib import Path

QUESTIONS = WITH_PAIRS[WITH_PAIRS.index("questions:\n") : WITH_PAIRS.index("  - id: who")]
ONLY = WITH_PAIRS.replace(QUESTIONS, "questions:\n")
"""The module with this question alone."""
PAIRED = dict(zip(LEFT, RIGHT, strict=True))
WHYS = ("Only a doctor may say so.", "You react slowly all day.", "Someone is always there.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_library(tmp_path)
    write(tmp_path, "en/going-home.yaml", ONLY)
    return tmp_path


@pytest.fixture
def reader(folder: Path) -> Reader:
    return Reader(folder).choose("Going home", "See if it is clear")


def asked_of(text: str) -> str:
    """The left side that a page asks for."""
    return next(one for one in LEFT if f"of 3: {one}" in text)


def match_all(reader: Reader, wrong: dict[str, str] | None = None) -> Reader:
    """Match what is left, each rightly but those."""
    while reader.marked != "Check my answer":
        left = asked_of(reader.flat)
        reader.choose((PAIRED | (wrong or {}))[left])
    return reader


def test_all_right(reader: Reader) -> None:
    """One left side after the other; what belongs together is told with its reasons."""
    assert ASK in reader.flat
    assert "Find what belongs to each one. You can change it before you check." in reader.flat
    match_all(reader).choose("Check my answer")
    assert "[+] That's right." in reader.text
    for left, right, why in zip(LEFT, RIGHT, WHYS, strict=True):
        assert f"{left} ({right}) {why}" in reader.flat
    item = deal(reader.visit.module("going-home").questions[0], reader.visit.rng)
    room = Room(80, 0, "words")
    lines = [plain(line) for line in lines_of(right_answer_parts(reader.visit, item), room)]
    assert lines[1:] == [f"  - {left}: {right}" for left, right in PAIRED.items()]


def test_its_state_is_in_characters(reader: Reader) -> None:
    """What is matched already says so; before the check each stands with what was chosen for it."""
    first = asked_of(reader.flat)
    reader.choose(RIGHT[0])
    assert f"( ) {RIGHT[0]}" in reader.text
    assert reader.flat.count(f"with: {first}") == 1
    second = asked_of(reader.flat)
    reader.choose(RIGHT[0])
    assert f"with: {first}; {second}" in reader.flat
    reader.choose(RIGHT[1])
    assert f"{first} ({RIGHT[0]})" in reader.flat
    reader.choose(first)
    assert f"(*) {RIGHT[0]}" in reader.text
    assert f"with: {second}" in reader.flat


def test_partly_right_keeps_what_is_right(reader: Reader) -> None:
    """A first miss tells the reasons of what was wrong and no answer; those are matched anew, and shown then."""
    wrong = {LEFT[0]: RIGHT[1], LEFT[1]: RIGHT[0]}
    match_all(reader, wrong).choose("Check my answer")
    assert "Try once more" in reader.text
    for words in (WHYS[0], WHYS[1], "Think of the day itself."):
        assert words in reader.flat
    assert WHYS[2] not in reader.flat
    assert asked_of(reader.flat) != LEFT[2]
    match_all(reader, {LEFT[0]: RIGHT[2], LEFT[1]: RIGHT[0]}).choose("Check my answer")
    assert "[~] Not quite. Here is the answer." in reader.text
    assert f"{LEFT[0]} ({RIGHT[0]}) {WHYS[0]}" in reader.flat


@pytest.mark.parametrize("kept", range(3))
def test_the_same_answer_is_not_judged_twice(reader: Reader, kept: int) -> None:
    """Given in whatever order, it is said to be the one before; with one part of it changed it is checked."""
    others = [left for left in LEFT if left != LEFT[kept]]
    swapped = {others[0]: PAIRED[others[1]], others[1]: PAIRED[others[0]]}
    match_all(reader, swapped).choose("Check my answer")
    message = "This is the answer you gave before. Change one part of it."
    assert message not in reader.flat
    for _ in others:
        reader.choose(swapped[asked_of(reader.flat)])
    assert message in reader.choose("Check my answer").flat
    assert reader.has("Check my answer")
    reader.choose(others[0]).choose(PAIRED[others[0]])
    assert message not in reader.flat
    assert message not in reader.choose("Check my answer").flat


def test_not_sure_is_never_wrong(reader: Reader) -> None:
    """It explains; the question is one to ask, and what was not clear goes home with its answer."""
    reader.choose("I'm not sure", "Check my answer")
    assert "[?] Good that you said so." in reader.text
    assert f"{LEFT[1]} ({RIGHT[1]}) {WHYS[1]}" in reader.flat
    assert len(reader.visit.asks) == 1


def test_the_answer_is_kept_and_known_again(folder: Path, tmp_path: Path) -> None:
    """As pairs of ids, on the record."""
    records = tmp_path / "records.db"
    reader = Reader(folder, records=records).choose("Going home", "See if it is clear")
    match_all(reader).choose("Check my answer")
    again = Reader(folder, records=records)
    assert again.visit.standing("going-home").mark("?who") == "clear"


@pytest.mark.parametrize("way", ["choose", "choose_by_digit", "choose_by_mouse"])
async def test_on_the_full_screen(folder: Path, way: str) -> None:
    """With arrows and Enter, with digits, with the mouse alone."""
    async with sitting(folder) as reader:
        choose = getattr(reader, way)
        await choose("Going home")
        await choose("See if it is clear")
        for _ in LEFT:
            await choose(PAIRED[asked_of(reader.words)])
        await choose("Check my answer")
        assert "[+] That's right." in reader.words


def test_line_by_line(folder: Path, tmp_path: Path) -> None:
    """The same rows by their numbers; what there is to choose is told for each pair, and what has it already."""
    talk = Talk(tmp_path, "--library", str(folder))
    talk.choose("Going home")
    talk.choose("See if it is clear")
    taken: dict[str, str] = {}
    for _ in LEFT:
        page = " ".join(talk.page.split())
        for right in RIGHT:
            assert re.search(rf"\d\. \( \) {right}", page)
        for left, right in taken.items():
            assert f"{right} (with: {left})" in page
        left = asked_of(page)
        taken[left] = PAIRED[left]
        talk.choose(PAIRED[left])
    assert "That's right" in talk.choose("Check my answer")
    assert talk.end() == 0


def test_on_paper(folder: Path, tmp_path: Path) -> None:
    """The left sides with letters, the right ones by their words with numbers; the answers after all."""
    paper = " ".join(run(tmp_path, "read", "--library", str(folder), "going-home").out.split())
    asked, _, answers = paper.partition("Answers and why")
    listed = (
        "Match each letter with a number. a) Says that you may go home b) Takes you home "
        "c) Answers at night 1. A friend you named 2. The doctor 3. your clinic by phone"
    )
    assert listed in asked
    assert "doctor may say" not in asked
    assert "2. The doctor: a) Says that you may go home. Only a doctor may say so." in answers


def test_in_a_browser_the_numbers_are_there_too(folder: Path, tmp_path: Path) -> None:
    """Letters before one side and numbers before the other, as the answers have them."""
    page = run(tmp_path, "--library", str(folder), "handout", "--full", "--format", "html").out
    assert re.search(
        r'<ol type="a">\s*<li>[^<]*</li>.*?</ol>\s*<ol>\s*<li value="1">A friend', page, re.DOTALL
    )
    assert 'ol[type="a"] { list-style-type: lower-alpha; }' in page


def test_its_words_are_found_and_its_answer_is_not(folder: Path) -> None:
    """By search, as with every kind: what is asked, and no side of a pair."""
    open_library = OpenLibrary(folder, None)
    open_library.refresh("en")
    assert [hit.place for hit in open_library.search("who does each match", "en").hits][:1] == [
        "who"
    ]
    assert not [
        hit for hit in open_library.search("answers at night", "en").hits if hit.place == "who"
    ]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("right: The doctor", "right: None of these", "Q605"),
        ("right: The doctor", "right: I don't know", "Q632"),
        ("right: The doctor", "right: A friend you named.", "Q621"),
        ("right: The doctor", "right: The doctor who has looked after you from the start", "Q611"),
        ("why: Only a doctor may say so.", "why: It is so.", "Q601"),
        ("right: A friend you named, why: You react slowly all day.", "right: Quokka, why: Zebra yak gnu emu.", "Q613"),
    ],
)  # fmt: skip
def test_rules_for_options_look_at_pairs(old: str, new: str, rule: str) -> None:
    """At the right sides, which are chosen from, and at the reasons."""

    def found(text: str) -> list[int]:
        return [
            finding.line
            for finding in Rules((rule,))(
                case(text.replace("id: going-home", "id: a-module"))
            ).findings
            if finding.line >= start
        ]

    start = WITH_PAIRS[: WITH_PAIRS.index("  - id: who")].count("\n") + 1
    assert old in PAIRS
    assert len(found(WITH_PAIRS.replace(old, new))) == len(found(WITH_PAIRS)) + 1


def test_what_was_not_clear_goes_home_with_its_answer() -> None:
    """Each right side before what belongs to it, and why."""
    module = decode_module("en/going-home.yaml", WITH_PAIRS).model
    assert module is not None
    parts = answer_parts(module.questions[-1], TextVoice({"name": "your clinic"}, {}))
    shown = [
        (part.label, "".join(piece.text for piece in part.spans).strip())
        for part in parts
        if isinstance(part, Labelled)
    ]
    assert shown == [
        (right, f"{left}. {why}") for left, right, why in zip(LEFT, RIGHT, WHYS, strict=True)
    ]


def test_a_report_has_the_authors_words() -> None:
    """Of two that were exchanged: what was matched with what."""
    module = decode_module("en/going-home.yaml", MODULE + PAIRS).model
    assert module is not None
    question = module.questions[-1]
    wrong = [["ready", "ride"], ["ride", "ready"], ["phone", "phone"]]
    found = mistakes(question, wrong, "")
    assert found == ("ready=ride", "ride=ready")
    mistake = told(question, found[0], {})
    assert mistake == Mistake("ready=ride", LEFT[0], "A friend you named", "matched")
    assert chosen_words(CountedMistake(mistake, 1)) == (
        '"Says that you may go home" matched with "A friend you named"'
    )


@pytest.mark.parametrize("right", [True, False])
def test_an_assessment_asks_for_pairs(tmp_path: Path, right: bool) -> None:
    """In the same rows, without a verdict; what was matched is on record when it is handed in."""
    write_banked(tmp_path / "library")
    text = (tmp_path / "library/en/watching.yaml").read_text(encoding="utf-8")
    item = bank_item("rest-1", "signs")
    pairs = PAIRS.replace("id: who", "id: rest-1").replace(ASK, "What about rest-1, as it stands?")
    pairs = pairs.replace("not-driving", "signs").replace("{clinic.name}", "Nurse")
    pairs = pairs.replace(" [@label-2023]", "")
    assert item in text
    write(tmp_path, "library/en/watching.yaml", text.replace(item, pairs))
    learner = Learner(tmp_path).begin()
    while name := learner.asked:
        if name != "rest-1":
            learner.choose("The right thing").do("next")
            continue
        assert "Find what belongs to each one. 1 of 3:" in learner.flat
        for _ in LEFT:
            left = asked_of(learner.flat)
            wanted = PAIRED[left].replace("your clinic", "Nurse")
            learner.choose(wanted if right or left == LEFT[2] else RIGHT[left == LEFT[0]])
        learner.do("next")
    learner.hand_in()
    (row,) = [record for record in learner.records("answered") if record.unit == "?rest-1"]
    assert row.result == ("right" if right else "shown")

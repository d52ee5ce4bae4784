"""Questions from elsewhere become modules that `check` leads to their end; ours go out in others' forms."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edu_tui.library.decode.module import decode_module
from edu_tui.library.exchange.aiken import read_aiken
from edu_tui.library.exchange.gift import as_gift
from edu_tui.library.exchange.incoming import BankError, Incoming
from edu_tui.library.exchange.module import module_of
from edu_tui.library.exchange.moodle import as_moodle
from edu_tui.library.exchange.table import read_table
from edu_tui.library.open_library import OpenLibrary
from edu_tui.system.paths import shipped_library
from tests.library.pairs import LEFT, RIGHT, WITH_PAIRS

if TYPE_CHECKING:
    from pathlib import Path

AIKEN = """\
Who takes you home?
A. An adult
B) Nobody
c. My own car
ANSWER: A

When may you drive?
A. Tonight
B. Tomorrow, after a full night
C. In an hour
ANSWER: b
"""
TABLE = """\
question,answer 1,answer 2,wrong 1,wrong 2
"Which two, of these?",One,Two,Three,
Which is it?,It,,That,This
"""
OPEN_LIBRARY = OpenLibrary(shipped_library(), None)
MODULES = (*OPEN_LIBRARY.library().for_patients(), *OPEN_LIBRARY.library().courses[-1].modules)


def test_aiken_is_read() -> None:
    """Points and brackets, small letters and capitals: question, right one, wrong ones, and the line."""
    first, second = read_aiken("quiz.txt", AIKEN)
    assert first == Incoming(1, "Who takes you home?", ("An adult",), ("Nobody", "My own car"))
    assert second == Incoming(
        7, "When may you drive?", ("Tomorrow, after a full night",), ("Tonight", "In an hour")
    )


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_table_is_read(between: str) -> None:
    """Several right answers, empty cells, quotes, and what spreadsheets put between cells."""
    text = "question,answer,answer,wrong\nWho?,A,B,C\n".replace(",", between)
    assert read_table("quiz.csv", text) == (Incoming(2, "Who?", ("A", "B"), ("C",)),)
    assert read_table("quiz.csv", TABLE)[0].ask == "Which two, of these?"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Who?\nA. One\nANSWER: A\n", "quiz.txt:3: a question needs two options"),
        ("Who?\nA. One\nB. Two\nANSWER: C\n", "quiz.txt:4: the answer C; it has A, B"),
        ("Who?\nA. One\nA. Two\n", "quiz.txt:3: there are two options A"),
        ("Who?\nA. One\nB. Two\nWhat?\n", "quiz.txt:4: after the options"),
        ("Who?\n", "quiz.txt:1: this question has no `ANSWER: ` line"),
        ("ANSWER: A\n", "quiz.txt:1: an answer without a question"),
        ("Who?\nA. One\nC. Two\nANSWER: C\n", "quiz.txt:3: option C comes where B is due"),
        ("Who?\nB. One\nC. Two\nANSWER: C\n", "quiz.txt:2: option B comes where A is due"),
        (f"{AIKEN}Feedback: it is so\nWhat?\n", "quiz.txt:12: Aiken has no place for this"),
        (
            "Who?\nAnswer B\nWhat?\nA. One\nB. Two\nANSWER: A\n",
            "quiz.txt:2: this looks like an answer",
        ),
    ],
)
def test_what_is_wrong_in_aiken_is_told_with_its_line(text: str, told: str) -> None:
    """File, line, what, and what to do."""
    with pytest.raises(BankError) as error:
        read_aiken("quiz.txt", text)
    assert told in str(error.value)


SLIPS = (
    "A.Sit|A: Sit|*A. Sit|- A. Sit|[A] Sit|(A) Sit|A.|A|\uff21. Sit|A - Sit|A) |\u0410. Sit|a: Sit"
)


@pytest.mark.parametrize("line", SLIPS.split("|"))
def test_what_only_looks_like_an_option_is_no_part_of_the_question(line: str) -> None:
    """It is refused with its line, before and after options that were understood."""
    text = f"Who?\n{line}\nB. Two\nC. Three\nANSWER: B\n"
    with pytest.raises(BankError, match=r"quiz.txt:2: this looks like an option"):
        read_aiken("quiz.txt", text)
    with pytest.raises(BankError, match=r"quiz.txt:4: this looks like an option"):
        read_aiken("quiz.txt", f"Who?\nA. One\nB. Two\n{line}\nANSWER: B\n")


@pytest.mark.parametrize(
    "ask",
    [
        "A patient is 45. What now?",
        "I feel sick. Why?",
        "E.g. a spray?\nIs it so?",
        "5) Which?",
        "U.S. law?",
    ],
)
def test_a_question_may_begin_with_a_letter(ask: str) -> None:
    """A sentence that begins with a short word is a question."""
    (batch,) = read_aiken("quiz.txt", f"{ask}\nA. One\nB. Two\nANSWER: B\n")
    assert batch.ask == " ".join(ask.split("\n"))


LINES = (
    *("Who?", "What now?", "A. One", "B. Two", "B) Two", "c. Three", "ANSWER: A", "answer: b"),
    *("A.One", "B: Two", "*A. One", "[B] Two", "C", "Answer B", "Feedback: so", "- one", ""),
)
ENDS = ["A. One", "B. Two", "ANSWER: A"]
AIKEN_TEXT = st.lists(st.sampled_from(LINES), max_size=6).map(lambda made: "\n".join(made + ENDS))


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(AIKEN_TEXT)
def test_every_word_of_a_quiz_comes_in_or_its_line_is_told(text: str) -> None:
    """No line is lost, and none but the question's own is taken for the question."""
    message, batches = "", tuple[Incoming, ...]()
    try:
        batches = read_aiken("quiz.txt", text)
    except BankError as error:
        message = str(error)
    if message:
        assert re.match(r"quiz.txt:\d+: ", message)
        return
    shown = " ".join(
        words for batch in batches for words in (batch.ask, *batch.right, *batch.wrong)
    )
    left = re.sub(r"(?im)^\s*(?:[a-z][.)]\s|ANSWER\s*:.*$)", "", text)
    assert Counter("".join(shown.split())) == Counter("".join(left.split()))
    for batch in batches:
        assert not re.search(r"(?:^|\s)[A-Z][.):](?:\s|$)", batch.ask)


def test_cells_with_line_ends_of_other_programs_come_in_whole() -> None:
    """A vertical tab or a line separator within a cell is white space, no new row."""
    (batch,) = read_table("quiz.csv", "question,answer,wrong\nWho\u2028is it?,It\x0bis,No\n")
    assert batch == Incoming(2, "Who is it?", ("It is",), ("No",))


@pytest.mark.parametrize(
    "text",
    [
        "sep=;\nquestion;answer;wrong\nWho, is it?;It;No\n",
        '"sep=|"\nquestion|answer|wrong\nWho, is it?|It|No\n',
        "sep=\t\nquestion\tanswer\twrong\nWho, is it?\tIt\tNo\n",
        "question;answer;wrong;;\nWho, is it?;It;No;;\n",
        ";question;;answer;wrong\n;Who, is it?;;It;No\n",
        "question;answer;wrong\nWho, is it?;It;No;;;\n",
    ],
)
def test_tables_as_spreadsheets_leave_them(text: str) -> None:
    """A first line that tells what is between cells, and columns that are empty throughout."""
    ((_, *words),) = read_table("quiz.csv", text)
    assert words == ["Who, is it?", ("It",), ("No",)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "it is empty"),
        ("question,answer,wrong,hint\n", ":1: no column is called `hint`"),
        ("question,answer\n", ":1: it needs one `question`"),
        ("question,answer,wrong\n\nWho?,,B\n", ":3: the answer is missing"),
        ("question,answer,wrong\nWho, then?,A,B\n", ":2: `B` stands under no column"),
        ('question,answer,wrong\n"Who?,A,B\nNext?,A,B\n', ":2: this quote is not closed"),
        ('question,answer,wrong\nWho?,"A,B\n"Next?",A,B\n', ":2: this quote is not closed"),
        ('sep=;\nquestion;answer;wrong\n"a\nb";c;d\nWho?;"A;B\n', ":5: this quote is not closed"),
        ('question,answer,wrong\n"a ""b""\nc","A,B\nNext?,A,B\n', ":3: this quote is not closed"),
        ("question,answer,wrong,,\nWho?,A,B,,C\n", ":2: `C` stands under no column"),
        ("sep=;\nquestion;answer;wrong\nWho?;;B\n", ":3: the answer is missing"),
    ],
)
def test_what_is_wrong_in_a_table_is_told_with_its_line(text: str, told: str) -> None:
    """File, line, what, and what to do."""
    with pytest.raises(BankError) as error:
        read_table("quiz.csv", text)
    assert told in str(error.value)


@pytest.mark.parametrize("key", ["questions", "assessment"])
def test_check_names_each_gap_of_what_came_in(key: str) -> None:
    """The made file is YAML of the format; every finding is of something empty, and every option has one."""
    questions = (*read_aiken("quiz.txt", AIKEN), *read_table("quiz.csv", TABLE))
    message = module_of(questions, "quiz.txt", "fire-safety", key)
    findings = decode_module("en/fire-safety.yaml", message).findings
    assert {finding.code for finding in findings} == {"empty"}
    reasons = [finding for finding in findings if "`why` is empty" in finding.message]
    assert len(reasons) == sum(len(question.right) + len(question.wrong) for question in questions)
    filled = message.replace('""', '"a b c d"').replace('teaches: "a b c d"', "teaches: part-1")
    filled = filled.replace('misconception: "a b c d"', "misconception: mix-up")
    module = decode_module("en/fire-safety.yaml", filled).model
    assert module is not None
    asked = module.questions or module.assessment
    assert [question.ask for question in asked] == [question.ask for question in questions]


@pytest.mark.parametrize("name", [*MODULES, "with pairs"])
def test_what_goes_out_is_whole(name: str) -> None:
    """Every question of every shipped module, and of one with pairs, is in both forms, with each option and
    pair, and well formed.
    """
    with_pairs = decode_module("en/going-home.yaml", WITH_PAIRS).model
    module = with_pairs if name == "with pairs" else OPEN_LIBRARY.module(name, "en")
    assert module is not None
    clinic = OPEN_LIBRARY.library().clinic
    every = (*module.questions, *module.assessment)
    root = ET.fromstring(as_moodle(name, every, clinic))
    elements = [element for element in root if element.get("type") != "category"]
    assert len(elements) == len(every)
    for element, question in zip(elements, every, strict=True):
        parts = question.body.review(question.body.empty)
        assert len(element.findall("answer") or element.findall("subquestion")) == len(parts)
        rights = [float(part.get("fraction", 0)) for part in element.findall("answer")]
        assert not rights or sum(part for part in rights if part > 0) == pytest.approx(
            100, abs=0.01
        )
    gift = as_gift(name, every, clinic)
    assert gift.count("\n::") == len(every)
    assert "{clinic" not in gift
    assert "[@" not in gift


def test_pairs_go_out_as_pairs() -> None:
    """Left and right in their native form, and every reason."""
    module = decode_module("en/going-home.yaml", WITH_PAIRS).model
    assert module is not None
    clinic = {"name": "Lake = House"}
    (made,) = ET.fromstring(as_moodle("x", module.questions[-1:], clinic)).findall(
        "question[@type='matching']"
    )
    pairs = [
        (element.findtext("text"), element.findtext("answer/text"))
        for element in made.findall("subquestion")
    ]
    assert pairs == list(zip(LEFT, (*RIGHT[:2], "Lake = House by phone"), strict=True))
    assert "Takes you home: You react slowly all day." in (
        made.findtext("generalfeedback/text") or ""
    )
    gift = as_gift("x", module.questions[-1:], clinic)
    assert "  =Takes you home -> A friend you named\n" in gift
    assert r"  =Answers at night -> Lake \= House by phone" in gift
    assert "####Says that you may go home: Only a doctor may say so." in gift.replace("\\", "")


def test_pairs_cannot_be_taken_in() -> None:
    """From a table or from Aiken, which have no place for them: what to do is told."""
    with pytest.raises(BankError, match=r"no place for pairs to match. Write them in the module"):
        read_table("quiz.csv", "question,left 1,right 1\nWho?,A,B\n")
    with pytest.raises(BankError, match=r"quiz.txt:2: Aiken has no pairs to match. Write them"):
        read_aiken("quiz.txt", "Who?\n=A nurse -> Watches\nANSWER: A\n")


def test_signs_that_act_in_gift_are_kept_from_it() -> None:
    """Braces, tildes and equal signs of a text are only signs."""
    module = OPEN_LIBRARY.module("going-home", "en")
    question = module.questions[0]._replace(ask="Is {a} = b ~ c : d?")
    assert r"Is \{a\} \= b \~ c \: d?" in as_gift("x", [question], {})


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "edu_tui", "bank", *words],
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_takes_in_and_gives_out(tmp_path: Path) -> None:
    """From a file to a module file that is not written over, and from the shipped course to GIFT."""
    quiz, module = tmp_path / "quiz.txt", tmp_path / "fire-safety.yaml"
    quiz.write_text(AIKEN)
    taken = run("import", str(quiz), "--module", "fire-safety", "-o", str(module))
    assert (taken.returncode, "2 questions" in taken.stderr) == (0, True)
    again = run("import", str(quiz), "--module", "fire-safety", "-o", str(module))
    assert again.returncode == 2
    assert "--force" in again.stderr
    quiz.write_bytes(AIKEN.replace("adult", "ad\xfclt").encode("cp1252"))
    refused = run("import", str(quiz), "--module", "fire-safety")
    assert (refused.returncode, refused.stdout) == (1, "")
    told = run("import", str(quiz), "--module", "fire-safety", "--encoding", "cp1252")
    assert "ad\xfclt" in told.stdout
    gift = run("import", "quiz.gift", "--module", "fire-safety")
    assert "given out, not taken in" in gift.stderr
    given = run("export", "going-home", "--format", "gift")
    assert given.returncode == 0
    assert given.stdout.startswith("// going-home")
    unknown = run("export", "going-hme", "--format", "gift")
    assert unknown.returncode == 1
    assert "Traceback" not in unknown.stderr

"""The rules on banks of assessments, and the rules on questions where they meet a bank: on real libraries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.library.check import check
from edu_tui.library.lint.judge import Rules
from tests.library.samples import line_of, swap, write

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.library.finding import Finding

LIBRARY = """\
format: 1
title: {en: For staff}
languages: [en]
courses:
  - {id: patient, title: For patients, audience: patient, modules: [other]}
  - {id: staff, title: For staff, audience: staff, mastery: 80, modules: [drill]}
"""
TOP = """\
id: drill
title: A drill
summary: What to do first.
minutes: 2
sections:
  - id: calling
    title: Call for help first
    text: Call for help, stay with the patient, and let the lead give out the tasks. Write it down later.
"""
OTHER = TOP.replace("id: drill", "id: other")


def item(name: str, *, must_know: bool = False, variant_of: str = "") -> str:
    """An item with six ways to choose two of four."""
    more = f"    variant_of: {variant_of}\n" if variant_of else ""
    more += "    must_know: true\n" if must_know else ""
    return f"""\
  - id: {name}
    kind: multiple
    teaches: calling
{more}    ask: A patient turns pale in room {name}. Which two are right?
    answers:
      - {{id: call, text: I call for help., why: Help has to be on its way.}}
      - {{id: stay, text: I stay with them., why: They may not be alone.}}
    wrong:
      - {{id: walk, text: I walk with them., misconception: air-helps, why: They may fall on the way.}}
      - {{id: note, text: I write it down., misconception: notes-first, why: That can be done later on.}}
"""


MUST = [item(f"m{at}", must_know=True) + item(f"m{at}b", must_know=True, variant_of=f"m{at}") for at in range(6)]  # fmt: skip
BANK = "assessment:\n" + "".join(MUST) + "".join(item(f"n{at}") for at in range(6))
GOOD = TOP + BANK


def problems(folder: Path, module: str = GOOD, library: str = LIBRARY) -> list[Finding]:
    """What a check of a library with this staff module finds in it."""
    write(folder, "library.yaml", library)
    write(folder, "reviews.yaml", "reviews: []\n")
    write(folder, "en/drill.yaml", module)
    write(folder, "en/other.yaml", OTHER)
    return [
        finding for finding in check(folder, Rules()).findings if finding.file == "en/drill.yaml"
    ]


def told(findings: list[Finding]) -> list[tuple[str, str, int]]:
    """Code, severity and line."""
    return [(finding.code, finding.severity, finding.line) for finding in findings]


def test_a_bank_as_it_should_be_is_clean(tmp_path: Path) -> None:
    """No rule of any family finds anything in it."""
    assert told(problems(tmp_path)) == []


def test_a_module_of_an_assessed_course_needs_a_bank(tmp_path: Path) -> None:
    """Without one nobody could pass; a course without a pass mark needs none.

    It is no reason to keep a module from patients.
    """
    assert told(problems(tmp_path, TOP)) == [("Q625", "error", 1)]
    assert told(problems(tmp_path, TOP, swap("mastery: 80, ", "", LIBRARY))) == []
    both = swap("modules: [other]", "modules: [other, drill]", LIBRARY)
    findings = [problem for problem in problems(tmp_path, TOP, both) if problem.code == "Q625"]
    assert told(findings) == [("Q625", "warning", 1)]


def test_too_few_families(tmp_path: Path) -> None:
    """Variants of one item do not make more of them."""
    small = TOP + "assessment:\n" + "".join(MUST) + "".join(item(f"n{at}") for at in range(3))
    findings = problems(tmp_path, small)
    assert told(findings) == [("Q625", "error", line_of("- id: m0", small))]
    assert "asks for 9 different things" in findings[0].message
    more = small + item("n0b", variant_of="n0")
    assert [problem.code for problem in problems(tmp_path, more)] == ["Q625"]
    assert told(problems(tmp_path, small + item("n3"))) == []


def test_too_few_must_knows(tmp_path: Path) -> None:
    """However many items there are."""
    few = TOP + "assessment:\n" + "".join(MUST[:4]) + "".join(item(f"n{at}") for at in range(12))
    findings = problems(tmp_path, few)
    assert told(findings) == [("Q625", "error", line_of("- id: m0", few))]
    assert "4 things in the bank are must-know" in findings[0].message


def test_a_must_know_needs_a_variant(tmp_path: Path) -> None:
    """It is told at each one that has none; other items need none."""
    alone = GOOD + item("m6", must_know=True)
    findings = problems(tmp_path, alone)
    assert told(findings) == [("Q627", "error", line_of("- id: m6", alone))]
    assert "`variant_of: m6`" in findings[0].message
    assert told(problems(tmp_path, alone + item("m6b", must_know=True, variant_of="m6"))) == []


def test_a_bank_that_guessing_passes(tmp_path: Path) -> None:
    """The chance is told; one item that is easy to guess counts for its family; one try is harder to guess."""
    easy = GOOD
    for name in ("m0b", "m1b", "m2b", "m3b", "m4b", "m5b"):
        begin = easy.index(f"  - id: {name}\n")
        end = easy.index("  - id: ", begin + 5)
        text = (
            easy[begin:end]
            .replace("kind: multiple", "kind: single")
            .replace("Which two are right?", "What now?")
        )
        text = text.replace("    answers:\n      - {id: call, ", "    answer: {")
        text = "".join(line for line in text.splitlines(keepends=True) if "{id: stay" not in line)
        easy = easy[:begin] + text + easy[end:]
    findings = problems(tmp_path, easy)
    assert told(findings) == [("Q628", "error", line_of("- id: m0", easy))]
    assert "in course `staff` guessing passes 1 time in 92,676" in findings[0].message
    assert told(problems(tmp_path, easy, swap("mastery: 80", "mastery: 80, tries: 1", LIBRARY))) == []  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("modules: [drill]", "modules: [other]", "no course for staff"),
        ("mastery: 80, ", "", "no course for staff with a `mastery`"),
        ("modules: [other]", "modules: [other, drill]", "a course for patients has this module"),
    ],
)
def test_a_bank_that_is_never_asked(tmp_path: Path, old: str, new: str, words: str) -> None:
    """In a module that no staff course assesses, or that is for patients too."""
    findings = [
        problem
        for problem in problems(tmp_path, library=swap(old, new, LIBRARY))
        if problem.code == "Q629"
    ]
    assert told(findings) == [("Q629", "error", line_of("- id: m0", GOOD))]
    assert words in findings[0].message


# rules for all questions, in a bank

CALL = "{id: call, text: I call for help., why: Help has to be on its way.}"
WALK = (
    "{id: walk, text: I walk with them., misconception: air-helps, why: They may fall on the way.}"
)
ASK = "A patient turns pale in room n5. Which two are right?"


@pytest.mark.parametrize(
    ("rule", "old", "new", "at"),
    [
        ("Q601", CALL, "{id: call, text: I call for help., why: It helps.}", "- {id: call, text: I call for help., why: It helps"),
        ("Q604", ASK, "A patient turns pale. Which two are not right?", "ask: A patient turns pale. Which two are not"),
        ("Q605", WALK, "{id: walk, text: All of the above., misconception: air-helps, why: They may fall on the way.}", "- {id: walk, text: All"),
        ("Q610", ASK, "The two that are right are", "ask: The two"),
        ("Q611", WALK, "{id: walk, text: I walk with them along the floor and back to the chair again., misconception: air-helps, why: They may fall on the way.}", "- {id: walk, text: I walk with them along"),
        ("Q613", CALL, "{id: call, text: I fetch cake., why: Sugar lifts a low spirit.}", "- {id: call, text: I fetch"),
        ("Q616", ASK, "A patient turns pale and you see it from the door. " * 4 + ASK, "ask: A patient turns pale and"),
        ("Q617", WALK, "{id: walk, text: I walk with them., misconception: air-helps, why: You should have known that they fall.}", "- {id: walk, text: I walk with them., misconception: air-helps, why: You"),
        ("Q621", WALK, "{id: walk, text: I call for help, misconception: air-helps, why: They may fall on the way.}", "- {id: walk, text: I call"),
        ("Q630", f"ask: {ASK}", f"keep_order: true\n    ask: {ASK}", "- id: n5"),
        ("Q632", WALK, "{id: walk, text: I am not sure., misconception: air-helps, why: They may fall on the way.}", "- {id: walk, text: I am"),
        ("Q634", f"ask: {ASK}", f"hint: I call for help.\n    ask: {ASK}", "hint"),
        ("W111", ASK, "An addict turns pale in room n5. Which two are right?", "ask: An addict"),
    ],
)  # fmt: skip
def test_a_bank_is_held_to_the_rules_for_questions(
    rule: str, old: str, new: str, at: str, tmp_path: Path
) -> None:
    """A fault in its last item is found by its rule alone, at its line."""
    begin = GOOD.rindex("  - id: n5")
    module = GOOD[:begin] + swap(old, new, GOOD[begin:])
    assert [(problem.code, problem.line) for problem in problems(tmp_path, module)] == [(rule, line_of(at, module))]  # fmt: skip


SINGLE = """\
  - id: {name}
    kind: single
    teaches: calling
    ask: A patient turns pale. What comes first?
    answer: {{text: {right}, why: Help has to be on its way.}}
    wrong:
      - {{id: a, text: {first}, misconception: air, why: They may fall on the way.}}
      - {{id: b, text: {second}, misconception: notes, why: That can be done later on.}}
      - {{id: c, text: I ask their age., misconception: age, why: That can be asked later on.}}
"""


def test_absolute_words_in_a_bank(tmp_path: Path) -> None:
    """Always and never in all wrong options alone give the right one away; patients' words need not have any."""
    text = SINGLE.format(
        name="s", right="I call for help.", first="I never call.", second="I always write."
    )
    given = GOOD + text.replace("I ask their age.", "I never ask.")
    assert [problem.code for problem in problems(tmp_path, given)] == ["Q606"]
    assert told(problems(tmp_path, GOOD + text)) == []


def test_a_pattern_in_a_bank_is_its_own(tmp_path: Path) -> None:
    """Where the right answer is mostly the longest is counted in the bank alone, whatever practice is like."""
    long = [SINGLE.format(name=f"s{at}", right="I call for help at once.", first="I walk with them.", second="I write it down.") for at in range(6)]  # fmt: skip
    even = [SINGLE.format(name=f"p{at}", right="I call for help.", first="I walk with them.", second="I write it down.") for at in range(9)]  # fmt: skip
    practice = "questions:\n" + "".join(even)
    module = TOP + practice + BANK + "".join(long)
    assert told(problems(tmp_path, module)) == [("Q608", "warning", line_of("- id: s0", module))]
    assert told(problems(tmp_path, TOP + practice + BANK + "".join(long[:5]))) == []


def test_a_waiver_may_name_an_item(tmp_path: Path) -> None:
    """As it may name a question."""
    begin = GOOD.rindex("  - id: n5")
    module = GOOD[:begin] + swap(
        ASK, "A patient turns pale. Which two are not right?", GOOD[begin:]
    )
    module += "waive:\n  - {rule: Q604, unit: n5, why: It is a drill., by: A nurse}\n"
    assert told(problems(tmp_path, module)) == []

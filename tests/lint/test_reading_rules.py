"""The rules on reading ease: text in, findings out, and a twin that is left alone."""

from __future__ import annotations

import pytest

from .judging import module, told, verdict

EASY = "You rest in a chair. A nurse stays with you. "
SOME = "The nurse gives you a bottle of medicine for the evening and another for later. "
HARD = "The hospital doctor inspects medicine containers carefully during afternoon procedures. "
HARDEST = "Hospital physicians continually investigate pharmacological administration. "


def sentence(words: int) -> str:
    """A sentence of so many words."""
    return "A " + " ".join(["dog"] * (words - 1)) + "."


@pytest.mark.parametrize(
    ("words", "codes"), [(20, []), (21, ["R007"]), (25, ["R007"]), (26, ["R006"]), (60, ["R006"])]
)
def test_the_length_of_a_sentence(words: int, codes: list[str]) -> None:
    """Up to 20 words are fine, up to 25 need a reason, more are refused."""
    reports = told(module(f"You rest. {sentence(words)} You go."), "R006", "R007")
    assert [(report.code, report.line, report.words) for report in reports] == [
        (code, 9, "A") for code in codes
    ]


def test_a_long_sentence_among_many_short_ones_is_left_alone() -> None:
    """R007 is told where one in ten sentences of a section is long."""
    text = f"{sentence(21)} {EASY * 6}".strip()
    assert told(module(text), "R006", "R007") == []
    assert [report.code for report in told(module(f"{text} {sentence(22)}"), "R007")] == [
        "R007",
        "R007",
    ]


def test_spanish_sentences_may_be_longer() -> None:
    """By five words."""
    for words, codes in ((25, []), (26, ["R007"]), (30, ["R007"]), (31, ["R006"])):
        reports = told(module(sentence(words)), "R006", "R007", language="es")
        assert [report.code for report in reports] == codes


def test_a_list_is_no_long_sentence() -> None:
    """Each item of a list ends a sentence, full stop or none."""
    items = "\n".join(f"- {sentence(12)[:-1]}" for _ in range(4))
    assert told(module(f"You may feel:\n\n{items}"), "R006", "R007") == []


def test_where_to_split() -> None:
    """The message names the joint that is nearest the middle."""
    text = f"{sentence(12)[:-1]}, and {sentence(12)}"
    (finding,) = verdict(module(text), "R007").findings
    assert 'split it at ", and"' in finding.message


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (EASY * 15, []),
        (SOME * 20, ["R002"]),
        (SOME * 10, []),
        (HARD * 15, ["R001"]),
        (HARD * 3, ["R010"]),
        (EASY * 15 + HARD * 2, []),
    ],
)
def test_reading_grades(text: str, codes: list[str]) -> None:
    """A hard module is refused, one above the target warned of, where its length makes that certain."""
    assert [report.code for report in told(module(text.strip()), "R001", "R002", "R010")] == codes


def test_reading_grades_of_staff() -> None:
    """A module for staff may be harder, up to grade 9; what patients read is not held to that limit."""
    said = {"staff": True}
    assert [
        report.code for report in told(module((HARD * 15).strip()), "R001", "R014", **said)
    ] == ["R014"]
    assert told(module((SOME * 15).strip()), "R001", "R002", "R014", **said) == []
    assert told(module((HARD * 3).strip()), "R010", "R014", **said) == []
    assert told(module((HARD * 15).strip()), "R014") == []


def test_questions_do_not_hide_a_hard_text_of_staff() -> None:
    """Texts and questions are measured apart, and the message says which is hard, and where to begin."""
    easy = "".join(
        f"  - id: q{number}\n    kind: single\n    teaches: first\n    ask: You sit. What now?\n"
        f"    answer: {{text: Sit, why: You may sit now.}}\n    wrong:\n"
        f"      - {{id: a, text: Run, misconception: a, why: You may not run now.}}\n"
        f"      - {{id: b, text: Hop, misconception: b, why: You may not hop now.}}\n"
        for number in range(30)
    )
    text = module((HARD * 15).strip(), top=f"questions:\n{easy}")
    (finding,) = verdict(text, "R014", staff=True).findings
    assert "grade of the text" in finding.message
    assert "line 9 (" in finding.message


def test_smog() -> None:
    """From 30 sentences on, and where no grade is told; words of the glossary count once."""
    taught = ("You take a sedative. Rest now. " * 15).strip()
    assert told(module(taught), "R003") == []
    other = taught.replace("sedative", "medicine").replace("Rest now", "Another medicine")
    assert [report.code for report in told(module(other), "R003")] == ["R003"]
    assert told(module(other.removesuffix(" Another medicine.")), "R003") == []
    assert told(module((HARD * 30).strip()), "R003") == []
    (finding,) = verdict(module(other), "R003").findings
    assert "medicine (30)" in finding.message


def test_a_hard_section_in_an_easy_module() -> None:
    """R005 is told at the section, from 10 sentences on."""
    more = "  - id: second\n    title: The second part\n    text: |\n      {}\n"
    hard = module(EASY.strip(), more=more.format((HARD * 10).strip()))
    assert [(report.code, report.line) for report in told(hard, "R005")] == [("R005", 10)]
    assert told(module(EASY.strip(), more=more.format((HARD * 9).strip())), "R005") == []


def test_long_on_average() -> None:
    """R008 is told of many sentences of 16 words, none of which is too long."""
    assert [report.code for report in told(module(" ".join([sentence(17)] * 7)), "R008")] == [
        "R008"
    ]
    assert told(module(" ".join([sentence(14)] * 9)), "R008") == []


@pytest.mark.parametrize(
    ("bad", "at", "good"),
    [
        ("We need supervision.", "supervision.", "We watch you in an emergency."),
        ("Your pre-administration visit.", "administration", "Your after-hours visit."),
        ("Ask Anastasia. Supervision helps.", "Supervision", "Ask Anastasia Papadopoulos."),
        ("It is immunological.", "immunological.", "Do your exercises with understanding."),
        ("It is a benzodiazepine.", "benzodiazepine.", "About 1,977 dissociation notes."),
    ],
)
def test_long_words(bad: str, at: str, good: str) -> None:
    """R009 leaves names, numbers, forms of shorter words and the glossary's words alone."""
    assert [(report.line, report.words) for report in told(module(bad), "R009")] == [(9, at)]
    assert told(module(good), "R009") == []


def test_a_long_word_is_told_once() -> None:
    """Where it stands first."""
    text = "Supervision helps. Supervision is supervision."
    assert [report.line for report in told(module(text), "R009")] == [9]


def test_spanish_grades() -> None:
    """A hard Spanish module is refused, an easy one left alone; English grades are not asked."""
    hard = "La administración farmacológica requiere supervisión profesional continuada. " * 15
    some = "Después de la consulta usted descansa durante dos horas en una sala tranquila. "
    some += "Luego se queda en observación con una enfermera experimentada. "
    some *= 8
    easy = "Usted descansa en la sala. Una enfermera se queda con usted. " * 12
    codes = [
        [
            report.code
            for report in told(module(text.strip()), "R001", "R011", "R012", language="es")
        ]
        for text in (hard, some, easy)
    ]
    assert codes == [["R011"], ["R012"], []]


def test_grades_that_are_far_apart() -> None:
    """R013 tells of many long words in short sentences."""
    text = "Take care with medicines, ladders and bicycles. Stop and rest. " * 15
    assert [report.code for report in told(module(text.strip()), "R013")] == ["R013"]
    assert told(module((EASY * 20).strip()), "R013") == []


def test_staff_texts_have_no_grade() -> None:
    """A module for staff is not held to reading ease."""
    assert told(module((HARDEST * 40).strip()), "R001", "R003", "R005", "R009", staff=True) == []

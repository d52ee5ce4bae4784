"""The rules on words and tone: text in, findings out, and a twin that is left alone."""

from __future__ import annotations

import pytest

from .judging import module, told, verdict

KEY = "    key_message: {}\n"
NOTHING = "not_about: [before, tell, day, after, call, emergency, ask]\n"
QUESTION = """\
questions:
  - id: q
    kind: single
    teaches: first
    ask: What is so?
    answer: {{text: This is so., why: It is.}}
    wrong:
      - {{id: a, text: {wrong}, misconception: m, why: It is not.}}
      - {{id: b, text: None of it is so., misconception: n, why: It is.}}
"""


@pytest.mark.parametrize(
    ("rule", "bad", "at", "good"),
    [
        ("W101", "Eat nothing prior to the visit.", "prior", "Eat nothing before the visit."),
        ("W101", "We Utilize a pump.", "Utilize", "We use a pump."),
        ("W101", "Staff administered it.", "administered", "The Food and Drug Administration agrees."),
        ("W102", "Dissociation fades. See [[dissociation]].", "Dissociation", "It is called [[dissociation]]."),
        ("W102", "Many feel dissociation.", "dissociation.", "Many feel far away ([[dissociation]])."),
        ("W102", "A dissociation-like state. Dissociation.", "Dissociation.", "[[odd|dissociation]]. Dissociation fades."),
        ("W103", "The FDA agrees.", "FDA", "The Food and Drug Administration (FDA) agrees. The FDA is big."),
        ("W103", "An ECG, then rest.", "ECG,", "ECG (a test of the heart) comes first."),
        ("W103", "The FDA agrees.", "FDA", "The [[FDA]] agrees."),
        ("W103", "Ask for a CT scan.", "CT", "It is NOT so in the US. It is not so."),
        ("W106", "Patients should rest.", "Patients", "In one study, patients rested."),
        ("W106", "One should rest.", "One", "One of us should rest."),
        ("W107", "Do not go home unless a nurse agrees.", "not", "Do not go home. Stay unless a nurse agrees."),
        ("W107", "You can't leave without a ride.", "can't", "Do not drive. Go without food."),
        ("W107", "It is not uncommon.", "not", "It is uncommon."),
        ("W108", "After administration of the drug you rest.", "administration", "After the drug you rest."),
        ("W109", "Take the medicine. The medication works. The medicine is new.", "medication", "A medicine is a medicine."),
        ("W110", "There are ups and downs.", "ups", "It goes up and down."),
        ("W111", "He committed suicide.", "committed", "He died by suicide. Addiction is an illness."),
        ("W111", "Ask an addict.", "addict.", "Ask a person with addiction. Try a non-alcoholic drink."),
        ("W112", "It cures depression.", "It", "It does not cure depression. There is no cure."),
        ("W112", "It is safe and effective.", "safe", "Nobody can call it risk-free."),
        ("W112", "A miracle for you.", "miracle", "A clinic that says it cures everyone sells. Doubt a “miracle”."),
        ("W114", "Do not drive!", "!", "Do not drive."),
        ("W115", "Bring tea and/or water.", "and/or", "Take 5 mg/kg on 1/2."),
        ("W115", "Bring your card(s).", "card(s).", "Bring (some) cards."),
    ],
)  # fmt: skip
def test_a_text_and_its_twin(rule: str, bad: str, at: str, good: str) -> None:
    """The finding points at the words; the plain twin has none."""
    assert [(report.line, report.words) for report in told(module(bad), rule)] == [(9, at)]
    assert told(module(good), rule) == []


FIGURE = """\
    figure:
      kind: bars
      title: Bars
      alt: Of 100 people, 3 had dissociation.
      unit: people
      bars: [{label: One, value: 3}]
"""


def test_nobody_is_sent_to_link_a_word_where_no_link_is_read() -> None:
    """A hard word in a picture's words is to be taught in a text before it."""
    findings = verdict(module("Some words.", more=FIGURE), "W102").findings
    (message,) = [finding.message for finding in findings if finding.code == "W102"]
    assert "`alt` takes no marks" in message
    assert "link it here" not in message
    assert told(module("It is called [[dissociation]].", more=FIGURE), "W102") == []


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("Stop food well before the visit.", "Stop food well before the visit, 6 hours at least."),
        ("Drink plenty of water.", "Drink 2 glasses of water."),
        ("Call promptly.", "All went well before."),
    ],
)
def test_vague_orders(bad: str, good: str) -> None:
    """W113 is about what the reader has to do, not about what is told."""
    assert [report.code for report in told(module("Words.", more=KEY.format(bad)), "W113")] == [
        "W113"
    ]
    assert told(module("Words.", more=KEY.format(good)), "W113") == []
    assert [report.code for report in told(module(bad), "W113")] == ["W113"]
    assert told(module(f"Some people like this: {bad.lower()}".replace(": ", " ")), "W113") == []


def test_what_people_wrongly_believe_may_be_said() -> None:
    """W112 leaves a wrong answer alone, and no other part of a question."""
    wrong = module("Words.", more=QUESTION.format(wrong="It cures depression."))
    assert told(wrong, "W112") == []
    assert [
        report.code for report in told(wrong.replace("why: It is not.", "why: It cures."), "W112")
    ] == ["W112"]


def test_staff_texts_are_held_to_people_first_alone() -> None:
    """A staff section may say `the patient`, and may not say `addict`."""
    text = module(
        "Monitor the patient prior to discharge!", more="    audience: staff\n", top=NOTHING
    )
    assert told(text, "W101", "W106", "W114") == []
    assert [report.code for report in told(text.replace("the patient", "the addict"))] == ["W111"]


def test_a_word_that_the_glossary_teaches_may_be_used() -> None:
    """W101 and R009 leave the glossary's words alone."""
    taught = "terms:\n  - {term: hypertension, plain: High blood pressure.}\n"
    assert [report.code for report in told(module("It is hypertension."), "W101")] == ["W101"]
    assert told(module("It is hypertension."), "W101", "R009", glossary=taught) == []


def test_passive_sections() -> None:
    """W104 is told for a section where more than a fifth is passive, at the section."""
    some = " ".join(["You rest."] * 7)
    assert told(module(f"{some} It is given. You are tired."), "W104") == []
    reports = told(
        module(f"{some} It is given. You were not told. It has been slowly taken."), "W104"
    )
    assert [(report.code, report.line) for report in reports] == [("W104", 6)]


def test_initials_in_a_title_are_spelled_out_in_the_text() -> None:
    """W103 is told of a title only where no text spells them out."""
    text = module("A heart test (ECG) is quick.").replace("The first part", "Your ECG")
    assert told(text, "W103") == []
    assert [report.line for report in told(text.replace(" (ECG)", ""), "W103")] == [7]


def test_english_rules_leave_other_languages_alone() -> None:
    """A Spanish module is not searched for English words."""
    text = module("Prior to the visit, patients should vomit.")
    assert told(text, "W101", "W106", language="es") == []


@pytest.mark.parametrize(
    ("language", "text", "advice"),
    [
        ("en", "Drink 1/2 cup.", 'write "half"'),
        ("en", "Fill 3/4 of it.", 'write "three quarters"'),
        ("en", "We are there 24/7.", 'write "day and night"'),
        ("en", "It was 120/80.", 'write "120 over 80"'),
        ("en", "Come on 3/14.", "write it in words"),
        ("es", "Beba 1/2 taza.", 'write "medio"'),
        ("es", "Fue de 120/80.", 'write "120 sobre 80"'),
        ("es", "Tome 5 mg.", 'write "miligramos"'),
    ],
)
def test_what_to_write_for_a_sign(language: str, text: str, advice: str) -> None:
    """A fraction is no blood pressure, and the words are those of the text's language."""
    (finding,) = verdict(module(text), "A707", language=language).findings
    assert finding.message.endswith(advice)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Keep the light low.Then the nurse comes.", ["low.Then"]),
        ("Está bien.¿Le duele?", ["bien.¿Le"]),
        ("It is 1.5 cups at 9 a.m. Ask J.R. Smith, ann.Lee@a.org or Node.js of the U.S.A.", []),
    ],
)
def test_a_missing_space_is_told(text: str, at: list[str]) -> None:
    """At the sign it is missing after, and not in addresses, names and numbers."""
    found = verdict(module(text), "A710").findings
    assert len(found) == len(at)
    for finding, words in zip(found, at, strict=True):
        sign = finding.source_line.index(words) + next(i for i, c in enumerate(words) if c in ".?!")
        assert finding.column == sign + 1

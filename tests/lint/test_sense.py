"""The rules on people, promises, initials and signs look at the sense: what is right is left alone."""

from __future__ import annotations

import pytest

from .judging import module, told, verdict

RIGHT = {
    "W111": """
Do not have an alcoholic drink.|Skip the alcoholic punch.|An alcoholic beer is no water.
Eat a diabetic diet.|The diabetic meal is on the left.|Wear a diabetic shoe.
Go to Alcoholics Anonymous.|The Substance Abuse and Mental Health Services Administration can help.|Alcoholics Anonymous meets here.
People say “addict”. We do not.|The song is called "Crazy".|“You are an alcoholic,” he said.
""",
    "W112": """
Avoid cured ham while you take this pill.|Cured meat has much salt.|Eat no dry-cured sausage.
Antibiotics cure strep throat.|Antibiotics cure most cases.|This medicine cures most ear infections.
Most people with hepatitis C can be cured.|The cure rate is high when the cancer is found early.|Surgery can cure a cataract.
If you have no side effects, you can go home.|Call us when there are no risks left.|Ask what to do if it always works at night.
This is not risk-free.|Nothing works every time, and nobody can say it will always help.|No test is 100% safe.
Always help your child.|You may have breakthrough pain.|You may have breakthrough bleeding.
""",
    "W103": """
It is stage IV.|See Part IV.|Ask about Stage III or IV.
It is about Henry VIII.|The nerve VII is here.|The cranial nerves IX and X are here.
Scan the QR code.|Send us an SMS.|Open the PDF.
In the U.S., call 911.|In the U.K., call 999.|The US and the UK agree.
Ask the NHS.|You may have COVID.|See your GP.
Placenta (pluh SEN tah) is a word.|Thalamus (THAL uh mus) is a word.|Ask for tofacitinib (toe fa SYE ti nib).
The note says “NPO”.|The sign says "PACU".|He wrote "STAT".
You may get chronic kidney disease, or CKD.|It is called CKD.|The blood count, known as a CBC, is quick.
""",
    "W115": """
You may get tested for HIV/AIDS.|Ask about Hispanic/Latino groups.|The ECG/EKG is quick.
""",
}
WRONG = {
    "W111": """
He is an alcoholic.|An alcoholic may need help.|The alcoholic, too, can come.
A diabetic needs care.|Every diabetic should eat.|This is for the diabetic.
""",
    "W112": """
There are no risks.|The drip has no side effects.|It comes without any risk.
It never fails.|This spray never fails.|The treatment cannot fail.
This is 100% safe.|It is completely safe.|The drip is totally safe.
It will always work.|The spray always helps.|Treatment always works.
It works every time.|It works for everybody.|The drip helps everyone.
It will take away all your pain.|It stops all the pain.|Your pain is gone for good.
This cures depression.|Our program cures addiction.|You will be cured of your anxiety.
""",
    "W103": """
Ask for an IV.|The IV stays in.|You get IV fluids.
An ECG is next.|Ask about the PACU.|The RSV test is quick.
""",
}


def rows(texts: dict[str, str]) -> list[tuple[str, str]]:
    """Each rule with each of its texts: a case and two siblings a line."""
    return [
        (rule, text)
        for rule, lines in texts.items()
        for line in lines.strip().split("\n")
        for text in line.split("|")
    ]


@pytest.mark.parametrize(("rule", "text"), rows(RIGHT))
def test_what_is_right_is_left_alone(rule: str, text: str) -> None:
    """The word is there, and means something else."""
    assert told(module(text), rule) == []


@pytest.mark.parametrize(("rule", "text"), rows(WRONG))
def test_what_a_rule_is_for_is_found(rule: str, text: str) -> None:
    """Once."""
    assert [report.code for report in told(module(text), rule)] == [rule]


@pytest.mark.parametrize(
    ("rule", "text", "language", "advice"),
    [
        ("N310", "Espere 2-3 horas.", "es", 'write "2 a 3"'),
        ("N310", "Son 10–12 días.", "es", 'write "10 a 12"'),
        ("N310", "Wait 2-3 hours.", "en", 'write "2 to 3"'),
        ("A707", "Su presión es 120/80.", "es", '"120 sobre 80"'),
        ("A707", "Tome 20 mg.", "es", '"miligramos"'),
        ("A707", "Your pressure is 120/80.", "en", '"120 over 80"'),
        ("A707", "Take 1/2 cup.", "en", "half"),
        ("A707", "Drink 3/4 cup.", "en", "three quarters"),
        ("W115", "Traiga agua y/o té.", "es", 'write "o"'),
        ("W115", "Traiga el/la permiso.", "es", 'write "o"'),
        ("N301", "It cuts your risk by half.", "en", "compared with what?"),
    ],
)
def test_the_advice_fits(rule: str, text: str, language: str, advice: str) -> None:
    """In the language of the text, and for what stands there."""
    (finding,) = verdict(module(text), rule, language=language).findings
    assert advice in finding.message

"""A module file becomes a model, or findings with their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.library.decode.module import decode_module
from edu_tui.model.figure import Bars, Flow, IconArray, Timeline
from edu_tui.model.kinds.choice import Choice
from edu_tui.model.kinds.judge import Judge
from edu_tui.model.kinds.order import Order

from .samples import MODULE, line_of, swap

if TYPE_CHECKING:
    from edu_tui.model.module import Module


def module(text: str) -> Module:
    """The module in a text that has no findings."""
    decoded = decode_module("en/going-home.yaml", text)
    assert decoded.findings == ()
    assert decoded.model is not None
    return decoded.model


def spots(text: str) -> list[tuple[int, int, str]]:
    """Line, column and code of each finding; there is then no model."""
    decoded = decode_module("en/going-home.yaml", text)
    assert decoded.model is None
    return [(each.line, each.column, each.code) for each in decoded.findings]


def only(text: str) -> tuple[int, int, str, str]:
    """The one finding of a text: line, column, code and message."""
    decoded = decode_module("en/going-home.yaml", text)
    assert decoded.model is None
    (finding,) = decoded.findings
    return finding.line, finding.column, finding.code, finding.message


def figure(lines: str) -> str:
    """The module with another figure."""
    start = MODULE.index("    figure:\n")
    end = MODULE.index("  - id: for-staff")
    return f"{MODULE[:start]}    figure:\n{lines}{MODULE[end:]}"


def question(lines: str) -> str:
    """The module with one question of these lines."""
    start = MODULE.index("questions:\n")
    return f"{MODULE[:start]}questions:\n{lines}"


def test_the_whole_format_is_read() -> None:
    """Every part of a module is in the model as it was written."""
    got = module(MODULE)
    assert (got.id, got.language, got.minutes) == ("going-home", "en", 4)
    section = got.sections[0]
    assert section.text.startswith("Do not drive until the next day. [@label-2023]\n\nSome")
    assert [callout.kind for callout in section.callouts] == ["warning", "tip"]
    assert section.figure is not None
    assert isinstance(section.figure.data, IconArray)
    assert [group.people for group in section.figure.data.groups] == [40, 5]
    assert got.walkthrough is not None
    first, second = got.walkthrough.routes[0].steps
    assert (first.at, first.when) == (None, "The day before")
    assert (second.at, second.minutes, second.watched) == (0, 40, ("blood pressure",))
    assert got.sections[1].audience == "staff"


def test_the_five_kinds_of_question_are_read() -> None:
    """Each kind has its own body; right and wrong come from their own keys."""
    single, multiple, number, order, judge = module(MODULE).questions
    assert isinstance(single.body, Choice)
    assert single.body.right == {"answer"}
    assert single.must_know
    assert isinstance(multiple.body, Choice)
    assert multiple.body.right == {"eyes", "music"}
    assert isinstance(number.body, Choice)
    assert [option.text for option in number.body.options] == ["5", "40", "90"]
    assert isinstance(order.body, Order)
    assert [item.id for item in order.body.items] == ["come", "drip", "rest"]
    assert isinstance(judge.body, Judge)
    assert judge.body.groups == ("Safe", "Not safe")


def test_what_it_refers_to_elsewhere_is_handed_on() -> None:
    """Terms, sources and placeholders are noted, and do not make a module unreadable."""
    uses = decode_module("en/going-home.yaml", MODULE).uses
    assert {(use.kind, use.name) for use in uses} == {
        ("cite", "label-2023"),
        ("term", "dissociation"),
        ("clinic", "phone"),
    }


@pytest.mark.parametrize(
    ("old", "new", "where", "column", "code", "words"),
    [
        ("title: Going", "tittle: Going", "tittle:", 1, "unknown-key", "`title`"),
        ("summary: Why you need a ride.\n", "", "id:", 1, "missing-key", "`summary:`"),
        ("    key_message:", "    key_mesage:", "key_mesage", 5, "unknown-key", "`key_message`"),
        ("minutes: 4", "minutes: four", "minutes:", 10, "wrong-type", "whole number"),
        ("minutes: 4", "minutes: 0", "minutes:", 10, "out-of-range", "from 1"),
        ("minutes: 4", "minutes:", "minutes:", 9, "empty", "empty"),
        ("id: going-home", "id: going-away", "id:", 5, "bad-id", "`going-home`"),
        ("    title: No driving", "    title: [No]  # driving", "title: [No]", 12, "wrong-type", "a text"),
        ("id: for-staff", "id: For Staff", "- id: For", 9, "bad-id", "`for-staff`"),
        ("audience: staff", "audience: nurses", "audience", 15, "bad-choice", "patient, staff"),
        ("phase: during", "phase: durring", "phase: durring", 18, "bad-choice", "`during`"),
        ("          at: 0\n", "", "- id: drip-starts", 11, "missing-key", "`at:`"),
        ("must_know: true", "must_know: yes", "must_know", 16, "wrong-type", "true or false"),
        ("kind: judge", "kind: sort", "kind: sort", 11, "bad-choice", "single, multiple"),
        ("teaches: drip-starts", "teaches: drip-start", "teaches: drip-start", 14, "unknown-reference", "`drip-starts`"),
        ("objective: ride", "objective: rides", "objective:", 16, "unknown-reference", "`ride`"),
        ("id: short, text", "id: awake, text", "- {id: awake, text: Drive a", 14, "duplicate-id", "awake"),
        ("id: awake, text", "id: answer, text", "- {id: answer", 14, "duplicate-id", "answer"),
        ("{id: eyes, text", "{text", "- {text: Close", 9, "missing-key", "`id:`"),
        (", misconception: rare", "", "- {id: few", 9, "missing-key", "misconception"),
        ("text: 5,", "text: five,", "- {id: few", 25, "wrong-type", "five"),
        ("text: 5,", "text: 40.0,", "- {id: few", 25, "duplicate-text", "same number"),
        ("group: Not safe,", "group: Not save,", "- {id: bike", 46, "bad-choice", "`Not safe`"),
        ("groups: [Safe, Not safe]", "groups: [Safe]", "groups: [Safe]", 13, "too-few", "2"),
        ("count: 40", "count: 140", "- {label: With the", 45, "out-of-range", "100"),
        ("      alt: 40 of 100 people felt it.\n", "", "kind: icon-array", 7, "missing-key", "`alt:`"),
        ("  - id: for-staff\n    title: Handover", "  - title: Handover\n    id: not-driving", "id: not-driving", 9, "duplicate-id", "not-driving"),
        ("id: for-staff", "id: infusion", "- id: infusion", 9, "duplicate-id", "route or step"),
        ("phase: before", "phase: after", "phase: during", 18, "bad-order", "after"),
        ("when: The day before", "at: 5", "at: 5", 15, "bad-order", "write -5"),
        ("          at: 0\n", "          at: -1\n", "at: -1", 15, "bad-order", "`during`"),
        ("Reaction time", "# Reaction time", "# Reaction", 7, "bad-markup", "heading"),
        ("      Call {clinic.phone}", "      Call [us](x)", "Call [us]", 12, "bad-markup", "links"),
        ("you_can: Close your eyes.", "you_can:", "you_can:", 19, "empty", "empty"),
    ],
)  # fmt: skip
def test_each_mistake_is_one_finding_at_its_place(
    old: str, new: str, where: str, column: int, code: str, words: str
) -> None:
    """One thing wrong is one finding, at the value (or key, or mapping) that is wrong."""
    text = swap(old, new)
    line = line_of(where, text)
    got_line, got_column, got_code, message = only(text)
    assert (got_line, got_column, got_code) == (line, column, code)
    assert words in message


def test_steps_come_in_the_order_of_their_minutes() -> None:
    """A step that is earlier than the one before it is told, also over steps without minutes; two may begin at once."""
    steps = "\n".join(
        f"        - {{id: s{n}, phase: during, {time}, title: A step, happens: It happens.}}"
        for n, time in enumerate(("at: 5", "at: 5", "when: Later", "at: 4"))
    )
    text = swap(
        "        - id: drip-starts\n          phase: during",
        f"{steps}\n        - id: drip-starts\n          phase: after",
    )
    text = swap("          at: 0\n", "          at: 90\n", text)
    (found,) = [row for row in spots(text) if row[2] == "bad-order"]
    assert found[0] == line_of("- {id: s3", text)


def test_all_mistakes_of_a_file_come_in_one_run() -> None:
    """Nothing hides behind the first finding, not even behind one of YAML's own."""
    text = swap("minutes: 4", "minutes: x")
    text = swap("title: Handover", "title: !x Handover", text)
    text = swap("hint:", "hnit:", text)
    text = swap("groups: [Safe, Not safe]", "groups: no", text)
    assert {code for _, _, code in spots(text)} == {"wrong-type", "tag", "unknown-key"}
    assert len(spots(text)) == 4


@pytest.mark.parametrize(
    "title",
    ["{clinic.phone}", "{phone}", "{Clinic.phone}", "{{clinic.phone}}", "[nausea]", "[[nausea]]"],
)
def test_a_text_in_brackets_is_told_to_be_quoted(title: str) -> None:
    """However a mark is spelled, each finding of it says so; keys with values are no text in quotes."""
    for text, hinted in ((title, True), ("{en: Going}", False)):
        findings = decode_module("en/going-home.yaml", swap("title: Going home", f"title: {text}"))
        told = [
            f"`{text[0]}` has to be in quotes" in finding.message for finding in findings.findings
        ]
        assert set(told) == {hinted}


def test_a_mistyped_key_is_not_missing_too() -> None:
    """The same mistake is told once."""
    assert [code for _, _, code in spots(swap("title: Going", "titel: Going"))] == ["unknown-key"]


def test_a_comma_in_braces_says_so() -> None:
    """Words after a comma inside braces are a key to YAML; the finding says to quote."""
    line, column, code, message = only(swap("text: Get a ride home,", "text: A ride, please,"))
    assert (line, code) == (line_of("answer: {"), "unknown-key")
    assert column == 28
    assert "quotes" in message


@pytest.mark.parametrize(
    "value", ["no", "1.10", "2:00", "0755", "2026-01-05", "~", "50% of people", "null"]
)
def test_texts_of_a_module_stay_as_written(value: str) -> None:
    """A title may look like a number, a time or nothing."""
    assert module(swap("title: Going home", f"title: {value}")).title == value


def test_callouts_come_in_a_fixed_order() -> None:
    """Warning, tip, call, however the author ordered the keys."""
    text = swap("    warning: No trip is safe today.\n", "    call: Call us.\n")
    text = swap("    tip: Ask", "    warning: Stop.\n    tip: Ask", text)
    kinds = [callout.kind for callout in module(text).sections[0].callouts]
    assert kinds == ["warning", "tip", "call"]


def test_the_other_figures_are_read() -> None:
    """Bars, timeline and flow have data of their own."""
    common = "      title: T\n      alt: A\n"
    bars = figure(
        f"      kind: bars\n{common}      unit: minutes\n"
        "      bars: [{label: A, value: 2.5}, {label: B, value: 4, group: x}]\n"
    )
    timeline = figure(f"      kind: timeline\n{common}      route: infusion\n")
    flow = figure(
        f"      kind: flow\n{common}      steps:\n"
        "        - {title: One, caption: C, certainty: shown}\n"
        "        - {title: Two, caption: C, certainty: unproven}\n"
    )
    data = [
        part.figure.data
        for text in (bars, timeline, flow)
        for part in module(text).sections
        if part.figure
    ]
    assert isinstance(data[0], Bars)
    assert [bar.value for bar in data[0].bars] == [2.5, 4.0]
    assert data[1] == Timeline("infusion")
    assert isinstance(data[2], Flow)
    assert data[2].steps[1].certainty == "unproven"


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("      kind: timeline\n      title: T\n      alt: A\n      route: infusions\n", "unknown-reference"),
        ("      kind: pie\n      title: T\n      alt: A\n      slices: 4\n", "bad-choice"),
        ("      kind: bars\n      title: T\n      alt: A\n      unit: x\n      bars: [{label: A, value: -1}]\n", "out-of-range"),
        ("      kind: flow\n      title: T\n      alt: A\n      steps: [{title: One, caption: C, certainty: shown}]\n", "too-few"),
        ("      kind: icon-array\n      title: T\n      alt: A\n      of: 10\n      groups: [{label: a, count: 1}, {label: b, count: 1}, {label: c, count: 1}, {label: d, count: 1}]\n", "too-many"),
    ],
)  # fmt: skip
def test_figures_that_cannot_be_drawn_are_findings(lines: str, code: str) -> None:
    """A kind, a route, a count or a sum that is not right is told, once."""
    assert [found for _, _, found in spots(figure(lines))] == [code]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("    in_order: [{id: a, text: A}, {id: b, text: B}]\n    why: W\n    kind: order\n", "too-few"),
        ("    kind: multiple\n    answers: [{id: a, text: A, why: W}]\n    wrong: [{id: b, text: B, misconception: m, why: W}]\n", "too-few"),
        ("    kind: single\n    answer: {text: A, why: W}\n    wrong: [{id: b, text: B, misconception: m, why: W}]\n", "too-few"),
        ("    kind: single\n    answers: {text: A, why: W}\n    wrong: []\n", "unknown-key"),
        ("    kind: single\n    answer: [{text: A, why: W}]\n    wrong:\n      - {id: b, text: B, misconception: m, why: W}\n      - {id: c, text: C, misconception: m, why: W}\n", "wrong-type"),
    ],
)  # fmt: skip
def test_a_question_needs_enough_to_choose_from(lines: str, code: str) -> None:
    """Too few options, or answers under another kind's key, are findings."""
    text = question(f"  - id: q\n    teaches: not-driving\n    ask: A?\n{lines}")
    assert code in [found for _, _, found in spots(text)]

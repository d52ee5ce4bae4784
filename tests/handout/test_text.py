"""The take-away as text: what is in it, in which order, and that any printer takes it."""

from __future__ import annotations

import re

import pytest

from edu_tui.handout.content import Takeaway, must_knows
from edu_tui.handout.text import WIDTH, as_text
from edu_tui.layout.line import cells
from edu_tui.model.question import KINDS
from edu_tui.ui.plain.streams import SLACK, in_ascii

from .samples import NOTE, OWN, SAMPLE, course, of, personal

ALL = {"course": course(), "full": course(whole=True), "one": of("going-home"), "mine": personal()}


def flat(text: str) -> str:
    """All words with one space between them."""
    return " ".join(text.split())


@pytest.mark.parametrize("takeaway", ALL.values(), ids=ALL)
def test_lines_fit_the_paper(takeaway: Takeaway) -> None:
    """No line is wider than 72 columns or ends with a space, in ASCII too."""
    for text in (as_text(takeaway), in_ascii(as_text(takeaway, WIDTH - SLACK))):
        assert all(cells(line) <= WIDTH and line == line.rstrip() for line in text.splitlines())
    assert text.isascii()


@pytest.mark.parametrize("takeaway", ALL.values(), ids=ALL)
def test_no_mark_of_the_format_is_left(takeaway: Takeaway) -> None:
    """Terms, citations and the clinic's placeholders are words, but for what a reader wrote."""
    text = flat(as_text(takeaway)).replace(flat(OWN), "")
    assert not re.search(r"\[\[|\]\]|\[@|\{clinic|\*\*", text)


def test_what_keeps_the_reader_safe_is_all_there() -> None:
    """The key message of each section that a must-know question teaches, on the short paper and the whole one."""
    found = must_knows(course().modules)
    assert len(found) > 15
    for text in (flat(as_text(course())), flat(as_text(course(whole=True)))):
        for must_know in found:
            assert must_know.section is not None
            assert flat(must_know.section.key_message) in text


def test_every_key_message_is_there() -> None:
    """So is the key message of every section of the course on the whole paper."""
    text = flat(as_text(course(whole=True)))
    for module in course().modules:
        assert module.title in text
        assert all(flat(section.key_message) in text for section in module.sections)


def test_help_comes_first_and_my_questions_last() -> None:
    """Whom to call stands before all else; then the parts in the order in which they are needed."""
    heads = re.findall(r"^## (.*)$", as_text(personal()), re.M)
    assert heads == [
        "Crisis help",
        "Before you come",
        "Tell your team",
        "On the day",
        "Afterwards",
        "Call us / call 911",
        "Ask",
        "Remember",
        "My questions",
        "What I was not sure about",
    ]
    whole = re.findall(r"^## (.*)$", as_text(course(whole=True)), re.M)
    assert whole[-3:] == ["What the words mean", "How do we know this?", "About this paper"]


def test_the_lists_of_when_to_call_are_there() -> None:
    """Each item of the lists that are about calling, with the words that lead to them."""
    text = flat(as_text(of("going-home")))
    message = text.partition("## Call us / call 911")[2].partition("## My questions")[0]
    for words in (
        "Call 911 at once for any of these:",
        "- Chest pain, or trouble breathing",
        "- It burns when you pee",
        "In the day, call the number on your appointment card.",
    ):
        assert words in message
    assert "Some of these can be signs" not in message, "what explains is left to the full text"


@pytest.mark.parametrize("takeaway", ALL.values(), ids=ALL)
def test_each_citation_has_its_source_and_each_source_its_citation(takeaway: Takeaway) -> None:
    """Numbers go from 1 in the order of reading, and lead to the list at the end."""
    text = as_text(takeaway).replace("[999]", "")
    body, _, sources = text.partition("## How do we know this?")
    cited = [int(number) for number in re.findall(r"\[(\d+)\]", body)]
    listed = [int(number) for number in re.findall(r"^\[(\d+)\]", sources, re.M)]
    assert list(dict.fromkeys(cited)) == listed == list(range(1, len(listed) + 1))
    assert "This source is missing" not in sources


def test_the_words_it_uses_are_explained() -> None:
    """A term that is shown has its meaning; one that is not shown has none."""
    words = (
        as_text(of("going-home")._replace(whole=True))
        .partition("## What the words mean")[2]
        .partition("## ")[0]
    )
    assert "seizure: (SEE-zher)" in words
    assert "infusion" not in words


def test_my_questions_are_words_and_nothing_else() -> None:
    """What a reader wrote stands as it was written, with its note; there are lines for more."""
    text = flat(as_text(personal()))
    assert f"1. {OWN} {NOTE} 2. A quiet evening (Going home) 3. ___" in text
    empty = flat(as_text(of("going-home")))
    assert "Show these to a nurse or a doctor. 1. ___" in empty


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "match"])
def test_what_was_not_clear_has_its_answer(kind: str) -> None:
    """Each kind of question that the library has comes with what is right and why, and with nothing that is wrong."""
    questions = [topic.question for topic in personal().unsure if topic.question.kind == kind]
    assert questions, "the library has no such question that patients are asked"
    text = (
        flat(as_text(personal())).partition("## What I was not sure about")[2].partition(" ## ")[0]
    )
    body = questions[0].body
    right = [one for one in getattr(body, "options", ()) if one.right]
    right += [*getattr(body, "items", ()), *getattr(body, "situations", ())]
    assert right
    assert flat(questions[0].ask) in text
    assert all(flat(one.text).rstrip(".") in text for one in right)
    assert not any(
        f"- {flat(one.text)}" in text for one in getattr(body, "options", ()) if not one.right
    )


def test_it_says_what_it_was_made_of() -> None:
    """Day, day and version of the text, review state; on the whole paper the version of each text."""
    text = flat(as_text(course()))
    made = "Made on 25 November 2026. Text of 1 December 2026, version "
    assert re.search(rf"{made}[0-9a-f]{{8}}\. Not yet reviewed by a clinician\.", text)
    whole = flat(as_text(course(whole=True)))
    for module, version in zip(course().modules, course().versions, strict=True):
        assert f"({module.id}, {version})" in whole
    (version,) = of("going-home").versions
    assert f"{made}{version[:8]}." in flat(as_text(of("going-home")))


def test_what_could_not_be_printed_is_said() -> None:
    """A broken module is named on the paper: what is missing must not look complete."""
    text = flat(as_text(of("small-one", "broken-one", folder=SAMPLE)))
    assert "This part could not be printed: A broken part. Ask your clinic for it." in text


def test_nothing_for_staff_is_on_it() -> None:
    """A section for staff is on no patient's paper."""
    full = as_text(of("the-day", folder=SAMPLE)._replace(whole=True))
    assert "No driving until tomorrow" in full
    assert "zebra" not in full

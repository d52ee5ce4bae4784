"""What a sign-off is for: every word a reader is shown, and nothing of how it is laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from edu_tui.library.open_library import OpenLibrary
from edu_tui.model.module import Module
from edu_tui.model.signed import Around, hash_of_text, signed_text
from tests.library.samples import (
    BANK,
    GLOSSARY,
    LIBRARY,
    MODULE,
    SOURCES,
    swap,
    write,
    write_library,
)

from .signed import sign, state, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AROUND = Around({}, {}, {})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_library(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "# Checked twice.\n" + MODULE,
        swap("title: Going home\nsummary:", "title: 'Going home' # a title\nsummary:"),
        swap(
            "summary: Why you need a ride.\nminutes: 4", "minutes: 4\nsummary: Why you need a ride."
        ),
        swap("text: Say when you may drive again.}", "text: 'Say when you may drive again.'}"),
        swap("      Reaction time stays slow.\n", "      Reaction time\n      stays   slow.\n"),
        swap("    title: Handover\n    text: The", "    text: |\n\n      The").replace(
            "applies.\n", "applies.\n    title: Handover\n", 1
        ),
        swap(
            "objectives:\n",
            "waive:\n  - {rule: R007, why: On purpose., by: A. Author}\nobjectives:\n",
        ),
        MODULE.replace("\n", "\r\n"),
    ],
    ids=["comment", "quotes", "order", "quoted", "lines", "block", "waiver", "line-ends"],
)
def test_layout_keeps_a_sign_off(folder: Path, text: str) -> None:
    """Comments, quotes, the order of keys, line breaks and waivers change nothing that is signed."""
    assert text != MODULE
    sign(folder)
    write(folder, "en/going-home.yaml", text)
    assert state(folder).kind == "reviewed"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Do not drive until", "Do drive until"),
        ("count: 40}", "count: 41}"),
        ("of: 100", "of: 1000"),
        ("No trip is safe today.", "No trip is safe."),
        ("audience: staff\n", "audience: patient\n"),
        ("Quagga checks every ten", "Quagga checks every twenty"),
        ("at: 0", "at: 5"),
        ("must_know: true", "must_know: false"),
        ("{id: short, text: Drive a little", "{id: short, text: Drive a mile"),
        ("misconception: rare", "misconception: seldom"),
        ("{id: eyes, text: Close your eyes", "{id: shut, text: Close your eyes"),
        ("group: Safe, why: You are", "group: Not safe, why: You are"),
        ("[@label-2023]\n\n", "\n\n"),
        ("[[dissociation]]", "**dissociation**"),
        ("{clinic.phone}", "{clinic.name}"),
        ("watched: [blood pressure]", "watched: [blood pressure, pulse]"),
        ("teaches: drip-starts", "teaches: arrive"),
    ],
)
def test_each_change_of_meaning_takes_it_away(folder: Path, old: str, new: str) -> None:
    """A word, a number, an option, what is right, who sees it: each un-signs the module."""
    sign(folder)
    write(folder, "en/going-home.yaml", swap(old, new))
    assert state(folder).kind == "changed"
    write(folder, "en/going-home.yaml", MODULE)
    assert state(folder).kind == "reviewed"


def leaves(record: Any) -> Iterator[Any]:
    """The record again and again, each time with another one of its values changed."""
    for name, value in record._asdict().items():
        none_yet = [7] if value is None and name in {"at", "minutes"} else []
        for changed in (*varied(value), *none_yet):
            yield record._replace(**{name: changed})


def varied(value: Any) -> Iterator[Any]:
    """That value with one thing in it changed, in every way there is."""
    if hasattr(value, "_asdict"):
        yield from leaves(value)
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield value[:place] + value[place + 1 :]
            for changed in varied(item):
                yield (*value[:place], changed, *value[place + 1 :])
        if len(set(value)) > 1:
            yield value[::-1]
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, (int, float)):
        yield value + 1
    elif isinstance(value, str):
        yield f"{value} not"


@pytest.mark.parametrize("text", [MODULE, MODULE + BANK], ids=["module", "with a bank"])
def test_nothing_in_a_module_is_left_out(folder: Path, text: str) -> None:
    """Whichever value of any record is changed, left out or moved, the signed text is another one."""
    write(folder, "en/going-home.yaml", text)
    module = OpenLibrary(folder, None).module("going-home", "en")
    texts = {signed_text(module, AROUND)}
    changed = [leaf for leaf in leaves(module) if isinstance(leaf, Module) and leaf.waivers == ()]
    assert len(changed) > 200
    for one in changed:
        texts.add(signed_text(one, AROUND))
    assert len(texts) == len(set(changed)) + 1


def test_a_sign_off_is_for_the_bank_too(folder: Path) -> None:
    """A word in an item, its reason or its family un-signs; so do a term and a placeholder it alone has."""
    bank = swap(
        "why: No wombat drives today.", "why: 'No [[infusion]] in {clinic.name} today.'", BANK
    )
    write(folder, "en/going-home.yaml", MODULE + bank)
    message = text_of(folder, "going-home")
    for line in (
        "assessment wombat-call, option answer, text: Keep the wombat keys",
        "assessment wombat-call-2, variant_of: wombat-call",
        "assessment wombat-order, item rest, text: It rests",
        "word infusion, plain: A drip in the arm.",
        "clinic, name: your clinic",
    ):
        assert f"\n{line}\n" in message
    for old, new in (
        ("text: Give in", "text: Give up"),
        ("why: The road", "why: This road"),
        ("    variant_of: wombat-call\n", ""),
    ):
        sign(folder)
        write(folder, "en/going-home.yaml", MODULE + swap(old, new, bank))
        assert state(folder).kind == "changed"
        write(folder, "en/going-home.yaml", MODULE + bank)
    write(folder, "en/glossary.yaml", swap("A drip in the arm.", "A drip.", GLOSSARY))
    assert state(folder).kind == "changed"


def test_only_modules_that_mark_a_word_are_signed_with_it(folder: Path) -> None:
    """Another meaning un-signs the module that marks the word, in whatever form, and no other."""
    sign(folder)
    sign(folder, "session")
    write(folder, "en/glossary.yaml", swap("A drip in the arm.", "A drip.", GLOSSARY))
    assert state(folder).kind == "reviewed"
    write(folder, "en/glossary.yaml", swap("[Dissociative]", "[Dissociative, apart]", GLOSSARY))
    assert state(folder).kind == "reviewed"
    for old, new in (("Feeling far away.", "Feeling fine."), ("dis-SO-see", "DIS-so-see")):
        write(folder, "en/glossary.yaml", swap(old, new, GLOSSARY))
        assert state(folder).kind == "changed"
        assert state(folder, "session").kind == "reviewed"


def test_a_form_that_leads_to_another_word_takes_it_away(folder: Path) -> None:
    """Both words stay as they were; the one that a text marks by another form is now the other."""
    write(
        folder,
        "en/going-home.yaml",
        swap("[[dissociation]]", "[[dissociation]] [[infusion]] [[far]]"),
    )
    first = "terms:\n  - {term: dissociation, plain: Away., also: [far]}\n  - {term: infusion, plain: A drip.}\n"
    write(folder, "en/glossary.yaml", first)
    sign(folder)
    other = "terms:\n  - {term: dissociation, plain: Away.}\n  - {term: infusion, plain: A drip., also: [far]}\n"
    write(folder, "en/glossary.yaml", other)
    assert state(folder).kind == "changed"


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("title: Prescribing information", "title: Another paper", "changed"),
        ("date-parts: [[2023, 10]]", "date-parts: [[2024, 10]]", "changed"),
        ("    publisher: A maker\n", "    note: Only the first page.\n", "changed"),
        ("    publisher: A maker\n", "    checked: not yet\n", "changed"),
        ("    publisher: A maker\n", "    publisher: B\n    accessed: 2026-01-01\n", "reviewed"),
        ("type: report", "type: book", "reviewed"),
    ],
)
def test_what_is_shown_of_a_source_is_signed(folder: Path, old: str, new: str, kind: str) -> None:
    """What a reader sees of a cited source is part of it; what is kept for reference managers is not."""
    sign(folder)
    sign(folder, "session")
    write(folder, "sources.yaml", swap(old, new, SOURCES))
    assert state(folder).kind == kind
    assert state(folder, "session").kind == "reviewed"


def test_a_clinics_own_words_are_its_own(folder: Path) -> None:
    """The library's words for a placeholder are signed; what a clinic puts in their place is not."""
    sign(folder)
    clinic = write(folder.parent, "own.yaml", "clinic: {phone: 555 0100}\n")
    assert state(folder, clinic=clinic).kind == "reviewed"
    assert "555" not in text_of(folder, "going-home", clinic=clinic)
    write(folder, "library.yaml", swap("phone: the number on your card", "phone: 911", LIBRARY))
    assert state(folder).kind == "changed"
    assert state(folder, clinic=clinic).kind == "changed"
    write(folder, "library.yaml", swap("name: your clinic", "name: our clinic", LIBRARY))
    assert state(folder).kind == "reviewed"


def test_each_language_has_its_own(folder: Path) -> None:
    """A translation is not signed by signing what it was made from, nor un-signed with it."""
    sign(folder, "session")
    assert state(folder, "session", "es").kind == "unreviewed"
    sign(folder, "session", "es")
    text = (folder / "es/session.yaml").read_text()
    write(folder, "es/session.yaml", text.replace("descansa", "duerme"))
    assert state(folder, "session", "es").kind == "changed"
    assert state(folder, "session").kind == "reviewed"


def test_the_form_is_never_another(folder: Path) -> None:
    """A text signed years ago has to come out the same today: this is it, line by line."""
    texts = text_of(folder, "going-home").splitlines()
    assert texts[:7] == [
        "form 1: going-home, en",
        "title: Going home",
        "summary: Why you need a ride.",
        "minutes: 4",
        "objective ride, text: Say when you may drive again.",
        "section not-driving, title: No driving until tomorrow",
        "section not-driving, text: Do not drive until the next day. [@label-2023]",
    ]
    for line in (
        "section not-driving, callout 1, kind: warning",
        "section not-driving, figure, group 2, people: 5",
        "section for-staff, audience: staff",
        "walkthrough, route infusion, step drip-starts, at: 0",
        "walkthrough, route infusion, step drip-starts, watched: blood pressure",
        "question drive-tonight, must_know: yes",
        "question drive-tonight, option answer, right: yes",
        "question in-turn, item drip, text: The drip",
        "question safe-or-not, groups: Not safe",
        "question safe-or-not, situation bike, group: Not safe",
        "word dissociation, say: dis-SO-see-AY-shun",
        "source label-2023, author: A maker",
    ):
        assert line in texts
    assert texts[-1] == "clinic, phone: the number on your card"
    assert hash_of_text("".join(f"{line}\n" for line in texts)) == (
        "5d91370cedd7fa8a0bb33d4a365487906084923cb246404dc748c858db1823ba"
    )


@pytest.mark.parametrize("kept", [0, 1], ids=["figure", "step"])
def test_a_source_that_no_sentence_cites_is_signed_too(folder: Path, kept: int) -> None:
    """A figure's source, and a step's, is part of what is signed where nothing else leads to it."""
    parts = swap("[@label-2023]\n\n", "\n\n").split("sources: [label-2023]")
    assert len(parts) == 3
    left = ["sources: []", "sources: []"]
    left[kept] = "sources: [label-2023]"
    write(folder, "en/going-home.yaml", parts[0] + left[0] + parts[1] + left[1] + parts[2])
    sign(folder)
    write(folder, "sources.yaml", swap("title: Prescribing information", "title: Another", SOURCES))
    assert state(folder).kind == "changed"

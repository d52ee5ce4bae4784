"""Words of danger: what is heard as one, in which language, and what an author may add."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.library.danger import SHIPPED, danger_in, entry_of, has_words
from edu_tui.library.decode.library import decode_clinic, decode_library
from edu_tui.library.open_library import OpenLibrary
from edu_tui.model.library import DangerWords

from .samples import LIBRARY, write, write_library

if TYPE_CHECKING:
    from pathlib import Path

CRISIS = """\
kill myself; KILL MYSELF!; i want to kill myself tonight; killing myself; kil myself; kill mysef; killlll myself
kill my self; want to die; wants to die; I wanna die; die; am i dying; hurt myself; i keep hurting myself
end my life; ending my own life; suicide; suicidal; sucidal; suicde; Suicidé; self-harm; cut myself
I don't want to live anymore; I don’t want to live; dont want to be here; better off dead; i wish i was dead
no reason to live; I can't take it any more; cant go on like this; my son wants to kill himself; i could hurt someone; quiero morir; quiero suicidarme; matarme
"""
EMERGENCY = """\
overdose; overdosed; overdoze; od overdose; took too many pills; sobredosis; I took an overdose to kill myself
can't breathe; can’t breathe; cant breathe; CANT BREATH; cannot breathe; i can not breathe; hard to breathe
no puedo respirar; chest pain; pain in my chest; my chest hurts; can't wake him up; she won't wake up; passed out
seizure; siezure; unconcious; fainted; heart attack; choking; my throat is swelling
"""
HARMLESS = """\
diet; my diet; dieting; audience; soldier; studied; skill; skills; skill myself; dye; deadline; died down; nausea
ride; blood pressure; how long does it last; can i drive; painkiller; pain killer; overnight; overdo; overdue
lifestyle; my life; breathing exercises; deep breath; can i breathe through my mouth; sleep; i want to wake up early
end of treatment; hurt; does the needle hurt; take my medicine; take my pills; killed time; doing; dosing; dizzy
can i go on with my pills; i cant take it with food; heartburn; chest; cut down on alcohol; diabetes; side effects; faith; passport; pass; painting
"""


def texts(many: str) -> list[str]:
    return [one.strip() for line in many.splitlines() for one in line.split(";") if one.strip()]


@pytest.mark.parametrize(
    ("many", "danger"), [(CRISIS, "crisis"), (EMERGENCY, "emergency"), (HARMLESS, "")]
)
def test_what_is_a_word_of_danger(many: str, danger: str) -> None:
    """Forms, accents, apostrophes, slips, whole sentences; but no part of a harmless word."""
    heard = {text: danger_in(text, "en") for text in texts(many)}
    assert len(heard) > 20
    assert {text: found for text, found in heard.items() if found != danger} == {}


def test_every_entry_that_ships_is_heard() -> None:
    """In each language, as it is written, with any ending where it has a star, and inside a sentence."""
    languages = {file.name.partition(".")[0] for file in SHIPPED.glob("*.txt")}
    assert languages == {"en", "es"}
    for language in languages:
        assert has_words(language)
        assert has_words(f"{language}-US")
        for kind in ("crisis", "emergency"):
            lines = (SHIPPED / f"{language}.{kind}.txt").read_text(encoding="utf-8").splitlines()
            entries = [line for line in lines if line and not line.startswith("#")]
            assert len(entries) == len(set(entries)) > 20
            for entry in entries:
                assert entry_of(entry)
                for text in (entry.replace("*", ""), f"xx {entry.replace('*', 'xy')} xx"):
                    assert danger_in(text, language) in (kind, "emergency"), entry


def test_a_foreign_word_is_no_danger() -> None:
    """What is one word in English may be harmless in another language; what is long or several is heard."""
    assert danger_in("die Fahrt nach Hause", "de") == ""
    assert danger_in("suicide", "de") == "crisis"
    assert danger_in("ich kann nicht mehr, kill myself", "de") == "crisis"
    assert not has_words("de")


def test_a_librarys_own_words_join_those_that_ship() -> None:
    """In its own language and, where they cannot be mistaken, in the others."""
    own = (DangerWords("de", ("umbringen", "tot"), ("keine luft*",)),)
    assert danger_in("Ich will mich umbringen", "de", own) == "crisis"
    assert danger_in("tot", "de", own) == "crisis"
    assert danger_in("tot", "en", own) == ""
    assert danger_in("Ich bekomme keine Luft!", "en", own) == "emergency"
    assert danger_in("kill myself", "en", own) == "crisis"


def test_words_between_are_few() -> None:
    """Two words may stand between; what is farther apart does not belong together."""
    assert danger_in("pain somewhere in my chest", "en") == ""
    assert danger_in("pain in my chest", "en") == "emergency"


OWN = """\
danger_words:
  en:
    crisis: [jump off*, no way out]
    emergency: [floppy]
  de: {crisis: [umbringen]}
"""


def test_they_are_read_kept_and_found(tmp_path: Path) -> None:
    """From the file, and from the index at the next start; the emergency line with them."""
    folder, cache = write_library(tmp_path / "library"), tmp_path / "cache"
    write(folder, "library.yaml", LIBRARY + OWN)
    expected = (
        DangerWords("en", ("jump off*", "no way out"), ("floppy",)),
        DangerWords("de", ("umbringen",), ()),
    )
    for _ in range(2):
        library = OpenLibrary(folder, cache).library()
        assert library.danger_words == expected
        assert [line.emergency for line in library.crisis] == [False, True]
        assert [line.how for line in library.emergency_first().crisis] == [
            "Call 911",
            "Call or text 988",
        ]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("{en: {crisis: ['ki* me']}}", "at least 3 letters have to stand before a star"),
        ("{en: {crisis: ['a']}}", "one word alone needs 3 letters or more"),
        ("{en: {crisis: ['k*ll me']}}", "write words alone, each with a star at its end or none"),
        ("{en: {crisis: ['one/two']}}", "write words alone, each with a star at its end or none"),
        ("{en: {emergency: [floppy, floppy]}}", "floppy"),
        ("{en: {crises: [floppy]}}", "unknown key `crises`; did you mean `crisis`?"),
        ("{English: {crisis: [floppy]}}", "`English` is not a language code"),
        ("[floppy]", "expected keys with values"),
    ],
)
def test_a_mistake_in_them_has_its_place(written: str, message: str) -> None:
    """What cannot be an entry is refused where it stands."""
    decoded = decode_library("library.yaml", f"{LIBRARY}danger_words: {written}\n")
    errors = [finding for finding in decoded.findings if finding.severity == "error"]
    assert message in errors[0].message
    assert errors[0].line == len(LIBRARY.splitlines()) + 1


def test_what_nobody_would_be_shown_is_told() -> None:
    """A language without any words, and crisis lines of which none sends somebody at once."""
    text = LIBRARY.replace("[en, es]", "[en, es, de]").replace(", emergency: true", "")
    findings = {one.code: one for one in decode_library("library.yaml", text).findings}
    assert (
        findings["no-danger-words"].severity == findings["no-emergency-line"].severity == "warning"
    )
    assert "no words of danger in `de`" in findings["no-danger-words"].message
    with_words = f"{text}danger_words: {{de: {{crisis: [umbringen]}}}}\n"
    codes = {one.code for one in decode_library("library.yaml", with_words).findings}
    assert codes == {"no-emergency-line"}
    own = "crisis:\n  - {country: DE, name: Hilfe, how: 112 anrufen}\n"
    (finding,) = decode_clinic("clinic.yaml", own).findings
    assert (finding.code, finding.line) == ("no-emergency-line", 2)

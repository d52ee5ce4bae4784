"""`library.yaml`, and the clinic's own file over it."""

from __future__ import annotations

import pytest

from edu_tui.library.decode.library import decode_clinic, decode_library
from edu_tui.library.source.yaml_text import read_yaml
from edu_tui.model.library import CrisisLine, Skill

from .samples import LIBRARY, line_of, swap


def test_a_library_is_read() -> None:
    """Titles by language, courses in order, placeholders and crisis lines."""
    decoded = decode_library("library.yaml", LIBRARY)
    library = decoded.model
    assert library is not None
    assert decoded.findings == ()
    assert library.title["es"] == "Terapia con ketamina"
    assert library.languages == ("en", "es")
    assert library.clinic["phone"] == "the number on your card"
    assert library.crisis[1] == CrisisLine("US", "Emergency", "Call 911", "", emergency=True)
    patient, staff = library.courses
    assert patient.modules == ("going-home", "session")
    assert staff.title == {"en": "For staff"}
    assert (staff.mastery, staff.valid_for, staff.renew_on) == (80, 365, "")


def test_what_matters_most_is_in_the_authors_order() -> None:
    """`priority` names modules of its own course, the most important first; it may be left out."""
    text = swap("mastery: 80", "priority: [onboarding, session]", LIBRARY)
    library = decode_library("library.yaml", text).model
    assert library is not None
    assert [course.priority for course in library.courses] == [(), ("onboarding", "session")]


STAFF = """\
mastery: 80
    mastery_from: Modified Angoff, five judges, 2026-03-01
    attempts_per_day: 2
    tries: 1
    grace: 14
    skills:
      - {id: vital-signs, title: {en: Takes vital signs, es: Toma las constantes}}
      - {id: waste, title: Wastes with a witness}
    roles:
      - {id: nurse, title: Nurse, modules: [session, onboarding], skills: [vital-signs, waste]}
      - {id: desk, title: Front desk, modules: [onboarding]}"""


def test_what_a_staff_course_asks() -> None:
    """Pass mark, attempts, tries, grace, skills and roles; what is left out has its usual value."""
    text = swap("mastery: 80", STAFF, swap("courses:", "must_set: [phone]\ncourses:", LIBRARY))
    decoded = decode_library("library.yaml", text)
    library = decoded.model
    assert decoded.findings == ()
    assert library is not None
    assert library.must_set == ("phone",)
    patient, staff = library.courses
    assert staff.mastery_from == "Modified Angoff, five judges, 2026-03-01"
    assert (staff.attempts_per_day, staff.tries, staff.grace) == (2, 1, 14)
    assert staff.skills[0] == Skill(
        "vital-signs", {"en": "Takes vital signs", "es": "Toma las constantes"}
    )
    assert [(role.id, role.modules, role.skills) for role in staff.roles] == [
        ("nurse", ("session", "onboarding"), ("vital-signs", "waste")),
        ("desk", ("onboarding",), ()),
    ]
    assert (patient.mastery_from, patient.skills, patient.roles) == ("", (), ())
    assert (patient.attempts_per_day, patient.tries, patient.grace) == (3, 2, 30)


def test_the_nearest_name_is_offered() -> None:
    """In a role's modules and skills, and in the words that a clinic must set."""
    text = swap(
        "mastery: 80", STAFF.replace("waste]}", "wast]}").replace("[session,", "[sesion,"), LIBRARY
    )
    text = swap("courses:", "must_set: [phon]\ncourses:", text)
    messages = [finding.message for finding in decode_library("library.yaml", text).findings]
    assert [[name in said for name in ("`phone`", "`session`", "`waste`")] for said in messages] == [
        [True, False, False], [False, True, False], [False, False, True],
    ]  # fmt: skip


def test_another_format_is_one_clear_finding() -> None:
    """A library for a later program says so, and nothing else about it is judged."""
    text = swap("format: 1", "format: 2", LIBRARY).replace("courses:", "kurse:")
    (finding,) = decode_library("library.yaml", text).findings
    assert (finding.line, finding.column, finding.code) == (1, 9, "bad-format")
    assert "update the program" in finding.message


@pytest.mark.parametrize(
    ("old", "new", "where", "column", "code"),
    [
        ("format: 1\n", "", "title:", 1, "missing-key"),
        ("languages: [en, es]", "languages: []", "languages:", 12, "too-few"),
        ("languages: [en, es]", "languages: [en, es, Englisch]", "languages:", 21, "bad-choice"),
        ("es: Terapia", "fr: Terapia", "title:", 31, "bad-choice"),
        ("  phone:", "  Phone:", "Phone:", 3, "bad-id"),
        ("country: US, name: Emer", "land: US, name: Emer", "- {land", 6, "unknown-key"),
        ("mastery: 80", "mastery: 101", "mastery:", 14, "out-of-range"),
        ("valid_for: 365", "renew_on: 13-31", "renew_on:", 15, "wrong-type"),
        ("mastery: 80", "renew_on: 01-31", "renew_on:", 15, "conflict"),
        ("going-home, session", "going-home, going-home", "modules:", 27, "duplicate-id"),
        ("- id: staff", "- id: patient", "title: For staff", 0, "duplicate-id"),
        ("mastery: 80", "priority: [session, sesion]", "priority:", 25, "bad-choice"),
        ("mastery: 80", "priority: [session, session]", "priority:", 25, "duplicate-id"),
        ("mastery: 80", "priority: session", "priority:", 15, "wrong-type"),
        ("languages: [en, es]", "languages: [en, es]\nmust_set: [fone]", "must_set:", 12, "bad-choice"),
        ("languages: [en, es]", "languages: [en, es]\nmust_set: [name, name]", "must_set:", 18, "duplicate-name"),
        ("mastery: 80", "tries: 3", "tries:", 12, "out-of-range"),
        ("mastery: 80", "tries: 0", "tries:", 12, "out-of-range"),
        ("mastery: 80", "attempts_per_day: 21", "attempts_per_day:", 23, "out-of-range"),
        ("mastery: 80", "grace: 366", "grace:", 12, "out-of-range"),
        ("mastery: 80", "grace: -1", "grace:", 12, "out-of-range"),
        ("mastery: 80", "roles: [{id: r, title: R, modules: [sesion]}]", "roles:", 41, "bad-choice"),
        ("mastery: 80", "roles: [{id: r, title: R, modules: [], skills: [x]}]", "roles:", 53, "bad-choice"),
        ("mastery: 80", "roles: [{id: r, title: R}, {id: r, title: R}]", "roles:", 37, "duplicate-id"),
        ("mastery: 80", "skills: [{id: s, title: S}, {id: s, title: S}]", "skills:", 38, "duplicate-id"),
        ("mastery: 80", "skills: [{id: s}]", "skills:", 14, "missing-key"),
        ("audience: patient", "audience: patient\n    tries: 2", "tries:", 12, "conflict"),
        ("audience: patient", "audience: patient\n    roles: []", "roles:", 12, "conflict"),
    ],
)  # fmt: skip
def test_each_mistake_in_it_has_its_place(
    old: str, new: str, where: str, column: int, code: str
) -> None:
    """The finding is at the value, the key or the mapping that is wrong."""
    text = swap(old, new, LIBRARY)
    decoded = decode_library("library.yaml", text)
    assert decoded.model is None
    (finding,) = [each for each in decoded.findings if each.code == code]
    if column:
        assert (finding.line, finding.column) == (line_of(where, text), column)


def test_a_library_of_ten_thousand_modules_is_within_bounds() -> None:
    """The bound on nodes is for modules; a large library's list is not refused."""
    names = "\n".join(f"      - module-{number:05d}" for number in range(10_000))
    text = LIBRARY[: LIBRARY.index("courses:")] + (
        f"courses:\n  - id: all\n    title: All\n    modules:\n{names}\n"
    )
    decoded = decode_library("library.yaml", text)
    assert decoded.model is not None
    assert len(decoded.model.courses[0].modules) == 10_000


def test_a_clinic_changes_its_words_and_nothing_else() -> None:
    """Only `clinic:` and `crisis:` are known in its file."""
    decoded = decode_clinic("clinic.yaml", "clinic: {phone: 555 0100}\ncourses: []\n")
    assert decoded.model is None
    (finding,) = decoded.findings
    assert (finding.line, finding.column, finding.code) == (2, 1, "unknown-key")
    words = decode_clinic("clinic.yaml", "clinic: {phone: 555 0100}\n").model
    assert words is not None
    library = decode_library("library.yaml", LIBRARY).model
    assert library is not None
    merged = library.for_clinic(words.clinic, words.crisis)
    assert merged.clinic == {"name": "your clinic", "phone": "555 0100"}
    assert merged.crisis == library.crisis


def test_an_empty_file_has_no_nodes_and_no_yaml_findings() -> None:
    """Emptiness is judged by who reads the file, not by the YAML reader."""
    document = read_yaml("a.yaml", "# only a note\n")
    assert (document.root, document.findings) == (None, [])

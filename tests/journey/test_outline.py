"""The outline: everything in order, how it stands, and the way to each part of it."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from edu_tui.journey.finding.tree import CROWD, GROUP
from edu_tui.journey.profile import STUDY
from edu_tui.kiosk.profile import KIOSK
from edu_tui.staff.profile import STAFF
from tests.journey.reader import Reader
from tests.library.samples import LIBRARY, MODULE, swap, write, write_library
from tests.plain.program import Talk

if TYPE_CHECKING:
    from edu_tui.journey.view import Row

SHIPPED = Path(__file__).parents[2] / "content"


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """Somebody at home in the small library."""
    return Reader(write_library(tmp_path))


def lines(reader: Reader) -> list[str]:
    """The outline's lines with their fold marks, as far in as they stand."""
    rows = [row for row in reader.rows if row.do.action == "node"]
    return [f"{' ' * row.indent}{row.mark}{row.label}" for row in rows]


def line(reader: Reader, label: str) -> Row:
    """The line with that label."""
    return next(row for row in reader.rows if row.label == label)


def test_it_shows_modules_and_what_stands_under_them(reader: Reader) -> None:
    """Unfolded, a module has its sections, its routes with their steps, and its questions."""
    reader.do("outline")
    assert lines(reader) == ["+Going home", "+A session"]
    reader.do("unfold", "module going-home").do("unfold", "unit going-home infusion")
    assert lines(reader)[:6] == [
        "-Going home",
        "   No driving until tomorrow",
        "  -A drip in the arm",
        "     You arrive",
        "     The medicine starts",
        "  +5 questions",
    ]
    reader.do("unfold", "unit going-home ?")
    assert "     What helps?" in lines(reader)


def test_it_opens_at_where_the_reader_is(reader: Reader) -> None:
    """From a page its own line is marked and says so, and what stands over it is unfolded."""
    reader.choose("Going home", "Read about it").do("outline")
    view = reader.journey.view(reader.room)
    assert view.rows[view.focus].label == "No driving until tomorrow"
    assert view.rows[view.focus].detail == "here"


def test_a_line_opens_that_very_part(reader: Reader) -> None:
    """A section, a step and a question open at once; up leads to the module, and up again home."""
    for unit, shown in {
        "not-driving": "Do not drive until the next day.",
        "infusion/drip-starts": "step 2 of 2",
        "?what-helps": "question 1 of 1",
    }.items():
        reader.do("outline").do("unfold", "module going-home")
        for over in ("infusion", "?"):
            reader.do("unfold", f"unit going-home {over}")
        assert shown in reader.do("node", f"unit going-home {unit}").flat
        assert "In this part" in reader.do("up").flat
        assert reader.do("up").journey.at_home


def test_states_are_words_at_each_line(reader: Reader) -> None:
    """What was read, seen, answered and missed says so; what was not begun says nothing."""
    reader.choose("Going home", "Read about it").read_to("Finish")
    reader.do("home").choose("Going home", "See if it is clear").answer("I'm not sure")
    reader.do("outline").do("unfold", "unit going-home ?").do("unfold", "unit going-home infusion")
    assert line(reader, "Going home").detail == "1 to talk about, 4 minutes"
    assert line(reader, "No driving until tomorrow").detail == "1 to talk about"
    asked = line(reader, "You feel fine. Your car is outside. What do you do?")
    assert asked.detail == "here"
    assert line(reader, "The medicine starts").detail == ""
    reader.do("node", "unit going-home infusion/drip-starts").do("outline")
    assert line(reader, "The medicine starts").detail == "here"
    reader.do("home").do("outline").do("unfold", "module going-home")
    reader.do("unfold", "unit going-home infusion")
    assert line(reader, "The medicine starts").detail == "seen"


def test_two_parts_can_be_begun(tmp_path: Path) -> None:
    """A part that was opened stays begun when another one is opened."""
    long = "\n\n".join(f"Paragraph {n} of a long part." for n in range(60)).replace(
        "\n", "\n      "
    )
    more = f"""\
sections:
  - id: evening
    title: The evening
    text: |
      {long}
  - id: night
    title: The night
    text: |
      {long}
"""
    write(write_library(tmp_path), "en/going-home.yaml", swap("sections:\n", more))
    reader = Reader(tmp_path)
    for part in ("evening", "night"):
        reader.do("home").do("outline").do("unfold", "module going-home")
        reader.do("node", f"unit going-home {part}")
    reader.do("home").do("outline").do("unfold", "module going-home")
    assert line(reader, "The evening").detail == line(reader, "The night").detail == "begun"


def test_left_folds_and_leads_to_the_line_above(reader: Reader) -> None:
    """On a leaf it goes to its module without folding it; there it folds."""
    reader.do("outline").do("unfold", "module going-home")
    reader.do("fold", "unit going-home not-driving")
    view = reader.journey.view(reader.room)
    assert view.rows[view.focus].label == "Going home"
    assert len(lines(reader)) > 2
    reader.do("fold", "module going-home")
    assert lines(reader) == ["+Going home", "+A session"]


def test_letters_find_a_line(reader: Reader) -> None:
    """Accents and capitals do not matter; of what stands under a module only what has the words is there."""
    reader.do("outline")
    reader.journey.typed("HÉLPS")
    assert lines(reader) == ["+Going home", "  -5 questions", "     What helps?"]
    view = reader.journey.view(reader.room)
    assert view.rows[view.focus].label == "What helps?"
    reader.journey.typed("nothing like it")
    assert 'No line has "nothing like it".' in reader.flat
    reader.journey.typed("")
    assert lines(reader) == ["+Going home", "+A session"]


def test_a_role_sees_its_own(tmp_path: Path) -> None:
    """Staff see their course first, with its title; patients see no module, section or step of staff."""
    folder = write_library(tmp_path)
    write(
        folder,
        "en/going-home.yaml",
        swap("- id: drip-starts", "- id: drip-starts\n        audience: staff"),
    )
    staff = Reader(folder, profile=STAFF._replace(signed_only=False)).do("outline")
    assert lines(staff)[:3] == ["-For staff", "  +A session", "  +Welcome"]
    patient = Reader(folder, profile=STUDY).do("outline").do("unfold", "module going-home")
    patient.do("unfold", "unit going-home infusion")
    assert "The medicine starts" not in patient.flat
    assert "Welcome" not in patient.flat


def test_a_kiosk_shows_only_what_is_signed(tmp_path: Path) -> None:
    """Nobody has signed the small library: there is nothing in its outline, and home closes what is not."""
    visitor = Reader(write_library(tmp_path), profile=KIOSK).do("outline")
    assert lines(visitor) == []
    home = Reader(write_library(tmp_path / "b"), profile=KIOSK)
    assert [row.digit for row in home.rows if row.label == "Going home"] == [False]


def test_chapters_are_headings(tmp_path: Path) -> None:
    """A course's chapters stand over their modules, at home and in the outline, and fold there."""
    folder = write_library(tmp_path)
    chapters = (
        "chapters:\n"
        "      - {title: Before you come, modules: [session]}\n"
        "      - {title: Afterwards, modules: [going-home]}"
    )
    write(folder, "library.yaml", LIBRARY.replace("modules: [going-home, session]", chapters))
    reader = Reader(folder)
    text = reader.flat
    places = [
        text.index(words) for words in ("Before you come", "A session", "Afterwards", "Going home")
    ]
    assert places == sorted(places)
    reader.do("outline")
    assert lines(reader) == ["-Before you come", "  +A session", "-Afterwards", "  +Going home"]
    key = next(row.do.what for row in reader.rows if row.label == "Before you come")
    assert lines(reader.do("fold", key))[0] == "+Before you come"


def test_many_modules_are_folded_in_groups(tmp_path: Path) -> None:
    """Of more than sixty no list is longer than fifty, and the group where the reader was is open."""
    folder = write_library(tmp_path)
    names = [f"part-{n}" for n in range(1, CROWD + 2)]
    for name in names:
        write(folder, f"en/{name}.yaml", MODULE.replace("id: going-home", f"id: {name}", 1))
    write(folder, "library.yaml", LIBRARY.replace("[going-home, session]", f"[{', '.join(names)}]"))
    reader = Reader(folder)
    assert len(lines(reader)) == 2
    assert len(lines(reader.do("outline"))) == 2 + GROUP
    reader.do("up").choose("Parts 1 to 50", "Parts 51 to 61")
    assert [row.do.what for row in reader.rows[2:4]] == ["part-51", "part-52"]
    assert [row.digit for row in reader.rows[:3]] == [False, False, True]


def test_line_by_line_it_is_numbered(tmp_path: Path) -> None:
    """`2.1` opens the first part of the second module; a module is unfolded first and opened next."""
    talk = Talk(tmp_path, "--library", str(write_library(tmp_path / "library")))
    assert "1. Going home (4 minutes)" in talk.say("o")
    assert "1.1. No driving until tomorrow" in talk.say("1")
    assert "1.2.2. The medicine starts" in talk.say("1.2")
    assert "Do not drive until the next day." in talk.say("1.1")
    talk.say("o")
    assert "There is no number 9.9 here." in talk.say("9.9")
    assert "In this part" in talk.say("1")
    assert talk.end() == 0


def test_line_by_line_a_number_opens_what_is_folded_away(tmp_path: Path) -> None:
    """`1.2.2` opens a step while nothing is unfolded; `1.2` shows what stands under it; what no line has
    unfolds nothing.
    """
    talk = Talk(tmp_path, "--library", str(write_library(tmp_path / "library")))
    assert "1.1." not in talk.say("o")
    for number in ("1.9", "1.2.9", "9.1", "1.1.1"):
        assert f"There is no number {number} here." in talk.say(number)
    assert "1.1." not in talk.say("r")
    assert "A drip in the arm, step 2 of 2" in talk.say("1.2.2")
    talk.say("h")
    talk.say("o")
    page = talk.say("1.2")
    assert "1.1. No driving until tomorrow" in page
    assert "1.2.1. You arrive" in page
    assert talk.end() == 0


def test_line_by_line_words_find_a_line(tmp_path: Path) -> None:
    """Typed at its prompt, with nothing before them; what is a letter of its own goes on to be one."""
    talk = Talk(tmp_path, "--library", str(write_library(tmp_path / "library")))
    assert "Words find a line." in " ".join(talk.say("o").split())
    page = talk.say("driving")
    assert "1.1. No driving until tomorrow" in page
    assert "A session" not in page
    assert "Crisis help" in talk.say("i want to kill myself")
    talk.say("b")
    assert "A session" in talk.say("h")
    assert talk.end() == 0


def test_line_by_line_folding_is_said(tmp_path: Path) -> None:
    """Which line was opened or folded, in words, for a number does the one and the other."""
    library = write_library(tmp_path / "library")
    chapters = "    chapters:\n" + "".join(
        f"      - {{title: {{en: {title}}}, modules: [{name}]}}\n"
        for title, name in (("Before", "going-home"), ("The day", "session"))
    )
    write(
        library, "library.yaml", LIBRARY.replace("    modules: [going-home, session]\n", chapters)
    )
    talk = Talk(tmp_path, "--library", str(library))
    talk.say("o")
    assert "Folded: Before" in talk.say("1")
    assert "Opened: Before" in talk.say("1")
    assert "1.1. Going home" in talk.page
    assert "Opened: Going home" in talk.say("1.1")
    assert talk.end() == 0


def test_line_by_line_two_zeros_look_in_the_texts(tmp_path: Path) -> None:
    """Where a word is looked for among the titles, the row numbered 00 is not the one numbered 0."""
    talk = Talk(tmp_path, "--library", str(write_library(tmp_path / "library")))
    talk.say("o")
    talk.say("t")
    assert '00. Find "driving" in the texts' in talk.say("driving")
    assert "Find: driving" in talk.say("00")
    assert talk.end() == 0


@pytest.mark.parametrize("seed", range(4))
def test_walks_through_it_leave_what_reading_leaves(seed: int) -> None:
    """Of 25 random walks each, through the outline and without it, the same is known afterwards."""
    rng = Random(seed)
    by_outline, by_rows = (Reader(SHIPPED, clock=lambda: 0) for _ in range(2))
    names = [entry.id for entry in by_rows.visit.entries()]
    for _ in range(25):
        name = rng.choice(names)
        parts = [part for part in by_rows.visit.outline(name) if part.kind != "question"]
        part, turns = rng.choice(parts), rng.randrange(4)
        by_outline.do("outline").do("unfold", f"module {name}")
        unit = part.unit.partition("/")[0]
        by_outline.do("unfold", f"unit {name} {unit}").do("node", f"unit {name} {part.unit}")
        by_rows.do("home").do("module", name).do("unit", part.unit)
        for reader in (by_outline, by_rows):
            for _ in range(turns):
                reader.do("next")
                reader.journey.view(reader.room)
        assert by_outline.flat == by_rows.flat
    traces = [
        {name: trace.as_plain() for name, trace in reader.visit.history.traces.items()}
        for reader in (by_outline, by_rows)
    ]
    assert traces[0] == traces[1]

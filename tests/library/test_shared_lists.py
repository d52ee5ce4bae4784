"""A list that stands once is part of every module that draws it, and of nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.layout.line import Room, plain
from edu_tui.layout.paginate import pages
from edu_tui.layout.paper import PrintedModule, paper_parts
from edu_tui.library.check import check
from edu_tui.library.lint.judge import Rules
from edu_tui.library.open_library import OpenLibrary
from edu_tui.model.module import SharedList
from edu_tui.model.version import module_version, unit_versions
from edu_tui.system.errors import BrokenModuleError
from edu_tui.system.paths import shipped_library
from tests.review.signed import sign, state

from .samples import line_of, small, swap, write, write_library

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.model.module import Module

LISTS = """\
lists:
  - id: call-911
    purpose: emergency
    text: |
      Call 911 at once for any of these:

      - Your lips turn xylophone blue. [@label-2023]
      - Some [[dissociation]] does not end.
"""
DRAWN = swap(
    "    title: No driving until tomorrow\n",
    "    title: No driving until tomorrow\n    lists: [call-911]\n",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library in which one module draws a list."""
    write_library(tmp_path)
    write(tmp_path, "en/lists.yaml", LISTS)
    write(tmp_path, "en/going-home.yaml", DRAWN)
    return tmp_path


def told(folder: Path, judge: Rules | None = None) -> list[tuple[str, int, str, str]]:
    """File, line, code and message of what is found, translations of modules left out."""
    return [
        (each.file, each.line, each.code, each.message)
        for each in check(folder, judge).findings
        if "no es/" not in each.message
    ]


def drawn(folder: Path, language: str = "en") -> Module:
    return OpenLibrary(folder, None).module("going-home", language)


def read(folder: Path) -> str:
    """The module as it is printed line by line."""
    open_library = OpenLibrary(folder, None)
    paper = PrintedModule(
        drawn(folder), open_library.library(), open_library.sources(), detailed=False
    )
    room = Room(72, 0, "words")
    return "\n".join(plain(line) for line in pages(paper_parts(paper, room), room)[0].lines)


def test_a_drawn_list_is_read_before_the_text(folder: Path) -> None:
    """With its source's number, where its section is."""
    text = read(folder)
    assert text.index("xylophone blue.[1]") < text.index("Do not drive")
    assert told(folder) == []


def test_it_is_found_by_search(folder: Path, tmp_path: Path) -> None:
    """And no more once it has changed, although the module's file has not."""
    open_library = OpenLibrary(folder, tmp_path / "cache")
    for word in ("xylophone", "trumpet"):
        open_library.refresh("en")
        (hit,) = open_library.search(word, "en").hits
        assert (hit.module, hit.place) == ("going-home", "not-driving")
        write(folder, "en/lists.yaml", LISTS.replace("xylophone", "trumpet"))
    assert open_library.search("xylophone", "en").hits == ()


def test_a_changed_list_changes_what_draws_it(folder: Path, tmp_path: Path) -> None:
    """The version of its section, in the file and in the index, and of no other part."""
    before, known = unit_versions(drawn(folder)), OpenLibrary(folder, tmp_path / "cache")
    known.refresh("en")
    write(folder, "en/lists.yaml", LISTS.replace("xylophone", "trumpet"))
    now = unit_versions(drawn(folder))
    assert {name for name in now if now[name] != before[name]} == {"not-driving"}
    known.refresh("en")
    assert known.units("going-home", "en")["not-driving"] == now["not-driving"]


def test_a_changed_list_takes_back_the_sign_off_of_what_draws_it(
    folder: Path, tmp_path: Path
) -> None:
    """And of nothing else; the first screen says so too."""
    sign(folder)
    sign(folder, "session")
    open_library = OpenLibrary(folder, tmp_path / "cache")
    assert open_library.refresh("en").reviews["going-home"].holds
    write(folder, "en/lists.yaml", LISTS.replace("xylophone", "trumpet"))
    assert state(folder).kind == "changed"
    assert state(folder, "session").kind == "reviewed"
    assert not open_library.refresh("en").reviews["going-home"].holds


def test_an_unknown_list_is_found(folder: Path) -> None:
    """Where it is named, with what was meant; and the one that is then drawn by nobody."""
    write(folder, "en/going-home.yaml", DRAWN.replace("call-911", "call-119"))
    named = line_of("lists:", DRAWN)
    assert told(folder) == [
        (
            "en/going-home.yaml",
            named,
            "unknown-reference",
            "en/lists.yaml has no `call-119`; did you mean `call-911`?",
        ),
        (
            "en/lists.yaml",
            2,
            "unused",
            "no module draws the list `call-911`: name it under `lists`, or delete it",
        ),
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "purpose: emergency",
            "purpose: call-us",
            "expected one of before, tell, day, after, call",
        ),
        ("    purpose: emergency\n", "", "`purpose:` is missing"),
        ("[@label-2023]", "[@label-2024]", "sources.yaml has no `label-2024`"),
    ],
)
def test_a_fault_of_a_list_is_told_in_its_own_file(
    folder: Path, old: str, new: str, message: str
) -> None:
    """Once, and at no module."""
    write(folder, "en/lists.yaml", LISTS.replace(old, new))
    ((file, _, _, said),) = told(folder)
    assert file == "en/lists.yaml"
    assert said.startswith(message)


def test_its_words_are_judged_once(folder: Path) -> None:
    """By the rules for all texts, at their line, however many modules draw it; a waiver stands beside it."""
    other = small("session").replace("    text:", "    lists: [call-911]\n    text:")
    write(folder, "en/session.yaml", other)
    bad = LISTS.replace("xylophone blue.", "xylophone blue!")
    write(folder, "en/lists.yaml", bad)
    found = [each[:3] for each in told(folder, Rules(["W114"]))]
    assert found == [("en/lists.yaml", line_of("- Your lips", bad), "W114")]
    waiver = "waive:\n  - {rule: W114, unit: call-911, why: It is urgent., by: A. Author}\n"
    write(folder, "en/lists.yaml", bad + waiver)
    assert told(folder, Rules(["W114"])) == []


def test_what_is_not_translated_is_told_and_shown(folder: Path) -> None:
    """A language without the list shows it as the source language has it."""
    write(folder, "es/going-home.yaml", DRAWN)
    write(folder, "es/glossary.yaml", (folder / "en/glossary.yaml").read_text())
    assert told(folder) == [
        (
            "es/going-home.yaml",
            line_of("lists:", DRAWN),
            "untranslated",
            "`call-911` is not translated: no such list in es/lists.yaml",
        )
    ]
    assert "xylophone" in drawn(folder, "es").sections[0].body
    write(folder, "es/lists.yaml", LISTS.replace("xylophone", "trompeta"))
    assert "trompeta" in drawn(folder, "es").sections[0].body


def test_two_modules_of_the_course_cannot_disagree() -> None:
    """What two modules say of when to call is drawn, word for word the same."""
    open_library = OpenLibrary(shipped_library(), None)
    home, risks = (
        open_library.module(name, "en") for name in ("going-home", "side-effects-and-risks")
    )
    assert set(home.draws) == set(risks.draws) == {"call-911", "call-same-day"}
    shown = [
        {one.text for part in module.sections for one in part.lists} for module in (home, risks)
    ]
    assert shown[0] == shown[1]
    other = {name: SharedList(name, "call", "Call.") for name in home.draws}
    assert module_version(home) != module_version(home.with_lists(other))


@pytest.mark.parametrize(
    "lists",
    [
        LISTS.replace("purpose: emergency", "purpose: emergancy"),
        LISTS.replace("    purpose: emergency\n", ""),
        LISTS.replace("    text", "\ttext"),
        LISTS.replace("call-911", "call-912"),
        "",
    ],
    ids=["misspelled", "without a purpose", "a tab", "another id", "no file"],
)
def test_a_module_without_its_list_is_not_shown_as_if_it_were_whole(
    folder: Path, tmp_path: Path, lists: str
) -> None:
    """Whoever reads it would miss when to call 911 and not know: it cannot be shown, at home, on paper, anywhere."""
    cache = tmp_path / "cache"
    assert OpenLibrary(folder, cache).module("going-home", "en").sections[0].lists
    write(folder, "en/lists.yaml", lists)
    opened = OpenLibrary(folder, cache)
    with pytest.raises(BrokenModuleError):
        opened.module("going-home", "en")
    assert opened.refresh("en").entries["going-home"].state == "broken"
    assert told(folder), "the author is told"
    write(folder, "en/lists.yaml", LISTS)
    assert OpenLibrary(folder, cache).module("going-home", "en").sections[0].lists

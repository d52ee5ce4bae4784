"""A library is opened by its index; a module is read when it is opened."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from edu_tui.library.finding import Finding
from edu_tui.library.open_library import OpenLibrary
from edu_tui.model.version import unit_versions
from edu_tui.system.errors import BrokenModuleError, LibraryError

from .samples import LIBRARY, small, swap, write, write_library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A valid library."""
    return write_library(tmp_path / "library")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache folder that is not there yet."""
    return tmp_path / "cache"


def test_opening_parses_no_module(folder: Path, cache: Path) -> None:
    """Before the first refresh every module of a course is there, by the title in its first lines."""
    contents = OpenLibrary(folder, cache).open("en")
    assert list(contents.entries) == ["going-home", "session", "onboarding"]
    assert {entry.state for entry in contents.entries.values()} == {"unread"}
    assert contents.entries["going-home"].title == "Going home"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Going home", "Going home"),
        ('title: "Is it: for me?"', "Is it: for me?"),
        ("title: '#1 on the list'", "#1 on the list"),
        ("title: ¿Es para mí?", "¿Es para mí?"),
        ("title: Home # for now", "Going home or not"),
        ("title: *home", "Going home or not"),
        ("title: >-\n  Going home", "Going home or not"),
        ('title: "Say \\"yes\\""', "Going home or not"),
        ("title: With {clinic.name}", "Going home or not"),
        ("title: Bell \x07", "Going home or not"),
    ],
)
def test_a_title_is_never_an_id(folder: Path, cache: Path, line: str, title: str) -> None:
    """Until it has been read a module is called what its first lines say for certain, else its id in words."""
    library = folder / "library.yaml"
    library.write_text(library.read_text().replace("going-home", "going-home-or-not", 1))
    (folder / "en" / "going-home-or-not.yaml").write_text(f"id: going-home-or-not\n{line}\n")
    open_library = OpenLibrary(folder, cache)
    assert open_library.open("en").entries["going-home-or-not"].title == title
    assert open_library.refresh("en").entries["going-home-or-not"].title == title


def test_a_title_may_be_missing_with_its_file(folder: Path, cache: Path) -> None:
    """A course that names a module without a file shows its id in words."""
    (folder / "en" / "going-home.yaml").unlink()
    assert OpenLibrary(folder, cache).open("en").entries["going-home"].title == "Going home"


def test_a_refresh_fills_the_outline(folder: Path, cache: Path) -> None:
    """Titles, minutes and counts are of what patients see."""
    entry = OpenLibrary(folder, cache).refresh("en").entries["going-home"]
    assert entry == (
        "going-home", "en", "Going home", "Why you need a ride.", 4, 1, 2, 5, "ready", 0, 1,
    )  # fmt: skip


def test_the_index_knows_what_each_audience_sees(folder: Path, cache: Path) -> None:
    """Versions of parts by audience: of the module as staff see it, and as patients do, and no mix."""
    open_library = OpenLibrary(folder, cache)
    open_library.refresh("en")
    module = open_library.module("going-home", "en")
    for audience in ("patient", "staff"):
        known = open_library.units("going-home", "en", audience)
        assert known == unit_versions(module.for_audience(audience))
        assert ("for-staff" in known) == (audience == "staff")
    assert open_library.units("session", "en", "staff") == open_library.units("session", "en")


def test_the_next_start_knows_it_at_a_glance(folder: Path, cache: Path) -> None:
    """What one program has indexed, the next shows without reading."""
    first = OpenLibrary(folder, cache)
    contents = first.refresh("en")
    first.close()
    assert OpenLibrary(folder, cache).from_index("en") == contents
    assert OpenLibrary(folder, cache).open("en") == contents


def test_a_glance_needs_a_cache(folder: Path, cache: Path) -> None:
    """Without an index there is nothing to glance at, and nothing is made."""
    assert OpenLibrary(folder, cache).from_index("en") is None
    assert OpenLibrary(folder, None).from_index("en") is None
    assert not cache.exists()


def test_a_glance_does_not_import_yaml(folder: Path, cache: Path) -> None:
    """The first paint loads neither the parser nor the checks."""
    OpenLibrary(folder, cache).refresh("en")
    code = (
        "import sys; from pathlib import Path; from edu_tui.library.open_library import OpenLibrary;"
        "open_library = OpenLibrary(Path(sys.argv[1]), Path(sys.argv[2]));"
        "assert open_library.from_index('en').entries['session'].state == 'ready';"
        "assert open_library.open('en').entries['session'].state == 'ready';"
        "assert open_library.search('ride', 'en').hits;"
        "bad = {'yaml', 'edu_tui.library.decode.module', 'dataclasses', 'inspect', 'difflib'};"
        "print(bad & set(sys.modules))"
    )
    command = [sys.executable, "-c", code, str(folder), str(cache)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("set()", "")


def test_a_changed_library_file_is_not_glanced_at(folder: Path, cache: Path) -> None:
    """Its stamp changed, so what was kept of it no longer counts."""
    OpenLibrary(folder, cache).refresh("en")
    write(folder, "library.yaml", swap("en: Ketamine therapy", "en: Another title", LIBRARY))
    open_library = OpenLibrary(folder, cache)
    assert open_library.from_index("en") is None
    contents = open_library.open("en")
    assert contents.library.title["en"] == "Another title"
    assert contents.entries["session"].state == "ready"
    assert open_library.from_index("en") == contents


def test_a_language_that_is_not_there_is_read_in_the_source_language(folder: Path) -> None:
    """The contents tell which language it came to."""
    open_library = OpenLibrary(folder, None)
    assert open_library.open("fr").language == "en"
    assert open_library.refresh("fr").entries["session"].title == "A session"
    assert open_library.module("session", "fr").language == "en"


def test_an_untranslated_module_comes_in_the_source_language(folder: Path) -> None:
    """Entry and module tell which language it is in."""
    open_library = OpenLibrary(folder, None)
    entries = open_library.refresh("es").entries
    assert (entries["session"].language, entries["session"].title) == ("es", "Una sesión")
    assert (entries["going-home"].language, entries["going-home"].state) == ("en", "ready")
    assert open_library.module("session", "es").language == "es"
    assert open_library.module("going-home", "es").language == "en"


def test_a_module_without_a_file_is_missing(folder: Path) -> None:
    """The outline says so, opening it says so, and the others are ready."""
    (folder / "en/onboarding.yaml").unlink()
    open_library = OpenLibrary(folder, None)
    entries = open_library.refresh("en").entries
    assert entries["onboarding"].state == "missing"
    assert entries["session"].state == "ready"
    with pytest.raises(BrokenModuleError, match="no module"):
        open_library.module("onboarding", "en")
    write(folder, "en/onboarding.yaml", small("onboarding", "Back"))
    assert open_library.refresh("en").entries["onboarding"].title == "Back"


@pytest.mark.parametrize(
    "name", ["../library", "glossary/../x", "", "a\x00b", "/etc/passwd", "A", "a" * 5000]
)
def test_a_name_that_is_no_id_opens_no_file(folder: Path, name: str) -> None:
    """Only ids become file names."""
    with pytest.raises(BrokenModuleError):
        OpenLibrary(folder, None).module(name, "en")


def test_a_broken_module_tells_its_findings(folder: Path) -> None:
    """Whoever opens it gets them all, ready to show."""
    write(folder, "en/session.yaml", swap("minutes: 2", "minutes: x", small("session")))
    with pytest.raises(BrokenModuleError, match="1 problem ") as raised:
        OpenLibrary(folder, None).module("session", "en")
    (finding,) = raised.value.findings
    assert isinstance(finding, Finding)
    assert (finding.file, finding.line, finding.column) == ("en/session.yaml", 4, 10)


def test_a_module_is_read_as_its_file_is_now(folder: Path) -> None:
    """A change is seen at the next opening, an unchanged file is not parsed again."""
    open_library = OpenLibrary(folder, None)
    first = open_library.module("session", "en")
    assert open_library.module("session", "en") is first
    write(folder, "en/session.yaml", small("session", "Changed"))
    assert open_library.module("session", "en").title == "Changed"


def test_glossary_and_sources_are_by_name(folder: Path) -> None:
    """Terms by every form in lower case, sources by id; a changed file is read again."""
    open_library = OpenLibrary(folder, None)
    assert open_library.glossary("en")["dissociative"].term == "dissociation"
    assert open_library.sources()["label-2023"].year == "2023"
    write(folder, "en/glossary.yaml", "terms: []\n")
    assert open_library.glossary("en") == {}


def test_a_broken_glossary_or_bibliography_is_empty(folder: Path) -> None:
    """Their findings belong to the check; reading goes on."""
    write(folder, "en/glossary.yaml", "terms: [\n")
    write(folder, "sources.yaml", b"\xff")
    open_library = OpenLibrary(folder, None)
    assert (open_library.glossary("en"), open_library.sources()) == ({}, {})
    assert open_library.refresh("en").entries["session"].state == "ready"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "no such file"),
        ("format: 7\n", "format `7`"),
        (b"\xff", "UTF-8"),
        ("a: [", "bracket"),
    ],
)
def test_a_library_that_cannot_be_opened_says_why(
    folder: Path, text: str | bytes | None, words: str
) -> None:
    """There is one error, in clear words."""
    (folder / "library.yaml").unlink()
    if text is not None:
        write(folder, "library.yaml", text)
    with pytest.raises(LibraryError, match=words):
        OpenLibrary(folder, None).open("en")


def test_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    """The error names the folder and the option."""
    with pytest.raises(LibraryError, match=r"no folder .*none.*--library"):
        OpenLibrary(tmp_path / "none", None).open("en")


def test_a_library_file_broken_while_open_does_not_end_the_visit(folder: Path) -> None:
    """What is open stays open; only the next opening tells."""
    open_library = OpenLibrary(folder, None)
    open_library.refresh("en")
    write(folder, "library.yaml", "a: [\n")
    assert open_library.search("ride", "en").hits
    assert open_library.module("session", "en").id == "session"
    with pytest.raises(LibraryError):
        open_library.open("en")


def test_a_clinic_has_its_own_words(folder: Path, cache: Path, tmp_path: Path) -> None:
    """They are there at a glance too, until the clinic's file changes."""
    own = write(tmp_path, "own.yaml", "clinic: {phone: 555 0100}\n")
    open_library = OpenLibrary(folder, cache, own)
    assert open_library.open("en").library.clinic == {"name": "your clinic", "phone": "555 0100"}
    open_library.close()
    from_index = OpenLibrary(folder, cache, own).from_index("en")
    assert from_index is not None
    assert from_index.library.clinic["phone"] == "555 0100"
    assert OpenLibrary(folder, cache).from_index("en") is None
    write(tmp_path, "own.yaml", "clinic: {phone: 555 0199 new}\n")
    assert OpenLibrary(folder, cache, own).from_index("en") is None


def test_a_clinic_file_that_says_more_is_refused(folder: Path, tmp_path: Path) -> None:
    """A clinic may not change courses or texts; a missing file is told."""
    own = write(tmp_path, "own.yaml", "courses: []\n")
    with pytest.raises(LibraryError, match=r"own\.yaml:1:1"):
        OpenLibrary(folder, None, own).open("en")
    with pytest.raises(LibraryError, match="no such file"):
        OpenLibrary(folder, None, tmp_path / "none.yaml").open("en")


def test_a_refresh_in_another_thread_is_seen_here(folder: Path, cache: Path) -> None:
    """With and without a cache, what the worker reads the first thread finds."""
    for where in (cache, None):
        open_library = OpenLibrary(folder, where)
        worker = threading.Thread(target=open_library.refresh, args=("en",))
        worker.start()
        while worker.is_alive():
            open_library.search("r", "en")
            open_library.open("en")
        worker.join()
        assert open_library.open("en").entries["session"].state == "ready"
        assert open_library.search("ride", "en").hits


def test_a_module_with_much_to_say_is_shown_whole(folder: Path) -> None:
    """The module that the front ends get is the file's, not the index's."""
    assert OpenLibrary(folder, None).module("going-home", "en").questions[0].hint
    assert "staff" in {
        part.audience for part in OpenLibrary(folder, None).module("going-home", "en").sections
    }

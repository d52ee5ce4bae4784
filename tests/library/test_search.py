"""Search finds places by words as they are typed, and shows patients nothing of staff's."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edu_tui.library.index.index import Index
from edu_tui.library.index.quoting import CutText, matches, quote
from edu_tui.library.open_library import OpenLibrary
from edu_tui.model.spelling import Wanted
from edu_tui.system.typing import override

from .samples import LIBRARY, small, swap, write, write_library

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path


def is_that(name: str, module: str, term: str) -> bool:
    """Whether that module is asked for."""
    del term
    return module == name


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A valid library."""
    return write_library(tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="module")
def open_library(folder: Path) -> OpenLibrary:
    """The library, indexed."""
    result = OpenLibrary(folder, None)
    result.refresh("en")
    result.refresh("es")
    return result


def kinds(
    open_library: OpenLibrary, query: str, audience: str = "patient"
) -> list[tuple[str, str]]:
    """Kind and place of each hit."""
    result = open_library.search(query, "en", "staff" if audience == "staff" else "patient")
    return [(hit.kind, hit.place) for hit in result.hits]


@pytest.mark.parametrize(
    ("query", "kind", "place"),
    [
        ("reaction", "section", "not-driving"),
        ("Reaction TIME", "section", "not-driving"),
        ("floating", "step", "drip-starts"),
        ("blood pressure", "step", "drip-starts"),
        ("chest", "step", "drip-starts"),
        ("your car", "question", "drive-tonight"),
        ("far away", "word", "dissociation"),
        ("dissociative", "word", "dissociation"),
        ("going home", "section", "not-driving"),
        ("rest chair", "section", "first"),
    ],
)
def test_words_lead_to_their_place(
    open_library: OpenLibrary, query: str, kind: str, place: str
) -> None:
    """Sections, steps, questions and words are found, in any case and order."""
    assert (kind, place) in kinds(open_library, query)


def test_the_last_word_may_be_only_begun(open_library: OpenLibrary) -> None:
    """Results come while typing; a word before the last has to be whole."""
    assert ("section", "not-driving") in kinds(open_library, "reac")
    (hit,) = open_library.search("reac time", "en").hits
    assert [words for words, matched in hit.context if matched] == ["time"]
    assert kinds(open_library, "reac zzz") == []


def test_a_hit_says_where_it_leads(open_library: OpenLibrary) -> None:
    """Module, route and the words around, with those that matched marked."""
    (hit,) = open_library.search("floating", "en").hits
    assert (hit.module, hit.module_title, hit.route) == ("going-home", "Going home", "infusion")
    assert hit.title == "The medicine starts"
    assert [words for words, matched in hit.context if matched] == ["floating"]
    assert "A floating feeling." in "".join(words for words, _ in hit.context)


def test_a_hit_says_whether_only_more_detail_has_its_words(open_library: OpenLibrary) -> None:
    """Words of the detail alone need it; words that all see do not, though the detail has them too."""
    (hit,) = open_library.search("reaction time", "en").hits
    assert hit.detailed
    assert [words for words, matched in hit.context if matched] == ["Reaction", "time"]
    (hit,) = (hit for hit in open_library.search("driv", "en").hits if hit.kind == "section")
    assert not hit.detailed


def test_the_clinic_s_own_words_are_found_and_quoted(tmp_path: Path) -> None:
    """As readers see them; when a clinic changes them, the next refresh finds the new ones."""
    folder = write_library(tmp_path / "library")
    open_library = OpenLibrary(folder, tmp_path / "cache")
    open_library.refresh("en")
    (hit,) = (hit for hit in open_library.search("number card", "en").hits if hit.kind == "section")
    assert "the number on your card" in "".join(words for words, _ in hit.context)
    write(folder, "library.yaml", swap("the number on your card", "555 0100", LIBRARY))
    told: list[int] = []
    open_library.refresh("en", lambda done, total: told.append(total))
    assert told[:1] == [3]
    assert [hit.place for hit in open_library.search("555 0100", "en").hits] == ["not-driving"]
    assert not open_library.search("number card", "en").hits
    open_library.refresh("en", lambda done, total: told.append(total))
    assert told == [3]


def test_the_very_word_comes_first_and_questions_last(tmp_path: Path) -> None:
    """What it means, then where it is told, then what is asked about it."""
    folder = write_library(tmp_path)
    write(folder, "en/session.yaml", small("session", "On infusion", "An infusion is a drip."))
    asked = swap("ask: What helps?", "ask: Is an infusion slow?")
    write(folder, "en/going-home.yaml", asked)
    open_library = OpenLibrary(folder, None)
    open_library.refresh("en")
    hits = open_library.search("infusion", "en").hits
    assert [hit.kind for hit in hits] == ["word", "section", "question"]
    assert (hits[2].title, hits[2].context) == ("Is an infusion slow?", ())


def test_accents_do_not_matter(open_library: OpenLibrary) -> None:
    """`sesion` finds `sesión`."""
    for typed in ("sesion", "sesión", "SESIÓN", "sesio\u0301n", "seSío"):
        (hit,) = open_library.search(typed, "es").hits
        assert hit.module == "session"
    assert open_library.search("sesoin", "es").suggestion == "sesion"


@pytest.mark.parametrize("query", ["zebra", "Handover", "quagga", "okapi", "welcome", "onboarding"])
def test_patients_never_find_what_is_for_staff(open_library: OpenLibrary, query: str) -> None:
    """Not staff's sections, notes, nor modules of staff's courses; staff do find them."""
    for begun in range(1, len(query) + 1):
        result = open_library.search(query[:begun], "en")
        assert query.lower() not in repr((result.hits, result.suggestions)).lower()
    if query != "onboarding":
        assert kinds(open_library, query, "staff")


def test_patients_are_not_offered_words_of_staff(open_library: OpenLibrary) -> None:
    """Nor does "did you mean" give them away."""
    assert open_library.search("zebar", "en").suggestion == ""
    assert open_library.search("zebar", "en", "staff").suggestion == "zebra"
    assert open_library.search("okapy", "en").suggestion == ""


def test_a_module_that_becomes_staff_s_is_hidden_at_once(tmp_path: Path) -> None:
    """Even before the next refresh, and after it."""
    folder = write_library(tmp_path)
    open_library = OpenLibrary(folder, None)
    open_library.refresh("en")
    assert open_library.search("chair", "en").hits
    write(folder, "library.yaml", swap("[going-home, session]", "[going-home]", LIBRARY))
    open_library.open("en")
    assert not open_library.search("chair", "en").hits
    open_library.refresh("en")
    assert not open_library.search("chair", "en").hits
    assert open_library.search("chair", "en", "staff").hits


def test_answers_are_not_given_away(open_library: OpenLibrary) -> None:
    """A question is found by what it asks, not by its options."""
    assert kinds(open_library, "Soft music") == []


def test_a_misspelled_word_leads_to_the_right_one(open_library: OpenLibrary) -> None:
    """The suggestion is a query that has results."""
    result = open_library.search("flaoting", "en")
    assert (result.hits, result.suggestion) == ((), "floating")
    assert open_library.search(result.suggestion, "en").hits
    assert open_library.search("flóatng", "en").suggestion == "floating"
    assert open_library.search("blood presure", "en").suggestion == "blood pressure"
    assert open_library.search("xyzzyx", "en").suggestion == ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gloating", "floating"),
        ("loating", "floating"),
        ("afloating", "floating"),
        ("flaoting feelng", "floating feeling"),
        ("blood-presure", "blood pressure"),
        ("zzz floating qqq", ""),
        ("fl", ""),
        ("...", ""),
    ],
)
def test_slips_of_other_kinds(open_library: OpenLibrary, typed: str, meant: str) -> None:
    """A first letter that is wrong, missing or too many, two words, signs between words."""
    assert open_library.search(typed, "en").suggestion == meant


def test_a_word_that_is_gone_is_not_offered(tmp_path: Path) -> None:
    """The list of words outlives its modules; what is offered leads to something today."""
    folder = write_library(tmp_path)
    open_library = OpenLibrary(folder, None)
    write(folder, "en/session.yaml", small("session", "A session", "Quokkas rest."))
    open_library.refresh("en")
    assert open_library.search("qoukkas", "en").suggestion == "quokkas"
    write(folder, "en/session.yaml", small("session", "A session", "You rest."))
    open_library.refresh("en")
    assert open_library.search("qoukkas", "en").suggestion == ""


@pytest.mark.parametrize(
    "query",
    [
        "what's",
        "AND",
        "OR NOT",
        "panic-attack",
        '"',
        '""',
        "*",
        "NEAR(",
        "NEAR(a b, 2)",
        "title:x",
        "(",
        ")",
        "^a",
        "a*",
        "{title}: x",
        "-",
        "--",
        "'",
        ";",
        "\\",
        "\x00",
        "a\x00b",
        "�",
        "\x02a\x03",
        "",
        " ",
        "a" * 5000,
        "a " * 500,
        "中文",
        "+",
        "a + b",
        "́",
    ],
)
def test_signs_in_a_query_mean_nothing(open_library: OpenLibrary, query: str) -> None:
    """Nothing that is typed is taken for a command of the index."""
    open_library.search(query, "en")
    open_library.search(query, "en", "staff")


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(query=st.text(st.characters(), max_size=30))
def test_any_query_is_answered(open_library: OpenLibrary, query: str) -> None:
    """Whatever comes from a keyboard or a paste, search answers."""
    assert len(open_library.search(query, "en").hits) <= 30


def test_no_more_than_asked_for(tmp_path: Path) -> None:
    """Of many matches those in titles come first, and no more than the limit."""
    folder = write_library(tmp_path)
    names = [f"m-{number:03}" for number in range(400)]
    write(folder, "library.yaml", swap("[going-home, session]", f"[{', '.join(names)}]", LIBRARY))
    for name in names:
        title = "Rest well" if name == "m-399" else "A module"
        write(folder, f"en/{name}.yaml", small(name, title, "You rest a while."))
    open_library = OpenLibrary(folder, None)
    open_library.refresh("en")
    hits = open_library.search("rest", "en", limit=7).hits
    assert len(hits) == 7
    assert hits[0].module == "m-399"


def test_a_question_that_ranks_first_comes_last(tmp_path: Path) -> None:
    """A question is short, so it would rank before the text that answers it; even of one hit it is not the one."""
    folder = write_library(tmp_path)
    long = "You sit and rest. " * 40 + "A wombat sits beside you. " + "You sit and rest. " * 40
    write(folder, "en/session.yaml", small("session", "On the day", long))
    write(folder, "en/going-home.yaml", swap("ask: What helps?", "ask: A wombat?"))
    open_library = OpenLibrary(folder, None)
    open_library.refresh("en")
    assert [hit.kind for hit in open_library.search("wombat", "en").hits] == ["section", "question"]
    assert [hit.kind for hit in open_library.search("wombat", "en", limit=1).hits] == ["section"]


def test_two_letters_the_wrong_way_round_is_the_first_guess(tmp_path: Path) -> None:
    """The commonest slip goes before a word that is spelled more alike."""
    folder = write_library(tmp_path)
    write(folder, "en/session.yaml", small("session", "On the day", "A bear and a baker."))
    open_library = OpenLibrary(folder, None)
    open_library.refresh("en")
    assert open_library.search("baer", "en").suggestion == "bear"
    assert open_library.search("bakr", "en").suggestion == "baker"


def test_what_may_not_be_shown_takes_no_place_from_what_may(tmp_path: Path) -> None:
    """Of many modules one may be shown, and it comes last: it is found all the same, ranked or not."""
    folder = write_library(tmp_path)
    for many in (100, 400):
        names = [f"m-{number:03}" for number in range(many)]
        write(
            folder, "library.yaml", swap("[going-home, session]", f"[{', '.join(names)}]", LIBRARY)
        )
        for name in names:
            write(folder, f"en/{name}.yaml", small(name, "Rest", "Rest. Rest a while."))
        write(
            folder,
            f"en/{names[-1]}.yaml",
            small(names[-1], "A module", "You sit. " * 90 + "You rest."),
        )
        open_library = OpenLibrary(folder, None)
        open_library.refresh("en")
        shown = names[-1]
        result = open_library.search("rest", "en", limit=5, may_show=partial(is_that, shown))
        assert [hit.module for hit in result.hits] == [shown]
        hidden = open_library.search("rset", "en", may_show=lambda module, term: False)
        assert (hidden.hits, hidden.suggestions) == ((), ())


class _Watched(CutText):
    """A text that knows the last word whose place it was asked for."""

    furthest = -1

    @override
    def place(self, number: int) -> tuple[int, int]:
        self.furthest = max(self.furthest, number)
        return super().place(number)


def test_a_quote_looks_no_further_into_a_text_than_it_has_to() -> None:
    """Of a long text that has the word again and again, only the first places are looked up."""
    text = _Watched("You sit down and rest a while. " * 1000)
    found = matches(text, ((Wanted(("rest",)),),))
    assert ("rest", True) in quote(text, found)
    assert len(found[0]) == 1000
    assert 0 < text.furthest < 100


class _Plans:
    """What the index is asked from now on, and how SQLite goes about it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[str] = []
        self.plans: list[str] = []
        read = Index.read

        def reading(index: Index, ask: Callable[[sqlite3.Connection], object]) -> object:
            def asking(db: sqlite3.Connection) -> object:
                before = len(self.asked)
                db.set_trace_callback(self.asked.append)
                try:
                    return ask(db)
                finally:
                    db.set_trace_callback(None)
                    # What begins with two dashes its own tables ask.
                    for query in [each for each in self.asked[before:] if each[0] != "-"]:
                        rows = db.execute(f"explain query plan {query}")
                        self.plans += [row[3] for row in rows]

            return read(index, asking)

        monkeypatch.setattr(Index, "read", reading)


def test_what_was_meant_is_found_without_going_through_all_words(
    open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slip in the first letter or any other is looked up, in however many words a library has."""
    plans = _Plans(monkeypatch)
    for slip in ("chesr", "xhest", "hest"):
        assert open_library.search(slip, "en").suggestion == "chest"
    looked_up = [plan for plan in plans.plans if "words en patient" in plan]
    assert looked_up
    assert all(plan.startswith("SEARCH") for plan in looked_up)


def test_what_is_begun_is_not_counted_where_a_word_before_is_nowhere(
    open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No row can have all of it then, and beginnings are what the index is slow at."""
    plans = _Plans(monkeypatch)
    for query, counted in (("chest pai", True), ("zzz pai", False)):
        plans.asked.clear()
        open_library.search(query, "en")
        counts = [each for each in plans.asked if "count(*)" in each and '"pai" *' in each]
        assert bool(counts) is counted

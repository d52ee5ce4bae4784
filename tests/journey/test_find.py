"""Finding: whatever was typed stands on the page that its hit opens, in a large room and in a small one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from edu_tui.journey.finding.find import MOST
from edu_tui.journey.view import Row
from edu_tui.layout.part import Drawn, Words
from edu_tui.library.open_library import OpenLibrary
from edu_tui.model.markup import parse
from edu_tui.model.spelling import words_in
from tests.library.samples import swap, write, write_library

from .reader import ROOM, SMALL, Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.layout.line import Room
    from edu_tui.model.module import Module

SHIPPED = Path(__file__).parents[2] / "content"
SAMPLE = Path(__file__).parents[1] / "tui" / "sample"
TYPED = 5
"""Words typed."""
SHORT = 200
"""Pages after which a text is said to have no end."""

ROUTES = """\
    - id: {id}
      title: {title}
      steps:
        - {{id: wait, phase: before, when: Early, title: You wait, happens: You sit.}}
        - {{id: arrive, phase: during, at: 0, title: You arrive, happens: A nurse greets you.}}
"""


class Part(NamedTuple):
    """A section or a step, as its hit is labelled, and the texts that stand in it."""

    title: str
    detail: str
    texts: tuple[str, ...]


@pytest.fixture(scope="module")
def reader() -> Reader:
    """One who has the shipped library."""
    return Reader(SHIPPED)


@pytest.fixture
def someone() -> Reader:
    """One who has just opened the sample."""
    return Reader(SAMPLE)


def look_for(reader: Reader, query: str) -> Reader:
    """From home, type that."""
    reader.do("home").do("find")
    reader.journey.typed(query)
    return reader


def open_hit(reader: Reader, query: str, title: str, detail: str) -> Reader:
    """Choose that hit of a query by what its row says."""
    look_for(reader, query)
    row = next((r for r in reader.rows if (r.label, r.detail) == (title, detail)), None)
    assert row is not None, f"{query!r} does not lead to {title!r}, {detail}:\n{reader.text}"
    return reader.do(*row.do)


def told(reader: Reader) -> list[str]:
    """The words of the page alone, in order, without source numbers."""
    lines = [
        line
        for part in reader.journey.view(reader.room).parts
        if isinstance(part, Drawn)
        for chunk in part.made
        for line in chunk
    ]
    shown = [
        "".join(span.text for span in line if span.tone not in {"cite", "box"}) for line in lines
    ]
    return words_in(" ".join(shown))


def pages(reader: Reader) -> Iterator[list[str]]:
    """The words of each page, from the open one to the last."""
    for _ in range(SHORT):
        yield told(reader)
        view = reader.journey.view(reader.room)
        if view.rows[0].do.action != "next":
            return
        reader.do("next")
    raise AssertionError("a text without end")


def plain(text: str, clinic: dict[str, str]) -> list[str]:
    """An author's words as a reader sees them."""
    pieces = [piece for block in parse(text) for piece in (*block.pieces, None)]
    shown = [
        " " if piece is None else clinic[piece.ref] if piece.kind == "clinic" else piece.text
        for piece in pieces
        if piece is None or piece.kind != "cite"
    ]
    return words_in("".join(shown))


def parts_of(module: Module) -> Iterator[Part]:
    """Everything that is read, with the text that stands last in it."""
    for section in module.sections:
        texts = [section.text, section.figure.alt if section.figure else ""]
        texts += [*(callout.text for callout in section.callouts), section.key_message]
        yield Part(section.title, module.title, tuple(texts))
    for route in module.walkthrough.routes if module.walkthrough else ():
        for step in route.steps:
            texts = [step.happens, step.you_may_notice, step.you_can, step.tell_staff_if]
            texts += [", ".join(step.who), ", ".join(step.watched)]
            yield Part(step.title, f"{route.title}, step", tuple(texts))


def last_on(page: list[str], texts: list[list[str]]) -> list[str]:
    """The last few words of the texts that stand together on the page."""
    for size in (TYPED, 3, 2):
        for text in reversed(texts):
            for start in range(len(text) - size, -1, -1):
                words = text[start : start + size]
                if any(page[at : at + size] == words for at in range(len(page))):
                    return words
    return []


@pytest.mark.parametrize("room", [ROOM, SMALL], ids=["80x24", "40x16"])
def test_a_hit_opens_the_page_with_the_words(reader: Reader, room: Room) -> None:
    """For every section and step of the shipped library, the last words of its last page lead there."""
    reader.room = room
    reader.visit.detailed = False
    clinic = dict(reader.visit.contents.library.clinic)
    later = 0
    for module_id in (entry.id for entry in reader.visit.entries()):
        for part in parts_of(reader.visit.module(module_id)):
            texts = [plain(text, clinic) for text in part.texts]
            open_hit(reader, " ".join(texts[0][:TYPED]), part.title, part.detail)
            # a last page may hold one word alone, such as who is with you: then the one before it
            words = next(filter(None, (last_on(page, texts) for page in [*pages(reader)][::-1])))
            open_hit(reader, " ".join(words), part.title, part.detail)
            assert set(words) <= set(told(reader)), f"{words} not on\n{reader.text}"
            where = reader.journey.shown.where
            later += any(w.startswith("page ") and not w.startswith("page 1 ") for w in where)
    assert later > 20, "no hit stood on a later page, so nothing was proven"
    assert not reader.visit.detailed


@pytest.mark.parametrize("room", [ROOM, SMALL], ids=["80x24", "40x16"])
def test_a_hit_in_the_detail_shows_it(reader: Reader, room: Room) -> None:
    """For every section that has detail, words that are only there open it, and that is said."""
    reader.room = room
    clinic = dict(reader.visit.contents.library.clinic)
    seen = 0
    for module_id in (entry.id for entry in reader.visit.entries()):
        module = reader.visit.module(module_id)
        for section in module.sections:
            words = plain(section.more, clinic)[-TYPED:]
            if not words or set(words) <= set(plain(section.text, clinic)):
                continue
            seen += 1
            reader.visit.detailed = False
            open_hit(reader, " ".join(words), section.title, module.title)
            assert reader.visit.detailed, section.title
            assert "More detail is shown." in reader.text
            nearby = told(reader)
            if not set(words) <= set(nearby):
                # in a small room the words may be parted by the end of the page
                reader.do("next")
                assert set(words) <= {*nearby, *told(reader)}, section.title
    assert seen > 10
    reader.visit.detailed = False


def test_the_found_words_stay_in_sight_until_a_page_is_turned(someone: Reader) -> None:
    """In another room the page with the words is shown; once turned, the page that was read."""
    open_hit(someone, "tears", "What you may feel", "The day itself")
    assert "tears" in told(someone)
    for room in (SMALL, ROOM._replace(height=8), ROOM):
        someone.room = room
        assert "tears" in told(someone), someone.text
    someone.room = SMALL
    someone.do("next")
    assert "tears" not in told(someone)
    someone.do("back")
    assert "tears" in told(someone)


def test_the_found_words_are_marked_and_nothing_else(someone: Reader) -> None:
    """The words typed, the last as far as it goes, have a tone of their own; the text is the same."""
    open_hit(someone, "tea", "What you may feel", "The day itself")
    (page,) = [p for p in someone.journey.view(ROOM).parts if isinstance(p, Drawn)]
    spans = [span for chunk in page.made for line in chunk for span in line]
    assert {span.text.lower() for span in spans if span.tone == "match"} == {"tears"}


def test_a_step_opens_on_the_route_that_was_hit(tmp_path: Path) -> None:
    """A step whose id is on two routes opens on the one that its hit names."""
    spray = ROUTES.format(id="spray", title="A nasal spray")
    folder = write_library(tmp_path)
    write(folder, "en/going-home.yaml", swap("questions:\n", f"{spray}questions:\n"))
    someone = Reader(folder)
    for route in ("A drip in the arm", "A nasal spray"):
        open_hit(someone, "nurse greets", "You arrive", f"{route}, step")
        assert someone.journey.view(ROOM).where[0] == route


def test_a_word_opens_at_its_meaning(reader: Reader) -> None:
    """Every glossary term, typed, is the first hit and shows what it means, in a small room too."""
    reader.room = SMALL
    for term in set(reader.visit.open_library.glossary("en").values()):
        look_for(reader, term.term)
        first = next(row for row in reader.rows if row.do.action != "crisis")
        assert (first.label, first.detail) == (term.term, "word")
        reader.do(*first.do)
        assert " ".join(term.plain.split()[:4]) in reader.flat, term.term


def test_a_question_opens_itself(reader: Reader) -> None:
    """Every question is found by what it asks, and is asked alone."""
    reader.room = ROOM
    for module_id in (entry.id for entry in reader.visit.entries()):
        module = reader.visit.module(module_id)
        for question in module.questions:
            ask = " ".join(plain(question.ask, dict(reader.visit.contents.library.clinic))[:8])
            label = next(
                row.label
                for row in look_for(reader, ask).rows
                if words_in(row.label)[:8] == ask.split() and row.detail.endswith("question")
            )
            reader.choose(label)
            assert "question 1 of 1" in reader.text


def test_most_hits_are_shown_and_it_says_so(reader: Reader) -> None:
    """A word that is everywhere gives so many rows, and what to do to see fewer."""
    reader.room = ROOM
    look_for(reader, "you")
    assert len(reader.rows) == MOST + 1
    assert f"Only {MOST} are shown. Type more words to find fewer." in reader.flat
    look_for(reader, "dissociation")
    assert 1 < len(reader.rows) <= MOST
    assert "are shown" not in reader.flat


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nausae", "nausea"),
        ("mausea", "nausea"),
        ("blod presure", "blood pressure"),
        ("presure blood", "pressure blood"),
        ("panic-atack", ""),
        ("ketamni's", "ketamine s"),
        ("xyzzyx", ""),
        ("!?", ""),
    ],
)
def test_did_you_mean(reader: Reader, typed: str, meant: str) -> None:
    """A slip leads to what was meant, with one choice; what leads nowhere offers nothing."""
    reader.room = ROOM
    look_for(reader, typed)
    offered = [row for row in reader.rows if row.label.startswith("Did you mean")]
    assert [row.label for row in offered] == ([f"Did you mean: {meant}?"] if meant else [])
    if offered:
        reader.do(*offered[0].do)
        assert reader.rows[0].do.action == "hit"
        assert isinstance(reader.rows[0], Row)


def test_who_is_there_and_what_is_watched_is_found_but_not_quoted(tmp_path: Path) -> None:
    """Without their labels "nurse. blood pressure." would be words without sense."""
    open_library = OpenLibrary(write_library(tmp_path), None)
    open_library.refresh("en")
    (hit,) = (hit for hit in open_library.search("blood pressure", "en").hits if hit.kind == "step")
    quoted = "".join(text for text, _ in hit.context)
    assert hit.title == "The medicine starts"
    assert quoted == "The drip begins. A floating feeling. Your chest hurts."


def test_what_one_can_do_is_found_but_not_quoted(reader: Reader) -> None:
    """An option without its label is an order: it is read on its page, where the label is."""
    reader.room = ROOM
    seen = 0
    for module_id in (entry.id for entry in reader.visit.entries()):
        walkthrough = reader.visit.module(module_id).walkthrough
        for step in (
            step for way in (walkthrough.routes if walkthrough else ()) for step in way.steps
        ):
            words = " ".join(plain(step.you_can, dict(reader.visit.contents.library.clinic))[:6])
            if len(words.split()) < 3 or words in step.happens.lower():
                continue
            seen += 1
            parts = look_for(reader, words).journey.view(ROOM).parts
            rows = [part for part in parts if isinstance(part, Row) and part.label == step.title]
            for row in rows:
                quoted = parts[parts.index(row) + 1]
                assert isinstance(quoted, Words)
                assert words not in " ".join(words_in("".join(s.text for s in quoted.spans)))
            assert set(words.split()) <= set(told(reader.do(*rows[0].do)))
            reader.do("up").do("find")
    assert seen > 20


@pytest.mark.parametrize(
    ("query", "cut"),
    [
        ("blood pressure", False),
        (" ".join(["blood"] * 12), False),
        (" ".join(["blood"] * 12) + " pressure", True),
        ("pressure " + "x" * 200, True),
    ],
)
def test_what_is_not_looked_for_is_said(reader: Reader, query: str, cut: bool) -> None:
    """Words past those that are looked for are not left out in silence."""
    reader.do("home").do("find")
    reader.journey.typed(query)
    assert ("only its first words are looked for" in reader.flat) is cut

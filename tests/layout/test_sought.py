"""Words that were looked for are found on the page that has them, and marked there."""

from __future__ import annotations

import pytest

from edu_tui.layout.line import Line, Span, line, plain
from edu_tui.layout.sought import sought


def matched(page: list[Line], query: str, around: str = "") -> list[str]:
    """What is marked on a page."""
    made = sought(query, around).marked(page)
    assert [plain(spans) for spans in made] == [plain(spans) for spans in page]
    return [span.text for spans in made for span in spans if span.tone == "match"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("blood", ["Blood", "blood"]),
        ("blo", ["Blood", "blood"]),
        ("blo pressure", ["pressure", "pressure"]),
        ("blood-pressure", ["Blood", "pressure", "blood", "pressure"]),
        ("pressure-blood", []),
        ("SESION", ["Sesión"]),
        ("what's", ["What", "s"]),
        ("1", []),
        ("!?", []),
        ("", []),
    ],
)
def test_what_was_typed_is_marked(query: str, found: list[str]) -> None:
    """Whole words, the last as it begins, those that follow each other together; no source numbers."""
    page: list[Line] = [
        (Span("Blood"), Span("[1]", "cite"), Span(" pressure. What's a", "strong")),
        (Span("| ", "box"), Span("Sesión of blood"), Span(" |", "box")),
        line("pressure?"),
    ]
    assert matched(page, query) == found


def test_a_run_keeps_its_tone_around_the_mark() -> None:
    """Only the word changes, though it is in the middle of a run or in two."""
    page: list[Line] = [(Span("the flo", "strong"), Span("at ends", "term"))]
    assert sought("float", "").marked(page) == [
        (Span("the ", "strong"), Span("float", "match"), Span(" ends", "term"))
    ]


def test_the_page_with_most_of_the_words_is_the_nearest() -> None:
    """Then the one with most of what is around, then the first; none where no word is."""
    pages = [[line("A nurse sits there.")], [line("A nurse rings.")], [line("The nurse of rides.")]]
    assert sought("nurse ride", "").nearest(pages) == 2
    assert sought("nurse", "nurse rings").nearest(pages) == 1
    assert sought("nurse", "").nearest(pages) == 0
    assert sought("zebra", "nurse").nearest(pages) is None
    assert sought("nurse", "").nearest([]) is None

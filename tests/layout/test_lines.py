"""Words into lines, parts into chunks, chunks into pages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcwidth

from edu_tui.layout.line import Medium, Room, Span, cells, plain, width_of
from edu_tui.layout.paginate import page_at, pages
from edu_tui.layout.part import Box, Gap, Heading, Labelled, Part, Words, lines_of, words
from edu_tui.layout.text import TextVoice, numbered, parts, spans
from edu_tui.layout.wrap import wrap, wrap_text

FIXED = settings(derandomize=True, deadline=None, max_examples=150)
PROSE = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Mn", "Me", "Zl", "Zp")),
    max_size=200,
)
ROOMS = st.builds(
    Room,
    st.integers(12, 90),
    st.integers(1, 30),
    st.sampled_from(("unicode", "ascii", "words")),
)


@FIXED
@given(PROSE, st.integers(4, 80))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    """Whatever the words, no line takes more columns than there are."""
    assert all(width_of(line) <= width for line in wrap_text(text, width))


@FIXED
@given(PROSE, st.integers(4, 80))
def test_no_word_is_lost(text: str, width: int) -> None:
    """Every character of the words stands on some line, in order."""
    shown = "".join(plain(line) for line in wrap_text(text, width))
    assert "".join(shown.split(" ")) == "".join(text.replace("\n", " ").split(" "))


def test_wide_characters_take_two_columns() -> None:
    """Chinese text is measured as the terminal draws it."""
    assert cells("中文") == 4
    assert all(width_of(line) <= 5 for line in wrap_text("中文中文中文", 5))


def test_what_is_measured_without_the_table_is_as_wide_as_the_table_says() -> None:
    """Letters, dashes, quotes, rules, frames and bars take a column each, as in wcwidth's table."""
    signs = [chr(at) for at in range(0x20, 0x3000) if wcwidth(chr(at)) >= 0]
    assert [sign for sign in signs if cells(sign) != wcwidth(sign)] == []


def test_a_list_item_hangs_under_its_marker() -> None:
    """The second line of an item begins under its words, not under its marker."""
    lines = wrap((Span("one two three four"),), 12, "- ", "  ")
    assert [plain(line) for line in lines] == ["- one two", "  three four"]


@pytest.mark.parametrize("medium", ["unicode", "ascii"])
def test_a_box_is_as_wide_as_the_room(medium: Medium) -> None:
    """All four sides of the frame meet, in line characters and in ASCII."""
    room = Room(30, 0, medium)
    lines = lines_of([Box("Remember", (Span("Someone else takes you home today."),))], room)
    assert {width_of(line) for line in lines} == {30}
    assert plain(lines[0])[0] == ("┌" if medium == "unicode" else "+")


def test_in_words_a_box_is_a_sentence() -> None:
    """Line by line there is no frame, only its title before its words."""
    lines = lines_of([Box("Remember", (Span("Take it easy."),))], Room(79, 0, "words"))
    assert [plain(line) for line in lines] == ["Remember: Take it easy."]


def test_a_label_stands_beside_its_words_or_before_them() -> None:
    """Where it is narrow the label takes no line and no column of its own."""
    part = Labelled("You can", (Span("Ask for a blanket."),))
    assert plain(lines_of([part], Room(70, 0, "ascii"))[0]) == "You can          Ask for a blanket."
    narrow = [plain(line) for line in lines_of([part], Room(20, 0, "ascii"))]
    assert narrow == ["You can: Ask for a", "blanket."]


MANY: list[Part] = [
    Heading("First"),
    Gap(),
    words("one " * 30),
    Gap(),
    Words((Span("two " * 40),), "- "),
    Gap(),
    Heading("Second"),
    Gap(),
    Box("Remember", (Span("three " * 20),)),
    words("end"),
]


@FIXED
@given(ROOMS)
def test_pages_fit_and_lose_nothing(room: Room) -> None:
    """In any room no page is empty or too long, and together they are all the words."""
    made = pages(MANY, room)
    assert all(page.lines for page in made)
    assert all(len(page.lines) <= max(4, room.height) for page in made)
    shown = " ".join(plain(line) for page in made for line in page.lines)
    for word, count in (("one", 30), ("two", 40), ("three", 20)):
        assert shown.count(word) == count


@FIXED
@given(ROOMS)
def test_a_heading_never_ends_a_page(room: Room) -> None:
    """What a heading introduces is on the same page."""
    ends = [plain(page.lines[-1]) for page in pages(MANY, room)]
    assert "First" not in ends
    assert "Second" not in ends


def test_an_empty_line_that_finds_no_room_makes_no_page() -> None:
    """What is left for another page when one is full, and is empty, is left out: also at the very end."""
    full: list[Part] = [words("one"), words("two"), words("three"), words("four")]
    room = Room(20, 4, "ascii")
    assert [len(page.lines) for page in pages([*full, Gap(), Gap()], room)] == [4]
    assert [len(page.lines) for page in pages([*full, Gap(), words("more")], room)] == [3, 3]


@FIXED
@given(ROOMS, st.integers(4, 40))
def test_the_last_page_has_room_for_its_rows(room: Room, last: int) -> None:
    """It has as few lines as was asked for; only a frame that needs more has more."""
    made = pages(MANY, room, last)
    assert all(len(page.lines) <= max(4, room.height) for page in made[:-1])
    frame = next(part for part in MANY if isinstance(part, Box))
    assert len(made[-1].lines) <= max(last, len(lines_of([frame], room)) + 3)


def test_pages_are_few_and_even() -> None:
    """No page is left with a line or two, and words go on over a page rather than leave half of it empty."""
    room = Room(20, 12, "ascii")
    long: list[Part] = [words("one"), words("word " * 80)]
    assert [len(page.lines) for page in pages(long, room)] == [11, 10]
    short: list[Part] = [words(f"line {n}") for n in range(13)]
    assert [len(page.lines) for page in pages(short, room)] == [7, 6]
    assert [len(page.lines) for page in pages(short, room, last=13)] == [13]


@FIXED
@given(ROOMS)
def test_each_page_begins_at_a_place_of_its_own(room: Room) -> None:
    """Turning on from any page opens the next one, also within words that go on over many."""
    made = pages([words("word " * 200), *MANY], room)
    assert [page_at(made, page.start) for page in made] == list(range(len(made)))


def test_a_place_survives_another_room() -> None:
    """The page found again in another room holds the words that began the page before."""
    here = pages(MANY, Room(30, 6, "ascii"))[2]
    other = pages(MANY, Room(60, 8, "ascii"))
    again = other[page_at(other, here.start)]
    first = plain(here.lines[0]).split()[0]
    assert first in " ".join(plain(line) for line in again.lines)


def test_citations_are_numbered_and_hug_their_word() -> None:
    """A citation is a small number after its word, the same number each time."""
    text = "One fact. [@b] Another [@a, p. 7]. The first again. [@b]"
    voice = TextVoice({}, numbered([text]))
    assert "".join(span.text for span in spans(text, voice)) == (
        "One fact.[1] Another[2]. The first again.[1]"
    )


def test_the_clinic_speaks_for_itself() -> None:
    """A placeholder is the clinic's own words."""
    shown = spans("Call {clinic.phone} first.", TextVoice({"phone": "555 0100"}, {}))
    assert "".join(span.text for span in shown) == "Call 555 0100 first."


def test_lists_stay_together_and_paragraphs_apart() -> None:
    """There is an empty line between paragraphs and none between the items of a list."""
    text = "First.\n\n- one\n- two\n\nLast."
    lines = [plain(line) for line in lines_of(parts(text, TextVoice({}, {})), Room(40, 0, "ascii"))]
    assert lines == ["First.", "", "- one", "- two", "", "Last."]

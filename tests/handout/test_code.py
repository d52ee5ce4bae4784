"""The code on the screen: zbar reads in it what it says, and it says what matters first."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import pytest

from edu_tui.handout.code import QUIET, code_lines, code_of
from edu_tui.journey.place import push
from edu_tui.journey.taking.takeaway import CodePlace
from edu_tui.layout.line import Room, cells
from edu_tui.layout.part import Box, Labelled, Words
from edu_tui.model.library import CrisisLine
from edu_tui.model.review import State
from edu_tui.system.settings.table import LOOKS
from edu_tui.ui.tui.palette import NONE, palette
from tests.journey.reader import Reader
from tests.tui.reader import sitting

from .samples import OWN, SAMPLE, course, of, personal
from .tools import scanned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from rich.segment import Segment

    from edu_tui.layout.line import Line, Medium
    from edu_tui.layout.look import Depth
    from edu_tui.system.settings.table import Look

UPPER = "▀█"
LOWER = "▄█"
LINES = code_lines(course())


def pixels(lines: Sequence[Line], *, halves: bool) -> list[list[bool]]:
    """What a screen with black ink on white paper shows: True for black."""
    rows: list[list[bool]] = []
    for line in lines:
        cells_ = [(span.tone, char) for span in line for char in span.text]
        if halves:
            rows.append([one in UPPER for _, one in cells_])
            rows.append([one in LOWER for _, one in cells_])
        else:
            rows.append([tone == "ink" for tone, _ in cells_[::2]])
            assert [tone for tone, _ in cells_[::2]] == [tone for tone, _ in cells_[1::2]]
    return rows


@pytest.mark.parametrize("halves", [True, False], ids=["halves", "doubled"])
@pytest.mark.parametrize(("width", "height"), [(72, 17), (72, 26), (72, 40), (120, 60)])
def test_zbar_reads_what_it_says(tmp_path: Path, width: int, height: int, halves: bool) -> None:
    """Decoded, it is the very text; it keeps to its room and has its quiet zone."""
    code = code_of(LINES, width, height, halves=halves)
    if code is None:
        assert not halves, "with half blocks a code fits every screen here"
        assert height < 29
        return
    assert len(code.lines) <= height
    assert all(sum(cells(span.text) for span in line) <= width for line in code.lines)
    shown = pixels(code.lines, halves=halves)
    assert scanned(shown, tmp_path) == code.text
    dark = [index for index, row in enumerate(shown) if any(row)]
    assert dark[0] == QUIET
    assert min(row.index(True) for row in shown if any(row)) == QUIET
    assert len(shown) - dark[-1] > QUIET


def test_more_room_says_more() -> None:
    """Each larger screen has all that a smaller one has room for, and whom to call comes first."""
    texts = [
        code.text
        for height in range(15, 60, 5)
        if (code := code_of(LINES, 120, height, halves=True)) is not None
    ]
    assert all(len(one) <= len(other) for one, other in itertools.pairwise(texts))
    small = code_of(LINES, 72, 17, halves=True)
    large = code_of(LINES, 72, 28, halves=True)
    assert small is not None
    assert large is not None
    assert small.text.splitlines() == ["Lifeline: 988", "Emergency: 911"]
    assert large.text.splitlines() == [
        "988 Suicide & Crisis Lifeline: Call or text 988, or chat at 988lifeline.org",
        "Emergency: Call 911",
        "Crisis line for veterans: Call 988 and press 1",
    ]


def test_each_line_says_who_answers() -> None:
    """At every size: a name before a number, none that is half a way, the way on from another last."""
    names = [crisis_line.name for crisis_line in course().library.crisis]
    lines = code_lines(course())
    assert [line[0].partition(":")[0] for line in lines[:3]] == [names[0], names[2], names[1]]
    for line in lines[:3]:
        assert all(re.match(r"\D*\w[^:]*: .*\d{3}", form) for form in line)
    assert all("veterans: Call 988 and press 1" in form for form in lines[2])
    for height in range(17, 60):
        code = code_of(lines, 120, height, halves=True)
        assert code is not None
        calls = [line for line in code.text.splitlines() if re.search("988|911", line)]
        assert [one.partition(":")[0].split()[-1] for one in calls[:2]] == ["Lifeline", "Emergency"]


@pytest.mark.parametrize(
    ("how", "least"),
    [
        ("Call 112", "Help: 112"),
        ("Call or text 988, at any time", "Help: 988"),
        ("Text HOME to 741741", "Help: Text HOME to 741741"),
        ("Text HELP to 741", "Help: Text HELP to 741"),
        ("Call 111 and choose mental health", "Help: Call 111 and choose mental health"),
        ("Call 988 and press 1", "Help: Call 988 and press 1"),
        ("Call 116 123", "Help: Call 116 123"),
        ("Chat at help.example", "Help: Chat at help.example"),
    ],
)
def test_a_way_to_reach_somebody_is_never_halved(how: str, least: str) -> None:
    """In its shortest form a line leads where its longest does."""
    library = course().library._replace(crisis=(CrisisLine("US", "Help", how, ""),))
    assert code_lines(course()._replace(library=library))[0][-1] == least


def test_a_question_is_never_without_its_answer() -> None:
    """Of each kind: what was not clear stands in the code with what is right."""
    mine = personal()
    lines = [line[0] for line in code_lines(mine)]
    for topic in mine.unsure:
        ask = " ".join(topic.question.ask.split())
        assert ask not in lines
        assert any(line.startswith(f"Quiz: {ask} ") for line in lines)


def test_too_small_a_screen_has_no_code() -> None:
    """Where not even the first line fits with its quiet zone, there is none."""
    assert code_of(LINES, 37, 10, halves=True) is None
    assert code_of(LINES, 57, 40, halves=False) is None
    assert code_of([], 72, 40, halves=True) is None
    assert code_of([("x" * 5000,)], 200, 100, halves=True) is None


def test_what_was_not_clear_goes_before_what_was() -> None:
    """Of what keeps the reader safe, what they were not sure about comes first; then their questions."""
    mine = personal()
    clear = [lines[0] for lines in code_lines(mine._replace(unsure=(), asks=()))]
    low = next(question for question in mine.modules[0].questions if question.id == "low-mood")
    unsure = (mine.unsure[0]._replace(module=mine.modules[0], question=low),)
    lines = [lines[0] for lines in code_lines(mine._replace(unsure=unsure))]
    message = (
        "If your mood drops, tell someone today. Call or text 988, at any time. (not reviewed)"
    )
    assert lines.index(message) < clear.index(message)
    assert lines.index(message) == len(mine.library.crisis)
    answered = next(line for line in lines if line.startswith("Quiz: " + " ".join(low.ask.split())))
    assert "Call or text 988 right now" in answered
    assert lines.index(OWN) > lines.index(answered) > lines.index(message)


def test_a_line_says_that_nobody_has_signed_it() -> None:
    """What comes from a module says so where no clinician has signed it; signed, it says nothing more."""
    mine = personal()
    names = len(mine.library.crisis)
    from_modules = [line[0] for line in code_lines(mine._replace(asks=()))][names:]
    assert from_modules
    assert all(line.endswith(" (not reviewed)") for line in from_modules)
    signed = tuple(State("reviewed") for _ in mine.printed)
    lines = [line[0] for line in code_lines(mine._replace(asks=(), states=signed))][names:]
    assert lines == [line.removesuffix(" (not reviewed)") for line in from_modules]


def test_a_number_to_call_is_in_it() -> None:
    """A clinic's own words are in the code once they hold a number."""
    library = course().library.for_clinic({"phone": "555 0100"}, ())
    assert ("555 0100",) in code_lines(course()._replace(library=library))
    assert ("the number on your appointment card",) not in LINES


def test_letters_of_every_language_come_through(tmp_path: Path) -> None:
    """Accents and other scripts are what they were."""
    text = "Llame al 988. Ça va? 请打电话"
    code = code_of([(text,)], 72, 26, halves=True)
    assert code is not None
    assert scanned(pixels(code.lines, halves=True), tmp_path) == text


SCREENS: list[tuple[tuple[int, int], Depth, Look, Medium]] = [
    ((80, 24), "full", "dark", "unicode"),
    ((80, 24), "sixteen", "light", "unicode"),
    ((120, 33), "full", "light", "unicode"),
    ((120, 33), "full", "contrast", "unicode"),
    ((120, 33), "none", "dark", "unicode"),
    ((120, 48), "sixteen", "dark", "ascii"),
]


@pytest.mark.parametrize(("size", "depth", "look", "medium"), SCREENS)
async def test_a_phone_reads_it_from_the_screen(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    depth: Depth,
    look: Look,
    medium: Medium,
) -> None:
    """From the cells of the real screen, in their own colours, zbar reads what the place would say.

    The screen says how much that is, and one row further what has no room.
    """
    monkeypatch.setenv("TERM", "xterm-256color")
    async with sitting(size=size, depth=depth, medium=medium) as reader:
        place = CodePlace(course())
        reader.app.journey.visit.look = look
        reader.app.journey._follow(push(place))
        # Drawn anew, as after any key.
        await reader.resize(size[0] - 1, size[1])
        await reader.resize(*size)
        read = scanned(list(_seen(reader.segments)), tmp_path)
        assert re.search("Lifeline: .*988", read)
        assert re.search("Emergency: .*911", read)
        assert len(reader.marked) == 1
        words = reader.words
        await reader.choose("Read what it says")
        for line in read.splitlines():
            assert line in reader.words
        held, total = len(read.splitlines()), len(LINES)
        assert f"it holds {held} of {total} things" in words
        assert "Not in the code, for want of room You can save a page." in reader.words
        assert sum(forms[0] in place_words(place) for forms in LINES) >= total - held


def place_words(place: CodePlace) -> str:
    """Everything the place says in words, however small the screen."""
    place.visit = Reader(SAMPLE).visit
    parts = place.view(Room(72, 19, "unicode")).parts
    return "\n".join(
        "".join(span.text for span in part.spans) for part in parts if isinstance(part, Words)
    )


def _seen(screen: list[list[Segment]]) -> Iterator[list[bool]]:
    """Two rows of pixels a line, one a column: whether each is dark and its neighbour's ground light."""
    for line in screen:
        cells_ = [
            (char, segment.style) for segment in line for char in segment.text if segment.style
        ]
        for ink in (UPPER, LOWER):
            yield [_dark(one in ink, style) for one, style in cells_]


def _dark(drawn: bool, style: object) -> bool:
    colour = getattr(style, "color" if drawn else "bgcolor")
    # What has no colour of its own is the terminal's dark ground.
    return colour is None or colour.is_default or sum(colour.get_truecolor()) < 3 * 96


def test_it_is_black_on_white_in_every_palette() -> None:
    """Also where a reader wants no colours: a picture that a phone has to read."""
    for depth in ("full", "sixteen", "none"):
        for look in LOOKS:
            worn = palette(depth, look)
            front, back = worn.style("code").color, worn.style("code").bgcolor
            assert front is not None
            assert back is not None
            assert sum(front.get_truecolor()) == 0
            assert min(back.get_truecolor()) >= 0xC0
            assert worn.style("ink").bgcolor == front
    assert NONE.style("code").color is not None


def test_words_where_there_is_no_code() -> None:
    """On a small screen it says so, and what it would have said; line by line it is words at once."""
    place = CodePlace(of("small-one", folder=SAMPLE))
    place.visit = Reader(SAMPLE).visit
    for room, told in ((Room(37, 10, "unicode"), True), (Room(79, 0, "words"), False)):
        parts = place.view(room).parts
        shown = " ".join(
            "".join(span.text for span in part.spans)
            for part in parts
            if isinstance(part, (Words, Box, Labelled))
        )
        assert ("does not fit on this screen" in shown) is told
        assert "Call" in shown

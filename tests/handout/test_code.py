"""The code on the screen: zbar reads in it what it says, and it says what matters first."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import pytest

from edu_tui.handout.code import QUIET, code_lines, code_of
from edu_tui.handout.codes import MOST, codes_of
from edu_tui.journey.place import push
from edu_tui.journey.profile import STUDY
from edu_tui.journey.taking.codes import CodePlace
from edu_tui.kiosk.profile import KIOSK
from edu_tui.layout.line import Room, cells
from edu_tui.layout.part import Box, Heading, Labelled, Words
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

    from edu_tui.handout.content import Takeaway
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
    """After whom to call their own questions; then what keeps them safe, what was not sure first."""
    mine = personal()
    clear = [lines[0] for lines in code_lines(mine._replace(unsure=(), asks=()))]
    low = next(question for question in mine.modules[0].questions if question.id == "low-mood")
    unsure = (mine.unsure[0]._replace(module=mine.modules[0], question=low),)
    lines = [lines[0] for lines in code_lines(mine._replace(unsure=unsure))]
    message = (
        "If your mood drops, tell someone today. Call or text 988, at any time. (not reviewed)"
    )
    first = len(mine.library.crisis)
    assert lines[first : first + 3] == [OWN, "A quiet evening", message]
    assert clear.index(message) > first
    answered = next(line for line in lines if line.startswith("Quiz: " + " ".join(low.ask.split())))
    assert "Call or text 988 right now" in answered
    assert lines.index(OWN) < lines.index(message) < lines.index(answered)


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


SIZES = ((40, 16), (60, 20), (80, 24), (120, 33), (160, 45))
SCREENS: list[tuple[tuple[int, int], Depth, Look, Medium]] = [
    *((size, "full", "dark", "unicode") for size in SIZES),
    *((size, "sixteen", "light", "unicode") for size in SIZES),
    ((120, 33), "full", "contrast", "unicode"),
    ((80, 24), "none", "dark", "unicode"),
    ((80, 24), "sixteen", "dark", "ascii"),
    ((120, 48), "sixteen", "dark", "ascii"),
]
FITS = {(40, 16): False, (60, 20): True, (80, 24): True}
"""Sizes in which what has half blocks has codes; larger ones have them too."""


@pytest.mark.parametrize("touched", [False, True], ids=["", "kiosk"])
@pytest.mark.parametrize(("size", "depth", "look", "medium"), SCREENS)
async def test_a_phone_reads_all_codes_from_the_screen(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    depth: Depth,
    look: Look,
    medium: Medium,
    touched: bool,
) -> None:
    """From the cells of the real screen, in their own colors, zbar reads code after code what the words
    behind the last say of them; what is in none is named there. Where no code fits, a size that fits is said.
    """
    monkeypatch.setenv("TERM", "xterm-256color")
    mine = personal()
    profile = KIOSK._replace(signed_only=False) if touched else STUDY
    async with sitting(size=size, depth=depth, medium=medium, profile=profile) as reader:
        reader.app.journey.visit.look = look
        reader.app.journey._follow(push(CodePlace(mine)))
        # Drawn anew, as after any key.
        await reader.resize(size[0] - 1, size[1])
        await reader.resize(*size)
        if "does not fit" in reader.words:
            assert size in {(40, 16), (60, 20)} or medium == "ascii"
            assert not (FITS.get(size) and medium == "unicode" and not touched)
            asked = re.search(r"a window of (\d+) columns and (\d+) lines", reader.words)
            assert asked
            await reader.resize(int(asked[1]), int(asked[2]))
            assert "Code 1 of" in reader.words, "the size that it names does"
            assert scanned(list(_seen(reader.segments)), tmp_path)
            await reader.resize(int(asked[1]), int(asked[2]) - 1)
            assert "does not fit" in reader.words, "and no smaller one"
            return
        texts: list[str] = []
        while "Code " in reader.words:
            texts.append(scanned(list(_seen(reader.segments)), tmp_path))
            await reader.press("enter")
        total = len(texts)
        assert total <= MOST
        assert [text.partition("\n")[0] for text in texts] == [
            f"{n}/{total}" for n in range(1, total + 1)
        ]
        read = "\n".join(text.partition("\n")[2] for text in texts).replace("...\n...", "")
        left_out = whole(mine, read.splitlines())
        assert read.splitlines()[0].startswith("988") or "Lifeline: 988" in read.splitlines()[0]
        words = _said(reader.app.journey.shown.parts)
        held = words.partition("Not in the codes")[0]
        assert " ".join(" ".join(read.split()).split()) in held, "to the letter"
        for text in left_out:
            assert " ".join(text.split()) in words.partition("Not in the codes")[2]
        assert ("Not in the codes" in words) == bool(left_out)


def whole(mine: Takeaway, read: list[str]) -> list[str]:
    """What of the take-away is in none of these lines; each line has to be one of its own, in its order."""
    left_out = []
    calls = [forms for forms in code_lines(mine) if len(forms) > 1]
    rest = [forms for forms in code_lines(mine) if len(forms) == 1]
    for forms in calls:
        assert set(forms).intersection(read), "whom to call is in every set of codes"
    said = [line for line in read if not any(line in forms for forms in calls)]
    assert len(said) <= len(rest)
    for at, (text, *_) in enumerate(rest):
        line = said[at] if at < len(said) else ""
        if text != line:
            assert not line or text.startswith(line.removesuffix("...")), (text, line)
            left_out.append(text)
    return left_out


def _said(parts: Sequence[object]) -> str:
    """Words and headings on one line, however many screens they take."""
    texts = [part.text if isinstance(part, Heading) else spoken(part) for part in parts]
    return " ".join(" ".join(texts).split())


def spoken(part: object) -> str:
    """What a part says, where it is words."""
    return "".join(span.text for span in part.spans) if isinstance(part, Words) else ""


async def test_the_keys_lead_on_and_back() -> None:
    """Enter and Space lead on, B back, M to the words; nothing marked hides a cell of a code."""
    async with sitting(size=(80, 24)) as reader:
        reader.app.journey._follow(push(CodePlace(personal())))
        await reader.resize(79, 24)
        await reader.resize(80, 24)
        assert "Code 1 of 9" in reader.words
        assert not reader.marked
        assert reader.app.cursor_position.y == 23
        await reader.press("space", "enter")
        assert "Code 3 of 9" in reader.words
        await reader.press("b")
        assert "Code 2 of 9" in reader.words
        await reader.press("m")
        await reader.choose("Show the codes")
        assert "Code 1 of 9" in reader.words
        await reader.press("escape")
        assert "Code" not in reader.words
        assert len(reader.marked) == 1


def test_a_long_question_is_cut_between_words_and_a_number_never() -> None:
    """Each code says where it breaks off; a way to call somebody stands whole in one."""
    question = "Kann ich meinen Hund mitbringen " * 20 + "x" * 400
    library = course().library._replace(crisis=(CrisisLine("US", "Help", "Call 555 0100", ""),))
    lines = code_lines(course()._replace(library=library, modules=(), unsure=()))
    for version in range(2, 12):
        made = codes_of([*lines, (question.strip(),)], version, halves=True)
        assert made is not None
        texts = [code.text.partition("\n")[2] for code in made.codes]
        assert texts[0].startswith("Help: Call 555 0100")
        if made.left_out:
            assert made.left_out == (question,)
            continue
        assert "\n".join(texts).replace("...\n...", "") == f"Help: Call 555 0100\n{question}"
        assert not any(text.endswith(("mitbri...", "H...")) for text in texts)


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

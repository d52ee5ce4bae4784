"""Figures: the same facts in marks, in ASCII and in words, at any width."""

import pytest

from edu_tui.layout.figure import figure_parts, step_time
from edu_tui.layout.line import Medium, Room, plain, width_of
from edu_tui.layout.part import lines_of
from edu_tui.model.figure import Bar, Bars, Figure, Flow, FlowStep, Group, IconArray, Timeline
from edu_tui.model.module import Route, Step

ALT = "Of 100 people, 34 felt dizzy with the spray and 6 with a dummy spray."


def figure(data: IconArray | Bars | Flow | Timeline) -> Figure:
    return Figure(title="Title", alt=ALT, how_to_read="Read it so.", sources=(), data=data)


def step(name: str, at: int | None, when: str = "") -> Step:
    return Step(
        id=name,
        phase="during",
        at=at,
        when=when,
        minutes=None,
        title=f"Step {name}",
        happens="It happens.",
        you_may_notice="",
        you_can="",
        tell_staff_if="",
        who=(),
        watched=(),
        staff_note="",
        sources=(),
        audience="patient",
    )


ARRAY = IconArray(100, (Group("Spray", 34), Group("Dummy spray", 6)), "Adults", "4 weeks")
BARS = Bars("points", (Bar("Before", 30, ""), Bar("After", 12.5, ""), Bar("None", 0, "")))
FLOW = Flow((FlowStep("Block", "It blocks.", "shown"), FlowStep("Grow", "It grows.", "unproven")))
ROUTE = Route(
    "drip", "Drip", (step("a", -45), step("b", 0), step("c", 150), step("d", None, "Later"))
)
KINDS = [ARRAY, BARS, FLOW, Timeline("drip")]


def drawn(data: IconArray | Bars | Flow | Timeline, room: Room) -> list[str]:
    parts = figure_parts(figure(data), room, ROUTE)
    lines = lines_of(parts, room)
    assert all(width_of(line) <= room.width for line in lines)
    return [plain(line) for line in lines]


@pytest.mark.parametrize("data", KINDS)
@pytest.mark.parametrize("width", [30, 37, 60, 72])
@pytest.mark.parametrize("medium", ["unicode", "ascii"])
def test_a_figure_fits_any_width(data: IconArray, width: int, medium: Medium) -> None:
    """No line of a figure is wider than the room, and its title and its words are there."""
    text = " ".join(drawn(data, Room(width, 0, medium)))
    assert text.startswith("Title")
    assert "In words" in text
    assert "".join(ALT.split()) in "".join(text.split())


@pytest.mark.parametrize("data", KINDS)
def test_in_words_a_figure_is_its_sentence(data: IconArray | Bars | Flow | Timeline) -> None:
    """Line by line a figure is its title, its alt sentence, and whose its numbers are; no drawing."""
    whole: dict[object, str] = {
        ARRAY: f"{ALT} Who: Adults. Time: 4 weeks. Difference: Spray, 28 more of 100 people.",
        BARS: f"{ALT} Before: 30 points. After: 12.5 points. None: 0 points.",
    }
    message = whole.get(data, ALT)
    assert " ".join(drawn(data, Room(79, 0, "words"))) == f"Picture: Title. {message}"


@pytest.mark.parametrize(
    ("people", "message"),
    [
        ((34, 6), "Difference: One, 28 more of 100 people. For you: Rest."),
        ((6, 34), "Difference: Other, 28 more of 100 people. For you: Rest."),
        ((6, 6), "Difference: None: as many in both. For you: Rest."),
        ((6, 5, 4), "For you: Rest."),
        ((6,), "For you: Rest."),
    ],
)
@pytest.mark.parametrize("medium", ["unicode", "words"])
def test_two_groups_tell_their_difference(
    people: tuple[int, ...], message: str, medium: Medium
) -> None:
    """Nobody has to subtract, on the screen or in words; where there are not two groups nothing is made up."""
    groups = tuple(map(Group, ("One", "Other", "Third"), people))
    data = IconArray(100, groups, "Adults", "4 weeks", "Rest.")
    text = " ".join(" ".join(drawn(data, Room(72, 0, medium))).split())
    label = "Difference:" if medium == "words" else "Difference"
    assert text.count(label) == ("Difference" in message)
    assert text.endswith(
        message
        if medium == "words"
        else message.replace("Difference:", label).replace("For you:", "For you")
    )


@pytest.mark.parametrize("data", KINDS)
def test_ascii_figures_are_ascii(data: IconArray) -> None:
    """A terminal without line characters gets none."""
    assert all(line.isascii() for line in drawn(data, Room(72, 0, "ascii")))


@pytest.mark.parametrize("width", [37, 72])
def test_an_icon_array_has_a_mark_for_each_person(width: int) -> None:
    """Both groups have 100 marks, filled for those it happened to, stacked or side by side."""
    marks = [line for line in drawn(ARRAY, Room(width, 0, "ascii")) if set(line) <= set("#. ")]
    assert "".join(marks).count("#") == 34 + 6
    assert "".join(marks).count(".") == 200 - 34 - 6


def test_bars_grow_with_their_values() -> None:
    """The longest bar is the largest value, zero has none, and each says its number."""
    lines = drawn(BARS, Room(60, 0, "ascii"))
    sizes = [line.count("#") for line in lines if "points" in line]
    assert sizes[0] > sizes[1] > sizes[2] == 0
    assert any("12.5 points" in line for line in lines)


def test_a_flow_says_how_sure_anyone_is() -> None:
    """Certainty is in words beside each idea."""
    text = " ".join(drawn(FLOW, Room(60, 0, "unicode")))
    assert "Block (shown in studies)" in text
    assert "Grow (an idea, not proven)" in text


@pytest.mark.parametrize(
    ("at", "when", "said"),
    [
        (-45, "", "45 minutes before"),
        (0, "", "Start of the medicine"),
        (1, "", "After 1 minute"),
        (40, "", "After 40 minutes"),
        (120, "", "After 2 hours"),
        (150, "", "After 2 hours 30 minutes"),
        (None, "The day before", "The day before"),
    ],
)
def test_times_are_said_in_words(at: int | None, when: str, said: str) -> None:
    """Minutes from the start become words that can be placed in a day."""
    assert step_time(step("x", at, when)) == said

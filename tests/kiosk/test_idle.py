"""When nobody is there: counted by a clock that moves only when it is told to."""

from __future__ import annotations

from edu_tui.kiosk.visits.idle import LETS_GO, LIES, Idle, Pressed


class Clock:
    """Time in a test's hands."""

    def __init__(self) -> None:
        self.now = 500.0

    def __call__(self) -> float:
        return self.now


def begun() -> tuple[Idle, Clock]:
    """A visit in which something has been done just now."""
    clock = Clock()
    idle = Idle(clock)
    idle.begun = True
    idle.touched()
    return idle, clock


def test_a_visit_that_nobody_began_never_ends() -> None:
    """For a year nothing is to be done, and there is nothing to wait for."""
    clock = Clock()
    idle = Idle(clock)
    clock.now += 365 * 86_400
    assert idle.step() == "none"
    assert idle.until_next() is None


def test_the_warning_comes_after_ninety_seconds_and_the_end_thirty_later() -> None:
    """Nothing at 89, a warning at 90, a key at 119 keeps all, 120 ends it."""
    idle, clock = begun()
    clock.now += 89
    assert idle.step() == "none"
    assert idle.until_next() == 1
    clock.now += 1
    assert (idle.step(), idle.left) == ("warn", 30)
    assert idle.until_next() == 5
    clock.now += 29
    assert (idle.step(), idle.left) == ("count", 5)
    idle.touched()
    assert idle.step() == "none"
    clock.now += 90
    assert idle.step() == "warn"
    clock.now += 30
    assert idle.step() == "over"


def test_a_key_goes_on_as_often_as_needed() -> None:
    """Twelve times in a row a key at the last moment goes on."""
    idle, clock = begun()
    for _ in range(12):
        clock.now += 119
        assert idle.step() == "warn"
        idle.touched()
    assert idle.step() == "none"


def test_more_time_makes_all_limits_ten_times_longer() -> None:
    """The warning comes after 900 seconds and counts down 300."""
    idle, clock = begun()
    idle.need_more_time()
    clock.now += 899
    assert idle.step() == "none"
    clock.now += 1
    assert (idle.step(), idle.left) == ("warn", 300)
    clock.now += 299
    assert idle.step() == "count"
    clock.now += 1
    assert idle.step() == "over"


def test_the_countdown_says_few_numbers_and_every_wait_ends_at_one() -> None:
    """From 30 to the end the shown number changes six times, always when the wait is over."""
    idle, clock = begun()
    clock.now += 90
    shown = []
    while (step := idle.step()) != "over":
        shown.append(idle.left)
        wait = idle.until_next()
        assert wait is not None
        assert 0 < wait <= 5
        clock.now += wait
        assert step in {"warn", "count"}
    assert shown == [30, 25, 20, 15, 10, 5]


def test_who_said_that_they_leave_is_waited_for_less() -> None:
    """On "they called my name" all is cleared after thirty seconds, without a warning."""
    idle, clock = begun()
    idle.leaving = True
    clock.now += 29
    assert idle.step() == "none"
    assert idle.until_next() == 1
    clock.now += 1
    assert idle.step() == "over"


def test_a_key_that_lies_pressed_is_nobodys() -> None:
    """After thirty times in which it changed nothing, until it is let go or another key comes."""
    clock = Clock()
    pressed = Pressed(clock)

    def lies(key: str, *, after: float = 0.5, stands: object = "page") -> bool:
        clock.now += after
        return pressed.lies(key, stands)

    assert not any(lies("z") for _ in range(LIES))
    assert all(lies("z") for _ in range(1000))
    assert lies("z", stands="the warning"), "what others changed does not wake it"
    assert not lies("x")
    assert not any(lies("z") for _ in range(LIES))
    assert lies("z")
    assert not lies("z", after=LETS_GO), "let go and pressed again"
    assert not any(lies("down", stands=at) for at in range(1000)), "it moves, so somebody reads"

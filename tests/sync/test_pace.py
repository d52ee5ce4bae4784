"""Waiting: longer each time, never all at once, and not for ever."""

from __future__ import annotations

from random import Random

from edu_tui.staff.sync.pace import LONGEST, MOST_ASKED, TRIES, RetryPace


def waits(seed: str, tries: int = 40) -> list[float]:
    """What is waited in a row of failures."""
    result: list[float] = []
    pace = RetryPace(result.append, Random(seed))
    for _ in range(tries):
        if not pace.may_try_again():
            break
    return result


def test_waits_grow_and_end() -> None:
    """Each is between half and all of a span that doubles; after so many it is left."""
    found = waits("a")
    assert len(found) == TRIES - 1
    for place, seconds in enumerate(found):
        most = min(LONGEST, 2.0**place)
        assert most / 2 <= seconds <= most


def test_no_two_devices_wait_alike() -> None:
    """A hundred that lost the server at once come back spread over half of the span."""
    firsts = sorted(waits(f"device {number}", 1)[0] for number in range(100))
    assert firsts[0] < 0.55
    assert firsts[-1] > 0.95
    assert len(set(firsts)) == 100


def test_something_sent_begins_anew() -> None:
    """After a success the next failure waits as the first did."""
    found: list[float] = []
    pace = RetryPace(found.append, Random("b"))
    for _ in range(200):
        assert pace.may_try_again()
        pace.went_well()
    assert max(found) <= 1.0


def test_what_the_other_side_asks_for() -> None:
    """It waits at least as long as it is asked to; what is too long is left for the next run."""
    found: list[float] = []
    pace = RetryPace(found.append, Random("c"))
    assert pace.may_try_again(45.0)
    assert not pace.may_try_again(MOST_ASKED + 1)
    assert found == [45.0]

"""How a module stands today, beside what its texts now say."""

from __future__ import annotations

from edu_tui.learning.standing import ModuleProgress, ModuleVersions, is_unchanged, standing

from .days import DAY, Diary

UNITS = {"ride": "v1", "food": "v1", "r/arrive": "v1", "?a": "v1", "?b": "v1"}


def now(diary: Diary, language: str = "en", later: int = 0, **changed: str) -> ModuleProgress:
    """Module `home` as it stands, some parts changed; `gone` names one that is there no more."""
    units = {**UNITS, **{name.replace("_", "?"): version for name, version in changed.items()}}
    units = {name: version for name, version in units.items() if version != "gone"}
    return standing(diary.history.trace("home"), ModuleVersions(language, units), diary.now + later)


def test_read_when_every_section_is() -> None:
    """Two of two sections make it read; one does not."""
    diary = Diary().record("read", "ride")
    assert not now(diary).is_read(2)
    assert now(diary.record("read", "food")).is_read(2)


def test_without_sections_a_route_walked_out_is_read() -> None:
    """A module that is only a walkthrough is read when one route was walked to its end."""
    diary = Diary().record("walked", "r/arrive", last=True)
    assert now(diary).is_read(0)
    assert not now(Diary().record("walked", "r/arrive", last=False)).is_read(0)


def test_a_changed_section_says_so_and_is_not_read() -> None:
    """What says something else than when it was read is changed, until it is read again."""
    diary = Diary().record("read", "ride").record("read", "food")
    stands = now(diary, ride="v2")
    assert (stands.changed, stands.read) == (("ride",), ("food",))
    diary.record("read", "ride", "v2")
    assert now(diary, ride="v2").changed == ()


def test_an_answer_to_a_changed_question_is_kept_but_not_clear() -> None:
    """It is in the history, counts neither as clear nor as missed, and the module has changed."""
    diary = Diary().answered("a", "right").answered("b", "shown")
    stands = now(diary, _a="v2", _b="v2")
    assert (stands.clear, stands.to_talk_about) == ((), ())
    assert stands.changed == ("?a", "?b")
    assert set(diary.history.trace("home").answers) == {"?a", "?b"}
    assert stands.mark("?a") == "open"


def test_what_is_gone_is_neither_read_nor_changed() -> None:
    """A section or question that the author took out counts for nothing."""
    diary = Diary().record("read", "ride").answered("a", "shown").record("stopped", "ride")
    stands = now(diary, ride="gone", _a="gone")
    assert (stands.read, stands.changed, stands.to_talk_about) == ((), (), ())
    assert stands.stop is None


def test_a_translation_is_not_a_change() -> None:
    """Read in English, looked at in Spanish: read, and not changed."""
    diary = Diary().record("read", "ride").answered("a", "right")
    stands = now(diary, language="es", ride="v9", _a="v9")
    assert (stands.read, stands.clear, stands.changed) == (("ride",), ("?a",), ())


def test_while_nobody_knows_the_texts_nothing_has_changed() -> None:
    """Before the index has read a module, what was done stands as it was."""
    diary = Diary().record("read", "ride").answered("a", "right")
    stands = standing(diary.history.trace("home"), ModuleVersions("en", {}), diary.now)
    assert (stands.read, stands.clear, stands.changed) == (("ride",), ("?a",), ())


def test_ready_in_the_order_they_fell_due() -> None:
    """Only questions with a card whose day has come are ready, the longest due first."""
    diary = Diary()
    diary.answered("a", "shown", card=[diary.now + 2 * DAY, diary.now, 1.0, 5.0])
    diary.answered("b", "unsure", card=[diary.now + DAY, diary.now, 1.0, 5.0])
    assert now(diary).ready == ()
    assert now(diary, later=DAY).ready == ("?b",)
    assert now(diary, later=3 * DAY).ready == ("?b", "?a")


def test_ready_from_the_very_moment_it_falls_due() -> None:
    """A millisecond before it is not, at its moment it is."""
    diary = Diary()
    due = diary.now + DAY
    diary.answered("a", "shown", card=[due, diary.now, 1.0, 5.0])
    wait = due - diary.now
    assert now(diary, later=wait - 1).ready == ()
    assert now(diary, later=wait).ready == ("?a",)


def test_a_changed_question_that_was_to_be_asked_again_is_ready_at_once() -> None:
    """What keeps safe and says something new does not wait for its day."""
    diary = Diary()
    diary.answered("a", "right", card=[diary.now + 9 * DAY, diary.now, 9.0, 5.0])
    assert now(diary, _a="v2").ready == ("?a",)


def test_clear_when_every_question_is() -> None:
    """All questions clear, and at least one."""
    diary = Diary().answered("a", "right").answered("b", "right")
    assert now(diary).is_clear(2)
    assert not now(diary).is_clear(3)
    assert not now(Diary()).is_clear(0)


def test_a_place_in_a_changed_text_means_nothing_any_more() -> None:
    """The stop is known, and that its text has changed."""
    stop = now(Diary().record("stopped", "ride", anchor=3000)).stop
    assert stop is not None
    assert is_unchanged(stop, ModuleVersions("en", UNITS))
    assert not is_unchanged(stop, ModuleVersions("en", {**UNITS, "ride": "v2"}))

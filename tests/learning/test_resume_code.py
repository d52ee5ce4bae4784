"""The code to go on with: what is typed is understood or refused kindly, and never taken for another."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edu_tui.learning import resume_code as made
from edu_tui.learning.code_letters import LETTERS, letters_of
from edu_tui.learning.resume_code import ResumeState, code_of, how_much, way_of
from edu_tui.system.errors import CodeError

COURSE = tuple(f"module-{number}" for number in range(10))
NOTHING = ResumeState(frozenset(), frozenset())
SOME = ResumeState(frozenset({"module-0", "module-7"}), frozenset({"module-7", "module-9"}))
CODE = code_of(SOME, COURSE)


def some(rng: Random, course: tuple[str, ...]) -> ResumeState:
    """How far anyone may have come."""
    return ResumeState(
        frozenset(name for name in course if rng.random() < 0.5),
        frozenset(name for name in course if rng.random() < 0.3),
    )


def refused(typed: str, course: tuple[str, ...] = COURSE) -> CodeError:
    with pytest.raises(CodeError) as caught:
        way_of(typed, course)
    assert str(caught.value).count("\n") == 0
    return caught.value


@pytest.mark.parametrize("modules", [1, 2, 10, 11, 12, 21])
def test_what_a_code_says_comes_back(modules: int) -> None:
    """Every way through a course of up to 21 modules is in its code, in 12 or 16 letters."""
    rng, course = Random(modules), tuple(f"m-{n}" for n in range(modules))
    for _ in range(200):
        way = some(rng, course)
        code = code_of(way, course)
        assert way_of(code, course) == way
        assert len(code) == (14 if modules <= 11 else 19)
        assert set(code) <= {*LETTERS, "-"}
    assert how_much(modules) == "all"


@pytest.mark.parametrize(
    ("modules", "held"), [(22, "read"), (42, "read"), (43, "first"), (400, "first")]
)
def test_a_long_course_loses_what_it_says_it_loses(modules: int, held: str) -> None:
    """Past 21 modules what to talk about is left out; past 42, the modules that come after."""
    course = tuple(f"m-{n}" for n in range(modules))
    way = some(Random(modules), course)
    assert how_much(modules) == held
    assert way_of(code_of(way, course), course) == ResumeState(
        way.read & {*course[:42]}, frozenset()
    )


def test_no_letter_looks_like_another() -> None:
    """There is no I, L, O or U in a code."""
    assert len(set(LETTERS)) == 32
    assert not set("ILOU") & set(LETTERS)


def test_it_may_be_typed_as_people_type() -> None:
    """Small letters, no hyphens, spaces, other dashes, O for 0 and I or L for 1 are all the same code."""
    course = tuple(f"m-{n}" for n in range(11))
    codes = [code_of(some(Random(seed), course), course) for seed in range(400)]
    code = next(code for code in codes if "0" in code and code.count("1") >= 2)
    loose = code.lower().replace("0", "o").replace("1", "l", 1).replace("1", "I")
    expected = way_of(code, course)
    for typed in (
        code.lower(),
        code.replace("-", ""),
        f"  {code.replace('-', ' ')}\n",
        code.replace("-", "\N{EN DASH}"),
        " ".join(code),
        loose,
    ):
        assert way_of(typed, course) == expected


def test_each_slip_is_found_with_its_group() -> None:
    """One wrong letter anywhere, and two neighbours exchanged: refused, and the group to check is told."""
    letters = CODE.replace("-", "")
    for place in range(len(letters)):
        for other in set(LETTERS) - {letters[place]}:
            error = refused(letters[:place] + other + letters[place + 1 :])
            assert (error.fault, error.group) == ("mistyped", place // 4 + 1)
            assert f"group {error.group}" in str(error)
        exchanged = letters[:place] + letters[place : place + 2][::-1] + letters[place + 2 :]
        if exchanged != letters:
            assert refused(exchanged).fault == "mistyped"


@pytest.mark.parametrize(
    ("typed", "fault", "group", "words"),
    [
        ("", "length", 0, "Here are 0."),
        ("7K3M", "length", 0, "12 to 32 letters"),
        (CODE + "7", "length", 0, "Here are 13."),
        ("7K3M-9U3M-9999", "letter", 2, "Check group 2."),
        ("7K3M-9X3M-999\N{LATIN SMALL LETTER DOTLESS I}", "letter", 3, "Check group 3."),
        ("7K3M-\N{LATIN SMALL LETTER SHARP S}X3M-9999", "letter", 2, "Check group 2."),
        (CODE + "!", "letter", 0, "Check its end."),
        ("7" * 100_000, "length", 0, "many more"),
        ("0000-0000-0000", "mistyped", 0, "letter by letter"),
        (code_of(SOME, COURSE[::-1]), "elsewhere", 0, "another library"),
        (code_of(NOTHING, COURSE[:9]), "elsewhere", 0, "another version"),
        (code_of(NOTHING, tuple("abcdefghijklmnop")), "elsewhere", 0, "another library"),
    ],
)  # fmt: skip
def test_what_is_no_code_is_refused_kindly(typed: str, fault: str, group: int, words: str) -> None:
    """One line says what is wrong and where to look."""
    error = refused(typed)
    assert (error.fault, error.group, error.exit_code) == (fault, group, 2)
    assert words in str(error)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(max_size=40) | st.text(LETTERS, min_size=12, max_size=16))
def test_whatever_is_typed_never_crashes(typed: str) -> None:
    """Any text at all gives a code's meaning or a CodeError."""
    try:
        way = way_of(typed, COURSE)
    except CodeError:
        return
    assert code_of(way, COURSE).replace("-", "") in typed.upper()


def test_letters_at_random_are_never_taken_for_a_code() -> None:
    """No random code of the right length is taken, nor one of any of 300 other courses."""
    rng = Random(5)
    for _ in range(500):
        with pytest.raises(CodeError):
            way_of("".join(rng.choices(LETTERS, k=12)), COURSE)
    for number in range(300):
        other = (f"other-{number}", *COURSE[1:])
        assert refused(code_of(some(rng, other), other)).fault == "elsewhere"


@pytest.mark.parametrize("bit", range(12))
def test_both_checks_have_to_fit(bit: int) -> None:
    """Letters that fit the course but not each other, by a single bit, are no code: it takes all 36 bits."""
    body, size = 5, 12
    slip, origin = made._slip(body, size), made._origin(body, COURSE)
    for wrong in (0, 1 << bit):
        checks = (slip ^ wrong) << 24 | origin
        letters = letters_of((body ^ made._veil(checks, size)) << 36 | checks, size)
        if wrong:
            assert refused(letters).fault == "mistyped"
        else:
            assert way_of(letters, COURSE).read


def test_the_same_way_has_one_code_and_another_way_another() -> None:
    """A code depends on nothing but how far someone came: no time, no chance, no person."""
    assert code_of(SOME, COURSE) == CODE
    rng = Random(9)
    ways = {some(rng, COURSE) for _ in range(500)}
    assert len({code_of(way, COURSE) for way in ways}) == len(ways)

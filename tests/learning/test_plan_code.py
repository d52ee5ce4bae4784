"""The code of a plan: what was chosen comes back, and no part is silently taken for another."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edu_tui.learning import plan_code as made
from edu_tui.learning.code_letters import LETTERS, letters_of
from edu_tui.learning.codes import may_be_code, meaning_of
from edu_tui.learning.plan import Plan
from edu_tui.learning.plan_code import MOST_PARTS, last_day, plan_code, plan_of
from edu_tui.learning.resume_code import ResumeState, code_of
from edu_tui.system.errors import CodeError, UsageError

MODULES = tuple(f"module-{number}" for number in range(12))
COURSE = MODULES[:10]
PLAN = Plan(("module-7", "module-2"), "2026-12-01")
CODE = plan_code(PLAN, MODULES)
DAYS = st.dates(made._BEFORE).map(lambda day: day.isoformat()).filter(lambda day: day <= last_day())
PLANS = st.builds(
    Plan,
    st.lists(st.sampled_from(MODULES), min_size=1, max_size=MOST_PARTS, unique=True).map(tuple),
    st.just("") | DAYS.filter(lambda day: day > made._BEFORE.isoformat()),
    st.just(0),
)


def refused(typed: str, modules: tuple[str, ...] = MODULES) -> CodeError:
    with pytest.raises(CodeError) as caught:
        meaning_of(typed, COURSE, modules)
    assert str(caught.value).count("\n") == 0
    return caught.value


@settings(max_examples=200, deadline=None, derandomize=True)
@given(PLANS)
def test_what_was_chosen_comes_back(plan: Plan) -> None:
    """Up to ten parts, in whatever order, with a day or without: the code gives them as they were."""
    code = plan_code(plan, MODULES)
    assert meaning_of(code, COURSE, MODULES) == plan
    assert set(code) <= {*LETTERS, "-"}
    assert len(code.replace("-", "")) <= 32


@pytest.mark.parametrize(
    ("parts", "letters"), [(1, 12), (2, 12), (3, 16), (4, 20), (5, 20), (7, 24), (8, 28), (10, 32)]
)
def test_it_is_short(parts: int, letters: int) -> None:
    """Two parts and a day are no longer than the code to go on with; ten are 32 letters."""
    code = plan_code(Plan(MODULES[:parts], "2026-12-01"), MODULES)
    assert len(code.replace("-", "")) == letters


def test_a_plan_of_none_or_of_too_many_has_no_code() -> None:
    """It is said how many there may be."""
    for count in (0, MOST_PARTS + 1):
        with pytest.raises(UsageError, match=f"1 to 10 parts; these are {count}"):
            plan_code(Plan(MODULES[:count]), MODULES)


def test_it_may_be_typed_as_people_type() -> None:
    """Small letters, no hyphens, spaces, O for 0 and I or L for 1 are all the same code."""
    plans = (Plan(PLAN.parts, f"2027-01-{day:02}") for day in range(1, 32))
    codes = (plan_code(plan, MODULES) for plan in plans)
    code = next(code for code in codes if "0" in code and "1" in code)
    for typed in (
        code.lower(),
        code.replace("-", ""),
        " ".join(code),
        code.replace("0", "o").replace("1", "l"),
        code.replace("0", "O").replace("1", "I"),
    ):
        assert meaning_of(typed, COURSE, MODULES) == plan_of(code, MODULES)


def test_each_slip_is_told_with_its_group() -> None:
    """One wrong letter anywhere, or two neighbors exchanged: refused, and the group to check is named."""
    letters = CODE.replace("-", "")
    for place in range(len(letters)):
        for other in set(LETTERS) - {letters[place]}:
            error = refused(letters[:place] + other + letters[place + 1 :])
            assert (error.fault, error.group) == ("mistyped", place // 4 + 1)
        exchanged = letters[:place] + letters[place : place + 2][::-1] + letters[place + 2 :]
        if exchanged != letters:
            assert refused(exchanged).fault == "mistyped"


@pytest.mark.parametrize(
    ("typed", "fault", "words"),
    [
        ("", "length", "Here are 0."),
        (CODE[:-1], "length", "12 to 32 letters and digits, in groups of 4. Here are 11."),
        (CODE + "7", "length", "Here are 13."),
        ("7K3M-9U3M-9999", "letter", "Check group 2."),
        (CODE + "!", "letter", "Check its end."),
        ("7" * 1000, "length", "many more"),
        ("0000-0000-0000", "mistyped", "letter by letter"),
        ("0000-0000-0000-0000-0000", "mistyped", "letter by letter"),
    ],
)
def test_what_is_no_code_is_refused_kindly(typed: str, fault: str, words: str) -> None:
    """One line says what is wrong and where to look."""
    error = refused(typed)
    assert (error.fault, error.exit_code) == (fault, 2)
    assert words in str(error)


def test_a_part_that_is_gone_is_counted_and_the_rest_opens() -> None:
    """In a library without one of its modules the plan has the other, its day, and one that is missing."""
    without = tuple(name for name in MODULES if name != "module-7")
    assert plan_of(CODE, without) == Plan(("module-2",), "2026-12-01", missing=1)
    assert plan_of(CODE, (*without, "module-77")).missing == 1


def test_a_library_with_none_of_it_refuses_it() -> None:
    """A code of which no part is here is from another library."""
    assert refused(CODE, ("another", "library")).fault == "elsewhere"


def test_what_comes_new_or_in_another_order_changes_nothing() -> None:
    """A library that has grown, or whose modules stand in another order, opens the same plan."""
    grown = (*(f"new-{number}" for number in range(40)), *MODULES[::-1])
    assert plan_of(CODE, grown) == PLAN


def twin_of(name: str) -> str:
    """Another id that has the same bits in a code."""
    tried = (f"twin-{number}" for number in range(10**6))
    return next(one for one in tried if made._mark(one) == made._mark(name))


def test_a_module_with_the_same_bits_is_never_opened_instead() -> None:
    """Beside the right one the check tells which is meant; in its place the code is refused; where another
    part is gone, and nothing can be checked, neither of the two is opened.
    """
    twin = twin_of("module-7")
    both = (*MODULES, twin)
    assert plan_of(CODE, both) == PLAN
    other = Plan((twin, "module-2"), "2026-12-01")
    assert plan_of(plan_code(other, both), both) == other
    instead = tuple(twin if name == "module-7" else name for name in MODULES)
    assert refused(CODE, instead).fault == "elsewhere"
    without = tuple(name for name in both if name != "module-2")
    assert refused(CODE, without).fault == "elsewhere"


def test_a_code_of_a_newer_program_says_so() -> None:
    """A sound code whose version this program does not know asks for a newer one."""
    size = 12
    body = 1 << (made._body_bits(size) - 2)
    checks = made._slip(body, size) << made._names_bits(size)
    bits = 12 + made._names_bits(size)
    code = letters_of((body ^ made._veil(checks, size)) << bits | checks, size)
    assert refused(code).fault == "newer"


def test_both_kinds_are_told_apart() -> None:
    """A code to go on with means how far someone came, a plan a plan: 400 of each, typed in one place."""
    rng = Random(3)
    for _ in range(400):
        way = ResumeState(
            frozenset(name for name in COURSE if rng.random() < 0.5),
            frozenset(name for name in COURSE if rng.random() < 0.3),
        )
        assert meaning_of(code_of(way, COURSE), COURSE, MODULES) == way
        plan = Plan(tuple(rng.sample(MODULES, rng.randint(1, 5))), "2027-05-05")
        assert meaning_of(plan_code(plan, MODULES), COURSE, MODULES) == plan


def test_a_slip_in_a_code_to_go_on_with_is_told_here_too() -> None:
    """Where both kinds are typed, the group of a wrong letter is named for both."""
    letters = code_of(ResumeState(frozenset(COURSE[:3]), frozenset()), COURSE).replace("-", "")
    for place in range(len(letters)):
        other = LETTERS[(LETTERS.index(letters[place]) + 5) % 32]
        error = refused(letters[:place] + other + letters[place + 1 :])
        assert error.group == place // 4 + 1


def test_a_code_to_go_on_with_of_another_course_says_so() -> None:
    """It is whole, and not of here: nobody is asked to check its letters."""
    code = code_of(ResumeState(frozenset(), frozenset()), ("another",))
    assert refused(code).fault == "elsewhere"


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(max_size=40) | st.text(LETTERS, min_size=12, max_size=12))
def test_whatever_is_typed_never_crashes(typed: str) -> None:
    """Any text at all is refused as a code: nobody types one by chance."""
    with pytest.raises(CodeError):
        meaning_of(typed, COURSE, MODULES)


@pytest.mark.parametrize(
    ("typed", "is_one"),
    [
        (CODE, True),
        (CODE.lower(), True),
        (CODE[:-2], True),
        ("7k3m", True),
        ("going-home", False),
        ("what-to-expekt", False),
        ("", False),
    ],
)
def test_a_code_is_told_from_the_name_of_a_module(typed: str, *, is_one: bool) -> None:
    """What has a digit was meant as a code, also with a slip; the misspelled name of a module was not."""
    assert may_be_code(typed, COURSE, MODULES) == is_one

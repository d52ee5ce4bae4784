"""What goes out is read back by others' rules: what was right stays right, and every reason arrives."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.dom import minidom
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edu_tui.library.exchange.gift import as_gift
from edu_tui.library.exchange.moodle import as_moodle
from edu_tui.model.kinds.choice import Choice, Option
from edu_tui.model.kinds.judge import Judge, Situation
from edu_tui.model.kinds.match import Match, Pair
from edu_tui.model.kinds.order import Order
from tests.exchange.gift_reader import Read, read_gift
from tests.learning.builders import EVERY_KIND

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.model.question import AnyBody, Question

SIGNS = (
    *("go -> home", "-> x", "x ->", "%50% of people", "%a%", "% of it", "[html] is", "[plain]a"),
    *("a::b", "::x:: y", "i { b } c", "~ = # : \\", "#### x", "C:\\new", "=x", "// a", "TRUE"),
    *("\\[html] x", "a\\", "http://x.org/a", "<b> & \"c\" ]]> 'd'", "&amp;", "a\u00a0b", "\u00e9"),
)
PIECES = [*"~=#:{}\\%[]->& <.ax5", "->", "%5%", "[html]", "::"]
TEXTS = st.one_of(
    st.sampled_from(SIGNS), st.lists(st.sampled_from(PIECES), min_size=1).map("".join)
)


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """One of any kind whose every field is a text with signs."""

    def words() -> str:
        # a brace that touches a word may be a mark of our own
        return " ".join(draw(TEXTS).replace("{", "{ ").split()) or "x"

    kind = draw(st.sampled_from(["choice", "order", "judge", "match"]))
    ids = "abcde"[: draw(st.integers(2, 5))]
    body: AnyBody
    if kind == "choice":
        right = draw(st.integers(1, len(ids) - 1))
        body = Choice(
            tuple(Option(i, f"{words()} {i}", words(), n < right, "") for n, i in enumerate(ids))
        )
    elif kind == "order":
        first = next(each.body for each in EVERY_KIND if isinstance(each.body, Order))
        items = tuple(first.items[0]._replace(id=i, text=f"{words()} {i}") for i in ids)
        body = first._replace(items=items, why=words())
    elif kind == "judge":
        groups = (words(), f"{words()} 2")
        body = Judge(
            groups,
            tuple(Situation(i, words(), groups[n % 2], words()) for n, i in enumerate(ids)),
        )
    else:
        body = Match(tuple(Pair(i, words(), f"{words()} {i}", words()) for i in ids))
    return EVERY_KIND[0]._replace(id="q", ask=words(), body=body)


def arrowed(text: str) -> str:
    """As GIFT can hold it."""
    return " ".join(text.split()).replace("->", "\u2192")


def expected(question: Question) -> Read:
    """What a stranger has to understand."""
    body = question.body
    pairs, choices, why = list[tuple[str, str]](), list[tuple[float, str, str]](), ""
    match body:
        case Choice():
            several = body.to_choose > 1
            for option in body.options:
                share = float(f"{round(100 / body.to_choose, 5):g}")
                weight = share if option.right else -100 if several else 0
                choices.append((weight, option.text, option.why))
        case Order():
            pairs = [(item.text, str(place)) for place, item in enumerate(body.items, 1)]
            why = body.why
        case Judge():
            pairs = [(row.text, row.group) for row in body.situations]
            why = reasons(body.situations)
        case Match():
            pairs = [(pair.left, pair.right) for pair in body.pairs]
            why = reasons(body.pairs)
    return Read(
        question.id,
        arrowed(question.ask),
        [(arrowed(left), arrowed(right)) for left, right in pairs],
        [(weight, arrowed(text), arrowed(reason)) for weight, text, reason in choices],
        arrowed(why),
    )


def reasons(parts: Iterable[Situation | Pair]) -> str:
    return " ".join(f"{part.text}: {part.why}" for part in parts)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(questions())
def test_gift_is_understood_by_a_strangers_grammar(question: Question) -> None:
    """Every text, pair, weight and reason comes back, whatever signs stand in it."""
    assert read_gift(as_gift("x", [question], {})) == [expected(question)]


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_in_every_field_at_once_survives_gift(sign: str) -> None:
    """Arrows, weights, formats, titles and braces are only words, as ask, option, pair and reason."""
    bodies = (
        Choice(
            (
                Option("a", sign, sign, right=True, misconception=""),
                Option("b", f"{sign} b", sign, right=False, misconception="m"),
            )
        ),
        Judge((sign, "no"), (Situation("a", sign, sign, sign), Situation("b", "b", "no", "c"))),
        Match((Pair("a", sign, sign, sign), Pair("b", "l", "r", "w"))),
    )
    asked = [EVERY_KIND[0]._replace(id="q", ask=sign, body=body) for body in bodies]
    assert read_gift(as_gift("x", asked, {})) == [expected(question) for question in asked]


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(questions())
def test_moodle_xml_is_understood_by_two_parsers(question: Question) -> None:
    """Both find the same words, among them everything asked, offered and given as a reason."""
    made = as_moodle("x", [question], {})
    words = [(each.text or "").strip() for each in ET.fromstring(made).iter("text")]
    found = minidom.parseString(made).getElementsByTagName("text")
    assert words == [
        "".join(part.data for part in each.childNodes if isinstance(part, minidom.Text)).strip()
        for each in found
    ]
    body = question.body
    whys = [body.why] if isinstance(body, Order) else [part.why for part in body.review(body.empty)]
    for text in (question.ask, *body.texts, *whys):
        assert any(" ".join(text.split()) in each for each in words)

"""Everyday questions find their page in the shipped library: what patients ask, as they type it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from edu_tui.journey.finding.find import ELSEWHERE, Find
from edu_tui.journey.profile import STUDY
from edu_tui.kiosk.profile import KIOSK
from edu_tui.layout.line import Room
from edu_tui.layout.part import Drawn
from edu_tui.staff.profile import STAFF
from tests.library.samples import small, write, write_library
from tests.review.signed import NOON, sign

from .reader import ROOM, SMALL, Reader

if TYPE_CHECKING:
    from edu_tui.journey.profile import Profile

SHIPPED = Path(__file__).parents[2] / "content"
WORDS = Room(79, 0, "words")
FIRST = 2
"""Hits among which the wanted page should be."""
MISSED = {
    "can i go to the bathroom during",
    "can i take a bath after",
    "can I fly home the same day",
    "do i need therapy too",
}
"""Questions whose page is further down: the texts say little or nothing of these."""

ASKED = """
can i drive | ride-home
when may I drive again | ride-home
should i drive myself home | ride-home
car | ride-home
can i take an uber home by myself | ride-home
do i need someone to pick me up | ride-home spray-ride
how long till i can drive | ride-home
work tomorrow | drip-next-day
can i go to work tomorrow | drip-next-day
when can i go back to the gym | drip-next-day
can i eat before my appointment | drip-fasting spray-no-food
cn i drink water before | drip-fasting spray-no-drinks
empty stomach? | drip-fasting spray-no-food
what should i wear | get-ready
how do I prepare for my first session | get-ready
pee | longer-use call-clinic
does it make you pee a lot | longer-use call-clinic
hurts to pee | call-clinic when-to-call longer-use
bladder damage | longer-use
throw up | spray-no-food drip-home call-clinic
will i puke | spray-no-food drip-home call-clinic
feel like im gonna barf | what-you-may-feel
will I go crazy | what-you-may-feel
am i losing my mind | what-you-may-feel
does it hurt | drip-goes-in
nausia | how-many nausea what-you-may-feel
is it addictive | longer-use strict-rules
can you get addicted to ketamine | longer-use strict-rules
will i get hooked | longer-use strict-rules
will i hallucinate | what-you-may-feel
k-hole | what-you-may-feel no-trip-needed
whats a k hole | what-you-may-feel no-trip-needed
bad trip | what-you-may-feel no-trip-needed
what if i freak out | what-you-may-feel
what does it feel like | what-you-may-feel
i didnt feel anything | no-trip-needed
can i make it stop | ask-to-stop
can i change my mind | ask-to-stop yes-or-no
how long does it last | how-long-it-lasts
when does it wear off | how-long-it-lasts how-soon
how fast does it work | how-long-it-lasts
how long is a session | how-long
how often do i have to go | spray-weeks-1-4 drip-more-sessions
how many sessions will I need | spray-weeks-1-4 drip-more-sessions
how much does it cost | compare
does insurance cover it | compare spray-check-up
medicaid | compare spray-check-up
can i smoke weed | alcohol-and-medicines medicines
can I have a glass of wine | alcohol-and-medicines
booze | alcohol-and-medicines
alchol | alcohol-and-medicines
can i take my xanax | medicines alcohol-and-medicines
do i have to stop zoloft | medicines
adderall | medicines
im on lamictal | medicines
can i take my meds | medicines
pregnant | tell-your-team get-ready
is it safe when breast feeding | tell-your-team get-ready
my heart is racing | tell-your-team who-watches spray-peak-check pressure-and-breathing
high bp | pressure-and-breathing tell-your-team spray-first-check who-watches
chest hurts | call-911 when-to-call
cant sleep | call-clinic mood
brain fog | longer-use
memory loss | longer-use
is it legal | strict-rules approved-or-off-label
is ketamine a horse tranquilizer | old-medicine
whats the difference between spravato and ketamine | two-medicines two-sets-of-rules
spravato | two-medicines two-ways spray-and-depression
ketamine troches at home | at-home
mindbloom | at-home
side affects | how-soon how-many
does it really work | other-conditions spray-and-depression drip-and-depression
does it work for ptsd | other-conditions
chronic pain | other-conditions
what if it doesnt work | spray-week-4 other-choices days-after
am i a candidate | who-decides tell-your-team
im bipolar can i do it | tell-your-team
will i be left alone | who-watches
whos watching me | who-watches pressure-and-breathing
overdose | call-911 when-to-call
i feel worse after | mood days-after drip-home spray-week-4
red flags | warning-signs
how to find a good clinic | good-signs
sex drive | no-good-evidence find-the-cause
how does it work | nobody-knows one-leading-idea
is it fda approved | approved-or-off-label
needles | drip-goes-in
who can watch my kids tonight | quiet-evening
shock therapy vs ketamine | next-to-ect
will the depression come back | staying-well how-long-it-lasts two-words
can my husband come in with me | yes-or-no drip-arrive
can i listen to music | drip-arrive drip-starts spray-arrive spray-two-hours get-ready
can i go to the bathroom during | drip-recovery drip-coming-back drip-strongest
do i have to get an iv | drip-goes-in two-ways
can i take a bath after | quiet-evening
can I fly home the same day | ride-home quiet-evening
how do i know its not placebo | fair-tests
what do i do if im suicidal | not-a-crisis-service days-after call-911
im scared | what-you-may-feel drip-effects-begin
can i bring a friend | yes-or-no quiet-evening get-ready
what happens the next day | drip-next-day days-after
do i need therapy too | drip-call days-after other-choices
"""
"""What is typed, and the parts that answer it."""
ROWS = [(line.split(" | ")[0], line.split(" | ")[1].split()) for line in ASKED.strip().splitlines()]


@pytest.fixture(scope="module")
def reader() -> Reader:
    """One who has the shipped library."""
    return Reader(SHIPPED)


def looked_for(reader: Reader, query: str) -> Find:
    """From home, type that."""
    reader.do("home").do("find")
    reader.journey.typed(query)
    place = reader.journey.place
    assert isinstance(place, Find)
    return place


def parts_of(place: Find) -> list[str]:
    """The parts that are found, in order."""
    return [hit.place for hit in place.hits]


def test_there_are_enough_questions_and_each_is_another() -> None:
    """At least sixty, and no more than one of twelve is missed."""
    assert len({query for query, _ in ROWS}) == len(ROWS) >= 60
    assert {query for query, _ in ROWS} >= MISSED
    assert len(MISSED) * 12 <= len(ROWS) + len(MISSED)


@pytest.mark.parametrize(("query", "wanted"), ROWS, ids=[query for query, _ in ROWS])
def test_an_everyday_question_finds_its_page(reader: Reader, query: str, wanted: list[str]) -> None:
    """A page that answers it is first or second; of those that are said to be missed, none is."""
    first = parts_of(looked_for(reader, query))[:FIRST]
    assert bool(set(wanted) & set(first)) is (query not in MISSED), first


@pytest.mark.parametrize("query", [query for query, _ in ROWS])
def test_the_found_page_opens_with_its_words_marked(reader: Reader, query: str) -> None:
    """Also where other words stand there than were typed: the first hit shows why it was found."""
    place = looked_for(reader, query)
    hit = place.hits[0]
    row = next(row for row in reader.rows if row.do == ("hit", "0"))
    marked = " ".join(text for text, matched in hit.context if matched)
    reader.do(*row.do)
    drawn = [part for part in reader.journey.view(ROOM).parts if isinstance(part, Drawn)]
    spans = [span for part in drawn for chunk in part.made for line in chunk for span in line]
    assert not marked or any(span.tone == "match" for span in spans), reader.text


@pytest.mark.parametrize("profile", [STUDY, KIOSK, STAFF], ids=["home", "kiosk", "staff"])
@pytest.mark.parametrize(
    "query",
    [
        *("kill myself", "want to die", "i want to die", "hurt myself", "end my life", "overdose"),
        *("suicidal", "cant breathe", "chest pain", "i took too many pills", "kil myself"),
    ],
)
def test_words_of_danger_have_crisis_help_first(profile: Profile, query: str) -> None:
    """Before every hit, in the shipped library, and no guess stands beside it."""
    someone = Reader(SHIPPED, profile=profile._replace(signed_only=False))
    someone.do("find")
    someone.journey.typed(query)
    assert someone.rows[0].do.action == "crisis"
    assert someone.rows[0].label.startswith("If ")
    assert "988" in someone.rows[0].detail or "911" in someone.rows[0].detail
    assert "Nothing found" not in someone.flat
    assert not someone.has("Did you mean")


@pytest.mark.parametrize("room", [ROOM, SMALL, WORDS], ids=["80x24", "40x16", "plain"])
@pytest.mark.parametrize("profile", [STUDY, KIOSK, STAFF], ids=["home", "kiosk", "staff"])
def test_nothing_found_leads_somewhere_else(room: Room, profile: Profile) -> None:
    """To a question of one's own, to the list and to crisis help, each of which opens."""
    someone = Reader(SHIPPED, room, profile=profile._replace(signed_only=False)).do("find")
    someone.journey.typed("xyzzyx")
    assert 'Nothing found for "xyzzyx".' in someone.flat
    allowed = [action for action, _ in ELSEWHERE if action not in profile.withheld]
    assert [row.do.action for row in someone.rows] == [*allowed, "up"]
    assert allowed[-1] == "crisis"
    for action in allowed:
        someone.choose(dict(ELSEWHERE)[action])
        assert "Nothing found" not in someone.text
        someone.do("up")
        assert 'Nothing found for "xyzzyx".' in someone.flat


def test_a_slip_shows_what_was_meant_and_where_it_is(reader: Reader) -> None:
    """The guess stands first, said as a guess, and the pages of its words below it."""
    place = looked_for(reader, "nausia")
    assert 'Nothing found for "nausia".' in reader.flat
    assert reader.rows[0].label == "Did you mean: nausea?"
    assert [row.do.action for row in reader.rows[1:3]] == ["hit", "hit"]
    assert "nausea" in place.hits[0].title or "nausea" in str(place.hits[0].context)


def test_a_guess_that_is_far_off_is_not_offered(reader: Reader) -> None:
    """Another word that merely looks a little like it is no help: these were once offered."""
    for query, wrong in (("pee", "piece"), ("overdose", "oversees"), ("addicted", "advice")):
        looked_for(reader, query)
        assert wrong not in reader.flat


def test_no_guess_speaks_of_danger(tmp_path: Path) -> None:
    """Nobody who looks for "diat" is asked whether they meant to die."""
    folder = write_library(tmp_path)
    write(folder, "en/session.yaml", small("session", "A session", "Nobody has to die here."))
    someone = Reader(folder).do("find")
    someone.journey.typed("dieg")
    assert not someone.has("Did you mean")


def test_everyday_words_lead_to_nothing_that_is_not_signed(tmp_path: Path) -> None:
    """Where sign-off is asked for, neither a hit nor a guess is of an unsigned module."""
    folder = write_library(tmp_path / "library")
    write(folder, "words.yaml", "en: {means: {chair: [sofa], reaction: [speed]}}\n")
    sign(folder, "session")
    for profile, query, count in (
        (STUDY, "speed", 1),
        (KIOSK, "speed", 0),
        (KIOSK, "sofa", 1),
        (KIOSK, "reactoin", 0),
    ):
        someone = Reader(folder, profile=profile, clock=lambda: NOON)
        assert len(parts_of(looked_for(someone, query))) == count, (profile.id, query)
        assert not someone.has("Did you mean")

"""Everyday questions find their page in the shipped library: what patients ask, as they type it."""

from __future__ import annotations

from pathlib import Path

import pytest

from edu_tui.layout.line import Room

from .reader import ROOM, SMALL, Reader

SHIPPED = Path(__file__).parents[2] / "content"
WORDS = Room(79, 0, "words")
FIRST = 2
"""Hits among which the wanted page should be."""

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
ROWS = [tuple(line.split(" | ")) for line in ASKED.strip().splitlines()]

"""A question with pairs to match, to be added to the sample module's questions."""

from __future__ import annotations

from tests.library.samples import MODULE

ASK = "Who does each of these on the day? Match them."
PAIRS = f"""\
  - id: who
    kind: match
    teaches: not-driving
    ask: {ASK}
    hint: Think of the day itself.
    pairs:
      - {{id: ready, left: Says that you may go home, right: The doctor, why: Only a doctor may say so.}}
      - {{id: ride, left: Takes you home, right: A friend you named, why: You react slowly all day.}}
      - {{id: phone, left: Answers at night, right: "{{clinic.name}} by phone", why: "Someone is always there. [@label-2023]"}}
"""
WITH_PAIRS = MODULE + PAIRS
LEFT = ("Says that you may go home", "Takes you home", "Answers at night")
RIGHT = ("The doctor", "A friend you named", "your clinic by phone")

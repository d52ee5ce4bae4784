"""A clean module that no rule has anything to say of, and what it refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.check import check
from edu_tui.library.lint.judge import Rules
from tests.library.samples import line_of, swap, write

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.library.finding import Finding

__all__ = ["CLEAN", "line_of", "problems", "swap"]

LIBRARY = """\
format: 1
title: {en: Home again}
languages: [en]
clinic:
  phone: the number on your card
crisis:
  - {country: US, name: Emergency, how: Call 911, emergency: true}
courses:
  - {id: patient, title: For patients, audience: patient, modules: [ride]}
"""
GLOSSARY = """\
terms:
  - {term: esketamine, say: ess-KEET-uh-meen, plain: A nasal spray for depression.}
  - {term: ketamine, say: KEET-uh-meen, plain: A medicine used for surgery.}
  - {term: dissociation, plain: Feeling far away from your body.}
"""
SOURCES = """\
references:
  - {id: study-2021, type: article-journal, title: A study, checked: in full}
"""
CLEAN = """\
id: ride
title: Your ride home
summary: Why you need a ride, and what tonight looks like.
minutes: 4
not_about: [before, tell, emergency, ask]
sections:
  - id: no-driving
    title: No driving until tomorrow
    purpose: after
    text: |
      Do not drive until the next day, after a full night of sleep. You can feel awake and
      still be slow to react.

      Some people feel sleepy. In one study, 21 of 100 people with the spray did. 79 did not.
      With a dummy spray, it was 10 of 100. [@study-2021]

      Bring an adult who takes you home. No ride? Call {clinic.phone} before you come.
    key_message: Someone else takes you home.
    figure:
      kind: icon-array
      title: How many people felt sleepy
      of: 100
      groups:
        - {label: With the spray, count: 21}
        - {label: With a dummy spray, count: 10}
      who: Adults with low mood
      over: 4 weeks
      means: You may feel sleepy.
      how_to_read: Each mark is one person.
      alt: Of 100 people with the spray, 21 felt sleepy. With a dummy spray, 10 did.
      sources: [study-2021]
  - id: evening
    title: A quiet evening at home
    text: |
      Sit by a window.
      Rest at home and eat light food. Put off big choices until the next day.

      - **Drink water** and rest.
      - Stand up slowly.
      - Have an adult with you.

      The [[ketamine]] drip is used off-label for low mood. The [[esketamine]] spray is
      approved for some adults.
    figure:
      kind: compare
      title: Two ways to rest
      options:
        - {id: bed, label: In bed}
        - {id: chair, label: In a chair}
      rows:
        - ask: Does it help?
          cells:
            - option: bed
              text: Some felt rested.
              of: 100
              groups:
                - {label: In bed, count: 30}
                - {label: Standing, count: 20}
              who: Adults
              over: 1 night
              sources: [study-2021]
            - {option: chair, text: Not known}
      alt: A bed may help you rest. Nobody knows of the chair.
    key_message: Rest tonight. Big choices can wait.
    call: Chest pain? Call 911 at once.
walkthrough:
  title: The way home
  routes:
    - id: spray
      title: After the spray
      steps:
        - id: ready
          phase: after
          when: When staff say so
          title: You may go
          happens: A nurse checks how you feel. Your adult signs you out.
          you_can: Ask for a chair with wheels.
questions:
  - id: car
    kind: single
    teaches: no-driving
    must_know: true
    ask: Two hours later you feel fine. Your car is outside. What do you do?
    hint: Think about how fast you can react.
    answer:
      text: Leave the car and get a ride.
      why: You can feel awake and still be slow.
    wrong:
      - id: short
        text: Take the car for a short way.
        misconception: short-is-safe
        why: A short trip needs fast reactions too.
      - id: awake
        text: Take the car, as I feel fine.
        misconception: feeling-well-is-safe
        why: How you feel does not tell how fast you are.
    teach_back: Tell us in your own words how you get home.
  - id: plans
    kind: multiple
    teaches: evening
    ask: Which two plans are good for tonight?
    answers:
      - {id: soup, text: I eat some light food., why: Light food is easy on you.}
      - {id: rest, text: I rest on the sofa., why: Rest is what your body needs.}
    wrong:
      - id: lease
        text: I sign a new lease.
        misconception: clear-head
        why: Big choices can wait until you have slept.
  - id: sleepy
    kind: number
    teaches: no-driving
    ask: Picture 100 people with the spray. About how many felt sleepy?
    answer: {text: 21, why: About 21 of 100 did. 79 did not.}
    wrong:
      - {id: dummy, text: 10, misconception: one-group, why: That is with the dummy spray.}
      - {id: most, text: 79, misconception: swapped, why: That is how many did not.}
  - id: tonight
    kind: judge
    teaches: evening
    ask: Sort each one. Is it fine tonight, or does it wait?
    groups: [Fine tonight, It waits]
    situations:
      - {id: tea, text: You drink some tea., group: Fine tonight, why: Tea does you no harm tonight.}
      - {id: mow, text: You mow the lawn., group: It waits, why: A mower is a machine and needs care.}
"""


def problems(folder: Path, module: str) -> list[Finding]:
    """What a check of a real library with this one module finds, warnings about rules and all."""
    write(folder, "library.yaml", LIBRARY)
    write(folder, "sources.yaml", SOURCES)
    write(folder, "reviews.yaml", "reviews: []\n")
    write(folder, "en/glossary.yaml", GLOSSARY)
    write(folder, "en/ride.yaml", module)
    return list(check(folder, Rules()).findings)

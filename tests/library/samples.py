"""A small valid library, written to a real folder; every part of the format is in it once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LIBRARY = """\
format: 1
title: {en: Ketamine therapy, es: Terapia con ketamina}
languages: [en, es]
clinic:
  name: your clinic
  phone: the number on your card
crisis:
  - {country: US, name: 988 Lifeline, how: Call or text 988, when: any time}
  - {country: US, name: Emergency, how: Call 911, emergency: true}
courses:
  - id: patient
    title: {en: For patients, es: Para pacientes}
    audience: patient
    modules: [going-home, session]
  - id: staff
    title: For staff
    audience: staff
    mastery: 80
    valid_for: 365
    modules: [session, onboarding]
"""

GLOSSARY = """\
terms:
  - {term: dissociation, say: dis-SO-see-AY-shun, plain: Feeling far away., also: [Dissociative]}
  - {term: infusion, plain: A drip in the arm.}
"""

SOURCES = """\
references:
  - id: label-2023
    type: report
    title: Prescribing information
    author: [{literal: A maker}]
    issued: {date-parts: [[2023, 10]]}
    publisher: A maker
    URL: https://example.org/label
"""

MODULE = """\
id: going-home
title: Going home
summary: Why you need a ride.
minutes: 4
objectives:
  - {id: ride, text: Say when you may drive again.}
sections:
  - id: not-driving
    title: No driving until tomorrow
    text: |
      Do not drive until the next day. [@label-2023]

      Some people feel [[dissociation]] for an hour.
      Call {clinic.phone} if you are unsure.
    more: |
      Reaction time stays slow.
    key_message: Someone else takes you home.
    warning: No trip is safe today.
    tip: Ask a friend the day before.
    figure:
      kind: icon-array
      title: Who felt it
      alt: 40 of 100 people felt it.
      of: 100
      groups:
        - {label: With the medicine, count: 40}
        - {label: Without, count: 5}
      sources: [label-2023]
  - id: for-staff
    title: Handover
    text: The zebra protocol applies.
    audience: staff
walkthrough:
  title: On the day
  routes:
    - id: infusion
      title: A drip in the arm
      steps:
        - id: arrive
          phase: before
          when: The day before
          title: You arrive
          happens: A nurse greets you.
          who: [nurse]
        - id: drip-starts
          phase: during
          at: 0
          minutes: 40
          title: The medicine starts
          happens: The drip begins.
          you_may_notice: A floating feeling.
          you_can: Close your eyes.
          tell_staff_if: Your chest hurts.
          watched: [blood pressure]
          staff_note: Quagga checks every ten minutes.
          sources: [label-2023]
questions:
  - id: drive-tonight
    kind: single
    teaches: not-driving
    objective: ride
    must_know: true
    ask: You feel fine. Your car is outside. What do you do?
    hint: Think about how fast you can react.
    answer: {text: Get a ride home, why: You still react slowly.}
    wrong:
      - {id: awake, text: Drive, misconception: feeling-well-means-safe, why: You react slowly.}
      - {id: short, text: Drive a little, misconception: short-is-safe, why: No trip is safe.}
    teach_back: Tell us how you get home.
  - id: what-helps
    kind: multiple
    teaches: drip-starts
    ask: What helps?
    answers:
      - {id: eyes, text: Close your eyes, why: It calms.}
      - {id: music, text: Soft music, why: It calms too.}
    wrong:
      - {id: phone, text: Read mail, misconception: busy-is-better, why: It can scare.}
  - id: how-many
    kind: number
    teaches: infusion
    ask: About how many of 100?
    answer: {text: 40, why: The study says so.}
    wrong:
      - {id: few, text: 5, misconception: rare, why: More than that.}
      - {id: most, text: 90, misconception: all, why: Fewer than that.}
  - id: in-turn
    kind: order
    teaches: infusion
    ask: What comes first?
    in_order:
      - {id: come, text: You arrive}
      - {id: drip, text: The drip}
      - {id: rest, text: You rest}
    why: That is the order of the day.
  - id: safe-or-not
    kind: judge
    teaches: not-driving
    ask: Is it safe?
    groups: [Safe, Not safe]
    situations:
      - {id: bus, text: Take a bus with a friend, group: Safe, why: You are not alone.}
      - {id: bike, text: Ride a bike, group: Not safe, why: You react slowly.}
"""

BANK = """\
assessment:
  - id: wombat-call
    kind: single
    teaches: not-driving
    must_know: true
    ask: A wombat stands up and wants its keys. What now?
    answer: {text: Keep the wombat keys, why: No wombat drives today.}
    wrong:
      - {id: slow, text: Ask for slow driving, misconception: short-is-safe, why: Slow is not safe.}
      - {id: form, text: Have a form signed, misconception: forms-protect, why: A form is no brake.}
  - id: wombat-call-2
    variant_of: wombat-call
    kind: multiple
    teaches: not-driving
    must_know: true
    ask: The wombat says the car is its own. Choose the two that are right.
    answers:
      - {id: stay, text: Stay with it, why: It may go.}
      - {id: ride, text: Call its ride, why: A ride is safe.}
    wrong:
      - {id: give, text: Give in, misconception: owners-decide, why: The road is not its own.}
  - id: wombat-order
    kind: order
    teaches: infusion
    ask: Put the wombat's day in order.
    in_order:
      - {id: come, text: It comes}
      - {id: rest, text: It rests}
      - {id: go, text: It goes}
    why: That is its day.
"""
"""For `MODULE`, at its end: two families, one of them must-know with a variant."""

SMALL = """\
id: {id}
title: {title}
summary: A short one.
minutes: 2
sections:
  - id: first
    title: {title} part
    text: {text}
"""


def small(module_id: str, title: str = "A module", text: str = "Some words.") -> str:
    """The least a module can be."""
    return SMALL.format(id=module_id, title=title, text=text)


def write(folder: Path, file: str, text: str | bytes) -> Path:
    """Write a file of a library, with its folders."""
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def write_library(folder: Path) -> Path:
    """The whole library; the Spanish one has `session` alone."""
    write(folder, "library.yaml", LIBRARY)
    write(folder, "sources.yaml", SOURCES)
    write(folder, "reviews.yaml", "reviews: []\n")
    write(folder, "en/glossary.yaml", GLOSSARY)
    write(folder, "en/going-home.yaml", MODULE)
    write(folder, "en/session.yaml", small("session", "A session", "You rest in a chair."))
    write(folder, "en/onboarding.yaml", small("onboarding", "Welcome", "The okapi rule."))
    write(folder, "es/session.yaml", small("session", "Una sesión", "Usted descansa."))
    return folder


def swap(old: str, new: str, text: str = MODULE) -> str:
    """The module with one thing changed; it has to be there."""
    assert old in text, old
    return text.replace(old, new, 1)


def line_of(words: str, text: str = MODULE) -> int:
    """The line that begins (after its indentation) with these words."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip().startswith(words):
            return number
    raise AssertionError(words)

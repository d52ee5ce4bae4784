"""A small library with one of everything that plain mode has to say, its options in a fixed order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LIBRARY = """\
format: 1
title: {en: A small library, es: Una biblioteca}
languages: [en, es]
clinic: {phone: 555 0100}
crisis:
  - {country: US, name: 988 Lifeline, how: Call or text 988, when: any time}
courses:
  - id: patient
    title: {en: For patients, es: Para pacientes}
    audience: patient
    modules: [the-day, torn]
  - {id: staff, title: {en: Nurses, es: Equipo}, audience: staff, modules: [the-day]}
"""
GLOSSARY = "terms:\n  - {term: escort, say: ES-cort, plain: An adult who takes you home.}\n"
SOURCES = """\
references:
  - id: label
    type: report
    title: Prescribing information
    author: [{literal: A maker}]
    issued: {date-parts: [[2023]]}
    URL: https://example.org/label
    checked: excerpt
"""
MODULE = """\
id: the-day
title: The day
summary: What happens, and how you get home.
minutes: 4
objectives:
  - {id: ride, text: Say how you get home.}
sections:
  - id: ride-home
    title: Someone takes you home
    text: |
      Don’t drive until the next day. [@label] Bring an [[escort]].

      Call {clinic.phone} if you have no ride — at any time.
    more: Reaction time stays slow for a night.
    key_message: Someone else takes you home.
    warning: No trip is safe today.
    figure:
      kind: icon-array
      title: Who felt sleepy
      alt: 21 of 100 people felt sleepy.
      of: 100
      groups: [{label: Spray, count: 21}]
      sources: [label]
  - {id: handover, title: Handover, text: The zebra rule applies., audience: staff}
walkthrough:
  title: From door to door
  routes:
    - id: drip
      title: A drip in the arm
      steps:
        - {id: arrive, phase: before, when: The day before, title: You arrive, happens: A nurse greets you., who: [nurse], sources: [label]}
        - {id: start, phase: during, at: 10, minutes: 40, title: The medicine starts, happens: The drip begins., staff_note: Quagga checks.}
questions:
  - id: drive-tonight
    kind: single
    keep_order: true
    must_know: true
    teaches: ride-home
    ask: Your car is outside. What do you do?
    hint: Think of how fast you react.
    answer: {text: Get a ride home, why: You still react slowly.}
    wrong:
      - {id: awake, text: Drive if I feel awake, misconception: awake-is-safe, why: Feeling awake is no test.}
      - {id: short, text: Drive a short way, misconception: short-is-safe, why: No trip is safe.}
  - id: what-helps
    kind: multiple
    keep_order: true
    teaches: start
    ask: What helps?
    answers:
      - {id: eyes, text: Close my eyes, why: It calms.}
      - {id: music, text: Hear soft music, why: It calms too.}
    wrong:
      - {id: mail, text: Read mail, misconception: busy-is-better, why: It can scare.}
  - id: safe-or-not
    kind: judge
    keep_order: true
    teaches: ride-home
    ask: Is it safe tonight?
    groups: [Safe, Not safe]
    situations:
      - {id: sofa, text: Sit on the sofa, group: Safe, why: Rest is fine.}
      - {id: bike, text: Ride a bike, group: Not safe, why: You react slowly.}
"""
SPANISH = """\
id: the-day
title: El día
summary: Lo que pasa.
minutes: 4
sections:
  - {id: ride-home, title: Alguien le lleva, text: No conduzca hasta mañana.}
"""


def write_library(folder: Path) -> Path:
    """The library in that folder; its second module is broken."""
    files = {
        "library.yaml": LIBRARY,
        "sources.yaml": SOURCES,
        "reviews.yaml": "reviews: []\n",
        "en/glossary.yaml": GLOSSARY,
        "en/the-day.yaml": MODULE,
        "en/torn.yaml": "id: torn\ntitel: Torn\n",
        "es/the-day.yaml": SPANISH,
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder

"""A comparison of five options, as an author writes it; waiting is one of them."""

from __future__ import annotations

from tests.library.samples import MODULE

OPTIONS = ("Drip", "Spray", "Another medicine", "Talk therapy", "Waiting")
FIGURE = """\
    figure:
      kind: compare
      title: Five ways to go on
      alt: Each way has good and bad sides. None is best for all.
      how_to_read: Compare numbers within one answer only.
      options:
        - {id: drip, label: Drip}
        - {id: spray, label: Spray}
        - {id: medicine, label: Another medicine}
        - {id: talk, label: Talk therapy}
        - {id: waiting, label: Waiting}
      rows:
        - ask: How many does it help?
          cells:
            - option: drip
              text: Half better after a day.
              of: 100
              groups:
                - {label: Ketamine, count: 47}
                - {label: Midazolam, count: 26}
              who: Adults with depression
              over: 1 day
              sources: [label-2023]
            - option: drip
              text: Another study found no clear gap.
            - {option: spray, text: Some people in a day.}
            - {option: medicine, text: Some people in weeks.}
            - {option: talk, text: Some people in months.}
            - {option: waiting, text: Not known}
        - ask: What may it do to me?
          cells:
            - {option: drip, text: You may feel far away for an hour.}
            - {option: spray, text: You may feel dizzy for two hours.}
            - {option: medicine, text: A dry mouth.}
            - {option: talk, text: Hard feelings after a talk.}
            - {option: waiting, text: The illness goes on.}
"""


def module(figure: str = FIGURE) -> str:
    """A module whose first section has that figure."""
    start, end = MODULE.index("    figure:\n"), MODULE.index("  - id: for-staff")
    return f"{MODULE[:start]}{figure}{MODULE[end:]}"


def two(figure: str = FIGURE) -> str:
    """The same with the first two options alone."""
    kept = [
        line
        for line in figure.splitlines(keepends=True)
        if not any(
            words in line
            for name in ("medicine", "talk", "waiting")
            for words in (f"id: {name},", f"option: {name},")
        )
    ]
    return "".join(kept)

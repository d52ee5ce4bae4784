"""Two pictograms, and what they come to on a terminal."""

from __future__ import annotations

PEN = 'fill="none" stroke="#000" stroke-width="4"'


def svg(inner: str) -> bytes:
    """A whole file around these elements."""
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">'
    return f"{head}{inner}</svg>\n".encode()


CALL = svg(
    "<title>Call 911</title>"
    '<path d="M2 12q0-8 10-8h24q10 0 10 8v4H34v-4q-10-2-20 0v4H2z"/>'
    f'<path {PEN} d="M14 34H6V24h8v20H4M20 27l4-3v22M36 27l4-3v22"/>'
)
NO_CAR = svg(
    '<path d="M2 12l5-12h18l5 12v12h-2v4h-6v-4H10v4H4v-4H2z"/>'
    '<path fill="#fff" d="M8 4h16l3 7H5zM6 16h4v3H6zM22 16h4v3h-4z"/>'
    f'<g {PEN} stroke-linecap="square"><path d="M28 28L44 44"/><line x1="44" y1="28" x2="28" y2="44"/></g>'
)
CALL_DRAWN = """

  ▄██████████████████▄
 ██████████████████████
 ██████          ██████

  ▄▄▄▄▄▄   ▄█      ▄█
  ██▀▀██  ███     ███
  ██  ██   ██      ██
  ██████   ██      ██
      ██   ██      ██
  ▄▄▄▄██   ██      ██
  ▀▀▀▀▀▀   ▀▀      ▀▀
"""[1:-1]
NO_CAR_DRAWN = """
   ██████████
  █▀        ▀█
 ▄█▄▄▄▄▄▄▄▄▄▄█▄
 ██████████████
 ██▄▄██████▄▄██
 ██████████████
  ███      ███▄      ▄▄
             ▀██▄  ▄██▀
               ▀████▀
               ▄████▄
             ▄██▀  ▀██▄
             ▀▀      ▀▀
"""[1:-1]

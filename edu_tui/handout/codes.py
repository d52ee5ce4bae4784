"""Several codes to scan, one after the other: nothing is dropped without being named."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.handout.code import LARGEST, capacity, chosen_of, drawn_code, size_of_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edu_tui.handout.code import Code

MOST = 9
"""Codes: nobody scans more, and each has its number at its beginning."""
NUMBERED = "{n}/{total}\n"
CUT = "..."
"""Where a line goes on in the next code, and where it comes from the one before."""
LEAST_PIECE = 12
"""Bytes: shorter pieces of a line are no help to anybody."""
Texts = list[tuple[str, list[int]]]
"""What each code says, and which lines have come to their end in it."""


class Codes(NamedTuple):
    """Codes to scan one after the other."""

    codes: tuple[Code, ...]
    left_out: tuple[str, ...]
    """What is not in them to its end, each in full."""

    @property
    def said(self) -> tuple[str, ...]:
        """What they say together, line by line, to the letter."""
        many = len(self.codes) > 1
        texts = [code.text.partition("\n")[2] if many else code.text for code in self.codes]
        return tuple("\n".join(texts).replace(f"{CUT}\n{CUT}", "").split("\n"))


def codes_of(lines: Sequence[tuple[str, ...]], version: int, *, halves: bool) -> Codes | None:
    """Codes of at most that version that say these one after the other, each with its number.

    They change at the ends of lines; a line that is longer than a code goes on in the next. None where not
    even a way to call somebody is whole in one.
    """
    if version < 1 or not lines:
        return None
    space = capacity(version)
    texts = _texts(lines, space)
    if texts is not None and len(texts) == 1:
        return Codes((drawn_code(texts[0][0], halves=halves),), ())
    texts = _texts(lines, space - len(NUMBERED.format(n=MOST, total=MOST)))
    if texts is None:
        return None
    shown, total = texts[:MOST], min(MOST, len(texts))
    codes = tuple(
        drawn_code(NUMBERED.format(n=number, total=total) + text, halves=halves)
        for number, (text, _) in enumerate(shown, 1)
    )
    said = {at for _, ended in shown for at in ended}
    return Codes(codes, tuple(forms[0] for at, forms in enumerate(lines) if at not in said))


def least_version(lines: Sequence[tuple[str, ...]]) -> int:
    """The smallest version in which they can be said; 0 where there is none."""
    return next((one for one in range(1, LARGEST + 1) if codes_of(lines, one, halves=True)), 0)


def _texts(lines: Sequence[tuple[str, ...]], space: int) -> Texts | None:
    """All of it in texts of at most so many bytes; None where a way to call somebody is in no one of them."""
    texts: Texts = []
    calls = [at for at, forms in enumerate(lines) if len(forms) > 1]
    while calls:
        chosen = chosen_of([lines[at] for at in calls], [], space)
        if not chosen:
            return None
        ended = [at for at in calls if set(lines[at]).intersection(chosen)]
        texts.append(("\n".join(chosen), ended))
        calls = [at for at in calls if at not in ended]
    for at, forms in enumerate(lines):
        if len(forms) > 1:
            continue
        pieces = _pieces(forms[0], space)
        if not pieces:
            return None
        for piece in pieces:
            text, ended = texts.pop() if texts else ("", [])
            both = f"{text}\n{piece}" if text else piece
            if size_of_text(both) <= space:
                texts.append((both, ended))
            else:
                texts += [(text, ended), (piece, [])]
        texts[-1][1].append(at)
    return texts


def _pieces(text: str, space: int) -> list[str]:
    """The line, or where it is longer than a code its pieces, cut between words where there are any."""
    pieces: list[str] = []
    lead = ""
    while size_of_text(lead + text) > space:
        most = space - size_of_text(lead + CUT)
        if most < LEAST_PIECE:
            return []
        cut = len(text.encode()[:most].decode(errors="ignore"))
        word = text.rfind(" ", 0, cut)
        cut = word + 1 if word > 0 else cut
        pieces.append(lead + text[:cut] + CUT)
        text, lead = text[cut:], CUT
    return [*pieces, lead + text]

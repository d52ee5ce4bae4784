"""A few minutes: which parts to read when there is not time for all of them. Pure.

The author says what matters most (`priority:` of a course). Parts are taken in that order as long as
they fit, and read in the order of the course. An author's minutes are an estimate, and so is "I have
about 10 minutes": a fifth more than was asked for still fits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

CHOICES = (5, 10, 20)
"""Minutes that are offered."""


class Offer(NamedTuple):
    """One part that could be read."""

    id: str
    minutes: int
    walked: bool
    """Whether it has something to walk through step by step: what is going to happen."""


class Selection(NamedTuple):
    """What to read, and what not this time, each in the order of the course."""

    parts: tuple[str, ...]
    left_out: tuple[str, ...]
    minutes: int
    """What the parts take by their authors' estimate."""
    fits: bool
    """False where even the shortest part takes longer: it is begun, and stopped at any time."""


def choose(offers: Sequence[Offer], priority: Sequence[str], minutes: int) -> Selection:
    """The choice for so many minutes; nothing is chosen only where nothing is offered."""
    room = minutes + minutes // 5
    taken: list[Offer] = []
    for offer in _by_weight(offers, priority):
        if sum(other.minutes for other in taken) + offer.minutes <= room:
            taken.append(offer)
    fits = bool(taken) or not offers
    if not fits:
        taken.append(min(_by_weight(offers, priority), key=lambda offer: offer.minutes))
    return Selection(
        tuple(offer.id for offer in offers if offer in taken),
        tuple(offer.id for offer in offers if offer not in taken),
        sum(offer.minutes for offer in taken),
        fits,
    )


def _by_weight(offers: Sequence[Offer], priority: Sequence[str]) -> list[Offer]:
    """What the author put first, then what will happen, then the order of the course."""
    places = {name: place for place, name in enumerate(priority)}
    return sorted(offers, key=lambda offer: (places.get(offer.id, len(places)), not offer.walked))

"""What the rules of balance know of single medicines: the one table to edit for another library.

A row says nothing about whether a medicine is good: only which of its names are whose, and for which
uses the regulator of the library's country has approved it.
"""

from __future__ import annotations

from typing import NamedTuple


class Medicine(NamedTuple):
    """One medicine."""

    name: str
    """In small letters."""
    brands: tuple[str, ...] = ()
    makers: tuple[str, ...] = ()
    off_label: tuple[str, ...] = ()
    """Uses for which it is given without approval, as they are written; `*` for any ending."""
    not_the_same: tuple[str, ...] = ()
    """Other medicines, by name, that people take for it."""


MEDICINES: tuple[Medicine, ...] = (
    Medicine(
        name="ketamine",
        brands=("Ketalar",),
        off_label=(
            "addiction",
            "alcohol use disorder",
            "anxiety",
            "bipolar disorder",
            "depression",
            "depressed",
            "mental health",
            "mental illness",
            "mood disorders",
            "OCD",
            "obsessive-compulsive disorder",
            "PTSD",
            "post-traumatic stress disorder",
            "suicidal thoughts",
            "suicidal ideation",
        ),
        not_the_same=("esketamine",),
    ),
    Medicine(
        name="esketamine",
        brands=("Spravato",),
        makers=("Janssen", "Johnson and Johnson"),
    ),
    Medicine(name="sildenafil", brands=("Viagra",), makers=("Pfizer", "Viatris")),
    Medicine(name="fluoxetine", brands=("Prozac",), makers=("Eli Lilly",)),
)
NOT_APPROVED = (
    r"off-label",
    r"\bnot (?:yet )?(?:been )?(?:fda[- ])?(?:approved|reviewed)",
    r"\b(?:has|have|had|is|are|was|were) (?:not|never) (?:yet )?(?:been )?(?:approved|reviewed)",
    r"\bunapproved\b",
    r"\bno (?:ketamine )?\w+ (?:has been|is) approved\b",
)
"""Ways to say that a use is not approved."""

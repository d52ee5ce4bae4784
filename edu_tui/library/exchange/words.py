"""A text of ours as plain words: what others' programs take no marks in."""

from __future__ import annotations

from edu_tui.model.markup import plain


def bare(text: str, clinic: dict[str, str]) -> str:
    """The words on one line, placeholders filled, citations left out."""
    return " ".join(plain(text, clinic).split())

"""Everyday words of a library: what people type, and the words of its texts that mean it."""

from __future__ import annotations

from typing import NamedTuple


class EverydayWords(NamedTuple):
    """What `words.yaml` says for one language."""

    language: str
    means: tuple[tuple[str, tuple[str, ...]], ...]
    """Words that the texts use, and what people type when they mean them."""
    small: tuple[str, ...] = ()
    """Words that do not count in a question, besides those that ship."""

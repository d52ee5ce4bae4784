"""Words of the type checker that are not in the oldest Python yet, without loading them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from typing_extensions import override
else:
    T = TypeVar("T")

    def override(method: T) -> T:
        """The method replaces one of a base class: a type error where there is none."""
        return method


__all__ = ["override"]

"""Versions: those of modules that were there before banks are as they were; a bank's items have their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edu_tui.library.decode.module import decode_module
from edu_tui.model.version import module_version, unit_versions
from tests.library.samples import BANK, MODULE, swap

if TYPE_CHECKING:
    from edu_tui.model.module import Module


def module(text: str) -> Module:
    """The module in a text."""
    model = decode_module("en/going-home.yaml", text).model
    assert model is not None
    return model


def test_a_module_without_a_bank_has_the_versions_it_always_had() -> None:
    """Records name them: what these say may never change."""
    made = module(MODULE)
    assert module_version(made) == "5ad54cc86fefbf4c"
    assert unit_versions(made) == {
        "not-driving": "40c4674fd2f000c8",
        "for-staff": "b98786b285d7d131",
        "infusion/arrive": "7eed865e20a8901b",
        "infusion/drip-starts": "93e247e6d7c3ae6b",
        "?drive-tonight": "5e28f3712737bcae",
        "?what-helps": "611d0ba2b1a88068",
        "?how-many": "71a5d495faa66cd0",
        "?in-turn": "1d29ff5cf5148254",
        "?safe-or-not": "22d913fd3e1c379e",
    }


def test_a_bank_adds_units_and_changes_no_other() -> None:
    """Its items stand beside the questions; the module as a whole is another one."""
    before, after = module(MODULE), module(MODULE + BANK)
    assert module_version(before) != module_version(after)
    added = dict(unit_versions(after).items() - unit_versions(before).items())
    assert set(added) == {"?wombat-call", "?wombat-call-2", "?wombat-order"}
    assert unit_versions(before).items() <= unit_versions(after).items()
    assert module_version(after.for_audience("patient")) == module_version(before.for_audience("patient"))  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "asked"),
    [
        ("wants its keys", "wants its car", True),
        ("Have a form signed", "Have two forms signed", True),
        ("No wombat drives today.", "No wombat drives tonight.", False),
        ("misconception: forms-protect", "misconception: paper-protects", False),
    ],
)
def test_a_change_in_the_bank(old: str, new: str, asked: bool) -> None:
    """What is asked changes the item's own version; a reason does not, but both change the module's."""
    before, after = module(MODULE + BANK), module(MODULE + swap(old, new, BANK))
    changed = {
        name
        for name, version in unit_versions(after).items()
        if unit_versions(before)[name] != version
    }
    assert changed == ({"?wombat-call"} if asked else set())
    assert module_version(before) != module_version(after)

"""What someone named: modules of the library, or a code of whatever kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.commands.library import open_library
from edu_tui.learning.codes import may_be_code, meaning_of
from edu_tui.system.errors import UsageError
from edu_tui.system.wording import say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from edu_tui.learning.plan import Plan
    from edu_tui.learning.resume_code import ResumeState
    from edu_tui.model.library import Library


def asked_for(
    options: argparse.Namespace, named: Sequence[str]
) -> tuple[str, ...] | Plan | ResumeState:
    """Modules as they were named, or what a code says; raises UsageError for what is neither."""
    library = _library(options)
    modules = library.every_module()
    typed = " ".join(named)
    if not set(named) & set(modules) and may_be_code(typed, library.for_patients(), modules):
        return meaning_of(typed, library.for_patients(), modules)
    return modules_named(library, named)


def code_meaning(options: argparse.Namespace, typed: str) -> Plan | ResumeState:
    """What a code says; raises CodeError."""
    library = _library(options)
    return meaning_of(typed, library.for_patients(), library.every_module())


def modules_named(library: Library, named: Sequence[str]) -> tuple[str, ...]:
    """Each once, in that order; raises UsageError for one that there is not, or that patients do not read."""
    from edu_tui.ui.plain.reading import no_module

    modules, patients = library.every_module(), library.for_patients()
    for name in named:
        if name not in modules:
            raise UsageError(no_module(name, modules))
        if name not in patients:
            message = say(
                "{id} is for staff, not for patients. Read it with: edu-tui read {id} --staff",
                id=name,
            )
            raise UsageError(message)
    return tuple(dict.fromkeys(named))


def _library(options: argparse.Namespace) -> Library:
    opened = open_library(options, cached=False)
    try:
        return opened.library()
    finally:
        opened.close()

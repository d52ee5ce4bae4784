"""A module printed whole, as plain text for a pipe, a printer or a screen reader.

The same words and the same order every time; never a line longer than the width.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.layout.line import Room, plain
from edu_tui.layout.paginate import pages
from edu_tui.layout.paper import PrintedModule, paper_parts
from edu_tui.library.signing.state import state_of
from edu_tui.system.errors import BrokenModuleError, UsageError
from edu_tui.system.wording import say, use

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edu_tui.library.open_library import OpenLibrary
    from edu_tui.model.library import Audience
    from edu_tui.model.module import Module

WIDTH = 79


def read(
    open_library: OpenLibrary,
    module_id: str,
    language: str,
    *,
    audience: Audience,
    more: bool,
    today: str,
    width: int = WIDTH,
) -> str:
    """The module as text; raises UsageError for no such module, BrokenModuleError with findings."""
    whole = module_named(open_library, module_id, language)
    module = whole.for_audience(audience)
    state = state_of(open_library.sign_offs.review(whole), today)
    use(module.language)
    room = Room(width, 0, "words")
    paper = PrintedModule(module, open_library.library(), open_library.sources(), more, state)
    page = pages(paper_parts(paper, room), room)[0]
    return "".join(f"{plain(line).rstrip()}\n" for line in page.lines)


def module_named(open_library: OpenLibrary, module_id: str, language: str) -> Module:
    """That module; raises UsageError for no such module, BrokenModuleError with findings."""
    library = open_library.library()
    try:
        return open_library.module(module_id, language)
    except BrokenModuleError as error:
        if not error.findings:
            known = library.every_module()
            raise UsageError(no_module(module_id, known)) from error
        from edu_tui.library.finding import Finding, as_text

        shown = [as_text(finding) for finding in error.findings if isinstance(finding, Finding)]
        raise BrokenModuleError("\n".join([str(error), *shown]), error.findings) from error


def no_module(module_id: str, known: Iterable[str]) -> str:
    """That there is no such module, and which may be meant."""
    from edu_tui.library.finding import nearest

    near = nearest(module_id, known)
    if near and near != module_id:
        return say("there is no module {id}; did you mean {near}?", id=module_id, near=near)
    return say("there is no module {id}; `edu-tui list` shows all of them", id=module_id)

"""A module with what stands in other files and is part of what it says: its lists and its drawings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.pictures.drawings import illustrated
from edu_tui.library.shared_lists import lists_files

if TYPE_CHECKING:
    from edu_tui.library.front import LibraryFiles
    from edu_tui.model.module import Module


def completed(front: LibraryFiles, module: Module) -> Module | None:
    """The module with both, as their files are now; None where a list that it draws is not there.

    Who reads the rest would not know that it lacks, say, when to call for help.
    """
    if module.draws:
        files = lists_files(front.current().languages[0], module.language)
        known = front.shared_lists.of(files)
        if not set(module.draws) <= known.keys():
            return None
        module = module.with_lists(known)
    return illustrated(front, module)

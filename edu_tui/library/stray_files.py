"""Files of a library that look like content and would be passed over in silence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edu_tui.library.decode.picture import FILE
from edu_tui.library.finding import nearest
from edu_tui.library.pictures import drawings
from edu_tui.library.source.yaml_file import (
    LIBRARY_FILE,
    REVIEWS_FILE,
    SOURCES_FILE,
    WORDS_FILE,
    names_in,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

_CONTENT = re.compile(r"[^.].*\.ya?ml(?:\.txt)?", re.I | re.S)
"""A name that was meant for content; what begins with a dot is another program's."""
_TOP = (LIBRARY_FILE, SOURCES_FILE, WORDS_FILE, REVIEWS_FILE, "clinic.yaml")


def stray_files(
    folder: Path, folders: Collection[str], languages: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Each with what to say of it; `folders` are those that hold content."""
    there = names_in(folder)
    for name in there:
        if _CONTENT.fullmatch(name) and name not in _TOP:
            near = nearest(name, _TOP)
            message = "this file is not part of a library"
            yield (
                name,
                message + (f"; did you mean `{near}`?" if near and near not in there else ""),
            )
    for name in folders:
        if name not in languages:
            yield name, f"`{name}` is not in the `languages` of {LIBRARY_FILE}; no one will see it"
    for name in names_in(folder / drawings.FOLDER):
        if name[0] != "." and not FILE.fullmatch(name):
            message = "only SVG files are pictures, called such as `no-driving.svg`"
            yield f"{drawings.FOLDER}/{name}", message
    for language in languages:
        for name in names_in(folder / language):
            yield from _in_language(folder, language, name)


def _in_language(folder: Path, language: str, name: str) -> Iterator[tuple[str, str]]:
    if _CONTENT.fullmatch(name) and not name.endswith(".yaml"):
        how = _unless_taken("rename it", folder / language, name)
        yield f"{language}/{name}", f"only files that end in `.yaml` are read; {how}"
    for inner in names_in(folder / language / name):
        if _CONTENT.fullmatch(inner):
            how = _unless_taken(f"move it to `{language}`", folder / language, inner)
            message = f"a folder in a language's folder is not read; {how}"
            yield f"{language}/{name}/{inner}", message


def _unless_taken(advice: str, folder: Path, name: str) -> str:
    """What to do with a file, unless there is one already where it would come to stand."""
    new = f"{name.partition('.')[0]}.yaml"
    taken = new in names_in(folder)
    return f"`{new}` is there too, so delete one of the two" if taken else advice

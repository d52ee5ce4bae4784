"""The drawings of a library: each is drawn once, when the index is brought up to date, and kept there.

Who opens a module finds them in the index; where that does not have a file as it is now, it is drawn then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.library.finding import Finding
from edu_tui.library.source.yaml_file import decode_utf8, names_in, read_bytes
from edu_tui.model.picture import Drawing, DrawnPicture

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.library.front import LibraryFiles
    from edu_tui.library.index.index import Index
    from edu_tui.model.module import Module

FOLDER = "pictures"
KEPT = "drawings 1"
"""Where the index keeps them. A rasteriser that draws otherwise needs another number."""


def illustrated(front: LibraryFiles, module: Module) -> Module:
    """The module with its drawings, as their files are now."""
    if not module.pictures:
        return module
    return module.with_drawings(lambda name: _drawing(front, name))


def renew(front: LibraryFiles) -> str:
    """Draw what is new and forget what is gone; what stands for the state of them all, empty for none."""
    every = {name: _drawing(front, name) for name in names(front.folder)}
    drawn = {name: drawing.drawn for name, drawing in every.items() if drawing}
    now = {one.hash: one for one in drawn.values()}
    if now != _known(front.index):
        from json import dumps

        front.index.set_meta(KEPT, dumps(list(now.values())))
    state = "\n".join(f"{name} {one.hash}" for name, one in drawn.items())
    if front.index.meta(FOLDER) != state:
        front.index.set_meta(FOLDER, state)
    return state


def state_of(front: LibraryFiles) -> str:
    """The state of all drawings when they were last looked at."""
    return front.index.meta(FOLDER)


def names(folder: Path) -> list[str]:
    """The files of a library that are pictures, sorted."""
    found = names_in(folder / FOLDER)
    return [name for name in found if name.endswith(".svg") and not name.startswith(".")]


def fault(folder: Path, name: str) -> Finding | None:
    """Why a picture cannot be drawn; None where it can be."""
    from edu_tui.library.pictures.shape import PictureError
    from edu_tui.library.pictures.svg import read_svg

    file = f"{FOLDER}/{name}"
    data = read_bytes(folder, file)
    if isinstance(data, Finding):
        return data
    try:
        read_svg(data)
    except PictureError as error:
        text = decode_utf8(file, data)
        lines = text.split("\n") if isinstance(text, str) else []
        shown = lines[error.line - 1] if error.line <= len(lines) else ""
        return Finding(
            file, error.line, error.column, "error", "bad-picture", "", str(error), shown
        )
    return None


def _drawing(front: LibraryFiles, name: str) -> Drawing | None:
    data = read_bytes(front.folder, f"{FOLDER}/{name}")
    if not isinstance(data, bytes):
        return None
    before = front.drawings.get(name)
    if before is None or before.data != data:
        before = front.drawings[name] = Drawing(data, lambda *file: _drawn(front, *file))
    return before


def _drawn(front: LibraryFiles, stamp: str, data: bytes) -> DrawnPicture:
    known = _known(front.opened_index).get(stamp)
    if known:
        return known
    from edu_tui.library.pictures.raster import drawn
    from edu_tui.library.pictures.shape import PictureError
    from edu_tui.library.pictures.svg import read_svg

    try:
        read = read_svg(data)
    except PictureError:
        # `check` says why; a reader is told what the picture tells.
        return DrawnPicture(stamp, "", "")
    return DrawnPicture(stamp, drawn(read.shapes), read.markup)


def _known(index: Index | None) -> dict[str, DrawnPicture]:
    text = index.meta(KEPT) if index else ""
    if not text:
        return {}
    from json import loads

    try:
        kept = [DrawnPicture(*parts) for parts in loads(text)]
    except (ValueError, TypeError):
        # written by a program that kept something else there
        return {}
    return {drawing.hash: drawing for drawing in kept}

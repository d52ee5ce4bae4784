"""The drawings of a library: each is drawn once, when the index is brought up to date, and kept there.

Who opens a module finds them in the index; where that does not have a file as it is now, it is drawn then.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from edu_tui.library.finding import Finding
from edu_tui.library.source.yaml_file import decode_utf8, names_in, read_bytes
from edu_tui.model.picture import Drawing

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.library.front import LibraryFiles
    from edu_tui.library.index.index import Index
    from edu_tui.model.module import Module

FOLDER = "pictures"
KEPT = "drawings 1"
"""Where the index keeps them. A rasteriser that draws otherwise needs another number."""
_SIZE = 32
"""Bytes of a hash, as a sign-off has."""


def illustrated(front: LibraryFiles, module: Module) -> Module:
    """The module with its drawings, as their files are now."""
    if not module.pictures:
        return module
    known = _known(front.opened_index)
    return module.with_drawings(lambda name: _drawing(front.folder, name, known))


def renew(front: LibraryFiles) -> str:
    """Draw what is new and forget what is gone; what stands for the state of them all, empty for none."""
    index, known = front.index, _known(front.index)
    drawings = {name: _drawing(front.folder, name, known) for name in names(front.folder)}
    now = {drawing.hash: drawing for drawing in drawings.values() if drawing}
    if now != known:
        from json import dumps

        index.set_meta(KEPT, dumps(list(now.values())))
    state = "\n".join(f"{name} {drawing.hash}" for name, drawing in drawings.items() if drawing)
    if index.meta(FOLDER) != state:
        index.set_meta(FOLDER, state)
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


def _drawing(folder: Path, name: str, known: dict[str, Drawing]) -> Drawing | None:
    data = read_bytes(folder, f"{FOLDER}/{name}")
    if not isinstance(data, bytes):
        return None
    stamp = blake2b(data, digest_size=_SIZE).hexdigest()
    return known.get(stamp) or _drawn(stamp, data)


def _drawn(stamp: str, data: bytes) -> Drawing:
    from edu_tui.library.pictures.raster import drawn
    from edu_tui.library.pictures.shape import PictureError
    from edu_tui.library.pictures.svg import read_svg

    try:
        read = read_svg(data)
    except PictureError:
        # `check` says why; a reader is told what the picture tells.
        return Drawing(stamp, "", "")
    return Drawing(stamp, drawn(read.shapes), read.markup)


def _known(index: Index | None) -> dict[str, Drawing]:
    text = index.meta(KEPT) if index else ""
    if not text:
        return {}
    from json import loads

    try:
        kept = [Drawing(*parts) for parts in loads(text)]
    except (ValueError, TypeError):
        # written by a program that kept something else there
        return {}
    return {drawing.hash: drawing for drawing in kept}

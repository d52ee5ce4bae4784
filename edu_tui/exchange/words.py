"""A text of ours as plain words: what others' programs take no marks in."""

from __future__ import annotations

from edu_tui.model import markup


def bare(text: str, clinic: dict[str, str]) -> str:
    """The words on one line, placeholders filled, citations left out."""
    said = []
    for block in markup.parse(text):
        for piece in block.pieces:
            if piece.kind == "clinic":
                said.append(clinic.get(piece.ref, piece.text))
            elif piece.kind != "cite":
                said.append(piece.text)
        said.append(" ")
    return " ".join("".join(said).split())

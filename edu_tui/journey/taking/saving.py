"""Saving paper as files: one press makes one file, and the very same is not written twice."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from edu_tui.journey.action import Action
from edu_tui.journey.place import Navigation, Place
from edu_tui.journey.view import Request, Row
from edu_tui.layout.part import Gap, words
from edu_tui.system.errors import EduError
from edu_tui.system.typing import override
from edu_tui.system.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.layout.part import Part

SHOWN = 3
"""Files whose paths stay on the page."""
MAKE_PDF = "pdf now"
"""What is asked for once it is said that a PDF takes a few seconds."""


class Saving(Place):
    """A place with one paper that can be saved."""

    def __init__(self) -> None:
        self._saved: list[str] = []
        """Where the latest files went, in words."""
        self._made: dict[str, tuple[object, Path]] = {}
        """By form, what the latest file was made of and where it is."""
        self._is_making = False
        """Whether a PDF is on its way."""
        self._trouble = ""
        """Why the last one could not be saved, or what it lacks; empty for nothing."""

    @abstractmethod
    def _paper(self) -> object:
        """What is to be saved now; equal to an earlier one where that says the same."""

    @abstractmethod
    def _write(self, paper: object, form: str) -> tuple[Path, str]:
        """Write it as a file in that form; where it is, and what it lacks in words."""

    @override
    def leave(self) -> None:
        """What was only said to be made is not made elsewhere."""
        self._is_making = False

    def _news(self) -> list[Part]:
        """Where files went, and what went wrong."""
        said = [text for text in (*self._saved, self._trouble) if text]
        return [part for text in said for part in (words(text, "strong"), Gap())]

    def _saving(self, do: Request) -> Navigation | None:
        """Save what is asked for, a PDF once it is said that it takes a while."""
        if do.action is not Action.SAVE or not self.visit.profile.saves_files:
            return None
        if self._is_making and do.what != MAKE_PDF:
            return Navigation("stay", said=say("The PDF is on its way."))
        form = "pdf" if do.what == MAKE_PDF else do.what
        paper = self._paper()
        before, there = self._made.get(form, (None, None))
        if paper == before and there and there.exists():
            return Navigation("stay", said=say("It is there already: {path}", path=there))
        if do.what == "pdf":
            self._is_making = True
            message = say("Making the PDF. This takes a few seconds.")
            return Navigation("stay", said=message, later=Request(Action.SAVE, MAKE_PDF))
        return self._save(paper, form)

    def _save(self, paper: object, form: str) -> Navigation:
        try:
            path, self._trouble = self._write(paper, form)
        except EduError as error:
            self._trouble = say("It could not be saved: {why}", why=error)
            return Navigation("stay", said=say("It could not be saved."))
        finally:
            self._is_making = False
        self._made[form] = paper, path
        self._saved = [*self._saved, say("Saved: {path}", path=path)][-SHOWN:]
        return Navigation("stay", said=say("Saved."))


def files() -> list[Row]:
    """The forms in which paper can be saved here."""
    from edu_tui.handout.pdf import can_make

    rows = [
        Row(Request(Action.SAVE, "html"), say("Save as a page to print")),
        Row(Request(Action.SAVE, "large"), say("Save as a page in large print")),
        Row(Request(Action.SAVE, "text"), say("Save as plain text")),
    ]
    if can_make():
        rows.append(
            Row(Request(Action.SAVE, "pdf"), say("Save as PDF"), detail=say("takes a moment"))
        )
    return rows


def own_folder() -> Path:
    """The reader's documents, or their home."""
    from pathlib import Path

    from platformdirs import user_documents_path

    documents = user_documents_path()
    try:
        return documents if documents.is_dir() else Path.home()
    except OSError:
        # It may not even be looked at.
        return Path.home()

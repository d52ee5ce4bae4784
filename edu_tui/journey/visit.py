"""What all places share while the program runs: the library, how far the reader is, what to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edu_tui.learning.my_questions import MyQuestions
from edu_tui.learning.progress import Progress
from edu_tui.model.library import in_language
from edu_tui.page.review import review_words
from edu_tui.wording import use

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from edu_tui.learning.profile import Profile
    from edu_tui.library.shelf import Contents, Entry, Shelf
    from edu_tui.model.module import Module
    from edu_tui.page.text import Voice


class Visit:
    """One reader's stay: shared by every place, thrown away at the end."""

    def __init__(self, shelf: Shelf, contents: Contents, profile: Profile, rng: Random) -> None:
        self.shelf = shelf
        self.contents = contents
        self.profile = profile
        self.rng = rng
        self.progress = Progress()
        self.asks = MyQuestions()
        self.detailed = False
        """Whether the reader wants more detail."""
        self.light = False
        """Whether the screen is light."""
        self.getting_ready: tuple[int, int] | None = None
        """Modules read and modules in all while the index is being made; None when it is made."""
        self._outline: tuple[Contents, list[Entry]] | None = None
        """The contents that `entries` was made from, and what it made."""
        use(contents.language)

    @property
    def language(self) -> str:
        """Code of the language being read."""
        return self.contents.language

    @property
    def title(self) -> str:
        """The library's title."""
        return in_language(self.contents.library.title, self.language)

    def entries(self) -> list[Entry]:
        """The outline: each module of the courses for this audience, once, in order."""
        if self._outline is not None and self._outline[0] is self.contents:
            return self._outline[1]
        library = self.contents.library
        seen: dict[str, None] = {}
        for course in library.courses:
            if course.audience == "patient" or self.profile.audience == "staff":
                seen.update(dict.fromkeys(course.modules))
        known = self.contents.entries
        self._outline = self.contents, [known[name] for name in seen if name in known]
        return self._outline[1]

    def module(self, module_id: str) -> Module:
        """The module as this reader may see it; raises `BrokenModuleError`."""
        found = self.shelf.module(module_id, self.language)
        return found.for_audience(self.profile.audience)

    def switch(self, language: str) -> None:
        """Read on in another language of the library."""
        self.contents = self.shelf.open(language)
        use(language)

    def voice(self, numbers: Mapping[str, int] | None = None) -> Voice:
        """How texts are spoken here."""
        from edu_tui.page.text import Voice

        return Voice(self.contents.library.clinic, numbers or {})

    def review_state(self) -> str:
        """The sign-off in words; empty only for content that a clinician has signed."""
        return review_words()

"""What a judge of content is given, and what it answers.

The reader knows only that there may be one: `check` hands each valid module to the judge it was
given, so that reading a library never loads the rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edu_tui.library.finding import Finding
    from edu_tui.library.source.document import Document
    from edu_tui.model.library import Audience, Library
    from edu_tui.model.module import Module
    from edu_tui.model.reference import Source, Term


class Case(NamedTuple):
    """One module that can be read, with everything it may refer to."""

    module: Module
    document: Document
    """The file it came from, for places."""
    audience: Audience
    """Whom the module as a whole is for."""
    library: Library | None
    """None where `library.yaml` is broken."""
    glossary: Mapping[str, Term]
    """The language's terms by every form in lower case."""
    sources: Mapping[str, Source]
    whole: bool = True
    """Whether all of the module could be read; else only its words are to be judged."""


class Waived(NamedTuple):
    """A finding that the author has set aside."""

    finding: Finding
    why: str
    by: str


class ContentVerdict(NamedTuple):
    """What a judge found in one module."""

    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]


class ContentJudge(Protocol):
    """Who judges."""

    def __call__(self, case: Case, /) -> ContentVerdict:
        """What is wrong with a module, however well it can be read."""

"""Checking a whole library, or one file of it: every finding of every file in one run.

The only place that looks across files: terms, sources and placeholders that texts refer to, modules
that courses name, files that nothing uses. A file that is broken by itself is not used to judge
others: its own findings say enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from edu_tui.library.checked_lists import CheckedLists
from edu_tui.library.decode.library import decode_clinic, decode_library
from edu_tui.library.decode.lists import decode_lists
from edu_tui.library.decode.module import decode_module
from edu_tui.library.decode.names import ID
from edu_tui.library.decode.reference import decode_glossary, decode_sources, terms_by_form
from edu_tui.library.decode.references import fault
from edu_tui.library.decode.reviews import decode_reviews
from edu_tui.library.decode.words import decode_words
from edu_tui.library.finding import Finding, nearest
from edu_tui.library.index.contents import audiences
from edu_tui.library.judging import Case
from edu_tui.library.left_open import LeftOpen, left_open
from edu_tui.library.pictures import drawings
from edu_tui.library.source.document import MAX_FINDINGS
from edu_tui.library.source.nodes import place_within
from edu_tui.library.source.yaml_file import (
    GLOSSARY_FILE,
    LIBRARY_FILE,
    LISTS_FILE,
    REVIEWS_FILE,
    SOURCES_FILE,
    WORDS_FILE,
    decode_utf8,
    folder_and_file,
    is_there,
    names_in,
    read_bytes,
)
from edu_tui.library.stray_files import stray_files

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

    from edu_tui.library.decode.module import Decoded
    from edu_tui.library.judging import ContentJudge, Waived
    from edu_tui.library.source.document import Document, Use
    from edu_tui.model.library import Audience, Library
    from edu_tui.model.module import Module
    from edu_tui.model.reference import Source, Term

T = TypeVar("T")
S = TypeVar("S")
_NO_MODULES = (f"/{GLOSSARY_FILE}", f"/{LISTS_FILE}")


class CheckReport(NamedTuple):
    """What a check found."""

    findings: tuple[Finding, ...]
    """By file, line and column."""
    files: int
    """How many files were read."""
    waived: tuple[Waived, ...] = ()
    """What authors set aside, in the same order."""
    folder: str = ""
    """The library's."""
    left_open: LeftOpen = LeftOpen()
    """What is the clinic's to settle."""


def check(
    path: Path,
    judge: ContentJudge | None = None,
    clinic: Path | None = None,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> CheckReport:
    """Check a library's folder, or one file in such a folder; raises LibraryError for neither.

    The judge is asked about each module that can be read. A clinic's own file is read too. `progress`
    is told modules done and in all.
    """
    folder, only = folder_and_file(path.absolute())
    run = _Check(folder, judge)
    run.front()
    own = run.own_words(clinic.absolute()) if clinic else ()
    if only:
        run.one(only)
    else:
        run.everything(progress)
    left = left_open(run.library, own, run.placeholders, only) if run.library else LeftOpen()
    findings, waived = tuple(sorted(run.findings)), tuple(sorted(run.waived))
    return CheckReport(findings, run.files, waived, str(folder), left)


def _known(
    decoded: Decoded[T] | None, names: Callable[[T], Mapping[str, S]]
) -> Mapping[str, S] | None:
    """What a file has by its names; None where it cannot be known, and nothing where there is no file."""
    if decoded is None:
        return {}
    return None if decoded.draft is None or decoded.document.lost else names(decoded.draft)


class _Check:
    """One run over a folder."""

    def __init__(self, folder: Path, judge: ContentJudge | None) -> None:
        self.findings: list[Finding] = []
        self.waived: list[Waived] = []
        self.files = 0
        self.library: Library | None = None
        self.placeholders: list[tuple[str, str]] = []
        """Each that a text has, and the file of that text."""
        self._folder = folder
        self._judge = judge
        self._audiences: dict[str, Audience] = {}
        self._sources: Mapping[str, Source] | None = None
        self._terms: dict[str, Mapping[str, Term] | None] = {}
        self._lists = CheckedLists(self._shared)

    def front(self) -> None:
        """The folder's own files, which say what others may refer to."""
        sources = self._read(SOURCES_FILE, decode_sources, optional=True)
        self._sources = _known(sources, lambda read: {source.id: source for source in read})
        library = self._read(
            LIBRARY_FILE, lambda file, text: decode_library(file, text, self._is_module)
        )
        if library is None:
            return
        self.library = library.model
        if library.model is not None:
            self._audiences = audiences(library.model)
            self._lists.source = library.model.languages[0]
        if library.draft is not None and library.draft.languages:
            self._courses(library.document, library.draft)

    def own_words(self, clinic: Path) -> Collection[str]:
        """The placeholders that a clinic's own file sets; none while it is broken.

        Its names are judged where the library can be read.
        """
        data = read_bytes(clinic.parent, clinic.name)
        if isinstance(data, Finding):
            data = data._replace(file=str(clinic))
        known = self.library.clinic if self.library else None
        decoded = self._decoded(
            str(clinic), data, lambda file, text: decode_clinic(file, text, known)
        )
        return decoded.model.clinic if decoded and decoded.model is not None else ()

    def everything(self, progress: Callable[[int, int], None]) -> None:
        """The sign-offs and everyday words, then every language's files."""
        self._reviews(optional=True)
        self._words(optional=True)
        languages = self.library.languages if self.library else self._folders()
        modules: list[str] = []
        for language in languages:
            self._glossary(language)
            self._lists.of(language)
            files = self._yaml_files(language)
            modules += [file for file in files if not file.endswith(_NO_MODULES)]
        for number, file in enumerate(modules):
            progress(number, len(modules))
            self._module(file)
        self.findings += self._lists.undrawn()
        for name in drawings.names(self._folder):
            self._picture(name)
        for stray, message in stray_files(self._folder, self._folders(), languages):
            self._odd_file(stray, message)

    def one(self, file: str) -> None:
        """One file; what others say is used, but only its own findings are told."""
        name = file.rpartition("/")[2]
        if file == REVIEWS_FILE:
            self._reviews()
        elif file == WORDS_FILE:
            self._words()
        elif file.startswith(f"{drawings.FOLDER}/"):
            self._picture(file.rpartition("/")[2])
        elif name == GLOSSARY_FILE:
            self._glossary(file.partition("/")[0])
        elif name == LISTS_FILE:
            self._lists.of(file.partition("/")[0])
        elif "/" in file:
            self._module(file)
        self.findings = [finding for finding in self.findings if finding.file == file]
        self.files = 1

    # reading

    def _read(
        self, file: str, decode: Callable[[str, str], Decoded[T]], *, optional: bool = False
    ) -> Decoded[T] | None:
        """Read a file and keep its findings; None when it has no text."""
        if optional and not is_there(self._folder / file):
            return None
        return self._decoded(file, read_bytes(self._folder, file), decode)

    def _decoded(
        self, file: str, data: bytes | Finding, decode: Callable[[str, str], Decoded[T]]
    ) -> Decoded[T] | None:
        text = decode_utf8(file, data) if isinstance(data, bytes) else data
        self.files += 1
        if not isinstance(text, str):
            self.findings.append(text)
            return None
        decoded = decode(file, text)
        self.findings += decoded.findings
        return decoded

    def _module(self, file: str) -> None:
        decoded = self._read(file, decode_module)
        if decoded is None:
            return
        self._references(decoded.document, file.partition("/")[0])
        self._lists.draw(decoded.uses)
        stem = file.rpartition("/")[2].removesuffix(".yaml")
        named = {name for course in self._courses_of() for name in course}
        if self.library is not None and stem not in named:
            message = f"no course in {LIBRARY_FILE} names this module, so no one will see it"
            finding = decoded.document.finding(1, 1, "unused", message, severity="warning")
            self.findings.append(finding)
        self._ask(decoded)

    def _shared(self, file: str) -> Decoded[Module] | None:
        """A file of shared lists; their words are judged here, and not where they are drawn."""
        decoded = self._read(file, decode_lists, optional=True)
        if decoded is not None:
            self._references(decoded.document, file.partition("/")[0])
            self._ask(decoded)
        return decoded

    def _picture(self, name: str) -> None:
        self.files += 1
        found = drawings.fault(self._folder, name)
        self.findings += [found] if found else []

    def _ask(self, decoded: Decoded[Module]) -> None:
        """Have a module judged: as a whole, or as the words of it that could be read."""
        module = decoded.draft
        if self._judge is None or module is None:
            return
        glossary = self._glossary(module.language) or {}
        module = (
            module.with_lists(self._lists.of(module.language) or {}) if module.draws else module
        )
        audience = self._audiences.get(module.id, "patient")
        library, sources, whole = self.library, self._sources or {}, decoded.model is not None
        verdict = self._judge(
            Case(module, decoded.document, audience, library, glossary, sources, whole)
        )
        self.findings += verdict.findings
        self.waived += verdict.waived

    def _courses_of(self) -> list[tuple[str, ...]]:
        return [course.modules for course in self.library.courses] if self.library else []

    def _glossary(self, language: str) -> Mapping[str, Term] | None:
        """The forms of a language's terms; None when they cannot be known."""
        if language not in self._terms:
            file = f"{language}/{GLOSSARY_FILE}"
            self._terms[language] = {}
            decoded = self._read(file, decode_glossary, optional=True)
            self._terms[language] = _known(decoded, terms_by_form)
            if decoded is not None:
                self._references(decoded.document, language)
        return self._terms[language]

    # across files

    def _courses(self, document: Document, library: Library) -> None:
        source, *others = library.languages
        there = {name: self._stems(name) for name in library.languages}
        for use in document.uses:
            if use.kind != "module":
                continue
            spot = (use.node.line, use.node.column)
            missing = [name for name in others if use.name not in there[name]]
            if use.name not in there[source]:
                message = f"there is no file {source}/{use.name}.yaml"
                taken = {other.name for other in document.uses if other.where == use.where}
                free = [name for name in there[source] - taken if ID.fullmatch(name)]
                near = nearest(use.name, sorted(free))
                message += f"; did you mean `{near}`?" if near else ""
                finding = document.finding(*spot, "unknown-reference", message, use.where)
                self.findings.append(finding)
            elif missing:
                message = f"`{use.name}` is not translated: no {missing[0]}/{use.name}.yaml"
                finding = document.finding(*spot, "untranslated", message, use.where, "warning")
                self.findings.append(finding)

    def _reviews(self, *, optional: bool = False) -> None:
        """The sign-offs; those of modules that are gone are history, and may stay."""
        decoded = self._read(REVIEWS_FILE, decode_reviews, optional=optional)
        if decoded is None:
            return
        for use in decoded.uses:
            if not is_there(self._folder / f"{use.name}.yaml"):
                spot = (use.node.line, use.node.column)
                message = f"there is no file {use.name}.yaml any more, so this signs nothing"
                finding = decoded.document.finding(*spot, "unused", message, use.where, "warning")
                self.findings.append(finding)

    def _words(self, *, optional: bool = False) -> None:
        """What people type; only in the library's languages, where they can be known."""
        languages = self.library.languages if self.library else None
        self._read(
            WORDS_FILE, lambda file, text: decode_words(file, text, languages), optional=optional
        )

    def _references(self, document: Document, language: str) -> None:
        count = 0
        for use in document.uses:
            if use.kind == "clinic":
                self.placeholders.append((use.name, document.file))
            if count == MAX_FINDINGS:
                continue
            problem = fault(use, lambda kind: self._known(kind, language), language)
            problem = problem or self._undrawn(use)
            if problem is not None:
                count += 1
                spot = place_within(document.text, use.node, use.offset)
                self.findings.append(document.finding(*spot, *problem, use.where))
            elif (lacking := self._lists.untranslated(use, document, language)) is not None:
                self.findings.append(lacking)

    def _undrawn(self, use: Use) -> tuple[str, str] | None:
        """The code and the message where a picture is there and cannot be drawn."""
        found = drawings.fault(self._folder, use.name) if use.kind == "picture" else None
        return found and (found.code, f"line {found.line} of {found.file}: {found.message}")

    def _known(self, kind: str, language: str) -> Collection[str] | None:
        if kind == "term":
            return self._glossary(language)
        if kind == "cite":
            return self._sources
        if kind == "picture":
            return drawings.names(self._folder)
        if kind == "list":
            return self._lists.of(language)
        return self.library.clinic if self.library else None

    # files

    def _is_module(self, name: str) -> bool:
        return any(name in self._stems(folder) for folder in self._folders())

    def _folders(self) -> tuple[str, ...]:
        """Every folder that holds content, whether or not the library names it."""
        return tuple(name for name in names_in(self._folder) if self._stems(name))

    def _yaml_files(self, language: str) -> list[str]:
        return [f"{language}/{stem}.yaml" for stem in sorted(self._stems(language))]

    def _stems(self, language: str) -> set[str]:
        names = names_in(self._folder / language)
        return {name[:-5] for name in names if name.endswith(".yaml") and name[0] != "."}

    def _odd_file(self, file: str, message: str) -> None:
        self.findings.append(Finding(file, 1, 1, "warning", "unknown-file", "", message, ""))

"""What is on record about who signed what, and whether each signed module still says it.

The entries of `reviews.yaml` are kept in the index for each state of that file, and the hash of what a
signed module says for each state of the files it is made of: the first screen tells both without YAML.
A module that nobody signed costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edu_tui.library.source.yaml_file import REVIEWS_FILE, SOURCES_FILE, decode_utf8, read_bytes
from edu_tui.model.review import Review, SignOff, Withdrawal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from edu_tui.library.front import LibraryFiles
    from edu_tui.library.index.contents import Entry as OutlineRow
    from edu_tui.model.module import Module
    from edu_tui.model.review import Entry
    from edu_tui.model.signed import Around

NOBODY = Review(None, None, holds=False)


class IndexedText(NamedTuple):
    """What a module in the index said when it was last looked at."""

    made_of: str
    """Stands for the files it was made of."""
    hash: str
    """Of all that a sign-off is for; empty where the module could not be read."""
    words: tuple[str, ...]
    """Glossary entries that it marks, in lower case."""


NOTHING = IndexedText("", "", ())


class SignOffs:
    """The sign-offs of one library."""

    def __init__(self, front: LibraryFiles) -> None:
        self._front = front
        self._read: tuple[str, dict[tuple[str, str], Review]] = ("", {})

    def latest(self) -> dict[tuple[str, str], Review]:
        """What counts for each module and language on record; `holds` is not settled in it.

        Nothing counts where the file cannot be read.
        """
        stamp = self._stamp_now()
        if not stamp:
            return {}
        if self._read[0] != stamp:
            self._read = stamp, _latest(self._entries(stamp))
        return self._read[1]

    def review(self, module: Module) -> Review:
        """What is on record for this very text."""
        review = self.latest().get((module.id, module.language), NOBODY)
        if review.signed is None:
            return review
        from edu_tui.model.signed import hash_of_text

        return review._replace(holds=hash_of_text(self.text(module)) == review.signed.hash)

    def reviews(self, language: str, rows: Iterable[OutlineRow]) -> dict[str, Review]:
        """The same by module id, as the index knows the texts, for each on record."""
        latest = self.latest()
        if not latest:
            return {}
        now = self._said(language)
        reviews = {}
        for row in rows:
            review = latest.get((row.id, row.language))
            if review is not None and review.signed is not None:
                holds = now.get(row.id, NOTHING).hash == review.signed.hash
                reviews[row.id] = review._replace(holds=holds)
        return reviews

    def words(self, language: str) -> dict[str, tuple[str, ...]]:
        """The glossary entries that each module on record marks, as the index knows them."""
        return {name: entry.words for name, entry in self._said(language).items()}

    def text(self, module: Module) -> str:
        """What a sign-off of this module is for, as of now."""
        from edu_tui.model.signed import signed_text

        return signed_text(module, self._around(module.language))

    def renew(self, language: str, stop: Callable[[], bool]) -> None:
        """Work out what signed modules say now, where a file they are made of has changed."""
        known = self._said(language)
        wanted = {name for name, _ in self.latest()}
        if not wanted and not known:
            return
        from json import dumps

        from edu_tui.model.signed import FORM

        stamps = self._front.index.stamps(language)
        around: dict[str, str] = {}
        fresh: dict[str, IndexedText] = {}
        for name in stamps.keys() & wanted:
            file, before = stamps[name].file, known.get(name, NOTHING)
            spoken = file.partition("/")[0]
            if spoken not in around:
                around[spoken] = self._state_around(spoken)
            made_of = f"{FORM} {stamps[name].hash} {around[spoken]}"
            same = before.made_of == made_of or not file or stop()
            fresh[name] = before if same else self._look(file, made_of)
        if fresh != known:
            self._front.index.set_meta(f"signed {language}", dumps(fresh))

    # within

    def _stamp_now(self) -> str:
        try:
            status = (self._front.folder / REVIEWS_FILE).stat()
        except OSError:
            return ""
        return f"{status.st_size} {status.st_mtime_ns} {status.st_ino}"

    def _entries(self, stamp: str) -> tuple[Entry, ...]:
        if not self._front.has_index:
            return self._decoded()
        from json import dumps, loads

        try:
            record = loads(self._front.index.meta("reviews") or "{}")
            if record.get("stamp") == stamp:
                return tuple(_entry_of(entry) for entry in record["entries"])
        except (ValueError, KeyError, TypeError, AttributeError):
            # written by a program that knew other fields
            pass
        entries = self._decoded()
        record = {"stamp": stamp, "entries": entries}
        self._front.index.set_meta("reviews", dumps(record, ensure_ascii=False))
        return entries

    def _decoded(self) -> tuple[Entry, ...]:
        from edu_tui.library.decode.reviews import decode_reviews

        data = read_bytes(self._front.folder, REVIEWS_FILE)
        text = decode_utf8(REVIEWS_FILE, data) if isinstance(data, bytes) else data
        entries = decode_reviews(REVIEWS_FILE, text).model if isinstance(text, str) else None
        return entries or ()

    def _said(self, language: str) -> dict[str, IndexedText]:
        """By module."""
        from json import loads

        kept = self._front.index.meta(f"signed {language}")
        try:
            return {
                name: IndexedText(made_of, says, tuple(words))
                for name, (made_of, says, words) in loads(kept or "{}").items()
            }
        except (ValueError, TypeError, AttributeError):
            # written by a program that kept something else there
            return {}

    def _look(self, file: str, made_of: str) -> IndexedText:
        """What the module in that file says."""
        from edu_tui.library.completed import completed
        from edu_tui.library.decode.module import decode_module
        from edu_tui.model.signed import hash_of_text, words_marked

        data = read_bytes(self._front.folder, file)
        text = decode_utf8(file, data) if isinstance(data, bytes) else data
        read = decode_module(file, text).model if isinstance(text, str) else None
        module = completed(self._front, read) if read else None
        if module is None:
            return IndexedText(made_of, "", ())
        terms = self._front.glossary(module.language)
        return IndexedText(made_of, hash_of_text(self.text(module)), words_marked(module, terms))

    def _state_around(self, language: str) -> str:
        """What stands for all that a module in that language may refer to."""
        from edu_tui.library.index.refresh import hash_of
        from edu_tui.library.pictures.drawings import state_of
        from edu_tui.library.shared_lists import lists_files

        parts = [str(sorted(self._front.own_words().items()))]
        for file in (self._front.glossary_file(language), SOURCES_FILE):
            data = read_bytes(self._front.folder, file)
            parts.append(hash_of(data) if isinstance(data, bytes) else "")
        files = lists_files(self._front.current().languages[0], language)
        parts += [self._front.shared_lists.state(files), state_of(self._front)]
        return hash_of(" ".join(parts).encode())

    def _around(self, language: str) -> Around:
        from edu_tui.model.signed import Around

        front = self._front
        return Around(front.glossary(language), front.sources(), front.own_words())


def _latest(entries: Iterable[Entry]) -> dict[tuple[str, str], Review]:
    """Of each module and language what was given last, in the order of the file."""
    reviews: dict[tuple[str, str], Review] = {}
    for entry in entries:
        about = entry.module, entry.language
        if isinstance(entry, SignOff):
            reviews[about] = Review(entry, None, holds=False)
        else:
            reviews[about] = reviews.get(about, NOBODY)._replace(withdrawn=entry)
    return reviews


def _entry_of(parts: list[str]) -> Entry:
    """An entry from what JSON makes of its record."""
    return SignOff(*parts) if len(parts) == len(SignOff._fields) else Withdrawal(*parts)

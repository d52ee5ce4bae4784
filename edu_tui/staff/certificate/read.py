"""A certificate as a file, read again: what it says in each field, and what else stands on it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import NamedTuple

from edu_tui.staff.certificate.paper import head, labels, note
from edu_tui.system.typing import override

UNSEEN = frozenset({"style", "title"})
"""Elements that nobody reads on the page."""
BREAKS = frozenset({"br", "div", "dd", "dl", "dt", "h1", "li", "p"})


class ReadCertificate(NamedTuple):
    """What stands on it."""

    fields: dict[str, str]
    """By the id of a field; what stands there twice is joined."""
    twice: tuple[str, ...]
    """Ids of fields that stand there more than once."""
    besides: str
    """Words that no certificate of ours has."""


def read(text: str) -> ReadCertificate:
    """A file, text or HTML. Of one that is no certificate nothing is found."""
    is_page = re.search(r"<(!doctype|html|body|dl)\b", text, re.IGNORECASE)
    pairs, others = _of_page(text) if is_page else _of_text(text)
    known = labels()
    ids = {_flat(label): key for key, label in known.items()}
    fields: dict[str, str] = {}
    twice, unknown = [], []
    for label, value in pairs:
        key = ids.get(_flat(label))
        if key is None:
            unknown.append(f"{label}: {value}")
        elif key in fields:
            twice.append(key)
            fields[key] += f" {value}"
        else:
            fields[key] = value
    return ReadCertificate(fields, tuple(dict.fromkeys(twice)), _besides([*unknown, *others]))


def _besides(others: list[str]) -> str:
    """What is left when the words that every certificate has are taken away, each once."""
    left = _flat(" ".join(others))
    for ours in (note(), head()):
        left = left.replace(_flat(ours), " ", 1)
    return _flat(left.replace("=", " "))


def _flat(text: str) -> str:
    return " ".join(text.split())


# text


def _of_text(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Fields begin with a label that is ours; lines below that are indented go on with it."""
    ours = sorted(labels().values(), key=len, reverse=True)
    pairs: list[tuple[str, str]] = []
    others: list[str] = []
    is_field = False
    for line in text.splitlines():
        label = next((name for name in ours if line.startswith(f"{name}:")), None)
        if label is not None:
            pairs.append((label, line[len(label) + 1 :].strip()))
            is_field = True
        elif is_field and line.startswith(" ") and line.strip():
            pairs[-1] = (pairs[-1][0], f"{pairs[-1][1]} {line.strip()}")
        else:
            others.append(line)
            is_field = False
    return pairs, others


# HTML


class _Reader(HTMLParser):
    """Pairs of `dt` and `dd`, and all words that are in neither."""

    def __init__(self) -> None:
        super().__init__()
        self.pairs: list[tuple[str, str]] = []
        self.others: list[str] = []
        self._in = self._label = ""
        self._unseen = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in UNSEEN
        if tag == "dt":
            self._in, self._label = tag, ""
        elif tag == "dd":
            self._in = tag
            self.pairs.append((_flat(self._label), ""))
        elif tag in BREAKS:
            self.handle_data(" ")

    @override
    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in UNSEEN))
        if tag == self._in:
            self._in = ""

    @override
    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if self._in == "dt":
            self._label += data
        elif self._in == "dd":
            label, value = self.pairs[-1]
            self.pairs[-1] = label, value + data
        else:
            self.others.append(data)


def _of_page(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return [(label, _flat(value)) for label, value in reader.pairs], reader.others

"""Texts stay as they are written, and every node knows its place."""

from __future__ import annotations

import pytest
import yaml

from edu_tui.library.source.nodes import Mapping, Scalar, Sequence, place_within
from edu_tui.library.source.yaml_text import read_yaml

AS_WRITTEN = [
    "no",
    "yes",
    "on",
    "1.10",
    "2:00",
    "12:30:45",
    "0755",
    "0x1F",
    "1e3",
    "1_000",
    "2026-01-05",
    "~",
    "null",
    ".inf",
    "=",
    "<<",
    "50% of people",
    "a@b",
    "it's",
    'say "so"',
    "#1",
    "two words",
]


@pytest.fixture(params=[True, False], ids=["libyaml", "pure Python"])
def both_parsers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever holds for libyaml holds without it."""
    if not request.param:
        monkeypatch.setattr(yaml, "__with_libyaml__", False)


def value_of(text: str) -> Scalar:
    """The scalar under `t:`."""
    document = read_yaml("a.yaml", text)
    assert document.findings == []
    assert isinstance(document.root, Mapping)
    value = document.root.pairs[0][1]
    assert isinstance(value, Scalar)
    return value


@pytest.mark.usefixtures("both_parsers")
@pytest.mark.parametrize("words", [words for words in AS_WRITTEN if not words.startswith("#")])
def test_a_plain_text_is_kept_as_written(words: str) -> None:
    """No plain text is ever turned into a number, a date or a truth value."""
    assert value_of(f"t: {words}\n").value == words


@pytest.mark.usefixtures("both_parsers")
@pytest.mark.parametrize("words", AS_WRITTEN)
def test_a_quoted_text_is_kept_as_written(words: str) -> None:
    """Quoting changes nothing but what YAML makes of signs."""
    doubled = words.replace("'", "''")
    assert value_of(f"t: '{doubled}'\n").value == words


def test_a_missing_value_is_an_empty_text() -> None:
    """Nothing after the colon is the empty text, not null."""
    assert value_of("t:\n").value == ""
    assert value_of("t:\n").blank


def test_line_ends_and_byte_order_mark_of_other_systems_do_not_matter() -> None:
    """CRLF files have the same values and places as others."""
    from edu_tui.library.source.yaml_file import decode_utf8

    text = decode_utf8("a.yaml", b"\xef\xbb\xbft: one\r\nu: |\r\n  two\r\n  three\r\n")
    assert text == "t: one\nu: |\n  two\n  three\n"


@pytest.mark.usefixtures("both_parsers")
def test_every_node_has_its_place() -> None:
    """Lines and columns count from 1."""
    root = read_yaml("a.yaml", "a:\n  - b: c\n    d: [e, f]\n").root
    assert isinstance(root, Mapping)
    items = root.pairs[0][1]
    assert isinstance(items, Sequence)
    inner = items.items[0]
    assert isinstance(inner, Mapping)
    listed = inner.pairs[1][1]
    assert isinstance(listed, Sequence)
    assert (items.line, items.column) == (2, 3)
    assert (inner.line, inner.column) == (2, 5)
    assert (listed.line, listed.column, listed.flow) == (3, 8, True)
    assert [(item.line, item.column) for item in listed.items] == [(3, 9), (3, 12)]


@pytest.mark.usefixtures("both_parsers")
@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("t: one X two\n", (1, 8)),
        ("t: one\n  two X\n", (2, 7)),
        ("t: 'it''s X'\n", (1, 11)),
        ("t: 'a\n\n  b X'\n", (3, 5)),
        ('t: "a\\tb\\u00e9 X"\n', (1, 16)),
        ('t: "a \\\n   b X"\n', (2, 6)),
        ('t: "a\n   b X"\n', (2, 6)),
        ("t: |\n  one\n\n  two X\n", (4, 7)),
        ("t: |  # a note X\n  one X\n", (2, 7)),
        ("t: |2\n    one X\n", (2, 9)),
        ("t: >-\n  one\n  two\n\n  three X\n", (5, 9)),
        ("t: |\n\n  \u00e9\u4e2d X\n", (3, 6)),
    ],
)
def test_a_character_of_a_value_is_found_in_the_file(text: str, spot: tuple[int, int]) -> None:
    """However a text is quoted or folded, a place in it is a place in the file."""
    document = read_yaml("a.yaml", text)
    assert isinstance(document.root, Mapping)
    value = document.root.pairs[0][1]
    assert isinstance(value, Scalar)
    assert place_within(text, value, value.value.index("X")) == spot

"""Whatever a file holds, reading it gives findings or a model and never raises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edu_tui.library.decode.library import decode_clinic, decode_library
from edu_tui.library.decode.module import decode_module
from edu_tui.library.decode.reference import decode_glossary, decode_sources
from edu_tui.library.decode.reviews import decode_reviews
from edu_tui.library.finding import Finding, as_text, has_errors
from edu_tui.library.index.rows import entry_of, rows_of
from edu_tui.library.source.yaml_file import decode_utf8

from .samples import GLOSSARY, LIBRARY, MODULE, SOURCES

if TYPE_CHECKING:
    from collections.abc import Callable

    from edu_tui.library.decode.module import Decoded

STEADY = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
SIGNS = st.sampled_from(
    [
        "\n",
        " ",
        "  ",
        "- ",
        ": ",
        "'",
        '"',
        "|",
        ">",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&a",
        "*a",
        "!x",
        "#",
        "%",
        "@",
        "`",
        "?",
        "\t",
        "\x00",
        "\x1b",
        "\u202e",
        "\u2028",
        "\ufeff",
        "---",
        "\\",
        "id",
        "title",
        "sections",
        "questions",
        "figure",
        "kind",
        "x",
        "中",
        "é",
        "<<",
    ]
)
YAMLISH = st.lists(SIGNS, max_size=40).map("".join)
FILES: list[tuple[Callable[[str, str], Decoded[Any]], str, str]] = [
    (decode_module, "en/going-home.yaml", MODULE),
    (decode_library, "library.yaml", LIBRARY),
    (decode_clinic, "clinic.yaml", LIBRARY),
    (decode_glossary, "en/glossary.yaml", GLOSSARY),
    (decode_sources, "sources.yaml", SOURCES),
    (decode_reviews, "reviews.yaml", "reviews: []\n"),
]


def read(text: str) -> None:
    """Read it as every kind of file: a model, or errors with places, never both or neither."""
    for decode, file, _ in FILES:
        decoded = decode(file, text)
        assert (decoded.model is None) == has_errors(decoded.findings)
        for finding in decoded.findings:
            assert finding.line >= 1
            assert finding.column >= 1
            assert as_text(finding)


@STEADY
@given(st.text())
def test_any_text(text: str) -> None:
    """Arbitrary text."""
    read(text)


@STEADY
@given(YAMLISH)
def test_anything_like_yaml(text: str) -> None:
    """Text made of what YAML is made of."""
    read(text)


@STEADY
@given(st.data())
def test_a_valid_file_with_something_put_in_or_taken_out(data: st.DataObject) -> None:
    """Any valid file, edited anywhere, is read or refused; what is read can be shown and found."""
    _, _, text = data.draw(st.sampled_from(FILES))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    text = text[:start] + data.draw(YAMLISH) + text[end:]
    read(text)
    module = decode_module("en/going-home.yaml", text).model
    if module is not None:
        assert entry_of(module, {}).state == "ready"
        assert rows_of(module, {})


@STEADY
@given(st.binary())
def test_any_bytes(data: bytes) -> None:
    """Arbitrary bytes are text or a finding with a place."""
    text = decode_utf8("a.yaml", data)
    if isinstance(text, Finding):
        assert as_text(text)
    else:
        read(text)

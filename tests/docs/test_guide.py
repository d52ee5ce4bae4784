"""content/README.md, the author's guide: what it shows can be pasted."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from edu_tui.library.source.nodes import Mapping, Scalar, Sequence
from edu_tui.library.source.yaml_text import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edu_tui.library.source.nodes import Node

GUIDE = (Path(__file__).parents[2] / "content" / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```", GUIDE, re.M | re.S)


def test_there_are_examples() -> None:
    """The test below is not of an empty list."""
    assert len(EXAMPLES) > 10


@pytest.mark.parametrize("example", EXAMPLES, ids=[dedent(text)[:40] for text in EXAMPLES])
def test_an_example_is_read_as_it_stands(example: str) -> None:
    """Pasted into a file it is YAML, and no comma makes a key of half a sentence."""
    document = read_yaml("en/a.yaml", dedent(example))
    assert [finding.message for finding in document.findings] == []
    assert [key.value for key, value in pairs(document.root) if not written(value)] == []


def pairs(node: Node | None) -> Iterator[tuple[Scalar, Node]]:
    """Every key with its value, however deep."""
    if isinstance(node, Mapping):
        for key, value in node.pairs:
            yield key, value
            yield from pairs(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from pairs(item)


def written(value: Node) -> bool:
    """Whether anything stands there."""
    return not isinstance(value, Scalar) or bool(value.value)

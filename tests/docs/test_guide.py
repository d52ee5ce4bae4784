"""content/README.md, the author's guide: what it shows can be pasted."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest

from edu_tui.library.source.yaml_text import read_yaml

GUIDE = (Path(__file__).parents[2] / "content" / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```", GUIDE, re.M | re.S)


def test_there_are_examples() -> None:
    """The test below is not of an empty list."""
    assert len(EXAMPLES) > 10


@pytest.mark.parametrize("example", EXAMPLES, ids=[dedent(text)[:40] for text in EXAMPLES])
def test_an_example_is_read_as_it_stands(example: str) -> None:
    """Pasted into a file, the reader of the library has nothing to say about its YAML."""
    assert [finding.message for finding in read_yaml("en/a.yaml", dedent(example)).findings] == []

"""A comparison as a file: what is read, and what is told of mistakes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from edu_tui.library.check import check
from edu_tui.library.decode.module import decode_module
from edu_tui.library.open_library import OpenLibrary
from edu_tui.model.figure import Compare, IconArray
from edu_tui.model.signed import Around, signed_text
from edu_tui.model.version import unit_versions
from tests.contract.source import ROOT
from tests.library.samples import line_of, write, write_library

from .samples import FIGURE, module

if TYPE_CHECKING:
    from pathlib import Path

    from edu_tui.library.finding import Finding


def findings(figure: str) -> tuple[Finding, ...]:
    """What is told of that figure."""
    return decode_module("en/going-home.yaml", module(figure)).findings


def test_it_is_read_as_it_is_written() -> None:
    """Options in the author's order; an option with two studies has two cells, each with its own people."""
    decoded = decode_module("en/going-home.yaml", module())
    assert decoded.findings == ()
    assert decoded.model is not None
    figure = decoded.model.sections[0].figure
    assert figure is not None
    assert isinstance(figure.data, Compare)
    first = figure.data.rows[0]
    assert [cell.text[:7] for cell in first.of_option("drip")] == ["Half be", "Another"]
    assert [group.people for group in first.cells[0].groups] == [47, 26]
    assert figure.cited == ("label-2023",)


@pytest.mark.parametrize(
    ("old", "new", "where", "code", "words"),
    [
        ("            - {option: waiting, text: Not known}\n", "", "- option: drip", "missing-key", "{option: waiting, text: Not known}"),
        ("text: Not known}", "text: }", "- {option: waiting", "empty", "`text`"),
        ("{option: talk, text: Some", "{option: talks, text: Some", "- {option: talks", "unknown-reference", "`talk`"),
        ("{id: talk, label", "{id: spray, label", "- {id: spray, label: Talk", "duplicate-id", "spray"),
        ("              of: 100\n", "", "- option: drip", "missing-key", "`of:`"),
        ("count: 47", "count: 147", "- {label: Ketamine", "out-of-range", "100"),
        ("ask: What may", "aks: What may", "- aks:", "unknown-key", "`ask`"),
        ("        - {id: waiting, label: Waiting}\n", "        - {id: waiting, label: Waiting}\n        - {id: ect, label: ECT}\n", "- {id: drip, label", "too-many", "at most 5"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_at_its_place(
    old: str, new: str, where: str, code: str, words: str
) -> None:
    """What to write stands in the message, above all for an option of which nothing is said."""
    assert old in FIGURE
    figure = FIGURE.replace(old, new, 1)
    told = [each for each in findings(figure) if each.code == code]
    assert told, findings(figure)
    assert told[0].line == line_of(where, module(figure))
    assert words in told[0].message


def test_one_option_is_no_comparison() -> None:
    """There is nothing to see side by side."""
    options = re.compile(r"(?m)^        - \{id: (?!drip).*\n")
    assert "too-few" in {each.code for each in findings(options.sub("", FIGURE))}


def test_what_it_says_is_found_signed_and_of_a_version(tmp_path: Path) -> None:
    """A changed cell changes what was read and what was signed, and a word of a cell finds its page."""
    folder = write_library(tmp_path / "library")
    write(folder, "en/going-home.yaml", module())
    library = OpenLibrary(folder, tmp_path / "cache")
    try:
        library.refresh("en")
        hits = library.search("hard feelings", "en").hits
        assert [(hit.module, hit.place) for hit in hits][:1] == [("going-home", "not-driving")]
        before = library.module("going-home", "en")
        around = Around(library.glossary("en"), library.sources(), {})
        text = signed_text(before, around)
        assert "Hard feelings after a talk." in text
        write(folder, "en/going-home.yaml", module(FIGURE.replace("Hard feelings", "Sad feelings")))
        after = library.module("going-home", "en")
        assert signed_text(after, around) != text
        assert unit_versions(after)["not-driving"] != unit_versions(before)["not-driving"]
    finally:
        library.close()


def test_an_unknown_source_of_a_cell_is_told(tmp_path: Path) -> None:
    """A cell is cited like any text."""
    folder = write_library(tmp_path / "library")
    write(folder, "en/going-home.yaml", module(FIGURE.replace("[label-2023]", "[label-2032]")))
    codes = [each.code for each in check(folder).findings if "label-2032" in each.message]
    assert codes == ["unknown-reference"]


def test_the_guides_figures_can_be_copied() -> None:
    """Each figure that the author's guide shows is read without a finding."""
    guide = (ROOT / "content" / "README.md").read_text(encoding="utf-8")
    figures = re.findall(r"```yaml\n(    figure:\n.*?)```", guide, re.S)
    kinds = set()
    for figure in figures:
        decoded = decode_module("en/going-home.yaml", module(figure))
        assert decoded.findings == ()
        assert decoded.model is not None
        assert decoded.model.sections[0].figure is not None
        kinds.add(type(decoded.model.sections[0].figure.data))
    assert kinds == {Compare, IconArray}

"""What a content file may not hold is refused, at the right line and column."""

from __future__ import annotations

import pytest
import yaml

from edu_tui.library.source.yaml_text import MAX_DEPTH, MAX_NODES, MAX_SCALAR, read_yaml

E = "\x1b"


@pytest.fixture(params=[True, False], ids=["libyaml", "pure Python"])
def both_parsers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever holds for libyaml holds without it."""
    if not request.param:
        monkeypatch.setattr(yaml, "__with_libyaml__", False)


REFUSED = [
    ("a: &x b\n", 1, 4, "anchor"),
    ("a: &x b\nc: *x\n", 2, 4, "alias"),
    ("a: !x b\n", 1, 4, "tag"),
    ("a: !!python/object:os.system b\n", 1, 4, "tag"),
    ("a: ! b\n", 1, 4, "tag"),
    ("a: [!x b]\n", 1, 5, "tag"),
    ("a: b\na: c\n", 2, 1, "duplicate-key"),
    ("a: {b: c, b: d}\n", 1, 11, "duplicate-key"),
    ("? [a, b]\n: c\n", 1, 3, "bad-key"),
    ("a: b\n---\nc: d\n", 2, 1, "one-document"),
    (f"a: b\nc: d{E}[0m\n", 2, 5, "bad-character"),
    ("a: b\x00\n", 1, 5, "bad-character"),
    ("a: \x9b31m\n", 1, 4, "bad-character"),
    ("a: b\x85c\n", 1, 5, "bad-character"),
    ("a: b\u2028c\n", 1, 5, "bad-character"),
    ("a: |\n  x\u202ey\n", 2, 4, "bad-character"),
    ("a: x\u200by\n", 1, 5, "bad-character"),
    ("a: x\U000e0041\n", 1, 5, "bad-character"),
    ("a: x\u0301\u0301\u0301\u0301\u0301\n", 1, 5, "bad-character"),
    ("a: b\ufeffc\n", 1, 5, "bad-character"),
    ('a: "x\\x1b[0m"\n', 1, 6, "bad-character"),
    ('a: "x\\0"\n', 1, 6, "bad-character"),
    ('a: "x\\u202e"\n', 1, 6, "bad-character"),
    ('a: "x\\N"\n', 1, 6, "bad-character"),
    ('a: "x\\L"\n', 1, 6, "bad-character"),
    ('a: "x\\ty"\n', 1, 6, "bad-character"),
    ("a: |\n  x\ty\n", 2, 4, "bad-character"),
    ("a: b\n\tc: d\n", 2, 1, "bad-yaml"),
    ("a: |\n\tx\n", 2, 1, "bad-yaml"),
    ("a: b\nc: 'x\nd: e\n", 2, 4, "bad-yaml"),
    ("a: 'x\nb: 'y'\n", 1, 4, "bad-yaml"),
    ("a: [b\nc: d\n", 1, 4, "bad-yaml"),
    ("a: {b: c\nd: e\n", 1, 4, "bad-yaml"),
    ("a: b\nc\nd: e\n", 2, 1, "bad-yaml"),
    ("a: b\n  c: d\n", 2, 3, "bad-yaml"),
]


@pytest.mark.usefixtures("both_parsers")
@pytest.mark.parametrize(("text", "line", "column", "code"), REFUSED)
def test_each_refusal_has_its_place(text: str, line: int, column: int, code: str) -> None:
    """One finding of that sort is at that line and column."""
    findings = read_yaml("a.yaml", text).findings
    assert (line, column, code) in [(each.line, each.column, each.code) for each in findings]


@pytest.mark.usefixtures("both_parsers")
@pytest.mark.parametrize(
    ("value", "advice"),
    [
        ("@home", "quote it: '@home'"),
        ("`now`", "write the words without backticks"),
        ("%5 of them", "quote it: '%5 of them'"),
        ("!x", "put the text in quotes: '!x'"),
        ("! Stop", "put the text in quotes: '! Stop'"),
        ("& more", "quote it: '& more'"),
        ("*very* calm", "quote it: '*very* calm'"),
        ("**very** calm", "quote it: '**very** calm'"),
        ("note: two", "quote it: 'note: two'"),
        ("it's: so", "quote it: 'it''s: so'"),
        ("[[ketamine]] helps", "quote it: '[[ketamine]] helps'"),
        ("[@label] says", "quote it: '[@label] says'"),
        ("{clinic.phone} is open", "quote it: '{clinic.phone} is open'"),
        ("{phone} is open", "quote it: '{phone} is open'"),
        ("- dash", "quote it: '- dash'"),
        (": colon", "quote it: ': colon'"),
        ("> more", "quote it: '> more'"),
        ('"Quick" they said', "quotes"),
    ],
)
def test_a_text_that_yaml_trips_over_is_told_to_be_quoted(value: str, advice: str) -> None:
    """There is one finding, at the text's first character, and it says what to write."""
    text = f"id: x\ntext: {value}\nmore: y\n"
    findings = read_yaml("a.yaml", text).findings
    assert [(each.line, each.column) for each in findings] == [(2, 7)]
    assert advice in findings[0].message


@pytest.mark.usefixtures("both_parsers")
@pytest.mark.parametrize("value", ["50% of people", "you & me", "5 * 3", "no!", "a:b", "x @ home"])
def test_signs_within_a_text_need_no_quotes(value: str) -> None:
    """Only where YAML itself would read them as something else is there a finding."""
    assert read_yaml("a.yaml", f"text: {value}\n").findings == []


@pytest.mark.usefixtures("both_parsers")
@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "- " * 50_000,
        "{a: " * 50_000,
        "".join(f"{' ' * depth}a:\n" for depth in range(500)),
    ],
)
def test_depth_is_bounded_while_composing(text: str) -> None:
    """Depth that would end Python's stack is a finding."""
    assert read_yaml("a.yaml", text).findings[-1].code == "too-deep"
    assert MAX_DEPTH == 12


def test_twelve_levels_are_fine_and_thirteen_are_not() -> None:
    """The bound is where it says."""
    fine, deep = (f"{'[' * depth}x{']' * depth}" for depth in (MAX_DEPTH, MAX_DEPTH + 1))
    assert read_yaml("a.yaml", fine).findings == []
    (finding,) = read_yaml("a.yaml", deep).findings
    assert (finding.line, finding.column, finding.code) == (1, 13, "too-deep")


def test_the_number_of_nodes_is_bounded() -> None:
    """A file of more nodes than any module has is refused, at the first one too many."""
    (finding,) = read_yaml("a.yaml", "- x\n" * (MAX_NODES + 5)).findings
    assert (finding.line, finding.code) == (MAX_NODES, "too-large")
    # The list itself is a node too.
    assert read_yaml("a.yaml", "- x\n" * (MAX_NODES - 1)).findings == []


def test_the_length_of_a_text_is_bounded() -> None:
    """A text as long as a book is refused at its beginning."""
    (finding,) = read_yaml("a.yaml", f"a: b\nc: {'x' * (MAX_SCALAR + 1)}\n").findings
    assert (finding.line, finding.column, finding.code) == (2, 4, "too-large")
    assert read_yaml("a.yaml", f"a: b\nc: {'x' * MAX_SCALAR}\n").findings == []


def test_findings_of_one_file_are_bounded() -> None:
    """A file of nothing but mistakes does not flood the report."""
    assert len(read_yaml("a.yaml", "- !x y\n" * 5000).findings) == 200

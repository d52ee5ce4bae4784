"""A finding is a place, words, and the line with a caret."""

from __future__ import annotations

import json

import pytest

from edu_tui.library.finding import Finding, as_record, as_text, did_you_mean, nearest


def finding(source_line: str, column: int) -> Finding:
    """A finding on a line, at a column."""
    where = 'question "drive-tonight"'
    return Finding("en/a.yaml", 31, column, "error", "empty", where, "it is empty", source_line)


def caret_under(text: str) -> str:
    """The character the caret points at, for a line of narrow characters."""
    _, line, caret = text.split("\n")
    return line[caret.index("^")]


def test_it_reads_as_editors_expect() -> None:
    """File, line and column come first, then how bad, where and what."""
    assert as_text(finding("    teaches: X", 14)) == (
        'en/a.yaml:31:14: error: question "drive-tonight": it is empty\n'
        "      teaches: X\n"
        "               ^"
    )


def test_without_a_line_there_is_no_caret() -> None:
    """A finding about a whole file is one line."""
    assert "\n" not in as_text(finding("", 1))


@pytest.mark.parametrize("before", [0, 10, 60, 200, 900])
@pytest.mark.parametrize("after", [0, 10, 900])
def test_a_long_line_is_trimmed_around_its_column(before: int, after: int) -> None:
    """The caret stays under its character and the line within a screen."""
    text = as_text(finding("a" * before + "X" + "b" * after, before + 1))
    assert caret_under(text) == "X"
    assert all(len(line) <= 90 for line in text.split("\n"))


def test_a_tab_does_not_move_the_caret() -> None:
    """A tab counts as one column, and is shown as one."""
    assert caret_under(as_text(finding("\ta:\tX", 5))) == "X"


def test_wide_characters_do_not_move_the_caret() -> None:
    """A character two cells wide takes two cells of the caret's line."""
    _, line, caret = as_text(finding("\u4e2d\u6587: X", 5)).split("\n")
    assert line == "  \u4e2d\u6587: X"
    assert caret == "  " + " " * 6 + "^"


def test_an_accent_of_its_own_takes_no_cell() -> None:
    """A combining mark is drawn over the letter before it."""
    _, _, caret = as_text(finding("e\u0301: X", 5)).split("\n")
    assert caret == "  " + " " * 3 + "^"


def test_nothing_shown_can_act_on_the_terminal() -> None:
    """Control characters of the file or of a file's name come out as a sign."""
    shown = as_text(finding("a\x1b[2J\u202eX", 6)._replace(file="en/\x1b.yaml"))
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_a_column_past_the_end_points_at_the_end() -> None:
    """A file that ends too early has its caret behind its last character."""
    _, line, caret = as_text(finding("abc", 99)).split("\n")
    assert len(caret) == len(line) + 1


def test_it_can_be_sent_as_json() -> None:
    """A record holds all fields by name."""
    record = as_record(finding("x", 1))
    assert json.loads(json.dumps(record)) == record
    assert record["line"] == 31
    assert record["code"] == "empty"


def test_the_nearest_word_is_offered() -> None:
    """One or two wrong letters lead to the right word, something else to the choice."""
    assert nearest("tittle", ["title", "text"]) == "title"
    assert nearest("TITLE", ["title"]) == "title"
    assert did_you_mean("tittle", ["title", "text"]) == "; did you mean `title`?"
    assert did_you_mean("qqq", ["title", "text"]) == "; write one of `title`, `text`"
    assert did_you_mean("qqq", []) == ""

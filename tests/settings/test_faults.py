"""What cannot be used is told in one line each, with file and line, and nothing is opened."""

from __future__ import annotations

import os
import tomllib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edu_tui.system.settings.explain import lines_of
from edu_tui.system.settings.file import MAX_BYTES, read
from edu_tui.system.settings.table import SETTINGS
from tests.plain.program import run

if TYPE_CHECKING:
    from pathlib import Path

UNKNOWN = [
    ("libary = 'x'", 1, "there is no setting `libary`; did you mean `library`?"),
    ("\n# a note\nDetail = true", 3, "there is no setting `Detail`; did you mean `detail`?"),
    ("library = 'x'\nlibary = 'x'", 2, "no setting `libary`; see edu-tui settings --example"),
    ("zebra = 1", 1, "there is no setting `zebra`; see edu-tui settings --example"),
    ("detail = true\n[display]\nplain = true", 2, "there is no group `display`; settings stand by"),
    ("[[display]]\nplain = true", 1, "there is no group `display`"),
    ("display.plain = true", 1, "there is no group `display`"),
    ('clinic = """\nlibary = 1\n"""\nlibary = 1', 4, "there is no setting `libary`"),
    ('x = [ # ]\n \'libary\', """\n]""",\n]\nlibary = 1', 1, "there is no setting `x`"),
    ("'a\\b' = 1\n\"l\\u0069bary\" = 1", 2, "did you mean `library`?"),
    (f"{'long' * 30} = 1", 1, "..."),
]
TYPES = [
    ("plain = 'yes'", 1, '`plain` is true or false, without quotes, such as false, not "yes"'),
    ("record = 1", 1, "`record` is true or false, without quotes, such as true, not 1"),
    ("light = 0.5", 1, "not 0.5"),
    (
        "look = 'grey'",
        1,
        '`look` is dark, light or contrast, in quotes, such as "light", not "grey"',
    ),
    ("library = true", 1, "`library` is a folder's name in quotes"),
    ("library = ''", 1, 'not ""'),
    ("library = ['a']", 1, "not a list"),
    ("clinic = {a = 1}", 1, "not a table"),
    ("language = 2026-01-01", 1, "not a date"),
    ("language = 'Englisch'", 1, '`language` is a language code in quotes, such as "en", not'),
    ("language = 'en es'", 1, 'not "en es"'),
    ("language = 'EN'", 1, 'not "EN"'),
    ('data = "a\\u0000b"', 1, "`data` is a folder's name in quotes"),
    ("data = '~nobody-of-that-name/x'", 1, "there is no home folder for"),
    ("review_per_day = 6", 1, "`review_per_day` is a whole number from 0 to 5"),
    ("review_per_day = -1", 1, "not -1"),
    ("review_per_day = true", 1, "not true"),
    ("review_per_day = '3'", 1, 'not "3"'),
    (f"review_per_day = 1{'0' * 4000}", 1, "not such a large number"),
    ("[plain]\nx = 1", 1, "not a table"),
]
NO_TOML = [
    ("light = true\nlanguage = en", 2, '`language` is a language code in quotes, such as "en"'),
    ("plain = True", 1, "`plain` is true or false"),
    ("plain: true", 1, "write a name, = and a value"),
    ("plain", 1, "write a name, = and a value"),
    ("= 1", 1, "write a name, = and a value"),
    ("detail = true\n\ndetail = true", 3, "`detail` stands here for the second time; keep one"),
    ("library = 'C:\\x'\ndata = \"C:\\Users\"", 2, "a backslash needs single quotes"),
    ('library = "\\x"', 1, "a backslash needs single quotes"),
    ('language = "en\nlight = true', 1, "this text has no quote at its end"),
    ('light = true\nclinic = """\n', 2, "this text has no quote at its end"),
    ('language = "en" or', 1, "something follows the value"),
    ("zebra = yes", 1, "write true, false, a number, or a text in quotes"),
    ("x = [", 1, "write true, false"),
]


def told(path: Path, text: str | bytes) -> list[str]:
    """Every fault of a file with that text."""
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return [fault.line for fault in read(path).faults]


@pytest.mark.parametrize(("text", "line", "words"), [*UNKNOWN, *TYPES, *NO_TOML])
def test_a_fault_has_its_line_and_says_what_to_do(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    """Each file has its fault at that line, in one line of plain words."""
    path = tmp_path / "settings.toml"
    lines = told(path, text)
    assert any(one.startswith(f"{path}:{line}: ") and words in one for one in lines), lines
    assert all(one.isprintable() for one in lines)


def test_all_faults_at_once_in_the_order_of_layers(tmp_path: Path) -> None:
    """The command tells each in a line of its own, with what variables have wrong, exit 2, no output."""
    folder = tmp_path / "c" / "edu-tui"
    folder.mkdir(parents=True)
    path = folder / "settings.toml"
    path.write_text("libary = 'x'\n\nplain = 3\n")
    more = {"EDU_TUI_DETAIL": "maybe", "EDU_TUI_REVIEW_PER_DAY": "many"}
    for words in (["list"], ["read", "going-home"], ["settings"], ["--plain"]):
        ran = run(tmp_path, *words, **more)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.splitlines() == [
            f"edu-tui: {path}:1: there is no setting `libary`; did you mean `library`?",
            f"edu-tui: {path}:3: `plain` is true or false, without quotes, such as false, not 3",
            'edu-tui: EDU_TUI_DETAIL: "maybe" is neither yes nor no; write 1 or 0',
            'edu-tui: EDU_TUI_REVIEW_PER_DAY: "many" is not a number; write a whole number from 0 to 5',
        ]


@pytest.mark.parametrize(
    ("name", "value"),
    [(setting.variable, "\x1b[2J" if setting.kind != "number" else "6") for setting in SETTINGS],
)
def test_a_variable_that_cannot_be_is_told(tmp_path: Path, name: str, value: str) -> None:
    """Each variable with nonsense is one line with its name, without the nonsense's escapes."""
    ran = run(tmp_path, "list", **{name: value})
    assert ran.status == 2
    assert ran.err.startswith(f"edu-tui: {name}: ")
    assert len(ran.err.splitlines()) == 1
    assert "\x1b" not in ran.err


def test_what_is_no_readable_file_is_told(tmp_path: Path) -> None:
    """A folder, a pipe, a loop of links, a huge file, Latin-1: one fault each, and no waiting."""
    path = tmp_path / "settings.toml"
    assert told(path, b"# \xe4\n") == [
        f"{path}:1: this is not UTF-8; save the file with the encoding UTF-8"
    ]
    assert "64 KiB" in told(path, b"#" * (MAX_BYTES + 1))[0]
    path.unlink()
    os.mkfifo(path)
    assert "ordinary file" in read(path).faults[0].line
    path.unlink()
    path.symlink_to(path)
    assert "cannot be read: Too many levels" in read(path).faults[0].line
    path.unlink()
    path.mkdir()
    assert "ordinary file" in read(path).faults[0].line


def test_a_file_in_place_of_the_folder_is_no_settings(tmp_path: Path) -> None:
    """Where the folder is an ordinary file there are no settings, and that is fine."""
    (tmp_path / "c").write_text("")
    assert run(tmp_path, "list").status == 0


def test_what_editors_leave_in_a_file_is_no_fault(tmp_path: Path) -> None:
    """A mark of the encoding at the beginning, line ends of Windows, notes and nothing at all are fine."""
    path = tmp_path / "settings.toml"
    assert told(path, b"\xef\xbb\xbf# note\r\ndetail = true # so\r\n\r\n") == []
    assert read(path).values == {"detail": True}
    assert told(path, "") == []


@given(st.text(alphabet="ab= \n\"'[]{}#\\,.1\t\x00é", max_size=60))
def test_no_text_breaks_it(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Whatever is in a file: it is values or faults, each in one line with the file's name."""
    path = tmp_path_factory.getbasetemp() / "any.toml"
    for line in told(path, text):
        assert line.startswith(str(path))
        assert line.isprintable()


PIECES = st.lists(
    st.sampled_from(
        [
            "",
            "# name = 1 [",
            "NAME = '''\nother = 1\n'''",
            'NAME = """\n[x]\n\\"""" # """',
            "NAME = [\n  '[', # ]\n  [1,\n2],\n]",
            "NAME = {a = '}', b = [\n1]}",
            'NAME = "a # \\" b"',
            "NAME = ''",
            'NAME = ["""a"""", "["]',
            "NAME = ['''a'''', '[']",
            'NAME = """"""',
            "'NAME' = '\\'",
            "NAME.a.b = 1",
        ]
    ),
    max_size=8,
)


@given(PIECES, st.booleans())
def test_each_name_is_found_on_its_line(pieces: list[str], heading: bool) -> None:
    """In any TOML, the line told of a name is the one it begins on, whatever strings and lists hold."""
    text, expected = "", {}
    for number, piece in enumerate(pieces):
        name = f"n{number}"
        if "NAME" in piece:
            expected[name] = text.count("\n") + 1
        text += piece.replace("NAME", name) + "\n"
    if heading:
        expected["group"] = text.count("\n") + 1
        text += "[group]\nn0 = 1\n\n[group.inner]\nn1 = 1\n"
    assert tomllib.loads(text).keys() == expected.keys()
    assert lines_of(text) == expected

"""Only ordinary files inside the library's folder are read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from edu_tui.library.finding import Finding
from edu_tui.library.source.yaml_file import MAX_BYTES, decode_utf8, read_bytes

if TYPE_CHECKING:
    from pathlib import Path


def refusal(folder: Path, file: str) -> str:
    """The code of the finding that reading it gives."""
    finding = read_bytes(folder, file)
    assert isinstance(finding, Finding)
    return finding.code


def test_an_ordinary_file_is_read(tmp_path: Path) -> None:
    """Its bytes come as they are."""
    (tmp_path / "a.yaml").write_bytes(b"a: b\r\n")
    assert read_bytes(tmp_path, "a.yaml") == b"a: b\r\n"


def test_what_is_not_an_ordinary_file_is_refused(tmp_path: Path) -> None:
    """A folder, a pipe, a loop of links and nothing at all each have their finding; none blocks."""
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    assert refusal(tmp_path, "folder.yaml") == "not-a-file"
    assert refusal(tmp_path, "pipe.yaml") == "not-a-file"
    assert refusal(tmp_path, "loop.yaml") == "unreadable"
    assert refusal(tmp_path, "none.yaml") == "no-file"


def test_a_link_may_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    """Links within the library are fine, others are refused."""
    inside = tmp_path / "library"
    inside.mkdir()
    (tmp_path / "secret").write_text("x")
    (inside / "real.yaml").write_text("a: b")
    (inside / "link.yaml").symlink_to("real.yaml")
    (inside / "out.yaml").symlink_to(tmp_path / "secret")
    assert read_bytes(inside, "link.yaml") == b"a: b"
    assert refusal(inside, "out.yaml") == "not-a-file"
    assert refusal(inside, "../secret") == "not-a-file"


def test_a_file_over_one_mebibyte_is_refused(tmp_path: Path) -> None:
    """The bound is one mebibyte; a file of exactly that is read."""
    (tmp_path / "fine.yaml").write_bytes(b"#" * MAX_BYTES)
    (tmp_path / "big.yaml").write_bytes(b"#" * (MAX_BYTES + 1))
    assert read_bytes(tmp_path, "fine.yaml") == b"#" * MAX_BYTES
    assert refusal(tmp_path, "big.yaml") == "too-large"


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"\xff", 1, 1),
        (b"a: b\nc: d\xe9e\n", 2, 5),
        ("a: \u4e2d\u6587".encode() + b"\x80", 1, 6),
        (b"\xff\xfea\x00", 1, 1),
        (b"a: \xed\xa0\x80", 1, 4),
    ],
)
def test_bad_utf8_has_a_place(data: bytes, line: int, column: int) -> None:
    """The finding is at the first byte that is not UTF-8, counted in characters."""
    finding = decode_utf8("a.yaml", data)
    assert isinstance(finding, Finding)
    assert (finding.line, finding.column, finding.code) == (line, column, "bad-encoding")


@pytest.mark.parametrize("name", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
def test_wide_text_is_named(name: str) -> None:
    """With a mark or without: one finding with the true cause, not one for each zero byte."""
    finding = decode_utf8("a.yaml", "id: a\ntitle: Ünder\n".encode(name))
    assert isinstance(finding, Finding)
    assert finding.message == f"this is {name[:6].upper()}; save the file with the encoding UTF-8"

"""A file from elsewhere is read as it says or as its giver says; nothing is guessed."""

from __future__ import annotations

import pytest

from edu_tui.library.exchange.incoming import BankError, text_of

AIKEN = "Who takes you home?\nA. An adult\nB. Nobody\nANSWER: A\n"


@pytest.mark.parametrize(
    ("data", "encoding", "said"),
    [
        ("\ufeffWhat’s that?\r\nCafé".encode(), "", "What’s that?\nCafé"),
        (b"What\x92s that?\rCaf\xe9", "cp1252", "What’s that?\nCafé"),
        ("Что делать?".encode("cp1251"), "cp1251", "Что делать?"),
        ("Gdzie łóżko?".encode("cp1250"), "cp1250", "Gdzie łóżko?"),
        ("What’s that?".encode("utf-16"), "", "What’s that?"),
        ("What’s that?".encode("utf-32"), "", "What’s that?"),
        ("What’s that?".encode("utf-16-be"), "utf-16-be", "What’s that?"),
    ],
)
def test_a_file_is_read_as_its_mark_or_its_giver_says(
    data: bytes, encoding: str, said: str
) -> None:
    """With a mark at its start, as UTF-8, or as it is told; with the line ends of other systems."""
    assert text_of("quiz.txt", data, encoding) == said


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [AIKEN, "Что?\nA. Сесть\nB. Встать\nANSWER: A\n"])
def test_wide_text_without_a_mark_is_named(name: str, text: str) -> None:
    """Its true cause and what to give, in any order of bytes, in Latin letters and in others."""
    with pytest.raises(
        BankError, match=rf"is UTF-(16|32) without a mark. Give: --encoding {name}$"
    ):
        text_of("quiz.txt", text.encode(name))


@pytest.mark.parametrize(
    ("data", "encoding", "told"),
    [
        ("Что делать?".encode("cp1251"), "", "--encoding cp1251 (`Что`)"),
        (b"What?\nA. " + "Stać".encode("cp1250"), "", "quiz.txt:2: this is not UTF-8"),
        ("Où est\nmon café?".encode("cp1252"), "", "--encoding cp1252 (`Où`)"),
        ("你怎么办".encode("gbk"), "", "quiz.txt:1: this is not UTF-8"),
        (b"What\x81s?", "cp1252", "quiz.txt:1: this is not cp1252 text"),
        (b"What?", "cp9999", "there is no encoding cp9999"),
        (b"What?", "base64", "there is no encoding base64"),
        (b"PK\x03\x04rest", "", "a program's own file, not text"),
    ],
)
def test_no_encoding_is_guessed(data: bytes, encoding: str, told: str) -> None:
    """What is not UTF-8 is refused with its line and what its word would be in each of the usual ones."""
    with pytest.raises(BankError) as error:
        text_of("quiz.txt", data, encoding)
    assert told in str(error.value)

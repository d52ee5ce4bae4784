"""One question before something is written or lost: one wording, and one rule of what is yes."""

from __future__ import annotations

import io
import sys
from argparse import Namespace

import pytest

from edu_tui.commands.asking import is_sure
from edu_tui.system.errors import UsageError

from .source import SOURCES

ASKS = "edu_tui.commands.asking"


class Terminal(io.StringIO):
    """A person who types."""

    def isatty(self) -> bool:
        """A terminal."""
        return True


def test_only_one_file_asks_a_person_at_a_terminal() -> None:
    """No command reads an answer by itself, so that none has a rule of its own for what yes is."""
    assert [source.name for source in SOURCES if "stdin.readline" in source.text] == [ASKS]
    assert [source.name for source in SOURCES if "Type yes" in source.text] == [ASKS]


@pytest.mark.parametrize(
    ("typed", "sure"),
    [
        *[(word, True) for word in ("yes\n", "y\n", "YES\n", " Y \n", "yes")],
        *[(word, False) for word in ("", "\n", "no\n", "yess\n", "ye\n", "y e s\n", "1\n")],
    ],
)
def test_yes_and_y_are_yes_and_all_else_is_no(
    typed: str, sure: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In any case and with blanks around; the question says so, and a no says what did not happen."""
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    assert is_sure(Namespace(yes=False), "delete", "Nothing was deleted.") is sure
    out = capsys.readouterr().out
    assert out.startswith("Type yes or y to delete: ")
    assert out.endswith("Nothing was deleted.\n") is not sure
    assert typed or out.endswith(": \nNothing was deleted.\n")


def test_where_nobody_can_be_asked_the_error_says_how(monkeypatch: pytest.MonkeyPatch) -> None:
    """A script that does not say `--yes` changes nothing, and is told to."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("yes\n"))
    message = "nothing was deleted. To delete without being asked: --yes"
    with pytest.raises(UsageError, match=message):
        is_sure(Namespace(yes=False), "delete", "Nothing was deleted.")
    assert is_sure(Namespace(yes=True), "delete", "Nothing was deleted.")

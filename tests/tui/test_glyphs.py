"""Only characters that a Linux console has are drawn by the program itself."""

from __future__ import annotations

import ast
from pathlib import Path
from unicodedata import combining

import pytest

import edu_tui

PACKAGE = Path(edu_tui.__file__).parent
FILES = [
    path
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.relative_to(PACKAGE).parts[0] not in {"lint", "library", "records"}
    if path.relative_to(PACKAGE).as_posix()
    not in {
        *("ui/plain/streams.py", "system/settings/file.py", "handout/code.py"),
        *("layout/large.py", "layout/pixels.py"),
        *(
            "kiosk/terminal/keys.py",
            "kiosk/terminal/output.py",
            "model/mark_problems.py",
            "model/pasted.py",
            "system/shown.py",
        ),
        *(
            "staff/certificate/paper.py",
            "library/exchange/incoming.py",
            "staff/report/tabular.py",
            "staff/sync/lrs.py",
        ),
    }
]
"""Those that draw. `lint` and `library` look for characters, `streams` turns them into ASCII, `records`,
`settings` and the kiosk's filters take out what acts on a terminal, and so do the last four with what comes
from elsewhere or goes into files; a code of half blocks is drawn only
where the terminal has them (`layout/look.py`), and its own test reads it as a phone does; so are large digits and
pictures."""
CONSOLE = set("─│┌┐└┘├┤┬┴┼═║╔╗╚╝━┃╭╮╰╯█░▒■●•·▲▼▶←↑→↓×…")
"""In the Debian console fonts; everything else that looks like them is not."""
LETTERS = set("áéíóúüñÁÉÍÓÚÜÑ¿¡àâçèêëîïôœùûÀÂÇÈÊËÎÏÔŒÙÛãõÃÕ")
NAMES_OF_LANGUAGES = set("中文ếệ")
"""A language's own name is in its own letters, whoever can show them."""


def strings(path: Path) -> list[str]:
    """The strings of a file that are not documentation."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_glyph_is_in_the_console_fonts(path: Path) -> None:
    """Strings that are shown hold ASCII, letters, and the few signs that a console can draw."""
    allowed = CONSOLE | LETTERS | (NAMES_OF_LANGUAGES if path.name == "wording.py" else set())
    for text in strings(path):
        # A lone accent is a bound to compare with, never drawn.
        strange = {char for char in text if not (char.isascii() or combining(char))} - allowed
        assert not strange, f"{text!r}: {strange}"


def test_no_style_is_dim() -> None:
    """The word for dim stands in no style and no stylesheet."""
    for path in [*PACKAGE.rglob("*.tcss"), *(PACKAGE / "tui").rglob("*.py")]:
        assert "dim" not in path.read_text(encoding="utf-8").replace("dimension", "").split()

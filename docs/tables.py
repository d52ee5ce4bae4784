"""Write the pages of docs/, and the table of the author's guide, that are made from the program's own tables: `python docs/tables.py`."""

from __future__ import annotations

from pathlib import Path

from edu_tui.journey.action import BINDINGS, shown_keys
from edu_tui.library.decode.texts import ANY, TEXTS
from edu_tui.library.lint.explain import page as rules
from edu_tui.system.settings.pages import docs as settings

HERE = Path(__file__).parent
NAMES = {
    "call-out": "a box with a picture",
    "group": "a figure's group",
    "bar": "a figure's bar",
    "link": "a figure's step",
    "waiver": "`waive`",
    "clinic": "`clinic`, in `clinic.yaml` too",
    "library": "library.yaml",
    "term": "a word of glossary.yaml",
    "source": "a source of sources.yaml",
    "everyday words": "words.yaml",
    "sign-off": "reviews.yaml",
}
"""What the guide calls parts of files; the rest have the names that findings give them."""


def keys() -> str:
    """The page of all keys."""
    lines = [
        "# Keys",
        "",
        "Made from the one table of keys by `python docs/tables.py`. Arrows and Enter do everything;",
        "a digit chooses a row at once. Rows and keys can be touched or clicked, and so can a word that is",
        "explained and the number of a source; a mouse lights what it is over.",
        "Space turns the page, or chooses an option of a question; elsewhere it goes down one row.",
        "Home and End go to the first and the last row.",
        "In a field `Ctrl+U` takes all of it away, and brings it back where it is empty. Where you write a",
        "question, `Ctrl+J` begins a new line, the arrows move in it, and `Enter` adds it.",
        "In plain mode type the word and press Enter; a number chooses a row. A question has as many lines",
        "as you type or paste; an empty one ends it.",
        "",
        "| | keys | in plain mode | what it does |",
        "| --- | --- | --- | --- |",
    ]
    for action in BINDINGS:
        shown = ", ".join(f"`{key}`" for key in shown_keys(action))
        typed = f"`{action.typed}`" if action.typed else ""
        lines.append(f"| {action.label} | {shown} | {typed} | {action.help} |")
    return "\n".join(lines) + "\n"


GUIDE = HERE.parent / "content" / "README.md"
HEAD = "| in | all marks | `[[...]]`, `{clinic...}`, emphasis | no marks | as it is typed |"


def texts() -> str:
    """Which texts take which marks, as the guide has it."""
    lines = [HEAD, "| --- | --- | --- | --- | --- |"]
    for part, keys in TEXTS.items():
        cells = []
        for sort in ("marked", "short", "plain", "verbatim"):
            named = (key for key, held in keys.items() if held == sort)
            cells.append(", ".join("every word" if key == ANY else f"`{key}`" for key in named))
        lines.append(f"| {NAMES.get(part, part)} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def guide(text: str) -> str:
    """The guide with that table as it should be."""
    begin = text.index(HEAD)
    return text[:begin] + texts() + text[text.index("\n\n", begin) + 1 :]


PAGES = {"keys.md": keys, "rules.md": rules, "settings.md": settings}


def main() -> None:
    """All of them."""
    for name, made in PAGES.items():
        (HERE / name).write_text(made(), encoding="utf-8")
    GUIDE.write_text(guide(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()

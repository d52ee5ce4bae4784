"""Write the pages of docs/ that are made from the program's own tables: `python docs/tables.py`."""

from __future__ import annotations

from pathlib import Path

from edu_tui.journey.action import ACTIONS, shown_keys
from edu_tui.lint.explain import page as rules
from edu_tui.settings.pages import docs as settings

HERE = Path(__file__).parent


def keys() -> str:
    """The page of all keys."""
    lines = [
        "# Keys",
        "",
        "Made from the one table of keys by `python docs/tables.py`. Arrows and Enter do everything;",
        "a digit chooses a row at once; rows and keys can be touched or clicked.",
        "Space turns the page, or chooses an option of a question; elsewhere it goes down one row.",
        "`Ctrl+U` clears a field.",
        "In plain mode type the word and press Enter; a number chooses a row.",
        "",
        "| | keys | in plain mode | what it does |",
        "| --- | --- | --- | --- |",
    ]
    for action in ACTIONS:
        shown = ", ".join(f"`{key}`" for key in shown_keys(action))
        typed = f"`{action.typed}`" if action.typed else ""
        lines.append(f"| {action.label} | {shown} | {typed} | {action.help} |")
    return "\n".join(lines) + "\n"


PAGES = {"keys.md": keys, "rules.md": rules, "settings.md": settings}


def main() -> None:
    """All of them."""
    for name, made in PAGES.items():
        (HERE / name).write_text(made(), encoding="utf-8")


if __name__ == "__main__":
    main()

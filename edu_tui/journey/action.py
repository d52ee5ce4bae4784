"""Everything that can be asked for, once: its keys, its word in plain mode, its label, its help.

Footers, the help place, the plain mode's prompt and the docs are made from this table.
"""

from __future__ import annotations

from typing import NamedTuple

from edu_tui.layout.line import cells
from edu_tui.system.wording import say


class Action(NamedTuple):
    """One thing a reader can ask for at any place that offers it."""

    id: str
    keys: tuple[str, ...]
    """Key names as Textual spells them; the first is the one shown."""
    typed: str
    """What plain mode accepts; empty where a numbered row does the same."""
    label: str
    """A few words for the bottom line, in English; the key into the catalogue."""
    help: str
    """One sentence for the help place, in English."""
    rank: int
    """Which leave the bottom line first when it is narrow: the highest. 0 never leaves."""


ACTIONS: tuple[Action, ...] = (
    Action("open", ("enter",), "", "Choose", "Choose the row that is marked.", 0),
    Action("next", ("space", "pagedown", "right"), "", "Next", "Go to the next page.", 3),
    Action("back", ("b", "backspace", "pageup", "left"), "b", "Back", "Go back one page.", 1),
    Action("skip", ("n",), "n", "Not now", "Leave the questions for now.", 2),
    Action("more", ("m",), "m", "More or less", "Show more detail, or less.", 4),
    Action("sources", ("s",), "s", "Sources", "How do we know this? Where the facts come from.", 7),
    Action("words", ("g",), "g", "Words", "What the words mean and how to say them.", 6),
    Action("steps", ("p",), "p", "Steps", "Go to another step of the day.", 4),
    Action("ask", ("+", "plus"), "+", "Ask about this", "Add this page to my questions.", 5),
    Action("note", ("w",), "w", "Write", "Write a question or a note about this page.", 9),
    Action("asked", ("y",), "y", "My questions", "See the questions you want to ask.", 9),
    Action("find", ("/", "slash"), "/", "Find", "Look for a word in everything here.", 6),
    Action(
        "minutes", ("i",), "i", "A few minutes", "Choose what fits into 5, 10 or 20 minutes.", 9
    ),
    Action("home", ("h",), "h", "Home", "Go to the first screen.", 9),
    Action("language", ("l",), "l", "Language", "Read in another language.", 10),
    Action("take", ("e",), "e", "Take with me", "Take it on paper or on a phone.", 12),
    Action("kept", ("k",), "k", "What is kept", "See what is kept about you, and delete it.", 12),
    Action("private", ("j",), "j", "Just reading", "Keep nothing from now on, or keep again.", 12),
    Action("look", ("t",), "", "Light or dark", "Make the screen light or dark.", 11),
    Action("redraw", ("ctrl+l",), "", "Draw again", "Draw the whole screen again.", 13),
    Action(
        "suspend",
        ("ctrl+z",),
        "",
        "Suspend",
        "Go to the command line. Type fg to come back.",
        13,
    ),
    Action("up", ("escape",), "u", "Close", "Close this, or go up to where you came from.", 8),
    Action("aloud", ("f5",), "", "Read aloud", "Read this page aloud, or once more.", 2),
    Action("softer", ("f2",), "", "Softer", "Read aloud with a softer voice.", 13),
    Action("louder", ("f3",), "", "Louder", "Read aloud with a louder voice.", 13),
    Action("slower", ("f4",), "", "Slower", "Read aloud more slowly.", 13),
    Action("faster", ("f6",), "", "Faster", "Read aloud faster.", 13),
    Action("silent", ("f7",), "", "Stop reading", "Read nothing aloud any more.", 3),
    Action("time", ("f8",), "", "More time", "I need more time: ten times as much.", 12),
    Action("hide", ("f9",), "", "Hide", "Hide the screen at once. Any key shows it again.", 0),
    Action("leave", ("f10",), "", "They called my name", "End here, and clear the screen.", 0),
    Action("help", ("?", "question_mark"), "?", "Help", "What you can do here.", 0),
    Action("crisis", ("!", "f1", "exclamation_mark"), "!", "Crisis help", "Get help right now.", 0),
    Action("quit", ("q", "ctrl+c", "ctrl+q"), "q", "Quit", "Leave at once. Nothing is asked.", 0),
)
BY_ID: dict[str, Action] = {action.id: action for action in ACTIONS}
BY_KEY: dict[str, str] = {key: action.id for action in ACTIONS for key in action.keys}
BY_TYPED: dict[str, str] = {action.typed: action.id for action in ACTIONS if action.typed}
ALWAYS = frozenset({"open", "help", "crisis", "quit"})
"""Offered at every place."""
ALWAYS_IN_KIOSK = (ALWAYS - {"quit"}) | {"time", "hide", "leave"}
"""The same where a reader leaves the place and not the program."""
OF_TERMINAL = frozenset({"redraw", "suspend"})
"""Asked of the terminal, whatever is on it."""
ON_SCREEN = OF_TERMINAL | {"look"}
"""What there is to ask of a screen, and of nothing that goes line by line."""
ANYWHERE = ALWAYS | {
    *("up", "home", "note", "asked", "words", "find"),
    *("language", "minutes", "take", "kept", "private"),
    *ON_SCREEN,
}
"""Work at every place, shown where they matter."""
_NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "pagedown": "Page Down",
    "pageup": "Page Up",
    "backspace": "Backspace",
    "right": "Right",
    "left": "Left",
    **{f"f{number}": f"F{number}" for number in range(1, 11)},
    **{f"ctrl+{letter}": f"Ctrl+{letter.upper()}" for letter in "clqz"},
}


def key_name(key: str) -> str:
    """What is printed for a key: `Enter`, `B`, `?`."""
    return say(_NAMES[key]) if key in _NAMES else key.upper()


def shown_keys(action: Action) -> tuple[str, ...]:
    """The keys to tell a person about: spelled-out twins of a character are left out."""
    twins = {"plus", "slash", "question_mark", "exclamation_mark"}
    return tuple(key_name(key) for key in action.keys if key not in twins)


class Hint(NamedTuple):
    """`B Back`: a key, and what it does here."""

    action: str
    key: str
    label: str

    @property
    def width(self) -> int:
        """Columns it takes."""
        return cells(self.key) + 1 + cells(self.label)


def bottom_line(
    offered: frozenset[str],
    width: int,
    labels: dict[str, str],
    always: frozenset[str] = ALWAYS,
) -> list[Hint]:
    """The offered actions in the table's order, as many as fit.

    Those of rank 0 that are always told of stay, in fewer words where they must.
    """
    chosen = [action for action in ACTIONS if action.id in offered | always]
    hints = [_hint(action, labels) for action in chosen]
    while sum(hint.width + 1 for hint in hints) - 1 > width:
        droppable = [action for action in chosen if action.rank or action.id not in always]
        if not droppable:
            short = {"crisis": say("Crisis"), "leave": say("End"), **labels}
            hints = [_hint(action, short) for action in chosen]
            wide = sum(hint.width + 1 for hint in hints) - 1 > width
            # Each row has its mark and its digit: how to choose it is missed least.
            return [hint for hint in hints if not (wide and hint.action == "open")]
        chosen.remove(max(droppable, key=lambda action: action.rank))
        hints = [_hint(action, labels) for action in chosen]
    return hints


def _hint(action: Action, labels: dict[str, str]) -> Hint:
    return Hint(action.id, key_name(action.keys[0]), labels.get(action.id) or say(action.label))

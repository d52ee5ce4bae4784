"""Everything that can be asked for, once: its keys, its word in plain mode, its label, its help.

Footers, the help place, the plain mode's prompt and the docs are made from this table.
"""

from __future__ import annotations

from typing import NamedTuple

from edu_tui.page.line import cells
from edu_tui.wording import say


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
    Action("home", ("h",), "h", "Home", "Go to the first screen.", 9),
    Action("language", ("l",), "l", "Language", "Read in another language.", 10),
    Action("take", ("e",), "e", "Take with me", "Take it on paper or on a phone.", 12),
    Action("kept", ("k",), "k", "What is kept", "See what is kept about you, and delete it.", 12),
    Action("private", ("j",), "j", "Just reading", "Keep nothing from now on, or keep again.", 12),
    Action("look", ("t",), "", "Light or dark", "Make the screen light or dark.", 11),
    Action("up", ("escape",), "u", "Close", "Close this, or go up to where you came from.", 8),
    Action("help", ("?", "question_mark"), "?", "Help", "What you can do here.", 0),
    Action("crisis", ("!", "f1", "exclamation_mark"), "!", "Crisis help", "Get help right now.", 0),
    Action("quit", ("q", "ctrl+c", "ctrl+q"), "q", "Quit", "Leave at once. Nothing is asked.", 0),
)
BY_ID: dict[str, Action] = {action.id: action for action in ACTIONS}
BY_KEY: dict[str, str] = {key: action.id for action in ACTIONS for key in action.keys}
BY_TYPED: dict[str, str] = {action.typed: action.id for action in ACTIONS if action.typed}
ALWAYS = frozenset({"open", "help", "crisis", "quit"})
"""Offered at every place."""
ANYWHERE = ALWAYS | {
    *("up", "home", "note", "asked", "words", "find"),
    *("language", "take", "kept", "private", "look"),
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
    "f1": "F1",
    "ctrl+c": "Ctrl+C",
    "ctrl+q": "Ctrl+Q",
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


def bottom_line(offered: frozenset[str], width: int, labels: dict[str, str]) -> list[Hint]:
    """The offered actions in the table's order, as many as fit.

    Those of rank 0 always stay, in fewer words where they must.
    """
    chosen = [action for action in ACTIONS if action.id in offered | ALWAYS]
    hints = [_hint(action, labels) for action in chosen]
    while sum(hint.width + 1 for hint in hints) - 1 > width:
        droppable = [action for action in chosen if action.rank]
        if not droppable:
            return [_hint(action, {"crisis": say("Crisis"), **labels}) for action in chosen]
        chosen.remove(max(droppable, key=lambda action: action.rank))
        hints = [_hint(action, labels) for action in chosen]
    return hints


def _hint(action: Action, labels: dict[str, str]) -> Hint:
    return Hint(action.id, key_name(action.keys[0]), labels.get(action.id) or say(action.label))

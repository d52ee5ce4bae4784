"""Everything that can be asked for, once: its keys, its word in plain mode, its label, its help.

Footers, the help place, the plain mode's prompt and the docs are made from this table.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from edu_tui.layout.line import cells
from edu_tui.system.wording import say


class Action(StrEnum):
    """What can be asked for. The first are on keys; the others are on rows, of the places that offer them."""

    OPEN = "open"
    NEXT = "next"
    BACK = "back"
    EARLIER = "earlier"
    LATER = "later"
    CLUE = "clue"
    SKIP = "skip"
    MORE = "more"
    PICTURE = "picture"
    SOURCES = "sources"
    WORDS = "words"
    STEPS = "steps"
    ASK = "ask"
    NOTE = "note"
    ASKED = "asked"
    FIND = "find"
    OUTLINE = "outline"
    MINUTES = "minutes"
    HOME = "home"
    LANGUAGE = "language"
    TAKE = "take"
    KEPT = "kept"
    PRIVATE = "private"
    LOOK = "look"
    REDRAW = "redraw"
    SUSPEND = "suspend"
    UP = "up"
    ALOUD = "aloud"
    SOFTER = "softer"
    LOUDER = "louder"
    SLOWER = "slower"
    FASTER = "faster"
    SILENT = "silent"
    TIME = "time"
    HIDE = "hide"
    LEAVE = "leave"
    HELP = "help"
    CRISIS = "crisis"
    QUIT = "quit"

    AGREE = "agree"
    ALL = "all"
    ANSWERS = "answers"
    APPOINTMENT = "appointment"
    ASSESS = "assess"
    CERTIFICATE = "certificate"
    CHECK = "check"
    CLEAR = "clear"
    CODE = "code"
    DRAFT = "draft"
    DUE = "due"
    END = "end"
    FAILS = "fails"
    FINISH = "finish"
    FOLD = "fold"
    FORGET = "forget"
    GO = "go"
    GO_ON = "go on"
    GROUP = "group"
    GUESS = "guess"
    HAND = "hand"
    HANDED = "handed"
    HAVE_CODE = "have-code"
    HIT = "hit"
    ITEM = "item"
    JUMP = "jump"
    KEEP = "keep"
    LEARNER = "learner"
    LEARNERS = "learners"
    LEFT_OUT = "left-out"
    MODULE = "module"
    MOVE_ON = "move on"
    NODE = "node"
    NONE = "none"
    OF = "of"
    ON = "on"
    ONE = "one"
    ONWARD = "onward"
    OPEN_IT = "open_it"
    OPTION = "option"
    PARTS = "parts"
    PLAN = "plan"
    PRINT = "print"
    QUIZ = "quiz"
    READ = "read"
    READY = "ready"
    REMOVE = "remove"
    REREAD = "reread"
    RESUME = "resume"
    RETRY = "retry"
    REVIEW = "review"
    ROUTE = "route"
    RUN = "run"
    SAVE = "save"
    SCOPE = "scope"
    SIDE = "side"
    SITUATION = "situation"
    SPEAK = "speak"
    STEP = "step"
    SURE = "sure"
    TRY = "try"
    UNDO = "undo"
    UNFOLD = "unfold"
    UNIT = "unit"
    UNSURE = "unsure"
    WALK = "walk"
    WALK_ON = "walk_on"
    WRITE = "write"
    YES = "yes"


class Binding(NamedTuple):
    """The keys of one action, and the words for it."""

    action: Action
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


BINDINGS: tuple[Binding, ...] = (
    Binding(Action.OPEN, ("enter",), "", "Choose", "Choose the row that is marked.", 0),
    Binding(Action.NEXT, ("space", "pagedown", "right"), "", "Next", "Go to the next page.", 3),
    Binding(Action.BACK, ("b", "backspace", "pageup", "left"), "b", "Back", "Go back one page.", 1),
    Binding(
        Action.EARLIER, (",", "comma"), "", "Earlier", "Move it one place earlier in your order.", 3
    ),
    Binding(
        Action.LATER,
        (".", "full_stop"),
        "",
        "Later",
        "Move it one place later in your order.",
        3,
    ),
    Binding(Action.CLUE, ("c",), "c", "A clue", "Get a clue before you answer.", 5),
    Binding(Action.SKIP, ("n",), "n", "Not now", "Leave this for now, and go on.", 2),
    Binding(Action.MORE, ("m",), "m", "More or less", "Show more detail, or less.", 4),
    Binding(Action.PICTURE, ("v",), "", "Picture", "See the picture of this page.", 2),
    Binding(
        Action.SOURCES, ("s",), "s", "Sources", "How do we know this? Where the facts come from.", 7
    ),
    Binding(Action.WORDS, ("g",), "g", "Words", "What the words mean and how to say them.", 6),
    Binding(Action.STEPS, ("p",), "p", "Steps", "Go to another step of the day.", 4),
    Binding(Action.ASK, ("+", "plus"), "+", "Ask about this", "Add this page to my questions.", 5),
    Binding(Action.NOTE, ("w",), "w", "Write", "Write a question or a note about this page.", 9),
    Binding(Action.ASKED, ("y",), "y", "My questions", "See the questions you want to ask.", 9),
    Binding(Action.FIND, ("/", "slash"), "/", "Find", "Look for a word in everything here.", 6),
    Binding(
        Action.OUTLINE, ("o",), "o", "Outline", "See all parts in order, and go to one of them.", 5
    ),
    Binding(
        Action.MINUTES,
        ("i",),
        "i",
        "A few minutes",
        "Choose what fits into 5, 10 or 20 minutes.",
        9,
    ),
    Binding(Action.HOME, ("h",), "h", "Home", "Go to the first screen.", 9),
    Binding(Action.LANGUAGE, ("l",), "l", "Language", "Read in another language.", 10),
    Binding(Action.TAKE, ("e",), "e", "Take with me", "Take it on paper or on a phone.", 12),
    Binding(
        Action.KEPT, ("k",), "k", "What is kept", "See what is kept about you, and delete it.", 12
    ),
    Binding(
        Action.PRIVATE, ("j",), "j", "Just reading", "Keep nothing from now on, or keep again.", 12
    ),
    Binding(
        Action.LOOK,
        ("t",),
        "",
        "Change colors",
        "Make the screen dark, light, or high contrast.",
        11,
    ),
    Binding(Action.REDRAW, ("ctrl+l",), "", "Draw again", "Draw the whole screen again.", 13),
    Binding(
        Action.SUSPEND,
        ("ctrl+z",),
        "",
        "Suspend",
        "Go to the command line. Type fg to come back.",
        13,
    ),
    Binding(
        Action.UP, ("escape",), "u", "Close", "Close this, or go up to where you came from.", 8
    ),
    Binding(Action.ALOUD, ("f5",), "", "Read aloud", "Read this page aloud, or once more.", 2),
    Binding(Action.SOFTER, ("f2",), "", "Softer", "Read aloud with a softer voice.", 13),
    Binding(Action.LOUDER, ("f3",), "", "Louder", "Read aloud with a louder voice.", 13),
    Binding(Action.SLOWER, ("f4",), "", "Slower", "Read aloud more slowly.", 13),
    Binding(Action.FASTER, ("f6",), "", "Faster", "Read aloud faster.", 13),
    Binding(Action.SILENT, ("f7",), "", "Stop reading", "Read nothing aloud any more.", 3),
    Binding(Action.TIME, ("f8",), "", "More time", "I need more time: ten times as much.", 12),
    Binding(
        Action.HIDE, ("f9",), "", "Hide", "Hide the screen at once. Any key shows it again.", 0
    ),
    Binding(
        Action.LEAVE, ("f10",), "", "They called my name", "End here, and clear the screen.", 0
    ),
    Binding(Action.HELP, ("?", "question_mark"), "?", "Help", "What you can do here.", 0),
    Binding(
        Action.CRISIS, ("!", "f1", "exclamation_mark"), "!", "Crisis help", "Get help right now.", 0
    ),
    Binding(
        Action.QUIT, ("q", "ctrl+c", "ctrl+q"), "q", "Quit", "Leave at once. Nothing is asked.", 0
    ),
)
BY_ACTION: dict[Action, Binding] = {binding.action: binding for binding in BINDINGS}
BY_KEY: dict[str, Action] = {key: binding.action for binding in BINDINGS for key in binding.keys}
BY_TYPED: dict[str, Action] = {
    binding.typed: binding.action for binding in BINDINGS if binding.typed
}
ALWAYS = frozenset({Action.OPEN, Action.HELP, Action.CRISIS, Action.QUIT})
"""Offered at every place."""
ALWAYS_IN_KIOSK = (ALWAYS - {Action.QUIT}) | {Action.TIME, Action.HIDE, Action.LEAVE}
"""The same where a reader leaves the place and not the program."""
AWAY_AT_ONCE = frozenset({Action.QUIT, Action.HIDE})
"""How to be gone from the screen at once."""
AT_ROW = frozenset({Action.EARLIER, Action.LATER})
"""Done to the row that is marked."""
LAST_TO_GO = frozenset({Action.SKIP})
"""Where a view always tells of them, they leave the bottom line after everything else."""
OF_TERMINAL = frozenset({Action.REDRAW, Action.SUSPEND})
"""Asked of the terminal, whatever is on it."""
ON_SCREEN = OF_TERMINAL | {Action.LOOK}
"""What there is to ask of a screen, and of nothing that goes line by line."""
ANYWHERE = ALWAYS | {
    *(Action.UP, Action.HOME, Action.NOTE, Action.ASKED, Action.WORDS, Action.FIND, Action.OUTLINE),
    *(Action.LANGUAGE, Action.MINUTES, Action.TAKE, Action.KEPT, Action.PRIVATE),
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


def shown_keys(binding: Binding) -> tuple[str, ...]:
    """The keys to tell a person about: spelled-out twins of a character are left out."""
    twins = {"plus", "slash", "question_mark", "exclamation_mark", "comma", "full_stop"}
    return tuple(key_name(key) for key in binding.keys if key not in twins)


class Hint(NamedTuple):
    """`B Back`: a key, and what it does here."""

    action: Action
    key: str
    label: str

    @property
    def width(self) -> int:
        """Columns it takes."""
        return cells(self.key) + 1 + cells(self.label)


def bottom_line(
    offered: frozenset[Action],
    width: int,
    labels: dict[Action, str],
    always: frozenset[Action] = ALWAYS,
) -> list[Hint]:
    """The offered actions in the table's order, as many as fit.

    Those of rank 0 that are always told of stay, in fewer words where they must.
    """
    there = offered | always
    chosen = {
        binding.action: (binding, _hint(binding, labels))
        for binding in BINDINGS
        if binding.action in there
    }
    used = sum(hint.width + 1 for _, hint in chosen.values()) - 1
    while used > width:
        droppable = [
            binding
            for binding, _ in chosen.values()
            if binding.action not in always or (binding.rank and binding.action not in LAST_TO_GO)
        ]
        if not droppable:
            return _shortest([binding for binding, _ in chosen.values()], labels, width)
        _, gone = chosen.pop(max(droppable, key=lambda binding: binding.rank).action)
        used -= gone.width + 1
    return [hint for _, hint in chosen.values()]


def _shortest(chosen: list[Binding], labels: dict[Action, str], width: int) -> list[Hint]:
    """In fewer words; each row has its mark and its digit, so how to choose it is missed least."""
    short = {Action.CRISIS: say("Crisis"), Action.LEAVE: say("End"), **labels}
    hints = [_hint(binding, short) for binding in chosen]
    for least in (Action.OPEN, Action.SKIP):
        if sum(hint.width + 1 for hint in hints) - 1 > width:
            hints = [hint for hint in hints if hint.action is not least]
    return hints


def _hint(binding: Binding, labels: dict[Action, str]) -> Hint:
    label = labels.get(binding.action) or say(binding.label)
    return Hint(binding.action, key_name(binding.keys[0]), label)

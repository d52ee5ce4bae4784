"""THE COMMANDS: one file each. `arguments` adds its words to the parser; `run` calls one thing and gives an exit code.

A command's file is imported only when that command is named, so no command pays for another.

- `open`: the library itself, full screen or line by line; what runs when no command is named
- `list`, `read`, `check`: what the library holds, one module on paper, what an author has to mend
- `handout`: what to take along of all that, on paper
- `records`: what is kept about the reader
- `kiosk`: a screen in a waiting room that only staff can leave
- `resume`: a code from a waiting room, and the reader's own records go on from there
- `review`: who signed which module; `asking`: what a person at a terminal is asked for
- `staff`: the library for staff, assessed and on record; `staff_people`: who the learners are
- `report`: how staff stand; `sync`: their records sent on; `bank`: questions from and for elsewhere
- `stats`: what was counted in a waiting room, for who writes the texts
- `settings`, `doctor`: what is set and by whom; what works on this computer and what does not
- `library`: which library and language; shared by all that open one
- `output`: printing, so that an error of the output is said and a reader who has gone is not
"""

from __future__ import annotations

COMMANDS: dict[str, str] = {
    "list": "the modules of the library",
    "read": "print a module as plain text",
    "handout": "what to take with you: text, a page to print, PDF",
    "records": "what is kept about you: to see, to take elsewhere, to delete",
    "kiosk": "the library on a screen in a waiting room: locked, and nothing is kept",
    "resume": "go on at home with the code from a waiting room",
    "check": "what an author has to mend",
    "review": "who signed which module: to see, to sign, to take a sign-off back",
    "stats": "what was counted in a waiting room, for who writes the texts",
    "staff": "for staff: read, be assessed, have it on record; and who the learners are",
    "report": "how staff stand: progress, who is due, what fails; as a table, CSV or JSON",
    "sync": "send staff records to a central database or a learning record store",
    "bank": "take questions in from Aiken or CSV; give them out as GIFT or Moodle XML",
    "settings": "what is set, and an example of a settings file",
    "doctor": "what works on this computer, what does not, and what to do",
}
"""Name and one line of help; `edu_tui.commands.NAME` is its file."""

"""THE SELF-CHECK: what works on this computer, what does not, and what to do. Looks, and changes nothing.

Nothing of what a reader wrote or answered is told, so that all of it can be shown to someone who helps.

- `line`: one thing that was looked at: ok, worth a note, or a problem
- `versions`: the program and what it is built on
- `places`: settings, folders and files, and whether they can be used
- `terminal`: what this terminal can show
- `content`: the library and the clinic's file
- `kept`: the records
- `kiosk`, `screen`, `machine`, `logins`: what an unattended screen in a waiting room needs besides
- `read`: small files of the machine
- `command`: the command itself; `report`: what it prints
"""

from edu_tui.commands.doctor.command import arguments, run

__all__ = ["arguments", "run"]

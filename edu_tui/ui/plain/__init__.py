"""SHOWING it line by line: for screen readers, braille displays, slow lines, pipes and paper.

Lines are only ever added: no escapes, no box drawing, nothing is drawn again, at most 79 columns.

- `session`: a whole journey as a conversation, one line of typing at a time
- `sheet`: a view as lines, and what is new in it since the last one
- `prompt`: what can be typed, said before each line of typing
- `streams`: lines out and lines in, whatever the terminal's character set
- `ends`: how it ends when someone else ends it
- `reading`: a module printed whole
- `plan`: a new plan and its code
- `listing`: the modules of a library
- `checking`: what a check found, for people and for programs
"""

"""LOCKED in a waiting room: a supervisor that owns the terminal, and a process of its own for every visit.

What a visitor did is gone with the process of their visit; the supervisor never reads a key.

- `shield`: signals, the terminal's line discipline, core files: before anything slow is imported
- `surroundings`: which variables are let in, and the interpreter that starts afresh with them alone
- `console`: the terminal as the supervisor has it: entered, wiped between visits, given back
- `supervisor`: one visit after the other; what it does when a visit crashes, hangs or is killed
- `wire`: the few words a visit says to its supervisor
- `visit`: the process of one visit
- `app`, `terminal`: the screen of a visit: what may be done there at all, and its keys and output
- `keys`, `output`: bytes from the terminal to keys, and to the terminal to what is let through
- `idle`: when nobody is there any more
- `lock`: how staff leave
- `crash`: what is kept about a crash: kinds and places in the code, never words
"""

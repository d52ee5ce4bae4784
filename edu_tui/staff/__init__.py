"""BRINGING STAFF IN: a course that is assessed, on record, reported and sent on. The rest of the program
never imports this room: it plugs in (`extension`, `profile`, `commands`).
"""

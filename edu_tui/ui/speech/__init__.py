"""READING ALOUD: what a page says, spoken by a program of the machine. Loaded when a reader first asks for it.

- `program`: which program is there, and its words for a language, a pace and a loudness
- `spoken`: a view as sentences: no line art, no numbers of sources, states in words
- `reader`: what is new since the last time, and therefore said
- `speaker`: one voice: the newest wins, it stops at once, and nothing waits for it
"""

"""SHOWING it line by line: for screen readers, braille displays, slow lines, pipes and paper.

Lines are only ever added: no escapes, no box drawing, no marks that a voice would say, nothing is drawn
again. They are broken between words where a terminal's end, and in a pipe or a file not at all.
"""

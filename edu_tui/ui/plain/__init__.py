"""SHOWING it line by line: for screen readers, braille displays, slow lines, pipes and paper.

Lines are only ever added: no escapes, no box drawing, nothing is drawn again, at most 79 columns.
"""

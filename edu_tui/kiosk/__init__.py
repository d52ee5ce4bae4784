"""LOCKED in a waiting room: a supervisor that owns the terminal, and a process of its own for every visit.

What a visitor did is gone with the process of their visit; the supervisor never reads a key.
"""

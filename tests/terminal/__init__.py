"""The program in a real pseudo-terminal: what it writes, where its cursor is, how it ends."""

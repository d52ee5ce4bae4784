"""One visit: a process of its own, what it tells its supervisor, how it ends."""

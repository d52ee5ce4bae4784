"""WHAT IS KEPT: what a reader did, as an append-only log on this reader's machine, and its way out again."""

"""What is one key away from everywhere: help at once, the keys, the language, reading aloud."""

"""SHOWING IT: on the full screen, line by line, read aloud. All three show the same views of the journey."""

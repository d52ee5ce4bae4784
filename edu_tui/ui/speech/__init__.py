"""READING ALOUD: what a page says, spoken by a program of the machine. Loaded when a reader first asks for it."""

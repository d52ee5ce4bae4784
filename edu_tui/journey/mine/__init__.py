"""The reader's own: questions to ask a person, notes, and what is kept."""

"""Finding: words in all that can be read, and what the words mean."""

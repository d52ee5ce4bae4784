"""The index: what the outline shows and what search finds, in one SQLite file made from the content."""

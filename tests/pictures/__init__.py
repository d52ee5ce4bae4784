"""Pictures: what may be drawn, how it is drawn, and how each front end shows it."""

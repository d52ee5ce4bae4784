"""The take-away: what is in it, and that paper, browsers, screen readers and phones can read it."""

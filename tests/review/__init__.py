"""Who signed what: what a sign-off is for, what takes it away, and where that is shown."""

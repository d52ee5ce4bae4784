"""Settings: files, variables and flags, and what a person is told of them."""

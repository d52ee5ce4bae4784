"""Plain mode as a person or another program meets it: through the real command."""

"""Options side by side: read, checked, drawn, found, printed."""

"""TAKING it away: what matters of a library and of one reader, as text, as a page to print, as a code to scan."""

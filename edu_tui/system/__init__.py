"""THE PROGRAM AMONG OTHERS: settings, folders, errors, words, texts from outside, its end."""

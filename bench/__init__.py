"""What the program costs, measured in a real terminal side by side with an empty Textual app."""

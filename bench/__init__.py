"""What the program costs, measured in a real terminal side by side with an empty Textual app.

- `generate`: libraries of any size, the same ones each time
- `terminal`: a program in a pseudo-terminal, its keys, its paint, its memory
- `first_paint`, `keys`, `memory`, `idle`, `commands`, `history`, `kiosk`: one kind of measurement each
- `goals`: what is to be reached, and the table
"""

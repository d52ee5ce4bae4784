"""Small parts of the screen: `sheet` (words and rows), `edges` (top and bottom lines), `outline`."""

"""Small parts of the screen: `sheet` (words and rows, by its `layout`), `edges` (top and bottom lines),
`outline`.
"""

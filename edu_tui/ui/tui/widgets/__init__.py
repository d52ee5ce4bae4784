"""Small parts of the screen: `sheet` (words and rows, by its `layout`, as far as its `window` reaches),
`edges` (top and bottom lines), `field`, `outline`.
"""

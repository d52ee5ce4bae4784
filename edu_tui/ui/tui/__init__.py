"""SHOWING it full screen: a journey's views, drawn and touched. The only place that imports Textual.

- `app`: the program on the screen: its look, its keys, its end
- `page`: the one screen: top lines, the sheet, bottom lines, the outline where there is room
- `widgets`: small parts; attributes down, messages up
- `palette`: which tone is which colour, in four depths of colour and none
- `terminal`: the terminal itself: its cursor, its end
"""

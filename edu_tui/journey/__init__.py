"""WHERE THE READER IS: the places of the program, what each shows and what each choice there does.

A front end asks a `Journey` for a `View`, shows it in its own way, and tells it what was chosen.
It adds nothing of its own, so the full screen and the plain mode are the same program.
"""

"""The kinds of question, one file each; `body.py` says what each of them has to know.

What else a new kind touches is in CONTRIBUTING; the type checker names what was forgotten.
"""

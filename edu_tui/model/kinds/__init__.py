"""The kinds of question, one file each; `body.py` says what each of them has to know."""

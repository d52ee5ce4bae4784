"""LAYING IT OUT: texts, figures and rows as lines of words, each run with a named tone, at a width.

A front end gives a `Room` and gets lines; it adds its colours and nothing else.
"""

"""WHO SIGNED it: how a module stands today, what has changed since, and the file that says who signed.

What is signed is `model/signed.py`; the file is read by `library/sign_offs.py`.
"""

"""WHO SIGNED it: how a module stands today, what has changed since, and the file that says who signed.

What is signed is `model/signed.py`; the file is read by `library/sign_offs.py`.

- `state`: how a module stands on a day; `gate`: whether a clinic's own screen may show it
- `changes`: which sentences are not those that were signed
- `signing`: what is put before whoever signs, and who may not
- `file`: `reviews.yaml` and the texts beside it, written whole or not at all
- `survey`: every module of a library and how it stands
"""

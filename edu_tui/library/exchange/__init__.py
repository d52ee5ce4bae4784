"""QUESTIONS FROM ELSEWHERE, and to elsewhere: Aiken and CSV in, GIFT and Moodle XML out.

What comes in has a stem and options and nothing more: no reasons, no misconceptions, nothing that it teaches.
It becomes a module whose gaps are empty, and `check` leads the author from one to the next.

- `incoming`: a question as it came, and the text of a file whatever it was saved as
- `aiken`, `table`: the two forms that are taken in
- `module`: a module file made of them
- `gift`, `moodle`: the two forms that are given out, in the plain words of `words`
"""

"""QUESTIONS FROM ELSEWHERE, and to elsewhere: Aiken and CSV in, GIFT and Moodle XML out.

What comes in has a stem and options and nothing more: no reasons, no misconceptions, nothing that it teaches.
It becomes a module whose gaps are empty, and `check` leads the author from one to the next.
"""

"""QUESTIONS FROM ELSEWHERE, and to elsewhere: Aiken and CSV in, GIFT and Moodle XML out."""

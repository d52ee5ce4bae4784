"""WHAT IS KEPT OF STAFF: learners on this device, their records, and what has to be sent elsewhere.

Staff records are a file of their own; they never meet a patient's. A record is never changed and never
deleted by the program.
"""

"""WHAT IS KEPT OF STAFF: learners on this device, their records, and what has to be sent elsewhere.

Staff records are a file of their own; they never meet a patient's. A record is never changed and never
deleted by the program.

- `record`: one record, its columns, and the digest that shows when it was tampered with
- `schema`: the tables of the file on a device
- `rows`: an event as a record, and back; `fault`: what is wrong with a record
- `store`: the file
- `log`: one learner's view of it, as a keeper needs it
- `reading`: the same file, for who only looks
- `learners`: what an id may look like, and how long to wait after a wrong PIN
- `roster`: which id is whose name, on the manager's machine alone
"""

"""BRINGING STAFF IN: a course that is assessed, on record, reported and sent on. The rest of the program
never imports this room: it plugs in (`extension`, `profile`, `commands`).

- `learning`: what a learner does and how that stands, pure
- `places`, `plain`: what is seen of it, on every front end
- `records`: the learners of this device and their records
- `certificate`, `report`: what there is to show for it, to a learner and to a manager
- `sync`, `central`: records sent on, to a database of the clinic or a learning record store
"""

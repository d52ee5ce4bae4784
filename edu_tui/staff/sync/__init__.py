"""SENDING IT ON: what a device has recorded, to a central database or a learning record store.

At least once: a record counts as sent when the other side has said that it has it, not before; whoever
gets it twice knows it by its id. What is sent is kept first, and sent again byte for byte. A record that
is refused is put aside with the reason, and the rest go on.

- `outbox`: which records wait, are sent, are parked: the `delivery` table of a device's file
- `target`: what a place to send to can do, and how it says no
- `sender`: batch by batch to one target, until nothing waits
- `pace`: how long to wait before the next try
- `central`: the central database as a target
- `lrs`: a learning record store as a target; `http`: the one door to the network
- `xapi`: a record as a statement; `iri`: its verbs, activities and our own profile
- `secret`: who is sending, from the environment or netrc
- `targets`: an address as a target
- `turn`: one sync at a time on a device
"""

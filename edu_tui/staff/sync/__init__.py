"""SENDING IT ON: what a device has recorded, to a central database or a learning record store.

At least once: a record counts as sent when the other side has said that it has it, not before; whoever
gets it twice knows it by its id. What is sent is kept first, and sent again byte for byte. A record that
is refused is put aside with the reason, and the rest go on.
"""

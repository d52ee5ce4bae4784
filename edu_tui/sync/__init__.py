"""SENDING IT ON: what a device has recorded, to a central database or a learning record store."""

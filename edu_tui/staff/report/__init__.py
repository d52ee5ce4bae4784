"""TELLING HOW IT STANDS: who has done what, who is due, what fails; from a device or from the central database."""

"""THE SELF-CHECK: what works on this computer, what does not, and what to do. Looks, and changes nothing.

Nothing of what a reader wrote or answered is told, so that all of it can be shown to someone who helps.
"""

from edu_tui.commands.doctor.command import arguments, run

__all__ = ["arguments", "run"]

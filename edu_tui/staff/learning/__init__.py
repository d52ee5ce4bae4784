"""What a learner of a course does and how that stands: attempts, passes, renewals. Pure."""

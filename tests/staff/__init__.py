"""Staff records: kept, read again, and never mixed with a patient's; who the learners are."""

"""The staff side line by line: reports as tables, the learners of a device."""

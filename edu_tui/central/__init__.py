"""THE MIDDLE: one PostgreSQL that takes the records of many devices."""

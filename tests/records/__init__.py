"""What is kept: real files, real SQLite, real processes; trouble is made, not pretended."""

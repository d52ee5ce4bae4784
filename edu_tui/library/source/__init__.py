"""A content file as it stands on the disk: its text, its YAML, its nodes with their places."""

"""What doctor finds on a computer that is well, and on others."""

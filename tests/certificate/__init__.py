"""Certificates: made from records, held against them again, and exact about what differs."""

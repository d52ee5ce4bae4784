"""Tests of `edu_tui/staff/sync`."""

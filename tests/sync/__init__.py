"""Tests of `edu_tui/sync`."""

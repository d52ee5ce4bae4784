"""Tests of `edu_tui/library/exchange`."""

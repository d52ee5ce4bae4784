"""Tests of `edu_tui/exchange`."""

"""Tests of `edu_tui/central`."""

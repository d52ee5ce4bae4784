"""Tests of `edu_tui/staff/central`."""

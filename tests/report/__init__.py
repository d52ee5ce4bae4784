"""Tests of `edu_tui/report`."""
